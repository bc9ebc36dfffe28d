"""The claim card: one claim in every article, in the place of the panes."""

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip

from workbench.model.claim import Claim
from workbench.model.counterparts import Counterparts
from workbench.model.session import Session
from workbench.ui.card_drawing import CardDrawing, CardLine
from workbench.ui.glyphs import Glyphs
from workbench.ui.palette import Palette
from workbench.ui.widgets.kept_lines import KeptScrollingLines


class ClaimCard(KeptScrollingLines, can_focus=False):
    """Shows a claim and what each other article says about it.

    Args:
        palette: The styles of the claims.
        glyphs: The signs of the decisions and answers.
        id: The widget's id.
    """

    def __init__(self, palette: Palette, glyphs: Glyphs, *, id: str) -> None:
        super().__init__(id=id)
        self._drawing = CardDrawing(palette, glyphs)
        self._lines: list[CardLine] = []
        self._shown: tuple[Session, Counterparts, Claim, str] | None = None
        self._claim = ""

    def show(self, session: Session, between: Counterparts, claim: Claim | None, pending: str) -> None:
        """Show another claim, or what has been decided or found about this one.

        Args:
            session: The session.
            between: What the articles say about each other's claims.
            claim: The claim under the cursor, or None.
            pending: What to say of an article that is not compared yet; empty where all are.
        """
        self._shown = (session, between, claim, pending) if claim is not None else None
        self._draw(self.size.width)
        if (claim.id if claim else "") != self._claim:
            self._claim = claim.id if claim else ""
            self.scroll_to(y=0, animate=False, force=True)

    def half_page(self, direction: int) -> None:
        """Scroll half a page down (1) or up (-1)."""
        self.scroll_relative(y=direction * max(1, self.size.height // 2), animate=False, force=True)

    def on_resize(self) -> None:
        """Wrap to the new width."""
        self._draw(self.size.width)

    def draw_line(self, y: int, width: int, ground: Style) -> Strip:
        """Draw one line."""
        if y >= len(self._lines):
            return Strip.blank(width, ground)
        segments = [Segment(text, ground + style) for text, style in self._lines[y] if text]
        return Strip(segments).adjust_cell_length(width, ground)

    def _draw(self, width: int) -> None:
        if not width:
            return
        self._lines = self._drawing.lines(*self._shown, width - 1) if self._shown else []
        self.virtual_size = Size(width, len(self._lines))
        self.forget_lines()
        self.refresh()
