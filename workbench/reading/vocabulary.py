"""The word lists of this room, read once, in the form in which they are looked up."""

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workbench.tables import Table, read_table

TABLES: Final = Path(__file__).parent / "tables"
_FIRST_UNSPACED: Final = "\u1100"
"""The first letter of the scripts of East Asia, whose phrases stand inside longer runs of letters."""
_MARKS: Final = ".,:;!?()\"'"
_BEFORE: Final = ("", "(", '"', "[")
_AFTER: Final = ("", ".", ",", ":", ";", ")", "!", "?", "...", "…", '"')
"""Marks that stand beside a word without a space."""


@dataclass(frozen=True, slots=True)
class PhraseList:
    """Phrases in lower case, with straight quotes."""

    pattern: re.Pattern[str]
    """Any of them, not ending in the middle of a word."""
    triggers: frozenset[str]
    """A word of each phrase, as it may stand beside a mark: a line without one need not be searched."""

    unspaced: re.Pattern[str]
    """Those in scripts that put no spaces between words."""

    def opening(self, form: str, words: frozenset[str]) -> str:
        """Return the phrase with which a line begins, or nothing; the line is in lower case."""
        found = None if self.triggers.isdisjoint(words) else self.pattern.match(form)
        if found is None and not form.isascii():
            found = self.unspaced.match(form)
        return found.group() if found else ""

    def inside(self, form: str, words: frozenset[str]) -> str:
        """Return the first phrase in a line that has these words, or nothing."""
        found = None if self.triggers.isdisjoint(words) else self.pattern.search(form)
        if found is None and not form.isascii():
            found = self.unspaced.search(form)
        return found.group() if found else ""


@dataclass(frozen=True, slots=True)
class Phrases:
    """What web pages put around articles."""

    lines: frozenset[str]
    """Whole lines."""
    starts: PhraseList
    """Beginnings of lines."""
    contains: PhraseList
    """Phrases anywhere in a line."""
    notices: PhraseList
    """Phrases anywhere in a line that speaks to the reader."""
    captions: PhraseList
    """Phrases of captions, anywhere in a line."""
    triggers: frozenset[str]
    """The triggers of all these."""
    credits: re.Pattern[str]
    """A credit in brackets at the end of a line."""
    sections: frozenset[str]
    """Headings over lists of other articles."""
    lists: frozenset[str]
    """First words of such headings."""
    requests: frozenset[str]
    """First words of lines that ask the reader to do something."""
    reader: frozenset[str]
    """Words that speak to the reader."""
    house: frozenset[str]
    """Words in which the publisher speaks of itself."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the tables say, for one user."""

    bylines: tuple[str, ...]
    """Introductions of bylines, the longest first."""
    byline_words: frozenset[str]
    """The first words of these, with and without a colon."""
    credit_lines: tuple[str, ...]
    """Introductions of lines that say who else had a part in the article."""
    name_particles: frozenset[str]
    """Small words inside names and between them."""
    beside_dates: frozenset[str]
    """Words that may stand in a line that only says when; names of months and weekdays too."""
    beside_imprints: frozenset[str]
    """The same without the names of months and weekdays, and words that lead over to a publisher."""
    staffs: tuple[str, ...]
    """How lines end that name no author but a staff or agencies, the longest first."""
    publisher_words: frozenset[str]
    """Words in the names of papers, stations and bodies."""
    name_suffixes: frozenset[str]
    """What follows a person's name after a comma."""
    months: dict[str, int]
    """Names of months, each with its number."""
    front: dict[str, tuple[str, ...]]
    """Keys of front matter for title, byline, date and publisher."""
    phrases: Phrases
    """The phrases that are put around articles."""
    stop_words: frozenset[str]
    """Words that any story uses."""


@functools.cache
def read_vocabulary(own: Path | None = None) -> Vocabulary:
    """Read the tables, with what the user adds to them.

    Args:
        own: The folder of the user's tables, or None.

    Returns:
        The word lists; read once a process.

    Raises:
        ConfigError: A user's table does not parse, or has an unknown key.
    """
    metadata = read_table(TABLES, "metadata", own)
    months, weekdays = _numbers(metadata, "months"), _numbers(metadata, "weekdays")
    return Vocabulary(
        bylines=_longest_first(metadata, "bylines"),
        byline_words=frozenset(
            f"{name.split()[0]}{mark}" for name in _words(metadata, "bylines") for mark in ("", ":")
        ),
        credit_lines=_longest_first(metadata, "credit_lines"),
        name_particles=_set(metadata, "name_particles"),
        beside_dates=_set(metadata, "beside_dates") | months.keys() | weekdays.keys(),
        beside_imprints=_set(metadata, "beside_dates") | _set(metadata, "before_publishers"),
        staffs=_longest_first(metadata, "staffs"),
        publisher_words=_set(metadata, "publisher_words"),
        name_suffixes=_set(metadata, "name_suffixes"),
        months=months,
        front={
            key: tuple(_words(metadata, f"front_{key}")) for key in ("title", "byline", "date", "publisher")
        },
        phrases=_phrases(read_table(TABLES, "boilerplate", own)),
        stop_words=_set(read_table(TABLES, "stopwords", own), "words"),
    )


def _phrases(table: Table) -> Phrases:
    lists = {key: _list(table, key) for key in ("starts", "contains", "notices", "captions")}
    return Phrases(
        lines=_set(table, "lines"),
        **lists,
        triggers=frozenset().union(*(phrases.triggers for phrases in lists.values())),
        credits=_credit(_words(table, "credits")),
        sections=_set(table, "sections"),
        lists=_set(table, "lists"),
        requests=_set(table, "requests"),
        reader=_set(table, "reader"),
        house=_set(table, "house"),
    )


def _words(table: Table, key: str) -> list[str]:
    return [word.lower() for word in table[key]]


def _set(table: Table, key: str) -> frozenset[str]:
    return frozenset(_words(table, key))


def _longest_first(table: Table, key: str) -> tuple[str, ...]:
    return tuple(sorted(_words(table, key), key=len, reverse=True))


def _numbers(table: Table, key: str) -> dict[str, int]:
    entries = table[key]
    return {name: int(str(number)) for name, number in entries.items()} if isinstance(entries, dict) else {}


def _list(table: Table, key: str) -> PhraseList:
    phrases = _longest_first(table, key)
    spaced = [phrase for phrase in phrases if phrase[0] < _FIRST_UNSPACED]
    words = {max(phrase.split(), key=len).strip(_MARKS) for phrase in spaced}
    triggers = frozenset(f"{before}{word}{after}" for word in words for before in _BEFORE for after in _AFTER)
    return PhraseList(_any_of(spaced), triggers, _any_of(p for p in phrases if p[0] >= _FIRST_UNSPACED))


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Compile phrases that must not end in the middle of a word."""
    tests = (re.escape(phrase) + (r"(?!\w)" if _ends_word(phrase) else "") for phrase in phrases)
    return re.compile("|".join(tests) or "(?!)")


def _ends_word(phrase: str) -> bool:
    return phrase[-1].isalnum() and phrase[-1] < _FIRST_UNSPACED


def _credit(names: list[str]) -> re.Pattern[str]:
    """Compile a bracket at the end of a line that holds a slash, or a name such as an agency's."""
    inner = r"[^()\[\]]{0,60}"
    named = "|".join(map(re.escape, names))
    return re.compile(rf"[(\[]{inner}(?:/|(?<!\w)(?:{named})(?!\w)){inner}[)\]]$")
