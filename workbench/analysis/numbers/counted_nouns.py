"""What a number counts: the words after it, up to the noun."""

import re
from collections.abc import Iterable
from typing import Final

from workbench.tables import Table

_CLAUSE: Final = re.compile(r"[^,;:!?\"“”()\[\]—…\n]{0,72}")
_DETERMINERS: Final = frozenset(
    {"the", "its", "their", "his", "her", "our", "these", "those", "all", "such", "a", "an", "any"}
)
_JOINING: Final = frozenset({"and", "or", "&"})
_NOT_PLURAL: Final = ("ss", "us", "is")
_MAY_DESCRIBE: Final = frozenset({"wounded", "injured", "dead", "more", "other"})
_JOINTS: Final = (" ", "-", "\u00a0")
_MARKS: Final = '.,;:!?"“”()[]—…'
_STOP: Final = 1
_PLURAL: Final = 2
_NOUN: Final = 4
_VERB: Final = 8
_GERUND: Final = 16
_END: Final = 32
_REACH: Final = 72
_MOST_OF_SINGULAR: Final = 4
_MOST_REMEMBERED: Final = 20_000
_MOST_WORDS: Final = 8
_FEWEST_LETTERS: Final = 4


class CountedNouns:
    """Finds what is counted.

    Args:
        table: The table "quantities".
    """

    def __init__(self, table: Table) -> None:
        self._plurals = frozenset(table["plurals"])
        self._singulars = frozenset(table["singulars"])
        self._stops = frozenset(table["stops"]) - _JOINING
        self._sorts: dict[str, tuple[int, str]] = {}

    def after(self, raw: str, end: int, is_single: bool, is_measured: bool) -> str:
        """Return what a number counts.

        Args:
            raw: The sentence.
            end: Where the number, with its unit, ends.
            is_single: Whether the number is one, so that a singular follows.
            is_measured: Whether it has a unit, so that only "of ..." says what is counted.

        Returns:
            The words of it, or "" when none is found: "pro-government forces".
        """
        if raw[end : end + 1] not in _JOINTS:
            return ""
        words = raw[end + 1 : end + _REACH].split()
        if len(raw) > end + _REACH:
            words = words[:-1]  # the last one may be cut
        if words and words[0] == "of":
            words = words[2:] if words[1:2] and words[1].lower() in _DETERMINERS else words[1:]
            is_single = is_single or is_measured
        elif is_measured:
            return ""
        return self._noun(words, is_single)

    def words(self, raw: str, end: int) -> list[str]:
        """Return the words of the clause that follow an offset, a few at most."""
        clause = _CLAUSE.match(raw, end)
        return clause.group().lstrip("-").split()[:_MOST_WORDS] if clause else []

    def is_plural(self, word: str) -> bool:
        """Tell whether a word looks like a noun in the plural."""
        lower = word.lower()
        if lower in self._plurals:
            return True
        if not lower.endswith("s") or len(lower) < _FEWEST_LETTERS or word.isupper():
            return False
        return not lower.endswith((*_NOT_PLURAL, "'s", "’s")) and lower not in self._singulars

    def is_stop(self, word: str) -> bool:
        """Tell whether a word ends what is counted."""
        return word.lower() in self._stops

    def _noun(self, words: Iterable[str], is_single: bool) -> str:
        kept: list[str] = []
        nouns = 0
        for word in words:
            sort, bare = self._sorts.get(word) or self._sort(word)
            if sort & _STOP or (nouns and not sort & _PLURAL):
                break
            if is_single and sort & (_VERB if kept else _GERUND):
                break
            kept.append(bare)
            if sort & _NOUN:
                nouns = len(kept)
            if sort & _END:
                break
        if not nouns and is_single:
            nouns = _MOST_OF_SINGULAR
        kept = kept[:nouns]
        while kept and kept[-1].lower() in _JOINING:
            kept.pop()
        return " ".join(kept)

    def _sort(self, word: str) -> tuple[int, str]:
        """Return what a word can be, and the word without the marks around it; and remember both."""
        bare = word.lstrip("-").rstrip(_MARKS)
        if word[0] == "-" and len(word) > 1:
            bare = word.rstrip(_MARKS)  # "U.S. -backed"
        if word.endswith(".") and "." in bare:
            bare = word  # "U.S."
        lower = bare.lower()
        sort = 0
        if not bare or lower in self._stops or not (word[0].isalpha() or word[0] == "-"):
            sort = _STOP
        elif word != bare:
            sort = _END
        if self.is_plural(bare):
            sort |= _PLURAL
            if "-" not in bare:
                sort |= _NOUN
                if bare[0].islower() and lower not in _MAY_DESCRIBE:
                    sort |= _END
        if "-" not in lower and bare[:1].islower() and (sort & _PLURAL or lower.endswith("ed")):
            sort |= _VERB
        if lower.endswith("ing"):
            sort |= _GERUND
        if len(self._sorts) >= _MOST_REMEMBERED:
            self._sorts.clear()
        self._sorts[word] = sort, bare
        return sort, bare
