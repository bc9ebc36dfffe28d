"""The claims by articles as a table drawn line by line, so that its length costs nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.style import Style
from textual import events
from textual.message import Message

from workbench.model.article import Article
from workbench.model.counterparts import Answer
from workbench.model.decision import Decision
from workbench.model.desk import Desk
from workbench.model.display import displayable
from workbench.ui.coverage import Cell, Coverage
from workbench.ui.fitting import padded
from workbench.ui.glyphs import Glyphs
from workbench.ui.palette import Palette, style_of_answer
from workbench.ui.widgets.painted import PLAIN, Painted, Piece

_WORDS = 13
"""Cells of a column that has room for a sign, a word and the sign of a verdict: `≠ conflict ✓`."""
_SIGNS = 4
"""Cells of a column that has room for both signs only."""
_LEAST_QUOTE = 26
"""Cells that the claims in the first column have at least."""
_LONGEST_QUOTE = 400


class MatrixGrid(Painted):
    """Shows a row for each thing and a column for each article; one cell is the current one.

    Args:
        desk: Articles and claims.
        decision_of: Tells what is decided about a claim, by its id.
        palette: The styles.
        glyphs: The signs.
        id: The widget's id.
    """

    @dataclass
    class Clicked(Message):
        """A cell was clicked."""

        row: int
        column: int

    class SightChanged(Message):
        """Another width has brought other articles into sight."""

    def __init__(
        self,
        desk: Desk,
        decision_of: Callable[[str], Decision],
        palette: Palette,
        glyphs: Glyphs,
        *,
        id: str,
    ) -> None:
        super().__init__(id=id)
        self._desk = desk
        self._decision_of = decision_of
        self._palette = palette
        self._glyphs = glyphs
        self._coverage: Coverage | None = None
        self._row = self._column = 0
        self._marked: frozenset[str] = frozenset()
        self._top = self._left = 0
        self._sight = (0, 0)

    def show(self, coverage: Coverage, row: int, column: int, marked: frozenset[str] = frozenset()) -> None:
        """Show a cell as the current one, in sight.

        Args:
            coverage: The rows.
            row: The row's number, from 0.
            column: The number of its article, from 0.
            marked: The ids of the claims that are marked.
        """
        self._coverage, self._row, self._column, self._marked = coverage, row, column, marked
        self._bring_into_sight()
        self.refresh()

    @property
    def page(self) -> int:
        """How many rows are in sight."""
        return max(1, self.size.height - 1)

    @property
    def in_sight(self) -> tuple[int, int]:
        """The numbers, from 1, of the first and the last article in sight."""
        return self._sight

    def on_resize(self) -> None:
        """Keep the current cell in sight, and tell where other articles are."""
        before = self._sight
        self._bring_into_sight()
        if self._sight != before:
            self.post_message(self.SightChanged())

    def on_click(self, event: events.Click) -> None:
        """Tell which cell was clicked."""
        first, width, columns = self._columns()
        row, column = event.y - 1 + self._top, (event.x - first) // width
        if self._coverage is not None and 0 <= row < len(self._coverage.rows) and event.y > 0:
            inside = 0 <= column < columns
            self.post_message(self.Clicked(row, self._left + column if inside else self._column))

    # Drawing

    def line_pieces(self, y: int, width: int) -> Sequence[Piece]:
        """Return the pieces of the heads of the columns, or of a row."""
        first, cells, number = self._columns()
        articles = self._desk.articles[self._left : self._left + number]
        if y == 0:
            return [(" " * first, PLAIN), *(self._head(article, cells) for article in articles)]
        row = y - 1 + self._top
        if self._coverage is None or row >= len(self._coverage.rows):
            return []
        pieces = self._row_head(self._coverage, row, first)
        for column, article in enumerate(articles, self._left):
            cell = self._coverage.cell(row, article.id)
            text, style = self._cell(cell, cells)
            here = row == self._row and column == self._column
            pieces.append((text, style + self._palette["match-current"] if here else style))
        return pieces

    def _columns(self) -> tuple[int, int, int]:
        """Return the cells before the first column, the cells of a column, and how many columns there are."""
        cells = self.size.width or self.app.size.width  # before the first layout: the grid fills the screen
        room, articles = cells - _LEAST_QUOTE, len(self._desk.articles)
        width = _WORDS if room // _WORDS >= articles else max(_SIGNS, len(str(articles)) + 1)
        number = max(1, min(articles, room // width))
        return max(0, cells - number * width), width, number

    def _head(self, article: Article, width: int) -> Piece:
        number = self._desk.article_position[article.id] + 1
        name = f"{number} {displayable(article.origin)}" if width >= _WORDS else f"{number}"
        return f"{padded(name, width - 1, self._glyphs.ellipsis)} ", self._palette["strong"]

    def _row_head(self, coverage: Coverage, row: int, width: int) -> list[Piece]:
        claim = self._desk.claim(coverage.rows[row].lead)
        decision = self._decision_of(claim.id)
        ground = self._palette["current"] if row == self._row else PLAIN
        look = self._palette.of_label(decision.label) + ground
        sign = self._glyphs.conflict if coverage.is_contradicted(row) else " "
        text = self._desk.quote(claim)[:_LONGEST_QUOTE]
        quote = padded(displayable(text).replace("\n", " "), max(0, width - 6), self._glyphs.ellipsis)
        return [
            (self._glyphs.bar if row == self._row else " ", self._palette["marker"]),
            (f"{self._glyphs.of(decision)} ", look),
            (f"{sign} ", self._palette["conflict"] + ground),
            (quote, look),
            (" ", PLAIN),
        ]

    def _cell(self, cell: Cell, width: int) -> tuple[str, Style]:
        decision = self._decision_of(cell.claim) if cell.claim else None
        verdict = self._glyphs.of(decision) if decision is not None and not decision.is_unreviewed else " "
        if cell.answer is not None:
            sign, word = self._glyphs.of_answer(cell.answer), str(cell.answer)
        elif decision is not None:
            sign, word, verdict = self._glyphs.of(decision), "says it", " "
        else:
            sign, word = " ", ""
        mark = self._glyphs.mark if cell.claim in self._marked else ""
        telling = cell.answer in (Answer.CONFLICT, Answer.SILENT)
        style = self._palette[style_of_answer(cell.answer)] if telling else PLAIN
        if width >= _WORDS:
            return padded(f"{sign} {word.ljust(8)} {verdict}{mark}", width, ""), style
        return padded(f"{sign}{verdict}{mark}", width, ""), style

    def _bring_into_sight(self) -> None:
        if self._coverage is None:
            return
        if self.size.height:
            self._top = max(0, min(self._top, self._row, len(self._coverage.rows) - self.page))
            self._top = max(self._top, self._row - self.page + 1)
        number = self._columns()[2]
        self._left = min(self._left, self._column, len(self._desk.articles) - number)
        self._left = max(self._left, self._column - max(1, number) + 1)
        self._sight = self._left + 1, self._left + number
