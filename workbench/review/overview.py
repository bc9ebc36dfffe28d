"""How far a session is, article by article, and how long it has taken."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from workbench.model.article import Article
from workbench.model.counterparts import Counterparts
from workbench.model.decision import Verdict
from workbench.model.progress import Progress
from workbench.model.session import Session
from workbench.review.guards import has_confirmed_rival

PAUSE = timedelta(minutes=5)
"""A gap between two events that is longer than this was no work on the session."""


@dataclass(frozen=True, slots=True)
class ArticleProgress:
    """How far one article is."""

    article: Article
    """The article."""
    progress: Progress
    """How many of its claims stand where."""
    conflicts: int
    """How many of its claims something on the desk contradicts."""
    open_conflicts: int
    """How many of those still need a look: not reviewed, or confirmed like what contradicts them."""


@dataclass(frozen=True, slots=True)
class Overview:
    """How far a session is."""

    articles: tuple[ArticleProgress, ...]
    """In the order of the desk."""
    progress: Progress
    """How many claims stand where, over all articles."""
    conflicts: int
    """How many claims something on the desk contradicts."""
    open_conflicts: int
    """How many of those still need a look: not reviewed, or confirmed like what contradicts them."""
    spent: timedelta
    """How long was worked on it: from event to event, without pauses."""
    reviewers: tuple[str, ...]
    """Who worked on it, the first one first."""


def overview_of(session: Session, between: Counterparts) -> Overview:
    """Sum a session up; time grows with its claims and events.

    Args:
        session: The session.
        between: What the articles say about each other's claims.
    """
    articles = tuple(_of_article(session, between, article) for article in session.desk.articles)
    return Overview(
        articles=articles,
        progress=session.progress,
        conflicts=sum(one.conflicts for one in articles),
        open_conflicts=sum(one.open_conflicts for one in articles),
        spent=time_spent(event.at for event in session.events),
        reviewers=tuple(dict.fromkeys(event.reviewer for event in session.events)),
    )


def time_spent(moments: Iterable[str]) -> timedelta:
    """Add up the time between events, without the pauses.

    Args:
        moments: When the events happened, ISO 8601, oldest first.

    Returns:
        The time; a gap longer than PAUSE, or a clock that went back, counts nothing.
    """
    times = [datetime.fromisoformat(moment) for moment in moments]
    gaps = (later - earlier for earlier, later in pairwise(times))
    return sum((gap for gap in gaps if timedelta() < gap <= PAUSE), timedelta())


def _of_article(session: Session, between: Counterparts, article: Article) -> ArticleProgress:
    claims = session.desk.claims_by_article[article.id]
    decisions = [session.decision(claim.id) for claim in claims]
    contradicted = [claim.id for claim in claims if between.in_conflict(claim.id)]
    return ArticleProgress(
        article=article,
        progress=Progress.count(len(claims), decisions),
        conflicts=len(contradicted),
        open_conflicts=sum(
            not session.decision(claim).is_settled or _is_confirmed_on_both_sides(claim, session, between)
            for claim in contradicted
        ),
    )


def _is_confirmed_on_both_sides(claim: str, session: Session, between: Counterparts) -> bool:
    is_confirmed = session.decision(claim).verdict is Verdict.CONFIRMED
    return is_confirmed and has_confirmed_rival(session, between, claim)
