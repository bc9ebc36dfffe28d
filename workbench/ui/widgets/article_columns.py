"""The articles side by side, each a heading over a pane."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from workbench.model.article import Article, Span
from workbench.model.decision import Decision
from workbench.model.desk import Desk
from workbench.model.view import View
from workbench.ui.found import Found
from workbench.ui.glyphs import Glyphs
from workbench.ui.palette import Palette
from workbench.ui.pane_window import leftmost_for, panes_for
from workbench.ui.widgets.article_pane import ArticlePane
from workbench.ui.widgets.pane_heading import PaneHeading


class ArticleColumns(Horizontal):
    """Shows up to four articles of a desk.

    Args:
        desk: Articles and claims.
        decision_of: Tells what is decided about a claim, by its id.
        palette: The styles of the claims.
        glyphs: The signs.
        id: The widget's id.
    """

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
        self._columns: list[Vertical] = []
        self._shown: list[Article] = []

    def compose(self) -> ComposeResult:
        """Create a column for each pane that fits; a wider screen gets more later."""
        yield from self._new_columns(panes_for(self.app.size.width, View(), self._desk))

    def show(self, desk: Desk, view: View, found: Found, width: int) -> View:
        """Show the articles that a view asks for.

        Args:
            desk: Articles and claims as they are now.
            view: Names the current claim and article.
            found: What a search has marked.
            width: Cells of the screen.

        Returns:
            The view, with the leftmost article that is really shown.
        """
        self._desk = desk
        panes = panes_for(width, view, desk)
        left = leftmost_for(view, self._desk, panes)
        self._shown = list(self._desk.articles[left : left + panes])
        if panes > len(self._columns):
            self.mount_all(self._new_columns(panes))
        for index, column in enumerate(self._columns):
            if column.display != (index < panes):
                column.display = index < panes
        for index, article in enumerate(self._shown):
            self._fill(index, article, left + index + 1, view, found)
        if not self._shown or view.leftmost == self._shown[0].id:
            return view
        return replace(view, leftmost=self._shown[0].id)

    def claim_changed(self, claim_id: str) -> None:
        """Draw a claim anew in the pane that shows its article."""
        claim = self._desk.claim(claim_id)
        pane = self.pane_of(claim.article)
        if pane is not None:
            pane.claim_changed(claim)

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

    def _new_columns(self, wanted: int) -> list[Vertical]:
        """Make the columns that are missing up to a number, from left to right."""
        new = []
        for number in range(len(self._columns) + 1, wanted + 1):
            heading = PaneHeading(self._palette, self._glyphs, id=f"heading-{number}")
            pane = ArticlePane(self._decision_of, self._palette, self._glyphs, id=f"pane-{number}")
            self._headings.append(heading)
            self._panes.append(pane)
            new.append(Vertical(heading, pane, id=f"column-{number}", classes="column"))
        self._columns += new
        return new

    def _visible(self) -> Iterable[tuple[ArticlePane, Article]]:
        return zip(self._panes, self._shown, strict=False)

    def _fill(self, index: int, article: Article, number: int, view: View, found: Found) -> None:
        claims = self._desk.claims_by_article[article.id]
        current = article.id == view.article
        position = self._desk.position.get(view.claim, -1) if current else -1
        claim = self._desk.claims[position] if position >= 0 else None
        if claim is not None and claim.article != article.id:
            claim = None
        first = self._desk.position[claims[0].id] if claims else 0
        place = f"{position - first + 1}/{len(claims)}" if claim is not None else f"{len(claims)} claims"
        self._headings[index].show(article, number, place, current=current)
        pane = self._panes[index]
        pane.show_article(article, claims, set_aside=view.set_aside_shown)
        pane.show_claim(claim)
        match = found.current
        here = match.span if match is not None and match.article == article.id else None
        pane.show_matches(found.spans_in(article.id), here)
