"""Judgements that did not stay: what a reader must know about claims that were settled once and changed."""

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.model.decision import UNDECIDED, Decision
from workbench.model.event import Event
from workbench.model.session import Session


@dataclass(frozen=True, slots=True)
class Correction:
    """One change to a claim that had been settled before."""

    event: Event
    """What happened: who, when, by which action."""
    before: Decision
    """The decision that was there."""
    after: Decision
    """The decision that came."""


def corrections(session: Session) -> Iterator[Correction]:
    """Find the changes to settled claims, undo and redo included.

    The first settlement of a claim is no correction, and neither is a change to its note.

    Args:
        session: The session.

    Yields:
        Each correction, oldest first.
    """
    standing: dict[str, Decision] = {}
    settled: set[str] = set()
    for event in session.events:
        if not event.is_decision or event.claim not in session.desk.position:
            continue
        before, after = standing.get(event.claim, UNDECIDED), event.after
        if event.claim in settled and before.label != after.label:
            yield Correction(event, before, after)
        standing[event.claim] = after
        if after.is_settled:
            settled.add(event.claim)
