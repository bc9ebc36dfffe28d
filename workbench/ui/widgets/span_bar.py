"""The keys while a span is selected, in the footer's place; it takes them all, so that none decides."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from workbench.ui.fitting import fitted
from workbench.ui.glyphs import Glyphs
from workbench.ui.palette import Palette
from workbench.ui.widgets.painted import PLAIN, Painted, Piece

_KEYS = (
    ("right,l", "letter_on"),
    ("left,h", "letter_back"),
    ("w,shift+right", "word_on"),
    ("b,shift+left", "word_back"),
    ("right_parenthesis,dollar_sign", "sentence_on"),
    ("left_parenthesis,0", "sentence_back"),
    ("j,down", "next"),
    ("k,up", "previous"),
    ("tab", "article_on"),
    ("shift+tab", "article_back"),
    ("o", "turn"),
    ("enter", "take"),
    ("n", "make"),
    ("s", "evidence"),
    ("escape,v,q", "leave"),
)


class SpanBar(Painted, can_focus=True):
    """Shows keys and what they do to a span, and tells the screen which was pressed.

    Args:
        entries: Key and word of each entry, the most important first: what does not fit is left out.
        palette: The styles.
        glyphs: The signs.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(keys, f"tell({move!r})", show=False) for keys, move in _KEYS
    ]

    @dataclass
    class Pressed(Message):
        """A key was pressed that does something to the span."""

        move: str
        """What it does: `word_on`, `turn`, `take`."""

    def __init__(self, entries: Sequence[tuple[str, str]], palette: Palette, glyphs: Glyphs) -> None:
        super().__init__(id="span-bar")
        self._entries = tuple(entries)
        self._palette = palette
        self._glyphs = glyphs

    def show(self, entries: Sequence[tuple[str, str]]) -> None:
        """Show other entries."""
        self._entries = tuple(entries)
        self.refresh()

    def action_tell(self, move: str) -> None:
        """Tell the screen what the key does."""
        self.post_message(self.Pressed(move))

    def line_pieces(self, y: int, width: int) -> Sequence[Piece]:
        """Return the pieces of the one line."""
        pieces: list[Piece] = []
        for key, word in self._entries:
            shown = f" {key} {word} "
            if fitted(shown, width, self._glyphs.ellipsis) != shown:
                continue
            width -= len(shown)
            pieces += [(f" {key}", self._palette["key"]), (f" {word} ", PLAIN)]
        return pieces
