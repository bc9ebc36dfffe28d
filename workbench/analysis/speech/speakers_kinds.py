"""Kinds of speakers: what a noun phrase names - a person, a body, an outlet, or somebody unnamed."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workbench.analysis.speech.forms import with_plurals
from workbench.analysis.speech.tokens import Phrase, Tagged, Tokens
from workbench.model.claim import SpeakerKind
from workbench.tables import read_table

_TABLES: Final = Path(__file__).parents[1] / "tables"
_CORE: Final = re.compile(r"[^,(WT]*")
_HEAD: Final = re.compile(r"[^Ffa]*")
_NAME: Final = re.compile(r"N+$")
_WHOLE_NAME: Final = re.compile(r"N+(?:[Ff]D?N+)*")
_APPOSITION: Final = re.compile(r",[Djpn]{0,4}(N{2,5})(?=[,FfW(]|$)")
_BY_NAME: Final = re.compile(r"[DjpnEMgd#]{0,8}?(N{1,6})(?=[FfDa&(,]|$)")
_WRITTEN: Final = frozenset(
    {"written", "issued", "published", "released", "signed", "prepared", "posted", "given", "made"}
)
"""Participles that make whoever stands after "by" the author: "a letter written by", but not "seen by"."""
_WORDS: Final = "pkEZ"
"""The letters of papers and of nouns that say; "an evacuee from" a town is neither."""
_ARTICLE: Final = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_MOST_KEPT: Final = 10_000
_POINTERS: Final = frozenset({"the", "that", "this"})
_NAMES: Final = frozenset("NM")
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
    gender: str = ""
    """"m", "f", or nothing where it does not show."""
    is_person: bool = False
    """Whether it is one person."""
    is_definite: bool = False
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
        self._people = frozenset((*table["people"], *table["occupations"]))
        self._peoples = with_plurals(table["people"])
        self._bodies = with_plurals(table["bodies"])
        self._papers = with_plurals(table["papers"])
        self._places = frozenset(table["places"])
        self._article_kinds = frozenset(table["article_kinds"])
        self._men = frozenset((*table["masculine"], *table["men"]))
        self._women = frozenset((*table["feminine"], *table["women"]))
        self._kept: dict[tuple[str, str], Naming] = {}

    def naming(self, tagged: Tagged, source: Tokens, written: str) -> Naming:
        """Tell what a noun phrase that is no pronoun names.

        Args:
            tagged: The paragraph.
            source: The phrase, appositions included.
            written: The same as it stands in the text.

        Returns:
            What it names.
        """
        key = tagged.tags[source[0] : source[1]], written
        known = self._kept.get(key)
        if known is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            known = self._kept[key] = self._naming(tagged.phrase(source, written))
        return known

    def is_first_name(self, word: str) -> bool:
        """Tell whether a word is a common first name."""
        return word.lower() in self._men or word.lower() in self._women

    def can_speak(self, name: str) -> bool:
        """Tell whether a name alone shows that a person, a body, an outlet or a paper stands behind it."""
        words = name.lower().split()
        if words[-1] in self._article_kinds or name.lower() in self._article_kinds:
            return False
        return (
            any(word.strip(".") in self._men or word.strip(".") in self._women for word in words)
            or any(words[-1] in nouns for nouns in (self._peoples, self._bodies, self._papers))
            or self.is_outlet(name)
        )

    def is_person(self, word: str) -> bool:
        """Tell whether a word stands for one person: "guard"."""
        return word.lower() in self._people

    def is_paper(self, word: str) -> bool:
        """Tell whether a word stands for a thing that says something: "statement"."""
        return word.lower() in self._papers

    def is_outlet(self, name: str) -> bool:
        """Tell whether a name is that of a publisher of news."""
        bare = _ARTICLE.sub("", name)
        return bare in self._outlets or bare.rpartition(" ")[2] in self._outlet_words

    def _naming(self, phrase: Phrase) -> Naming:
        letters = phrase.letters
        core = _CORE.match(letters)
        size = core.end() if core and core.end() else len(letters)
        match = _HEAD.match(letters, 0, size)
        head = match.end() if match and match.end() else size
        if letters[head - 1] == "M":
            return self._owner(phrase, head)
        if letters[head - 1] == "N":
            return self._named(phrase, head)
        apposition = _APPOSITION.search(letters, size - 1)
        if apposition:
            return self._person(phrase, *apposition.span(1))
        return self._described(phrase, head, size)

    def _owner(self, phrase: Phrase, head: int) -> Naming:
        """Name the owner of a claim: "Trump's"."""
        first = head - 1
        while first > 0 and phrase.letters[first - 1] == "N":
            first -= 1
        name = _OWNED.sub("", phrase.part(first, head))
        if not name[:1].isupper():
            return self._unnamed(phrase, head, head)
        if self.is_outlet(name):
            return Naming(SpeakerKind.OUTLET, name, name.lower())
        return self._with_name(phrase, name, head)

    def _named(self, phrase: Phrase, head: int) -> Naming:
        """Name a speaker whose phrase ends with a name: "Mayor Ann Lee", "the Bank of England"."""
        run = _NAME.search(phrase.letters, 0, head)
        first = run.start() if run else 0
        name = phrase.part(first, head)
        if phrase.word(head - 1).lower() in self._bodies or self.is_outlet(name):
            whole = _WHOLE_NAME.match(phrase.letters, first)
            name = phrase.part(first, whole.end() if whole else head)
        if self.is_outlet(phrase.part(first, head)):
            return Naming(SpeakerKind.OUTLET, name, name.lower())
        if " " not in name and name.lower() in self._peoples:
            return self._unnamed(phrase, head, head)
        if phrase.letters[head : head + 1] == "f":
            name = _ARTICLE.sub("", phrase.part(0, len(phrase.letters)).partition(",")[0])
        return self._with_name(phrase, name, head)

    def _person(self, phrase: Phrase, first: int, last: int) -> Naming:
        return self._with_name(phrase, phrase.part(first, last), last)

    def _with_name(self, phrase: Phrase, name: str, head: int) -> Naming:
        last = name.rpartition(" ")[2].lower()
        is_person = last not in self._bodies and last not in self._places and not name.isupper()
        return Naming(SpeakerKind.NAMED, name, last, self._gender(phrase, head), is_person)

    def _described(self, phrase: Phrase, head: int, size: int) -> Naming:
        """Name a speaker whose phrase ends with a common noun: "Syria's state media", "the mayor"."""
        noun, letters = phrase.word(head - 1).lower(), phrase.letters[:head]
        owner = letters.find("M")
        has_owner = owner >= 0 and phrase.word(owner)[:1].isupper()
        name = _ARTICLE.sub("", phrase.part(0, head))
        if noun in self._outlet_nouns or (noun in self._papers and self._holds_outlet(phrase, head)):
            return Naming(SpeakerKind.OUTLET, name, noun)
        if (noun in self._bodies and (has_owner or "N" in letters)) or (noun in self._papers and has_owner):
            return Naming(SpeakerKind.NAMED, name, noun)
        author = None if noun in self._peoples or noun in self._bodies else self._author(phrase, head, size)
        return author or self._unnamed(phrase, head, size)

    def _author(self, phrase: Phrase, head: int, size: int) -> Naming | None:
        """Name who stands behind words: "comments by Col. Ann Lee", "a report in the Port Herald"."""
        outlet = None
        for at in range(size - 1, head - 1, -1):
            preposition = phrase.word(at).lower()
            match = _BY_NAME.match(phrase.letters, at + 1, size) if phrase.letters[at] in "Ff" else None
            if match is None:
                continue
            first, last = match.span(1)
            if phrase.word(last - 1).lower() in self._bodies:
                whole = _WHOLE_NAME.match(phrase.letters, first, size)
                last = whole.end() if whole else last
            name = phrase.part(first, last)
            if self.is_outlet(name):
                outlet = Naming(SpeakerKind.OUTLET, name, name.lower())
            is_by = preposition == "by" or (preposition == "from" and phrase.letters[head - 1] in _WORDS)
            is_author = phrase.letters[at - 1] not in "dsv" or phrase.word(at - 1).lower() in _WRITTEN
            if is_by and is_author and name.lower() not in self._places:
                return outlet or self._with_name(phrase, name, last)
        return outlet

    def _unnamed(self, phrase: Phrase, head: int, size: int) -> Naming:
        noun = phrase.word(head - 1).lower()
        points = phrase.word(0).lower() in _POINTERS and not _NAMES.intersection(phrase.letters[:head])
        gender, is_person = self._gender(phrase, head), noun in self._people
        return Naming(SpeakerKind.ANONYMOUS, phrase.part(0, size), noun, gender, is_person, points)

    def _holds_outlet(self, phrase: Phrase, head: int) -> bool:
        names = [phrase.word(at) for at in range(head) if phrase.letters[at] in _NAMES]
        return self.is_outlet(_OWNED.sub("", " ".join(names)))

    def _gender(self, phrase: Phrase, head: int) -> str:
        words = set()
        for at in range(head):
            word = phrase.word(at)
            words.add((word if word.isalpha() else _OWNED.sub("", word).rstrip(".")).lower())
        is_woman = not words.isdisjoint(self._women)
        if words.isdisjoint(self._men):
            return "f" if is_woman else ""
        return "" if is_woman else "m"
