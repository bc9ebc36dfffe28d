"""The keys while a span is selected, in the footer's place; it takes them all, so that none decides."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from workbench.ui.fitting import fitted
from workbench.ui.glyphs import Glyphs
from workbench.ui.palette import Palette
from workbench.ui.widgets.painted import PLAIN, Painted, Piece

_KEYS = (
    ("enter", "take", "Take it: new bounds of the claim, or a new claim"),
    ("n", "make", "Make a new claim of it"),
    ("s", "evidence", "Take it as evidence for the claim"),
    ("w,shift+right", "word_on", "Move the edge to the end of a word"),
    ("b,shift+left", "word_back", "Move the edge back by a word"),
    ("right,l", "letter_on", "Move the edge by a character"),
    ("left,h", "letter_back", "Move the edge back by a character"),
    ("right_parenthesis,dollar_sign", "sentence_on", "Move the edge to the end of a sentence"),
    ("left_parenthesis,0", "sentence_back", "Move the edge back by a sentence"),
    ("o", "turn", "Move the other edge from now on"),
    ("j,down", "next", "Select the next sentence"),
    ("k,up", "previous", "Select the previous sentence"),
    ("tab", "article_on", "Select in the next pane or article"),
    ("shift+tab", "article_back", "Select in the previous pane or article"),
    ("question_mark,f1", "help", "These keys"),
    ("escape,v,q", "leave", "Leave the selection"),
)
_IN_A_SPLIT = {
    "take": "Split here",
    "word_on": "One word on",
    "word_back": "One word back",
    "letter_on": "One word on",
    "letter_back": "One word back",
    "help": "These keys",
    "leave": "Leave the claim as it is",
}
"""What the keys do that do something while a claim is split."""


class SpanBar(Painted, can_focus=True):
    """Shows keys and what they do to a span, and tells the screen which was pressed.

    Args:
        entries: Key and word of each entry, the most important first: what does not fit is left out.
        palette: The styles.
        glyphs: The signs.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(keys, f"tell({move!r})", title, show=False) for keys, move, title in _KEYS
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

    @staticmethod
    def keys(*, splitting: bool) -> Iterator[tuple[str, str, str]]:
        """Yield keys as Textual names them, what they tell, and what that does.

        Args:
            splitting: Whether a claim is being split; else a span is selected.
        """
        for keys, move, title in _KEYS:
            if not splitting:
                yield keys, move, title
            elif move in _IN_A_SPLIT:
                yield keys, move, _IN_A_SPLIT[move]

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
