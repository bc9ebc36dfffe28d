"""The normal form of a word: one for all its spellings, and for all the names of a country."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, cast

from workbench.tables import Table, read_table

_TABLES: Final = Path(__file__).parents[1] / "tables"
NOT: Final = "not"
_CONTRACTED: Final = re.compile(
    r"(?:ai|are|ca|could|did|do|does|had|has|have|is|must|need|should|was|were|wo|would)n'?t"
)
_POSSESSIVE: Final = re.compile("'s?$")
_ORDINAL: Final = re.compile(r"(\d+)(?:st|nd|rd|th)$")
_SIGNS: Final = {"%": "percent", "$": "dollar", "€": "euro", "£": "pound"}
_WE: Final = "Us"
_PRONOUN: Final = "we"


class Forms:
    """Knows the normal form of a word, and which runs of words stand for one.

    Args:
        own: The folder of the user's tables, or None.

    Raises:
        ConfigError: The user's table is broken.
    """

    def __init__(self, own: Path | None = None) -> None:
        forms = read_table(_TABLES, "forms", own)
        places = read_table(_TABLES, "places", own)
        self.stop: frozenset[str] = frozenset(_rows(forms, "stop"))
        """Words without a content of their own."""
        self.negators: frozenset[str] = frozenset(_rows(forms, "negators"))
        """Words that deny what follows, as normal forms."""
        self._small: frozenset[str] = frozenset(_rows(places, "common_when_small"))
        self.phrases: dict[tuple[str, ...], str] = {}
        """Runs of words in lower case that stand for one normal form."""
        self._same: dict[str, str] = {}
        for key in ("numerals", "spelling", "irregular"):
            for row in _rows(forms, key):
                first, *others = row.split()
                self._same |= {other: self._same.get(first, first) for other in others}
        for row in _rows(forms, "together"):
            self.phrases[tuple(row.split())] = self._same.get("".join(row.split()), "".join(row.split()))
        self.countries: frozenset[str] = frozenset(self._add_countries(_rows(places, "countries")))
        """The normal forms of countries, and of what is named like one."""
        self.seats: dict[str, str] = {}
        """The country that a capital may stand for, both as normal forms."""
        for row in _rows(places, "capitals"):
            capital, _, country = row.partition(": ")
            self.seats[self._named(capital, capital)] = joined(country)

    def normal(self, written: str) -> str:
        """Return the normal form of a word as it is written.

        Args:
            written: A word of a text: letters with apostrophes, digits, or a sign such as "%".

        Returns:
            The normal form in lower case: "us" for "U.S.", "russia" for "Russians", "2000" for "2,000".
        """
        word = written.lower().replace("’", "'")
        if word in _SIGNS:
            return _SIGNS[word]
        if word[0].isdigit():
            word = word.replace(",", "")
            ordinal = _ORDINAL.fullmatch(word)
            return f"{ordinal[1]}th" if ordinal else word
        if word in self._small and (written[:1].islower() or written == _WE):
            return _PRONOUN if word == _WE.lower() else word
        if _CONTRACTED.fullmatch(word):
            return NOT
        if "." in word:
            word = word.replace(".", "")
        word = _POSSESSIVE.sub("", word) or word
        return self._same.get(word, word)

    def _add_countries(self, rows: tuple[str, ...]) -> Iterator[str]:
        for row in rows:
            name, _, others = row.partition(": ")
            country = joined(name)
            yield country
            for other in (name, *others.split(", ")):
                self._named(other.replace(".", ""), country)

    def _named(self, words: str, name: str) -> str:
        """Let a word or a run of words stand for a name; return the name's normal form."""
        parts = tuple(re.findall(r"[^\W_]+(?:'[^\W_]+)*", words))
        name = joined(name)
        if len(parts) > 1:
            self.phrases[parts] = name
        else:
            self._same[parts[0]] = name
        return name


def joined(name: str) -> str:
    """Write a name of several words as one normal form: "south_korea"."""
    return "_".join(name.split())


def _rows(table: Table, key: str) -> tuple[str, ...]:
    return tuple(cast("list[str]", table[key]))
