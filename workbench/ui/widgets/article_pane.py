"""One article with its claims, as a scrolling pane: what it shows, and what the mouse does in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.selection import Selection

from workbench.model.article import Article, Span, trimmed
from workbench.model.claim import Claim
from workbench.ui.answers import NOTHING, PaneMarks
from workbench.ui.article_layout import paragraphs_of
from workbench.ui.claim_index import ClaimIndex
from workbench.ui.widgets.article_canvas import ArticleCanvas


class ArticlePane(ArticleCanvas):
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
            self.forget_lines()
            self.refresh()

    def show_claim(self, claim: Claim | None) -> None:
        """Mark the claim under the cursor and bring it into sight."""
        if claim is not self._drawing.current:
            self.claim_changed(self._drawing.current)
            self._drawing.current = claim
            self.claim_changed(claim)
        if claim is not None:
            self.reveal(claim.span)

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
        self.forget_lines()
        self.refresh()
        if current is not None:
            self.reveal(current)

    def show_marked(self, marked: frozenset[str]) -> None:
        """Show which claims are marked."""
        if marked != self._drawing.marked:
            self._drawing.marked = marked
            self.forget_lines()
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
            self.forget_lines(range(first, last + 1))
            self.refresh_lines(first, last - first + 1)
        if span is not None:
            self.reveal(span)
            self.reveal(Span(max(0, head - 1), max(1, head)))  # of a span longer than the pane, this end

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

    def get_selection(self, selection: Selection) -> tuple[str, str]:
        """Return the selected text, a line for each paragraph."""
        shown = [
            paragraph.text[start : None if end == -1 else end]
            for number, paragraph in enumerate(self._paragraphs)
            if (span := selection.get_span(number)) is not None
            for start, end in (span,)
        ]
        return "\n".join(shown), "\n"

    def on_click(self, event: events.Click) -> None:
        """Tell which claim was clicked; a second click selects it, as a drag selects any text."""
        claim, place = self.shown_at(event.x, event.y)
        if event.chain > 1:
            event.prevent_default()  # Textual would select the whole article
            self._select(claim, place)
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
