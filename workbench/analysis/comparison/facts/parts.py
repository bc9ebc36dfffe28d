"""Whether a count is a part of another, adds to another, or has been given up for another."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from workbench.analysis.comparison.facts.counting import Counted
from workbench.analysis.comparison.facts.events import Events
from workbench.analysis.comparison.facts.frames import Frame
from workbench.analysis.comparison.facts.sentences import Layout
from workbench.analysis.comparison.words import NUMBER, Word

_REACH: Final = 3
"""Words before a number that may make it a part."""
_SUBJECT_REACH: Final = 10
"""Words between "the victims" and "included"."""
_BEHIND: Final = 6
_SINCE_REACH: Final = 14
_YEAR: Final = 4
"""Digits of a year."""
_INCLUDING: Final = frozenset({"including", "includes"})
_AMONG: Final = frozenset({"among", "of"})
_THEM: Final = frozenset({"them", "whom", "those", "these"})
_OTHERS: Final = frozenset({"other", "others"})
_CHANGING: Final = frozenset({"up", "down", "revised", "raised", "lowered", "changed"})


class Parts:
    """Tells parts from wholes.

    Args:
        events: The words for events.
    """

    def __init__(self, events: Events) -> None:
        self._events = events

    def is_part(self, layout: Layout, first: int, counted: Counted, before: Frame | None) -> bool:
        """Tell whether a number counts a part of others: "including 11 children and 8 women".

        Args:
            layout: The claim.
            first: The number of the quantity's first word.
            counted: What it counts.
            before: The frame before it in the claim, or None.
        """
        words = layout.words
        ahead = words[max(0, first - _REACH) : first]
        if any(word.normal in _INCLUDING for word in ahead):
            return True
        if any(word.sign in self._events.including for word in ahead):
            # "the victims included 20 children"
            subject = words[max(0, first - _SUBJECT_REACH) : first]
            return any(word.sign in self._events.signs for word in subject)
        if any(one.normal in _AMONG and two.normal in _THEM for one, two in pairwise(ahead)):
            return True
        if (
            before is not None
            and before.is_part
            and not counted.event
            and self._is_joined(layout, first, before)
        ):
            return True
        return self._is_taken_from(words, first, counted)

    def are_of_them(self, words: Sequence[Word], first: int, counted: Counted) -> bool:
        """Tell whether a number is of those of the sentence before: "eleven of them were children".

        Args:
            words: The words of the claim.
            first: The number of the quantity's first word.
            counted: What it counts.
        """
        near = words[max(0, first - _REACH) : counted.last + _BEHIND]
        for number, (one, two) in enumerate(pairwise(near)):
            if two.normal not in _THEM:
                continue
            if one.normal == "among":
                return True
            behind = near[number + 2 : number + 4]
            if one.normal == "of" and len(behind) == 2 and behind[0].normal in ("was", "were"):
                return behind[1].sign in self._events.group
        return False

    def _is_joined(self, layout: Layout, first: int, before: Frame) -> bool:
        """Tell whether a number goes on with a list: "11 children and 8 women"."""
        between = layout.words[layout.range(before.span)[1] : first]
        return len(between) <= _REACH and any(word.normal == "and" for word in between)

    def _is_taken_from(self, words: Sequence[Word], first: int, counted: Counted) -> bool:
        """Tell whether what follows names the whole: "two of the dead", "nine were among those killed"."""
        behind = words[counted.last : counted.last + _BEHIND]
        for one, two in pairwise(behind[:-1]):
            if one.normal == "among":
                return two.normal not in _THEM or two.normal in {"those", "these"}
        near = words[first : counted.last + 3]
        return any(
            one.normal == "of"
            and place <= counted.last - first
            and (two.normal in _THEM or (two.normal == "the" and three.sign in self._events.signs))
            for place, (one, two, three) in enumerate(zip(near, near[1:], near[2:], strict=False))
        )

    def is_more(self, words: Sequence[Word], first: int, counted: Counted, before: Frame | None) -> bool:
        """Tell whether a number adds to another: "six more were killed", not "30 killed, 9 others hurt"."""
        near = [
            word for word in words[max(0, first - 2) : counted.last + 1] if word.sign in self._events.adding
        ]
        if not near or any(word.normal == "than" for word in words[max(0, first - 2) : counted.last + 1]):
            return False
        if before is not None and before.event and before.event != counted.event:
            return False
        return before is not None or any(word.normal not in _OTHERS for word in near)

    def is_whole(self, layout: Layout, first: int, nought: int) -> bool:
        """Tell whether a number is that of all of whom another says that none were hurt: "none of the 40".

        Args:
            layout: The claim.
            first: The number of the quantity's first word.
            nought: One past the last word of a count of none before it.
        """
        between = layout.words[nought:first]
        return len(between) <= 2 and any(word.normal == "of" for word in between)

    def is_outdated(self, words: Sequence[Word], first: int) -> bool:
        """Tell whether a number is given up for another: "updating a previous toll of 112", "up from 55"."""
        before = words[max(0, first - _REACH) : first]
        if before and before[-1].normal == "from":
            return any(word.normal in _CHANGING for word in before)
        return any(word.sign in self._events.outdated for word in before)

    def is_sum(self, words: Sequence[Word]) -> bool:
        """Tell whether a claim sums up: "since 2011", "since the war began"."""
        for number, word in enumerate(words):
            if word.sign in self._events.since:
                near = words[number + 1 : number + 1 + _SINCE_REACH]
                if any(one.flags & NUMBER and len(one.normal) == _YEAR for one in near):
                    return True
                if any(one.sign in self._events.lasting for one in near):
                    return True
        return False
