"""What the review screen shows: articles side by side, the claims below, progress above, keys at the foot."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import ComposeResult

from workbench.errors import StoreError, WorkbenchError
from workbench.model.counterparts import Counterparts
from workbench.model.decision import UNDECIDED, Decision
from workbench.model.display import displayable
from workbench.model.event import Event
from workbench.model.view import View
from workbench.review.queue import Queue
from workbench.review.review import Review
from workbench.ui.answers import Answers, answers_about
from workbench.ui.commands import Command
from workbench.ui.found import Found
from workbench.ui.glyphs import Glyphs
from workbench.ui.keymap import DEFAULT_KEYMAP
from workbench.ui.obstacles import changes_a_claim, obstacle
from workbench.ui.palette import CLAIM_STYLES, Palette
from workbench.ui.pane_window import has_room_for_both, lines_for_list
from workbench.ui.screens.asking import AskingScreen
from workbench.ui.setup import PLAIN_SETUP, Setup
from workbench.ui.widgets.article_columns import ArticleColumns
from workbench.ui.widgets.claim_line import ClaimLine, place_told
from workbench.ui.widgets.claim_list import ClaimList
from workbench.ui.widgets.key_bar import KeyBar
from workbench.ui.widgets.top_bar import TopBar

_SECONDS_TO_READ = 7


class ReviewDisplay(AskingScreen):
    """Shows one open review.

    Args:
        review: The open review.
        glyphs: The signs of the verdicts.
        notices: What the user has to know at the start, one line each.
        tables: The folder of the user's word lists, or None.
        setup: What the screen is set to.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = set(CLAIM_STYLES)
    AUTO_FOCUS = ""
    BLANK = True

    def __init__(
        self,
        review: Review,
        glyphs: Glyphs,
        notices: tuple[str, ...] = (),
        tables: Path | None = None,
        setup: Setup = PLAIN_SETUP,
    ) -> None:
        super().__init__()
        self.setup = setup
        if setup.keymap != DEFAULT_KEYMAP:
            from workbench.ui.rebinding import rebound  # deferred: most have the keys of the registry

            self._bindings = rebound(self._bindings, setup.keymap)
        self.review = review
        self.tables = tables
        self.found = Found()
        self.queue: Queue | None = None
        """The claims to go through; None for all in reading order."""
        self.progress = ""
        """What is being done beside the review, for the top bar; empty for nothing."""
        self.comparing = f"comparing{glyphs.ellipsis}"
        self.pending = self.comparing
        """What to say of an article that is not compared; empty where all are."""
        self._answers = Answers()
        self._notices = notices
        self._list_height = 0
        self._is_started = False
        desk = review.glimpse.desk
        palette = Palette(self)
        self.palette = palette
        self.glyphs = glyphs
        self._top = TopBar(palette, glyphs, id="top-bar")
        self.columns = ArticleColumns(desk, self._decision_of, palette, glyphs, id="articles")
        self._line = ClaimLine(palette, glyphs, id="claim-line")
        self._list = ClaimList(desk, self._decision_of, review.counterparts, palette, glyphs, id="claim-list")
        self.keys = KeyBar(self._is_possible, palette, setup.keymap, id="key-bar")

    @property
    def counterparts(self) -> Counterparts:
        """What the articles say about each other."""
        return self.review.counterparts

    def compose(self) -> ComposeResult:
        """Create the parts of the screen, from top to bottom."""
        yield self._top
        yield self.columns
        yield self._line
        yield self._list
        yield self.keys

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Style everything again but at the start: what was just mounted has its styles (5 ms of a start)."""
        event.refresh_styles = self._is_started
        self._is_started = True

    def on_mount(self) -> None:
        """Show where the reviewer was."""
        self.show_view(self.review.view)
        self.say("; ".join(self._notices))

    def on_resize(self, event: events.Resize) -> None:
        """Show as many articles as the new width allows."""
        self.show_view(self.review.view)

    def on_screen_suspend(self) -> None:
        """Take messages away with the review that they are about, when another screen is laid over it."""
        if self.app.screen_stack[0] is self:
            self.app.clear_notifications()

    def notify_style_update(self) -> None:
        """Ask the stylesheet for the styles of claims again: the theme has changed."""
        super().notify_style_update()
        self.palette.forget()

    # Showing

    def show_view(self, view: View) -> None:
        """Show another place of the session, and remember it."""
        session = self.review.glimpse
        self._answers = self._answers_about(view.claim)
        shown = self.columns.show(session.desk, view, self.found, self._answers, self.app.size.width)
        self.review.look(shown)
        self._fit_list(shown)
        self.show_queue()
        self._list.show_claim(shown.claim)
        self._line.show_message("")
        self._show_facts()

    def show_what_is_known(self) -> None:
        """Show what was found about the current claim since, and no more: no pane moves for less."""
        view = self.review.view
        answers = self._answers_about(view.claim)
        if answers != self._answers:
            self._answers = answers
            desk, width = self.review.glimpse.desk, self.app.size.width
            self.review.look(self.columns.show(desk, view, self.found, answers, width))
        self._list.draw_anew()
        self._show_facts()

    def _answers_about(self, claim: str) -> Answers:
        return answers_about(self.review.counterparts, claim, pending=self.pending)

    def _show_facts(self) -> None:
        session, claim = self.review.glimpse, self.review.claim
        decision = session.decision(claim.id) if claim else UNDECIDED
        place = place_told(session.desk, claim, self.queue) if claim else ""
        self._line.show_claim(claim, decision, place, self.review.counterparts)
        title = f"{session.name} (read only)" if self.review.store.readonly else session.name
        marked = len(self.review.marked_claims) if self.review.marked else 0
        told = (f"{marked} marked" if marked else "", self.progress)
        title = "   ".join(filter(None, (title, *told)))
        going_through = None if self.queue is None else len(self.queue.claims)
        self._top.show(title, session.progress if self.review.is_whole else None, going_through)
        self.keys.show()

    def show_queue(self) -> None:
        """List the claims that are gone through."""
        desk = self.review.glimpse.desk
        self._list.show_claims(desk, Queue.of(desk) if self.queue is None else self.queue)

    def show_top_of_list(self) -> None:
        """Bring the first of the claims that are gone through into sight."""
        self._list.show_top()

    def show_claim(self, claim_id: str) -> None:
        """Put the cursor on a claim, in its article's pane."""
        if claim_id:
            near = self.review.glimpse.desk
            desk = near if claim_id in near.position else self.review.session.desk
            article = desk.claim(claim_id).article
            self.show_view(replace(self.review.view, claim=claim_id, article=article))
        else:
            self.show_view(self.review.view)

    def show_marked(self, marked: frozenset[str]) -> None:
        """Mark these claims, and no others."""
        self.review.marked = marked
        self._list.show_marked(marked)
        self.columns.show_marked(marked)
        self._show_facts()

    def say(self, message: str) -> None:
        """Show a message until the next key."""
        self._line.show_message(message)

    def complain(self, error: WorkbenchError) -> None:
        """Show what went wrong, with its title."""
        shown = displayable(str(error))
        self.app.notify(shown, title=error.title, severity="error", markup=False, timeout=_SECONDS_TO_READ)

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
            self.complain(error)
            return False, None
        for one in self.review.together(event) if event is not None else ():
            # an edit of spans brings another desk, which is drawn anew as a whole
            if one.claims is None and one.claim in self.review.session.desk.position:
                self.columns.claim_changed(one.claim)
                self._list.claim_changed(one.claim)
                if one.relation is not None:
                    self._list.claim_changed(one.relation.relation.other(one.claim))
        return True, event

    def _fit_list(self, view: View) -> None:
        height = self.app.size.height
        lines = lines_for_list(height, len(self.review.glimpse.desk.claims))
        if self._list_height != lines:
            self._list_height = lines  # no class of the screen: that would match all styles again
            self._list.styles.height = lines
        shown = view.claims_shown and (not view.card_shown or has_room_for_both(height))
        if self._list.display != shown:
            self._list.display = shown

    def _decision_of(self, claim_id: str) -> Decision:
        return self.review.glimpse.decision(claim_id)

    def obstacle_of(self, command: Command) -> str:
        """Say why a command can do nothing now; empty where nothing is in the way."""
        if not self.review.is_whole and command.action == "step":
            return ""  # around the cursor all is there, and nobody should wait for the rest
        if command.id == "theme" and self.app.no_color:
            return "No colours are wanted: NO_COLOR is set, or the theme none"
        if self.queue is not None and not self.queue.claims and changes_a_claim(command.id):
            return "No claim passes the filter"
        return obstacle(command.id, self.review, self.found)

    async def run_command(self, command: Command) -> None:
        """Run a command, or say why it can do nothing: for help and palette, which press no key."""
        reason = self.obstacle_of(command)
        if reason:
            self.say(reason)
        else:
            await self.run_action(command.action_string)

    def _is_possible(self, command: Command) -> bool:
        return not self.review.is_whole or not self.obstacle_of(command)
