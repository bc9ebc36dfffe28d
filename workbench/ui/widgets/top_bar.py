"""The first line of the screen: which session, and how far it is."""

from collections.abc import Sequence

from rich.cells import cell_len

from workbench.model.progress import Progress
from workbench.ui.fitting import fitted
from workbench.ui.glyphs import Glyphs
from workbench.ui.palette import Palette
from workbench.ui.widgets.painted import PLAIN, Painted, Piece

_NARROWEST_NAME = 12
_WIDEST_BAR = 40


class TopBar(Painted):
    """Shows the session's name, a bar and the counts: `12/89 · 3 disputed`.

    Args:
        palette: The styles of the verdicts.
        glyphs: What the bar is drawn with.
        id: The widget's id.
    """

    def __init__(self, palette: Palette, glyphs: Glyphs, *, id: str) -> None:
        super().__init__(id=id)
        self._palette = palette
        self._glyphs = glyphs
        self._title = ""
        self._progress: Progress | None = None
        self._going_through: int | None = None

    def show(self, title: str, progress: Progress | None, going_through: int | None = None) -> None:
        """Show how far a session is.

        Args:
            title: What the session is called.
            progress: How many claims stand where; None while nobody has counted yet.
            going_through: How many claims a filter lets through; None without a filter.
        """
        if (title, progress, going_through) != (self._title, self._progress, self._going_through):
            self._title, self._progress, self._going_through = title, progress, going_through
            self.refresh()

    def line_pieces(self, y: int, width: int) -> Sequence[Piece]:
        """Return the pieces of the one line."""
        if self._progress is None:
            return [(f" {fitted(self._title, width - 2, self._glyphs.ellipsis)}", self._palette["strong"])]
        room = width - _NARROWEST_NAME - 2
        variants = self._variants(self._progress)
        counts = next((shown for shown in variants if _cells(shown) <= room), variants[-1])
        left = width - _cells(counts) - 2
        title = f" {fitted(self._title, max(0, left - 1), self._glyphs.ellipsis)}"
        bar_width = min(_WIDEST_BAR, left - cell_len(title) - 2)
        bar = self._bar(self._progress, bar_width) if bar_width >= 8 else []
        gap = left - cell_len(title) - _cells(bar)
        return [
            (title, self._palette["strong"]),
            (" " * gap, PLAIN),
            *bar,
            (" ", PLAIN),
            *counts,
            (" ", PLAIN),
        ]

    def _bar(self, progress: Progress, width: int) -> list[Piece]:
        total = max(1, progress.total)
        full = width * progress.reviewed // total
        if progress.reviewed and not full:
            full = 1
        return [
            (self._glyphs.full * full, self._palette["marker"]),
            (self._glyphs.empty * (width - full), self._palette["text"]),
        ]

    def _variants(self, progress: Progress) -> list[list[Piece]]:
        """Return the counts in words, in signs, and as short as can be."""
        glyphs, palette = self._glyphs, self._palette
        only = "" if self._going_through is None else f"filter {self._going_through} {glyphs.dot} "
        head: Piece = (f"{only}{progress.reviewed}/{progress.total}", palette["strong"])
        counted = [
            (progress.disputed, glyphs.disputed, "disputed"),
            (progress.confirmed, glyphs.confirmed, "confirmed"),
            (progress.unverified, glyphs.unverified, "unverified"),
            (progress.parked, glyphs.parked, "parked"),
            (progress.not_checkable, glyphs.not_checkable, "not checkable"),
            (progress.not_a_claim, glyphs.not_a_claim, "not a claim"),
        ]
        dot: Piece = (f" {glyphs.dot} ", palette["text"])
        long, middle = [head], [head]
        for number, sign, label in counted:
            if number or label == "disputed":
                long += [dot, (f"{number} {label}", palette.of_label(label))]
                if label == "disputed":
                    middle += [dot, (f"{number} {label}", palette.of_label(label))]
                else:
                    middle += [dot, (f"{sign}{number}", palette.of_label(label))]
        short = [head, dot, (f"{progress.disputed} disputed", palette["disputed"])]
        return [long, middle, short, [head]]


def _cells(pieces: Sequence[Piece]) -> int:
    return sum(cell_len(text) for text, _ in pieces)
