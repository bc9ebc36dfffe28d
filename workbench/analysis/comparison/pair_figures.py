"""What the numbers and dates of one sentence are against those of another."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from workbench.analysis.comparison.statement import Statement
from workbench.analysis.numbers.units import Units
from workbench.model.article import Span
from workbench.model.claim import DateMention, Quantity

_SLACK: Final = 1e-9
_FIRST_DAY: Final = "0000"
_LAST_DAY: Final = "9999"
_SAME_NOUN: Final = 2.0
"""What a shared noun is worth, in orders of magnitude that the numbers may lie apart."""
_OTHER_NOUN: Final = -3.0
_SAME_NUMBER: Final = 2.0


class Match(StrEnum):
    """What a figure is against the one that comes closest to it."""

    SAME = "same"
    """The other one says the same, or something narrower."""
    OVERLAP = "overlap"
    """Both can be true."""
    EDGE = "edge"
    """The other one is the very number that this one leaves out: "more than 20" and "20"."""
    CONFLICT = "conflict"
    """Both cannot be true, if they count the same thing."""
    MISSING = "missing"
    """There is nothing to compare it with."""


@dataclass(frozen=True, slots=True)
class FigureMatch:
    """A figure of one sentence, and what the other has for it."""

    match: Match
    """What they are to each other."""
    a: Span
    """The figure in the text of the first."""
    b: Span | None
    """The one that was compared with it, in the text of the second; None when nothing was."""


@dataclass(frozen=True, slots=True)
class _Interval:
    """A quantity as the numbers it allows, in SI."""

    low: float
    high: float
    without_low: bool
    without_high: bool
    dimension: str


class FigureComparer:
    """Compares figures.

    Args:
        units: The units.
        strict: Modifiers that leave the number itself out.
        stem: Gives the stems of the words in what is counted.
    """

    def __init__(self, units: Units, strict: frozenset[str], stems: Callable[[str], frozenset[str]]) -> None:
        self._units = units
        self._strict = strict
        self._stems = stems

    def quantities(self, a: Statement, b: Statement) -> list[FigureMatch]:
        """Compare each number of the first sentence with the likeliest counterpart in the second.

        Args:
            a: The first sentence.
            b: The second.

        Returns:
            One match for each number of the first, in order.
        """
        others = [(one, self._interval(one), self._stems(one.counted)) for one in b.figures.quantities]
        found = []
        for quantity in a.figures.quantities:
            interval, counted = self._interval(quantity), self._stems(quantity.counted)
            best: tuple[float, Quantity, _Interval] | None = None
            for other, others_interval, others_counted in others:
                if others_interval.dimension != interval.dimension:
                    continue
                score = _noun_score(counted, others_counted) - _apart(interval, others_interval)
                if best is None or score > best[0]:
                    best = score, other, others_interval
            if best is None:
                found.append(FigureMatch(Match.MISSING, quantity.span, None))
            else:
                found.append(FigureMatch(_match(interval, best[2]), quantity.span, best[1].span))
        return found

    def dates(self, a: Statement, b: Statement) -> list[FigureMatch]:
        """Compare each date of the first sentence with that of the second that agrees best with it."""
        found = []
        for date in a.figures.dates:
            matches = [
                FigureMatch(_date_match(date, other), date.span, other.span)
                for other in b.figures.dates
                if (date.first or date.last) and (other.first or other.last)
            ]
            missing = FigureMatch(Match.MISSING, date.span, None)
            found.append(min(matches, key=lambda one: list(Match).index(one.match), default=missing))
        return found

    def _interval(self, quantity: Quantity) -> _Interval:
        low, high, dimension = self._units.to_si(quantity)
        is_strict = quantity.modifier in self._strict
        return _Interval(
            -math.inf if low is None else low,
            math.inf if high is None else high,
            is_strict and high is None,
            is_strict and high is not None,
            dimension,
        )


def _noun_score(one: frozenset[str], other: frozenset[str]) -> float:
    if not one or not other:
        return 0.0
    return _OTHER_NOUN if one.isdisjoint(other) else _SAME_NOUN


def _apart(one: _Interval, other: _Interval) -> float:
    """Return how far the stated numbers lie apart, in orders of magnitude, a tenth meaning much already."""
    x, y = _stated(one), _stated(other)
    if x == y:
        return -_SAME_NUMBER
    return min(2.0, 2.0 * abs(math.log10((abs(x) + 1.0) / (abs(y) + 1.0))) + 0.1)


def _stated(interval: _Interval) -> float:
    if math.isinf(interval.high):
        return interval.low
    if interval.low in (0.0, -math.inf):
        return interval.high
    return (interval.low + interval.high) / 2


def _match(a: _Interval, b: _Interval) -> Match:
    slack = _SLACK * max(1.0, abs(_stated(a)))
    if b.high < a.low - slack or b.low > a.high + slack:
        return Match.CONFLICT
    if (a.low, a.high) == (b.low, b.high):
        return Match.SAME
    if a.without_low and b.without_high and abs(b.high - a.low) <= slack:
        return Match.CONFLICT
    if a.without_high and b.without_low and abs(b.low - a.high) <= slack:
        return Match.CONFLICT
    if (a.without_low and abs(_stated(b) - a.low) <= slack) or (
        a.without_high and abs(_stated(b) - a.high) <= slack
    ):
        return Match.EDGE
    if b.low >= a.low - slack and b.high <= a.high + slack:
        return Match.SAME
    return Match.OVERLAP


def _date_match(a: DateMention, b: DateMention) -> Match:
    first, last = a.first or _FIRST_DAY, a.last or _LAST_DAY
    others_first, others_last = b.first or _FIRST_DAY, b.last or _LAST_DAY
    if others_last < first or others_first > last:
        return Match.CONFLICT
    return Match.SAME if first <= others_first and others_last <= last else Match.OVERLAP
