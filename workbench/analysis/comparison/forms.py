"""The normal form of a word: one for all its spellings, and for all the names of a country."""

import re
from itertools import chain
from pathlib import Path
from typing import Final

from workbench.analysis.comparison.table_rows import WordTable

_NAMED: Final = ": "
_PART: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
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
        forms, places = WordTable("forms", own), WordTable("places", own)
        self.stop: frozenset[str] = frozenset(chain.from_iterable(forms.rows("stop")))
        """Words without a content of their own."""
        self.negators: frozenset[str] = frozenset(chain.from_iterable(forms.rows("negators")))
        """Words that deny what follows, as normal forms."""
        self._small = frozenset(chain.from_iterable(places.rows("common_when_small")))
        self.phrases: dict[tuple[str, ...], str] = {}
        """Runs of words in lower case that stand for one normal form."""
        self._same: dict[str, str] = {}
        for key in ("numerals", "spelling", "irregular"):
            for first, *others in forms.rows(key, fewest=2):
                self._same |= {other: self._same.get(first, first) for other in others}
        for words in forms.rows("together", fewest=2):
            whole = "".join(words)
            self.phrases[tuple(words)] = self._same.get(whole, whole)
        countries = places.halves("countries", _NAMED)
        self.countries: frozenset[str] = frozenset(map(joined, [name for name, _ in countries]))
        """The normal forms of countries, and of what is named like one."""
        for name, also in countries:
            for other in (name, *also.split(", ")):
                self._name(other.replace(".", ""), joined(name))
        self.seats: dict[str, str] = {}
        """The country that a capital may stand for, both as normal forms."""
        for capital, country in places.halves("capitals", _NAMED):
            self.seats[joined(capital)] = joined(country)
            self._name(capital, joined(capital))

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
        if word[-1] == "t" and _CONTRACTED.fullmatch(word):
            return NOT
        if "." in word:
            word = word.replace(".", "")
        if "'" in word:
            word = _POSSESSIVE.sub("", word) or word
        return self._same.get(word, word)

    def _name(self, words: str, name: str) -> None:
        """Let a word or a run of words stand for a name."""
        parts = tuple(_PART.findall(words))
        if len(parts) > 1:
            self.phrases[parts] = name
        elif parts:
            self._same[parts[0]] = name


def joined(name: str) -> str:
    """Write a name of several words as one normal form: "south_korea"."""
    return "_".join(name.split())
