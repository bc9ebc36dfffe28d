"""A claim laid out for the search for its facts: its words, where they stand, and its speaker's words."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.analysis.comparison.content import Contents
from workbench.analysis.comparison.words import Word
from workbench.model.article import Span
from workbench.model.claim import Claim

_BREAKS = frozenset(',;:—–"“”()')


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """The words of a claim and their places."""

    claim: Claim
    """The claim."""
    text: str
    """The canonical text of its article."""
    words: tuple[Word, ...]
    """Its words in order."""
    signs: str
    """Their signs."""
    starts: tuple[int, ...]
    """Where each begins in the canonical text."""
    ends: tuple[int, ...]
    """Where each ends."""

    def range(self, span: Span) -> tuple[int, int]:
        """Return the first and last+1 number of the words that lie in a span."""
        first = bisect_right(self.ends, span.start)
        return first, max(first, bisect_left(self.starts, span.end))

    def breaks_after(self, number: int) -> bool:
        """Tell whether punctuation parts a word from the next one."""
        if number + 1 >= len(self.words):
            return True
        return not _BREAKS.isdisjoint(self.text[self.ends[number] : self.starts[number + 1]])

    def span(self, first: int, last: int) -> Span:
        """Return where the words from one number to before another lie."""
        return Span(self.starts[first], self.ends[last - 1])


def concepts_of(contents: Contents, words: Sequence[Word]) -> str:
    """Return the concepts of a run of words: one character for each that says something."""
    return contents.of_signs("".join([word.sign for word in words]))
