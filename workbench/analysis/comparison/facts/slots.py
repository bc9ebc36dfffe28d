"""Reads of whom and of which time a number is said, from the clause that it stands in."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from workbench.analysis.comparison.concepts import Concepts
from workbench.analysis.comparison.content import Contents
from workbench.analysis.comparison.facts.events import Events
from workbench.analysis.comparison.facts.frames import NOWHERE, Frame
from workbench.analysis.comparison.facts.names import Names
from workbench.analysis.comparison.facts.numbers_told import telling
from workbench.analysis.comparison.facts.prepared import Prepared
from workbench.analysis.comparison.facts.sentences import Layout
from workbench.analysis.comparison.facts.slot import SOME_YEAR, Slot
from workbench.analysis.comparison.words import CAPITAL, NUMBER, Word
from workbench.model.claim import DatePrecision

_LEFT: Final = 16
"""Words before a number in which its clause may begin."""
_RIGHT: Final = 8
"""Words after it in which the clause may end."""
_VERB_REACH: Final = 4
"""Words before a number that tell what is done with it: "gain 35 seats"."""
_CLAUSE: Final = frozenset(
    {"but", "while", "whereas", "although", "though", "because", "who", "which", "that", "compared"}
)
"""Words that begin a clause."""
_SOMEBODY: Final = frozenset({"his", "her", "he", "she"})
"""Words that stand for somebody who was named before, also for who speaks."""
_TITLES: Final = frozenset(
    {
        "gov",
        "sen",
        "rep",
        "president",
        "mayor",
        "minister",
        "judge",
        "gen",
        "col",
        "lt",
        "sgt",
        "capt",
        "prof",
    }
    | {"chairman", "secretary", "chief"}
)
"""Words before a name that many names share, as normal forms."""
_MEN: Final = frozenset({"mr", "he", "his", "him"})
_WOMEN: Final = frozenset({"mrs", "ms", "she", "her"})
_SUMS: Final = frozenset({"total", "combined", "overall", "altogether"})
_STOPS: Final = frozenset(";:—–()")
_TELLING: Final = 0.75
"""From which on an equal number tells by itself that two figures are one."""
_COUNT: Final = "count"
_PERIODS: Final = frozenset({DatePrecision.YEAR, DatePrecision.MONTH})
_KEPT: Final = 20_000
"""Slots that are remembered."""


class Slots:
    """Reads slots, each when it is first asked for: few figures are ever near enough to another.

    Args:
        contents: What gives concepts.
        concepts: What words have to do with each other.
        events: The words for what people do with numbers.
        names: Knows which words that begin a sentence are names.
    """

    def __init__(
        self,
        contents: Contents,
        concepts: Concepts,
        events: Events,
        names: Names,
    ) -> None:
        self._events = events
        self._contents = contents
        self._concepts = concepts
        self._names_of = names
        self._known: dict[Frame, Slot] = {}

    def are_of_one(self, a: Prepared, one: Frame, b: Prepared, two: Frame) -> bool:
        """Tell whether nobody else, no other time and nothing opposite keeps two numbers from being of one.

        Args:
            a: The first claim.
            one: A figure of it.
            b: The second claim.
            two: A figure of it.
        """
        has_dates = bool(a.claim.dates), bool(b.claim.dates)
        is_event = bool(one.event and two.event)
        is_equal = one.amount.stated == two.amount.stated
        if is_event and not all(has_dates):
            return True
        if is_equal and (is_event or not any(has_dates) or telling(one.amount.stated) >= _TELLING):
            return True
        first, second = self._of(a, one), self._of(b, two)
        if first.is_of_another_time(second):
            return False
        if is_event or is_equal:
            return True
        if first.is_wished != second.is_wished and first.is_granted != second.is_granted:
            return first.is_wished == first.is_granted
        if one.amount.dimension == _COUNT and self._are_opposed(first, second):
            return False
        return first.is_sum == second.is_sum and not first.is_of_another(second)

    def _are_opposed(self, one: Slot, two: Slot) -> bool:
        """Tell whether one number was gained and the other lost."""
        return any(
            self._concepts.are_opposites(first.stem, second.stem)
            for first in one.verbs
            for second in two.verbs
        )

    def _of(self, claim: Prepared, frame: Frame) -> Slot:
        known = self._known.get(frame)
        if known is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            known = self._known[frame] = self._read(claim, frame)
        return known

    def _read(self, claim: Prepared, frame: Frame) -> Slot:
        layout = claim.layout
        if layout is None:
            return Slot(NOWHERE, NOWHERE, None, (), False, False, None, False, 0)
        first, last = layout.range(frame.span)
        start, end = _clause(layout, first, last)
        words = layout.words
        spoken = self._said_by(layout, words[start:first])
        names = [n for n in range(start, end) if n not in spoken and self._is_name(layout, n)]
        if first > 1 and layout.text[layout.starts[first] - 1] == "(" and self._is_name(layout, first - 1):
            names = [first - 1]
        subject = [n for place, n in enumerate(names) if n - names[0] == place and n < first]
        before = words[max(start, first - _VERB_REACH) : first]
        return Slot(
            self._concepts_of(layout, subject),
            self._concepts_of(layout, names),
            _period(layout, first, last),
            tuple(word for word in before if word.is_content and not word.flags & (NUMBER | CAPITAL)),
            any(word.sign in self._events.wishing for word in words[start:first]),
            any(word.sign in self._events.granting for word in words[start:first]),
            _is_of_woman(words[start:first]),
            _is_sum(words[start:last]),
            frame.days.last if frame.days and not frame.days.stated else 0,
        )

    def _said_by(self, layout: Layout, clause: tuple[Word, ...]) -> range:
        """Return the words for who speaks, who is not the subject unless "he" or "his" follows."""
        speaker = layout.claim.speaker
        if speaker is None or any(word.normal in _SOMEBODY for word in clause):
            return range(0)
        return range(*layout.range(speaker.span))

    def _is_name(self, layout: Layout, number: int) -> bool:
        word = layout.words[number]
        if not word.flags & CAPITAL or not word.is_content or word.flags & NUMBER:
            return False
        if word.normal in _TITLES:
            return False
        return bool(number) or self._names_of.has(layout.claim.article, word)

    def _concepts_of(self, layout: Layout, places: list[int]) -> frozenset[str]:
        return frozenset([self._contents.of_word(layout.words[place].written) for place in places])


def _clause(layout: Layout, first: int, last: int) -> tuple[int, int]:
    """Return the first word of a number's clause, and the one after the last."""
    words = layout.words
    start = first
    while start > max(0, first - _LEFT):
        word = words[start - 1]
        if word.normal in _CLAUSE or _stops(layout, start - 1):
            break
        start -= 1
    end = last
    while end < min(len(words), last + _RIGHT):
        if words[end].normal in _CLAUSE or layout.breaks_after(end - 1):
            break
        end += 1
    return start, end


def _is_of_woman(clause: Sequence[Word]) -> bool | None:
    """Tell whether a clause speaks of a woman, or of a man; None where it tells neither, or both."""
    of_man, of_woman = (any(word.normal in one for word in clause) for one in (_MEN, _WOMEN))
    return of_woman if of_man != of_woman else None


def _is_sum(clause: Sequence[Word]) -> bool:
    """Tell whether a clause speaks of a sum, beside "a total of", which says no more than the number."""
    return any(word.normal in _SUMS and following.normal != "of" for word, following in pairwise(clause))


def _stops(layout: Layout, number: int) -> bool:
    """Tell whether more than a comma parts a word from the next one."""
    return not _STOPS.isdisjoint(layout.text[layout.ends[number] : layout.starts[number + 1]])


def _period(layout: Layout, first: int, last: int) -> tuple[int, int] | None:
    """Return the years or months that stand nearest to a number."""
    found: tuple[int, int] | None = None
    least = len(layout.words)
    for mention in layout.claim.dates:
        is_open = not mention.first or not mention.last
        if mention.precision not in _PERIODS or (is_open and mention.precision is not DatePrecision.YEAR):
            continue
        start, end = layout.range(mention.span)
        apart = start - last if start >= last else first - end
        if apart < least:
            least = apart
            if is_open:
                # "by 2085" is said of that year; of "last year" it may not be known which it was
                found = _year_of(mention.first or mention.last)
                continue
            found = (
                date.fromisoformat(mention.first).toordinal(),
                date.fromisoformat(mention.last).toordinal(),
            )
    return found


def _year_of(day: str) -> tuple[int, int]:
    """Return the year that a day lies in."""
    if not day:
        return SOME_YEAR
    year = date.fromisoformat(day).year
    return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
