"""What an undo took back, or a redo brought back, in a few words."""

from workbench.model.desk import Desk
from workbench.model.event import Event
from workbench.review.history import counterpart_named, described


def told_of_reversal(word: str, event: Event, desk: Desk, number: int = 1) -> str:
    """Say what an event took or brought back.

    Args:
        word: `Undone` or `Redone`.
        event: The event.
        desk: Articles and claims after it.
        number: How many events went together.
    """
    if number > 1:
        return f"{word}: {number} claims"
    if event.block is not None:
        return f"{word}: {event.block.after.reason}"
    if event.relation is not None:
        return f"{word}: {_relation(event, desk)}"
    lines = described(event, desk)
    return f"{word}: {lines[0]}{f', and {len(lines) - 1} more' if len(lines) > 1 else ''}"


def _relation(event: Event, desk: Desk) -> str:
    """Name a relation by what it says and the claim at its other end, with how it stood and stands."""
    change = event.relation
    if change is None:
        return ""
    other = counterpart_named(change.relation, event.claim, desk)
    return f"{change.relation.agreement} with {other}, {change.before} → {change.after}"
