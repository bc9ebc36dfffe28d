"""The matrix of claims by articles, as a table that one decides in."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from workbench.model.decision import State, Verdict
from workbench.model.event import Event
from workbench.review.guards import objection
from workbench.ui.coverage import Coverage
from workbench.ui.reversals import told_of_reversal
from workbench.ui.screens.matrix_display import MatrixDisplay


class MatrixScreen(MatrixDisplay):
    """Decides about the claim of the current cell, or all marked ones; esc leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,M", "leave", "Drop the marks, or go back"),
    ]

    # Deciding

    def action_mark(self, verdict: str, advance: bool = True) -> None:
        """Give the claim of the current cell a verdict; in strict mode not where it needs a reason."""
        chosen, review = Verdict(verdict), self._review
        objections = (
            objection(review.session, review.counterparts, claim, chosen) for claim in self._to_decide
        )
        lacks = next(filter(None, objections), "")
        if lacks and self._below.setup.settings.strict:
            self._tell(f"{lacks[:1].upper()}{lacks[1:]}: go there with enter and give a reason")
            return
        done = self._decide(lambda claims: review.mark_all(claims, chosen), advance=advance)
        if lacks and done:
            self._tell(f"{chosen.value.capitalize()}, but {lacks}")

    def action_put(self, state: str) -> None:
        """Put the claim of the current cell into a state."""
        chosen = State(state)
        self._decide(lambda claims: self._review.put_all(claims, chosen), advance=chosen is not State.OPEN)

    def action_clear(self) -> None:
        """Take the verdict or state of the current cell's claim away."""
        self._decide(self._review.clear_all, advance=False)

    def action_undo(self) -> None:
        """Take the latest change back, and go where it was."""
        self._reverse("Undone", "Nothing to undo", self._review.undo)

    def action_redo(self) -> None:
        """Bring back what was undone, and go where it was."""
        self._reverse("Redone", "Nothing to redo", self._review.redo)

    def _decide(self, change: Callable[[Sequence[str]], Sequence[Event]], *, advance: bool) -> bool:
        claims = self._to_decide
        if not claims:
            self._tell("This article is silent: there is nothing to decide")
            return False
        done, _ = self._below.attempt(lambda: next(iter(change(claims)), None))
        if done:
            self._below.show_marked(frozenset())
            self._go_to(self._row + 1 if advance and len(claims) == 1 else self._row, self._column)
            if len(claims) > 1:
                label = self._decision_of(claims[0]).label
                self._tell(f"{len(claims)} claims {label}: one undo takes all of it back")
        return done

    @property
    def _to_decide(self) -> tuple[str, ...]:
        """The ids of the marked claims; without any, of the claim of the current cell."""
        cell = self._cell.claim
        return self._review.marked_claims or ((cell,) if cell else ())

    # Marking

    def action_mark_claim(self) -> None:
        """Mark the claim of the current cell, or take its mark away, and go down."""
        if self._cell.claim:
            self._mark(self._review.marked ^ {self._cell.claim})
            self._go_to(self._row + 1, self._column)
        self._tell_marked()

    def action_mark_all(self) -> None:
        """Mark what all articles say about the thing, or take all these marks away."""
        cells = (self._coverage.cell(self._row, article.id) for article in self._desk.articles)
        row = frozenset(cell.claim for cell in cells if cell.claim)
        marked = self._review.marked
        self._mark(marked - row if row <= marked else marked | row)
        self._show()
        self._tell_marked()

    def action_leave(self) -> None:
        """Drop the marks; without any go back to the review."""
        if self._review.marked:
            self._mark(frozenset())
            self._show()
        else:
            self.dismiss(None)

    def _mark(self, marked: frozenset[str]) -> None:
        self._below.show_marked(marked)

    def _tell_marked(self) -> None:
        number = len(self._review.marked_claims)
        told = f"{number} marked: the next decision is about all of them, esc drops the marks"
        self._tell(told if number else "No claim is marked")

    def _reverse(self, word: str, nothing: str, change: Callable[[], Event | None]) -> None:
        done, event = self._below.attempt(change)
        if not done:
            return
        if self._review.session.desk is not self._desk:
            self.dismiss(None)
            return
        self._coverage = Coverage(self._review.counterparts, is_complete=not self._below.pending)
        if event is not None and event.claim in self._desk.position:
            column = self._desk.article_position[self._desk.claim(event.claim).article]
            self._go_to(self._coverage.row_of(event.claim), column)
        else:
            self._show()
        if event is None:
            self._tell(nothing)
        else:
            self._tell(told_of_reversal(word, event, self._desk, len(self._review.together(event))))
