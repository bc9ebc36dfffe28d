"""The part of the review screen that marks claims: the next decision is about all of them, undone as one."""

from workbench.review.navigation import step
from workbench.ui.screens.review_details import ReviewDetails


class ReviewMarks(ReviewDetails):
    """Actions that mark claims to be decided, or merged, together."""

    def action_mark_claim(self) -> None:
        """Mark the claim, or take its mark away, and go to the next one."""
        self.show_marked(self.review.marked ^ {self.review.view.claim})
        self.show_claim(step(self.review.session, self.review.view, 1, self.queue))
        self._tell_marked()

    def action_mark_all(self) -> None:
        """Mark all claims that the filter lets through, or take all marks away where they are marked."""
        listed = self.review.session.desk.claims if self.queue is None else self.queue.claims
        all_listed = frozenset(claim.id for claim in listed)
        self.show_marked(
            self.review.marked - all_listed
            if all_listed <= self.review.marked
            else self.review.marked | all_listed
        )
        self._tell_marked()

    def action_leave(self) -> None:
        """Drop the marks; without any leave the search, the zoom, the filter."""
        if self.review.marked:
            self.show_marked(frozenset())
            self.say("No claim is marked")
        else:
            super().action_leave()

    def claims_to_decide(self) -> tuple[str, ...]:
        """Return the ids of the claims that the next decision is about."""
        return self.review.marked_claims or (self.review.view.claim,)

    def _tell_marked(self) -> None:
        number = len(self.review.marked_claims)
        if number:
            self.say(f"{number} marked: the next decision is about all of them, esc drops the marks")
        else:
            self.say("No claim is marked")
