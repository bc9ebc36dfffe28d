"""What an undo took back, or a redo brought back, in a few words."""

from workbench.model.desk import Desk
from workbench.model.event import Event
from workbench.review.history import described


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
    lines = described(event)
    return f"{word}: {lines[0]}{f', and {len(lines) - 1} more' if len(lines) > 1 else ''}"


def _relation(event: Event, desk: Desk) -> str:
    """Name a relation by what it says and the article at its other end, with how it stood and stands."""
    change = event.relation
    if change is None:
        return ""
    other = change.relation.other(event.claim)
    number = desk.article_position[desk.claim(other).article] + 1 if other in desk.position else 0
    where = f"with article {number}" if number else "with a claim set aside"
    return f"{change.relation.agreement} {where}, {change.before} → {change.after}"
