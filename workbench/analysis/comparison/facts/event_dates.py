"""The days on which what a claim tells happened: not those on which it was said."""

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from typing import Final

from workbench.analysis.comparison.facts.events import Events
from workbench.analysis.comparison.facts.frames import Days
from workbench.analysis.comparison.facts.sentences import Layout
from workbench.analysis.comparison.words import NUMBER, Word
from workbench.model.claim import DateMention, DatePrecision

_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NUMERIC: Final = re.compile(r"\s*(\d{1,2})[-./](\d{1,2})[-./](\d{4})\b")
_SLACK: Final = {"year": 366, "month": 31, "decade": 1500}
"""Days by which "six years ago" and "six months ago" may be wrong."""
_COUNT_REACH: Final = 6
"""Words between "rose to 61" and its day."""
_REPORT_REACH: Final = 3
"""Words between "said" and the day of the report."""


def told_days(layout: Layout, events: Events, published: date | None) -> tuple[DateMention, ...]:
    """Return the dates of a claim that say when something happened.

    Args:
        layout: The claim.
        events: The words for events.
        published: The day of the article, if known; given with its year, it is a dateline.

    Returns:
        The mentions that do not stand by a word for reporting.
    """
    found = []
    for mention in layout.claim.dates:
        first, last = layout.range(mention.span)
        near = layout.words[max(0, first - _REPORT_REACH) : first + 1]
        behind = layout.words[last : last + 2]
        if any(word.sign in events.reporting or word.sign in events.counted for word in near):
            continue
        if _is_of_count(layout.words[max(0, first - _COUNT_REACH) : first], events):
            continue
        if (
            published
            and mention.first == published.isoformat()
            and str(published.year) in mention.span.of(layout.text)
        ):
            continue
        if behind and behind[-1].sign in events.reporting and layout.words[-1] is behind[-1]:
            continue
        found.append(mention)
    return tuple(found)


def _is_of_count(before: Sequence[Word], events: Events) -> bool:
    """Tell whether a day is that of a count: "the toll rose to 61 on Tuesday"."""
    rising = [number for number, word in enumerate(before) if word.sign in events.rising]
    return bool(rising) and any(word.flags & NUMBER for word in before[rising[-1] :])


def weekday_of(mention: DateMention, text: str) -> int | None:
    """Return the weekday that a mention names, 0 for Monday; None when it names none."""
    words = mention.span.of(text).lower()
    for number, name in enumerate(_WEEKDAYS):
        if name in words:
            return number
    return None


def days_of(mention: DateMention, text: str, published: date | None) -> Days | None:
    """Return the days that a mention means.

    Args:
        mention: The date.
        text: The canonical text of its article.
        published: The day of the article, if known.

    Returns:
        The days; None when they cannot be told.
    """
    if mention.first and mention.last:
        first, last = (date.fromisoformat(day).toordinal() for day in (mention.first, mention.last))
        # "17 years ago" is no day
        slack = _slack(mention, text) if first == last else 0
        return Days(first - slack, last + slack, True)
    weekday = weekday_of(mention, text)
    if weekday is None or mention.precision not in (DatePrecision.DAY, DatePrecision.PART_OF_DAY):
        return None
    if published is None:
        return Days(weekday + 1, weekday + 1, True)
    day = published.toordinal() - (published.weekday() - weekday) % 7
    return Days(day, day, True)


def _slack(mention: DateMention, text: str) -> int:
    """Return by how many days a mention such as "17 years ago" may be wrong."""
    words = mention.span.of(text).lower()
    return next((days for unit, days in _SLACK.items() if unit in words), 0)


def published_day(layouts: tuple[Layout, ...]) -> date | None:
    """Guess the day of an article that has no date from the first full date at its beginning."""
    written = _NUMERIC.match(layouts[0].text) if layouts else None
    if written:
        day, month, year = (int(part) for part in written.groups())
        with suppress(ValueError):
            return date(year, month, day)
    for layout in layouts[:2]:
        for mention in layout.claim.dates:
            if mention.first and mention.first == mention.last and not mention.inferred:
                return date.fromisoformat(mention.first)
    return None
