"""How much of a text is taken from another one, copied or reworded."""

from collections.abc import Iterable
from typing import Final

from rapidfuzz.distance import LCSseq

from workbench.analysis.comparison.words import Vocabulary, Word
from workbench.model.article import Span

_GRAM: Final = 5
"""Words in a row that are copied rather than used by chance."""
_STRETCH: Final = 14
"""Words of content that are looked for together: about a sentence."""
_WINDOW: Final = 18
"""Words of content in which they are looked for: somewhat more, since rewording drops words."""
_STRETCH_STEP: Final = 4
_WINDOW_STEP: Final = 2
_FIRST_SIGN: Final = 0xE000
"""Signs that stand for words run from here; no text is so long that they run out."""


def containment(text: str, source: str, vocabulary: Vocabulary) -> float:
    """Tell what share of a text is taken from a source.

    The mean of two measures: the words that stand in runs of the source (n-gram containment, Broder 1997),
    and the words of content that the most similar window of the source has too, in any order, which is
    what rewording leaves.

    Args:
        text: The text that may have been copied.
        source: What it may be from.
        vocabulary: What reads words.

    Returns:
        A share, 0..1.
    """
    words = vocabulary.read(text, Span(0, len(text)))
    others = vocabulary.read(source, Span(0, len(source)))
    signs: dict[str, str] = {}
    content, other_content = _content(words.words, signs), _content(others.words, signs)
    if not content or not other_content:
        return 0.0
    return (_in_runs(words.signs, others.signs) + _reworded(content, other_content)) / 2


def _content(words: Iterable[Word], signs: dict[str, str]) -> str:
    """Return the words of content, one sign for each normal form."""
    return "".join(
        [signs.setdefault(word.normal, chr(_FIRST_SIGN + len(signs))) for word in words if word.is_content]
    )


def _in_runs(words: str, others: str) -> float:
    """Return the share of the words that stand in runs of the other text."""
    grams = {others[at : at + _GRAM] for at in range(len(others) - _GRAM + 1)}
    covered = end = 0
    for at in range(len(words) - _GRAM + 1):
        if words[at : at + _GRAM] in grams:
            covered += at + _GRAM - max(at, end)
            end = at + _GRAM
    return covered / len(words)


def _reworded(words: str, others: str) -> float:
    """Return the mean share of a stretch's words that the most similar window of the other text has."""
    # of two sorted strings, the longest common subsequence is what both have in any order
    windows = ["".join(sorted(window)) for window in _cut(others, _WINDOW, _WINDOW_STEP)]
    stretches = ["".join(sorted(stretch)) for stretch in _cut(words, _STRETCH, _STRETCH_STEP)]
    shared = sum(max(LCSseq.similarity(stretch, window) for window in windows) for stretch in stretches)
    return shared / sum(map(len, stretches))


def _cut(words: str, size: int, step: int) -> list[str]:
    """Return the runs of some words that begin at every step; the last ones are at least half as long."""
    return [words[start : start + size] for start in range(0, max(1, len(words) - size // 2), step)]
