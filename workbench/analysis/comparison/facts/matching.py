"""Whether two figures are about the same thing, whatever their numbers."""

import math
from collections.abc import Callable, Set
from typing import Final

from workbench.analysis.comparison.concepts import Concepts
from workbench.analysis.comparison.facts.allies import Allies
from workbench.analysis.comparison.facts.events import Events
from workbench.analysis.comparison.facts.frames import MONEY, Frame
from workbench.analysis.comparison.facts.numbers_told import telling

_VICTIMS: Final = "victims"
_CASUALTIES: Final = "casualties"
_ROUND: Final = 10
"""A multiple of this is too usual to tell by itself that two counts are one."""
_HURT: Final = "hurt"
_KILLED: Final = "killed"
_PERSON: Final = "person"
_COMBATANT: Final = "combatant"
_PEOPLE: Final = frozenset({_PERSON, _COMBATANT, ""})
"""Groups that are often the same people: "30 people", "30 fighters", "30"."""
_LOOSE_GROUP: Final = 0.85
_UNKNOWN_SIDE: Final = 0.8
_OTHER_GROUP: Final = 1.0
"""What it takes off that two equal counts name different things."""
_MOST_TELLING: Final = 4.0
_PEOPLE_TELL: Final = 1.0
_GROUP_TELLS: Final = 2.5
_OTHER_SCALE: Final = 12
"""How many times more one count is than another, from which on they count other things: a raid, a war."""
_FAR: Final = 0.5
"""What the words further away count, where the numbers are not equal."""
_SMALL: Final = 3
"""Up to which a claim may count anything: two villages, one resident."""
_UNKNOWN_DAY: Final = 0.8
_DAYS_APART: Final = 6
"""Days between the events of two articles that may still be one event, where neither claim says when."""
_SAME_NUMBER_APART: Final = 2
"""The same where both give the same number."""
_OTHER_UNIT: Final = 4.0
"""What the same number in another unit counts for: "500 yards", "500 meters"."""
_TELLING_COUNT: Final = 5
"""A count from which on it is no chance that two are equal."""
_ENOUGH_CONTEXT: Final = 5.0
"""What the concepts around two figures have to share, in rarity, to be surely about one thing."""
_LEAST_CONTEXT: Final = 1.0
"""What two numbers that are not equal have to share besides what they count, in rarity."""
_SAME_NUMBER: Final = 4.0
"""What an equal number counts for, in rarity; a round one counts less."""
_OTHER_THING: Final = 6
"""How many times more one number is than another, from which on they are of two things."""
_USUAL_RATIO: Final = 3
"""How many times more one account has than another at most, as a rule."""
_MEASURE_TELLS: Final = 4.5
"""What it counts for, in rarity, that both measure one thing."""
_SIZE_TELLS: Final = 0.6
"""What an equal count of the same tells, in rarity, for each of its digits."""
_MOST_SIZE: Final = 3.0
_OTHER_SIZE: Final = 1.0
"""What it takes off, in rarity, for each time that a number is twice as much as that."""
_COUNT: Final = "count"
_TIME: Final = "time"
_TELLING_SPAN: Final = 0.5
"""From which on a number tells that two spans of time in different units may be one: not two months, two weeks."""
_OTHER_SPAN: Final = 3.0
"""What it takes off that two spans of time differ: a claim may speak of any."""


class Matching:
    """Tells how surely two figures are about the same thing.

    Args:
        events: The words for events.
        concepts: Which words mean the same.
        weigh: How telling it is to share a concept.
        countries: The names of countries.
    """

    def __init__(
        self, events: Events, concepts: Concepts, weigh: Callable[[str], float], countries: Set[str]
    ) -> None:
        self._events = events
        self._concepts = concepts
        self._weigh = weigh
        self.countries = countries
        """The names of countries."""

    def score(self, a: Frame, b: Frame, allies: Allies, nearness: float) -> float:
        """Return how surely two figures are about the same thing, 0..1.

        Args:
            a: A figure of one claim.
            b: A figure of the other.
            allies: What their articles show about sides.
            nearness: How much the two claims have in common, 0..1.
        """
        if a.is_past != b.is_past:
            return 0.0
        if a.event and b.event:
            return self._people(a, b, allies) * _same_day(a, b)
        return self._things(a, b, allies, nearness)

    def _people(self, a: Frame, b: Frame, allies: Allies) -> float:
        nought = a.amount.is_nought, b.amount.is_nought
        if not self._events.are_alike(a.event, b.event) and not _is_unhurt(a, b) and not _is_unhurt(b, a):
            return 0.0
        equal = a.amount.stated == b.amount.stated
        if a.event != b.event and not any(nought) and _VICTIMS not in (a.event, b.event):
            if not equal or _CASUALTIES in (a.event, b.event) or not a.amount.stated % _ROUND:
                return 0.0
        if a.amount.dimension != b.amount.dimension or a.is_past:
            return 0.0
        if not any(nought) and _ratio(a, b) > _OTHER_SCALE:
            return 0.0
        group = _groups(a, b)
        side = _sides(a, b, allies, strict=nought[0] != nought[1])
        if min(a.certainty, b.certainty) < 1 and not (a.party and b.party):
            return 0.0
        if not group or not side:
            return 0.0
        if not equal and _are_side_and_sum(a, b):
            return 0.0
        if not equal and (a.is_more or b.is_more or a.is_portion or b.is_portion):
            return 0.0
        return group * side * min(a.certainty, b.certainty)

    def _things(self, a: Frame, b: Frame, allies: Allies, nearness: float) -> float:
        if (
            a.amount.dimension == MONEY
            and a.amount.unit != b.amount.unit
            and a.amount.stated != b.amount.stated
        ):
            return 0.0
        if a.amount.dimension != b.amount.dimension or a.is_more != b.is_more or a.is_part != b.is_part:
            return 0.0
        if bool(a.event) != bool(b.event) and a.amount.stated != b.amount.stated:
            return 0.0
        if a.days and b.days and a.days.stated and b.days.stated and a.days.gap(b.days) > _DAYS_APART:
            return 0.0
        is_equal = a.amount.stated == b.amount.stated
        if a.measure and b.measure and a.measure != b.measure:
            return 0.0
        if not is_equal and a.names and b.names and a.names.isdisjoint(b.names):
            return 0.0
        shared = sum(map(self._weigh, a.context & b.context))
        if not is_equal:
            near = sum(map(self._weigh, a.near & b.near))
            if not a.measure and near + nearness * _ENOUGH_CONTEXT < _LEAST_CONTEXT:
                return 0.0
            shared = near + _FAR * (shared - near)
        if a.measure and a.measure == b.measure:
            shared += _MEASURE_TELLS
        is_same = a.amount.stated == b.amount.stated and a.amount.unit == b.amount.unit
        if a.amount.stated == b.amount.stated:
            shared += _SAME_NUMBER * telling(a.amount.stated)
        if a.amount.dimension == _TIME and not is_same:
            if is_equal and telling(a.amount.stated) < _TELLING_SPAN:
                return 0.0
            shared -= _OTHER_SPAN
        elif is_equal and not is_same:
            shared += _OTHER_UNIT
        if a.amount.dimension == _COUNT:
            if a.amount.stated != b.amount.stated and min(a.amount.stated, b.amount.stated) <= _SMALL:
                shared -= _OTHER_SPAN
            if not a.group or not b.group:
                shared -= 2.0
            elif a.group == b.group or self._concepts.are_alike(a.group, b.group):
                shared += self._group_weight(a.group)
                if is_equal and a.amount.stated > 0:
                    shared += min(_MOST_SIZE, _SIZE_TELLS * math.log10(a.amount.stated))
                side = _sides(a, b, allies, strict=False)
                if not side:
                    return 0.0
            elif a.amount.stated != b.amount.stated or not self._could_be(a, b):
                return 0.0
            else:
                shared -= _OTHER_GROUP
        if not is_equal:
            ratio = _ratio(a, b)
            if ratio > _OTHER_THING and not _is_slip(a, b):
                return 0.0
            shared -= _OTHER_SIZE * max(0.0, math.log2(ratio / _USUAL_RATIO))
        return min(1.0, shared / (2 * _ENOUGH_CONTEXT) + nearness / 2)

    def _group_weight(self, group: str) -> float:
        """Return how telling it is to count the same: little for people, more for firefighters."""
        if group not in self._events.groups:
            return min(_MOST_TELLING, self._weigh(group))
        return _PEOPLE_TELL if group in _PEOPLE else _GROUP_TELLS

    def _could_be(self, a: Frame, b: Frame) -> bool:
        """Tell whether two nouns may stand for the same: one of them is no group of its own."""
        known = self._events.groups - {"person"}
        return not (a.group in known and b.group in known)


def _ratio(a: Frame, b: Frame) -> float:
    least, most = sorted((a.amount.stated, b.amount.stated))
    return most / least if least > 0 else math.inf


def _is_slip(a: Frame, b: Frame) -> bool:
    """Tell whether two numbers have the same digits: "3 million" and "3 billion"."""
    digits = [f"{abs(frame.amount.stated):.10g}".replace(".", "").rstrip("0") for frame in (a, b)]
    return digits[0] == digits[1] and len(digits[0]) > 0


def _same_day(a: Frame, b: Frame) -> float:
    if a.days is None or b.days is None:
        return 1.0
    gap = a.days.gap(b.days)
    if a.amount.stated == b.amount.stated and gap <= _SAME_NUMBER_APART:
        return 1.0
    if a.days.stated or b.days.stated or a.days.is_open or b.days.is_open:
        return 0.0 if gap else 1.0
    return _UNKNOWN_DAY if gap <= _DAYS_APART else 0.0


def _is_unhurt(none: Frame, some: Frame) -> bool:
    """Tell whether one figure says that nobody was hurt, and the other that somebody died."""
    if not none.amount.is_nought or none.event != _HURT or some.event != _KILLED or some.amount.is_nought:
        return False
    return not none.party.isdisjoint(some.party) or not (none.party or some.party or some.anti)


def _are_side_and_sum(a: Frame, b: Frame) -> bool:
    """Tell whether one figure counts a side, and the other all: 29 men of the guard, and 58 people."""
    if a.is_side == b.is_side or (a.party and b.party):
        return False
    return not a.group == b.group == _COMBATANT


def _groups(a: Frame, b: Frame) -> float:
    if a.group == b.group:
        is_whole = a.group != _PERSON or a.is_part == b.is_part or (a.is_side and b.is_side)
        return 1.0 if is_whole else 0.0
    if a.group in _PEOPLE and b.group in _PEOPLE and not a.is_part and not b.is_part:
        return _LOOSE_GROUP
    is_same_number = a.amount.stated == b.amount.stated and not a.is_part and not b.is_part
    return _LOOSE_GROUP if is_same_number and _PERSON in (a.group, b.group) else 0.0


def _sides(a: Frame, b: Frame, allies: Allies, *, strict: bool) -> float:
    """Return how well the sides of two figures agree; `strict` where one is nought and the other is not."""
    if a.party and b.party:
        if a.party & b.party or allies.widen(a.party) & b.party:
            return 1.0
        return _UNKNOWN_SIDE if not strict and a.amount.stated == b.amount.stated >= _TELLING_COUNT else 0.0
    if not a.party and not b.party:
        return 1.0 if not strict or not (a.anti or b.anti) else 0.0
    known, doer = (a.party, b.anti) if a.party else (b.party, a.anti)
    if doer and (known & allies.widen(doer) if strict else known <= doer):
        return 0.0
    if strict and not doer:
        return 0.0
    return _UNKNOWN_SIDE
