"""A scroll bar that is drawn at once: a pane that scrolls draws its bar anew with every key."""

from rich.segment import Segment
from textual.geometry import Region
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip


class QuickScrollBar(ScrollBar):
    """Textual's vertical scroll bar, without its steps for borders and padding, which a bar has not.

    Those steps are taken for each line, and cost a fifth of a frame; here lines that look the same are
    one strip, which is kept for the next frames.

    Args:
        thickness: Cells that it is wide.
    """

    def __init__(self, *, thickness: int) -> None:
        super().__init__(name="vertical", thickness=thickness)
        self._strips: dict[Segment, Strip] = {}

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the bar.

        Args:
            crop: The part of it to draw.
        """
        bar = self.render()
        if not isinstance(bar, ScrollBarRender):
            return super().render_lines(crop)
        style = self.app.console.get_style(bar.style)
        assert style.color is not None and style.bgcolor is not None
        drawn = bar.render_bar(
            self.size.height,
            bar.virtual_size,
            bar.window_size,
            bar.position,
            bar.thickness,
            bar.vertical,
            style.bgcolor,
            style.color,
        )
        return [self._strip(segment) for segment in drawn.segments[crop.y : crop.bottom]]

    def notify_style_update(self) -> None:
        """Forget what was drawn with the styles before."""
        super().notify_style_update()
        self._strips.clear()

    def _strip(self, segment: Segment) -> Strip:
        strip = self._strips.get(segment)
        if strip is None:
            segments = list(Segment.apply_style([segment], self.rich_style))
            for line_filter in self.get_line_filters():
                segments = line_filter.apply(segments, self.background_colors[1])
            strip = self._strips[segment] = Strip(segments)
        return strip
