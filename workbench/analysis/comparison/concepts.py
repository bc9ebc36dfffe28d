"""Which words mean the same thing, a kind of it, or the opposite, as far as the tables know."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final, cast

from workbench.analysis.comparison.forms import Forms
from workbench.analysis.comparison.stemming import stem_of
from workbench.tables import read_table

_TABLES: Final = Path(__file__).parents[1] / "tables"
_AGAINST: Final = " / "
_BROADER: Final = ": "
_NO_ROWS: Final[frozenset[int]] = frozenset()
_NO_STEMS: Final[frozenset[str]] = frozenset()


class Concepts:
    """Knows what words have to do with each other. Words are given as stems.

    Args:
        forms: The normal forms.
        own: The folder of the user's tables, or None.

    Raises:
        ConfigError: A table of the user is broken.
    """

    def __init__(self, forms: Forms, own: Path | None = None) -> None:
        def stems(words: str) -> list[str]:
            return [stem_of(forms.normal(word)) for word in words.split()]

        synonyms = read_table(_TABLES, "synonyms", own)
        antonyms = read_table(_TABLES, "antonyms", own)
        rows = [stems(row) for row in cast("list[str]", synonyms["concepts"])]
        rows += [[stem_of(country), stem_of(capital)] for capital, country in forms.seats.items()]
        self._rows = _members(rows)
        self._concept = {row[0]: row[0] for row in rows}
        for row in rows:
            for stem in row:
                self._concept.setdefault(stem, row[0])
        self._broader: dict[str, set[str]] = {}
        for row in cast("list[str]", synonyms["broader"]):
            broad, _, narrow = row.partition(_BROADER)
            for stem in stems(narrow):
                self._broader.setdefault(stem, set()).update(stems(broad))
        self._opposites: dict[str, set[str]] = {}
        for row in cast("list[str]", antonyms["opposites"]):
            left, _, right = row.partition(_AGAINST)
            self._oppose(stems(left), stems(right))
        self._exclusive = _members(map(stems, cast("list[str]", antonyms["exclusive"])))

    def of(self, stem: str) -> str:
        """Return the concept of a stem: the first of the words that mean the same, or the stem itself."""
        return self._concept.get(stem, stem)

    def are_alike(self, one: str, other: str) -> bool:
        """Tell whether one of two stems can be used for the other."""
        return not self._rows.get(one, _NO_ROWS).isdisjoint(self._rows.get(other, _NO_ROWS))

    def is_kind_of(self, narrow: str, broad: str) -> bool:
        """Tell whether the first stem is a kind of what the second means: a ferry is a ship."""
        above = self._broader.get(narrow) or self._broader.get(self.of(narrow))
        return above is not None and (broad in above or self.of(broad) in above)

    def are_opposites(self, one: str, other: str) -> bool:
        """Tell whether two stems exclude each other when they are said of the same thing."""
        return other in self._opposites.get(one, _NO_STEMS)

    def are_exclusive(self, one: str, other: str) -> bool:
        """Tell whether two stems are different members of a set of which only one holds: two weekdays."""
        return one != other and not self._exclusive.get(one, _NO_ROWS).isdisjoint(
            self._exclusive.get(other, _NO_ROWS)
        )

    def _oppose(self, left: Iterable[str], right: Iterable[str]) -> None:
        left, right = set(left), set(right)
        for stem in left:
            self._opposites.setdefault(stem, set()).update(right - {stem})
        for stem in right:
            self._opposites.setdefault(stem, set()).update(left - {stem})


def _members(rows: Iterable[list[str]]) -> dict[str, frozenset[int]]:
    """Return the numbers of the rows that each stem is in."""
    found: dict[str, set[int]] = {}
    for number, row in enumerate(rows):
        for stem in row:
            found.setdefault(stem, set()).add(number)
    return {stem: frozenset(numbers) for stem, numbers in found.items()}
