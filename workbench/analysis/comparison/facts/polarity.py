"""What a claim denies, and which words of two claims exclude each other."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from workbench.analysis.comparison.concepts import Concepts
from workbench.analysis.comparison.content import Contents
from workbench.analysis.comparison.facts.sentences import concepts_of
from workbench.analysis.comparison.words import CAPITAL, NEGATOR, NUMBER, STOP, Reading, Vocabulary, Word

NOTHING: Final[frozenset[str]] = frozenset()
_SILENT: Final = STOP | NEGATOR
_REACH: Final = 8
"""Words that a negation denies."""
_DENYING: Final = frozenset({"deny", "denied", "denies", "denying", "refute", "refuted"})
"""Verbs that deny what they are followed by."""
_REFUSING: Final = frozenset(
    {"refuse", "refused", "refuses", "fail", "failed", "fails", "decline", "declined", "declines"}
)
"""Verbs that deny the verb that follows: "refused to say"."""
_MOST: Final = 3
"""Words with content that a negation denies."""
_VERB_NEGATORS: Final = frozenset({"not", "never"})
_BETWEEN: Final = frozenset({"been", "be", "being", "yet", "ever", "also", "even", "still", "really", "to"})
"""What may stand between "not" and the verb."""
_TURNS: Final = frozenset(
    {"but", "while", "although", "though", "because", "which", "who", "whereas", "and", "after", "until"}
)
"""Where a negation ends."""
_NOT_ONLY: Final = frozenset({"only", "first", "just", "merely", "1th"})
"""What makes "not" no denial: "not the first"."""


def denying_words(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Return what finds the signs of words that deny: a claim without any of them denies nothing.

    Args:
        vocabulary: What reads words.
    """
    signs = vocabulary.signs_of(vocabulary.forms.negators | _DENYING | _REFUSING | _VERB_NEGATORS)
    return re.compile(f"[{''.join(sorted(signs))}]")


def denied(reading: Reading, contents: Contents) -> frozenset[str]:
    """Return the concepts that stand in the scope of a negation.

    Args:
        reading: The words of a claim.
        contents: What gives concepts.
    """
    words = reading.words
    negators = [
        number
        for number, word in enumerate(words)
        if word.flags & NEGATOR or word.normal in _DENYING or _refuses(words, number)
    ]
    if not negators:
        return NOTHING
    scope = [word for number in negators for word in _scope(words[number + 1 : number + 1 + _REACH])]
    return frozenset(concepts_of(contents, scope))


def _refuses(words: Sequence[Word], number: int) -> bool:
    """Tell whether a verb denies the next one: "refused to say"."""
    if words[number].normal not in _REFUSING or number + 1 >= len(words):
        return False
    return words[number + 1].normal == "to"


def _scope(words: Iterable[Word]) -> Iterator[Word]:
    found = 0
    for number, word in enumerate(words):
        if word.normal in _TURNS or (number < 2 and word.normal in _NOT_ONLY) or found == _MOST:
            return
        if word.is_content and not word.flags & NUMBER:
            found += 1
            yield word


def denied_verbs(reading: Reading, contents: Contents) -> frozenset[str]:
    """Return the concepts of what was not done: "conceded" in "has not yet conceded defeat".

    Args:
        reading: The words of a claim.
        contents: What gives concepts.
    """
    words = reading.words
    found = []
    for number, word in enumerate(words):
        if word.normal in _VERB_NEGATORS or _refuses(words, number):
            following = next((one for one in words[number + 1 :] if one.normal not in _BETWEEN), None)
            if following and following.is_content and not following.flags & CAPITAL:
                found.append(following)
    return frozenset(concepts_of(contents, found))


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
    own = [word for word in a if not word.flags & _SILENT and word.sign not in weak]
    if not own:
        return None
    other = [word for word in b if not word.flags & _SILENT and word.sign not in weak]
    stems = [word.stem for word in other]
    against = frozenset().union(*map(concepts.opposites, stems))
    for one in own:
        opposed = concepts.opposites(one.stem)
        if one.stem in against or not opposed.isdisjoint(stems):
            return one, next(
                word for word in other if word.stem in opposed or one.stem in concepts.opposites(word.stem)
            )
    return None
