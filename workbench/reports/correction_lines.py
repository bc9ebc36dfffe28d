"""The corrections of a report: verdicts that changed, spans that were edited, words about relations."""

from collections.abc import Iterator

from workbench.model.event import Event
from workbench.model.session import Session
from workbench.reports.corrections import Correction, corrections, span_edits, span_edits_sorted
from workbench.reports.escape import inline
from workbench.reports.span_edits import span_edit_line
from workbench.reports.subject import named, signed


def correction_section(session: Session) -> Iterator[str]:
    """List what did not stay, in the order in which it happened.

    Args:
        session: The session.

    Yields:
        Paragraphs of Markdown.
    """
    yield "## Corrections"
    edits = span_edits_sorted(session)
    lines = {one.event.id: _judgement(session, one) for one in corrections(session)}
    lines |= {
        event.id: span_edit_line(session, event) for event in span_edits(session) if event.id in edits.telling
    }
    lines |= {event.id: line for event in session.events for line in _relation(session, event)}
    told = [lines[event.id] for event in session.events if event.id in lines]
    if edits.experiments:
        told.append(f"- Edits of spans that were undone, nothing settled in between: {edits.experiments}")
    yield "\n".join(told) or "None."


def _relation(session: Session, event: Event) -> Iterator[str]:
    """Say what a reviewer said about a relation between two claims of the desk."""
    change, desk = event.relation, session.desk
    if change is not None and set(change.relation.key) <= desk.position.keys():
        claims = " and ".join(map(desk.number, change.relation.key))
        yield (
            f"- Claims {claims}: {change.relation.agreement.value}, {change.before.value} → "
            f"{change.after.value}, {_done(event)}"
        )


def _judgement(session: Session, correction: Correction) -> str:
    number = session.desk.number(correction.claim)
    change = f"{signed(correction.before.label)} → {signed(correction.after.label)}"
    return f"- Claim {number}: {change}, {_done(correction.event)}"


def _done(event: Event) -> str:
    return f"{event.action.value} by {named(event.reviewer)}, {inline(event.at)}"
