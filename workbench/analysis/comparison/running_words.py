"""The running text of an article as one run of words, to look for text that was copied."""

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from workbench.analysis.comparison.words import Reading, Vocabulary
from workbench.analysis.speech.quotations import find_quotations
from workbench.model.article import Article, BlockKind, Span

_RUNNING = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.CAPTION, BlockKind.PARAGRAPH})


class RunningWords:
    """The words of an article, block after block, without what is set aside, bylines and datelines.

    Args:
        article: The article with its blocks.
        vocabulary: What reads words.
    """

    def __init__(self, article: Article, vocabulary: Vocabulary) -> None:
        self.article = article
        """Where the words are from."""
        self._vocabulary = vocabulary
        self._readings: list[Reading] = [
            vocabulary.read(article.text, block.span) for block in article.blocks if block.kind in _RUNNING
        ]
        self.signs = "".join([reading.signs for reading in self._readings])
        """One character a word, equal for words of one stem."""
        self._firsts = list(accumulate([len(reading.signs) for reading in self._readings], initial=0))
        self._located: dict[int, tuple[Span, ...]] = {}

    @property
    def size(self) -> int:
        """The length of all blocks together, in code points."""
        return sum(reading.span.end - reading.span.start for reading in self._readings)

    def quoted(self, span: Span) -> int:
        """Return how many code points of a span stand between quotation marks."""
        return sum(
            max(0, min(span.end, quotation.end) - max(span.start, quotation.start))
            for quotation in self._quotations
        )

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
        begins, ends = bisect_right(self._firsts, first), bisect_right(self._firsts, last - 1)
        if begins == ends:
            return 0, 0
        return self._firsts[begins] - first, last - self._firsts[ends - 1]

    @cached_property
    def _quotations(self) -> list[Span]:
        blocks = [reading.span for reading in self._readings]
        return [quotation.span for quotation in find_quotations(self.article.text, blocks)]

    def _place(self, number: int) -> Span:
        block = bisect_right(self._firsts, number) - 1
        if block not in self._located:
            self._located[block] = self._vocabulary.spans(self.article.text, self._readings[block])
        return self._located[block][number - self._firsts[block]]
