"""Sessions of any size for timing the store."""

import hashlib
from collections.abc import Iterator

from workbench.model.article import Article, Block, BlockKind, Span
from workbench.model.claim import Claim, ClaimType, Quantity, claim_id
from workbench.model.decision import UNDECIDED, Decision, State, Verdict
from workbench.model.desk import Desk
from workbench.model.event import Action, Event
from workbench.model.session import Session
from workbench.storage.event_ids import new_event_id

CLAIMS_AN_ARTICLE = 50
AT = "2031-03-05T09:00:00Z"


def a_large_session(claims: int) -> Session:
    """Build a session of that many claims, fifty an article."""
    articles = [an_article(number) for number in range(-(-claims // CLAIMS_AN_ARTICLE))]
    found = [claim for article in articles for claim in claims_of(article)]
    return Session.start("large", AT, "1", Desk.of(articles, found[:claims]))


def an_article(number: int) -> Article:
    """Build an article of fifty sentences."""
    sentences = (
        f"Sentence {index} of report {number} says that {index * 7} people crossed the river in small boats."
        for index in range(CLAIMS_AN_ARTICLE)
    )
    text = "\n\n".join(sentences)
    blocks = tuple(Block(Span(start, end), BlockKind.PARAGRAPH, "running text") for start, end in runs(text))
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    name = f"report-{number}.txt"
    return Article(name, name, text, sha256, f"Report {number}", "", "", "2031-03-04", blocks)


def claims_of(article: Article) -> Iterator[Claim]:
    """Yield a claim for each sentence."""
    for block in article.blocks:
        span = block.span
        number = Quantity(Span(span.start + 30, span.start + 40), 7.0, 7.0, "", "", "people")
        yield Claim(
            claim_id(article.id, span),
            article.id,
            span,
            BlockKind.PARAGRAPH,
            (ClaimType.QUANTITY, ClaimType.EVENT),
            0.7,
            ("number", "event"),
            quantities=(number,),
        )


def runs(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the sentences begin and end."""
    start = 0
    for sentence in text.split("\n\n"):
        yield start, start + len(sentence)
        start += len(sentence) + 2


def verdicts_on(session: Session, count: int) -> Iterator[Event]:
    """Yield new events that confirm claims spread over the session."""
    claims = session.desk.claims
    after = Decision(State.DECIDED, Verdict.CONFIRMED, "Ana", AT)
    for number in range(count):
        claim = claims[number * 7919 % len(claims)].id
        yield Event(new_event_id(), AT, "Ana", Action.VERDICT, claim, UNDECIDED, after)
