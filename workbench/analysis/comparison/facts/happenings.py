"""What a claim says when it happened: an attack, a crash, a vote, with the days and hours given for it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from workbench.analysis.comparison.facts.events import Events
from workbench.analysis.comparison.facts.frames import Days
from workbench.analysis.comparison.facts.sentences import Layout
from workbench.model.article import Span
from workbench.model.claim import DateMention

_REACH: Final = 9
"""Words between what happened and its day."""
_APART: Final = frozenset(
    {
        "after",
        "before",
        "since",
        "following",
        "when",
        "until",
        "despite",
        "say",
        "tell",
        "that",
        "which",
        "would",
        "will",
    }
)
"""What parts a day from something that happened on another."""
_HOURS: Final = {
    "night": (19, 30),
    "overnight": (19, 31),
    "evening": (17, 24),
    "afternoon": (12, 18),
    "morning": (4, 12),
    "noon": (11, 14),
    "midday": (11, 14),
    "midnight": (23, 25),
    "dawn": (3, 8),
    "dusk": (17, 21),
    "early": (0, 9),
    "late": (17, 28),
}
"""The hours of a part of the day, from its first midnight on."""
_DAY: Final = 24


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened, and when."""

    kind: str
    """What happened: "attack"."""
    span: Span
    """The words for the day."""
    days: Days
    """The days."""
    start: int
    """The first hour that is meant, counted from the midnight before the first day."""
    end: int
    """The hour after the last."""
    is_part: bool
    """Whether a part of the day is given."""

    def gap(self, other: "Happening") -> int:
        """Return how many days lie between, 0 when both can be one."""
        return self.days.gap(other.days)

    def hours_apart(self, other: "Happening") -> int:
        """Return how many hours lie between the two on days that can be one; 0 when both can be one."""
        if self.days.is_weekday or other.days.is_weekday:
            shift = ((other.days.first - self.days.first + 3) % 7 - 3) * _DAY
        else:
            shift = (other.days.first - self.days.first) * _DAY
        return max(0, self.start - (other.end + shift), other.start + shift - self.end)


def find_happenings(
    layout: Layout, days: Sequence[tuple[int, Span, Days]], events: Events, dates: Sequence[DateMention]
) -> tuple[Happening, ...]:
    """Find what a claim says when it happened.

    Args:
        layout: The claim.
        days: The days on which something happened, each with the number of its first word.
        events: The words for events.
        dates: The dates of the claim.

    Returns:
        The nearest happening for each day, in reading order.
    """
    parts = {mention.span: mention.part for mention in dates}
    return tuple(_find(layout, days, events, parts))


def _find(
    layout: Layout, days: Sequence[tuple[int, Span, Days]], events: Events, parts: dict[Span, str]
) -> Iterator[Happening]:
    places = [number for number, word in enumerate(layout.words) if word.sign in events.happening]
    for at, span, found in days:
        if found.last - found.first > 1:
            continue
        near = min(places, key=lambda place: abs(place - at), default=None)
        if near is None or abs(near - at) > _REACH:
            continue
        if any(word.normal in _APART for word in layout.words[min(near, at) : max(near, at)]):
            continue
        part = parts.get(span, "")
        length = (found.last - found.first) * _DAY
        start, end = _hours(part)
        yield Happening(
            events.happening[layout.words[near].sign], span, found, start, end + length, bool(part)
        )


def _hours(part: str) -> tuple[int, int]:
    if part[:2].isdigit():
        return int(part[:2]), int(part[:2]) + 1
    return next((hours for name, hours in _HOURS.items() if name in part), (0, _DAY))
