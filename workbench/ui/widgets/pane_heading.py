"""The two lines over an article: its number, title and place; its publisher, date and what was set aside."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.message import Message

from workbench.model.article import Article
from workbench.model.display import displayable
from workbench.ui.fitting import fitted, padded
from workbench.ui.glyphs import Glyphs
from workbench.ui.palette import Palette
from workbench.ui.widgets.painted import PLAIN, Painted, Piece


class PaneHeading(Painted):
    """Shows whose text the pane below holds; filled when the pane is the current one.

    Args:
        palette: The styles.
        glyphs: The signs.
        id: The widget's id.
    """

    @dataclass
    class Clicked(Message):
        """The heading was clicked."""

        heading: "PaneHeading"

        @property
        def control(self) -> "PaneHeading":
            """The heading."""
            return self.heading

    def __init__(self, palette: Palette, glyphs: Glyphs, *, id: str) -> None:
        super().__init__(id=id)
        self._palette = palette
        self._glyphs = glyphs
        self._title = ""
        self._place = ""
        self._place_style = "strong"
        self._facts = ""
        self._is_current = False

    def show(
        self,
        article: Article,
        number: int,
        place: str,
        *,
        current: bool,
        style: str = "strong",
        pinned: bool = False,
    ) -> None:
        """Show an article's facts.

        Args:
            article: The article in the pane.
            number: Its number in the session, from 1.
            place: Where the cursor is in it, `4/12`; or what it says about the current claim, `≠ conflict`.
            current: Whether its pane is the current one.
            style: The name of the style in which that is drawn.
            pinned: Whether the article keeps this pane.
        """
        aside = sum(block.is_set_aside for block in article.blocks)
        facts = [
            article.publisher,
            article.date or "no date",
            f"{aside} set aside" if aside else "",
            article.byline,
            *article.warnings,
            "" if article.publisher else article.id,
        ]
        pin = f"{self._glyphs.pin} " if pinned else ""
        title = f"{pin}{number} {displayable(article.title).replace(chr(10), ' ')}"
        shown = (title, place, style, displayable(f" {self._glyphs.dot} ".join(filter(None, facts))))
        before = (self._title, self._place, self._place_style, self._facts)
        if (current, shown) != (self._is_current, before):
            self._title, self._place, self._place_style, self._facts = shown
            self._is_current = current
            self.refresh()

    def line_pieces(self, y: int, width: int) -> Sequence[Piece]:
        """Return the pieces of the title's line or the facts' line."""
        look = self._palette["heading-current"] if self._is_current else PLAIN
        if y > 0:
            return [(padded(f" {self._facts}", width, self._glyphs.ellipsis), look)]
        room = width - cell_len(self._place) - 3
        title = " " + fitted(self._title, max(0, room), self._glyphs.ellipsis)
        gap = max(0, width - cell_len(title) - cell_len(self._place) - 1)
        strong, place = look + self._palette["strong"], look + self._palette[self._place_style]
        return [(title, strong), (" " * gap, look), (f"{self._place} ", place)]

    def on_click(self, event: events.Click) -> None:
        """Tell that the heading was clicked."""
        event.stop()
        self.post_message(self.Clicked(self))
