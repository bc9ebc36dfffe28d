"""Weeks and weekends: "the week of April 10th", "week 31", "the year before last", "the weekend"."""

from typing import Final

from workbench.analysis.dates.calendar_periods import around, days, months, moved
from workbench.analysis.dates.nths import nth_of
from workbench.analysis.dates.reading import Found, PointReader, Reading
from workbench.analysis.dates.tense import Direction
from workbench.analysis.dates.words import DateWords
from workbench.analysis.numbers.number_tokens import DIGITS, ORDINAL
from workbench.model.claim import DatePrecision

_OF: Final = frozenset({"of", "of the", "in", "in the", "of the year", "in the year"})
_STARTS: Final = frozenset(
    {"of", "of the", "starting", "starting on", "commencing", "commencing on", "ending"}
)
_UNITS: Final = frozenset({"week", "weekend", "month", "year"})
_ANY: Final = frozenset({"a", "every", "each", "long", "per"})
_WEEKS: Final = 53


class WeekDates:
    """Reads weeks and weekends.

    Args:
        words: The words of dates.
        point: What reads any single date.
    """

    def __init__(self, words: DateWords, point: PointReader) -> None:
        self._words = words
        self._point = point

    def read(self, reading: Reading, i: int) -> Found | None:
        """Read the weeks that begin with a token.

        Args:
            reading: The sentence.
            i: The token of the unit.

        Returns:
            The days, or None: "the week of April 10th", "week 3 of 2027", "the month of May".
        """
        sentence = reading.sentence
        token = sentence.tokens[i]
        unit = self._words.units[token.word]
        gap = sentence.gap(i)
        if gap is None or unit not in _UNITS:
            return self._bare_weekend(reading, i)
        if unit == "week" and gap == "" and sentence.tokens[i + 1].kind & DIGITS:
            return self._numbered_week(reading, i)
        if gap == "" and sentence.tokens[i + 1].word == "beginning" and sentence.gap(i + 1) in ("", "on"):
            gap, i = "of", i + 1
        if gap not in _STARTS:
            return self._next_but_one(reading, i, unit) or self._bare_weekend(reading, i)
        found = self._point(reading, i + 1) or self._day_of_month(reading, i + 1)
        if found is None:
            return self._bare_weekend(reading, i)
        if unit in ("month", "year"):
            return found._replace(start=token.start) if not found.period.is_day else None
        period = around(found.period.first, unit) if found.period.is_day else None
        return Found(period, token.start, found.end, found.following) if period else None

    def _next_but_one(self, reading: Reading, i: int, unit: str) -> Found | None:
        """Read "the week after next", "the year before last"."""
        sentence = reading.sentence
        gap, j = sentence.gap(i), i + 1
        if gap == "" and sentence.tokens[j].word == "before" and sentence.gap(j) == "":
            j += 1
        elif gap != "after":
            return None
        word = sentence.tokens[j].word
        if (word, gap) not in (("next", "after"), ("last", "")):
            return None
        day = moved(reading.today, 2 if word == "next" else -2, unit)
        period = around(day, unit) if day else None
        return Found(period, sentence.tokens[i].start, sentence.tokens[j].end, j + 1) if period else None

    def _bare_weekend(self, reading: Reading, i: int) -> Found | None:
        token = reading.sentence.tokens[i]
        before = reading.last_word(token.start)
        if token.word != "weekend" or before in _ANY:
            return None
        period = around(reading.today, "weekend")
        if period and period.first > reading.today and reading.direction(token.start) is Direction.PAST:
            last = moved(reading.today, -7, "day")
            period = around(last, "weekend") if last else None
        return Found(period, token.start, token.end, i + 1) if period else None

    def _numbered_week(self, reading: Reading, i: int) -> Found | None:
        sentence = reading.sentence
        number = self._words.plain(sentence, i + 1)
        if number is None or not 1 <= number[0] <= _WEEKS:
            return None
        token = sentence.tokens[i]
        end, following = sentence.tokens[i + 1].end, i + 2
        whole = self._point(reading, i + 2) if sentence.gap(i + 1) in _OF else None
        base = whole.period if whole else months(reading.today.year, 1, 12, DatePrecision.YEAR)
        period = nth_of(base, "week", number[0], 1) if base else None
        if whole:
            end, following = whole.end, whole.following
        return Found(period, token.start, end, following) if period else None

    def _day_of_month(self, reading: Reading, i: int) -> Found | None:
        """Read "the week of the 18th"."""
        sentence = reading.sentence
        day = self._words.day(sentence, i)
        if not day or not sentence.tokens[i].kind & ORDINAL:
            return None
        first = around(reading.today, "month")
        date_ = moved(first.first, day[0] - 1, "day") if first else None
        period = days(date_) if date_ else None
        return (
            Found(period, sentence.tokens[i].start, sentence.tokens[day[1] - 1].end, day[1])
            if period
            else None
        )
