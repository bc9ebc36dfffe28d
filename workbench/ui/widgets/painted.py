"""A widget whose lines are painted as coloured pieces of text; changing it never costs a layout."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

Piece = tuple[str, Style]
"""A text and its style; the style is laid over the widget's own."""

PLAIN = Style.null()


class Painted(Widget, can_focus=False):
    """Paints the lines that a subclass returns."""

    _ground: Style | None = None

    def notify_style_update(self) -> None:
        """Ask the stylesheet for the widget's own style again."""
        super().notify_style_update()
        self._ground = None

    def line_pieces(self, y: int, width: int) -> Sequence[Piece]:
        """Return the pieces of one line.

        Args:
            y: The line's number, from 0.
            width: Cells it has.

        Returns:
            The pieces from left to right; what is missing is filled, what is too long is cut.
        """
        return ()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        if self._ground is None:
            self._ground = self.rich_style  # asked of all ancestors: too slow to do for each line
        base, width = self._ground, self.size.width
        pieces = self.line_pieces(y, width)
        segments = [Segment(text, base + style) for text, style in pieces if text]
        used = sum(cell_len(segment.text) for segment in segments)
        if used < width:
            segments.append(Segment(" " * (width - used), base))
        return Strip(segments, max(used, width)).crop(0, width)
