"""The numbers and dates of a sentence, found with one scan for both."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from workbench.analysis.dates.dates import DateFinder, mentions
from workbench.analysis.numbers.number_tokens import COUNTING, NumberTokens
from workbench.analysis.numbers.quantities import QuantityFinder
from workbench.model.claim import DateMention, Quantity

# First words of holidays that are common without one. "Day", "Eve", "Friday" let those sentences through.
_COMMON: Final = frozenset(
    {"all", "black", "earth", "election", "good", "guy", "international", "martin", "new", "st", "st."}
)


class Figures(NamedTuple):
    """The quantities and dates of a sentence."""

    quantities: tuple[Quantity, ...] = ()
    """In reading order."""
    dates: tuple[DateMention, ...] = ()
    """In reading order."""

    @property
    def counts(self) -> bool:
        """Whether a quantity is more than nought: "no casualties" denies, it counts nothing."""
        return any(quantity.high != 0 for quantity in self.quantities)


NO_FIGURES: Final = Figures()


class FigureFinder:
    """Finds quantities and dates.

    Args:
        tables_folder: The user's own tables, or None.

    Raises:
        ConfigError: A table of the user is broken.
    """

    def __init__(self, tables_folder: Path | None = None) -> None:
        self._tokens = NumberTokens(tables_folder)
        self._quantities = QuantityFinder(tables_folder)
        self._dates = DateFinder(tables_folder)
        self.triggers: frozenset[str] = self._tokens.triggers - _COMMON
        """Words without one of which, and without a digit, a sentence has neither quantity nor date."""

    def find(self, sentence: str, start: int, reference: date | None) -> Figures:
        """Find the quantities and dates of a sentence.

        Args:
            sentence: The sentence.
            start: Where it begins in the canonical text.
            reference: The article's date, or None.

        Returns:
            Both, with spans in the canonical text.
        """
        return self.find_in(sentence, sentence.split(), start, reference)

    def find_in(self, sentence: str, words: Sequence[str], start: int, reference: date | None) -> Figures:
        """Find the same where the sentence is split at white space already."""
        scanned = self._tokens.scan_words(sentence, words, start)
        expressions = self._dates.expressions(scanned, reference)
        quantities: tuple[Quantity, ...] = ()
        if scanned.kinds & COUNTING:
            dated = [found[:2] for found in expressions]
            quantities = self._quantities.in_sentence(scanned, dated)
        if not quantities and not expressions:
            return NO_FIGURES
        return Figures(quantities, mentions(scanned, expressions, reference) if expressions else ())
