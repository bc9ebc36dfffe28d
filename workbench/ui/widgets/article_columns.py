"""The articles side by side, each a heading over a pane."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from workbench.model.article import Article, Span
from workbench.model.claim import Claim
from workbench.model.decision import Decision
from workbench.model.desk import Desk
from workbench.model.view import View
from workbench.ui.answers import NOTHING, Answers
from workbench.ui.found import Found
from workbench.ui.glyphs import Glyphs
from workbench.ui.palette import Palette, style_of_answer
from workbench.ui.pane_window import leftmost_for, panes_for, with_pinned, with_relevant
from workbench.ui.widgets.article_pane import ArticlePane
from workbench.ui.widgets.pane_heading import PaneHeading


class _Column(Vertical):
    """A heading over a pane, which cover it: drawing its own empty lines would cost a fifth of a frame."""

    BLANK = True


class ArticleColumns(Horizontal):
    """Shows up to four articles of a desk.

    Args:
        desk: Articles and claims.
        decision_of: Tells what is decided about a claim, by its id.
        palette: The styles of the claims.
        glyphs: The signs.
        id: The widget's id.
    """

    BLANK = True

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
        self._headings: list[PaneHeading] = []
        self._panes: list[ArticlePane] = []
        self._columns: list[_Column] = []
        self._shown: list[Article] = []
        self._side_by_side: list[str] = []
        """Ids of the articles that a zoomed pane gets its neighbours back from."""

    def compose(self) -> ComposeResult:
        """Create a column for each pane that fits; a wider screen gets more later."""
        yield from self._new_columns(panes_for(self.app.size.width, View(), self._desk))

    def show(self, desk: Desk, view: View, found: Found, answers: Answers, width: int) -> View:
        """Show the articles that a view asks for, and what they say about the current claim.

        Args:
            desk: Articles and claims as they are now.
            view: Names the current claim and article.
            found: What a search has marked.
            answers: What the articles say about the current claim.
            width: Cells of the screen.

        Returns:
            The view, with the leftmost article that is really shown.
        """
        self._desk = desk
        panes = panes_for(width, view, desk)
        shown = [article.id for article in self._shown]
        if len(shown) != panes or view.article not in shown:
            shown = self._side_by_side
        if len(shown) != panes or view.article not in shown:
            left = leftmost_for(view, desk, panes)
            shown = [article.id for article in desk.articles[left : left + panes]]
            view = replace(view, leftmost=shown[0]) if shown and shown[0] != view.leftmost else view
        if view.article in shown:
            pinned = [article for article in view.pinned if article in desk.article_by_id]
            shown = with_pinned(shown, [article.id for article in self._shown], view.article, pinned)
            shown = with_relevant(shown, view.article, answers.relevance, desk.article_position, pinned)
        self._shown = [desk.article_by_id[article] for article in shown]
        if not view.zoomed:
            self._side_by_side = shown
        if panes > len(self._columns):
            self.mount_all(self._new_columns(panes))
        for index, column in enumerate(self._columns):
            if column.display != (index < panes):
                column.display = index < panes
        claim = desk.claim(view.claim) if view.claim in desk.position else None
        for index, article in enumerate(self._shown):
            own = claim if claim is not None and claim.article == view.article == article.id else None
            self._head(index, article, view, own, answers)
            self._fill(index, article, view, found, own)
        self._mark(claim, answers)
        return view

    def claim_changed(self, claim_id: str) -> None:
        """Draw a claim anew in the pane that shows its article."""
        claim = self._desk.claim(claim_id)
        pane = self.pane_of(claim.article)
        if pane is not None:
            pane.claim_changed(claim)

    @property
    def shown(self) -> list[str]:
        """Ids of the articles in the panes, from left to right."""
        return [article.id for article in self._shown]

    def pane_of(self, article: str) -> ArticlePane | None:
        """Return the pane that shows an article, or None."""
        return next((pane for pane, shown in self._visible() if shown.id == article), None)

    def show_marked(self, marked: frozenset[str]) -> None:
        """Show which claims are marked."""
        for pane in self._panes:
            pane.show_marked(marked)

    def show_selecting(self, article: str, span: Span | None, head: int = 0) -> None:
        """Mark what is being selected by keyboard in one article, and nothing in the others.

        Args:
            article: The id of the article.
            span: What is selected; None to mark nothing.
            head: The offset to bring into sight.
        """
        for pane, shown in self._visible():
            pane.show_selecting(span if shown.id == article else None, head)

    def selected_passage(self) -> tuple[str, Span] | None:
        """Return the article and the span that the mouse has selected, or None."""
        selected = ((shown.id, pane.selected_span()) for pane, shown in self._visible())
        return next(((article, span) for article, span in selected if span is not None), None)

    def article_of(self, widget: ArticlePane | PaneHeading) -> str:
        """Return the id of the article that a pane or a heading belongs to; empty when it shows none."""
        columns = zip(self._panes, self._headings, self._shown, strict=False)
        return next((shown.id for pane, heading, shown in columns if widget in (pane, heading)), "")

    def _new_columns(self, wanted: int) -> list[_Column]:
        """Make the columns that are missing up to a number, from left to right."""
        new = []
        for number in range(len(self._columns) + 1, wanted + 1):
            heading = PaneHeading(self._palette, self._glyphs, id=f"heading-{number}")
            pane = ArticlePane(self._decision_of, self._palette, self._glyphs, id=f"pane-{number}")
            self._headings.append(heading)
            self._panes.append(pane)
            new.append(_Column(heading, pane, id=f"column-{number}", classes="column"))
        self._columns += new
        return new

    def _visible(self) -> Iterable[tuple[ArticlePane, Article]]:
        return zip(self._panes, self._shown, strict=False)

    def _head(self, index: int, article: Article, view: View, claim: Claim | None, answers: Answers) -> None:
        """Say where the cursor is in an article, or what the article says about the claim there."""
        claims, position = self._desk.claims_by_article[article.id], self._desk.position
        style = "strong"
        if claim is not None:
            place = f"{position[claim.id] - position[claims[0].id] + 1}/{len(claims)}"
        elif article.id == view.article or not view.claim:
            place = f"{len(claims)} claims"
        else:
            answer = answers.in_article(article.id)
            style = style_of_answer(answer)
            place = f"{self._glyphs.of_answer(answer)} {answer}" if answer else answers.pending
        number = self._desk.article_position[article.id] + 1
        here, held = article.id == view.article, article.id in view.pinned
        self._headings[index].show(article, number, place, current=here, style=style, pinned=held)

    def _fill(self, index: int, article: Article, view: View, found: Found, claim: Claim | None) -> None:
        pane = self._panes[index]
        pane.show_article(article, self._desk.claims_by_article[article.id], set_aside=view.set_aside_shown)
        pane.show_claim(claim)
        match = found.current
        here = match.span if match is not None and match.article == article.id else None
        pane.show_matches(found.spans_in(article.id), here)

    def _mark(self, claim: Claim | None, answers: Answers) -> None:
        """Mark the counterparts of a claim, each beside it where its pane has to scroll."""
        own_pane = self.pane_of(claim.article) if claim is not None else None
        row = own_pane.row_of(claim) if own_pane is not None and claim is not None else None
        for pane, article in self._visible():
            marks = answers.marks.get(article.id, NOTHING)
            if pane is own_pane and claim is not None:
                words = answers.own_words(claim, (shown.id for shown in self._shown))
                pane.show_marks(replace(marks, words=marks.words + words), None)
            else:
                pane.show_marks(marks, row)
