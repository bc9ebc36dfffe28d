"""What a claim denies, and which words of two claims exclude each other."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from workbench.analysis.comparison.concepts import Concepts
from workbench.analysis.comparison.content import Contents
from workbench.analysis.comparison.facts.sentences import concepts_of
from workbench.analysis.comparison.words import NEGATOR, NUMBER, Reading, Word

NOTHING: Final[frozenset[str]] = frozenset()
_REACH: Final = 8
"""Words that a negation denies."""
_DENYING: Final = frozenset({"deny", "denied", "denies", "denying", "refute", "refuted"})
"""Verbs that deny what they are followed by."""
_MOST: Final = 3
"""Words with content that a negation denies."""
_TURNS: Final = frozenset(
    {"but", "while", "although", "though", "because", "which", "who", "whereas", "and", "after", "until"}
)
"""Where a negation ends."""
_NOT_ONLY: Final = frozenset({"only", "first", "just", "merely", "1th"})
"""What makes "not" no denial: "not the first"."""


def denied(reading: Reading, contents: Contents) -> frozenset[str]:
    """Return the concepts that stand in the scope of a negation.

    Args:
        reading: The words of a claim.
        contents: What gives concepts.
    """
    words = reading.words
    negators = [
        number for number, word in enumerate(words) if word.flags & NEGATOR or word.normal in _DENYING
    ]
    if not negators:
        return NOTHING
    scope = [word for number in negators for word in _scope(words[number + 1 : number + 1 + _REACH])]
    return frozenset(concepts_of(contents, scope))


def _scope(words: Iterable[Word]) -> Iterator[Word]:
    found = 0
    for number, word in enumerate(words):
        if word.normal in _TURNS or (number < 2 and word.normal in _NOT_ONLY) or found == _MOST:
            return
        if word.is_content and not word.flags & NUMBER:
            found += 1
            yield word


def opposites(
    concepts: Concepts, weak: frozenset[str], a: Iterable[Word], b: Sequence[Word]
) -> tuple[Word, Word] | None:
    """Find two words that exclude each other: "rose" and "fell".

    Args:
        concepts: What words have to do with each other.
        weak: The signs of words whose opposite proves nothing by itself: "north", "first".
        a: Words that only the first claim has.
        b: Words that only the second has.

    Returns:
        The first such pair, or None.
    """
    content = [word for word in b if word.is_content]
    for one in filter(_is_content, a):
        for other in content:
            if (
                concepts.are_opposites(one.stem, other.stem)
                and one.sign not in weak
                and other.sign not in weak
            ):
                return one, other
    return None


def _is_content(word: Word) -> bool:
    return word.is_content
