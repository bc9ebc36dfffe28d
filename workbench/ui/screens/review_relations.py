"""The part of the review screen that goes from a claim to what other articles say about it."""

from typing import Protocol

from workbench.review.navigation import followed, next_conflict
from workbench.ui.screens.review_comparing import ReviewComparing


class ShowsRelations(Protocol):
    """A screen laid over the review that shows relations."""

    def show_what_is_known(self) -> None:
        """Show what was found since."""


class ReviewRelations(ReviewComparing):
    """Actions that follow relations, and the screens that list them."""

    _laid_over: ShowsRelations | None = None

    def action_follow(self, direction: int) -> None:
        """Go to what the next or previous article says about the claim."""
        self.show_claim(followed(self.review.counterparts, self.review.view.claim, direction))

    def action_conflict(self, direction: int) -> None:
        """Go to the next or previous claim in conflict."""
        review = self.review
        claim, queue = review.view.claim, self.queue
        self.show_claim(next_conflict(review.session, claim, review.counterparts, direction, queue))

    def action_relations(self) -> None:
        """List what other articles say about the claim."""
        from workbench.ui.screens.relations import RelationsScreen  # deferred: a start does not need it

        if self.review.claim is not None:
            screen = RelationsScreen(self, self.review.claim)
            self._laid_over = screen
            self.app.push_screen(screen, self._return_to)

    def action_matrix(self) -> None:
        """Show all claims by articles."""
        from workbench.ui.screens.matrix import MatrixScreen  # deferred: a start does not need it

        screen = MatrixScreen(self, self.review.view.claim)
        self._laid_over = screen
        self.app.push_screen(screen, self._return_to)

    def _return_to(self, claim: str | None) -> None:
        self._laid_over = None
        self.show_claim(claim or self.review.view.claim)

    def show_what_is_known(self) -> None:
        """Show what was found since, also on a screen laid over."""
        super().show_what_is_known()
        if self._laid_over is not None:
            self._laid_over.show_what_is_known()
