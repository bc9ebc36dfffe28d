"""The list of the claims that are gone through, with their verdicts, a line each."""

from collections.abc import Callable
from dataclasses import dataclass

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from workbench.model.counterparts import Answer, Counterparts
from workbench.model.decision import Decision
from workbench.model.desk import Desk
from workbench.model.display import displayable
from workbench.review.queue import Queue
from workbench.ui.answers import corroboration_told
from workbench.ui.fitting import padded
from workbench.ui.glyphs import Glyphs
from workbench.ui.palette import Palette
from workbench.ui.widgets.kept_lines import KeptScrollingLines

_LONGEST_QUOTE = 400
"""Code points of a claim that its row can show at most; longer ones are cut before they are drawn."""

_WIDTH_FOR_ARTICLES = 100
"""Cells from which a row also says how many articles say the same."""


class ClaimList(KeptScrollingLines, can_focus=False):
    """Shows the claims in the order in which they are gone through; the row under the cursor is filled.

    Args:
        desk: Articles and claims.
        decision_of: Tells what is decided about a claim, by its id.
        counterparts: What the articles say about each other.
        palette: The styles of the verdicts.
        glyphs: The signs of the verdicts.
        id: The widget's id.
    """

    @dataclass
    class Clicked(Message):
        """A row was clicked."""

        list: "ClaimList"
        claim: str

        @property
        def control(self) -> "ClaimList":
            """The list."""
            return self.list

    def __init__(
        self,
        desk: Desk,
        decision_of: Callable[[str], Decision],
        counterparts: Counterparts,
        palette: Palette,
        glyphs: Glyphs,
        *,
        id: str,
    ) -> None:
        super().__init__(id=id)
        self._desk = desk
        self._queue = Queue.of(desk)
        self._decision_of = decision_of
        self._counterparts = counterparts
        self._palette = palette
        self._glyphs = glyphs
        self._marked: frozenset[str] = frozenset()
        self._cursor_row = -1
        self._number_width = _widest_number(desk)
        self.virtual_size = Size(0, len(desk.claims))

    def show_claims(self, desk: Desk, queue: Queue) -> None:
        """List other claims: some have come or gone, or a filter lets others through.

        Args:
            desk: The claims and their articles.
            queue: Those to list, in order.
        """
        if desk is not self._desk or queue.claims is not self._queue.claims:
            if desk is not self._desk:
                self._number_width = _widest_number(desk)
            self._desk, self._queue = desk, queue
            self._cursor_row = -1
            self.virtual_size = Size(0, len(queue.claims))
            self.draw_anew()

    def show_claim(self, claim: str) -> None:
        """Put the cursor on a claim and bring its row into sight.

        Args:
            claim: The claim's id; empty for none.
        """
        row = self._queue.position.get(claim, -1)
        if row != self._cursor_row:
            self._redraw(self._cursor_row)
            self._cursor_row = row
            self._redraw(row)
        self._reveal()

    def show_top(self) -> None:
        """Bring the first row into sight."""
        self.scroll_to(y=0, animate=False, force=True)

    def show_marked(self, marked: frozenset[str]) -> None:
        """Show which claims are marked."""
        if marked != self._marked:
            self._marked = marked
            self.draw_anew()

    def claim_changed(self, claim: str) -> None:
        """Draw a claim's row anew: its decision is another."""
        self._redraw(self._queue.position.get(claim, -1))

    def draw_anew(self) -> None:
        """Draw all rows anew: what they tell of the articles is known better."""
        self.forget_lines()
        self.refresh()

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._reveal()

    def on_click(self, event: events.Click) -> None:
        """Tell which claim was clicked."""
        row = event.y + self.scroll_offset.y
        if 0 <= row < len(self._queue.claims):
            self.post_message(self.Clicked(self, self._queue.claims[row].id))

    def draw_line(self, y: int, width: int, ground: Style) -> Strip:
        """Draw one row."""
        if y >= len(self._queue.claims):
            return Strip.blank(width, ground)
        claim, is_current = self._queue.claims[y], y == self._cursor_row
        decision = self._decision_of(claim.id)
        look = self._palette.of_label(decision.label)
        if is_current:
            look, ground = look + self._palette["current"], ground + self._palette["current"]
        bar = self._glyphs.bar if is_current else " "
        number = f"{self._desk.number(claim.id):<{self._number_width}} "
        start = claim.span.start
        text = self._desk.article_by_id[claim.article].text[
            start : min(claim.span.end, start + _LONGEST_QUOTE)
        ]
        mark = f" {self._glyphs.note}" if decision.note else ""
        told = corroboration_told(self._counterparts, claim.id) if width >= _WIDTH_FOR_ARTICLES else ""
        others = f"  {told}" if told else ""
        contradicted = claim.id in self._counterparts.conflicts
        sign = f"{self._glyphs.of_answer(Answer.CONFLICT) if contradicted else ' '} "
        room = width - 6 - cell_len(number) - cell_len(others) - cell_len(mark)
        quote = padded(displayable(text).replace("\n", " "), max(0, room), self._glyphs.ellipsis)
        standing = self._glyphs.of(decision) + (self._glyphs.mark if claim.id in self._marked else " ")
        pieces = [
            (bar, self._palette["marker"]),
            (standing, look + Style(bold=True)),
            (sign, self._palette["conflict"]),
            (number, self._palette["text"]),
            (quote, look),
            (others, self._palette["text"]),
            (mark, self._palette["strong"]),
        ]
        segments = [Segment(piece, ground + style) for piece, style in pieces if piece]
        used = sum(cell_len(segment.text) for segment in segments)
        segments.append(Segment(" " * max(0, width - used), ground))
        return Strip(segments).crop(0, width)

    def _redraw(self, row: int) -> None:
        if row >= 0:
            self.forget_lines((row,))
            self.refresh_lines(row, 1)

    def _reveal(self) -> None:
        height = self.scrollable_content_region.height
        if self._cursor_row < 0 or not height:
            return
        top = round(self.scroll_y)
        if not top <= self._cursor_row < top + height:
            self.scroll_to(y=max(0, self._cursor_row - height // 3), animate=False, force=True)


def _widest_number(desk: Desk) -> int:
    """Return the cells that the longest number of a claim needs: `19.3`."""
    most = max((len(claims) for claims in desk.claims_by_article.values()), default=0)
    return len(f"{len(desk.articles)}.{most}")
