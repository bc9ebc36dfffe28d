"""What a reviewer has decided and collected about a claim, as a few lines of its card."""

from collections.abc import Iterator
from itertools import pairwise

from rich.style import Style

from workbench.model.decision import Decision
from workbench.model.display import displayable
from workbench.review.history import summary
from workbench.ui.fitting import fitted_words
from workbench.ui.glyphs import Glyphs
from workbench.ui.palette import Palette
from workbench.ui.widgets.painted import PLAIN, Piece
from workbench.ui.wrapping import line_starts

_NOTE_LINES = 3
_SOURCES = 3
"""Sources that are named; `s` lists all of them."""


class CollectedDrawing:
    """Draws verdict, confidence, tags, wording, note and evidence.

    Args:
        palette: The styles of the claims.
        glyphs: The signs of the decisions.
        indent: Cells before each line.
    """

    def __init__(self, palette: Palette, glyphs: Glyphs, indent: int) -> None:
        self._palette = palette
        self._glyphs = glyphs
        self._indent: Piece = (" " * indent, PLAIN)

    def lines(self, decision: Decision, width: int) -> Iterator[tuple[Piece, ...]]:
        """Yield the lines about a decision.

        Args:
            decision: What is decided about the claim.
            width: Cells that a line has beside the indent.
        """
        strong = self._palette["strong"]
        standing = f"{self._glyphs.of(decision)} {decision.label}"
        look = self._palette.of_label(decision.label) + Style(bold=True)
        dot = f" {self._glyphs.dot} "
        facts = [f"confidence {decision.confidence.value}"] if decision.confidence else []
        if decision.tags:
            facts.append(displayable(" ".join(f"#{tag}" for tag in decision.tags)))
        beside = fitted_words("".join(dot + one for one in facts), width - len(standing), self._ellipsis)
        yield (self._indent, (standing, look), (beside, strong))
        if decision.wording:
            yield self._line(f"worded: {_on_one_line(decision.wording)}", width)
        if decision.note:
            yield from self._note(f"{self._glyphs.note} {_on_one_line(decision.note.text)}", width)
        more = len(decision.evidence) - _SOURCES
        shown = decision.evidence if more < 2 else decision.evidence[:_SOURCES]
        for one in shown:
            yield self._line(f"evidence {self._glyphs.plain(displayable(summary(one)))}", width)
        if len(shown) < len(decision.evidence):
            yield self._line(f"evidence: {more} more", width)

    @property
    def _ellipsis(self) -> str:
        return self._glyphs.ellipsis

    def _line(self, text: str, width: int) -> tuple[Piece, ...]:
        return (self._indent, (fitted_words(text, width, self._ellipsis), self._palette["strong"]))

    def _note(self, text: str, width: int) -> Iterator[tuple[Piece, ...]]:
        starts = line_starts(text, max(8, width))
        for start, end in list(pairwise([*starts, len(text)]))[: _NOTE_LINES - 1]:
            yield self._line(text[start:end].rstrip(), width)
        if len(starts) >= _NOTE_LINES:
            yield self._line(text[starts[_NOTE_LINES - 1] :], width)


def _on_one_line(text: str) -> str:
    return displayable(text).replace("\n", " ")
