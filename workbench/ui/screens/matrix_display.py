"""All claims by articles as a screen that one walks through: one row, one thing."""

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Label, Static

from workbench.model.counterparts import answer
from workbench.model.decision import Decision
from workbench.model.display import displayable
from workbench.resources import styles_folder
from workbench.ui.answers import marked_words
from workbench.ui.commands import COMMANDS
from workbench.ui.coverage import Cell, Coverage
from workbench.ui.keymap import Keymap
from workbench.ui.quotes import quoted, said_where, styled
from workbench.ui.widgets.key_line import KeyLine
from workbench.ui.widgets.matrix_grid import MatrixGrid

if TYPE_CHECKING:
    from workbench.ui.screens.review_display import ReviewDisplay

_KEYS = (
    ("hjkl", "move"),
    ("enter", "go"),
    ("c d u", "decide"),
    ("* &", "mark, row"),
    ("} {", "conflict"),
    ("z", "undo"),
    ("?", "keys"),
    ("esc", "back"),
)
_ALSO_HERE = ("verdict.", "state.", "claim.mark", "undo", "redo", "conflict.")


class MatrixDisplay(Screen[str | None]):
    """Shows the matrix; enter returns the claim of the current cell.

    Args:
        below: The review screen that it lies over: what is decided here is decided in its review.
        claim: The id of the claim to begin at; empty for the first one.
    """

    CSS_PATH = styles_folder() / "matrix.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1, 0)", "Down"),
        Binding("k,up", "move(-1, 0)", "Up"),
        Binding("l,right,tab", "move(0, 1)", "Right"),
        Binding("h,left,shift+tab", "move(0, -1)", "Left"),
        Binding("ctrl+d,pagedown", "page(1)", "Page down"),
        Binding("ctrl+u,pageup", "page(-1)", "Page up"),
        Binding("g,home", "move(-1000000, 0)", "First row"),
        Binding("G,end", "move(1000000, 0)", "Last row"),
        Binding("enter", "go", "Go there"),
    ]

    def __init__(self, below: "ReviewDisplay", claim: str) -> None:
        super().__init__()
        self._bind_commands(below.setup.keymap)
        self._below = below
        self._review = below.review
        self._desk = below.review.session.desk
        self._coverage = Coverage(below.review.counterparts, is_complete=not below.pending)
        self._row = self._coverage.row_of(claim)
        self._column = self._desk.article_position[self._desk.claim(claim).article] if claim else 0
        self._grid = MatrixGrid(self._desk, self._decision_of, below.palette, below.glyphs, id="matrix")
        self._session_name = below.review.session.name

    def _bind_commands(self, keymap: Keymap) -> None:
        """Give commands the keys that they have on the review screen, but for those that move here."""
        taken = self._bindings.key_to_bindings
        for command in COMMANDS:
            if command.id.startswith(_ALSO_HERE):
                for key in keymap.keys[command.id]:
                    if key not in taken:
                        self._bindings.bind(key, command.action_string, command.title, show=False)

    def compose(self) -> ComposeResult:
        """Create the title, the table, the words of the current cell, and the line of keys."""
        yield Label("", id="matrix-title", markup=False)
        yield self._grid
        yield Static(id="matrix-cell")
        yield KeyLine(*_KEYS, id="matrix-keys")

    def on_mount(self) -> None:
        """Begin at the claim under the cursor."""
        self._show()

    @on(MatrixGrid.SightChanged)
    def show_articles_in_sight(self) -> None:
        """Say which articles are in sight now."""
        self._show()

    def show_what_is_known(self) -> None:
        """Show what was found since, with the cursor on the same thing."""
        if self._below.pending:
            return
        lead = self._coverage.rows[self._row].lead
        self._coverage = Coverage(self._review.counterparts, is_complete=True)
        self._row = self._coverage.row_of(lead)
        self._show()

    # Moving

    def action_move(self, rows: int, columns: int) -> None:
        """Go to another cell, stopping at the edges."""
        self._go_to(self._row + rows, self._column + columns)

    def action_page(self, direction: int) -> None:
        """Go half a page down or up."""
        self._go_to(self._row + direction * max(1, self._grid.page // 2), self._column)

    def action_conflict(self, direction: int) -> None:
        """Go to the next or previous row with a conflict, round at the ends."""
        number = len(self._coverage.rows)
        ways = ((self._row + direction * step) % number for step in range(1, number + 1))
        found = next((row for row in ways if self._coverage.is_contradicted(row)), None)
        if found is None:
            self._tell("No conflict is known")
        else:
            self._go_to(found, self._column)

    def action_go(self) -> None:
        """Return the claim of the current cell."""
        if self._cell.claim:
            self.dismiss(self._cell.claim)
        else:
            self._tell("This article is silent: there is nothing to go to")

    @on(MatrixGrid.Clicked)
    def show_clicked_cell(self, event: MatrixGrid.Clicked) -> None:
        """Go to the cell that was clicked; a click on the current one goes to its claim."""
        if (event.row, event.column) == (self._row, self._column):
            self.action_go()
        else:
            self._go_to(event.row, event.column)

    # Showing

    def _decision_of(self, claim: str) -> Decision:
        return self._review.session.decision(claim)

    @property
    def _cell(self) -> Cell:
        return self._coverage.cell(self._row, self._desk.articles[self._column].id)

    def _go_to(self, row: int, column: int) -> None:
        self._row = max(0, min(row, len(self._coverage.rows) - 1))
        self._column = max(0, min(column, len(self._desk.articles) - 1))
        self._show()

    def _show(self) -> None:
        self._grid.show(self._coverage, self._row, self._column, self._review.marked)
        number, rows = len(self._review.counterparts.conflicts), len(self._coverage.rows)
        state = self._below.comparing if self._below.pending else f"{number} claims in conflict"
        told = [f"row {self._row + 1} of {rows}", self._articles_in_sight(), state]
        title = "   ".join(["", *filter(None, told)])[2:]
        named = f" {displayable(self._session_name)}  {title}"
        fits = cell_len(named) <= self.app.size.width
        self.query_one("#matrix-title", Label).update(Content(named if fits else title), layout=False)
        self.query_one("#matrix-cell", Static).update(self._told(), layout=False)

    def _articles_in_sight(self) -> str:
        """Say which articles have a column; empty where all have one."""
        (first, last), number = self._grid.in_sight, len(self._desk.articles)
        if last - first + 1 == number:
            return ""
        return f"articles {first}-{last} of {number}" if last > first else f"article {first} of {number}"

    def _told(self) -> Content:
        """Return who says what in the current cell, and its words."""
        palette, desk, cell = self._below.palette, self._desk, self._cell
        lead = desk.claim(self._coverage.rows[self._row].lead)
        if not cell.claim:
            article = desk.articles[self._column]
            word = "silent" if cell.answer else self._below.pending
            head = styled(displayable(f"{self._column + 1} {article.origin}: {word}"), palette["strong"])
            return Content("\n").join([head, quoted(desk, lead, (), palette)])
        claim = desk.claim(cell.claim)
        label = self._review.session.decision(claim.id).label
        dot = self._below.glyphs.dot
        where = f"{said_where(desk, claim, self._below.glyphs)} {dot} {label}"
        head = styled(where, palette["strong"])
        relation = cell.relation
        if relation is None:
            return Content("\n").join([head, quoted(desk, claim, (), palette)])
        said = styled(f"{answer(relation)}: ", palette.of_answer(answer(relation)))
        reason = displayable(relation.reason).replace("\n", " ")
        quote = quoted(desk, claim, marked_words(relation, claim), palette)
        return Content("\n").join([head, Content.assemble(said, reason), quote])

    def _tell(self, message: str) -> None:
        self.query_one("#matrix-title", Label).update(
            Content(f" {self._below.glyphs.plain(message)}"), layout=False
        )
