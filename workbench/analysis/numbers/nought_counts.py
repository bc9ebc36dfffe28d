"""Counts of nought in words: "no troops were killed", "none of them was hurt", "without casualties"."""

from typing import Final

from workbench.analysis.numbers.counted_nouns import CountedNouns
from workbench.analysis.numbers.number_tokens import Sentence, Token
from workbench.tables import Table

_MOST_BEFORE_NOUN: Final = 5
_NOT_A: Final = "not a "
_JOINING: Final = frozenset({"and", "or"})


class NoughtCounts:
    """Finds counts of nought.

    Args:
        table: The table "quantities".
        nouns: What reads the words that follow.
    """

    def __init__(self, table: Table, nouns: CountedNouns) -> None:
        self._nouns = nouns
        self._nought = frozenset(table["nought"])
        self._harmed = frozenset(table["harmed"])
        self._linking = frozenset(table["linking"])

    def counted(self, sentence: Sentence, token: Token) -> str | None:
        """Return what a word of negation counts as nought.

        Args:
            sentence: The sentence.
            token: The word: "no", "none", "nobody", "without", or the "single" of "not a single".

        Returns:
            What is counted, which may be empty ("none were hurt"); None when nothing is counted.
        """
        words = self._nouns.words(sentence.raw, token.end)
        if token.word == "single":
            is_denied = sentence.lower.endswith(_NOT_A, 0, token.start)
            return next((word.rstrip(".") for word in words[:1] if is_denied), None)
        if token.word in ("none", "nobody"):
            return self._unharmed(words[1:] if words and words[0] == "of" else words, is_bare=True)
        for place, word in enumerate(words[:_MOST_BEFORE_NOUN]):
            bare = word.rstrip(".").lower()
            if bare in self._nought:
                return " ".join([*words[:place], word.rstrip(".")])
            if self._nouns.is_stop(bare) or bare in self._linking:
                break
        return None if token.word == "without" else self._unharmed(words, is_bare=False)

    @staticmethod
    def first(token: Token) -> int:
        """Return where the words begin that a word of negation ends: "not a single"."""
        return token.start - len(_NOT_A) if token.word == "single" else token.start

    def _unharmed(self, words: list[str], is_bare: bool) -> str | None:
        """Read "... were killed": who was, or None when it says something else."""
        for place, word in enumerate(words):
            bare = word.rstrip(".").lower()
            if bare in self._harmed and (place or is_bare):
                return _subject(words[:place], self._linking)
            if bare not in self._linking and place and words[place - 1].lower() in self._linking - _JOINING:
                return None
            if self._nouns.is_stop(bare) and bare not in self._linking | {
                "of",
                "the",
                "them",
                "one",
                "those",
                "these",
            }:
                return None
        return None


def _subject(words: list[str], linking: frozenset[str]) -> str:
    while words and words[-1].lower() in linking:
        words = words[:-1]
    return "" if words in (["them"], ["us"], ["those"], ["these"]) else " ".join(words)
