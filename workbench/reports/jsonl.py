"""The JSONL report: one claim a line, with all that is decided about it."""

from collections.abc import Iterator

from workbench.model.decision import Decision
from workbench.model.session import Session
from workbench.reports.claim_fields import claim_line, json_line


def jsonl_report(session: Session) -> Iterator[str]:
    """Write a session as JSONL.

    Args:
        session: The session.

    Yields:
        One line for each claim in reading order, article by article, without its line break.
    """
    for claim in session.desk.claims:
        fields = claim_line(claim, session.desk.quote(claim)) | {"orphaned": claim.orphaned}
        yield json_line(fields | _decision_fields(session.decision(claim.id)))


def _decision_fields(decision: Decision) -> dict[str, object]:
    """Gather what is decided; what nobody has given is null. Evidence and relations are always listed."""
    return {
        "state": decision.state.value,
        "verdict": decision.verdict.value if decision.verdict else None,
        "note": decision.note.text if decision.note else None,
        "noted_by": decision.note.reviewer if decision.note else None,
        "noted_at": decision.note.at if decision.note else None,
        "evidence": [],
        "reviewer": decision.reviewer or None,
        "decided_at": decision.at or None,
        "relations": [],
    }
