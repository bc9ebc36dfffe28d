"""What one of two near copies has in the place of the other's: another day, time, number or name."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from rapidfuzz import fuzz

from workbench.analysis.comparison.alignment import Alignment, Gap
from workbench.analysis.comparison.concepts import Concepts
from workbench.analysis.comparison.facts.event_dates import told_days, weekday_of
from workbench.analysis.comparison.facts.events import Events
from workbench.analysis.comparison.facts.findings import Finding
from workbench.analysis.comparison.facts.prepared import Prepared
from workbench.analysis.comparison.tokens import Places
from workbench.analysis.comparison.words import CAPITAL, NUMBER, PLACE, Word
from workbench.model.article import Span
from workbench.model.claim import DateMention
from workbench.model.relation import Agreement, DifferenceKind

_CLOCK: Final = re.compile(r"\b(\d{1,2})[:.](\d{2})\b(?:\s*([ap])\.?\s?m\b)?")
_LOOSE: Final = re.compile(
    r"(?:about|around|shortly|just|nearly|almost|before|after|past|some)\W+(?:\w+\W+)?$", re.I
)
_HOUR: Final = 60
_HALF_DAY: Final = 720
_DIGITS: Final = re.compile(r"\d+")
_SPELT: Final = 75
"""How alike two names are, 0..100, that may be one, spelt in two ways."""
_MUCH: Final = 0.25
"""The share of the shorter claim's content words that stand against others before both say something else."""
_LONGEST_NAME: Final = 3
"""Words of a name; more stand for something else than a name for a name."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known about words."""

    concepts: Concepts
    """Which mean the same."""
    events: Events
    """Which stand for events, and for reporting."""
    places: Callable[[Prepared], Places]
    """Where those of a claim stand."""


def compare_swapped(
    a: Prepared, b: Prepared, alignment: Alignment, known: Known, *, knows_more: bool
) -> Iterator[Finding]:
    """Find what near copies say otherwise, where nothing else has told.

    A copied sentence with another day, time or number is a conflict; with another name it differs, since one
    person goes by many.

    Args:
        a: The first claim.
        b: The second, in nearly the same words.
        alignment: The two laid side by side.
        known: What is known about words.
        knows_more: Whether other rules have found something that both state: then other words tell nothing.

    Yields:
        At most one finding: the first of a day, a time, a number, a name, other words.
    """
    sure = alignment.similarity
    found = (
        _days(a, b, known.events, sure)
        or _times(a, b, sure)
        or _numbers(a, b, alignment, known)
        or _names(a, b, alignment, known)
        or (None if knows_more else _words(a, b, alignment, known))
    )
    if found is not None:
        yield found


# Days


def _days(a: Prepared, b: Prepared, events: Events, sure: float) -> Finding | None:
    """Hold the days of two claims against each other, the first against the first and so on."""
    if a.layout is None or b.layout is None:
        return None
    ours, theirs = (told_days(one, events, None) for one in (a.layout, b.layout))
    if len(ours) != len(theirs):
        return None
    for one, two in zip(ours, theirs, strict=True):
        agreement, rule = _of_days(one, two, a.text, b.text)
        if rule:
            words = f"{one.span.of(a.text)} / {two.span.of(b.text)}"
            return Finding(agreement, DifferenceKind.DATE, f"{words}: {rule}", sure, one.span, two.span)
    return None


def _of_days(one: DateMention, two: DateMention, text: str, other_text: str) -> tuple[Agreement, str]:
    """Tell what two dates say to each other; without a rule nothing."""
    if one.span.of(text).lower() == two.span.of(other_text).lower():
        return Agreement.SAME, ""
    if one.first and one.last and two.first and two.last:
        if one.first > two.last or two.first > one.last:
            return Agreement.CONFLICT, "another day" if _is_day(one) and _is_day(two) else "another time"
        if (one.first, one.last) != (two.first, two.last):
            return Agreement.DIFFERS, "one is more exact"
        return Agreement.SAME, ""
    first, second = _weekday(one, text), _weekday(two, other_text)
    if first is not None and second is not None and first != second:
        return Agreement.CONFLICT, "another day"
    if first is None or second is None:
        ours, theirs = (
            {int(number) for number in _DIGITS.findall(mention.span.of(of))}
            for mention, of in ((one, text), (two, other_text))
        )
        if ours and theirs and not ours & theirs:
            return Agreement.CONFLICT, "another day"
    return Agreement.SAME, ""


def _is_day(mention: DateMention) -> bool:
    return mention.first == mention.last


def _weekday(mention: DateMention, text: str) -> int | None:
    named = weekday_of(mention, text)
    if named is None and mention.first and _is_day(mention):
        return date.fromisoformat(mention.first).weekday()
    return named


# Times


def _times(a: Prepared, b: Prepared, sure: float) -> Finding | None:
    """Hold clock times against each other where each claim has one."""
    ours, theirs = (
        list(_CLOCK.finditer(one.text, one.claim.span.start, one.claim.span.end)) for one in (a, b)
    )
    if len(ours) != 1 or len(theirs) != 1:
        return None
    one, two = ours[0], theirs[0]
    apart = _minutes_apart(one, two)
    if not apart:
        return None
    is_loose = any(
        _LOOSE.search(p.text, max(p.claim.span.start, m.start() - 20), m.start())
        for p, m in ((a, one), (b, two))
    )
    agreement, rule = Agreement.CONFLICT, "another time"
    if is_loose and apart < _HOUR // 2:
        agreement, rule = Agreement.DIFFERS, "about the same time"
    words = f"{one[0]} / {two[0]}"
    return Finding(
        agreement, DifferenceKind.DATE, f"{words}: {rule}", sure, Span(*one.span()), Span(*two.span())
    )


def _minutes_apart(one: re.Match[str], two: re.Match[str]) -> int:
    first, second = (int(time[1]) % 24 * _HOUR + int(time[2]) for time in (one, two))
    halves = {(time[3] or "").lower() for time in (one, two)}
    if "" in halves or halves == {"a"} or halves == {"p"}:
        return min(abs(first - second), abs(abs(first - second) - _HALF_DAY) if "" in halves else _HALF_DAY)
    return _HALF_DAY if first == second else abs(first - second)


# Numbers, names and other words


def _numbers(a: Prepared, b: Prepared, alignment: Alignment, known: Known) -> Finding | None:
    """Find a number that stands in the place of another one and is no figure: a road, a floor, a flight."""
    for gap in alignment.gaps:
        ours, theirs = _numbers_in(a, gap.a, gap.a_end), _numbers_in(b, gap.b, gap.b_end)
        if len(ours) != 1 or len(theirs) != 1:
            continue
        one, two = a.reading.words[ours[0]], b.reading.words[theirs[0]]
        spans = known.places(a).word(ours[0]), known.places(b).word(theirs[0])
        if one.normal != two.normal and not _is_figure(a, spans[0]) and not _is_figure(b, spans[1]):
            reason = f"{one.written} / {two.written}: another number"
            return Finding(Agreement.CONFLICT, DifferenceKind.NUMBER, reason, alignment.similarity, *spans)
    return None


def _numbers_in(claim: Prepared, first: int, last: int) -> list[int]:
    words = claim.reading.words
    return [place for place in range(first, last) if words[place].flags & NUMBER]


def _is_figure(claim: Prepared, span: Span) -> bool:
    """Tell whether a word is part of a quantity or a date, which other rules know."""
    told = (*(one.span for one in claim.claim.quantities), *(one.span for one in claim.claim.dates))
    return any(one.overlaps(span) for one in told)


def _names(a: Prepared, b: Prepared, alignment: Alignment, known: Known) -> Finding | None:
    """Find a name that stands in the place of another one."""
    for gap in alignment.gaps:
        ours, theirs = a.reading.words[gap.a : gap.a_end], b.reading.words[gap.b : gap.b_end]
        if not gap.a or not gap.b or not _is_name(ours) or not _is_name(theirs):
            continue
        is_date = _is_figure(a, known.places(a).word(gap.a)) or _is_figure(b, known.places(b).word(gap.b))
        if not is_date and not _are_alike(ours, theirs, known):
            names = " ".join(word.written for word in ours), " ".join(word.written for word in theirs)
            is_spelt = fuzz.ratio(*(name.lower() for name in names)) >= _SPELT
            rule = "another spelling" if is_spelt else "another name"
            return _told(a, b, gap, alignment, known, DifferenceKind.PARTY, rule)
    return None


def _is_name(words: Sequence[Word]) -> bool:
    """Tell whether words that do not begin a sentence are a name of somebody or something but a country."""
    return 0 < len(words) <= _LONGEST_NAME and all(
        word.flags & CAPITAL and not word.flags & PLACE for word in words
    )


def _words(a: Prepared, b: Prepared, alignment: Alignment, known: Known) -> Finding | None:
    """Find the place where the claims say most otherwise, if that is much of both."""
    least = _MUCH * min(_content(one.reading.words) for one in (a, b))
    most, found = 0.0, None
    for gap in alignment.gaps:
        ours, theirs = a.reading.words[gap.a : gap.a_end], b.reading.words[gap.b : gap.b_end]
        both = min(_content(ours), _content(theirs))
        if both >= least and both > most and not _are_alike(ours, theirs, known):
            most, found = both, gap
    if found is None:
        return None
    return _told(a, b, found, alignment, known, DifferenceKind.WORDING, "other words")


def _content(words: Sequence[Word]) -> int:
    return sum(word.is_content for word in words)


def _are_alike(ours: Sequence[Word], theirs: Sequence[Word], known: Known) -> bool:
    """Tell whether a content word of one run means what one of the other means."""
    return any(
        known.concepts.are_alike(one.stem, two.stem)
        for one in ours
        for two in theirs
        if one.is_content and two.is_content
    )


def _told(
    a: Prepared, b: Prepared, gap: Gap, alignment: Alignment, known: Known, kind: DifferenceKind, rule: str
) -> Finding:
    spans = known.places(a).span(gap.a, gap.a_end), known.places(b).span(gap.b, gap.b_end)
    words = f"{spans[0].of(a.text)} / {spans[1].of(b.text)}"
    return Finding(Agreement.DIFFERS, kind, f"{words}: {rule}", alignment.similarity, *spans)
