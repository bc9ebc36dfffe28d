"""Why a command can do nothing now: the one place that decides it, for dimming and for answering a key."""

from workbench.model.claim import Claim
from workbench.model.decision import State
from workbench.model.session import Session
from workbench.review.review import Review
from workbench.ui.found import Found

_NEEDS_CLAIM = ("verdict.", "state.", "note.", "evidence", "tags", "confidence", "wording", "merge", "split")


def obstacle(command: str, review: Review, found: Found) -> str:
    """Say why a command can do nothing now.

    Args:
        command: The command's id.
        review: The open review.
        found: What was searched for.

    Returns:
        One short sentence, or empty where nothing is in the way.
    """
    session, claim = review.session, review.claim
    if not session.desk.claims and command.startswith(("claim.", "unreviewed.", "page.", "matrix")):
        return "There are no claims"
    changes = changes_a_claim(command) or command in ("undo", "redo", "blocks", "select")
    if changes and review.store.readonly:
        return "This session is open for reading only"
    if command.startswith((*_NEEDS_CLAIM, "copy", "history", "relations")) and claim is None:
        return "No claim is under the cursor"
    if command == "undo" and session.done is None:
        return "Nothing to undo"
    if command == "redo" and session.undone is None:
        return "Nothing to redo"
    if command == "verdict.clear" and claim is not None and not review.marked:
        state = session.decision(claim.id).state
        return "No verdict to clear" if state in (State.SUGGESTED, State.OPEN) else ""
    if command == "confidence" and claim is not None and session.decision(claim.id).verdict is None:
        return "Give a verdict first"
    if command == "merge" and claim is not None and not review.marked and _is_last(session, claim):
        return "No claim follows in this article"
    if command == "select" and not session.desk.articles:
        return "There are no articles"
    if command == "history" and claim is not None and not _has_history(session, claim.id):
        return "Nothing has happened to this claim yet"
    if command.startswith("conflict.") and not review.counterparts.conflicts:
        return "No conflict is known"
    if command.startswith("counterpart."):
        return _nothing_to_follow(review)
    if command.startswith("unreviewed.") and session.progress.unreviewed == 0:
        return "Every claim is reviewed or parked"
    if command in ("search.next", "search.previous") and not found.matches:
        return "Search for something first"
    return _no_such_pane(command, review)


def changes_a_claim(command: str) -> bool:
    """Tell whether a command changes the claim under the cursor, or the marked ones.

    Args:
        command: The command's id.
    """
    return command.startswith(_NEEDS_CLAIM)


def _is_last(session: Session, claim: Claim) -> bool:
    return claim is session.desk.claims_by_article[claim.article][-1]


def _has_history(session: Session, claim: str) -> bool:
    return claim in session.decisions or any(claim in pair for pair in session.relations)


def _nothing_to_follow(review: Review) -> str:
    if review.claim is None:
        return "No claim is under the cursor"
    return "" if review.counterparts.by_article(review.claim.id) else "No counterpart elsewhere"


def _no_such_pane(command: str, review: Review) -> str:
    articles = len(review.session.desk.articles)
    number = command.removeprefix("pane.")
    if number.isdecimal() and int(number) > articles:
        return f"There are {articles} articles" if articles != 1 else "There is one article"
    if number in ("next", "previous", "pin", "choose") and command.startswith("pane.") and articles < 2:
        return "There is one article"
    return ""
