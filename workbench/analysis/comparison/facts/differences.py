"""The words of two claims that stand against each other, to be marked on both sides."""

from collections.abc import Callable, Iterable

from workbench.analysis.comparison.alignment import Alignment
from workbench.analysis.comparison.facts.findings import Finding
from workbench.analysis.comparison.facts.prepared import Prepared
from workbench.analysis.comparison.tokens import Places
from workbench.model.article import Span
from workbench.model.relation import Difference, DifferenceKind, Provenance


def differing(
    a: Prepared,
    b: Prepared,
    alignment: Alignment,
    findings: Iterable[Finding],
    provenance: Provenance,
    places: Callable[[Prepared], Places],
) -> tuple[Difference, ...]:
    """Gather the words that differ.

    Args:
        a: The first claim.
        b: The second.
        alignment: The two laid side by side.
        findings: What their facts say to each other.
        provenance: How near their words are; only of near ones is every other word marked.
        places: Tells where the words of a claim stand.

    Returns:
        The differences in the order of the first claim.
    """
    found = [Difference(one.a, one.b, one.kind) for one in findings if one.kind is not None]
    if provenance in (Provenance.VERBATIM, Provenance.NEAR):
        places_a, places_b = places(a), places(b)
        for gap in alignment.gaps:
            own = _span(places_a, gap.a, gap.a_end, a.claim.span)
            other = _span(places_b, gap.b, gap.b_end, b.claim.span)
            if not any(own.overlaps(known.a) and other.overlaps(known.b) for known in found):
                found.append(Difference(own, other, DifferenceKind.WORDING))
    return tuple(sorted(found, key=lambda one: (one.a.start, one.b.start)))


def _span(places: Places, first: int, last: int, whole: Span) -> Span:
    """Return where the words from one number to before another lie; an empty span where there are none."""
    if first < last:
        return places.span(first, last)
    at = places.ends[first - 1] if first else whole.start
    return Span(at, at)
