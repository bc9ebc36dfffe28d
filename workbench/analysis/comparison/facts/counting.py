"""The words by a number that say what is counted, and what happened to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from workbench.analysis.comparison.facts.events import Events
from workbench.analysis.comparison.facts.sentences import Layout
from workbench.analysis.comparison.words import NUMBER, STOP, Word
from workbench.model.article import Span

_PASSIVE: Final = frozenset({"was", "were", "is", "are", "been", "be", "being", "got", "get", "gets"})
_ACTIVE_REACH: Final = 4
"""Words between "killed" and the number."""
_PASSIVE_REACH: Final = 14
"""Words between what is counted and "were killed"."""
_CUT_REACH: Final = 4
"""Words between posts and what says that they are lost."""
_TOLL_REACH: Final = 26
"""Words between "death toll" and the number."""
_OF_REACH: Final = 5
"""Words from "the number of" to what is counted."""
_NOUNS: Final = frozenset({"toll", "deathtoll", "death", "deaths", "tally"})
_LIVES: Final = frozenset({"lives", "life"})
_MEN: Final = frozenset({"man", "men"})
_ABOARD: Final = "aboard"
_KILLED: Final = "killed"
_DISMISSED: Final = "dismissed"
_COMBATANT: Final = "combatant"
_NEAR: Final = 12
"""Code points between a number and the words for what is counted."""
_NEVER: Final = 99.0
"""The cost of an event that is not that of the number."""
_SUFFERING: Final = frozenset(
    {"lost", "lose", "suffer", "suffered", "sustain", "sustained", "receive", "received"}
)
_JOINING_IN: Final = frozenset({"part", "join", "joined", "attend", "attended"})
"""What people do with a protest: "took part in", "joined"."""
_ASIDES: Final = frozenset(
    {"including", "among", "most", "mostly", "mainly", "all", "some", "many", "both", "who"}
)
"""What may be put between commas before it is told what happened."""
_ELSEWHERE: Final = frozenset({"while", "but", "after", "when"})
"""Where something else begins to be told."""
_JOINING: Final = frozenset({"and", "or", "but", "while"})


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts."""

    last: int
    """One past the last word of the noun that is counted, or of the number."""
    noun: Word | None
    """The noun; None when it is left out."""
    event: str = ""
    """What happened to them; empty when nothing that the tables know."""
    at: int = -1
    """The number of the event's word; -1 without one."""
    is_own: bool = False
    """Whether they are those of the subject: "the guard lost nine men"."""
    is_done: bool = False
    """Whether somebody did it to them: "strikes killed 12"."""


class Counting:
    """Finds what a number counts.

    Args:
        events: The words for events.
    """

    def __init__(self, events: Events) -> None:
        self._events = events

    def of(self, layout: Layout, first: int, last: int, counted: str) -> Counted:
        """Find what a number counts.

        Args:
            layout: The claim.
            first: The number of the first word of the quantity.
            last: One past the last.
            counted: What the quantity says that it counts; may be empty.

        Returns:
            The noun and the event.
        """
        end, noun = self._noun(layout, last, counted)
        kind = self._events.kind
        words = layout.words
        for number in range(last, end):
            # "24 dead", "no casualties": those who are counted are named by what happened
            if words[number].sign in kind and words[number].normal not in _LIVES:
                return Counted(end, noun, self._coordinated(words, number), number)
        taking = self._taking(layout, first, noun)
        if taking >= 0:
            is_own = (
                words[taking].sign in self._events.losing and noun is not None and noun.normal not in _LIVES
            )
            return Counted(end, noun, _KILLED, taking, is_own=is_own)
        if noun is not None and noun.sign in self._events.posts and self._is_cut(words, first, end):
            return Counted(end, noun, _DISMISSED)
        right, right_cost = self._after(layout, end)
        left, left_cost = self._before(layout, first)
        if min(right_cost, left_cost) >= _NEVER:
            return Counted(end, noun)
        if right >= 0 and left_cost < _NEVER and kind[words[right].sign] == _ABOARD:
            # "killing all 62 people aboard"
            right_cost = _NEVER
        at = right if right_cost <= left_cost else left
        event = self._coordinated(words, at)
        if event == _KILLED and noun is not None and noun.sign in self._events.posts:
            event = _DISMISSED
        return Counted(end, noun, event, at, is_done=at == left and words[at].normal not in _NOUNS)

    def _taking(self, layout: Layout, first: int, noun: Word | None) -> int:
        """Find what took lives: "the crash cost eight lives", "the guard lost nine men"; -1 for nothing."""
        if noun is None:
            return -1
        takes = self._events.taking if noun.normal in _LIVES else self._events.losing
        if (
            takes is self._events.losing
            and noun.normal not in _MEN
            and self._events.group.get(noun.sign) != _COMBATANT
        ):
            return -1
        for number in range(first - 1, max(-1, first - 2 - _ACTIVE_REACH), -1):
            if layout.breaks_after(number):
                return -1
            if layout.words[number].sign in takes:
                return number
        return -1

    def _is_cut(self, words: Sequence[Word], first: int, end: int) -> bool:
        """Tell whether posts are lost: "2,000 jobs would go", "no jobs will be lost"."""
        near = (*words[max(0, first - _CUT_REACH) : first], *words[end : end + _CUT_REACH])
        return any(word.sign in self._events.cutting for word in near)

    def _noun(self, layout: Layout, last: int, counted: str) -> tuple[int, Word | None]:
        """Return one past the noun that is counted, and its last word."""
        words, kind = layout.words, self._events.kind
        end = self._end_of(layout, last, counted)
        if end > last and words[last].normal in _JOINING:
            return last, None
        if end == last and self._is_noun(layout, last):
            end += 1
        while end > last + 1 and words[end - 1].sign in kind and words[end - 2].sign in self._events.group:
            end -= 1
        return end, words[end - 1] if end > last else None

    def _is_noun(self, layout: Layout, at: int) -> bool:
        """Tell whether a word is what is counted, though the quantity does not know it: "75 miner killed"."""
        words, kind = layout.words, self._events.kind
        if at + 1 >= len(words) or layout.breaks_after(at - 1):
            return False
        return words[at].is_content and words[at].sign not in kind and words[at + 1].sign in kind

    def _end_of(self, layout: Layout, last: int, counted: str) -> int:
        if not counted or not last:
            return last
        start = layout.ends[last - 1]
        at = layout.text.find(counted, start, start + len(counted) + _NEAR)
        return max(last, layout.range(Span(at, at + len(counted)))[1]) if at >= 0 else last

    def _after(self, layout: Layout, end: int) -> tuple[int, float]:
        """Find the event after the noun: "58 killed", "98 people from the north were killed"."""
        words, has_auxiliary, has_aside = layout.words, False, False
        aboard = -1, _NEVER
        for number in range(end, min(len(words), end + _PASSIVE_REACH)):
            word = words[number]
            if number and not has_aside and layout.breaks_after(number - 1):
                has_aside = word.normal in _ASIDES
                if not has_aside:
                    break
            kind = self._events.kind.get(word.sign)
            if kind == _ABOARD:
                # "all 62 people aboard were killed"
                aboard = number, self._cost_after(words, end, number, has_auxiliary)
            elif kind:
                cost = self._cost_after(words, end, number, has_auxiliary)
                return (number, cost) if cost < _NEVER else aboard
            if word.normal in _ELSEWHERE:
                break
            has_auxiliary |= word.normal in _PASSIVE
        return aboard

    def _cost_after(self, words: Sequence[Word], end: int, at: int, has_auxiliary: bool) -> float:
        """Return how little an event after the noun looks like that of the number."""
        beside = at == end + 1 and words[end].flags & STOP and words[end].normal not in _JOINING
        if at == end or beside:
            return 0.8
        if has_auxiliary or words[at].normal in ("died", "die"):
            return 1.5 + 0.1 * (at - end)
        if any(word.normal in _JOINING_IN for word in words[end:at]):
            return 1.6
        if any(word.normal in _SUFFERING for word in words[max(end, at - 3) : at]):
            return 1.0
        return _NEVER

    def _before(self, layout: Layout, first: int) -> tuple[int, float]:
        """Find the event before the number: "killed at least 58", "the death toll reached 112"."""
        words, kind = layout.words, self._events.kind
        for number in range(first - 1, max(-1, first - 2 - _ACTIVE_REACH), -1):
            word = words[number]
            if word.sign in kind and word.normal not in _NOUNS:
                is_passive = number > 0 and words[number - 1].normal in _PASSIVE
                if is_passive or any(layout.breaks_after(n) for n in range(number, first - 1)):
                    break
                return number, 1.0 + 0.2 * (first - 1 - number)
            if word.flags & NUMBER:
                break
        if first > 1 and words[first - 1].normal == "of" and words[first - 2].sign in kind:
            # "the death of three officers"
            return first - 2, 1.2
        if any(word.sign in self._events.reaching for word in words[max(0, first - 3) : first]):
            for number in range(first - 1, max(-1, first - _TOLL_REACH), -1):
                is_toll = words[number].normal in _NOUNS or _is_counted(words, number)
                if is_toll and words[number].sign in kind:
                    return number, 1.4
        return -1, _NEVER

    def _coordinated(self, words: Sequence[Word], at: int) -> str:
        """Return the event of a word, with another that is joined to it: "killed or wounded"."""
        kind = self._events.kind
        event = kind[words[at].sign]
        for joint, other in ((at - 1, at - 2), (at + 1, at + 2)):
            if 0 <= other < len(words) and joint >= 0 and words[joint].normal in ("or", "and"):
                beside = kind.get(words[other].sign)
                if beside and beside != event and {beside, event} == {"killed", "hurt"}:
                    return "casualties"
        return event


def _is_counted(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word says whose number follows: "the number of people killed in the raid rose to 12"."""
    lead = words[max(0, at - _OF_REACH) : at]
    return any(one.normal == "number" and two.normal == "of" for one, two in pairwise(lead))
