"""How telling it is that two texts share a concept: little if many articles use it, much if few do."""

import math
from collections import Counter
from pathlib import Path
from typing import Final, cast

from workbench.analysis.comparison.content import Contents
from workbench.tables import read_table

_TABLES: Final = Path(__file__).parents[1] / "tables"
_NEWS: Final = 100
"""How many articles the news at large counts as, beside those that are compared."""
_USES: Final = {"in_many": 45.0, "in_some": 20.0, "in_few": 10.0}
"""How many of those use a word of each list."""
_UNLISTED: Final = 0.5
"""The same for any other word."""
_OF_TWO: Final = 3.7
"""What a concept weighs that two articles use, and the news at large does not."""


class Rarity:
    """Weighs concepts by how many articles use them: inverse document frequency, with a prior.

    Counted in the articles alone, the words of the story would weigh least where all articles tell one story.

    Args:
        contents: What gives concepts.
        own: The folder of the user's tables, or None.

    Raises:
        ConfigError: The user's table is broken.
    """

    def __init__(self, contents: Contents, own: Path | None = None) -> None:
        table = read_table(_TABLES, "background", own)
        self._uses: dict[str, float] = {}
        for key, uses in _USES.items():
            for word in cast("list[str]", table[key]):
                # of the words of one concept the most frequent one counts
                self._uses.setdefault(contents.of_word(word), uses)
        self._articles = 0
        self._count: Counter[str] = Counter()

    def count(self, concepts: str) -> None:
        """Take in one article.

        Args:
            concepts: The concepts that it uses, each once: a character for each.
        """
        self._articles += 1
        self._count.update(concepts)

    def users(self, concept: str) -> int:
        """Return how many of the articles use a concept."""
        return self._count[concept]

    def weight(self, concept: str) -> float:
        """Return how telling it is to share a concept: about 0.8 for "say", and for a name of the story 3.

        Args:
            concept: A character that stands for it.

        Returns:
            A weight; a concept of two articles has the same, however many articles there are.
        """
        uses = self._uses.get(concept, _UNLISTED) + self._count[concept]
        articles = _NEWS + self._articles
        return _OF_TWO * math.log(articles / uses) / math.log(articles / (_UNLISTED + 2))
