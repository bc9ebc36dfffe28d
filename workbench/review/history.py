"""What has happened to one claim: who, when, from what to what, undo included."""

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.model.decision import Decision
from workbench.model.desk import Desk
from workbench.model.event import Action, ClaimsChange, Event
from workbench.model.evidence import Evidence
from workbench.model.relation import Relation
from workbench.model.session import Session, walk

_LONGEST = 120
"""Code points of a text that one line of a history shows."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One event in the life of a claim."""

    at: str
    """When, ISO 8601 in UTC."""
    reviewer: str
    """Who."""
    lines: tuple[str, ...]
    """What changed, from what to what; never empty."""


def history(session: Session, claim: str) -> tuple[Entry, ...]:
    """Tell the life of a claim.

    Args:
        session: The session.
        claim: The claim's id.

    Returns:
        Its events, newest first; those of the claims that it was made of included.
    """
    return tuple(_entries(session, claim))


def _entries(session: Session, claim: str) -> Iterator[Entry]:
    lives = {claim}
    for event in walk(session.trail):
        if _concerned(event) & lives:
            yield Entry(event.at, event.reviewer, _lines(event, session.desk, lives))
            if event.claims is not None:
                lives |= {one.id for one in event.claims.vanished}


def _concerned(event: Event) -> set[str]:
    concerned = {event.claim, *(event.relation.relation.key if event.relation else ())}
    if event.claims is not None:
        concerned |= {one.id for one in (*event.claims.vanished, *event.claims.appeared)}
    return concerned


def _lines(event: Event, desk: Desk, lives: set[str]) -> tuple[str, ...]:
    ends = event.relation.relation.key if event.relation else ()
    lines = described(event, desk, next((end for end in ends if end in lives), event.claim))
    if event.action in (Action.UNDO, Action.REDO):
        return tuple(f"{event.action.value}: {line}" for line in lines)
    return lines


def described(event: Event, desk: Desk, claim: str = "") -> tuple[str, ...]:
    """Say what an event changed, from what to what.

    Args:
        event: The event.
        desk: The articles and claims as they are now.
        claim: The id of the claim from whose side it is told; empty for the one that the event names.

    Returns:
        One line a change; never empty.
    """
    if event.block is not None:
        return (event.block.after.reason,)
    if event.relation is not None:
        change = event.relation
        why = f" ({change.relation.reason})" if change.relation.reason else ""
        other = counterpart_named(change.relation, claim or event.claim, desk)
        return (f"{change.relation.agreement} with {other}{why}: {change.before} → {change.after}",)
    if event.claims is not None:
        return (edit(event.claims),)
    return tuple(changes(event.before, event.after)) or ("nothing changed",)


def counterpart_named(relation: Relation, claim: str, desk: Desk) -> str:
    """Name the claim at the other end of a relation: `claim 4.2`.

    Args:
        relation: The relation.
        claim: The id of the claim at this end.
        desk: The articles and claims as they are now.
    """
    other = relation.other(claim)
    return f"claim {desk.number(other)}" if other in desk.position else "a claim set aside"


def edit(change: ClaimsChange) -> str:
    """Say what an edit did to spans: `bounds: characters 10–42 → 10–58`."""
    before, after = (
        ", ".join(f"{claim.span.start}–{claim.span.end}" for claim in claims)
        for claims in (change.vanished, change.appeared)
    )
    if not before or not after:
        return f"{'claim taken away' if before else 'new claim'}: characters {before or after}"
    return f"bounds: characters {before} → {after}"


def changes(before: Decision, after: Decision) -> Iterator[str]:
    """Say in what two decisions differ.

    Args:
        before: The earlier one.
        after: The later one.

    Yields:
        One line a difference: `confirmed → disputed`.
    """
    if before.label != after.label:
        yield f"{before.label} → {after.label}"
    elif before.state is not after.state:
        yield f"{before.state.value} → {after.state.value}"
    if after.reason and before.reason != after.reason:
        yield f"reason: {_short(after.reason)}"
    if after.verdict is not None and before.confidence != after.confidence:
        yield f"confidence: {before.confidence or 'not said'} → {after.confidence or 'not said'}"
    old, new = (one.note.text if one.note else "" for one in (before, after))
    if old != new:
        yield f"note: {_short(old) or 'none'} → {_short(new) or 'none'}"
    yield from _evidence_changes(before.evidence, after.evidence)
    if before.tags != after.tags:
        yield f"tags: {', '.join(before.tags) or 'none'} → {', '.join(after.tags) or 'none'}"
    if before.wording != after.wording:
        yield f"wording: {_short(before.wording) or 'the quote'} → {_short(after.wording) or 'the quote'}"


def _evidence_changes(before: tuple[Evidence, ...], after: tuple[Evidence, ...]) -> Iterator[str]:
    gone = [one for one in before if one not in after]
    come = [one for one in after if one not in before]
    if len(gone) == len(come) == 1:
        yield f"evidence: {summary(gone[0])} → {summary(come[0])}"
        return
    yield from (f"evidence removed: {summary(one)}" for one in gone)
    yield from (f"evidence added: {summary(one)}" for one in come)


def summary(evidence: Evidence) -> str:
    """Return a source in one line: stance, rank, title or place or quote, date."""
    rank = "primary" if evidence.is_primary else "secondary"
    named = evidence.title or evidence.location or f"“{evidence.quote}”"
    return f"{evidence.stance.value}, {rank}: {_short(named)}{f', {evidence.date}' if evidence.date else ''}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
