"""Search in the articles: smart case, every match with its place."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from workbench.model.article import Article, Span
from workbench.model.desk import Desk


@dataclass(frozen=True, slots=True)
class Match:
    """One place where the searched words stand."""

    article: str
    """The id of the article."""
    span: Span
    """The words found."""
    claim: str
    """The id of the claim that holds them; empty for text outside the claims."""


def search(desk: Desk, words: str, *, set_aside: bool = False) -> tuple[Match, ...]:
    """Find words in all articles, in reading order.

    Lower-case words match any case; a capital letter anywhere makes the search case-sensitive
    (smart case, as in vim and less). White space matches any run of white space, line breaks too.

    Args:
        desk: The articles and their claims.
        words: What to look for, taken literally.
        set_aside: Whether blocks excluded from review are searched too.

    Returns:
        The matches.
    """
    parts = words.split()
    if not parts:
        return ()
    flags = re.IGNORECASE if words == words.lower() else re.NOFLAG
    pattern = re.compile(r"\s+".join(map(re.escape, parts)), flags)
    return tuple(
        match for article in desk.articles for match in _in_article(desk, article, pattern, set_aside)
    )


def _in_article(desk: Desk, article: Article, pattern: re.Pattern[str], set_aside: bool) -> list[Match]:
    spans = [Span(found.start(), found.end()) for found in pattern.finditer(article.text)]
    if not set_aside:
        spans = [span for span in spans if not _is_set_aside(article, span)]
    claims = desk.claims_by_article[article.id]
    matches, first = [], 0
    for span in spans:
        while first < len(claims) and claims[first].span.end <= span.start:
            first += 1
        holder = next((c.id for c in claims[first : first + 2] if c.span.overlaps(span)), "")
        matches.append(Match(article.id, span, holder))
    return matches


def _is_set_aside(article: Article, span: Span) -> bool:
    """Tell whether the block in which a span begins is excluded from review."""
    index = bisect_right(article.blocks, span.start, key=lambda block: block.span.start) - 1
    return index >= 0 and article.blocks[index].is_set_aside
