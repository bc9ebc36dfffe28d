"""Which words mean the same thing, a kind of it, or the opposite, as far as the tables know."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from workbench.analysis.comparison.forms import Forms
from workbench.analysis.comparison.stemming import stem_of
from workbench.analysis.comparison.table_rows import WordTable

_AGAINST: Final = " / "
_BROADER: Final = ": "
_UNDONE: Final = re.compile(r"(?:un(?![diltr])|non|dis(?=.{5}))(.{4,})")
"""What denies the rest of a word: "unhurt", "disagree", but not "under", "unit", "until"."""
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
        def stems(words: Iterable[str]) -> list[str]:
            return [stem_of(forms.normal(word)) for word in words]

        synonyms, antonyms = WordTable("synonyms", own), WordTable("antonyms", own)
        rows = list(map(stems, synonyms.rows("concepts", fewest=2)))
        rows += [[stem_of(country), stem_of(capital)] for capital, country in forms.seats.items()]
        self._rows = _members(rows)
        self._concept = {row[0]: row[0] for row in rows}
        for row in rows:
            for stem in row:
                self._concept.setdefault(stem, row[0])
        broader: dict[str, set[str]] = {}
        for broad, narrow in synonyms.halves("broader", _BROADER):
            for stem in stems(narrow.split()):
                broader.setdefault(stem, set()).update(stems(broad.split()))
        self._broader = {stem: frozenset(above) for stem, above in broader.items()}
        opposites: dict[str, set[str]] = {}
        for before, after in antonyms.halves("opposites", _AGAINST):
            left, right = stems(before.split()), stems(after.split())
            for some, others in ((left, right), (right, left)):
                for stem in some:
                    opposites.setdefault(stem, set()).update(other for other in others if other != stem)
        self._opposites = {stem: frozenset(others) for stem, others in opposites.items()}
        self._undone: dict[str, frozenset[str]] = {}
        """The opposites of each stem that was asked for, with what its prefix denies."""
        self._exclusive = _members(map(stems, antonyms.rows("exclusive", fewest=2)))

    def of(self, stem: str) -> str:
        """Return the concept of a stem: the first of the words that mean the same, or the stem itself."""
        return self._concept.get(stem, stem)

    def rows(self, stem: str) -> frozenset[int]:
        """Return the rows of synonyms that a stem is in; words that share one stand for each other."""
        return self._rows.get(stem, _NO_ROWS)

    def broader(self, stem: str) -> frozenset[str]:
        """Return the stems that mean something broader: that of "ship" for "ferry"."""
        return self._broader.get(stem) or self._broader.get(self.of(stem), _NO_STEMS)

    def opposites(self, stem: str) -> frozenset[str]:
        """Return the stems that exclude a stem when they are said of the same thing."""
        found = self._undone.get(stem)
        if found is None:
            known, plain = self._opposites.get(stem, _NO_STEMS), _UNDONE.fullmatch(stem)
            found = self._undone[stem] = known | {plain[1]} if plain else known
        return found

    def exclusive(self, stem: str) -> frozenset[int]:
        """Return the sets that a stem is a member of where only one can hold, such as weekdays."""
        return self._exclusive.get(stem, _NO_ROWS)

    def are_alike(self, one: str, other: str) -> bool:
        """Tell whether one of two stems can be used for the other."""
        return not self.rows(one).isdisjoint(self.rows(other))

    def are_opposites(self, one: str, other: str) -> bool:
        """Tell whether two stems exclude each other when they are said of the same thing."""
        return other in self.opposites(one) or one in self.opposites(other)

    def are_exclusive(self, one: str, other: str) -> bool:
        """Tell whether two stems are different members of a set of which only one can hold."""
        return one != other and not self.exclusive(one).isdisjoint(self.exclusive(other))


def _members(rows: Iterable[list[str]]) -> dict[str, frozenset[int]]:
    """Return the numbers of the rows that each stem is in."""
    found: dict[str, set[int]] = {}
    for number, row in enumerate(rows):
        for stem in row:
            found.setdefault(stem, set()).add(number)
    return {stem: frozenset(numbers) for stem, numbers in found.items()}
