"""Claims by articles: which row is about what, and what each article says about it."""

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.model.counterparts import Answer, Counterparts, Row, answer
from workbench.model.relation import Relation


@dataclass(frozen=True, slots=True)
class Cell:
    """What one article says about one thing."""

    claim: str
    """The id of the claim that says it; empty where the article is silent."""
    answer: Answer | None
    """What it says; None for the claim that the row's others are held against, or what is not yet known."""
    relation: Relation | None = None
    """The relation to that claim; None for the claim itself, and in silence."""


class Coverage:
    """The rows of a desk, and their cells as they are asked for.

    Args:
        counterparts: What the articles say about each other.
        is_complete: Whether all articles are compared: before, none is silent.
    """

    def __init__(self, counterparts: Counterparts, *, is_complete: bool) -> None:
        self.counterparts = counterparts
        self.rows: tuple[Row, ...] = tuple(counterparts.rows())
        self._silence = Cell("", Answer.SILENT if is_complete else None)
        self._row_of = {claim: index for index, row in enumerate(self.rows) for claim in row.claims}
        self._cells: dict[int, Mapping[str, Cell]] = {}

    def cell(self, row: int, article: str) -> Cell:
        """Return what an article says about the claim that leads a row.

        Args:
            row: The row's number, from 0.
            article: The article's id.
        """
        cells = self._cells.get(row)
        if cells is None:
            cells = self._cells[row] = self._cells_of(self.rows[row].lead)
        return cells.get(article, self._silence)

    def row_of(self, claim: str) -> int:
        """Return the number of the row that a claim stands in, 0 for a claim that is not there."""
        return self._row_of.get(claim, 0)

    def is_contradicted(self, row: int) -> bool:
        """Tell whether the claim that leads a row is in conflict with another."""
        return self.rows[row].lead in self.counterparts.conflicts

    def _cells_of(self, lead: str) -> Mapping[str, Cell]:
        said = self.counterparts.by_article(lead)
        cells = {
            one: Cell(relation.other(lead), answer(relation), relation) for one, relation in said.items()
        }
        return {self.counterparts.article_of(lead): Cell(lead, None), **cells}
