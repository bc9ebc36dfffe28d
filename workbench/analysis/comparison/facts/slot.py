"""Of whom and of which time a number is said, and whether that leaves two numbers to be of one thing."""

from dataclasses import dataclass
from typing import Final

from workbench.analysis.comparison.words import Word

_LONGER: Final = 2.5
"""How many times longer one period is than another that is not the same."""
_LONG_AGO: Final = 180
"""Days before an article by which a year that it names lies behind it."""
SOME_YEAR: Final = (0, 364)
"""A period of one year of which it is not known which it is: "last year" in an article without a date."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Of whom and of which time a number is said."""

    subject: frozenset[str]
    """The concepts of the first name in its clause."""
    names: frozenset[str]
    """The concepts of all names in its clause."""
    period: tuple[int, int] | None
    """The first and last day of the years or months that it is said of; None when not told."""
    verbs: tuple[Word, ...]
    """The words with content right before it."""
    is_wished: bool
    """Whether somebody asks for it: it need not come true."""
    is_granted: bool
    """Whether somebody got it."""
    is_of_woman: bool | None
    """Whether it is said of a woman, by "Mrs" or "she"; None when that is not told."""
    is_sum: bool
    """Whether it is said to be a sum: "the total funding", "the combined rate"."""
    written: int
    """The day of its article; 0 when not known."""

    def is_of_another(self, other: "Slot") -> bool:
        """Tell whether two numbers are said of two people, places or bodies: neither is named with both."""
        if None not in (self.is_of_woman, other.is_of_woman) and self.is_of_woman != other.is_of_woman:
            return True
        if not self.subject or not other.subject:
            return False
        return self.subject.isdisjoint(other.names) and other.subject.isdisjoint(self.names)

    def is_of_another_time(self, other: "Slot") -> bool:
        """Tell whether two numbers are said of two years, or one of a year and one of ten."""
        if self.period is None or other.period is None:
            return self._is_past(other) or other._is_past(self)
        (first, last), (other_first, other_last) = self.period, other.period
        if SOME_YEAR not in (self.period, other.period) and max(first, other_first) > min(last, other_last):
            return True
        lengths = sorted((last - first + 1, other_last - other_first + 1))
        return lengths[1] > _LONGER * lengths[0]

    def _is_past(self, other: "Slot") -> bool:
        """Tell whether this one is said of a year long gone, where the other is said of none."""
        written = max(self.written, other.written)
        return bool(
            self.period not in (None, SOME_YEAR)
            and not other.period
            and written
            and self.period[1] < written - _LONG_AGO
        )
