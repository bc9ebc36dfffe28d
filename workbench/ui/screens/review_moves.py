"""Moving through a review: from claim to claim, from article to article, by key and by mouse."""

from dataclasses import replace

from textual import on
from textual.selection import Selection
from textual.widget import Widget

from workbench.review.navigation import next_unreviewed, step
from workbench.ui.screens.review_articles import ReviewArticles
from workbench.ui.widgets.article_pane import ArticlePane
from workbench.ui.widgets.claim_list import ClaimList
from workbench.ui.widgets.pane_heading import PaneHeading


class ReviewMoves(ReviewArticles):
    """Actions that change where the reviewer is and what is seen."""

    def action_step(self, by: int) -> None:
        """Go to another claim."""
        claim = step(self.review.glimpse, self.review.view, by, self.queue)
        if claim == self.review.view.claim and not self.review.is_whole:
            claim = step(self.review.session, self.review.view, by, self.queue)
        self.show_claim(claim)

    def action_ends(self, direction: int) -> None:
        """Go to the first or the last claim."""
        claims = self.review.session.desk.claims if self.queue is None else self.queue.claims
        self.show_claim(claims[0 if direction < 0 else -1].id if claims else "")

    def action_half_page(self, direction: int) -> None:
        """Go half a page down or up in the current article."""
        pane = self.columns.pane_of(self.review.view.article)
        claim = pane.claim_half_a_page(direction) if pane is not None else None
        self.show_claim(claim.id if claim else "")

    def action_unreviewed(self, direction: int) -> None:
        """Go to the next or previous unreviewed claim."""
        self.show_claim(next_unreviewed(self.review.session, self.review.view.claim, direction, self.queue))

    @on(ArticlePane.Clicked)
    def show_clicked_place(self, event: ArticlePane.Clicked) -> None:
        """Go where the mouse was clicked."""
        if event.claim:
            self.show_claim(event.claim)
        else:
            self.go_to_article(self.columns.article_of(event.pane))

    def validate_selections(self, selections: dict[Widget, Selection]) -> dict[Widget, Selection]:
        """Keep what the mouse selects inside the pane where it began."""
        return selections if len(selections) < 2 else self.selections

    @on(PaneHeading.Clicked)
    def show_clicked_article(self, event: PaneHeading.Clicked) -> None:
        """Go to the article whose heading was clicked."""
        self.go_to_article(self.columns.article_of(event.heading))

    @on(ClaimList.Clicked)
    def show_clicked_claim(self, event: ClaimList.Clicked) -> None:
        """Go to the claim whose row was clicked."""
        self.show_claim(event.claim)

    def action_pin(self) -> None:
        """Let the current article keep its pane, or let it go."""
        view = self.review.view
        others = tuple(article for article in view.pinned if article != view.article)
        held = len(others) == len(view.pinned)
        self.show_view(replace(view, pinned=(*others, view.article) if held else others))
        self.say("Pinned: this pane keeps its article" if held else "The pane is free again")

    def action_zoom(self) -> None:
        """Give the current pane the whole width, or share it again."""
        self.show_view(replace(self.review.view, zoomed=not self.review.view.zoomed))

    def action_set_aside(self) -> None:
        """Show or hide the blocks that are excluded from review."""
        shown = not self.review.view.set_aside_shown
        self.show_view(replace(self.review.view, set_aside_shown=shown))

    def action_claims(self) -> None:
        """Show or hide the list of claims."""
        self.show_view(replace(self.review.view, claims_shown=not self.review.view.claims_shown))
