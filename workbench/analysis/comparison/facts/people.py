"""Whether two counts of people are of the same people: on one day, of one group, of one side."""

from typing import Final

from workbench.analysis.comparison.facts.allies import Allies
from workbench.analysis.comparison.facts.events import Events
from workbench.analysis.comparison.facts.frames import Frame
from workbench.analysis.comparison.facts.numbers_told import ratio_of

_VICTIMS: Final = "victims"
_CASUALTIES: Final = "casualties"
_HURT: Final = "hurt"
_KILLED: Final = "killed"
_PERSON: Final = "person"
_COMBATANT: Final = "combatant"
PEOPLE: Final = frozenset({_PERSON, _COMBATANT, ""})
"""Groups that are often the same people: "30 people", "30 fighters", "30"."""
_LOOSE_GROUP: Final = 0.85
_UNKNOWN_SIDE: Final = 0.8
_OTHER_SCALE: Final = 12
"""How many times more one count is than another, from which on they count other things: a raid, a war."""
_ROUND: Final = 10
"""A multiple of this is too usual to tell that so many bodies are so many dead."""
_UNKNOWN_DAY: Final = 0.8
_DAYS_APART: Final = 6
"""Days between the events of two articles that may still be one event, where neither claim says when."""
_SAME_NUMBER_APART: Final = 2
"""The same where both give the same number."""
_TELLING_COUNT: Final = 5
"""A count from which on it is no chance that two are equal."""


def score_people(a: Frame, b: Frame, allies: Allies, events: Events) -> float:
    """Return how surely two counts of people are of the same people, 0..1.

    Args:
        a: A count of the first claim.
        b: A count of the second.
        allies: What their articles show about sides.
        events: The words for events.
    """
    nought = a.amount.is_nought != b.amount.is_nought
    equal = a.amount.stated == b.amount.stated
    certainty = min(a.certainty, b.certainty)
    if a.amount.dimension != b.amount.dimension or a.is_past or not _are_of_one_kind(a, b, events):
        return 0.0
    if certainty < 1 and not (a.party and b.party):
        return 0.0
    if not equal and (a.is_more or b.is_more or a.is_portion or b.is_portion or _are_side_and_sum(a, b)):
        return 0.0
    if not (a.amount.is_nought or b.amount.is_nought) and ratio_of(a.amount, b.amount) > _OTHER_SCALE:
        return 0.0
    return _same_group(a, b) * same_side(a, b, allies, strict=nought) * certainty * _same_day(a, b)


def same_side(a: Frame, b: Frame, allies: Allies, *, strict: bool) -> float:
    """Return how well the sides of two figures agree, 0..1.

    Args:
        a: A figure of the first claim.
        b: A figure of the second.
        allies: What their articles show about sides.
        strict: Whether one is nought and the other is not.
    """
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


def _are_of_one_kind(a: Frame, b: Frame, events: Events) -> bool:
    if a.event == b.event:
        return True
    if not events.are_alike(a.event, b.event):
        return _is_unhurt(a, b) or _is_unhurt(b, a)
    if a.amount.is_nought or b.amount.is_nought or _VICTIMS in (a.event, b.event):
        return True
    # some of the dead have been found: only an equal number that is not round tells that both are one count
    is_telling = a.amount.stated == b.amount.stated and bool(a.amount.stated % _ROUND)
    return is_telling and _CASUALTIES not in (a.event, b.event)


def _is_unhurt(none: Frame, some: Frame) -> bool:
    """Tell whether one figure says that nobody was hurt, and the other that somebody died."""
    if not none.amount.is_nought or none.event != _HURT or some.event != _KILLED or some.amount.is_nought:
        return False
    return not none.party.isdisjoint(some.party) or not (none.party or some.party or some.anti)


def _are_side_and_sum(a: Frame, b: Frame) -> bool:
    """Tell whether one figure counts a side, and the other all: 29 men of the guard, and 58 people."""
    if (a.is_all and b.party) or (b.is_all and a.party):
        return True
    if a.is_side == b.is_side or (a.party and b.party):
        return False
    return not a.group == b.group == _COMBATANT


def _same_group(a: Frame, b: Frame) -> float:
    if a.group == b.group:
        is_whole = a.group != _PERSON or a.is_part == b.is_part or (a.is_side and b.is_side)
        return 1.0 if is_whole else 0.0
    if a.is_part or b.is_part:
        return 0.0
    if a.group in PEOPLE and b.group in PEOPLE:
        return _LOOSE_GROUP
    return _LOOSE_GROUP if a.amount.stated == b.amount.stated and _PERSON in (a.group, b.group) else 0.0


def _same_day(a: Frame, b: Frame) -> float:
    if a.days is None or b.days is None:
        return 1.0
    gap = a.days.gap(b.days)
    if a.amount.stated == b.amount.stated and gap <= _SAME_NUMBER_APART:
        return 1.0
    if a.days.stated or b.days.stated or a.days.is_open or b.days.is_open:
        return 0.0 if gap else 1.0
    return _UNKNOWN_DAY if gap <= _DAYS_APART else 0.0
