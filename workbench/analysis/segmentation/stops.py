"""What a full stop, question mark or ellipsis means where it stands: the end of a sentence, or not."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple

from workbench.analysis.segmentation.enumerations import is_enumerator
from workbench.tables import read_table

_NEXT: Final = re.compile(r"""(["'“‘«(\[—–―*-]*)\s*([\w.]*[\w’'-]*)(:?)""")
_DASHES: Final = "-–—―"
_OPENERS: Final = "\"'“‘«([—–*-"
_DOTTED: Final = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_HOURS: Final = frozenset({"a.m", "p.m", "A.M", "P.M"})
_NOT_GLUED: Final = re.compile(r"[@/_]|\.(?:Com|Org|Net|Gov|Edu|Info|Co|Js)\b|\..*\.(?!$)")
_JOINED_I: Final = re.compile(r"\b(?:and|or|than|as|but|nor|am|do|did) I$")
_LONGEST_WORD: Final = 40
_SHORTEST_PLAIN_WORD: Final = 4
_LONGEST_HEADLINE: Final = 150
_LONGEST_OPENING: Final = 16


class Stop(NamedTuple):
    """A place where a sentence may end."""

    text: str
    """The canonical text."""
    first: int
    """Where the sentence began."""
    at: int
    """The stop itself: the first one of a run."""
    last: int
    """One past the stop and all that closes with it."""
    following: int
    """Where the next sentence would begin; equal to `last` when it is glued to the stop."""
    end: int
    """Where the block ends."""


class StopRules:
    """The rules, with the tables they look words up in.

    Args:
        tables: The folder of the shipped tables.
        own: The folder of the user's tables, or None.

    Raises:
        ConfigError: The user's table is broken.
    """

    def __init__(self, tables: Path, own: Path | None = None) -> None:
        table = read_table(tables, "abbreviations", own)
        self._titles = _in_every_case(table["titles"])
        self._words = _in_every_case(table["words"])
        self.abbreviations = self._titles | self._words | _in_every_case(table["before_numbers"])
        """Every word after which a full stop may not end the sentence, as it is written."""
        self._starters = frozenset(word.capitalize() for word in table["starters"])
        verbs = "|".join(re.escape(verb) for verb in table["speech"])
        self._says_who = re.compile(rf"(?:[A-Z][\w.’'-]*\s+){{1,5}}(?:{verbs})(?:[,.;:]|\s+[a-z]|$)")

    def ends(self, stop: Stop) -> bool:
        """Tell whether the sentence ends here."""
        text, at = stop.text, stop.at
        mark = text[at]
        if mark == "\n":
            return True
        if is_enumerator(text, stop.first, at):
            return False
        upcoming = _NEXT.match(text, stop.following, stop.end)
        if upcoming is None or not upcoming[2]:
            return True
        is_closed = text[stop.last - 1] not in ".!?…"
        if mark in "!?":
            asks_on = is_closed and self._says_who.match(text, stop.following, stop.end)
            return not upcoming[2][0].islower() and not asks_on
        previous = _word_before(stop)
        if stop.following == stop.last and self._is_one_word(stop, previous):
            return False
        is_run = mark == "…" or text[at : at + 3].replace(" ", "").startswith("..")
        if upcoming[2][0].islower():
            is_item = text[upcoming.end(2) : upcoming.end(2) + 1] == ")"
            return not (is_run or is_closed or is_item) and self._is_plain(previous)
        word = upcoming[2].replace("’", "'")
        if is_run:
            return self._ends_in_ellipsis(stop, previous, word)
        is_dash = upcoming[1] != "" and upcoming[1][0] in _DASHES
        if is_dash and (previous[:1].isupper() or previous in _HOURS):
            return False
        if previous in self.abbreviations or _DOTTED.fullmatch(previous):
            return self._ends_in_abbreviation(stop, previous, word, is_label=bool(upcoming[3]))
        return True

    def _is_plain(self, word: str) -> bool:
        is_lower = word.isalpha() and word.islower()
        return is_lower and len(word) >= _SHORTEST_PLAIN_WORD and word not in self.abbreviations

    def _is_one_word(self, stop: Stop, previous: str) -> bool:
        """Tell whether what is glued to the stop belongs to it: an address, a file, "St.Louis"."""
        before = stop.at - len(previous)
        chunk = stop.text[before : stop.following + _LONGEST_WORD].split(None, 1)[0]
        return previous in self.abbreviations or _NOT_GLUED.search(chunk) is not None

    def _ends_in_ellipsis(self, stop: Stop, previous: str, word: str) -> bool:
        if word == "I" or word.startswith("I'"):
            return False
        if not previous:
            return stop.text[stop.at - 1 : stop.at].isspace() and word in self._starters
        return True

    def _ends_in_abbreviation(self, stop: Stop, previous: str, word: str, is_label: bool) -> bool:
        if word[0].isdigit():
            return previous in _HOURS
        if previous in self._titles:
            return False
        if previous in _HOURS:
            opens = stop.at - stop.first < _LONGEST_OPENING
            return not opens and (word in self._starters or word[:-1] in self._titles)
        if previous == "I" and _JOINED_I.search(stop.text, max(stop.first, stop.at - 8), stop.at):
            return True
        if previous not in self._words and not _DOTTED.fullmatch(previous):
            return not word.isupper() or word in ("I", "A")
        if is_label:
            return len(previous) > 1
        return word in self._starters and not _is_headline(stop)


def _in_every_case(words: Iterable[str]) -> frozenset[str]:
    written = set(words)
    for word in words:
        written.add(word.upper())
        if word == word.lower():
            written.add(word.capitalize())
    return frozenset(written)


def _word_before(stop: Stop) -> str:
    before = stop.text[max(stop.first, stop.at - _LONGEST_WORD) : stop.at]
    if not before or before[-1].isspace():
        return ""
    return before.rsplit(None, 1)[-1].lstrip(_OPENERS)


def _is_headline(stop: Stop) -> bool:
    """Tell whether the rest of the block looks like a headline, where every word has a capital."""
    rest = stop.end - stop.first
    return rest <= _LONGEST_HEADLINE and stop.text[stop.end - 1] not in ".!?…\"”’')"
