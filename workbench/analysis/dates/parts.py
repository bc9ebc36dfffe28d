"""The early, middle and late part of a time: "late 2016", "the end of March", "later this week"."""

from datetime import date
from typing import Final

from workbench.analysis.dates.calendar_periods import Period, around, moved
from workbench.analysis.dates.reading import Found, PointReader, Reading
from workbench.analysis.dates.words import DateWords
from workbench.analysis.numbers.number_tokens import UNIT
from workbench.model.claim import DatePrecision

_TO_EDGE: Final = frozenset({"", "-", "of", "of the", "in", "on", "the", "in the", "on the"})
_OF_EDGE: Final = frozenset({"of", "of the"})
_EDGE_NOUNS: Final = frozenset({"end", "start", "beginning", "middle", "midst"})
_CURRENT: Final = frozenset({"week", "month", "year", "decade", "century", "quarter", "weekend"})
_MID_FIRST: Final = 10
_MID_END: Final = 21


class PartDates:
    """Reads parts of periods.

    Args:
        words: The words of dates.
        point: What reads any single date.
    """

    def __init__(self, words: DateWords, point: PointReader) -> None:
        self._words = words
        self._point = point

    def read(self, reading: Reading, i: int) -> Found | None:
        """Read "early March", "the end of 2016", "mid-November", "late on Wednesday", "later this week".

        Args:
            reading: The sentence.
            i: The token of the edge.

        Returns:
            The part of the period that is meant, or None.
        """
        sentence = reading.sentence
        token = sentence.tokens[i]
        gap = sentence.gap(i)
        if gap not in (_OF_EDGE if token.word in _EDGE_NOUNS else _TO_EDGE):
            return None
        edge = self._words.edges[token.word]
        whole = self._point(reading, i + 1) or current(reading, self._words, i + 1, gap)
        if whole is None:
            return None
        period = whole.period
        if period.is_day:
            if token.word not in ("early", "late"):
                return None
            part = f"{edge} {period.part}".strip() if not period.part[:1].isdigit() else period.part
            return Found(period.at(part), token.start, whole.end, whole.following)
        part_of = _part(period, edge, token.word in ("earlier", "later"), reading.today)
        if part_of is None:
            return None
        part_of = part_of if period.is_inferred else part_of.stated()
        return Found(part_of, token.start, whole.end, whole.following)


def current(reading: Reading, words: DateWords, i: int, gap: str | None) -> Found | None:
    """Read "the year" in "the end of the year": this one.

    Args:
        reading: The sentence.
        words: The words of dates.
        i: The token of the unit.
        gap: What stands before it.

    Returns:
        The unit around the article's date, or None.
    """
    token = reading.sentence.tokens[i]
    if not token.kind & UNIT or gap not in ("of the", "of", "in the"):
        return None
    unit = words.units[token.word]
    period = around(reading.today, unit) if unit in _CURRENT and not token.word.endswith("s") else None
    return Found(period, token.start, token.end, i + 1) if period else None


def _part(period: Period, edge: str, comparative: bool, today: date) -> Period | None:
    """Return the early, middle or late part of a period."""
    length = (period.end - period.first).days
    if period.precision is DatePrecision.MONTH and length <= 31:
        cuts = (
            moved(period.first, 15, "day"),
            moved(period.first, _MID_FIRST - 1, "day"),
            moved(period.first, _MID_END - 1, "day"),
        )
    elif period.precision is DatePrecision.YEAR and not period.is_inferred:
        third = 4 if length < 400 else 40
        first = moved(period.first, third, "month")
        last = moved(period.end, -third, "month")
        early = _between(period.first, first)
        middle, late = _between(first, last), _between(last, period.end)
        return {"early": early, "mid": middle, "late": late}[edge]
    else:
        half = moved(period.first, length // 2, "day")
        if period.precision is DatePrecision.YEAR and length < 400:
            half = moved(period.first, 6, "month")
        cuts = (half, moved(period.first, length // 3, "day"), moved(period.end, -(length // 3), "day"))
    if edge == "mid":
        return _between(cuts[1], cuts[2])
    half = cuts[0]
    if half is None:
        return None
    if edge == "early":
        return _between(period.first, today if comparative and period.first < today < period.end else half)
    return _between(max(half, today) if comparative and today < period.end else half, period.end)


def _between(first: date | None, end: date | None) -> Period | None:
    return Period(first, end, DatePrecision.DAY) if first and end and first < end else None
