"""Whether two figures are about the same thing, whatever their numbers."""

import math
from collections.abc import Callable, Set
from typing import Final

from workbench.analysis.comparison.concepts import Concepts
from workbench.analysis.comparison.facts.allies import Allies
from workbench.analysis.comparison.facts.events import Events
from workbench.analysis.comparison.facts.frames import MONEY, Frame
from workbench.analysis.comparison.facts.numbers_told import are_of_the_same_digits, ratio_of, telling
from workbench.analysis.comparison.facts.people import PEOPLE, same_side, score_people

_OTHER_GROUP: Final = 1.0
"""What it takes off that two equal counts name different things."""
_MOST_TELLING: Final = 4.0
_PEOPLE_TELL: Final = 1.0
_GROUP_TELLS: Final = 2.5
_FAR: Final = 0.5
"""What the words further away count, where the numbers are not equal."""
_SMALL: Final = 3
"""Up to which a claim may count anything: two villages, one resident."""
_DAYS_APART: Final = 6
"""Days between two figures that may still be of one event, where both claims say when."""
_OTHER_UNIT: Final = 4.0
"""What the same number in another unit counts for: "500 yards", "500 meters"."""
_ENOUGH_CONTEXT: Final = 5.0
"""What the concepts around two figures have to share, in rarity, to be surely about one thing."""
_LEAST_CONTEXT: Final = 1.0
"""What two numbers that are not equal have to share besides what they count, in rarity."""
_SAME_NUMBER: Final = 4.0
"""What an equal number counts for, in rarity; a round one counts less."""
_SIZE_TELLS: Final = 0.6
"""What an equal count of one group tells, in rarity, for each time that it is ten times more."""
_MOST_SIZE: Final = 3.0
_OTHER_THING: Final = 6
"""How many times more one number is than another, from which on they are of two things."""
_USUAL_RATIO: Final = 3
"""How many times more one account has than another at most, as a rule."""
_OTHER_SIZE: Final = 1.0
"""What it takes off, in rarity, for each time that a number is twice as much as that."""
_MEASURE_TELLS: Final = 4.5
"""What it counts for, in rarity, that both measure one thing."""
_ABOARD: Final = "aboard"
"""What is told in many ways: "carrying 40 people"."""
_MANY: Final = 100
_OTHER_EVENT: Final = 2.0
"""What it takes off that only one of two equal counts below that is of the killed, or the like."""
_COUNT: Final = "count"
_UNKNOWN_GROUP: Final = 2.0
"""What it takes off that it is not known what one of two numbers counts."""
_TIME: Final = "time"
_TELLING_SPAN: Final = 0.5
"""From which on a number tells that two spans in other units may be one: not two months and two weeks."""
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
        self._joined_of: tuple[Allies, Allies] | None = None
        self._joined = Allies()

    def joined(self, a: Allies, b: Allies) -> Allies:
        """Return what two articles together show about sides; their claims ask for it one after the other."""
        if self._joined_of != (a, b):
            self._joined_of, self._joined = (a, b), Allies(a.together | b.together)
        return self._joined

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
            return score_people(a, b, allies, self._events)
        if not _can_be_one(a, b):
            return 0.0
        is_equal = a.amount.stated == b.amount.stated
        shared = sum(map(self._weigh, a.context & b.context))
        if not is_equal:
            near = sum(map(self._weigh, a.near & b.near))
            if not a.measure and near + nearness * _ENOUGH_CONTEXT < _LEAST_CONTEXT:
                return 0.0
            shared = near + _FAR * (shared - near)
        if a.measure and a.measure == b.measure:
            shared += _MEASURE_TELLS
        if a.amount.dimension == _COUNT:
            shared += self._counts(a, b, allies, is_equal)
        shared += _equal(a, b) if is_equal else _unequal(a, b)
        return max(0.0, min(1.0, shared / (2 * _ENOUGH_CONTEXT) + nearness / 2))

    def _counts(self, a: Frame, b: Frame, allies: Allies, is_equal: bool) -> float:
        """Return what it tells, in rarity, that two numbers count what they count."""
        if not a.group or not b.group:
            return -_UNKNOWN_GROUP
        if a.group == b.group or self._concepts.are_alike(a.group, b.group):
            if not same_side(a, b, allies, strict=False):
                return -math.inf
            size = _SIZE_TELLS * math.log10(a.amount.stated) if is_equal and a.amount.stated > 0 else 0.0
            return self._group_weight(a.group) + min(_MOST_SIZE, size)
        return -_OTHER_GROUP if is_equal and self._could_be(a, b) else -math.inf

    def _group_weight(self, group: str) -> float:
        """Return how telling it is to count the same: little for people, more for firefighters."""
        if group not in self._events.groups:
            return min(_MOST_TELLING, self._weigh(group))
        return _PEOPLE_TELL if group in PEOPLE else _GROUP_TELLS

    def _could_be(self, a: Frame, b: Frame) -> bool:
        """Tell whether two nouns may stand for the same: one of them is no group of its own."""
        known = self._events.groups - {"person"}
        return not (a.group in known and b.group in known)


def _can_be_one(a: Frame, b: Frame) -> bool:
    """Tell whether nothing speaks against two figures being of one thing, if they are not both of people."""
    one, two = a.amount, b.amount
    if one.dimension != two.dimension or a.is_more != b.is_more or a.is_part != b.is_part:
        return False
    if a.measure and b.measure and a.measure != b.measure:
        return False
    if a.days and b.days and a.days.stated and b.days.stated and a.days.gap(b.days) > _DAYS_APART:
        return False
    if one.stated == two.stated:
        return one.unit == two.unit or one.dimension != _TIME or telling(one.stated) >= _TELLING_SPAN
    if bool(a.event) != bool(b.event) or (a.names and b.names and a.names.isdisjoint(b.names)):
        return False
    if one.dimension == MONEY and one.unit != two.unit:
        return False
    return ratio_of(one, two) <= _OTHER_THING or are_of_the_same_digits(one, two)


def _equal(a: Frame, b: Frame) -> float:
    """Return what it tells, in rarity, that two numbers are equal."""
    found = _SAME_NUMBER * telling(a.amount.stated)
    if a.amount.unit != b.amount.unit:
        found += -_OTHER_SPAN if a.amount.dimension == _TIME else _OTHER_UNIT
    if bool(a.event) != bool(b.event) and a.amount.stated < _MANY and _ABOARD not in (a.event, b.event):
        found -= _OTHER_EVENT
    return found


def _unequal(a: Frame, b: Frame) -> float:
    """Return what it tells against two figures, in rarity, that they are not equal."""
    found = -_OTHER_SIZE * max(0.0, math.log2(ratio_of(a.amount, b.amount) / _USUAL_RATIO))
    is_small = a.amount.dimension == _COUNT and min(a.amount.stated, b.amount.stated) <= _SMALL
    return found - _OTHER_SPAN if is_small or a.amount.dimension == _TIME else found
