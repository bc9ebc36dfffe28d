"""A widget whose lines are painted as coloured pieces of text; changing it never costs a layout."""

from collections.abc import Sequence
from typing import Self

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip

from workbench.ui.widgets.kept_lines import KeptLines

Piece = tuple[str, Style]
"""A text and its style; the style is laid over the widget's own."""

PLAIN = Style.null()


class Painted(KeptLines, can_focus=False):
    """Paints the lines that a subclass returns."""

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Paint all lines anew."""
        self.forget_lines()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def line_pieces(self, y: int, width: int) -> Sequence[Piece]:
        """Return the pieces of one line.

        Args:
            y: The line's number, from 0.
            width: Cells it has.

        Returns:
            The pieces from left to right; what is missing is filled, what is too long is cut.
        """
        return ()

    def draw_line(self, y: int, width: int, ground: Style) -> Strip:
        """Draw one line of the screen."""
        segments = [Segment(text, ground + style) for text, style in self.line_pieces(y, width) if text]
        used = sum(cell_len(segment.text) for segment in segments)
        if used < width:
            segments.append(Segment(" " * (width - used), ground))
        return Strip(segments, max(used, width)).crop(0, width)
