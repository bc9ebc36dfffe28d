"""Weekdays: "on Tuesday", "Tuesday, February 6", "Friday the 26th", "Tuesday of last week"."""

from typing import Final

from workbench.analysis.dates.calendar_periods import Floating, days, length_of_month, moved, nth_weekday
from workbench.analysis.dates.numeric import NumericDates
from workbench.analysis.dates.reading import Found, PointReader, Reading
from workbench.analysis.dates.tense import Direction
from workbench.analysis.dates.words import DateWords
from workbench.analysis.numbers.number_tokens import DAYWORD, DIGITS, ORDINAL, PART, SHIFT, UNIT, WEEKDAY

_BEFORE_DATE: Final = frozenset({"", ",", "the", ", the", "(", "-", ", on", "on the"})
_BEFORE_WEEK: Final = frozenset({"of", "of the", "in", "in the"})
_WEEKLY: Final = frozenset({"week", "workweek"})
_MONTHS_TO_SEARCH: Final = 12


class WeekdayDates:
    """Reads weekdays.

    Args:
        words: The words of dates.
        numeric: What reads dates in figures.
        point: What reads any single date.
    """

    def __init__(self, words: DateWords, numeric: NumericDates, point: PointReader) -> None:
        self._words = words
        self._numeric = numeric
        self._point = point

    def read(self, reading: Reading, i: int) -> Found | None:
        """Read the weekday that a token names, with the date next to it.

        Args:
            reading: The sentence.
            i: The token.

        Returns:
            The day; None when the word only looks like a weekday.
        """
        sentence = reading.sentence
        token = sentence.tokens[i]
        weekday = self._words.weekdays[token.word]
        gap = sentence.gap(i)
        if gap in _BEFORE_DATE:
            reading.joint = sentence.tokens[i + 1].start
            dated = self._dated(reading, i + 1, gap, weekday)
            if dated:
                return dated._replace(start=token.start)
        if gap in _BEFORE_WEEK and sentence.tokens[i + 1].kind & SHIFT:
            week = self._point(reading, i + 1)
            if week and sentence.tokens[week.following - 1].word in _WEEKLY:
                day = nth_weekday(week.period, weekday, 1)
                period = days(day) if day else None
                return Found(period, token.start, week.end, week.following) if period else None
        if token.word in self._words.unsure and not self._is_weekday(reading, i):
            return None
        return self._nearest(reading, i, weekday)

    def _dated(self, reading: Reading, i: int, gap: str, weekday: int) -> Found | None:
        """Read the date after a weekday."""
        token = reading.sentence.tokens[i]
        if token.kind & (WEEKDAY | DAYWORD | SHIFT | UNIT | PART):
            return None
        found = self._numeric.read(reading, i, in_range=True) if token.kind & DIGITS else None
        found = found or self._point(reading, i)
        if found and found.period.is_day:
            return found
        return self._day_of_month(reading, i, gap, weekday)

    def _day_of_month(self, reading: Reading, i: int, gap: str, weekday: int) -> Found | None:
        """Read "Friday the 26th", "Mon 13th", "Monday 21": the nearest 21st that is a Monday."""
        sentence = reading.sentence
        token = sentence.tokens[i]
        day = self._words.day(sentence, i)
        if not day:
            return None
        end = sentence.tokens[day[1] - 1].end
        is_ordinal = bool(token.kind & ORDINAL) and token.word.isdigit()
        follows = sentence.word_after(end)
        is_last = gap == "" and token.kind & DIGITS and (not follows[:1].isalnum() or follows == "at")
        if not (is_ordinal or "the" in gap or is_last):
            return None
        step = 1 if reading.direction(token.start) is Direction.FUTURE else -1
        for way in (step, -step):
            for count in range(_MONTHS_TO_SEARCH):
                first = moved(reading.today.replace(day=1), way * count, "month")
                if first is None or day[0] > length_of_month(first.year, first.month):
                    continue
                period = days(first.replace(day=day[0]))
                if period and period.first.isoweekday() == weekday:
                    return Found(period, token.start, end, day[1])
        return None

    def _is_weekday(self, reading: Reading, i: int) -> bool:
        """Tell whether an abbreviation is a weekday: not in "the sun", "he sat"."""
        sentence = reading.sentence
        token = sentence.tokens[i]
        before = reading.last_word(token.start)
        if before in ("the", "a"):
            return False
        if sentence.gap(i) is not None and sentence.tokens[i + 1].kind & WEEKDAY:
            return True
        is_capital = sentence.raw[token.start].isupper()
        return before in self._words.assuring and (is_capital or before in ("on", "next", "last"))

    @staticmethod
    def _nearest(reading: Reading, i: int, weekday: int) -> Found | None:
        """Read a bare weekday: the latest one, or the next where the sentence speaks of the future."""
        token = reading.sentence.tokens[i]
        back = (reading.today.isoweekday() - weekday) % 7
        is_ahead = reading.direction(token.start) is Direction.FUTURE
        day = moved(reading.today, (7 - back) % 7 if is_ahead else -back, "day")
        period = days(day, floating=Floating.WEEK) if day else None
        return Found(period, token.start, token.end, i + 1) if period else None
