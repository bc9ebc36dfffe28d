"""An article that scrolls: wrapped to the width it has, and drawn line by line from what is kept."""

from collections.abc import Callable

from rich.style import Style
from textual.geometry import Size
from textual.selection import Selection
from textual.strip import Strip

from workbench.model.article import Article, Span
from workbench.model.claim import Claim
from workbench.model.decision import Decision
from workbench.ui.article_drawing import GUTTER, ArticleDrawing
from workbench.ui.article_layout import ArticleLayout, Paragraph
from workbench.ui.glyphs import Glyphs
from workbench.ui.palette import Palette
from workbench.ui.widgets.kept_lines import KeptScrollingLines

_NARROWEST = 8


class ArticleCanvas(KeptScrollingLines, can_focus=False):
    """Draws what an article pane shows; its length costs nothing.

    Args:
        decision_of: Tells what is decided about a claim, by its id.
        palette: The styles of the claims.
        glyphs: The signs of the decisions.
        id: The widget's id.
    """

    def __init__(
        self, decision_of: Callable[[str], Decision], palette: Palette, glyphs: Glyphs, *, id: str
    ) -> None:
        super().__init__(id=id)
        self._drawing = ArticleDrawing(decision_of, palette, glyphs)
        self._paragraphs: tuple[Paragraph, ...] = ()
        self._wrapped_width = 0
        self._shown_article: Article | None = None
        self._shows_set_aside = False
        self._span_selecting: Span | None = None

    def claim_changed(self, claim: Claim | None) -> None:
        """Draw a claim anew: its decision, or whether it is the current one, has changed."""
        if claim is None or not self._wrapped_width:
            return
        first, last = self._lines_of(claim.span)
        self.forget_lines(range(first, last + 1))
        self.refresh_lines(first, last - first + 1)

    def reveal(self, span: Span, row: int | None = None) -> None:
        """Scroll where the span is not in sight.

        Args:
            span: What to bring into sight.
            row: The line of the screen on which it is to begin where its length allows; None for a few
                lines below the first.
        """
        if not self._wrapped_width:
            return
        height = self.scrollable_content_region.height
        top = round(self.scroll_y)
        first, last = self._lines_of(span)
        if first < top or last >= top + height:
            above = max(1, height // 4) if row is None else max(0, min(row, height - 1 - last + first))
            self._scroll_line_to_top(max(0, first - above))

    # Wrapping and scrolling

    def _wrap(self, width: int) -> None:
        self._wrapped_width = width
        self.forget_lines()
        if width:
            text_width = max(_NARROWEST, width - GUTTER - 1)
            self._drawing.layout = ArticleLayout(self._paragraphs, text_width)
            # The scrollbar is always there: another height moves its thumb, and needs no layout.
            self.set_reactive(ArticleCanvas.virtual_size, Size(width, self._drawing.layout.height))
            self.vertical_scrollbar.window_virtual_size = self._drawing.layout.height

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        # Wrapping here, before the first frame, saves a blank one (18 ms of a start).
        changed = super()._size_updated(size, virtual_size, container_size, layout)
        width = self.scrollable_content_region.width
        if width and width != self._wrapped_width:
            top = self._offset_at_top()
            self._wrap(width)
            self.call_after_refresh(self._settle, top)
        return changed

    def _settle(self, top: int) -> None:
        self._scroll_line_to_top(self._drawing.layout.line_of(top))
        if self._drawing.current_match is not None:
            self.reveal(self._drawing.current_match)
        elif self._drawing.current is not None:
            self.reveal(self._drawing.current.span)
        elif self._drawing.marks.best is not None:
            self.reveal(self._drawing.marks.best.span)

    def _scroll_line_to_top(self, y: int) -> None:
        self.scroll_to(y=y, animate=False, force=True)

    def _offset_at_top(self) -> int:
        line = self._drawing.layout.line(round(self.scroll_y)) if self._wrapped_width else None
        return line.start if line else 0

    def _lines_of(self, span: Span) -> tuple[int, int]:
        layout = self._drawing.layout
        return layout.line_of(span.start), layout.line_of(max(span.start, span.end - 1))

    # Drawing

    def draw_line(self, y: int, width: int, ground: Style) -> Strip:
        """Draw one line of the article."""
        selected = self._span_selecting
        if selected is None and (selection := self.text_selection) is not None:
            selected = self._selected(selection, y)
        return self._drawing.strip(y, width, ground, selected)

    def render_line(self, y: int) -> Strip:
        """Return one line of the screen with the places in the text: for what the mouse points at."""
        top, width = self.scroll_offset.y, self.size.width
        return self._drawing.strip(top + y, width, Style.null(), None, placed=True)

    def shown_at(self, x: int, y: int) -> tuple[str, tuple[int, int] | None]:
        """Return what is shown in a cell.

        Args:
            x: Its column, from 0.
            y: Its line of the screen, from 0.

        Returns:
            The id of the claim, empty outside the claims; and the place in the text as offset within the
            paragraph and its number, None in the gutter.
        """
        for segment in self.render_line(y):
            x -= segment.cell_length
            if x < 0:
                meta = segment.style.meta if segment.style is not None else {}
                return meta.get("claim", ""), meta.get("offset")
        return "", None

    def _selected(self, selection: Selection, y: int) -> Span | None:
        line = self._drawing.layout.line(y)
        found = selection.get_span(line.paragraph) if line is not None else None
        if line is None or found is None:
            return None
        paragraph = self._paragraphs[line.paragraph]
        start, end = found
        stop = len(paragraph.text) if end == -1 else min(end, len(paragraph.text))
        return Span(paragraph.start + start, paragraph.start + stop) if start < stop else None

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the lines anew: what is selected has changed."""
        self.forget_lines()
        self.refresh()
