"""One article with its claims, as a scrolling pane: drawn line by line, so that its length costs nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from workbench.model.article import Article, Span, trimmed
from workbench.model.claim import Claim
from workbench.model.decision import Decision
from workbench.ui.answers import NOTHING, PaneMarks
from workbench.ui.article_drawing import GUTTER, ArticleDrawing
from workbench.ui.article_layout import ArticleLayout, Paragraph, paragraphs_of
from workbench.ui.claim_index import ClaimIndex
from workbench.ui.glyphs import Glyphs
from workbench.ui.palette import Palette

_STRIPS_KEPT = 4096
_NARROWEST = 8


class ArticlePane(ScrollView, can_focus=False):
    """Shows one article; the claims by colour and sign, the current one with a bar.

    Args:
        decision_of: Tells what is decided about a claim, by its id.
        palette: The styles of the claims.
        glyphs: The signs of the decisions.
        id: The widget's id.
    """

    @dataclass
    class Clicked(Message):
        """A place in the article was clicked."""

        pane: "ArticlePane"
        claim: str
        """The id of the claim there; empty outside the claims."""

        @property
        def control(self) -> "ArticlePane":
            """The pane."""
            return self.pane

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
        self._strips: LRUCache[int, Strip] = LRUCache(_STRIPS_KEPT)
        self._ground: Style | None = None

    # What the screen calls

    def show_article(self, article: Article, claims: Sequence[Claim], *, set_aside: bool) -> None:
        """Show another article, or the same one with other blocks.

        Args:
            article: The article.
            claims: Its claims, sorted by start.
            set_aside: Whether blocks excluded from review are shown.
        """
        if self._shown_article is article and self._shows_set_aside == set_aside:
            self._show_other_claims(claims)
            return
        top = self._offset_at_top() if self._shown_article is article else 0
        self._shown_article, self._shows_set_aside = article, set_aside
        self._paragraphs = paragraphs_of(article, set_aside=set_aside)
        drawing = self._drawing
        drawing.claims = ClaimIndex(claims)
        drawing.current, drawing.matches, drawing.current_match = None, (), None
        drawing.marks = NOTHING
        self._wrap(self._wrapped_width)
        self._scroll_line_to_top(drawing.layout.line_of(top))
        self.refresh()

    def _show_other_claims(self, claims: Sequence[Claim]) -> None:
        if claims is not self._drawing.claims.claims:
            self._drawing.claims, self._drawing.current = ClaimIndex(claims), None
            self._strips.clear()
            self.refresh()

    def show_claim(self, claim: Claim | None) -> None:
        """Mark the claim under the cursor and bring it into sight."""
        if claim is not self._drawing.current:
            self.claim_changed(self._drawing.current)
            self._drawing.current = claim
            self.claim_changed(claim)
        if claim is not None:
            self.reveal(claim.span)

    def claim_changed(self, claim: Claim | None) -> None:
        """Draw a claim anew: its decision, or whether it is the current one, has changed."""
        if claim is None or not self._wrapped_width:
            return
        first, last = self._lines_of(claim.span)
        for y in range(first, last + 1):
            self._strips.discard(y)
        self.refresh_lines(first, last - first + 1)

    def show_marks(self, marks: PaneMarks, row: int | None) -> None:
        """Mark what this article says about the claim under the cursor, and bring it into sight.

        Args:
            marks: The counterparts, and the words that differ.
            row: The line of the screen on which the claim under the cursor begins, to put its
                counterpart beside it where scrolling is needed; None where that is not known, or where
                the pane must not scroll.
        """
        before = self._drawing.marks
        if marks == before:
            return
        self._drawing.marks = marks
        if not self._wrapped_width:
            return
        for claim in {*before.claims, *marks.claims}:
            self.claim_changed(claim)
        if marks.words or before.words:
            self.claim_changed(self._drawing.current)
        if marks.best is not None and row is not None:
            self.reveal(marks.best.span, row)

    def row_of(self, claim: Claim) -> int | None:
        """Return the line of the screen, from 0, on which a claim begins; None before the first layout."""
        if not self._wrapped_width:
            return None
        return self._drawing.layout.line_of(claim.span.start) - round(self.scroll_y)

    def show_matches(self, spans: Sequence[Span], current: Span | None) -> None:
        """Mark what a search found.

        Args:
            spans: The matches in this article, in order; empty to mark none.
            current: The match to bring into sight, or None.
        """
        if spans == self._drawing.matches and current == self._drawing.current_match:
            return
        self._drawing.matches, self._drawing.current_match = spans, current
        self._strips.clear()
        self.refresh()
        if current is not None:
            self.reveal(current)

    def show_marked(self, marked: frozenset[str]) -> None:
        """Show which claims are marked."""
        if marked != self._drawing.marked:
            self._drawing.marked = marked
            self._strips.clear()
            self.refresh()

    def show_selecting(self, span: Span | None, head: int = 0) -> None:
        """Mark the span that is being selected by keyboard.

        Args:
            span: The span; None to mark none.
            head: The offset to bring into sight.
        """
        touched = [one for one in (self._span_selecting, span) if one is not None]
        self._span_selecting = span
        for one in touched:
            first, last = self._lines_of(one)
            self.refresh_lines(first, last - first + 1)
        if span is not None:
            self.reveal(span)
            self.reveal(Span(max(0, head - 1), max(1, head)))  # of a span longer than the pane, this end

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

    def claim_half_a_page(self, direction: int) -> Claim | None:
        """Scroll half a page and return the claim that lies there.

        Args:
            direction: 1 down, -1 up.

        Returns:
            The claim nearest to half a page from the current one, or None without claims.
        """
        half = max(1, self.scrollable_content_region.height // 2) * direction
        claims, current = self._drawing.claims.claims, self._drawing.current
        line_of = self._drawing.layout.line_of
        wanted = line_of(current.span.start if current else self._offset_at_top()) + half
        self._scroll_line_to_top(max(0, round(self.scroll_y) + half))
        ordered = claims if direction > 0 else claims[::-1]
        beyond = (claim for claim in ordered if (line_of(claim.span.start) - wanted) * direction >= 0)
        return next(beyond, ordered[-1] if ordered else None)

    # Wrapping and scrolling

    def _wrap(self, width: int) -> None:
        self._wrapped_width = width
        self._strips.clear()
        if width:
            text_width = max(_NARROWEST, width - GUTTER - 1)
            self._drawing.layout = ArticleLayout(self._paragraphs, text_width)
            # The scrollbar is always there: another height moves its thumb, and needs no layout.
            self.set_reactive(ArticlePane.virtual_size, Size(width, self._drawing.layout.height))
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

    def notify_style_update(self) -> None:
        """Forget what was drawn with the styles before."""
        super().notify_style_update()
        self._strips.clear()
        self._ground = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw lines of the screen: without the steps for borders and padding, which a pane has not.

        Those steps make a new strip of each line, and with it lose what a strip remembers of itself:
        a pane that scrolls would cost twice as much.

        Args:
            crop: The part of the pane to draw.
        """
        width, ground = self.size.width, self.background_colors[1]
        filters = self.get_line_filters()
        strips = []
        for y in crop.line_range:
            strip = self.render_line(y)
            for line_filter in filters:
                strip = strip.apply_filter(line_filter, ground)
            strips.append(strip)
        if crop.column_span == (0, width):
            return strips
        return [strip.crop(*crop.column_span) for strip in strips]

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        y += self.scroll_offset.y
        width = self.size.width
        if self._ground is None:
            self._ground = self.rich_style  # asked of all ancestors: too slow to do for each line
        selection = self.text_selection
        if selection is not None or self._span_selecting is not None:
            selected = self._span_selecting or (self._selected(selection, y) if selection else None)
            style = self._drawing.selecting
            return self._drawing.strip(y, width, self._ground, selected, style)
        strip = self._strips.get(y)
        if strip is None:
            strip = self._drawing.strip(y, width, self._ground, None, Style.null())
            self._strips[y] = strip
        return strip

    # The mouse

    def selected_span(self) -> Span | None:
        """Return the run of the canonical text that is selected, without white space at its ends."""
        selection, article = self.text_selection, self._shown_article
        if selection is None or article is None or not self._paragraphs:
            return None
        first, last = selection
        start = self._offset_of(first.y, first.x) if first else self._paragraphs[0].start
        end = self._offset_of(last.y, last.x) if last else self._paragraphs[-1].end
        return trimmed(article.text, start, end)

    def _offset_of(self, number: int, column: int) -> int:
        paragraph = self._paragraphs[min(number, len(self._paragraphs) - 1)]
        return min(paragraph.start + column, paragraph.end)

    def _selected(self, selection: Selection, y: int) -> Span | None:
        line = self._drawing.layout.line(y)
        found = selection.get_span(line.paragraph) if line is not None else None
        if line is None or found is None:
            return None
        paragraph = self._paragraphs[line.paragraph]
        start, end = found
        stop = len(paragraph.text) if end == -1 else min(end, len(paragraph.text))
        return Span(paragraph.start + start, paragraph.start + stop) if start < stop else None

    def get_selection(self, selection: Selection) -> tuple[str, str]:
        """Return the selected text, a line for each paragraph."""
        shown = [
            paragraph.text[start : None if end == -1 else end]
            for number, paragraph in enumerate(self._paragraphs)
            if (span := selection.get_span(number)) is not None
            for start, end in (span,)
        ]
        return "\n".join(shown), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the lines anew: what is selected has changed."""
        self._strips.clear()
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Tell which claim was clicked; a second click selects it, as a drag selects any text."""
        claim = event.style.meta.get("claim", "")
        if event.chain > 1:
            event.prevent_default()  # Textual would select the whole article
            self._select(claim, event.style.meta.get("offset"))
        elif self.text_selection is None:
            self.post_message(self.Clicked(self, claim))

    def _select(self, claim: str, place: tuple[int, int] | None) -> None:
        """Select a claim as far as it lies in the paragraph at a place, or the paragraph without one."""
        if place is None:
            return
        number = place[1]
        paragraph = self._paragraphs[number]
        spans = [other.span for other in self._drawing.claims.claims if other.id == claim]
        span = spans[0] if spans else Span(paragraph.start, paragraph.end)
        start = max(0, span.start - paragraph.start)
        end = min(len(paragraph.text), span.end - paragraph.start)
        self.screen.selections = {self: Selection(Offset(start, number), Offset(end, number))}
