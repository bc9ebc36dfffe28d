"""What did not stay: judgements of claims that were settled once, and spans that a person has edited."""

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.model.decision import UNDECIDED, Decision
from workbench.model.event import Action, Event
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
    claim: str
    """The id of the claim as it is on the desk now: its bounds may be others than they were."""


def corrections(session: Session) -> Iterator[Correction]:
    """Find the changes to settled claims, undo and redo included.

    The first settlement of a claim is no correction, and neither is a change to its note.

    Args:
        session: The session.

    Yields:
        Each correction, oldest first.
    """
    heirs = _heirs(session)
    standing: dict[str, Decision] = {}
    settled: set[str] = set()
    for event in session.events:
        for change in event.decided:
            claim = _last_heir(change.claim, heirs)
            before, after = standing.get(change.claim, UNDECIDED), change.after
            standing[change.claim] = after
            is_correction = change.claim in settled and before.label != after.label
            if event.is_decision and is_correction and claim in session.desk.position:
                yield Correction(event, before, after, claim)
            if after.is_settled:
                settled.add(change.claim)


@dataclass(frozen=True, slots=True)
class SpanEdits:
    """The edits of spans in the life of a session."""

    telling: frozenset[str]
    """Ids of the events to tell one by one, undo and redo included."""
    experiments: int
    """How many edits were taken back while nobody had settled anything about their claims."""


def span_edits_sorted(session: Session) -> SpanEdits:
    """Tell the edits of spans that count from those that left no trace.

    An edit is an experiment where an undo put back exactly what was there, no judgement came or went with
    it, and no claim that it made was ever settled.

    Args:
        session: The session.
    """
    chains: dict[str, list[Event]] = {}
    settled: set[str] = set()
    for event in session.events:
        settled |= {change.claim for change in event.decided if change.after.is_settled}
        if event.claims is not None:
            chains.setdefault(event.reverts or event.id, []).append(event)
    experiments = {name for name, chain in chains.items() if _left_no_trace(chain, settled)}
    telling = (event.id for name in chains.keys() - experiments for event in chains[name])
    return SpanEdits(frozenset(telling), len(experiments))


def span_edits(session: Session) -> Iterator[Event]:
    """Find all edits of spans, undo and redo included, oldest first."""
    return (event for event in session.events if event.claims is not None)


def _left_no_trace(chain: list[Event], settled: set[str]) -> bool:
    first, last = chain[0].claims, chain[-1].claims
    if first is None or last != first.reversed or chain[-1].action is not Action.UNDO:
        return False
    touched = {claim.id for claim in first.appeared}
    judged = any(change.before.is_settled or change.after.is_settled for change in first.decided)
    return not judged and not touched & settled


def _heirs(session: Session) -> dict[str, str]:
    """Return which claim a person put in the place of one that is no more."""
    heirs: dict[str, str] = {}
    for event in session.events:
        if event.claims is not None and event.claims.appeared:
            first = event.claims.appeared[0].id
            heirs |= {claim.id: first for claim in event.claims.vanished}
        for claim in event.claims.appeared if event.claims is not None else ():
            heirs.pop(claim.id, None)
    return heirs


def _last_heir(claim: str, heirs: dict[str, str]) -> str:
    while claim in heirs:
        claim = heirs[claim]
    return claim
