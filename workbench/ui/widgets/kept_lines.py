"""A widget that draws each of its lines once and keeps it: a frame costs what has changed, and no more."""

from collections.abc import Iterable

from rich.style import Style
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget

from workbench.ui.widgets.quick_scroll_bar import QuickScrollBar

_MOST_KEPT = 4096


class KeptLines(Widget):
    """Draws line by line, without Textual's steps for borders and padding, which it must not have.

    Those steps are taken for every line of every frame that touches the widget, and make new strips,
    which have forgotten what a strip remembers of itself: they cost half of a frame.
    """

    _lines_kept: dict[int, Strip]
    _lines_size: Size | None = None
    _ground: Style | None = None

    def draw_line(self, y: int, width: int, ground: Style) -> Strip:
        """Draw one line.

        Args:
            y: Its number, from 0 at the top of the content, wherever that is scrolled to.
            width: Cells to fill.
            ground: The widget's own style, which others are laid over.
        """
        return Strip.blank(width, ground)

    def forget_lines(self, lines: Iterable[int] | None = None) -> None:
        """Draw lines anew with the next frame that shows them; say `refresh` to have that frame.

        Args:
            lines: Their numbers; None for all.
        """
        if lines is None or self._lines_size is None:
            self._lines_size = None
            return
        for y in lines:
            self._lines_kept.pop(y, None)

    def notify_style_update(self) -> None:
        """Forget what was drawn with the styles before."""
        super().notify_style_update()
        self.forget_lines()
        self._ground = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return lines of the screen.

        Args:
            crop: The part of the widget that is shown.
        """
        size = self.size
        if size != self._lines_size or len(self._lines_kept) > _MOST_KEPT:
            self._lines_size, self._lines_kept = size, {}
        kept, top = self._lines_kept, self.scroll_offset.y
        lines = range(top + crop.y, top + crop.bottom)
        missing = [y for y in lines if y not in kept]
        if missing:
            self._draw_missing(missing, size.width)
        strips = [kept[y] for y in lines]
        if crop.column_span == (0, size.width):
            return strips
        return [strip.crop(*crop.column_span) for strip in strips]

    def render_line(self, y: int) -> Strip:
        """Return one line of the screen: Textual asks where in the text the mouse is."""
        return self.render_lines(Region(0, y, self.size.width, 1))[0]

    def _draw_missing(self, lines: Iterable[int], width: int) -> None:
        if self._ground is None:
            self._ground = self.rich_style  # asked of all ancestors: too slow to do for each line
        filters, background = self.get_line_filters(), self.background_colors[1]
        for y in lines:
            strip = self.draw_line(y, width, self._ground)
            for line_filter in filters:
                strip = Strip(line_filter.apply(list(strip), background), strip.cell_length)
            self._lines_kept[y] = strip


class KeptScrollingLines(ScrollView, KeptLines, can_focus=False):
    """The same for content that scrolls: a line that comes into sight again is there already."""

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The scroll bar, made by the first call."""
        if self._vertical_scrollbar is None:
            bar = QuickScrollBar(thickness=self.scrollbar_size_vertical)
            self._vertical_scrollbar = bar
            bar.display = False
            self.app._start_widget(self, bar)
        return self._vertical_scrollbar
