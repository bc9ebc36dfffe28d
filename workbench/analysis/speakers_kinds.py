"""Kinds of speakers: what a noun phrase names - a person, a body, an outlet, or somebody unnamed."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workbench.analysis.attributions_forms import with_plurals
from workbench.analysis.attributions_tokens import Phrase
from workbench.model.claim import SpeakerKind
from workbench.tables import read_table

_TABLES: Final = Path(__file__).parent / "tables"
_CORE: Final = re.compile(r"[^,(WT]*")
_HEAD: Final = re.compile(r"[^Ffa]*")
_NAME: Final = re.compile(r"N+$")
_APPOSITION: Final = re.compile(r",[Djpn]{0,4}(N{2,5})(?=[,FfW(]|$)")
_ARTICLES: Final = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_MOST_KEPT: Final = 10_000
_OWNED: Final = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Naming:
    """What a phrase tells of a speaker."""

    kind: SpeakerKind
    """Who stands behind it."""
    name: str
    """The name, or the phrase itself where it holds none."""
    head: str
    """The main noun in lower case: "official", "veale"."""
    gender: str
    """"m", "f", or nothing where it does not show."""
    is_person: bool
    """Whether it is one person."""
    is_definite: bool
    """Whether it points at somebody mentioned before: "the mayor"."""


class NamingRules:
    """The rules, with the tables they look words up in.

    Args:
        tables_folder: The user's own tables, or None.

    Raises:
        ConfigError: A table of the user is broken.
    """

    def __init__(self, tables_folder: Path | None = None) -> None:
        table = read_table(_TABLES, "speakers", tables_folder)
        self._outlets = frozenset(table["outlets"])
        self._outlet_words = frozenset(table["outlet_words"])
        self._outlet_nouns = with_plurals(table["outlet_nouns"])
        self._people = frozenset(table["people"])
        self._bodies = with_plurals(table["bodies"])
        self._papers = with_plurals(table["papers"])
        self._men = frozenset((*table["masculine"], *table["men"]))
        self._women = frozenset((*table["feminine"], *table["women"]))
        self._kept: dict[tuple[str, tuple[str, ...]], Naming] = {}

    def naming(self, phrase: Phrase) -> Naming:
        """Tell what a noun phrase that is no pronoun names.

        Args:
            phrase: The phrase, appositions included.

        Returns:
            What it names.
        """
        key = phrase.letters, phrase.words
        known = self._kept.get(key)
        if known is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            known = self._kept[key] = self._naming(phrase)
        return known

    def _naming(self, phrase: Phrase) -> Naming:
        core = _CORE.match(phrase.letters)
        size = core.end() if core and core.end() else len(phrase.letters)
        head_match = _HEAD.match(phrase.letters, 0, size)
        head = head_match.end() if head_match and head_match.end() else size
        run = _NAME.search(phrase.letters, 0, head)
        if phrase.letters[head - 1] == "M":
            return self._owner(phrase, head)
        if run:
            return self._named(phrase, run.start(), head)
        return self._described(phrase, head, size)

    def is_first_name(self, word: str) -> bool:
        """Tell whether a word is a common first name."""
        return word.lower() in self._men or word.lower() in self._women

    def is_outlet(self, name: str) -> bool:
        """Tell whether a name is that of a publisher of news."""
        bare = _ARTICLES.sub("", name, count=1)
        return bare in self._outlets or bare.rpartition(" ")[2] in self._outlet_words

    def _owner(self, phrase: Phrase, head: int) -> Naming:
        """Name the owner of a claim: "Trump's"."""
        first = head - 1
        while first > 0 and phrase.letters[first - 1] == "N":
            first -= 1
        name = _OWNED.sub("", phrase.part(first, head))
        if not name[:1].isupper():
            return self._unnamed(phrase, head, head)
        kind = SpeakerKind.OUTLET if self.is_outlet(name) else SpeakerKind.NAMED
        return Naming(kind, name, name.rpartition(" ")[2].lower(), self._gender(phrase, head), True, False)

    def _named(self, phrase: Phrase, first: int, head: int) -> Naming:
        name = phrase.part(first, head)
        last = phrase.words[head - 1].lower()
        if self.is_outlet(name):
            return Naming(SpeakerKind.OUTLET, name, last, "", False, False)
        if phrase.letters[head : head + 1] == "f":
            name = _ARTICLES.sub("", phrase.part(0, len(phrase.words)).partition(",")[0], count=1)
        if len(name) > 1 and name.isalpha() and last.rstrip("s") in self._people:
            return self._unnamed(phrase, head, head)
        return Naming(SpeakerKind.NAMED, name, last, self._gender(phrase, head), True, False)

    def _described(self, phrase: Phrase, head: int, size: int) -> Naming:
        """Name a speaker whose phrase ends with a common noun."""
        apposition = _APPOSITION.search(phrase.letters, size - 1 if size == len(phrase.letters) else size)
        if apposition:
            first, last = apposition.span(1)
            name = phrase.part(first, last)
            gender = self._gender(phrase, last)
            return Naming(SpeakerKind.NAMED, name, phrase.words[last - 1].lower(), gender, True, False)
        noun = phrase.words[head - 1].lower()
        letters = phrase.letters[:head]
        has_name = "N" in letters or ("M" in letters and phrase.words[letters.index("M")][:1].isupper())
        if noun in self._outlet_nouns or (noun in self._papers and self._holds_outlet(phrase, head)):
            return Naming(
                SpeakerKind.OUTLET, _ARTICLES.sub("", phrase.part(0, head), count=1), noun, "", False, False
            )
        if has_name and (noun in self._bodies or (noun in self._papers and "M" in letters)):
            name = _ARTICLES.sub("", phrase.part(0, head), count=1)
            return Naming(SpeakerKind.NAMED, name, noun, "", False, False)
        return self._unnamed(phrase, head, size)

    def _unnamed(self, phrase: Phrase, head: int, size: int) -> Naming:
        noun = phrase.words[head - 1].lower()
        is_definite = phrase.words[0].lower() in ("the", "that", "this") and not set("NM") & set(
            phrase.letters[:head]
        )
        is_person = noun in self._people
        name = phrase.part(0, size)
        return Naming(SpeakerKind.ANONYMOUS, name, noun, self._gender(phrase, head), is_person, is_definite)

    def _holds_outlet(self, phrase: Phrase, head: int) -> bool:
        name = " ".join(
            word for word, tag in zip(phrase.words[:head], phrase.letters, strict=False) if tag in "NM"
        )
        return self.is_outlet(_OWNED.sub("", name))

    def _gender(self, phrase: Phrase, head: int) -> str:
        words = {_OWNED.sub("", word).rstrip(".").lower() for word in phrase.words[:head]}
        if words & self._women:
            return "" if words & self._men else "f"
        return "m" if words & self._men else ""
