"""What a sentence says by itself, wherever it stands: its words as bits, its numbers and its dates."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

from workbench.analysis.claim_types import ClaimTypes, StatedTypes
from workbench.analysis.figures import NO_FIGURES, FigureFinder, Figures
from workbench.analysis.wording import QUOTED, Wording
from workbench.analysis.worth import Worth

_TELLING: Final = ("digits", "number_word", "past", "past_verb", "past_auxiliary", "event", "report", "done")
_NUMERIC: Final = ("digits", "number_word", "large_number", "money_or_percent")
_FIGURES: Final = "figures"
_CLOSING: Final = "!\"'”’»)]"
"""What may stand after a question mark."""
_OPENING: Final = re.compile('["“„«]')
_QUOTATION: Final = re.compile('["“][^"“”]{20,}["”]')


class SentenceReader:
    """Reads sentences.

    Args:
        tables: The folder of the shipped tables.
        own: The folder of the user's tables, or None.

    Raises:
        ConfigError: A table of the user is broken.
    """

    def __init__(self, tables: Path, own: Path | None = None) -> None:
        self._figures = FigureFinder(own)
        wording = Wording(tables, own, {_FIGURES: self._figures.triggers})
        self.bits = wording.bits
        """What gives the classes of a sentence's words."""
        self.worth = Worth(tables, own, wording)
        """What classes and facts weigh."""
        bit, fact = wording.bit, self.worth.fact
        self._stated = StatedTypes(wording, fact)
        self.types = ClaimTypes(wording, fact)
        """What a sentence states."""
        self.telling: int = sum(bit[name] for name in _TELLING)
        """The classes that make even a short sentence a statement: numbers, and what happened or was said."""
        self._has_figures = bit[_FIGURES] | bit["digits"]
        self._quoted, self._quotation = bit[QUOTED], fact["quotation"]
        self._uncounted = ~sum(bit[name] for name in _NUMERIC)
        self._quantity, self._date, self._question = fact["quantity"], fact["date"], fact["question"]

    def read(
        self, sentence: str, words: Sequence[str], bits: int, start: int, reference: date | None
    ) -> tuple[int, Figures]:
        """Read one sentence.

        Args:
            sentence: The sentence, trimmed.
            words: The same, split at white space.
            bits: The classes of its words.
            start: Where it begins in the canonical text.
            reference: The date of its article, or None.

        Returns:
            The classes and the facts found in it, as `Worth` weighs them; and its quantities and dates.
        """
        figures = NO_FIGURES
        if bits & self._has_figures:
            figures = self._figures.find_in(sentence, words, start, reference)
            if not figures.quantities:
                bits &= self._uncounted
            elif figures.counts:
                bits |= self._quantity
            if figures.dates:
                bits |= self._date
        if bits & self._quoted and _QUOTATION.search(sentence):
            bits |= self._quotation
        if "?" in sentence and _is_question(sentence):
            bits |= self._question
        return bits | self._stated.facts(sentence, bits), figures

    def worthy(self, sentence: str) -> float:
        """Tell how likely a sentence of a debate is a statement worth checking.

        Args:
            sentence: Any sentence.

        Returns:
            A probability; 0.5 and up counts as yes.
        """
        return self.worth.worthy(self.found(sentence))

    def objective(self, sentence: str) -> float:
        """Tell how likely a sentence of an article states facts rather than voices its author's opinion.

        Args:
            sentence: Any sentence.

        Returns:
            A probability; 0.5 and up counts as yes.
        """
        return self.worth.objective(self.found(sentence))

    def found(self, sentence: str) -> int:
        """Return the classes and facts of a sentence that stands alone."""
        words = sentence.split()
        return self.read(sentence, words, self.bits(words), 0, None)[0]


def _is_question(sentence: str) -> bool:
    """Tell whether a sentence asks; one that says who asked, before a quotation, states that."""
    bare = sentence.rstrip(_CLOSING)
    if not bare.endswith("?"):
        return False
    opening = _OPENING.search(bare) if len(bare) < len(sentence) else None
    return opening is None or opening.start() == 0
