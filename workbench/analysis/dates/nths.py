"""The n-th of a time: "the first week of May", "last Friday of June", "the 21st of next month"."""

from typing import Final

from workbench.analysis.dates.calendar_periods import (
    Period,
    around,
    days,
    moved,
    nth_weekday,
    valid_date,
    weeks_of,
)
from workbench.analysis.dates.parts import current
from workbench.analysis.dates.reading import Found, PointReader, Reading
from workbench.analysis.dates.tense import Direction
from workbench.analysis.dates.words import DateWords
from workbench.analysis.numbers.number_tokens import CARDINAL, DIGITS, SHIFT, UNIT, WEEKDAY
from workbench.model.claim import DatePrecision

_OF: Final = frozenset({"of", "of the", "in", "in the", "of the year", "in the year", "during"})
_AFTER_DAY: Final = frozenset({"at", "and", "for", "in", "that", "when", "with", "to", "or"})
_DAILY: Final = frozenset({"day", "weekend", "fortnight"})
_YEARLY: Final = frozenset({"year", "decade"})
_MONTHLY: Final = frozenset({"month", "quarter", "half"})
_WEEKS: Final = 53
_LAST_DAY: Final = 31
_LAST: Final = -1


class NthDates:
    """Reads ordinals within periods.

    Args:
        words: The words of dates.
        point: What reads any single date.
    """

    def __init__(self, words: DateWords, point: PointReader) -> None:
        self._words = words
        self._point = point

    def read(self, reading: Reading, i: int) -> Found | None:
        """Read the n-th of a period: "the first week of May", "last Friday of June", "first ten days of May".

        Args:
            reading: The sentence.
            i: The token of the ordinal, or of "last".

        Returns:
            The part of the period that is meant, or None.
        """
        sentence = reading.sentence
        number, j = self._place(reading, i)
        if number and number > 0 and sentence.gap(j - 1) in ("", "of") and sentence.tokens[j].kind & SHIFT:
            return self._day_of_shifted(reading, i, number, j)
        if number == 0 or sentence.gap(j - 1) not in ("", "-"):
            return self._lone_day(reading, i, number, j)
        count = 1
        if sentence.tokens[j].kind & (DIGITS | CARDINAL):
            plain = self._words.plain(sentence, j)
            if plain is None or sentence.gap(plain[1] - 1) != "" or abs(number) != 1:
                return None
            count, j = plain
        token = sentence.tokens[j]
        gap = sentence.gap(j)
        if not token.kind & (UNIT | WEEKDAY):
            return None
        unit = self._words.units.get(token.word, "")
        short = unit in ("quarter", "half") and gap in ("", ",")
        if gap not in _OF and not short:
            return None
        whole = self._point(reading, j + 1) or current(reading, self._words, j + 1, gap)
        if whole is None or whole.period.is_day:
            return None
        if token.kind & WEEKDAY and not unit:
            day = nth_weekday(whole.period, self._words.weekdays[token.word], number)
            period = days(day) if day else None
        else:
            period = nth_of(whole.period, unit, number, count)
        if period is None:
            return None
        period = period if whole.period.is_inferred else period.stated()
        return Found(period, sentence.tokens[i].start, whole.end, whole.following)

    def _place(self, reading: Reading, i: int) -> tuple[int, int]:
        """Return which one is meant, -1 for the last and 0 for none, and the token after."""
        token = reading.sentence.tokens[i]
        if token.kind & SHIFT:
            return (_LAST, i + 1) if token.word == "last" else (0, i + 1)
        ordinal = self._words.ordinal(reading.sentence, i)
        return ordinal if ordinal else (0, i + 1)

    def _day_of_shifted(self, reading: Reading, i: int, number: int, j: int) -> Found | None:
        """Read "the 21st of next month"."""
        month = self._point(reading, j)
        if month is None or month.period.precision is not DatePrecision.MONTH:
            return None
        day = moved(month.period.first, number - 1, "day")
        period = days(day) if day and day < month.period.end else None
        return Found(period, reading.sentence.tokens[i].start, month.end, month.following) if period else None

    def _lone_day(self, reading: Reading, i: int, number: int, j: int) -> Found | None:
        """Read "on the 18th" where nothing that it could number follows: the nearest one."""
        sentence = reading.sentence
        token = sentence.tokens[i]
        is_introduced = sentence.lower.endswith("on the ", 0, token.start)
        if not (0 < number <= _LAST_DAY and is_introduced and token.word.isdigit()):
            return None
        follows = sentence.word_after(sentence.tokens[j - 1].end)
        if follows[:1].isalnum() and follows not in _AFTER_DAY:
            return None
        ahead = reading.direction(token.start) is Direction.FUTURE
        month = around(reading.today, "month")
        for step in (0, 1 if ahead else -1):
            base = moved(month.first, step, "month") if month else None
            first = valid_date(base.year, base.month, number) if base else None
            if first and (first >= reading.today if ahead else first <= reading.today):
                period = days(first)
                return Found(period, token.start, sentence.tokens[j - 1].end, j) if period else None
        return None


def nth_of(whole: Period, unit: str, number: int, count: int) -> Period | None:
    """Return a run of units within a period, counted from its start, or from its end when negative."""
    if unit == "week":
        monday, weeks = weeks_of(whole)
        place = weeks - count if number < 0 else number - 1
        first = moved(monday, place, "week") if 0 <= place < max(weeks, _WEEKS) else None
        return days(first, 7 * count) if first else None
    if unit not in _DAILY | _MONTHLY | _YEARLY:
        return None
    first = moved(whole.end, -count, unit) if number < 0 else moved(whole.first, number - 1, unit)
    end = moved(first, count, unit) if first else None
    if first is None or end is None or not whole.first <= first < whole.end:
        return None
    if unit in _YEARLY:
        return Period(first, end, DatePrecision.YEAR)
    return Period(first, end, DatePrecision.DAY if unit in _DAILY else DatePrecision.MONTH)
