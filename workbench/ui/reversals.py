"""What an undo took back, or a redo brought back, in a few words."""

from workbench.model.desk import Desk
from workbench.model.event import Event


def told_of_reversal(word: str, event: Event, desk: Desk) -> str:
    """Say what an event took or brought back.

    Args:
        word: `Undone` or `Redone`.
        event: The event.
        desk: Articles and claims after it.
    """
    before, after = event.before, event.after
    if event.block is not None:
        return f"{word}: {event.block.after.reason}"
    if event.relation is not None:
        return f"{word}: {_relation(event, desk)}"
    if before.note != after.note:
        return f"{word}: the note"
    if before.label != after.label:
        return f"{word}: {before.label} → {after.label}"
    return f"{word}: {before.state.value} → {after.state.value}"


def _relation(event: Event, desk: Desk) -> str:
    """Name a relation by what it says and the article at its other end, with how it stood and stands."""
    change = event.relation
    if change is None:
        return ""
    other = change.relation.other(event.claim)
    number = desk.article_position[desk.claim(other).article] + 1 if other in desk.position else 0
    where = f"with article {number}" if number else "with a claim set aside"
    return f"{change.relation.agreement} {where}, {change.before} → {change.after}"
