"""Lineages: articles of which one depends on the other, because much of its text is copied."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

DEPENDENT: Final = 0.2
"""The share of the shorter article that has to be copied.

A single copied sentence makes that one statement dependent, which its relation tells, and says nothing about
the rest of the article. Of one event reported by many outlets, reprints shared a quarter and more, and
reports of their own a seventh at most. Two reports of one speech stay below, since speech counts a quarter.
"""


class Lineages:
    """Groups articles by what they have copied: single linkage, so that a copy of a copy is in the lineage.

    The order in which pairs come makes no difference.
    """

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def add(self, first: str, second: str, share: float) -> None:
        """Take in what two articles have copied.

        Args:
            first: The id of an article.
            second: The id of another one.
            share: How much of the shorter one is copied, 0..1.
        """
        if share >= DEPENDENT:
            one, other = sorted((self._root(first), self._root(second)))
            self._parent[other] = one

    def groups(self, articles: Iterable[str]) -> tuple[frozenset[str], ...]:
        """Return the lineages of at least two articles.

        Args:
            articles: The ids of all articles in the order of the desk.

        Returns:
            The ids of the articles of each, in the order of their first articles.
        """
        members: dict[str, set[str]] = defaultdict(set)
        for article in articles:
            members[self._root(article)].add(article)
        return tuple(frozenset(group) for group in members.values() if len(group) > 1)

    def _root(self, article: str) -> str:
        while (parent := self._parent.get(article, article)) != article:
            self._parent[article] = self._parent.get(parent, parent)
            article = parent
        return article
