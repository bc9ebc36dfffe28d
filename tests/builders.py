"""Articles, claims and sessions for tests, with a clock that stands still between events."""

import hashlib
import re
from dataclasses import replace

from workbench.model.article import Article, Block, BlockKind, Span
from workbench.model.claim import Claim, ClaimType, Quantity, Speaker, SpeakerKind, claim_id
from workbench.model.decision import Decision, Note, State, Verdict
from workbench.model.desk import Desk
from workbench.model.event import Action, ClaimsChange, Event
from workbench.model.relation import Relation, RelationChange, Standing
from workbench.model.session import Session

TEXT = """Ferry runs aground off Port Ellery

By Mara Quill

The ferry Osprey ran aground on Tuesday night. Harbour master Tom Brandt said 40 people were on board.

Nobody was hurt, Brandt said.

Read more: sign up for our newsletter"""


def an_article(
    text: str = TEXT,
    *,
    id: str = "ferry.txt",
    source: str = "",
    title: str = "Ferry runs aground off Port Ellery",
    byline: str = "Mara Quill",
    publisher: str = "",
    date: str = "2031-03-04",
    set_aside: dict[str, tuple[BlockKind, str]] | None = None,
    warnings: tuple[str, ...] = (),
) -> Article:
    """Build an article whose blocks are the runs between blank lines.

    Args:
        set_aside: Text of a block to its kind and reason; all other blocks are paragraphs.
    """
    aside = set_aside or {}
    blocks = []
    for run in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text):
        quote = run[0].rstrip()
        kind, reason = aside.get(quote, (BlockKind.PARAGRAPH, "running text"))
        blocks.append(Block(Span(run.start(), run.start() + len(quote)), kind, reason))
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Article(
        id, source or id, text, sha256, title, byline, publisher, date, tuple(blocks), warnings=warnings
    )


def span_of(article: Article, quote: str) -> Span:
    """Return the span of the first place where the article says this."""
    start = article.text.index(quote)
    return Span(start, start + len(quote))


def a_claim(
    article: Article,
    quote: str,
    *,
    types: tuple[ClaimType, ...] = (ClaimType.EVENT,),
    score: float = 0.5,
    reasons: tuple[str, ...] = ("event",),
    speaker: str = "",
    quantities: tuple[Quantity, ...] = (),
) -> Claim:
    """Build the claim that an article makes with a quote.

    Args:
        speaker: The words in the article that name who says it; empty for the article's own voice.
    """
    span = span_of(article, quote)
    who = Speaker(speaker, span_of(article, speaker), SpeakerKind.NAMED) if speaker else None
    return Claim(
        claim_id(article.id, span),
        article.id,
        span,
        BlockKind.PARAGRAPH,
        types,
        score,
        reasons,
        speaker=who,
        quantities=quantities,
    )


def a_session(
    *articles: Article, claims: tuple[Claim, ...] = (), name: str = "desk", analyser: str = "1"
) -> Session:
    """Build a session in which nothing is decided yet."""
    return Session.start(name, moment(0), analyser, Desk.of(articles, claims))


def the_ferry_session() -> Session:
    """Build a session of one article with three claims and one block set aside."""
    advertisement = "Read more: sign up for our newsletter"
    article = an_article(set_aside={advertisement: (BlockKind.BOILERPLATE, "asks the reader to subscribe")})
    claims = (
        a_claim(article, "The ferry Osprey ran aground on Tuesday night."),
        a_claim(
            article,
            "Harbour master Tom Brandt said 40 people were on board.",
            types=(ClaimType.QUANTITY, ClaimType.ATTRIBUTION),
            score=0.8,
            reasons=("number", "named source"),
            speaker="Tom Brandt",
            quantities=(Quantity(span_of(article, "40 people"), 40, 40, "", "", "people"),),
        ),
        a_claim(article, "Nobody was hurt, Brandt said.", types=(ClaimType.DENIAL,)),
    )
    return a_session(article, claims=claims, name="ferry")


def moment(number: int) -> str:
    """Return the time of the event of that number: one a second, always the same."""
    return f"2031-03-05T{number // 3600 + 9:02}:{number // 60 % 60:02}:{number % 60:02}Z"


def marked(session: Session, claim: Claim, verdict: Verdict, reviewer: str = "Ana") -> Session:
    """Give a claim a verdict."""
    after = replace(
        session.decision(claim.id),
        state=State.DECIDED,
        verdict=verdict,
        reviewer=reviewer,
        at=_next_moment(session),
    )
    return changed(session, claim.id, Action.VERDICT, after, reviewer)


def put(session: Session, claim: Claim, state: State, reviewer: str = "Ana") -> Session:
    """Put a claim into a state that no verdict brings."""
    after = session.decision(claim.id).put(state, None, reviewer, _next_moment(session))
    return changed(session, claim.id, Action.STATE, after, reviewer)


def noted(session: Session, claim: Claim, text: str, reviewer: str = "Ana") -> Session:
    """Write a note to a claim."""
    note = Note(text, reviewer, _next_moment(session))
    return changed(session, claim.id, Action.NOTE, replace(session.decision(claim.id), note=note), reviewer)


def related(session: Session, relation: Relation, standing: Standing, reviewer: str = "Ana") -> Session:
    """Say something about a relation, at its first claim."""
    said = session.relations.get(relation.key)
    before = said.after if said else Standing.SUGGESTED
    change = RelationChange(relation, before, standing)
    return session.apply(_event(session, relation.a, Action.RELATION, reviewer, relation=change))


def undone(session: Session, reviewer: str = "Ana") -> Session:
    """Take the last event that holds back; the same session where there is none."""
    if session.done is None:
        return session
    last = session.done.event
    if last.relation is not None:
        taken_back = last.relation.reversed
        return session.apply(_event(session, last.claim, Action.UNDO, reviewer, last.id, relation=taken_back))
    if last.claims is not None:
        number = len(session.events) + 1
        back = replace(last.reversed, id=f"{number:032x}", at=moment(number), reviewer=reviewer)
        return session.apply(replace(back, action=Action.UNDO, reverts=last.id))
    return changed(session, last.claim, Action.UNDO, last.before, reviewer, reverts=last.id)


def redone(session: Session, reviewer: str = "Ana") -> Session:
    """Bring the last undone event back; the same session where there is none."""
    if session.undone is None:
        return session
    last = session.undone.event
    return changed(session, last.claim, Action.REDO, last.after, reviewer, reverts=last.id)


def changed(
    session: Session, claim: str, action: Action, after: Decision, reviewer: str = "Ana", reverts: str = ""
) -> Session:
    """Append one event."""
    before = session.decision(claim)
    return session.apply(
        replace(_event(session, claim, action, reviewer, reverts), before=before, after=after)
    )


def _event(
    session: Session,
    claim: str,
    action: Action,
    reviewer: str,
    reverts: str = "",
    relation: RelationChange | None = None,
) -> Event:
    number = len(session.events) + 1
    return Event(
        f"{number:032x}", moment(number), reviewer, action, claim, reverts=reverts, relation=relation
    )


def edited(session: Session, change: ClaimsChange, reviewer: str = "Ana") -> Session:
    """Put claims in the place of others."""
    number = len(session.events) + 1
    claim = change.appeared[0].id
    event = Event(f"{number:032x}", moment(number), reviewer, Action.SPAN, claim, claims=change)
    return session.apply(event)


def _next_moment(session: Session) -> str:
    return moment(len(session.events) + 1)
