"""The dates of a sentence: single ones, ranges ("from May to October"), open ones ("since 2011")."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from workbench.analysis.dates.calendar_periods import Period, days, moved
from workbench.analysis.dates.points import DatePoints
from workbench.analysis.dates.ranges import DateRanges
from workbench.analysis.dates.reading import Found, Reading
from workbench.analysis.dates.starts import may_start
from workbench.analysis.dates.tense import Tense
from workbench.analysis.numbers.number_tokens import (
    CARDINAL,
    DAYWORD,
    DECADE,
    DIGITS,
    HOLIDAY,
    MONTH,
    PART,
    QUARTER,
    SEASON,
    UNIT,
    WEEKDAY,
    YEAR,
    NumberTokens,
    Sentence,
)
from workbench.analysis.numbers.units import Units

_CORE: Final = MONTH | WEEKDAY | DAYWORD | HOLIDAY | DECADE | QUARTER | YEAR | SEASON | UNIT | PART
_SINCE: Final = frozenset(
    {
        "since",
        "starting",
        "starting on",
        "beginning",
        "beginning on",
        "as early as",
        "starting from",
        "effective",
    }
)
_AFTER: Final = frozenset({"after", "later than", "greater than", "more recent than"})
_BEFORE: Final = frozenset({"before", "prior to", "earlier than", "ahead of"})
_UNTIL: Final = frozenset(
    {"until", "till", "by", "no later than", "as late as", "not later than", "up until", "through"}
)
_INTRODUCED: Final = re.compile(
    r"end|beginning|start|middle|year|week|[0-9]{2,4}s\b|[0-9]{1,2}(?:st|nd|rd|th)\b"
    r"|[a-z-]{3,20}(?:st|nd|rd|th) day\b"
)
_FROM_THEN: Final = re.compile(
    r" (?:(?:or|and) (?:later|after)|(?:and )?onwards?|and beyond|and greater)(?=[.,;:!?)\"”]|$)"
)
_ENDINGS: Final = frozenset(phrase.split()[-1] for phrase in _SINCE | _AFTER | _BEFORE | _UNTIL) | {
    "the",
    "year",
}
_MOST_WORDS: Final = 3
_REACH: Final = 24


class DateExpression(NamedTuple):
    """A date as a sentence states it, resolved; places are offsets into the sentence."""

    start: int
    """Where it begins."""
    end: int
    """Where it ends."""
    period: Period
    """The days meant; of an open one, the date that opens it."""
    first: date | None
    """The first day meant; None where the date is open to the past."""
    last: date | None
    """The last day meant; None where the date is open to the future."""
    closing: date | None = None
    """Where the closing date of a range begins: the first of October in "from May to October"."""


class DateGrammar:
    """Reads all dates of a sentence.

    Args:
        tokens: What knows the tables.
        units: The units of measure.
    """

    def __init__(self, tokens: NumberTokens, units: Units) -> None:
        self._points = DatePoints(tokens, units)
        self._ranges = DateRanges(self._points)
        self._tense = Tense(tokens.dates)

    def read(self, sentence: Sentence, today: date) -> Iterator[DateExpression]:
        """Read the dates of a sentence.

        Args:
            sentence: The sentence with its tokens.
            today: The day that relative dates are reckoned from.

        Yields:
            The dates in reading order; they are disjoint.
        """
        if not sentence.kinds & _CORE and not _may_be_numeric(sentence):
            return
        reading = Reading(sentence, today, self._tense)
        i, floor = 0, 0
        while i < len(sentence.tokens):
            token = sentence.tokens[i]
            if token.start < floor or not may_start(sentence, i):
                i += 1
                continue
            expression, following = self._expression(reading, i, floor)
            if expression is None:
                i += 1
                continue
            yield expression
            floor, i = expression.end, max(i + 1, following)

    def _expression(self, reading: Reading, i: int, floor: int) -> tuple[DateExpression | None, int]:
        found = self._first(reading, i)
        if found is None:
            ranged = self._ranges.days_of_month(reading, i, floor)
        else:
            ranged = self._ranges.closed(reading, found, floor)
        if ranged:
            period, closing = ranged.period, ranged.closing
            last = period.last
            return DateExpression(
                ranged.start, ranged.end, period, period.first, last, closing
            ), ranged.following
        if found is None or found.start < floor or reading.sentence.tokens[i].word == "now":
            return None, i
        return self._bounded(reading, found, floor), found.following

    def _first(self, reading: Reading, i: int) -> Found | None:
        token = reading.sentence.tokens[i]
        if token.word == "now":
            period = days(reading.today)
            return Found(period, token.start, token.end, i + 1) if period else None
        return self._points.with_time(reading, i)

    def _bounded(self, reading: Reading, found: Found, floor: int) -> DateExpression:
        """Apply "since", "before", "until" before a date, "or later" after it."""
        sentence, period = reading.sentence, found.period
        first, last = period.first, period.last
        closing = period.first if period.is_day else None
        if sentence.lower[found.end : found.end + 2] == "'s":
            return DateExpression(found.start, found.end, period, first, last)
        onward = _FROM_THEN.match(sentence.lower, found.end)
        if onward:
            return DateExpression(found.start, onward.end(), period, first, None)
        phrase, start = _preposition(sentence, found.start, floor)
        if phrase in _SINCE:
            return DateExpression(start, found.end, period, first, None)
        if phrase in _AFTER:
            return DateExpression(start, found.end, period, first if period.is_day else period.end, None)
        if phrase in _UNTIL:
            return DateExpression(start, found.end, period, None, last, closing)
        if phrase in _BEFORE:
            is_end = sentence.lower.startswith(("end", "the end", "close"), found.start)
            return DateExpression(
                start, found.end, period, None, last if is_end else moved(period.first, -1, "day")
            )
        return DateExpression(found.start, found.end, period, first, last)


def _preposition(sentence: Sentence, start: int, floor: int) -> tuple[str, int]:
    """Return the words before a date that open it and where they begin; "" and the offset for none."""
    segment = sentence.lower[max(floor, start - _REACH) : start].rstrip()
    if segment[segment.rfind(" ") + 1 :] not in _ENDINGS:
        return "", start
    words = segment.split()
    if words[-1] == "year":
        words.pop()
    # "after the end of May", "since the 1990s", but not "after the 2011 vote"
    if words[-1:] == ["the"] and _INTRODUCED.match(sentence.lower, start):
        words.pop()
    for count in range(min(_MOST_WORDS, len(words)), 0, -1):
        phrase = " ".join(words[-count:])
        if phrase in _SINCE or phrase in _AFTER or phrase in _UNTIL or phrase in _BEFORE:
            reach = max(floor, start - _REACH)
            place = sentence.lower.rfind(phrase, reach, start)
            return phrase, place if place >= 0 else sentence.lower.rfind(words[-count], reach, start)
    return "", start


def _may_be_numeric(sentence: Sentence) -> bool:
    """Tell whether a sentence without any word of dates may hold "7/2", "7.2.2018" or a year in words."""
    lower = sentence.lower
    if sentence.kinds & DIGITS and ("/" in lower or "." in lower[:-1]):
        return True
    return bool(sentence.kinds & CARDINAL) and ("two thousand" in lower or "nineteen " in lower)
