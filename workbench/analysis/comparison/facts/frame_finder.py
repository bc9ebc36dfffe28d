"""Finds the frames of a claim: each of its numbers with what it counts, what happened, to whom, by whom."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Final

from workbench.analysis.comparison.content import Contents
from workbench.analysis.comparison.facts.amounts import Amounts
from workbench.analysis.comparison.facts.counting import Counted, Counting
from workbench.analysis.comparison.facts.events import Events
from workbench.analysis.comparison.facts.frames import Days, Frame
from workbench.analysis.comparison.facts.parties import Parties
from workbench.analysis.comparison.facts.sentences import Layout, concepts_of
from workbench.analysis.comparison.words import NUMBER, Vocabulary, Word
from workbench.analysis.numbers.quantities import QuantityFinder
from workbench.model.claim import Quantity

_CONTEXT: Final = 11
"""Words before and after a number that tell what it is about."""
_PART_REACH: Final = 3
_SUBJECT_REACH: Final = 10
"""Words between "the victims" and "included"."""
_CHANGING: Final = frozenset({"up", "down", "revised", "raised", "lowered", "changed"})
_PRONOUNS: Final = frozenset({"they", "them", "he", "she", "it", "these", "those"})
_SINCE_REACH: Final = 14
_YEAR: Final = 4
"""Digits of a year."""
_ELLIPSIS: Final = 6
"""Words between those who were hurt and "no deaths"."""
_PRONOUN_CERTAINTY: Final = 0.75
_PERSON: Final = "person"
_AMONG: Final = frozenset({"among", "of"})
_THEM: Final = frozenset({"them", "whom", "those", "these"})


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
        self._amounts = Amounts(QuantityFinder(own))

    def find(self, layout: Layout, days: Sequence[tuple[int, Days]]) -> tuple[Frame, ...]:
        """Find the frames of a claim.

        Args:
            layout: The claim.
            days: The days on which something happened, each with the number of its first word.

        Returns:
            The frames in reading order.
        """
        places = [(quantity, *layout.range(quantity.span)) for quantity in layout.claim.quantities]
        found: list[Frame] = []
        before: Counted | None = None
        for number, (quantity, first, last) in enumerate(places):
            if first >= last or self._is_whole(layout, places, number):
                continue
            counted = self._counting.of(layout, first, last, quantity.counted)
            if quantity.unit and counted.event:
                # "burned 6,000 hectares": a measure, not a count of those to whom it happened
                counted = Counted(counted.last, counted.noun)
            elif not counted.event and not quantity.unit:
                counted = self._inherited(layout, first, counted, before)
            if counted.event:
                before = counted
            frame = self._frame(layout, quantity, first, last, counted, days)
            if frame.amount.is_nought and not frame.party and found and found[-1].event and counted.event:
                # "25 militia were wounded, and no deaths"
                frame = self._of_the_same(layout, frame, found[-1], places[number - 1][2], first)
            found.append(frame)
        return tuple(found)

    def _of_the_same(self, layout: Layout, frame: Frame, before: Frame, first: int, last: int) -> Frame:
        """Let a count of none speak of those who were counted before, if no other sentence begins between."""
        between = layout.words[first:last]
        if before.party and not any(word.normal == "but" for word in between) and len(between) <= _ELLIPSIS:
            return replace(frame, party=before.party, group=before.group)
        return frame

    def _is_whole(self, layout: Layout, places: Sequence[tuple[Quantity, int, int]], number: int) -> bool:
        """Tell whether a number is the whole of which another says that none were hurt: "none of the 40"."""
        if not number or places[number - 1][0].high != 0:
            return False
        between = layout.words[places[number - 1][2] : places[number][1]]
        return len(between) <= 2 and any(word.normal == "of" for word in between)

    def _inherited(self, layout: Layout, first: int, counted: Counted, before: Counted | None) -> Counted:
        """Take over the event of a number that this one is a part of: "12 people, including 3 children"."""
        words = layout.words
        if self._is_part(layout, first, counted):
            near = [n for n, word in enumerate(words) if word.sign in self.events.signs]
            if near:
                at = min(near, key=lambda n: (n > first, abs(n - first)))
                return Counted(counted.last, counted.noun, self.events.kind[words[at].sign], at)
            if before:
                return Counted(counted.last, counted.noun, before.event, before.at)
        return counted

    def _is_part(self, layout: Layout, first: int, counted: Counted) -> bool:
        words = layout.words
        before = words[max(0, first - _PART_REACH) : first]
        if any(word.normal == "including" or word.normal == "includes" for word in before):
            return True
        if any(word.sign in self.events.including for word in before):
            # "the victims included 20 children"
            return any(
                word.sign in self.events.signs for word in words[max(0, first - _SUBJECT_REACH) : first]
            )
        if any(one.normal in _AMONG and two.normal in _THEM for one, two in pairwise(before)):
            return True
        behind = words[counted.last : counted.last + 6]
        for one, two in pairwise(behind[:5]):
            if one.normal == "among":
                return two.normal not in _THEM
        near = (*words[first : counted.last], *behind[:4])
        return any(
            one.normal == "of"
            and (two.normal in _THEM or (two.normal == "the" and three.sign in self.events.signs))
            for one, two, three in zip(near, near[1:], near[2:], strict=False)
        )

    def _frame(
        self,
        layout: Layout,
        quantity: Quantity,
        first: int,
        last: int,
        counted: Counted,
        days: Sequence[tuple[int, Days]],
    ) -> Frame:
        words, events = layout.words, self.events
        is_part = quantity.high != 0 and self._is_part(layout, first, counted)
        near = words[max(0, first - 2) : counted.last + 1]
        party = self.parties.of(words, first, counted)
        certainty = 1.0
        if not party and quantity.high == 0:
            party, certainty = self._subject(layout, first)
        return Frame(
            span=quantity.span,
            amount=self._amounts.read(quantity, quantity.span.of(layout.text)),
            event=counted.event,
            group=self._group(words, counted, is_part),
            is_part=is_part,
            is_more=any(word.sign in events.adding for word in near)
            and not any(word.normal == "than" for word in near),
            is_past=self._is_sum(layout) or self._is_outdated(words, first),
            party=party,
            anti=self.parties.doer(words, counted),
            context=self._context(words, first, last),
            days=min(days, key=lambda day: abs(day[0] - first))[1] if days else None,
            certainty=certainty,
        )

    def _is_outdated(self, words: Sequence[Word], first: int) -> bool:
        """Tell whether a number is given up for another: "updating a previous toll of 112", "up from 55"."""
        before = words[max(0, first - _PART_REACH) : first]
        if before and before[-1].normal == "from":
            return any(word.normal in _CHANGING for word in before)
        return any(word.sign in self.events.outdated for word in before)

    def _is_sum(self, layout: Layout) -> bool:
        """Tell whether a claim sums up: "since 2011", "since the war began"."""
        words = layout.words
        for number, word in enumerate(words):
            if word.sign in self.events.since:
                near = words[number + 1 : number + 1 + _SINCE_REACH]
                if any(one.flags & NUMBER and len(one.normal) == _YEAR for one in near):
                    return True
                if any(one.sign in self.events.lasting for one in near):
                    return True
        return False

    def _group(self, words: Sequence[Word], counted: Counted, is_part: bool) -> str:
        groups, noun = self.events.group, counted.noun
        group = groups.get(noun.sign, "") if noun else ""
        if is_part and group in ("", _PERSON):
            # "109 of the dead were evacuees"
            for word in words[counted.last : counted.last + 10]:
                named = groups.get(word.sign, _PERSON)
                if named != _PERSON:
                    return named
            return group or _PERSON
        if group:
            return group
        if noun is None or noun.sign in self.events.signs:
            return _PERSON if counted.event else ""
        return self._contents.of_word(noun.written)

    def _context(self, words: Sequence[Word], first: int, last: int) -> frozenset[str]:
        near = (*words[max(0, first - _CONTEXT) : first], *words[last : last + _CONTEXT])
        return frozenset(concepts_of(self._contents, [word for word in near if not word.flags & NUMBER]))

    def _subject(self, layout: Layout, first: int) -> tuple[frozenset[str], float]:
        """Find who "they" are in "they suffered no casualties": everybody named before; that is a guess."""
        before = layout.words[:first]
        if any(word.normal in _PRONOUNS for word in layout.words[max(0, first - 6) : first + 4]):
            return self.parties.named(before), _PRONOUN_CERTAINTY
        return frozenset(), 1.0
