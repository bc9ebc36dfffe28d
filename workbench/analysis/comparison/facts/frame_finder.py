"""Finds the frames of a claim: each of its numbers with what it counts, what happened, to whom, by whom."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from workbench.analysis.comparison.content import Contents
from workbench.analysis.comparison.facts.amounts import Amounts
from workbench.analysis.comparison.facts.counting import Counted, Counting
from workbench.analysis.comparison.facts.events import Events
from workbench.analysis.comparison.facts.frames import NOWHERE, Days, Frame
from workbench.analysis.comparison.facts.measures import read_measures
from workbench.analysis.comparison.facts.parties import Parties
from workbench.analysis.comparison.facts.parts import Parts
from workbench.analysis.comparison.facts.sentences import Layout, concepts_of
from workbench.analysis.comparison.words import CAPITAL, Vocabulary
from workbench.analysis.numbers.quantities import QuantityFinder
from workbench.model.article import Span
from workbench.model.claim import Quantity

_NEAR: Final = 5
"""Words before and after a number that say what is measured."""
_CONTEXT: Final = 11
"""Words before and after a number that tell what it is about."""
_PRONOUNS: Final = frozenset({"they", "them", "he", "she", "it", "these", "those"})
_LIMITS: Final = frozenset({"before", "until"})
"""What makes a count of none one for a time only: "no posts will be cut before May"."""
_LIMIT: Final = 8
_ELLIPSIS: Final = 6
"""Words between those who were hurt and "no deaths"."""
_PRONOUN_CERTAINTY: Final = 0.75
_PERSON: Final = "person"
_WORKER: Final = "job"
_TO_PEOPLE: Final = frozenset(
    {"killed", "hurt", "casualties", "victims", "missing", "trapped", "aboard", "rescued", "protested"}
)
"""What happens to people only, so that "miners" and "workers" are the people whom it happened to."""


class FrameFinder:
    """Finds frames.

    Args:
        vocabulary: What reads words.
        contents: What gives the concepts of sentences.
        own: The folder of the user's tables, or None.

    Raises:
        ConfigError: A table of the user is broken.
    """

    def __init__(self, vocabulary: Vocabulary, contents: Contents, own: Path | None = None) -> None:
        self._contents = contents
        self.events = Events(vocabulary, own)
        """The words for events."""
        self.parties = Parties(vocabulary, self.events, own)
        """The words for sides."""
        self._counting = Counting(self.events)
        self._parts = Parts(self.events)
        self._measures = read_measures(own)
        self._amounts = Amounts(QuantityFinder(own))

    def find(
        self, layout: Layout, days: Sequence[tuple[int, Days]], usual: Days | None, earlier: str = ""
    ) -> tuple[Frame, ...]:
        """Find the frames of a claim.

        Args:
            layout: The claim.
            days: The days on which something happened, each with the number of its first word.
            usual: The day of a claim that tells none, or None.
            earlier: What happened to those of whom the claim before speaks: "them" may be these; or empty.

        Returns:
            The frames in reading order.
        """
        places = [(quantity, *layout.range(quantity.span)) for quantity in layout.claim.quantities]
        found: list[Frame] = []
        before: Counted | None = None
        for number, (quantity, first, last) in enumerate(places):
            if (
                first >= last
                or self._is_label(layout, first)
                or (number and self._is_whole(layout, places[number - 1], first))
            ):
                continue
            if quantity.high == 0 and any(
                word.normal in _LIMITS for word in layout.words[last : last + _LIMIT]
            ):
                continue
            previous = found[-1] if found else None
            counted = self._counting.of(layout, first, last, quantity.counted)
            named: frozenset[str] = frozenset()
            is_part = quantity.high != 0 and self._parts.is_part(layout, first, counted, previous)
            if quantity.unit and counted.event:
                # "burned 6,000 hectares": a measure, not a count of those to whom it happened
                counted = Counted(counted.last, counted.noun)
            elif is_part and not counted.event and not quantity.unit:
                counted = self._inherited(layout, first, counted, before)
            if earlier and not counted.event and not quantity.unit and not before:
                if self._parts.are_of_them(layout.words, first, counted):
                    is_part = quantity.high != 0
                    counted = Counted(counted.last, counted.noun, earlier)
            elif (
                previous and previous.event and previous.party and not counted.event and counted.noun is None
            ):
                # "29 men of the guard died, and 17 of the front"
                named = self.parties.beside(layout.words, first, counted.last)
                if named and before:
                    counted = Counted(counted.last, None, before.event, before.at)
            if counted.event:
                before = counted
            is_more = self._parts.is_more(layout.words, first, counted, previous)
            day = min(days, key=lambda one: abs(one[0] - first))[1] if days else usual
            frame = self._frame(layout, (quantity, first, last), counted, is_part, is_more, day)
            if previous and previous.event and counted.event and frame.amount.is_nought and not frame.party:
                # "25 militia were wounded, and no deaths"
                frame = self._of_the_same(layout, frame, previous, places[number - 1][2], first)
            if named:
                frame = replace(frame, party=named)
            found.append(frame)
        return tuple(found)

    @staticmethod
    def _is_label(layout: Layout, first: int) -> bool:
        """Tell whether a number names rather than counts: "No. 10-277"."""
        return bool(first) and layout.text[layout.starts[first - 1] : layout.starts[first]] in (
            "No. ",
            "Nos. ",
        )

    def _is_whole(self, layout: Layout, before: tuple[Quantity, int, int], first: int) -> bool:
        return before[0].high == 0 and self._parts.is_whole(layout, first, before[2])

    def _of_the_same(self, layout: Layout, frame: Frame, before: Frame, first: int, last: int) -> Frame:
        """Let a count of none speak of those who were counted before, if no other sentence begins between."""
        between = layout.words[first:last]
        if before.party and not any(word.normal == "but" for word in between) and len(between) <= _ELLIPSIS:
            return replace(frame, party=before.party, group=before.group)
        return frame

    def _inherited(self, layout: Layout, first: int, counted: Counted, before: Counted | None) -> Counted:
        """Take over the event of those that a number is a part of: "12 people died, including 3 children"."""
        words = layout.words
        near = [number for number, word in enumerate(words) if word.sign in self.events.signs]
        if near:
            at = min(near, key=lambda number: (number > first, abs(number - first)))
            return Counted(counted.last, counted.noun, self.events.kind[words[at].sign], at)
        return Counted(counted.last, counted.noun, before.event, before.at) if before else counted

    def _frame(
        self,
        layout: Layout,
        place: tuple[Quantity, int, int],
        counted: Counted,
        is_part: bool,
        is_more: bool,
        day: Days | None,
    ) -> Frame:
        words, (quantity, first, last) = layout.words, place
        party, certainty = self.parties.of(words, first, counted), 1.0
        if not party and quantity.high == 0:
            party, certainty = self._subject(layout, first)
        return Frame(
            span=quantity.span,
            told=Span(quantity.span.start, max(quantity.span.end, layout.ends[max(0, counted.last - 1)])),
            amount=self._amounts.read(quantity, quantity.span.of(layout.text)),
            event=counted.event,
            group=self._group(layout, counted, is_part),
            is_part=is_part,
            is_more=is_more,
            is_past=self._parts.is_sum(words) or self._parts.is_outdated(words, first),
            is_side=bool(counted.event) and self.parties.are_owned(words, first, counted),
            party=party,
            anti=self.parties.doer(words, counted),
            measure="" if counted.event else self._measures.beside(layout, first, last),
            near=self._context(layout.signs, first, last, _NEAR),
            names=self._names(layout, first, last),
            context=self._context(layout.signs, first, last, _CONTEXT),
            days=day,
            certainty=certainty,
        )

    def _group(self, layout: Layout, counted: Counted, is_part: bool) -> str:
        words, groups, noun = layout.words, self.events.group, counted.noun
        group = groups.get(noun.sign, "") if noun else ""
        if is_part and group in ("", _PERSON):
            # "109 of the dead were evacuees"
            for number in range(counted.last, min(len(words), counted.last + 10)):
                named = groups.get(words[number].sign, _PERSON)
                if named != _PERSON:
                    return named
                if layout.breaks_after(number):
                    break
            return group or _PERSON
        if counted.event in _TO_PEOPLE and group in ("", _WORKER) and noun is not None:
            # "eight miners died": nobody would say of a part of the dead that they were miners
            return _PERSON
        if group:
            return group
        if noun is None or noun.sign in self.events.signs:
            return _PERSON if counted.event else ""
        return self._contents.of_word(noun.written)

    def _context(self, signs: str, first: int, last: int, reach: int) -> frozenset[str]:
        near = signs[max(0, first - reach) : first] + signs[last : last + reach]
        return frozenset(self._contents.beside_numbers(near))

    def _names(self, layout: Layout, first: int, last: int) -> frozenset[str]:
        speaker = layout.claim.speaker
        said_by, said_end = layout.range(speaker.span) if speaker else (0, 0)
        start = max(1, first - _CONTEXT)
        names = [
            word
            for number, word in enumerate(layout.words[start : last + _CONTEXT], start)
            if word.flags & CAPITAL and not said_by <= number < said_end
        ]
        return frozenset(concepts_of(self._contents, names)) if names else NOWHERE

    def _subject(self, layout: Layout, first: int) -> tuple[frozenset[str], float]:
        """Find who "they" are in "they suffered no casualties": everybody named before; that is a guess."""
        if any(word.normal in _PRONOUNS for word in layout.words[max(0, first - 6) : first + 4]):
            named = self.parties.named(layout.words[:first])
            if named:
                return named, _PRONOUN_CERTAINTY
        return frozenset(), 1.0
