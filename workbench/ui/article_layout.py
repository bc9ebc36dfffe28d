"""An article as numbered screen lines: which run of the canonical text each line shows, and back."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from workbench.model.article import Article, Block
from workbench.model.display import displayable
from workbench.ui.wrapping import line_starts


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block as it is shown."""

    start: int
    """The offset of its first character in the canonical text."""
    text: str
    """What is shown, one code point for each of the canonical text."""
    block: Block
    """The block."""

    @property
    def end(self) -> int:
        """One past the offset of its last character."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the screen."""

    paragraph: int
    """The index of the paragraph that it belongs to."""
    start: int
    """The offset of its first character in the canonical text."""
    end: int
    """One past the offset of its last; equal to `start` for the empty line after a paragraph."""


def paragraphs_of(article: Article, *, set_aside: bool) -> tuple[Paragraph, ...]:
    """Return the blocks of an article as they are shown.

    Args:
        article: The article.
        set_aside: Whether blocks excluded from review are among them.

    Returns:
        The paragraphs, in order.
    """
    shown = displayable(article.text)
    return tuple(
        Paragraph(block.span.start, shown[block.span.start : block.span.end].replace("\n", " "), block)
        for block in article.blocks
        if set_aside or not block.is_set_aside
    )


class ArticleLayout:
    """The wrapped lines of some paragraphs, with an empty line after each.

    Args:
        paragraphs: In order.
        width: Cells a line has.
    """

    def __init__(self, paragraphs: Iterable[Paragraph], width: int) -> None:
        self.paragraphs = tuple(paragraphs)
        self.width = width
        self._starts = [line_starts(paragraph.text, width) for paragraph in self.paragraphs]
        self._first_line = [0, *accumulate(len(starts) + 1 for starts in self._starts)]
        self._offsets = [paragraph.start for paragraph in self.paragraphs]

    @property
    def height(self) -> int:
        """How many lines there are; the empty line after the last paragraph is not one."""
        return max(0, self._first_line[-1] - 1)

    def line(self, y: int) -> Line | None:
        """Return a line, or None below the last one.

        Args:
            y: The line's number, from 0.
        """
        if not 0 <= y < self.height:
            return None
        index = bisect_right(self._first_line, y) - 1
        paragraph, starts = self.paragraphs[index], self._starts[index]
        row = y - self._first_line[index]
        if row >= len(starts):
            return Line(index, paragraph.end, paragraph.end)
        stop = starts[row + 1] if row + 1 < len(starts) else len(paragraph.text)
        return Line(index, paragraph.start + starts[row], paragraph.start + stop)

    def line_of(self, offset: int) -> int:
        """Return the number of the line that shows an offset of the canonical text.

        Args:
            offset: In code points; one in a hidden block gives the line before it.
        """
        if not self.paragraphs:
            return 0
        index = max(0, bisect_right(self._offsets, offset) - 1)
        within = min(offset, self.paragraphs[index].end) - self.paragraphs[index].start
        return self._first_line[index] + max(0, bisect_right(self._starts[index], within) - 1)

    def shows(self, offset: int) -> bool:
        """Tell whether an offset of the canonical text is in one of the paragraphs."""
        index = bisect_right(self._offsets, offset) - 1
        return index >= 0 and offset < self.paragraphs[index].end
