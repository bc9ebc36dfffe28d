"""Ranges of dates: "from May to October", "between 2014 and 2016", "9 to 12 June", "November 18-19"."""

import re
from datetime import date
from typing import Final, NamedTuple

from workbench.analysis.dates.calendar_periods import Floating, Period, days, moved, valid_date
from workbench.analysis.dates.calendar_periods import year as whole_years
from workbench.analysis.dates.points import DatePoints
from workbench.analysis.dates.reading import Found, Reading
from workbench.analysis.numbers.number_tokens import DIRECTION, Sentence
from workbench.model.claim import DatePrecision

_TO: Final = frozenset(
    {"to", "-", "–", "—", "~", "until", "till", "til", "through", "thru", "to the", "until the", "till the",
     "through the", "- the", "up to"}
)  # fmt: skip
_AND: Final = frozenset({"and", "and the", *_TO})
_OPENING_REACH: Final = 12
_GLUED_ON: Final = re.compile(r"[/-][0-9]")
_SHORT_RANGE: Final = 20


class FoundRange(NamedTuple):
    """A range of dates found in a sentence."""

    period: Period
    """All its days."""
    closing: date
    """Where its closing date begins: the first of October in "from May to October"."""
    start: int
    """Where it begins in the sentence."""
    end: int
    """Where it ends."""
    following: int
    """The token after it."""


class DateRanges:
    """Reads ranges.

    Args:
        points: What reads single dates.
    """

    def __init__(self, points: DatePoints) -> None:
        self._points = points

    def closed(self, reading: Reading, left: Found, floor: int) -> FoundRange | None:
        """Read the range that a date opens.

        Args:
            reading: The sentence.
            left: The date.
            floor: Where what was read before ends.

        Returns:
            The range, or None when nothing closes it: "from May to October", "November 18-19".
        """
        sentence = reading.sentence
        gap = sentence.gap(left.following - 1)
        if gap not in _AND or left.period.part or (gap not in _TO and not _is_between(reading, left.start)):
            return None
        reading.joint = sentence.tokens[left.following].start
        right = (
            _short_year(sentence, left)
            or self._end_point(reading, left.following)
            or self._day_after(reading, left)
        )
        if right is None:
            return None
        ends = _aligned(left.period, right.period)
        return _joined(reading, *ends, left, right, floor) if ends else None

    def _end_point(self, reading: Reading, i: int) -> Found | None:
        sentence = reading.sentence
        token = sentence.tokens[i]
        if token.kind & DIRECTION and token.word == "now":
            period = days(reading.today)
            return Found(period, token.start, token.end, i + 1) if period else None
        found = self._points.with_time(reading, i)
        if found is None or found.period.part or found.start < token.start:
            return None
        return found

    def _day_after(self, reading: Reading, left: Found) -> Found | None:
        """Read the bare day that closes a range, with the year of both: "November 18-19, 2017"."""
        sentence, j, words = reading.sentence, left.following, self._points.words
        day = words.day(sentence, j) if left.period.is_day else None
        if not day or _GLUED_ON.match(sentence.lower, sentence.tokens[j].end):
            return None
        following = day[1]
        end = sentence.tokens[following - 1].end
        stated = None
        if sentence.lower[end : end + 1] in (":", "%"):
            return None
        if sentence.gap(following - 1) in (",", "", "of", "in"):
            stated = words.year(sentence, following)
        opening = left.period.first
        first = valid_date(stated[0] if stated else opening.year, opening.month, day[0])
        if first and day[0] <= opening.day:
            first = moved(first, 1, "month")
        period = days(first) if first else None
        if period is None:
            return None
        if stated:
            following, end = stated[1], sentence.tokens[stated[1] - 1].end
        if stated or not left.period.is_inferred:
            period = period.stated()
        return Found(period, sentence.tokens[j].start, end, following)

    def days_of_month(self, reading: Reading, i: int, floor: int) -> FoundRange | None:
        """Read the range that a bare day of the month opens.

        Args:
            reading: The sentence.
            i: The token of the day.
            floor: Where what was read before ends.

        Returns:
            The range, or None: "9 to 12 June", "between the 3rd and the 12th of May".
        """
        sentence = reading.sentence
        day = self._points.words.day(sentence, i)
        gap = sentence.gap(day[1] - 1) if day else None
        start = sentence.tokens[i].start
        if not day or gap not in _AND or (gap not in _TO and not _is_between(reading, start)):
            return None
        right = self._end_point(reading, day[1])
        if right is None or not right.period.is_day:
            right = self._day_in(reading, day[1])
        if right is None:
            return None
        first = valid_date(right.period.first.year, right.period.first.month, day[0])
        if first and first > right.period.first:
            first = moved(first, -1, "month")
        period = days(first) if first else None
        if period is None:
            return None
        period = period._replace(is_inferred=right.period.is_inferred, floating=right.period.floating)
        left = Found(period, sentence.tokens[i].start, sentence.tokens[day[1] - 1].end, day[1])
        return _joined(reading, period, right.period, left, right, floor)

    def _day_in(self, reading: Reading, i: int) -> Found | None:
        """Read "23 in next month", the end of a range of days."""
        sentence = reading.sentence
        day = self._points.words.day(sentence, i)
        if not day or sentence.gap(day[1] - 1) not in ("in", "of", "", "in the", "of the"):
            return None
        month = self._points.read(reading, day[1])
        if month is None or month.period.precision is not DatePrecision.MONTH:
            return None
        first = valid_date(month.period.first.year, month.period.first.month, day[0])
        period = days(first) if first else None
        return Found(period, sentence.tokens[i].start, month.end, month.following) if period else None


def _short_year(sentence: Sentence, left: Found) -> Found | None:
    """Read the two figures of a year that close a range: "2013-14"."""
    token = sentence.tokens[left.following]
    is_glued = token.start - left.end == 1 and len(token.word) == 2 and token.word.isdigit()
    if left.period.precision is not DatePrecision.YEAR or not is_glued:
        return None
    opening = left.period.first.year
    year = opening // 100 * 100 + int(token.word)
    period = whole_years(year) if 0 < year - opening < _SHORT_RANGE else None
    return Found(period.stated(), token.start, token.end, left.following + 1) if period else None


def _is_between(reading: Reading, start: int) -> bool:
    """Tell whether "between" stands before an offset, so that "and" closes a range."""
    return reading.sentence.lower.endswith(("between ", "between the "), 0, start)


def _joined(
    reading: Reading, first: Period, last: Period, left: Found, right: Found, floor: int
) -> FoundRange:
    start, lower = left.start, reading.sentence.lower
    reach = max(floor, start - _OPENING_REACH)
    before = lower[reach:start].split()
    for word in ("from", "between"):
        if before and (before[-1] == word or before[-2:] == [word, "the"]):
            start = lower.rindex(word, reach, start)
            break
    fineness = list(DatePrecision).index
    precision = min(first.precision, last.precision, key=fineness)
    period = Period(first.first, last.end, precision, is_inferred=first.is_inferred or last.is_inferred)
    closing = last.end if lower.startswith("end", right.start) else last.first
    return FoundRange(period, closing, start, right.end, right.following)


def _aligned(left: Period, right: Period) -> tuple[Period, Period] | None:
    """Return the ends of a range, what one leaves open filled in from the other; None for no range."""
    first: Period | None = left
    last: Period | None = right
    if left.floating is Floating.YEAR and not right.is_inferred:
        first = _in_year(left, right.first.year)
        if first and first.first > right.first:
            first = _in_year(left, right.first.year - 1)
    elif right.floating is Floating.YEAR:
        last = _in_year(right, left.first.year)
        if last and last.first < left.first:
            last = _in_year(right, left.first.year + 1)
    elif right.floating is Floating.WEEK:
        steps = -((right.first - left.first).days // 7)
        day = moved(right.first, steps, "week")
        last = days(day) if day else None
    if first is None or last is None or first.first > last.first:
        return None
    return first, last


def _in_year(period: Period, year: int) -> Period | None:
    """Return the same days of another year."""
    months = 12 * (year - period.first.year)
    if period.precision is DatePrecision.MONTH:
        first, end = moved(period.first, months, "month"), moved(period.end, months, "month")
        return period._replace(first=first, end=end) if first and end else None
    first = valid_date(year, period.first.month, period.first.day)
    end = moved(first, (period.end - period.first).days, "day") if first else None
    return period._replace(first=first, end=end) if first and end else None
