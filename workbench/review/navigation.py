"""Where the cursor goes: from claim to claim, from article to article."""

from collections.abc import Iterator

from workbench.model.article import Article
from workbench.model.counterparts import Counterparts
from workbench.model.desk import Desk
from workbench.model.session import Session
from workbench.model.view import View
from workbench.review.queue import Queue


def step(session: Session, view: View, by: int, queue: Queue | None = None) -> str:
    """Return the claim that lies some claims away, stopping at the ends.

    Args:
        session: The session.
        view: Where to start: at its claim, or in its article where that has no claims.
        by: How many claims on; negative goes back, 0 is not allowed.
        queue: The claims to go through; None for all in reading order.

    Returns:
        The claim's id, or empty where there are none to go through.
    """
    claims = session.desk.claims if queue is None else queue.claims
    if not claims:
        return ""
    if queue is None or view.claim in queue.position:
        target = _start(session, view, queue, by) + by
    else:
        target = _beside(session, view, queue, by)
    return claims[min(max(target, 0), len(claims) - 1)].id


def _start(session: Session, view: View, queue: Queue | None, by: int) -> int:
    desk = session.desk
    position = desk.position if queue is None else queue.position
    if view.claim in position:
        return position[view.claim]
    before = 0
    for article in desk.articles[: desk.article_position.get(view.article, 0)]:
        before += len(desk.claims_by_article[article.id])
    return before - 1 if by > 0 else before


def _beside(session: Session, view: View, queue: Queue, by: int) -> int:
    """Find the place of the queue's claim that follows or precedes, on the desk, one it does not hold."""
    here = session.desk.position.get(view.claim, -1)
    places = [(session.desk.position[claim.id], index) for index, claim in enumerate(queue.claims)]
    if by > 0:
        return min((place for place in places if place[0] > here), default=(0, 0))[1]
    return max((place for place in places if place[0] < here), default=(0, 0))[1]


def next_unreviewed(session: Session, claim: str, direction: int = 1, queue: Queue | None = None) -> str:
    """Return the nearest claim that nobody has put anywhere, going round at the end.

    Args:
        session: The session.
        claim: The id of the claim to start from; it is looked at last.
        direction: 1 forwards, -1 backwards.
        queue: The claims to look among; None for all in reading order.

    Returns:
        The claim's id, or empty where every claim is reviewed or parked.
    """
    if not session.progress.unreviewed:  # a look at each of 100,000 claims would take 50 ms of a key
        return ""
    others = _round(session, claim, direction, queue)
    return next((other for other in others if _is_unreviewed(session, other)), "")


def next_to_settle(session: Session, claim: str, queue: Queue | None = None) -> str:
    """Return the claim to look at after a decision: the next unreviewed, else the next parked one.

    Args:
        session: The session.
        claim: The id of the claim just decided.
        queue: The claims to look among; None for all in reading order.

    Returns:
        The claim's id, or empty where every claim is settled.
    """
    unreviewed = next_unreviewed(session, claim, queue=queue)
    if unreviewed or session.progress.reviewed == session.progress.total:
        return unreviewed
    parked = (other for other in _round(session, claim, 1, queue) if not session.decision(other).is_settled)
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


def articles_named(desk: Desk, typed: str) -> list[Article]:
    """Return the articles that a person may mean.

    Args:
        desk: The articles.
        typed: The number of one, from 1; or words, or parts of them, of titles and origins, in any case.

    Returns:
        The article with the number, and those with the words in the order of the desk; all without words.
    """
    words = typed.casefold().split()
    numbered = [one for number, one in enumerate(desk.articles, start=1) if typed.strip() == str(number)]
    told = ((one, f"{one.title} {one.origin}".casefold()) for one in desk.articles if one not in numbered)
    return numbered + [one for one, text in told if all(word in text for word in words)]


def next_conflict(
    session: Session, claim: str, counterparts: Counterparts, direction: int = 1, queue: Queue | None = None
) -> str:
    """Return the nearest claim that something on the desk contradicts, going round at the end.

    Args:
        session: The session.
        claim: The id of the claim to start from; it is looked at last.
        counterparts: What the articles say about each other.
        direction: 1 forwards, -1 backwards.
        queue: The claims to look among; None for all in reading order.

    Returns:
        The claim's id, or empty where nothing is in conflict.
    """
    conflicts = counterparts.conflicts
    return next((other for other in _round(session, claim, direction, queue) if other in conflicts), "")


def followed(counterparts: Counterparts, claim: str, direction: int = 1) -> str:
    """Return what the next article that says something about a claim says, going round at the end.

    Args:
        counterparts: What the articles say about each other.
        claim: The id of the claim.
        direction: 1 for the next article, -1 for the previous one.

    Returns:
        The id of the claim there that weighs most, or empty where all other articles are silent.
    """
    said = counterparts.by_article(claim)
    if not said:
        return ""
    position, number = counterparts.desk.article_position, len(counterparts.desk.articles)
    here = position[counterparts.article_of(claim)]
    nearest = min(said, key=lambda article: (position[article] - here) * direction % number)
    return said[nearest].other(claim)


def _round(session: Session, claim: str, direction: int, queue: Queue | None) -> Iterator[str]:
    claims = session.desk.claims if queue is None else queue.claims
    position = session.desk.position if queue is None else queue.position
    start = position.get(claim, 0 if direction < 0 else -1)
    for distance in range(1, len(claims) + 1):
        yield claims[(start + direction * distance) % len(claims)].id


def _is_unreviewed(session: Session, claim: str) -> bool:
    return session.decision(claim).is_unreviewed
