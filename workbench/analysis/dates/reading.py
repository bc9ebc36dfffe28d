"""A sentence being read for dates: what stands around a word, and which way the sentence looks."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple, TypeAlias

from workbench.analysis.dates.calendar_periods import Floating, Period, days, month, valid_date
from workbench.analysis.dates.tense import Direction, Tense
from workbench.analysis.numbers.number_tokens import Sentence

_AHEAD: Final = {Direction.PAST: 10, Direction.UNKNOWN: 3, Direction.FUTURE: 1}
_BEHIND: Final = {Direction.PAST: 1, Direction.UNKNOWN: 1, Direction.FUTURE: 4}
_LEAP_REACH: Final = 8
_LEAP_DAY: Final = 29
_FEBRUARY: Final = 2


class Found(NamedTuple):
    """A date found in a sentence."""

    period: Period
    """The days it means."""
    start: int
    """Where it begins in the sentence."""
    end: int
    """Where it ends."""
    following: int
    """The token after it."""


@dataclass(slots=True)
class Reading:
    """A sentence being read for dates."""

    sentence: Sentence
    """The sentence."""
    today: date
    """The day that relative dates are reckoned from."""
    tense: Tense
    """What tells past from future."""
    joint: int = -1
    """Where a date may begin glued to what stands before it: the end of a range, "10/1-10/7"."""
    depth: int = 0
    """How many dates within dates are being read: "the end of the first week of May"."""

    def direction(self, start: int) -> Direction:
        """Return whether a date that begins at an offset lies ahead."""
        return self.tense.at(self.sentence, start)

    def nearest(self, start: int, number: int, day: int | None) -> Period | None:
        """Return the occurrence of a month, or of a day of it, that a text without a year means.

        The nearest one, seen from today; the direction of the sentence weighs against the other side, so that
        "will ... on March 3" is ahead, while "the February 7 attack will ..." keeps its place behind.

        Args:
            start: Where the date begins in the sentence.
            number: The month.
            day: The day, or None for all of the month.

        Returns:
            The period, or None when no year has such a day.
        """
        direction = self.direction(start)
        today = self.today.toordinal()
        chosen, least = None, float("inf")
        for year in _years_around(self.today.year, day == _LEAP_DAY and number == _FEBRUARY):
            first = valid_date(year, number, day or 1)
            if first is None:
                continue
            ahead = first.toordinal() - today
            if not day and first.year == self.today.year and number == self.today.month:
                distance = 0
            else:
                distance = ahead * _AHEAD[direction] if ahead > 0 else -ahead * _BEHIND[direction]
            if distance < least:
                chosen, least = first, distance
        if chosen is None:
            return None
        if day:
            return days(chosen, floating=Floating.YEAR)
        return month(chosen.year, number, Floating.YEAR)

    def token_from(self, i: int, offset: int) -> int:
        """Return the first token, `i` or later, that begins at an offset or after it."""
        tokens = self.sentence.tokens
        while i < len(tokens) and tokens[i].start < offset:
            i += 1
        return i

    def last_word(self, start: int) -> str:
        """Return the word right before an offset, or "" where something else stands there."""
        before = self.sentence.lower[max(0, start - 16) : start]
        if not before.endswith((" ", "(", '"', "“", "-")):
            return ""
        words = before.rstrip(' ("“-').rsplit(None, 1)
        return words[-1].lstrip("(\"“'") if words and words[-1][-1].isalpha() else ""


PointReader: TypeAlias = Callable[[Reading, int], Found | None]
"""Reads the single date that begins with a token."""


def _years_around(year: int, leap: bool) -> range:
    """Return the years to look for a day in: the next ones, more of them for the leap day."""
    reach = _LEAP_REACH if leap else 1
    return range(year - reach, year + reach + 1)
