"""The review screen: articles side by side, the claims below, one key a decision."""

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from workbench.errors import StoreError
from workbench.model.decision import UNDECIDED, Decision, State, Verdict
from workbench.model.event import Event
from workbench.model.session import View
from workbench.review.navigation import nearest_in, next_to_settle, next_unreviewed, step
from workbench.review.review import Review
from workbench.ui.commands import Command, bindings, command_of_action, command_of_key
from workbench.ui.found import Found
from workbench.ui.glyphs import Glyphs
from workbench.ui.obstacles import obstacle
from workbench.ui.palette import CLAIM_STYLES, Palette
from workbench.ui.screens.review_prompts import ReviewPrompts
from workbench.ui.widgets.article_columns import ArticleColumns
from workbench.ui.widgets.article_pane import ArticlePane
from workbench.ui.widgets.claim_line import ClaimLine
from workbench.ui.widgets.claim_list import ClaimList
from workbench.ui.widgets.key_bar import KeyBar
from workbench.ui.widgets.pane_heading import PaneHeading
from workbench.ui.widgets.top_bar import TopBar


class ReviewScreen(ReviewPrompts, Screen[None]):
    """Shows one open review and changes it.

    Args:
        review: The open review.
        glyphs: The signs of the verdicts.
        notices: What the user has to know at the start, one line each.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings()
    COMPONENT_CLASSES: ClassVar[set[str]] = set(CLAIM_STYLES)
    AUTO_FOCUS = ""
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (22, "-short"), (32, "-tall")]

    def __init__(self, review: Review, glyphs: Glyphs, notices: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.review = review
        self.found = Found()
        self._notices = notices
        desk = review.session.desk
        palette = Palette(self)
        self._palette = palette
        self._top = TopBar(palette, glyphs, id="top-bar")
        self._columns = ArticleColumns(desk, self._decision_of, palette, glyphs, id="articles")
        self._line = ClaimLine(palette, glyphs, id="claim-line")
        self._list = ClaimList(desk, self._decision_of, palette, glyphs, id="claim-list")
        self._keys = KeyBar(self._is_possible, palette, id="key-bar")

    def compose(self) -> ComposeResult:
        """Create the parts of the screen, from top to bottom."""
        yield self._top
        yield self._columns
        yield self._line
        yield self._list
        yield self._keys

    def on_mount(self) -> None:
        """Show where the reviewer was."""
        self.show_view(self.review.view)
        self.say("; ".join(self._notices))
        if self.review.view.draft:
            self.call_after_refresh(self.action_note)

    def on_resize(self, event: events.Resize) -> None:
        """Show as many articles as the new width allows."""
        self.show_view(self.review.view)

    def notify_style_update(self) -> None:
        """Ask the stylesheet for the styles of claims again: the theme has changed."""
        super().notify_style_update()
        self._palette.forget()

    # Showing

    def show_view(self, view: View) -> None:
        """Show another place of the session, and remember it."""
        shown = self._columns.show(view, self.found, self.app.size.width)
        self.review.look(shown)
        session, claim = self.review.session, self.review.claim
        if self._list.display != shown.claims_shown:
            self._list.display = shown.claims_shown
        self._list.show_claim(shown.claim)
        decision = session.decision(claim.id) if claim else UNDECIDED
        self._line.show_message("")
        self._line.show_claim(claim, decision, self._place())
        title = f"{session.name} (read only)" if self.review.store.readonly else session.name
        self._top.show(title, session.progress)
        self._keys.show()

    def show_claim(self, claim_id: str) -> None:
        """Put the cursor on a claim, in its article's pane."""
        if claim_id:
            claim = self.review.session.desk.claim(claim_id)
            self.show_view(replace(self.review.view, claim=claim_id, article=claim.article))
        else:
            self.show_view(self.review.view)

    def say(self, message: str) -> None:
        """Show a message until the next key."""
        self._line.show_message(message)

    def attempt(self, change: Callable[[], Event | None]) -> tuple[bool, Event | None]:
        """Make a change; where the disk refuses it, say so and leave everything as it is.

        Args:
            change: Makes the change durable and returns its event.

        Returns:
            Whether the disk took it, and the event, or None where nothing had to change.
        """
        try:
            event = change()
        except StoreError as error:
            self.app.notify(str(error), title=error.title, severity="error", markup=False, timeout=10)
            return False, None
        if event is not None:
            self._columns.claim_changed(event.claim)
            self._list.claim_changed(event.claim)
        return True, event

    def _place(self) -> str:
        session, claim = self.review.session, self.review.claim
        if claim is None:
            return ""
        desk = session.desk
        claims = desk.claims_by_article[claim.article]
        number = desk.position[claim.id] - desk.position[claims[0].id] + 1
        article = next(n for n, one in enumerate(desk.articles, start=1) if one.id == claim.article)
        return f"Claim {number} of {len(claims)} in article {article}"

    def _decision_of(self, claim_id: str) -> Decision:
        return self.review.session.decision(claim_id)

    # What is possible

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow an action, or dim it: while a line is typed into, and where something is in the way."""
        command = command_of_action(action, parameters)
        if command is None:
            return True
        if self.prompt is not None:
            return False
        return None if obstacle(command.id, self.review, self.found) else True

    def on_key(self, event: events.Key) -> None:
        """Say why a key can do nothing."""
        command = command_of_key(event.key)
        if command is not None and self.prompt is None:
            self.say(obstacle(command.id, self.review, self.found))

    def _is_possible(self, command: Command) -> bool:
        return not obstacle(command.id, self.review, self.found)

    # Deciding

    def action_mark(self, verdict: str, advance: bool = True) -> None:
        """Give the claim a verdict."""
        self._decide(lambda claim: self.review.mark(claim, Verdict(verdict)), advance=advance)

    def action_put(self, state: str) -> None:
        """Put the claim into a state; all but accepting it go on to the next one."""
        chosen = State(state)
        self._decide(lambda claim: self.review.put(claim, chosen), advance=chosen is not State.OPEN)

    def action_clear(self) -> None:
        """Take the claim's verdict or state away."""
        self._decide(self.review.clear, advance=False)

    def _decide(self, change: Callable[[str], Event | None], *, advance: bool) -> None:
        claim = self.review.view.claim
        done, _ = self.attempt(lambda: change(claim))
        if not done:
            return
        session = self.review.session
        following = next_to_settle(session, claim) if advance else claim
        self.show_claim(following or claim)
        if session.progress.reviewed == session.progress.total:
            self.say(f"All {session.progress.total} claims are reviewed: w writes the report")

    def action_undo(self) -> None:
        """Take the latest decision back."""
        self._show_reversal("Undone", self.review.undo)

    def action_redo(self) -> None:
        """Bring back what was undone."""
        self._show_reversal("Redone", self.review.redo)

    def _show_reversal(self, word: str, change: Callable[[], Event | None]) -> None:
        _, event = self.attempt(change)
        if event is None:
            return
        self.show_claim(event.claim)
        before, after = event.before.label, event.after.label
        self.say(f"{word}: {before} → {after}" if before != after else f"{word}: the note")

    # Moving

    def action_step(self, by: int) -> None:
        """Go to another claim."""
        self.show_claim(step(self.review.session, self.review.view, by))

    def action_ends(self, direction: int) -> None:
        """Go to the first or the last claim."""
        self.action_step(direction * len(self.review.session.desk.claims))

    def action_half_page(self, direction: int) -> None:
        """Go half a page down or up in the current article."""
        pane = self._columns.pane_of(self.review.view.article)
        claim = pane.claim_half_a_page(direction) if pane is not None else None
        self.show_claim(claim.id if claim else "")

    def action_unreviewed(self, direction: int) -> None:
        """Go to the next or previous unreviewed claim."""
        self.show_claim(next_unreviewed(self.review.session, self.review.view.claim, direction))

    def action_pane(self, direction: int) -> None:
        """Go to the next or previous article, round at the ends."""
        articles = self.review.session.desk.articles
        here = next((i for i, one in enumerate(articles) if one.id == self.review.view.article), 0)
        self._go_to_article(articles[(here + direction) % len(articles)].id)

    def action_article(self, number: int) -> None:
        """Go to an article by its number."""
        self._go_to_article(self.review.session.desk.articles[number - 1].id)

    def _go_to_article(self, article: str) -> None:
        view = self.review.view
        if article != view.article:
            claim = nearest_in(self.review.session, article, view.claim)
            self.show_view(replace(view, article=article, claim=claim))

    @on(ArticlePane.Clicked)
    def show_clicked_place(self, event: ArticlePane.Clicked) -> None:
        """Go where the mouse was clicked."""
        if event.claim:
            self.show_claim(event.claim)
        else:
            self._go_to_article(self._columns.article_of(event.pane))

    @on(PaneHeading.Clicked)
    def show_clicked_article(self, event: PaneHeading.Clicked) -> None:
        """Go to the article whose heading was clicked."""
        self._go_to_article(self._columns.article_of(event.heading))

    @on(ClaimList.Clicked)
    def show_clicked_claim(self, event: ClaimList.Clicked) -> None:
        """Go to the claim whose row was clicked."""
        self.show_claim(event.claim)

    # Seeing

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
