"""The application: one open review at a time, its theme, and the way from one session to another."""

import gc
import os
import sys
from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.app import App, SystemCommand
from textual.screen import Screen

from workbench.errors import SessionLockedError, WorkbenchError
from workbench.model.display import displayable
from workbench.resources import styles_folder
from workbench.review.opening import Opened, Sessions
from workbench.review.review import Review
from workbench.ui.glyphs import fitting_glyphs
from workbench.ui.palette_commands import ReviewCommands
from workbench.ui.screens.review import ReviewScreen
from workbench.ui.screens.review_prompts import ReviewPrompts
from workbench.ui.theme import verdict_colours


class WorkbenchApp(App[None]):
    """Shows a review until the user quits.

    Args:
        review: The review to begin with.
        sessions: Opens the others.
        notices: What the user has to know at the start, one line each.
    """

    TITLE = "Workbench"
    CSS_PATH: ClassVar = [styles_folder() / "base.tcss", styles_folder() / "review.tcss"]
    COMMANDS: ClassVar = {lambda: ReviewCommands}

    def __init__(self, review: Review, sessions: Sessions, notices: tuple[str, ...] = ()) -> None:
        colourless = bool(os.environ.get("NO_COLOR"))
        super().__init__(ansi_color=colourless)
        self.animation_level = "none"
        self.review = review
        self.sessions = sessions
        self._notices = notices
        self._shown = 0
        self._glyphs = fitting_glyphs(sys.__stdout__)
        if colourless:
            self.theme = "ansi-dark"

    def on_ready(self) -> None:
        """Collect garbage from now on, but not among what is there already: it stays to the end."""
        gc.freeze()
        gc.enable()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return the verdict colours that fit the theme."""
        return verdict_colours(dark=self.current_theme.dark)

    def get_default_screen(self) -> Screen[None]:
        """Return the review as the first screen; pushing it later would cost another frame."""
        return ReviewScreen(self.review, self._glyphs, self._notices, self.sessions.tables)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer the theme beside the review's own commands."""
        yield SystemCommand("Theme", "Dark, light, or one of many", self.action_change_theme)

    @on(ReviewPrompts.OtherSessionWanted)
    def choose_session(self) -> None:
        """List the sessions, and open the one that is chosen."""
        from workbench.ui.screens.sessions import SessionsScreen  # deferred: a start does not need it

        current = self.review.store.name
        self.push_screen(SessionsScreen(self.sessions, current, self.rename_session), self.open_session)

    def open_session(self, name: str | None, readonly: bool = False) -> None:
        """Leave this review for another session; where that cannot be opened, stay.

        Args:
            name: The session's name.
            readonly: Whether to look only; offered for a session that another process has.
        """
        if name is None or name == self.review.store.name:
            return
        try:
            opened = self.sessions.resume(name, self.review.reviewer, readonly=readonly, at_cursor=True)
        except SessionLockedError as error:
            self._offer_to_look(error)
        except WorkbenchError as error:
            self._complain(error)
        else:
            self.review.close()
            self._adopt(opened)

    def rename_session(self, new: str) -> None:
        """Give the session that is open another name: it is closed, moved, and opened again.

        Args:
            new: The name.
        """
        name = self.review.store.name
        self.review.close()
        try:
            self.sessions.keeper.rename(name, new)
            name = new
        except WorkbenchError as error:
            self._complain(error)
        try:
            opened = self.sessions.resume(name, self.review.reviewer, at_cursor=True)
        except SessionLockedError:  # somebody was faster
            opened = self.sessions.resume(name, self.review.reviewer, readonly=True, at_cursor=True)
        self._adopt(opened)

    def _offer_to_look(self, error: SessionLockedError) -> None:
        from workbench.ui.screens.question import QuestionScreen  # deferred: a start does not need it

        question = QuestionScreen(f"{error.message}. Open it read-only?")
        self.push_screen(question, lambda yes: self.open_session(error.session, True) if yes else None)

    def _complain(self, error: WorkbenchError) -> None:
        self.notify(displayable(str(error)), title=error.title, severity="error", markup=False)

    def _adopt(self, opened: Opened) -> None:
        self.review = opened.review
        self._notices = opened.notices
        self.call_next(self._show_opened)

    async def _show_opened(self) -> None:
        """Show the review that was opened last in a mode of its own, and drop the one before."""
        left = self.current_mode
        self._shown += 1
        mode = f"review-{self._shown}"
        self.add_mode(mode, self.get_default_screen)
        await self.switch_mode(mode)
        if left in self._modes and left != "_default":
            await self.remove_mode(left)


def run(review: Review, sessions: Sessions, notices: tuple[str, ...] = ()) -> int:
    """Show a review until the user quits, and release it.

    Args:
        review: The open review.
        sessions: Opens others.
        notices: What the user has to know at the start, one line each.

    Returns:
        The exit code.
    """
    app = WorkbenchApp(review, sessions, notices)
    try:
        app.run()
    finally:
        app.review.close()
    return app.return_code or 0
