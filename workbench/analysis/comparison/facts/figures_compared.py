"""The figures of two claims held against each other: each with the one that it most surely speaks of."""

from typing import Final

from workbench.analysis.comparison.facts.agreement import hold
from workbench.analysis.comparison.facts.findings import Finding
from workbench.analysis.comparison.facts.frames import Frame
from workbench.analysis.comparison.facts.matching import Matching
from workbench.analysis.comparison.facts.prepared import Prepared
from workbench.analysis.comparison.facts.sides import compare_sides
from workbench.analysis.comparison.facts.slots import Slots

_LEAST: Final = 0.45
"""How sure it must be that two figures are about the same thing, 0..1."""
_BESIDE: Final = 0.75
"""The same where the two claims have an equal number of one kind already: others measure other things."""
_SAME_FIRST: Final = 0.3
"""How much surer an equal number makes it, so that figures are paired with their like first."""


def compare_figures(
    a: Prepared, b: Prepared, matching: Matching, slots: Slots, nearness: float
) -> list[Finding] | None:
    """Hold the figures of two claims against each other.

    Args:
        a: The first claim.
        b: The second.
        matching: Tells which figures are about the same thing.
        slots: Tells which unlike numbers are said of the same.
        nearness: How much the two claims have in common, 0..1.

    Returns:
        A finding for each pair of figures, the surest first; a figure is used once, a count of none often.
        None where the figures are of two people, of two years or of two measures, and no others remain.
    """
    if not a.frames or not b.frames:
        return []
    pairs, are_apart = [], False
    found: list[Finding] = []
    allies = matching.joined(a.allies, b.allies)
    for one, first in enumerate(a.frames):
        for two, second in enumerate(b.frames):
            score = matching.score(first, second, allies, nearness)
            if score < _LEAST:
                are_apart |= _measure_others(first, second)
                continue
            if slots.are_of_one(a, first, b, second):
                pairs.append((score + _SAME_FIRST * _is_equal(first, second), score, one, two))
            else:
                are_apart = True
    used_a: set[int] = set()
    used_b: set[int] = set()
    told: set[str] = set()
    for _, score, one, two in sorted(pairs, key=lambda pair: (-pair[0], pair[2], pair[3])):
        if one not in used_a and two not in used_b:
            first, second = a.frames[one], b.frames[two]
            equal = _is_equal(first, second)
            if not equal and not first.event and first.amount.dimension in told and score < _BESIDE:
                continue
            if equal:
                told.add(first.amount.dimension)
            # who says that there were none says it of all that the other claim counts
            if not first.amount.is_nought:
                used_a.add(one)
            if not second.amount.is_nought:
                used_b.add(two)
            held = hold(first, second, first.told.of(a.text), second.told.of(b.text), score)
            found.append(compare_sides(first, second, held, allies, matching.countries))
    return None if are_apart and not found else found


def _measure_others(a: Frame, b: Frame) -> bool:
    """Tell whether two numbers are equal by chance: one is a profit, the other a debt."""
    return bool(a.measure and b.measure and a.measure != b.measure and _is_equal(a, b))


def _is_equal(a: Frame, b: Frame) -> bool:
    return a.amount.stated == b.amount.stated
