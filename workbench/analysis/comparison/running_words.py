"""The running text of an article as one run of words, to look for text that was copied."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate

from workbench.analysis.comparison.tokens import Places
from workbench.analysis.comparison.words import Reading, Vocabulary
from workbench.analysis.speech.quotations import find_quotations
from workbench.model.article import Article, BlockKind, Span

_RUNNING = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.CAPTION, BlockKind.PARAGRAPH})


class RunningWords:
    """The words of an article, block after block, without what is set aside, bylines and datelines.

    Args:
        article: The article with its blocks.
        vocabulary: What reads words.
        known: Sentences of the article that are read already, in order; they need not be all.
    """

    def __init__(self, article: Article, vocabulary: Vocabulary, known: Iterable[Reading] = ()) -> None:
        self.article = article
        """Where the words are from."""
        self._vocabulary = vocabulary
        self._blocks = [block.span for block in article.blocks if block.kind in _RUNNING]
        sentences = list(known)
        starts = [sentence.span.start for sentence in sentences]
        edges = [(bisect_left(starts, block.start), bisect_left(starts, block.end)) for block in self._blocks]
        parts = [
            list(self._parts(block, sentences[first:last]))
            for block, (first, last) in zip(self._blocks, edges, strict=True)
        ]
        self._readings = [reading for part in parts for reading in part]
        self.signs = "".join([reading.signs for reading in self._readings])
        """One character a word, equal for words of one stem."""
        self._firsts = list(accumulate([len(reading.signs) for reading in self._readings], initial=0))
        self._borders = [self._firsts[count] for count in accumulate(map(len, parts), initial=0)]
        self._located: dict[int, Places] = {}

    @property
    def size(self) -> int:
        """The length of all blocks together, in code points."""
        return sum(block.end - block.start for block in self._blocks)

    def quoted(self, span: Span) -> int:
        """Return how many code points of a span stand between quotation marks."""
        start, end, found = span.start, span.end, 0
        for quotation in self._quotations:
            if quotation.end > start:
                if quotation.start >= end:
                    break
                found += min(end, quotation.end) - max(start, quotation.start)
        return found

    def span(self, first: int, last: int) -> Span:
        """Return where a run of words lies in the canonical text.

        Args:
            first: The number of its first word.
            last: One past the number of its last word; more than `first`.

        Returns:
            The run, from the first letter to the last.
        """
        return Span(self._place(first).start, self._place(last - 1).end)

    def overhang(self, first: int, last: int) -> tuple[int, int]:
        """Return how many words of a run lie before its first and after its last border between blocks.

        Args:
            first: The number of its first word.
            last: One past the number of its last word; more than `first`.

        Returns:
            Words before and words after; 0 and 0 for a run within one block.
        """
        begins, ends = bisect_right(self._borders, first), bisect_right(self._borders, last - 1)
        if begins == ends:
            return 0, 0
        return self._borders[begins] - first, last - self._borders[ends - 1]

    def _parts(self, block: Span, sentences: Iterable[Reading]) -> Iterator[Reading]:
        """Yield the words of a block: sentences that are read already, and what stands between them."""
        text, at = self.article.text, block.start
        for sentence in sentences:
            if at <= sentence.span.start and sentence.span.end <= block.end:
                yield from self._between(text, at, sentence.span.start)
                yield sentence
                at = sentence.span.end
        yield from self._between(text, at, block.end)

    def _between(self, text: str, start: int, end: int) -> Iterator[Reading]:
        if text[start:end].strip():
            yield self._vocabulary.read(text, Span(start, end))

    @cached_property
    def _quotations(self) -> list[Span]:
        return [quotation.span for quotation in find_quotations(self.article.text, self._blocks)]

    def _place(self, number: int) -> Span:
        part = bisect_right(self._firsts, number) - 1
        if part not in self._located:
            self._located[part] = self._vocabulary.places(self.article.text, self._readings[part])
        return self._located[part].word(number - self._firsts[part])
