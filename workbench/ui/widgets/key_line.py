"""The line of keys of a screen laid over the review: whole entries, and always the way out."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from workbench.ui.fitting import fitted
from workbench.ui.glyphs import glyphs_of

Entry = tuple[str, str]
"""Keys, and what they do in a word or two."""

_WAYS_OUT = ("esc", "?", "n")
"""Keys whose entries are kept where the others have no room."""
_GAP = 3
"""Cells between two entries, where there is room for it; else two."""


class KeyLine(Widget):
    """Shows keys and what they do; what does not fit is left out from the right, but never the way out.

    Args:
        entries: Keys and what they do, in the order in which they are shown.
        id: The widget's id.
    """

    DEFAULT_CSS = "KeyLine { width: 1fr; height: 1; }"

    def __init__(self, *entries: Entry, id: str) -> None:
        super().__init__(id=id)
        self._entries = entries
        self._message = ""

    def show(self, *entries: Entry) -> None:
        """Show other entries."""
        self._entries, self._message = entries, ""
        self.refresh()

    def say(self, message: str) -> None:
        """Show a message in the place of the keys, until keys are shown again."""
        self._message = message
        self.refresh()

    def render(self) -> Content:
        """Draw the line: the keys stand out as in the footer of the review."""
        width = self.content_size.width
        if self._message:
            glyphs = glyphs_of(self.app)
            return Content(fitted(f" {glyphs.plain(self._message)}", width, glyphs.ellipsis))
        chosen = fitting(self._entries, width)
        gap = " " * (_GAP if _width(chosen, _GAP) <= width else _GAP - 1)
        pieces = [
            Content.assemble(Content.styled(keys, "bold $wb-key"), f" {words}") for keys, words in chosen
        ]
        return Content.assemble(" ", Content(gap).join(pieces))


def fitting(entries: Sequence[Entry], width: int) -> list[Entry]:
    """Choose the entries that a line has room for.

    Args:
        entries: Keys and what they do.
        width: The cells of the line.

    Returns:
        As many as fit as wholes, in their order; the last ones go first, the ways out last of all.
    """
    chosen = list(entries)
    others = [entry for entry in entries if entry[0] not in _WAYS_OUT]
    ways_out = [entry for entry in entries if entry[0] in _WAYS_OUT]
    for entry in (*reversed(others), *ways_out):
        if _width(chosen, _GAP - 1) <= width:
            break
        chosen.remove(entry)
    return chosen


def _width(entries: Sequence[Entry], gap: int) -> int:
    return 1 + sum(cell_len(f"{keys} {words}") + gap for keys, words in entries) - gap
