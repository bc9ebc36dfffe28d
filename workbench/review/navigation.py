"""Where the cursor goes: from claim to claim, from article to article."""

from collections.abc import Iterator

from workbench.model.session import Session
from workbench.model.view import View


def step(session: Session, view: View, by: int) -> str:
    """Return the claim that lies some claims away in reading order, stopping at the ends.

    Args:
        session: The session.
        view: Where to start: at its claim, or in its article where that has no claims.
        by: How many claims on; negative goes back, 0 is not allowed.

    Returns:
        The claim's id, or empty where the session has no claims.
    """
    claims = session.desk.claims
    if not claims:
        return ""
    target = _start(session, view, by) + by
    return claims[min(max(target, 0), len(claims) - 1)].id


def _start(session: Session, view: View, by: int) -> int:
    desk = session.desk
    if view.claim in desk.position:
        return desk.position[view.claim]
    before = 0
    for article in desk.articles[: desk.article_position.get(view.article, 0)]:
        before += len(desk.claims_by_article[article.id])
    return before - 1 if by > 0 else before


def next_unreviewed(session: Session, claim: str, direction: int = 1) -> str:
    """Return the nearest claim that nobody has put anywhere, going round at the end.

    Args:
        session: The session.
        claim: The id of the claim to start from; it is looked at last.
        direction: 1 forwards, -1 backwards.

    Returns:
        The claim's id, or empty where every claim is reviewed or parked.
    """
    return next((other for other in _round(session, claim, direction) if _is_unreviewed(session, other)), "")


def next_to_settle(session: Session, claim: str) -> str:
    """Return the claim to look at after a decision: the next unreviewed, else the next parked one.

    Args:
        session: The session.
        claim: The id of the claim just decided.

    Returns:
        The claim's id, or empty where every claim is settled.
    """
    unreviewed = next_unreviewed(session, claim)
    if unreviewed or session.progress.reviewed == session.progress.total:
        return unreviewed
    parked = (other for other in _round(session, claim, 1) if not session.decision(other).is_settled)
    return next(parked, "")


def nearest_in(session: Session, article: str, claim: str) -> str:
    """Return the claim of an article that lies about as far down as the given one lies in its own.

    Args:
        session: The session.
        article: The id of the article to go to.
        claim: The id of the claim to start from.

    Returns:
        The claim's id, or empty where the article has no claims.
    """
    desk = session.desk
    targets = desk.claims_by_article[article]
    if not targets:
        return ""
    if claim not in desk.position:
        return targets[0].id
    origin = desk.claim(claim)
    share = origin.span.start / max(1, len(desk.article_by_id[origin.article].text))
    wanted = share * len(desk.article_by_id[article].text)
    return min(targets, key=lambda target: abs(target.span.start - wanted)).id


def _round(session: Session, claim: str, direction: int) -> Iterator[str]:
    claims = session.desk.claims
    start = session.desk.position.get(claim, 0 if direction < 0 else -1)
    for distance in range(1, len(claims) + 1):
        yield claims[(start + direction * distance) % len(claims)].id


def _is_unreviewed(session: Session, claim: str) -> bool:
    return session.decision(claim).is_unreviewed
