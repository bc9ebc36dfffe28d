"""How many articles say the same, and how many of them do not have it from each other."""

from collections.abc import Iterable, Set
from dataclasses import dataclass
from itertools import chain, pairwise


@dataclass(frozen=True, slots=True)
class Corroboration:
    """How many articles say the same, and how many of them do not have it from each other."""

    articles: int
    """Articles that say it, the claim's own included."""
    independent: int
    """Lineages among them: articles that share copied text count once."""


def count_lineages(
    articles: Set[str], copied: Iterable[tuple[str, str]], lineages: Iterable[Set[str]]
) -> int:
    """Count the lineages among some articles.

    Args:
        articles: Their ids.
        copied: Pairs of them of which one has something from the other.
        lineages: Ids of articles that share copied text.

    Returns:
        How many groups they fall into when everything that is copied is put together.
    """
    group = {article: article for article in articles}

    def first_of(article: str) -> str:
        while group[article] != article:
            article = group[article]
        return article

    shared = [sorted(lineage & articles) for lineage in lineages]
    for one, other in chain(copied, *(pairwise(members) for members in shared)):
        group[first_of(one)] = first_of(other)
    return sum(group[article] == article for article in articles)
