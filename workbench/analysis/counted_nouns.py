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
        words = self.words(raw, end)
        if not words or raw[end : end + 1] not in " -":
            return ""
        if words[0].lower() == "of":
            words = words[1:]
            if words and words[0].lower() in _DETERMINERS:
                words = words[1:]
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
            bare = word.rstrip(".")
            lower = bare.lower()
            if lower in self._stops or (nouns and lower in _JOINING) or bare[:1].isdigit():
                break
            if is_single and not kept and lower.endswith("ing"):
                break
            is_plural = self.is_plural(bare)
            if nouns and not is_plural:
                break
            is_verb = (is_plural or lower.endswith("ed")) and "-" not in lower and bare[0].islower()
            if is_single and kept and is_verb:
                break
            kept.append(bare if "." not in bare else word)
            if is_plural and "-" not in bare:
                nouns = len(kept)
                if bare[0].islower() and lower not in ("wounded", "injured", "dead", "more", "other"):
                    break
            if word.endswith(".") and "." not in bare:
                break
        if not nouns and not is_single:
            return ""
        kept = kept[:nouns] if nouns else kept[:4]
        while kept and kept[-1].lower() in _JOINING:
            kept.pop()
        return " ".join(kept)
