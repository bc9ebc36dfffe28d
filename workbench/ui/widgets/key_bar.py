"""The last line of the screen: the keys that matter most here; whole entries, as many as fit."""

from collections.abc import Callable, Sequence

from rich.cells import cell_len

from workbench.ui.commands import BY_ID, FOOTER, Command
from workbench.ui.keymap import Keymap
from workbench.ui.palette import Palette
from workbench.ui.widgets.painted import Painted, Piece


class KeyBar(Painted):
    """Shows keys and what they do; dimmed while they can do nothing.

    Args:
        is_possible: Tells whether a command can do something now.
        palette: The styles.
        keymap: The keys of the commands.
        id: The widget's id.
    """

    def __init__(
        self, is_possible: Callable[[Command], bool], palette: Palette, keymap: Keymap, *, id: str
    ) -> None:
        super().__init__(id=id)
        self._keymap = keymap
        self._is_possible = is_possible
        self._palette = palette
        self._possible: tuple[bool, ...] = ()

    def show(self) -> None:
        """Draw anew where what is possible has changed."""
        possible = tuple(self._is_possible(BY_ID[id]) for id, _ in FOOTER)
        if possible != self._possible:
            self._possible = possible
            self.refresh()

    def line_pieces(self, y: int, width: int) -> Sequence[Piece]:
        """Return the pieces of the one line."""
        pieces: list[Piece] = []
        for command, word in fitting_entries(width, self._keymap):
            possible = self._is_possible(command)
            key = self._palette["key"] if possible else self._palette["text"]
            name = self._palette["unreviewed"] if possible else self._palette["text"]
            pieces += [(f" {self._keymap.first(command.id)}", key), (f" {word} ", name)]
        return pieces


def fitting_entries(width: int, keymap: Keymap) -> list[tuple[Command, str]]:
    """Choose what the footer shows.

    Args:
        width: Cells it has.
        keymap: The keys of the commands; one without a key is left out.

    Returns:
        The most important commands that fit as wholes, each with its word, in order of importance.
    """
    chosen: list[tuple[Command, str]] = []
    used = 0
    for id, word in FOOTER:
        command = BY_ID[id]
        key = keymap.first(id)
        needed = cell_len(f" {key} {word} ")
        if key and used + needed <= width:
            chosen.append((command, word))
            used += needed
    return chosen
