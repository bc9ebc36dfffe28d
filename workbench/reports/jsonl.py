"""The JSONL report: one claim a line, with all that is decided about it."""

from collections.abc import Iterator

from workbench.model.claim import Claim
from workbench.model.counterparts import Counterparts
from workbench.model.decision import Decision
from workbench.model.relation import Relation
from workbench.model.session import Session
from workbench.reports.claim_fields import claim_line, json_line
from workbench.reports.evidence import evidence_fields


def jsonl_report(session: Session, counterparts: Counterparts | None = None) -> Iterator[str]:
    """Write a session as JSONL.

    Args:
        session: The session.
        counterparts: What the articles say about each other's claims; None where only what a
            reviewer has said about it is known.

    Yields:
        One line for each claim in reading order, article by article, without its line break.
    """
    between = counterparts or Counterparts(session.desk, said=session.relations)
    for claim in session.desk.claims:
        fields = claim_line(claim, session.desk.quote(claim)) | {"orphaned": claim.orphaned}
        relations = [_relation_fields(between, claim, one) for one in between.relations(claim.id)]
        decision = session.decision(claim.id)
        decided = _decision_fields(decision) | {"relations": relations} | _collected_fields(decision)
        number = session.desk.number(claim.id)
        yield json_line(fields | decided | {"by_hand": claim.by_hand, "number": number})


def _decision_fields(decision: Decision) -> dict[str, object]:
    """Gather what is decided; what nobody has given is null. Evidence is always listed."""
    return {
        "state": decision.state.value,
        "verdict": decision.verdict.value if decision.verdict else None,
        "note": decision.note.text if decision.note else None,
        "noted_by": decision.note.reviewer if decision.note else None,
        "noted_at": decision.note.at if decision.note else None,
        "evidence": evidence_fields(decision),
        "reviewer": decision.reviewer or None,
        "decided_at": decision.at or None,
    }


def _collected_fields(decision: Decision) -> dict[str, object]:
    """Gather what a reviewer added to verdict, note and evidence; what nobody has given is null."""
    return {
        "confidence": decision.confidence.value if decision.confidence else None,
        "reason": decision.reason or None,
        "tags": list(decision.tags),
        "wording": decision.wording or None,
    }


def _relation_fields(between: Counterparts, claim: Claim, relation: Relation) -> dict[str, object]:
    """Gather what another claim has to do with this one; offsets are code points of each one's article."""
    other = between.desk.claim(relation.other(claim.id))
    ours_first = relation.a == claim.id
    return {
        "claim": other.id,
        "article": other.article,
        "start": other.span.start,
        "end": other.span.end,
        "text": between.desk.quote(other),
        "provenance": relation.provenance.value,
        "agreement": relation.agreement.value,
        "reason": relation.reason,
        "confidence": relation.confidence,
        "standing": between.standing(relation).value,
        "differs": [
            {
                "here": [one.a.start, one.a.end] if ours_first else [one.b.start, one.b.end],
                "there": [one.b.start, one.b.end] if ours_first else [one.a.start, one.a.end],
                "kind": one.kind.value,
            }
            for one in relation.differences
        ],
        "number": between.desk.number(other.id),
    }
