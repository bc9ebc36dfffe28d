"""Whether two figures for the same thing name other sides: other victims, or others who did it."""

from collections.abc import Set

from workbench.analysis.comparison.facts.allies import Allies
from workbench.analysis.comparison.facts.findings import Finding
from workbench.analysis.comparison.facts.frames import Frame
from workbench.model.relation import Agreement, DifferenceKind


def compare_sides(a: Frame, b: Frame, found: Finding, allies: Allies, countries: Set[str]) -> Finding:
    """Hold the sides of two figures against each other, where their numbers can both be true.

    Only countries are surely different sides; other names may be two of one side.

    Args:
        a: The figure of the first claim.
        b: The figure of the second.
        found: What their numbers say to each other.
        allies: What their articles show about sides.
        countries: The names of countries.

    Returns:
        The same finding, or one that says that they name other sides.
    """
    if found.agreement is Agreement.CONFLICT or not a.event or a.amount.is_nought:
        return found
    if _are_others(a.party, b.party, allies, countries):
        return _with(found, Agreement.CONFLICT, "those to whom it happened are of another side")
    if _are_others(a.anti, b.anti, allies, countries):
        return _with(found, Agreement.DIFFERS, "it was done by another side")
    return found


def _are_others(one: frozenset[str], other: frozenset[str], allies: Allies, countries: Set[str]) -> bool:
    first, second = one & countries, other & countries
    return (
        bool(first and second)
        and allies.widen(one).isdisjoint(second)
        and allies.widen(other).isdisjoint(first)
    )


def _with(found: Finding, agreement: Agreement, rule: str) -> Finding:
    words = found.reason.rpartition(": ")[0]
    return Finding(agreement, DifferenceKind.PARTY, f"{words}: {rule}", found.confidence, found.a, found.b)
