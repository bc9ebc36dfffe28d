"""Another analysis of the same texts: the claims are found anew, and every human decision is kept."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from workbench.analysis.analyser import Analyser
from workbench.analysis.version import VERSION
from workbench.model.article import Article, Block, Span
from workbench.model.claim import Claim
from workbench.model.desk import Desk
from workbench.model.session import Session
from workbench.reading.articles import read_again
from workbench.reading.offtopic import set_aside_offtopic
from workbench.review.analysers import analyser


def analysed_again(session: Session, tables: Path | None) -> Session:
    """Find blocks and claims of a session anew.

    What a person has said about a block holds against the program. A claim that somebody has decided
    about stays also where it is found no more: marked orphaned, at its old span, never moved to a
    look-alike. A claim that a person made or gave new bounds stays as it is, and one that they put
    another in the place of stays away.

    Args:
        session: The session.
        tables: The folder of the user's word lists, or None.

    Returns:
        The session on the new claims.
    """
    fresh = [read_again(article, tables) for article in session.desk.articles]
    overrides = session.overrides
    articles = [_with_overrides(article, overrides) for article in set_aside_offtopic(fresh, tables)]
    reader = analyser(tables)
    made = session.made_by_hand
    found = {
        claim.id: claim for article in articles for claim in reader.claims(article) if claim.id not in made
    }
    by_id = {article.id: article for article in articles}
    kept = [
        _read_again(claim, by_id[claim.article], reader) for claim in session.desk.claims if claim.by_hand
    ]
    orphans = _decided_but_gone(session, found.keys())
    return session.analysed_again(VERSION, Desk.of(articles, [*found.values(), *kept, *orphans]))


def _read_again(claim: Claim, article: Article, reader: Analyser) -> Claim:
    return replace(reader.claim_at(article, claim.span), by_hand=True)


def _decided_but_gone(session: Session, found: Iterable[str]) -> list[Claim]:
    there = set(found)
    return [
        replace(claim, orphaned=True)
        for claim in session.desk.claims
        if claim.id in session.decisions and claim.id not in there and not claim.by_hand
    ]


def _with_overrides(article: Article, overrides: dict[tuple[str, Span], Block]) -> Article:
    said = [block for (owner, _), block in overrides.items() if owner == article.id]
    if not said:
        return article
    others = [block for block in article.blocks if not any(block.span.overlaps(one.span) for one in said)]
    return replace(article, blocks=tuple(sorted([*others, *said], key=lambda block: block.span)))
