"""What stored events refer to: claims that exist or existed, and words that stand where they are said to."""

from collections.abc import Iterator, Mapping, Sequence

from workbench.model.article import Article
from workbench.model.claim import Claim, claim_id
from workbench.model.event import Event


def claims_of_changes(events: Sequence[Event]) -> Iterator[Claim]:
    """Yield the claims that came or went with changes to blocks and spans.

    Args:
        events: All events.
    """
    for event in events:
        for change in (event.block, event.claims):
            if change is not None:
                yield from (*change.vanished, *change.appeared)


def wrong_claim(claim: Claim, article: Article | None) -> Iterator[str]:
    """Say what is wrong with a claim.

    Args:
        claim: The claim.
        article: Its article, or None where that is not there.

    Yields:
        One line a fault.
    """
    if article is None:
        yield f"the claim {claim.id!r} names the article {claim.article!r}, which is not there"
    elif not claim.span.start < claim.span.end <= len(article.text):
        yield f"the span of the claim {claim.id!r} is not within its article"
    if claim.id != claim_id(claim.article, claim.span):
        yield f"the claim {claim.id!r} is at another place than its id says"


def wrong_references(event: Event, known: set[str], articles: Mapping[str, Article]) -> Iterator[str]:
    """Say what an event refers to that is not there.

    Args:
        event: The event.
        known: Ids of all claims that are or were on the desk.
        articles: The articles by their ids.

    Yields:
        One line a fault.
    """
    if event.block is None and event.claim not in known:
        yield f"event {event.id} is about {event.claim!r}, which is not a claim"
    if event.claims is not None:
        for claim in event.claims.appeared:
            yield from (
                f"event {event.id}: {fault}" for fault in wrong_claim(claim, articles.get(claim.article))
            )
    for change in event.decided:
        if event.claims is not None and change.claim not in known:
            yield f"event {event.id} decides about {change.claim!r}, which is not a claim"
        for evidence in change.after.evidence:
            article, span = articles.get(evidence.article), evidence.span
            if span is not None and (article is None or span.of(article.text) != evidence.quote):
                yield f"event {event.id} quotes words that are not in {evidence.article!r} where it says"
