"""Dates one step away: "last Tuesday", "next month", "this summer", "last night"."""

from collections.abc import Callable
from typing import Final

from workbench.analysis.dates.calendar_periods import Floating, Period, around, days, months, moved
from workbench.analysis.dates.holidays import HolidayDates
from workbench.analysis.dates.reading import Found, PointReader, Reading
from workbench.analysis.dates.tense import Direction
from workbench.analysis.dates.words import DateWords
from workbench.analysis.numbers.number_tokens import HOLIDAY, MONTH, PART, SEASON, SHIFT, UNIT, WEEKDAY
from workbench.model.claim import DatePrecision

_COMING: Final = frozenset({"coming", "upcoming"})
_WEEKLY: Final = frozenset({"week", "weekend", "workweek", "fortnight"})
_SATURDAY: Final = 6
_BEFORE_TARGET: Final = frozenset({"", "-", "couple", "calendar", "working", "business", "full", "few"})
_BEFORE_WEEKDAY: Final = frozenset({"", "on", "-", ",", ", on"})


class ShiftedDates:
    """Reads what follows "last", "this", "next" and their like.

    Args:
        words: The words of dates.
        holidays: What reads holidays.
        point: What reads any single date.
        rolling: What reads "two weeks" in "the next two weeks".
    """

    def __init__(
        self,
        words: DateWords,
        holidays: HolidayDates,
        point: PointReader,
        rolling: Callable[[Reading, int, int], Found | None],
    ) -> None:
        self._words = words
        self._holidays = holidays
        self._point = point
        self._rolling = rolling

    def read(self, reading: Reading, i: int) -> Found | None:
        """Read the date that begins with a word of shifting.

        Args:
            reading: The sentence.
            i: The token: "last".

        Returns:
            The date; None when the word shifts something else.
        """
        sentence = reading.sentence
        start, word = sentence.tokens[i].start, sentence.tokens[i].word
        if sentence.gap(i) == "" and sentence.tokens[i + 1].kind & SHIFT:
            i += 1  # "this past Wednesday"
            word = sentence.tokens[i].word
        if sentence.gap(i) not in _BEFORE_TARGET:
            return None
        step, kind = self._words.shifts[word], sentence.tokens[i + 1].kind
        if kind & WEEKDAY:
            found = self._weekday(reading, i + 1, step, word)
        elif kind & MONTH:
            found = self._month(reading, i + 1, step)
        elif kind & PART and step <= 0:
            found = self._part(reading, i + 1, step)
        elif kind & UNIT:
            found = self._unit(reading, i + 1, step, word)
        elif kind & SEASON:
            found = self._season(reading, i + 1, step)
        elif kind & HOLIDAY:
            found = self._holiday(reading, i + 1, step)
        else:
            found = self._rolling(reading, i + 1, step) or self._day(reading, i + 1, step)
        return found._replace(start=start) if found else None

    def _weekday(self, reading: Reading, i: int, step: int, word: str) -> Found | None:
        token = reading.sentence.tokens[i]
        weekday, today = self._words.weekdays[token.word], reading.today
        if word == "following" and reading.sentence.lower.startswith("'s", token.end):
            return None  # "following Monday's debate": after it
        whole = self._point(reading, i)
        if whole and whole.period.floating is not Floating.WEEK:
            return _in_year(whole, today.year) if step >= 0 else whole
        if word == "past":
            day = moved(today, -((today.isoweekday() - weekday - 1) % 7 + 1), "day")
        elif word in _COMING:
            day = moved(today, (weekday - today.isoweekday() - 1) % 7 + 1, "day")
        else:
            day = moved(today, 7 * step + weekday - today.isoweekday(), "day")
        period = days(day) if day else None
        return Found(period, token.start, token.end, i + 1) if period else None

    def _month(self, reading: Reading, i: int, step: int) -> Found | None:
        """Read "last September": the latest one that is over, "next": the first one to begin."""
        token = reading.sentence.tokens[i]
        if token.word == "may" and step == 0 and reading.sentence.raw[token.start].islower():
            return None  # "this may take longer"
        found = self._point(reading, i)
        if found and not found.period.is_inferred:
            return found
        number, today = self._words.months[token.word], reading.today
        passed = step < 0 and number >= today.month
        year = today.year - passed + (step > 0 and number <= today.month)
        if found and found.period.is_day:
            return _in_year(found, year)
        period = months(year, number, 1, DatePrecision.MONTH)
        return Found(period, token.start, token.end, i + 1) if period else None

    def _day(self, reading: Reading, i: int, step: int) -> Found | None:
        """Read "next 6th of April"."""
        found = self._point(reading, i)
        if not found or not found.period.is_day:
            return None
        return _in_year(found, reading.today.year + step)

    def _part(self, reading: Reading, i: int, step: int) -> Found | None:
        token = reading.sentence.tokens[i]
        day = moved(reading.today, step, "day")
        period = days(day) if day else None
        return (
            Found(period.at(self._words.parts[token.word]), token.start, token.end, i + 1) if period else None
        )

    def _unit(self, reading: Reading, i: int, step: int, word: str) -> Found | None:
        """Read "last week", "this year", "next week on Tuesday"."""
        sentence = reading.sentence
        token = sentence.tokens[i]
        unit = self._words.units[token.word]
        if unit == "week" and sentence.gap(i - 1) in ("working", "business"):
            unit = "workweek"
        if token.word in ("weeks", "months", "years", "days", "quarters", "decades"):
            return None
        if unit == "day" and (step <= 0 or reading.direction(token.start) is not Direction.FUTURE):
            return None  # "the next day" is told from within the story
        if word == "past" and unit != "quarter":
            first = moved(reading.today, -1, unit)
            period = Period(first, reading.today, DatePrecision.DAY) if first else None
            return Found(period, token.start, token.end, i + 1) if period else None
        if unit == "weekend" and step == 0 and reading.direction(token.start) is Direction.PAST:
            step = -1 if reading.today.isoweekday() < _SATURDAY else 0
        day = moved(
            reading.today, step * (2 if unit == "fortnight" else 1), "week" if unit in _WEEKLY else unit
        )
        period = around(day, unit) if day else None
        if period is None:
            return None
        if unit == "week" and sentence.gap(i) in _BEFORE_WEEKDAY and sentence.tokens[i + 1].kind & WEEKDAY:
            chosen = sentence.tokens[i + 1]
            day = moved(period.first, self._words.weekdays[chosen.word] - 1, "day")
            period = days(day) if day else None
            return Found(period, token.start, chosen.end, i + 2) if period else None
        return Found(period, token.start, token.end, i + 1)

    def _season(self, reading: Reading, i: int, step: int) -> Found | None:
        token = reading.sentence.tokens[i]
        number, today = self._words.seasons[token.word], reading.today
        around_now = [months(today.year + offset, number, 3, DatePrecision.MONTH) for offset in (-1, 0, 1)]
        chosen = _chosen(around_now, reading, step)
        return Found(chosen, token.start, token.end, i + 1) if chosen else None

    def _holiday(self, reading: Reading, i: int, step: int) -> Found | None:
        token = reading.sentence.tokens[i]
        year = reading.today.year
        around_now = [self._holidays.in_year(token.word, year + offset) for offset in (-1, 0, 1)]
        chosen = _chosen(around_now, reading, step)
        return Found(chosen, token.start, token.end, i + 1) if chosen else None


def _chosen(occurrences: list[Period | None], reading: Reading, step: int) -> Period | None:
    """Return the latest occurrence that is over, this year's, or the first that is to come."""
    if step == 0:
        return occurrences[1]
    if step < 0:
        passed = [period for period in occurrences if period and period.end <= reading.today]
        return passed[-1] if passed else None
    ahead = [period for period in occurrences if period and period.first > reading.today]
    return ahead[0] if ahead else None


def _in_year(found: Found, year: int) -> Found | None:
    """Return the same day of another year, where the text leaves the year open."""
    if found.period.floating is not Floating.YEAR:
        return found
    first = moved(found.period.first, 12 * (year - found.period.first.year), "month")
    period = days(first) if first else None
    return found._replace(period=period) if period else None
