"""A person's word on blocks: what was set aside comes into review, and the other way round."""

from dataclasses import replace
from pathlib import Path

from workbench.model.article import Article, Block, BlockKind
from workbench.model.event import BlockChange
from workbench.model.session import Session
from workbench.review.analysers import analyser


def toggled(session: Session, article: str, block: Block, reviewer: str, tables: Path | None) -> BlockChange:
    """Work out what changes when a person overrules the program about a block.

    Args:
        session: The session.
        article: The id of the article.
        block: One of its blocks.
        reviewer: Who says it.
        tables: The folder of the user's word lists, or None.

    Returns:
        The change: a block that was set aside becomes a paragraph with its claims, another one is
        set aside with its claims.
    """
    if not block.is_set_aside:
        after = replace(block, kind=BlockKind.BOILERPLATE, reason=f"set aside by {reviewer}")
        claims = session.desk.claims_by_article[article]
        vanished = tuple(claim for claim in claims if claim.span.overlaps(block.span))
        return BlockChange(article, block, after, vanished=vanished)
    after = replace(block, kind=BlockKind.PARAGRAPH, reason=f"brought into review by {reviewer}")
    alone = _with_only(session.desk.article_by_id[article], after)
    made = session.made_by_hand
    found = [claim for claim in analyser(tables).claims(alone) if claim.id not in made]
    kept = [
        claim
        for claim in made.values()
        if claim is not None and claim.article == article and claim.span.overlaps(block.span)
    ]
    return BlockChange(article, block, after, appeared=(*found, *kept))


def _with_only(article: Article, block: Block) -> Article:
    return replace(article, blocks=(block,))
