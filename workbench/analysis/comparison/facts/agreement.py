"""Whether two numbers for the same thing can both be true, as a fact-checker sees it."""

import math
from typing import Final

from workbench.analysis.comparison.facts.findings import Finding
from workbench.analysis.comparison.facts.frames import Amount, Bound, Frame
from workbench.model.relation import Agreement, DifferenceKind

_ROUNDING: Final = 0.1
"""How far a number may lie beyond "more than 50" and still be what was meant."""
_FEW: Final = 2
"""The same for a small number: "more than ten" for twelve."""
_SAME_MEASURE: Final = 0.03
"""How far two measures in different units may lie apart when one was converted: 10 km, 6 miles."""


def hold(a: Frame, b: Frame, words_a: str, words_b: str, confidence: float) -> Finding:
    """Hold two figures for the same thing against each other.

    Two explicit counts that differ are in conflict, whatever their bounds: who counts "at least 100" and who
    counts "at least 112" have not counted the same. Bounds and rounding only excuse a difference that they
    were written for: "about 100" and "more than 100", "nearly 30" and 29.

    Args:
        a: The figure of the first claim.
        b: The figure of the second.
        words_a: The words of the first.
        words_b: The words of the second.
        confidence: How sure it is that both are about the same thing, 0..1.

    Returns:
        What follows.
    """
    agreement, kind, rule = _compare(a.amount, b.amount)
    reason = f"{words_a} / {words_b}: {rule}"
    if kind is DifferenceKind.ZERO and min(a.certainty, b.certainty) < 1:
        reason += '; whom "they" or "them" means is not certain'
    if kind is DifferenceKind.ZERO:
        return Finding(agreement, kind, reason, confidence, a.told, b.told)
    return Finding(agreement, kind, reason, confidence, a.span, b.span)


def _compare(a: Amount, b: Amount) -> tuple[Agreement, DifferenceKind | None, str]:
    if a.is_nought != b.is_nought:
        return Agreement.CONFLICT, DifferenceKind.ZERO, "none against some"
    if a.unit != b.unit:
        return _units(a, b)
    if a.stated == b.stated:
        if a.bound is b.bound or a.is_nought:
            return Agreement.SAME, None, "the same number"
        return Agreement.DIFFERS, DifferenceKind.MODIFIER, "the same number with another bound"
    if Bound.VAGUE in (a.bound, b.bound):
        return Agreement.DIFFERS, DifferenceKind.NUMBER, "one of them is only roughly counted"
    if _is_excused(a, b) or _is_excused(b, a) or _is_rounded_down(a, b) or _is_rounded_down(b, a):
        return Agreement.DIFFERS, DifferenceKind.NUMBER, "one of them is rounded"
    return Agreement.CONFLICT, DifferenceKind.NUMBER, "another number"


def _is_excused(rounded: Amount, other: Amount) -> bool:
    match rounded.bound:
        case Bound.ABOUT:
            return rounded.overlaps(other) and other.bound in (Bound.EXACT, Bound.ABOUT, Bound.MOST)
        case Bound.MOST:
            return (
                other.bound in (Bound.ABOUT, Bound.EXACT)
                and other.low <= rounded.high
                and other.stated >= rounded.stated / 2
            )
        case _:
            return False


def _is_rounded_down(rounded: Amount, other: Amount) -> bool:
    """Tell whether a number is what "more than" a round one says: "more than 40" for 41."""
    if rounded.bound is not Bound.MORE or rounded.stated % 10 or rounded.stated <= 0:
        return False
    beyond = other.stated - rounded.stated
    return other.bound is not Bound.MORE and 0 < beyond <= max(_ROUNDING * rounded.stated, _FEW)


def _units(a: Amount, b: Amount) -> tuple[Agreement, DifferenceKind | None, str]:
    if a.stated == b.stated:
        return Agreement.CONFLICT, DifferenceKind.UNIT, "same number, other unit"
    sizes = [_size(a), _size(b)]
    if min(sizes) and max(sizes) / min(sizes) <= 1 + _SAME_MEASURE:
        return Agreement.SAME, None, "the same in another unit"
    if a.overlaps(b) and Bound.EXACT not in (a.bound, b.bound):
        return Agreement.DIFFERS, DifferenceKind.NUMBER, "another number in another unit"
    return Agreement.CONFLICT, DifferenceKind.NUMBER, "another number in another unit"


def _size(amount: Amount) -> float:
    """Return the number as written, in SI: the middle of what "about" allows, the bound of "at least"."""
    bounds = [abs(bound) for bound in (amount.low, amount.high) if math.isfinite(bound)]
    if amount.bound is Bound.MOST:
        return max(bounds, default=0.0)
    return sum(bounds) / len(bounds) if bounds else 0.0
