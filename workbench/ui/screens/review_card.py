"""The part of the review screen that shows the claim card in the place of the articles."""

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.model.view import View
from workbench.ui.screens.review_moves import ReviewMoves

if TYPE_CHECKING:
    from workbench.ui.widgets.claim_card import ClaimCard


class ReviewCard(ReviewMoves):
    """Actions of the claim card; all that decides and moves works on it as well."""

    _card: "ClaimCard | None" = None

    def action_card(self) -> None:
        """Show the claim in every article, or the articles again."""
        self.show_view(replace(self.review.view, card_shown=not self.review.view.card_shown))

    def action_half_page(self, direction: int) -> None:
        """Scroll the card where it is shown, else go half a page through the article."""
        if self._card is not None and self._card.display:
            self._card.half_page(direction)
        else:
            super().action_half_page(direction)

    def show_view(self, view: View) -> None:
        """Show another place of the session, on the card where it is open."""
        super().show_view(view)
        self._show_card()

    def show_what_is_known(self) -> None:
        """Show what was found since, on the card too."""
        super().show_what_is_known()
        self._show_card()

    def _show_card(self) -> None:
        shown = self.review.view.card_shown
        if self._card is None:
            if not shown:
                return
            from workbench.ui.widgets.claim_card import ClaimCard  # deferred: most starts show the articles

            self._card = ClaimCard(self.palette, self.glyphs, id="claim-card")
            self.mount(self._card, after=self.columns)
        if self._card.display != shown or self.columns.display == shown:
            self._card.display, self.columns.display = shown, not shown
        if shown:
            self._card.show(self.review.glimpse, self.review.counterparts, self.review.claim, self.pending)
