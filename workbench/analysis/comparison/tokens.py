"""The tokens of a text, and where they lie: what stands between white space is cut once for each spelling."""

import re
from dataclasses import dataclass
from typing import Final

from workbench.model.article import Span

TOKEN: Final = re.compile(
    r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*(?:-\d+[^\W\d_]*)?|\d+(?:,\d{3})*(?:\.\d+)?(?:st|nd|rd|th)?\b"
    r"|\d+|[%$€£]"
)
MOST_CHUNKS: Final = 300_000
"""Spellings that are remembered; then memory counts more than cutting some anew."""


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Where the words of a sentence stand in the canonical text."""

    starts: tuple[int, ...]
    """The first code point of each word."""
    ends: tuple[int, ...]
    """One past the last code point of each."""

    def word(self, number: int) -> Span:
        """Return where one word lies."""
        return Span(self.starts[number], self.ends[number])

    def span(self, first: int, last: int) -> Span:
        """Return where the words from one number to before another lie."""
        return Span(self.starts[first], self.ends[last - 1])


class TokenPlaces(dict[str, tuple[tuple[int, int], ...]]):
    """Where the tokens lie in what stands between white space, from its first letter on."""

    def __missing__(self, chunk: str) -> tuple[tuple[int, int], ...]:
        if len(self) >= MOST_CHUNKS:
            self.clear()
        found = self[chunk] = tuple([match.span() for match in TOKEN.finditer(chunk)])
        return found

    def find(self, text: str, span: Span) -> tuple[list[int], list[int]]:
        """Return where the tokens of a sentence start in its text, and where they end."""
        quote = text[span.start : span.end]
        chunks = quote.split()
        if len(quote) == sum(map(len, chunks)) + len(chunks) - 1:
            # one blank each between two chunks, as nearly everywhere: no need to cut them again
            starts, ends, at = [], [], span.start
            for chunk in chunks:
                behind = at + len(chunk)
                if chunk.isalpha():  # most are one word; to see that is quicker than to look it up
                    starts.append(at)
                    ends.append(behind)
                else:
                    for start, end in self[chunk]:
                        starts.append(at + start)
                        ends.append(at + end)
                at = behind + 1
            return starts, ends
        places = [match.span() for match in TOKEN.finditer(text, span.start, span.end)]
        return [start for start, _ in places], [end for _, end in places]
