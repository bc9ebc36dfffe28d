"""The part of the review screen that goes from article to article: by pane, by number, by its title."""

from dataclasses import replace

from textual import on

from workbench.model.article import Article
from workbench.model.display import displayable
from workbench.review.navigation import articles_named, nearest_in
from workbench.ui.pane_window import beside
from workbench.ui.screens.review_display import ReviewDisplay
from workbench.ui.widgets.prompt_bar import PromptBar

ARTICLE = "article"


class ReviewArticles(ReviewDisplay):
    """Actions that change which article is the current one."""

    def action_pane(self, direction: int) -> None:
        """Go to the pane beside, from the last one to the next article out of sight, round at the ends."""
        self.go_to_article(self.article_beside(self.review.view.article, direction))

    def action_article(self, number: int) -> None:
        """Go to an article by its number."""
        self.go_to_article(self.review.session.desk.articles[number - 1].id)

    def action_choose_article(self) -> None:
        """Ask for an article, by its number or by words of its title."""
        self.ask(ARTICLE, "Article: ")
        self._tell_articles("")

    @on(PromptBar.Edited)
    def tell_articles_while_typing(self, event: PromptBar.Edited) -> None:
        """Say which article enter goes to."""
        if event.purpose == ARTICLE and self.prompt is not None:
            self._tell_articles(event.value)

    @on(PromptBar.Submitted)
    def go_to_the_named_article(self, event: PromptBar.Submitted) -> None:
        """Go to the article that was named."""
        if event.purpose != ARTICLE:
            return
        self.stop_asking()
        named = articles_named(self.review.session.desk, event.value)
        self.say("")
        if named and event.value.strip():
            self.go_to_article(named[0].id)
        elif event.value.strip():
            self._tell_articles(event.value)

    @on(PromptBar.Left)
    def stay_in_the_article(self, event: PromptBar.Left) -> None:
        """Take the line away, and stay."""
        if event.purpose == ARTICLE:
            self.stop_asking()
            self.say("")

    def go_to_article(self, article: str) -> None:
        """Go to what an article says about the current claim; where it is silent, about as far down.

        Args:
            article: The article's id.
        """
        view = self.review.view
        if article != view.article:
            self.show_view(replace(view, article=article, claim=self.claim_to_go_to(article, view.claim)))

    def claim_to_go_to(self, article: str, claim: str) -> str:
        """Return the claim of an article that one goes to from a claim: its counterpart, or the nearest.

        Args:
            article: The article's id.
            claim: The id of the claim to go from; empty for none.
        """
        session = self.review.session
        relation = self.counterparts.counterpart(claim, article) if claim in session.desk.position else None
        return relation.other(claim) if relation is not None else nearest_in(session, article, claim)

    def article_beside(self, article: str, direction: int) -> str:
        """Return the id of the article in the pane beside; after the last pane, of the next out of sight.

        Args:
            article: The id of the article to go from.
            direction: 1 for the next one, -1 for the previous one.
        """
        return beside(article, direction, self.columns.shown, self.review.session.desk)

    def _tell_articles(self, typed: str) -> None:
        desk = self.review.session.desk
        named = articles_named(desk, typed)
        if not named:
            self.say(f"No article has the number or the words “{typed.strip()}”")
        elif typed.strip():
            self.say("   ".join(_told(desk.article_position[one.id] + 1, one) for one in named[:9]))
        else:
            self.say(f"{len(desk.articles)} articles: type a number, or words of a title")


def _told(number: int, article: Article) -> str:
    return displayable(f"{number} {article.title}").replace("\n", " ")
