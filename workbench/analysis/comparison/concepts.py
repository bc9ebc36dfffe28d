"""Which words mean the same thing, and which the opposite, as far as the tables know."""

from pathlib import Path
from typing import Final, cast

from workbench.analysis.comparison.forms import Forms
from workbench.analysis.comparison.stemming import stem_of
from workbench.tables import read_table

_TABLES: Final = Path(__file__).parents[1] / "tables"
_AGAINST: Final = "/"


class Concepts:
    """Knows the concept that a stem stands for.

    Args:
        forms: The normal forms.
        own: The folder of the user's tables, or None.

    Raises:
        ConfigError: A table of the user is broken.
    """

    def __init__(self, forms: Forms, own: Path | None = None) -> None:
        def stems(words: str) -> list[str]:
            return [stem_of(forms.normal(word)) for word in words.split()]

        self._concepts: dict[str, str] = {}
        for row in cast("list[str]", read_table(_TABLES, "synonyms", own)["concepts"]):
            first, *others = stems(row)
            for stem in (first, *others):
                self._concepts.setdefault(stem, first)
        for capital, country in forms.seats.items():
            self._concepts[stem_of(capital)] = stem_of(country)
        self._opposites: dict[str, set[str]] = {}
        for row in cast("list[str]", read_table(_TABLES, "antonyms", own)["opposites"]):
            left, _, right = row.partition(_AGAINST)
            for one, other in ((stems(left), stems(right)), (stems(right), stems(left))):
                for stem in one:
                    self._opposites.setdefault(stem, set()).update(other)

    def of(self, stem: str) -> str:
        """Return the concept of a stem: the first of the words that mean the same, or the stem itself."""
        return self._concepts.get(stem, stem)

    def are_opposites(self, one: str, other: str) -> bool:
        """Tell whether two stems exclude each other when they are said of the same thing."""
        return other in self._opposites.get(one, ())
