"""The numbers and dates of a sentence, found with one scan for both."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from workbench.analysis.dates.dates import DateFinder, mentions
from workbench.analysis.numbers.number_tokens import COUNTING, NumberTokens
from workbench.analysis.numbers.quantities import QuantityFinder
from workbench.model.article import Span
from workbench.model.claim import DateMention, Quantity

_MOST_REMEMBERED: Final = 5_000
# First words of holidays that are common without one. "Day", "Eve", "Friday" let those sentences through.
_COMMON: Final = frozenset(
    {"all", "black", "earth", "election", "good", "guy", "international", "martin", "new", "st", "st."}
)


@dataclass(frozen=True, slots=True)
class Figures:
    """The quantities and dates of a sentence."""

    quantities: tuple[Quantity, ...] = ()
    """In reading order."""
    dates: tuple[DateMention, ...] = ()
    """In reading order."""

    @property
    def counts(self) -> bool:
        """Whether a quantity is more than nought: "no casualties" denies, it counts nothing."""
        return any(quantity.high != 0 for quantity in self.quantities)

    def moved(self, by: int) -> "Figures":
        """Return the same figures, further on in the text by so many code points."""
        if not by:
            return self
        quantities = [
            Quantity(
                Span(one.span.start + by, one.span.end + by),
                one.low,
                one.high,
                one.unit,
                one.modifier,
                one.counted,
            )
            for one in self.quantities
        ]
        dates = [
            DateMention(
                Span(one.span.start + by, one.span.end + by),
                one.first,
                one.last,
                one.precision,
                one.part,
                one.inferred,
            )
            for one in self.dates
        ]
        return Figures(tuple(quantities), tuple(dates))


NO_FIGURES: Final = Figures()


class FigureFinder:
    """Finds quantities and dates. A sentence that several articles share is searched once.

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
        self._remembered: dict[tuple[str, date | None], Figures] = {}

    def find(self, sentence: str, start: int, reference: date | None) -> Figures:
        """Find the quantities and dates of a sentence.

        Args:
            sentence: The sentence.
            start: Where it begins in the canonical text.
            reference: The article's date, or None.

        Returns:
            Both, with spans in the canonical text.
        """
        key = sentence, reference
        figures = self._remembered.get(key)
        if figures is None:
            if len(self._remembered) >= _MOST_REMEMBERED:
                self._remembered.clear()
            figures = self._remembered[key] = self._find(sentence, reference)
        return figures if figures is NO_FIGURES else figures.moved(start)

    def _find(self, text: str, reference: date | None) -> Figures:
        sentence = self._tokens.scan(text, Span(0, len(text)))
        expressions = self._dates.expressions(sentence, reference)
        quantities: tuple[Quantity, ...] = ()
        if sentence.kinds & COUNTING:
            dated = [(found.start, found.end) for found in expressions]
            quantities = self._quantities.in_sentence(sentence, dated)
        if not quantities and not expressions:
            return NO_FIGURES
        return Figures(quantities, mentions(sentence, expressions, reference))
