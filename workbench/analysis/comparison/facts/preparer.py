"""Makes the claims of an article ready for comparison."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain, combinations
from pathlib import Path
from typing import Final

from workbench.analysis.comparison.content import Contents
from workbench.analysis.comparison.facts.allies import Allies, find_allies
from workbench.analysis.comparison.facts.event_dates import days_of, published_day, told_days
from workbench.analysis.comparison.facts.events import Events
from workbench.analysis.comparison.facts.frame_finder import FrameFinder
from workbench.analysis.comparison.facts.frames import Days, Frame
from workbench.analysis.comparison.facts.happenings import find_happenings
from workbench.analysis.comparison.facts.keys import keys_of
from workbench.analysis.comparison.facts.polarity import NOTHING, denied, denied_verbs, denying_words
from workbench.analysis.comparison.facts.prepared import Prepared
from workbench.analysis.comparison.facts.sentences import Layout
from workbench.analysis.comparison.words import Reading, Vocabulary
from workbench.model.article import Article, Span
from workbench.model.claim import Claim

_STORY: Final = 1.0
"""How fast a concept loses weight with the claims of its article that have it: the story is about it."""
_LEAD: Final = 4
"""Claims at the beginning of an article that tell the day of its event."""
_MOST_SPEAKERS: Final = 4_000
"""Names of speakers whose concepts are remembered: a story names the same ones again and again."""
_RECENT: Final = 21
"""Days before an article on which its event happened, where it does not say when."""
_MOST_COUNTS: Final = 40
"""Counts of an article, above which sums are no longer looked for."""


class Preparer:
    """Prepares claims.

    Args:
        vocabulary: What reads words.
        contents: What gives the concepts of sentences.
        own: The folder of the user's tables, or None.

    Raises:
        ConfigError: A table of the user is broken.
    """

    def __init__(self, vocabulary: Vocabulary, contents: Contents, own: Path | None = None) -> None:
        self._vocabulary = vocabulary
        self._contents = contents
        self._frames = FrameFinder(vocabulary, contents, own)
        self._speakers: dict[str, frozenset[str]] = {}
        self._find_denial = denying_words(vocabulary).search

    @property
    def events(self) -> Events:
        """The words for events."""
        return self._frames.events

    def prepare(self, article: Article, readings: Sequence[tuple[Claim, Reading]]) -> tuple[Prepared, ...]:
        """Prepare the claims of one article.

        Args:
            article: The article.
            readings: Its claims in reading order, each with its words.

        Returns:
            Each claim with its words and facts.
        """
        text = article.text
        layouts = {
            claim.id: self._layout(text, claim, reading)
            for claim, reading in readings
            if claim.quantities or claim.dates
        }
        day = _date(article.date) or published_day(tuple(layouts.values()))
        days = {name: self._days(layout, day) for name, layout in layouts.items()}
        happenings = {
            name: find_happenings(layouts[name], found, self.events, layouts[name].claim.dates)
            for name, found in days.items()
            if found
        }
        lead = [one.days for claim, _ in readings[:_LEAD] for one in happenings.get(claim.id, ())]
        usual = _usual(lead, day)
        frames = self._all_frames(layouts, [claim.id for claim, _ in readings], days, usual, day)
        _mark_portions(frames)
        allies = find_allies([reading for _, reading in readings], self._frames.parties)
        _mark_sides(frames, allies)
        contents = {claim.id: frozenset(self._contents.of(reading)) for claim, reading in readings}
        common = _weigh_common(contents.values())
        # few claims deny anything, and a look at their signs is quick
        denying = {claim.id for claim, reading in readings if self._find_denial(reading.signs)}
        return tuple(
            Prepared(
                claim=claim,
                text=text,
                reading=reading,
                concepts=contents[claim.id],
                light=self._speaker(text, claim),
                usual=common,
                layout=layouts.get(claim.id),
                frames=frames.get(claim.id, ()),
                happenings=happenings.get(claim.id, ()),
                allies=allies,
                keys=keys_of(frames.get(claim.id, ()), happenings.get(claim.id, ())),
                denied=denied(reading, self._contents) if claim.id in denying else NOTHING,
                denied_verbs=denied_verbs(reading, self._contents) if claim.id in denying else NOTHING,
                is_question=text[claim.span.end - 1] == "?",
            )
            for claim, reading in readings
        )

    def _layout(self, text: str, claim: Claim, reading: Reading) -> Layout:
        places = self._vocabulary.places(text, reading)
        return Layout(claim, text, reading.words, reading.signs, places.starts, places.ends)

    def _days(self, layout: Layout, published: date | None) -> tuple[tuple[int, Span, Days], ...]:
        found = []
        for mention in told_days(layout, self._frames.events, published):
            days = days_of(mention, layout.text, published)
            if days:
                found.append((layout.range(mention.span)[0], mention.span, days))
        return tuple(found)

    def _all_frames(
        self,
        layouts: Mapping[str, Layout],
        claims: Sequence[str],
        days: Mapping[str, Sequence[tuple[int, Span, Days]]],
        usual: Days | None,
        published: date | None,
    ) -> dict[str, tuple[Frame, ...]]:
        """Find the frames of all claims that have any; "them" may be those of the claim before."""
        inherited = usual
        if usual is not None:
            inherited = Days(usual.first, usual.last, False)
        elif published is not None:
            inherited = Days(published.toordinal() - _RECENT, published.toordinal(), False)
        found: dict[str, tuple[Frame, ...]] = {}
        earlier = ""
        for name in claims:
            layout = layouts.get(name)
            if layout is None or not layout.claim.quantities:
                earlier = ""
                continue
            told = [(at, one) for at, _, one in days[name]]
            found[name] = self._frames.find(layout, told, inherited, earlier)
            earlier = next((frame.event for frame in reversed(found[name]) if frame.event), "")
        return found

    def _speaker(self, text: str, claim: Claim) -> frozenset[str]:
        speaker = claim.speaker
        if speaker is None or speaker.span.start < claim.span.start or speaker.span.end > claim.span.end:
            return NOTHING
        words = speaker.span.of(text)
        known = self._speakers.get(words)
        if known is None:
            if len(self._speakers) >= _MOST_SPEAKERS:
                self._speakers.clear()
            known = frozenset(self._contents.of_signs(self._vocabulary.read(text, speaker.span).signs))
            self._speakers[words] = known
        return known


def _portions(frames: Sequence[Frame]) -> frozenset[Frame]:
    """Find counts that together make a third of the same article: 15 and 6 where 21 were killed."""
    counts = [
        frame
        for frame in frames
        if frame.event and not frame.amount.is_nought and not frame.is_part and frame.amount.stated > 1
    ]
    if not 3 <= len(counts) <= _MOST_COUNTS:
        return frozenset()
    totals = {(frame.event, frame.amount.stated) for frame in counts}
    found = [
        pair
        for pair in combinations(counts, 2)
        if pair[0].event == pair[1].event
        and pair[0].amount.stated != pair[1].amount.stated
        and (pair[0].event, pair[0].amount.stated + pair[1].amount.stated) in totals
    ]
    return frozenset(frame for pair in found for frame in pair)


def _mark_portions(frames: dict[str, tuple[Frame, ...]]) -> None:
    """Mark the counts of an article that are, with another, the sum of a third."""
    portions = _portions([frame for found in frames.values() for frame in found])
    for name, found in frames.items():
        if not portions.isdisjoint(found):
            frames[name] = tuple(
                replace(frame, is_portion=True) if frame in portions else frame for frame in found
            )


def _mark_sides(frames: dict[str, tuple[Frame, ...]], allies: Allies) -> None:
    """Mark the counts of an article that are of one side where it counts those of another side too."""
    tagged = [
        frame
        for found in frames.values()
        for frame in found
        if frame.event and (frame.party or frame.is_side) and not frame.amount.is_nought
    ]
    events = {
        one.event
        for one, other in combinations(tagged[:_MOST_COUNTS], 2)
        if one.event == other.event and allies.widen(one.party).isdisjoint(other.party)
    }
    if not events:
        return
    for name, found in frames.items():
        if any(frame.event in events for frame in found):
            frames[name] = tuple(_with_side(frame) if frame.event in events else frame for frame in found)


def _with_side(frame: Frame) -> Frame:
    """Mark a count of an article that counts several sides: it is of one of them, or of all."""
    is_side = bool(frame.party or frame.is_side)
    if frame.amount.is_nought or (frame.is_part and not is_side):
        return frame
    return replace(frame, is_side=is_side, is_all=not is_side)


def _weigh_common(contents: Iterable[frozenset[str]]) -> dict[str, float]:
    """Return how much the concepts count that several claims of an article have."""
    uses = Counter(chain.from_iterable(contents))
    return {concept: 1 / (1 + _STORY * math.log(count)) for concept, count in uses.items() if count > 1}


def _usual(told: Sequence[Days], published: date | None) -> Days | None:
    """Return the day of an article's event: the latest that its beginning tells, none after its own."""
    single = [days for days in told if days.last - days.first <= 1]
    if published is None:
        return single[0] if single else None
    past = [days for days in single if days.first <= published.toordinal()]
    return max(past, key=lambda days: days.first, default=None)


def _date(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
