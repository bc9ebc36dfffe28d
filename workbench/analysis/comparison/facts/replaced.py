"""Numbers and dates that stand against each other in two sentences of nearly the same words."""

from collections.abc import Iterator

from workbench.analysis.comparison.alignment import Alignment
from workbench.analysis.comparison.facts.agreement import hold
from workbench.analysis.comparison.facts.findings import Finding
from workbench.analysis.comparison.facts.frames import Frame
from workbench.analysis.comparison.facts.prepared import Prepared
from workbench.analysis.comparison.facts.slots import Slots
from workbench.model.relation import Agreement


def compare_replaced(a: Prepared, b: Prepared, alignment: Alignment, slots: Slots) -> Iterator[Finding]:
    """Hold numbers against each other that one of two near copies has in the place of the other's.

    Args:
        a: The first claim.
        b: The second, in nearly the same words.
        alignment: The two laid side by side.
        slots: Tells which numbers are said of the same.

    Yields:
        A finding for each place where both have one number of one kind, and not the same.
    """
    if a.layout is None or b.layout is None:
        return
    for gap in alignment.gaps:
        one = _within(a, gap.a, gap.a_end)
        two = _within(b, gap.b, gap.b_end)
        if one is None or two is None or one.amount.dimension != two.amount.dimension:
            continue
        if not slots.are_of_one(a, one, b, two):
            continue
        if one.amount.is_nought or two.amount.is_nought or one.amount.stated == two.amount.stated:
            continue
        found = hold(one, two, one.told.of(a.text), two.told.of(b.text), alignment.similarity)
        if found.agreement is Agreement.CONFLICT:
            yield found


def _within(claim: Prepared, first: int, last: int) -> Frame | None:
    """Return the only figure of a claim that begins between two words; None for none, or for several."""
    layout = claim.layout
    found = [frame for frame in claim.frames if layout and first <= layout.range(frame.span)[0] < last]
    return found[0] if len(found) == 1 else None
