"""The way from one session to another: the next one is opened before the one before is closed."""

from dataclasses import dataclass
from time import monotonic

from rich.text import Text
from textual import on, work
from textual.app import App
from textual.message import Message
from textual.notifications import SeverityLevel
from textual.worker import get_current_worker

from workbench.errors import SessionLockedError, WorkbenchError
from workbench.model.display import displayable
from workbench.review.opening import Opened, Sessions
from workbench.review.review import Review
from workbench.ui.screens.review_prompts import ReviewPrompts


class SwitchingApp(App[None]):
    """Has one review open, and can change it for another.

    Args:
        review: The review to begin with.
        sessions: Opens the others.
        notices: What the user has to know at the start, one line each.
        ansi_color: Whether the terminal's own colours are shown; None for Textual's choice.
    """

    @dataclass
    class SessionOpened(Message):
        """A session is open, or could not be opened."""

        outcome: Opened | WorkbenchError

    def __init__(
        self, review: Review, sessions: Sessions, notices: tuple[str, ...], ansi_color: bool | None
    ) -> None:
        super().__init__(ansi_color=ansi_color)
        self.review = review
        self.sessions = sessions
        self._notices = notices
        self._shown = 0
        self._told_until: dict[tuple[str, str], float] = {}
        """Title and text of messages to when they go, in seconds of the monotonic clock."""

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Show a message for some seconds, unless the same one is still to be read."""
        now, lasts = monotonic(), self.NOTIFICATION_TIMEOUT if timeout is None else timeout
        if self._told_until.get((title, message), now) <= now:
            self._told_until[title, message] = now + lasts
            super().notify(message, title=title, severity=severity, timeout=lasts, markup=markup)

    def clear_notifications(self) -> None:
        """Take all messages away."""
        self._told_until.clear()
        super().clear_notifications()

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
        self._open_beside(name, readonly)

    @work(thread=True, exclusive=True, group="opening")
    def _open_beside(self, name: str, readonly: bool) -> None:
        """Open a session in a thread: the review that is open can be worked in until it is there."""
        outcome: Opened | WorkbenchError
        try:
            outcome = self.sessions.resume(name, self.review.reviewer, readonly=readonly, at_cursor=True)
        except WorkbenchError as error:
            outcome = error
        if not get_current_worker().is_cancelled:
            self.post_message(self.SessionOpened(outcome))
        elif isinstance(outcome, Opened):  # another one is wanted by now
            outcome.review.close()

    @on(SessionOpened)
    def show_the_opened(self, event: SessionOpened) -> None:
        """Leave the review for the session that was opened; where it was not, say why and stay."""
        outcome = event.outcome
        if isinstance(outcome, Opened):
            self.review.close()
            self._adopt(outcome)
        elif isinstance(outcome, SessionLockedError):
            self._offer_to_look(outcome)
        else:
            self._complain(outcome)

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
        except WorkbenchError as error:  # the disk is gone: nothing is open any more
            self.exit(return_code=error.exit_code, message=Text(f"workbench: {displayable(str(error))}"))
            return
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
