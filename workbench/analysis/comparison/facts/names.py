"""Which words that begin a sentence are names: those that the article has inside another one too."""

from collections.abc import Mapping
from typing import Final

from workbench.analysis.comparison.words import CAPITAL, Reading, Word
from workbench.model.desk import Desk

_KEPT: Final = 200
"""Articles whose names are remembered."""


class Names:
    """Knows the names of articles, each when it is first asked for.

    Args:
        desk: The articles and claims.
        readings: Claim id to its words.
    """

    def __init__(self, desk: Desk, readings: Mapping[str, Reading]) -> None:
        self._desk = desk
        self._readings = readings
        self._known: dict[str, frozenset[str]] = {}

    def has(self, article: str, word: Word) -> bool:
        """Tell whether a word is a name in an article.

        Args:
            article: The id of the article.
            word: A word with a capital letter.
        """
        known = self._known.get(article)
        if known is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            claims = self._desk.claims_by_article[article]
            readings = [self._readings[claim.id] for claim in claims if claim.id in self._readings]
            known = frozenset(
                word.sign for reading in readings for word in reading.words[1:] if word.flags & CAPITAL
            )
            self._known[article] = known
        return word.sign in known
