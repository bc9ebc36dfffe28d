"""One date, with the part of the day and the clock time next to it."""

import re
from typing import Final

from workbench.analysis.dates.absolute import AbsoluteDates
from workbench.analysis.dates.calendar_periods import days, months, moved
from workbench.analysis.dates.clock_times import clock_after, clock_at
from workbench.analysis.dates.counts import CountedDates
from workbench.analysis.dates.holiday_days import Holidays
from workbench.analysis.dates.holidays import HolidayDates
from workbench.analysis.dates.nths import NthDates
from workbench.analysis.dates.parts import PartDates
from workbench.analysis.dates.reading import Found, Reading
from workbench.analysis.dates.shifts import ShiftedDates
from workbench.analysis.dates.weekdays import WeekdayDates
from workbench.analysis.dates.weeks import WeekDates
from workbench.analysis.dates.words import DateWords
from workbench.analysis.dates.years import YearDates
from workbench.analysis.numbers.number_tokens import (
    CARDINAL,
    DAYWORD,
    DECADE,
    DIGITS,
    EDGE,
    FRACTION,
    HOLIDAY,
    MONTH,
    ORDINAL,
    PART,
    QUARTER,
    SEASON,
    SHIFT,
    UNIT,
    VAGUE,
    WEEKDAY,
    YEAR,
    NumberTokens,
)
from workbench.analysis.numbers.unit_grammar import UnitGrammar
from workbench.analysis.numbers.units import Units
from workbench.model.claim import DatePrecision

STARTING: Final = (
    MONTH | WEEKDAY | DAYWORD | HOLIDAY | QUARTER | DECADE | SHIFT | EDGE | ORDINAL | DIGITS | CARDINAL
    | VAGUE | FRACTION | UNIT | SEASON | PART
)  # fmt: skip
_NUMBERS: Final = DIGITS | CARDINAL | VAGUE | FRACTION
_BEFORE_PART: Final = frozenset({"", "in the", "at", ", at", "around", "by"})
_PART_OF: Final = frozenset({"of", "on", "of the", ""})
_JOINTS: Final = ("-", "/", ".", "–")
_TIME_AFTER: Final = re.compile(r":[0-9]|\s?[ap]\.?\s?m|\s?o'?\s?clock|[ap]\b|h[0-9]|, ")
_TO_DATE: Final = re.compile(r",?\s*(?:(?:on|of|this)\s+)?")
_NEAR: Final = 12
_DEEPEST: Final = 4


class DatePoints:
    """Reads single dates.

    Args:
        tokens: What knows the tables.
        units: The units of measure, which tell "2000 km" from a year.
    """

    def __init__(self, tokens: NumberTokens, units: Units) -> None:
        words = DateWords(tokens)
        holidays = HolidayDates(words, Holidays(tokens.dates))
        self.words = words
        self._absolute = AbsoluteDates(words)
        self._years = YearDates(words, UnitGrammar(units))
        self._holidays = holidays
        self._counts = CountedDates(words, self.read)
        self._weekdays = WeekdayDates(words, self._absolute.numeric, self.read)
        self._shifts = ShiftedDates(words, holidays, self.read, self._counts.rolling)
        self._parts = PartDates(words, self.read)
        self._nths = NthDates(words, self.read)
        self._weeks = WeekDates(words, self.read)

    def read(self, reading: Reading, i: int) -> Found | None:
        """Read the date that begins with a token, with what follows of the time of day.

        Args:
            reading: The sentence.
            i: The token; there need not be one.

        Returns:
            The date, or None.
        """
        if i >= len(reading.sentence.tokens) or reading.depth >= _DEEPEST:
            return None
        reading.depth += 1
        found = self._dated(reading, i)
        reading.depth -= 1
        if found and _is_near(reading, found) and found.period.is_day and not found.period.part[:1].isdigit():
            return self._timed(reading, found)
        return found

    def with_time(self, reading: Reading, i: int) -> Found | None:
        """Read a date, also one that a clock time or part of the day precedes: "8:30 p.m. on Tuesday"."""
        sentence = reading.sentence
        token = sentence.tokens[i]
        if token.kind & PART and sentence.gap(i) in _PART_OF:
            day = self.read(reading, i + 1)
            if day and day.period.is_day and not day.period.part:
                return day._replace(start=token.start, period=day.period.at(self.words.parts[token.word]))
        if token.kind & (DIGITS | CARDINAL) and _TIME_AFTER.match(sentence.lower, token.end):
            clock = clock_at(sentence, token.start)
            lead = _TO_DATE.match(sentence.lower, clock[1]) if clock else None
            j = reading.token_from(i, lead.end()) if lead else 0
            if clock and lead and j < len(sentence.tokens) and sentence.tokens[j].start <= lead.end():
                # "this morning": the word of shifting is part of the date.
                shift = reading.token_from(i, clock[1])
                day = self.read(reading, min(shift, j) if sentence.tokens[shift].kind & SHIFT else j)
                if day and day.period.is_day and not day.period.part[:1].isdigit():
                    timed = clock_at(sentence, token.start, day.period.part) or clock
                    return day._replace(start=token.start, period=day.period.at(timed[0]))
        return self.read(reading, i)

    def _dated(self, reading: Reading, i: int) -> Found | None:
        token = reading.sentence.tokens[i]
        kind = token.kind
        if not kind & STARTING:
            return None
        if kind & WEEKDAY:
            return self._weekdays.read(reading, i)
        if kind & DAYWORD:
            return self._dayword(reading, i)
        if kind & HOLIDAY:
            return self._holidays.read(reading, i)
        if kind & SHIFT:
            return self._nths.read(reading, i) or self._shifts.read(reading, i)
        if kind & EDGE:
            return self._parts.read(reading, i)
        if kind & (QUARTER | DECADE):
            return self._years.read(reading, i)
        if kind & YEAR and reading.sentence.lower[token.end : token.end + 1] not in _JOINTS:
            found = self._years.read(reading, i)
            if found:
                return found
        found = self._absolute.read(reading, i) if kind & (MONTH | DIGITS | ORDINAL | CARDINAL) else None
        if found is None and kind & ORDINAL:
            found = self._years.read(reading, i) or self._nths.read(reading, i)
        if found is None and kind & (_NUMBERS | UNIT):
            found = self._counts.read(reading, i)
        if found is None and kind & (DIGITS | CARDINAL):
            found = self._years.read(reading, i) or (self._nths.read(reading, i) if kind & CARDINAL else None)
        if found is None and kind & UNIT:
            found = self._weeks.read(reading, i)
        if found is None and kind & SEASON:
            found = self._season(reading, i)
        return found

    def _dayword(self, reading: Reading, i: int) -> Found | None:
        sentence = reading.sentence
        token = sentence.tokens[i]
        before = sentence.raw[max(0, token.start - 4) : token.start]
        if sentence.raw[token.start].isupper() and before.strip().isupper():
            return None  # the newspaper USA Today
        day = moved(reading.today, self.words.days[token.word], "day")
        period = days(day) if day else None
        if period is None:
            return None
        return Found(period.at("night") if token.word == "tonight" else period, token.start, token.end, i + 1)

    def _season(self, reading: Reading, i: int) -> Found | None:
        """Read "the summer of 2016"."""
        sentence = reading.sentence
        token = sentence.tokens[i]
        stated = self.words.year(sentence, i + 1) if sentence.gap(i) in ("of", "") else None
        if not stated:
            return None
        period = months(stated[0], self.words.seasons[token.word], 3, DatePrecision.MONTH)
        end = sentence.tokens[stated[1] - 1].end
        return Found(period.stated(), token.start, end, stated[1]) if period else None

    def _timed(self, reading: Reading, found: Found) -> Found:
        """Add the part of the day and the clock time that follow."""
        sentence = reading.sentence
        j = found.following
        period, end = found.period, found.end
        if not period.part and sentence.gap(j - 1) in _BEFORE_PART:
            edge = ""
            if sentence.tokens[j].kind & EDGE and sentence.gap(j) == "":
                edge, j = f"{sentence.tokens[j].word} ", j + 1
            token = sentence.tokens[j]
            if token.kind & PART:
                period, end, j = period.at(edge + self.words.parts[token.word]), token.end, j + 1
        clock = clock_after(sentence, end, period.part)
        if clock:
            period, end = period.at(clock[0]), clock[1]
        if end == found.end:
            return found
        return Found(period, found.start, end, reading.token_from(found.following, end))


def _is_near(reading: Reading, found: Found) -> bool:
    """Tell whether a token follows a date so closely that it can be its time of day."""
    tokens = reading.sentence.tokens
    return found.following < len(tokens) and tokens[found.following].start - found.end <= _NEAR
