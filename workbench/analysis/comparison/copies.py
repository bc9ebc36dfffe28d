"""Copied text: runs of words that two articles share, extended through small changes."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import Indel

from workbench.analysis.comparison.running_words import RunningWords
from workbench.analysis.comparison.words import Reading, Vocabulary
from workbench.model.article import Article, Span
from workbench.model.relation import Passage

_GRAM: Final = 5
"""Words in a row that two articles must share before more is looked at."""
_WINDOW: Final = 24
"""Words that are aligned at a time beyond the edge of a run."""
_DROP: Final = 4.0
"""How far the score may fall beyond an edge before the search stops (the X-drop of sequence alignment)."""
_UNMATCHED: Final = 0.5
"""What a word that only one side has takes off the score; a word of content that both have adds 1."""
_STOP_WORD: Final = 0.3
"""What a shared word without content of its own adds."""
_UNBROKEN: Final = 11
"""Words without a change that make a passage."""
_BROKEN: Final = 12
"""Words that make a passage in spite of changes between them, outside quotation marks."""
_BROKEN_SPEECH: Final = 24
"""The same for speech: two reporters who write down one speech share most words without copying."""
_SPEECH: Final = 0.5
"""The share of a passage between quotation marks, on both sides, from which on it is speech."""
_SPEECH_COUNTS: Final = 0.25
"""How far copied speech makes one article depend on the other."""
_OVERHANG: Final = 4
"""Words of a passage that are not worth another block: "The", "He said that"."""
_LEAST_WEIGHT: Final = 4.0
"""What the shared words must weigh, so that no string of small words makes a passage."""
_MOST_KNOWN: Final = 200
"""Articles whose words are kept: those of one story stand together on most desks."""


@dataclass(frozen=True, slots=True)
class _Reach:
    """How far the same words go beyond an edge."""

    a: int = 0
    """Words of the first article."""
    b: int = 0
    """Words of the second."""
    shared: int = 0
    """Words that both have."""
    weight: float = 0.0
    """What those weigh."""


@dataclass(frozen=True, slots=True)
class _Match:
    """Words of two articles that match, changes between them included: half-open word numbers."""

    a: tuple[int, int]
    b: tuple[int, int]
    unbroken: int
    """Words of the longest run without a change."""
    shared: int
    """Words that both have."""
    weight: float
    """What those weigh."""

    def overlaps(self, other: "_Match") -> bool:
        """Tell whether two matches share words in both articles."""
        return _overlap(self.a, other.a) and _overlap(self.b, other.b)

    def is_copied(self, speech: float) -> bool:
        """Tell whether the match is too long for chance.

        Args:
            speech: The share of it that stands between quotation marks in both articles, 0..1.
        """
        broken = _BROKEN_SPEECH if speech >= _SPEECH else _BROKEN
        return self.unbroken >= _UNBROKEN or self.shared >= broken


@dataclass(frozen=True, slots=True)
class Copies:
    """What two articles have copied from each other, or from a third."""

    passages: tuple[Passage, ...] = ()
    """In the order of the first article; none overlaps another in both articles."""
    share: float = 0.0
    """How much of the shorter article that is, 0..1; what both have in quotation marks counts a quarter."""


class CopyFinder:
    """Finds copied text. It remembers the words of the articles that were compared last.

    Args:
        vocabulary: What reads words.
        sentences: Gives the sentences of an article that are read already, in order; None for none.
    """

    def __init__(
        self, vocabulary: Vocabulary, sentences: Callable[[Article], Iterable[Reading]] | None = None
    ) -> None:
        self._vocabulary = vocabulary
        self._sentences = sentences
        self._light = frozenset(vocabulary.word(word).sign for word in vocabulary.forms.stop)
        self._known: dict[str, tuple[RunningWords, dict[str, int]]] = {}

    def compare(self, first: Article, second: Article) -> Copies:
        """Find the copied text of two articles.

        Args:
            first: The article that stands earlier on the desk.
            second: Another article.

        Returns:
            The passages, and how much they are.
        """
        (a, grams_a), (b, grams_b) = self._words(first), self._words(second)
        found: list[_Match] = []
        for match in _runs(a.signs, b.signs, grams_a, grams_b):
            if not any(match.overlaps(other) for other in found):
                found.append(self._extended(match, a.signs, b.signs))
        passages, copied = [], 0.0
        for match in sorted(found, key=lambda one: (one.a, one.b)):
            if match.weight < _LEAST_WEIGHT or match.shared < _UNBROKEN:
                continue
            passage = _passage(match, a, b)
            speech = min(_quoted_share(a, passage.span), _quoted_share(b, passage.other_span))
            if match.is_copied(speech):
                passages.append(passage)
                size = _size(passage.span if a.size <= b.size else passage.other_span)
                copied += size * (1 - speech * (1 - _SPEECH_COUNTS))
        return Copies(tuple(passages), copied / min(a.size, b.size) if passages else 0.0)

    def _words(self, article: Article) -> tuple[RunningWords, dict[str, int]]:
        # what was used last is put last, so that what comes first has not been used for longest
        known = self._known.pop(article.id, None)
        if known is None:
            if len(self._known) >= _MOST_KNOWN:
                del self._known[next(iter(self._known))]
            sentences = self._sentences(article) if self._sentences else ()
            words = RunningWords(article, self._vocabulary, sentences)
            signs = words.signs
            known = words, {signs[at : at + _GRAM]: at for at in range(len(signs) - _GRAM + 1)}
        self._known[article.id] = known
        return known

    def _weight(self, signs: str) -> float:
        light = sum(map(self._light.__contains__, signs))
        return len(signs) - light * (1 - _STOP_WORD)

    def _extended(self, run: _Match, a: str, b: str) -> _Match:
        """Extend a run to both sides as long as more words match than do not."""
        (a_start, a_end), (b_start, b_end) = run.a, run.b
        shared, weight = run.shared, self._weight(a[a_start:a_end])
        while (reach := self._reach(a[a_end : a_end + _WINDOW], b[b_end : b_end + _WINDOW])).a:
            a_end, b_end = a_end + reach.a, b_end + reach.b
            shared, weight = shared + reach.shared, weight + reach.weight
        while (reach := self._reach(_before(a, a_start), _before(b, b_start))).a:
            a_start, b_start = a_start - reach.a, b_start - reach.b
            shared, weight = shared + reach.shared, weight + reach.weight
        return _Match((a_start, a_end), (b_start, b_end), run.unbroken, shared, weight)

    def _reach(self, a: str, b: str) -> _Reach:
        """Find the place up to which two strings of words, read from an edge, score best."""
        best, best_score = _Reach(), 0.0
        score, shared, weight = 0.0, 0, 0.0
        for step in Indel.opcodes(a, b):
            size = step.src_end - step.src_start
            if step.tag != "equal":
                score -= _UNMATCHED * (size + step.dest_end - step.dest_start)
                if score < best_score - _DROP:
                    break
                continue
            more = self._weight(a[step.src_start : step.src_end])
            score, shared, weight = score + more, shared + size, weight + more
            if score > best_score:
                best, best_score = _Reach(step.src_end, step.dest_end, shared, weight), score
        return best


def _runs(a: str, b: str, grams_a: dict[str, int], grams_b: dict[str, int]) -> Iterator[_Match]:
    """Yield the runs of words that both have, longest first."""
    places = sorted(
        [(grams_b[gram] - grams_a[gram], grams_a[gram]) for gram in grams_a.keys() & grams_b.keys()]
    )
    runs: list[tuple[int, int, int]] = []
    shift_before, end = 0, -1
    for shift, start in places:
        if shift == shift_before and start < end:
            continue
        last = start + _GRAM
        while start > 0 and start + shift > 0 and a[start - 1] == b[start - 1 + shift]:
            start -= 1
        while last < len(a) and last + shift < len(b) and a[last] == b[last + shift]:
            last += 1
        runs.append((start - last, start, shift))
        shift_before, end = shift, last
    for length, start, shift in sorted(set(runs)):
        last = start - length
        yield _Match((start, last), (start + shift, last + shift), -length, -length, 0.0)


def _passage(match: _Match, a: RunningWords, b: RunningWords) -> Passage:
    """Return where a match lies, without a word or two of the blocks before and after."""
    (a_first, a_last), (b_first, b_last) = match.a, match.b
    before, after = (max(pair) for pair in zip(a.overhang(*match.a), b.overhang(*match.b), strict=True))
    if before < _OVERHANG:
        a_first, b_first = a_first + before, b_first + before
    if after < _OVERHANG:
        a_last, b_last = a_last - after, b_last - after
    return Passage(a.article.id, a.span(a_first, a_last), b.article.id, b.span(b_first, b_last))


def _quoted_share(words: RunningWords, span: Span) -> float:
    return words.quoted(span) / _size(span)


def _size(span: Span) -> int:
    return span.end - span.start


def _before(signs: str, start: int) -> str:
    """Return the words before a place, nearest first."""
    return signs[max(0, start - _WINDOW) : start][::-1]


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
