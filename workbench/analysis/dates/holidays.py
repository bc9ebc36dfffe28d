"""Holidays in a text: "Christmas 2018", "last Thanksgiving", "Labor Day weekend"."""

import re
from typing import Final

from workbench.analysis.dates.calendar_periods import Period, days, moved
from workbench.analysis.dates.holiday_days import Holidays
from workbench.analysis.dates.reading import Found, Reading
from workbench.analysis.dates.words import DateWords

_CAPITAL_NEXT: Final = re.compile(r" (?!Day|Eve|Week|Sunday|Monday|Night|Morning)[A-Z][a-z]")


class HolidayDates:
    """Reads holidays.

    Args:
        words: The words of dates.
        holidays: The days they fall on.
    """

    def __init__(self, words: DateWords, holidays: Holidays) -> None:
        self._words = words
        self._holidays = holidays

    def read(self, reading: Reading, i: int) -> Found | None:
        """Read the holiday that a token names.

        Args:
            reading: The sentence.
            i: The token.

        Returns:
            The day, or the weekend around it; None when the words only look like a holiday.
        """
        sentence = reading.sentence
        token = sentence.tokens[i]
        if (
            token.word == "new year"
            and sentence.raw[token.start].islower()
            and reading.last_word(token.start) in ("a", "the", "this")
        ):
            return None
        if _CAPITAL_NEXT.match(sentence.raw, token.end):
            return None  # "Easter Island"
        stated = None
        if sentence.gap(i) in ("", "of", ",", "in"):
            stated = self._words.year(sentence, i + 1)
        following = stated[1] if stated else i + 1
        if stated:
            day = self._holidays.day(token.word, stated[0])
            period = days(day) if day else None
            period = period.stated() if period else None
        else:
            period = self.nearest(reading, token.word, token.start)
        if period is None:
            return None
        end = sentence.tokens[following - 1].end
        if sentence.gap(following - 1) == "" and sentence.tokens[following].word == "weekend":
            period = weekend_of(period)
            end, following = sentence.tokens[following].end, following + 1
        return Found(period, token.start, end, following)

    def nearest(self, reading: Reading, name: str, start: int) -> Period | None:
        """Return the occurrence of a holiday that a text without a year means."""
        day = self._holidays.day(name, reading.today.year)
        if day is None:
            return None
        near = reading.nearest(start, day.month, day.day)
        chosen = self._holidays.day(name, near.first.year) if near else None
        period = days(chosen) if chosen else None
        return period._replace(floating=near.floating) if period and near else None

    def in_year(self, name: str, number: int) -> Period | None:
        """Return the day of a holiday in a year."""
        day = self._holidays.day(name, number)
        return days(day) if day else None


def weekend_of(period: Period) -> Period:
    """Return the weekend that a day makes with the Saturday and Sunday next to it."""
    weekday = period.first.isoweekday()
    saturday = moved(period.first, 6 - weekday if weekday >= 3 else -1 - weekday, "day")
    weekend = days(saturday, 2) if saturday else None
    if weekend is None:
        return period
    return period._replace(first=min(period.first, weekend.first), end=max(period.end, weekend.end))
