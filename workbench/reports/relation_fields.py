"""A relation as the command line and the JSONL report write it: both claims, and what they have in common."""

from workbench.model.article import Span
from workbench.model.claim import Claim
from workbench.model.desk import Desk
from workbench.model.relation import Relation


def relation_line(relation: Relation, desk: Desk) -> dict[str, object]:
    """Gather the fields of a relation.

    Args:
        relation: The relation.
        desk: The articles and claims that it is about.

    Returns:
        The fields in the order in which they are written; offsets are code points.
    """
    return {
        "a": _claim(desk.claim(relation.a), desk),
        "b": _claim(desk.claim(relation.b), desk),
        "provenance": relation.provenance.value,
        "agreement": relation.agreement.value,
        "reason": relation.reason,
        "confidence": relation.confidence,
        "differs": [
            {"a": _place(difference.a), "b": _place(difference.b), "kind": difference.kind.value}
            for difference in relation.differences
        ],
    }


def _claim(claim: Claim, desk: Desk) -> dict[str, object]:
    return {
        "claim": claim.id,
        "article": claim.article,
        "start": claim.span.start,
        "end": claim.span.end,
        "text": desk.quote(claim),
    }


def _place(span: Span) -> list[int]:
    return [span.start, span.end]
