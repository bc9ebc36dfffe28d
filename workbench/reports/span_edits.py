"""An edit of spans as a line of the report: what a person put in the place of what."""

from collections.abc import Iterable, Sequence

from workbench.model.claim import Claim
from workbench.model.event import Event
from workbench.model.session import Session
from workbench.reports.escape import inline
from workbench.reports.subject import named


def span_edit_line(session: Session, event: Event) -> str:
    """Return a list item of Markdown about an edit of spans.

    Args:
        session: The session.
        event: An event that changed claims.

    Returns:
        The line: the article, the places before and after, the judgements that were given up, who and when.
    """
    change = event.claims
    if change is None:
        return ""
    claims = (*change.vanished, *change.appeared)
    number = session.desk.article_position.get(claims[0].article, -1) + 1
    if not change.vanished:
        edited = f"new claim at characters {_places(change.appeared)}"
    elif not change.appeared:
        edited = f"claim at characters {_places(change.vanished)} taken away"
    else:
        edited = f"characters {_places(change.vanished)} → {_places(change.appeared)}"
    given_up = {
        one.before.label
        for one in change.decided
        if one.before.is_settled
        and not any(other.after.label == one.before.label for other in change.decided)
    }
    was = f" (was {', '.join(sorted(given_up))})" if given_up else ""
    now = _named_now(session, change.appeared)
    who = f"{event.action.value} by {named(event.reviewer)}, {inline(event.at)}"
    return f"- Article {number}: {edited}{now}{was}, {who}"


def _named_now(session: Session, claims: Sequence[Claim]) -> str:
    """Name claims that an edit made, where they are still on the desk."""
    desk = session.desk
    numbers = [desk.number(claim.id) for claim in claims if claim.id in desk.position]
    return f" (now claim{'s' * (len(numbers) > 1)} {' and '.join(numbers)})" if numbers else ""


def _places(claims: Iterable[Claim]) -> str:
    return " and ".join(f"{claim.span.start}–{claim.span.end}" for claim in claims)
