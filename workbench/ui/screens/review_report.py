"""The part of the review screen that writes the report: in a thread, since a large one takes seconds."""

from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from textual import on, work
from textual.message import Message
from textual.worker import Worker, get_current_worker

from workbench.errors import WorkbenchError
from workbench.model.counterparts import Counterparts
from workbench.model.session import Session
from workbench.review.exporting import free_path, write_report
from workbench.review.relating import compared
from workbench.ui.screens.review_display import ReviewDisplay
from workbench.ui.widgets.prompt_bar import PromptBar

REPORT = "report"
_REST = 0.2
"""Seconds between two tellings of how far the comparison is."""


class _GivenUpError(Exception):
    """Nobody wants the report any more; raised through what makes it."""


class ReviewReport(ReviewDisplay):
    """The action that writes the report."""

    @dataclass
    class ReportNears(Message):
        """The comparison that the report needs has come further."""

        progress: str
        """How far it is: `12/40`."""

    @dataclass
    class ReportEnded(Message):
        """The report is written, or could not be."""

        target: Path
        error: WorkbenchError | None
        """Why it could not be written."""

    _to_replace: str = ""
    _writing: Worker[None] | None = None

    def action_report(self) -> None:
        """Ask where to write the report."""
        self._to_replace = ""
        path = free_path(Path.cwd() / f"{self.review.session.name}.md")
        self.ask(REPORT, "Write the report to: ", str(path))

    @on(PromptBar.Submitted)
    def take_the_path(self, event: PromptBar.Submitted) -> None:
        """Write the report; where the file exists, only when enter is pressed again."""
        if event.purpose != REPORT:
            return
        path = event.value.strip()
        target = Path(path).expanduser()
        if path and target.exists() and self._to_replace != path:
            self._to_replace = path
            self.say(f"{path} exists: enter again replaces it, esc leaves")
            return
        self.stop_asking()
        if path:
            self.show_view(self.review.view)
            self.say(f"Writing {target}")
            between = None if self.pending else self.counterparts.snapshot()
            self._writing = self._write(self.review.session, between, target)

    @on(PromptBar.Left)
    def leave_the_path(self, event: PromptBar.Left) -> None:
        """Write nothing."""
        if event.purpose == REPORT:
            self.stop_asking()

    def stop_writing(self) -> bool:
        """Give up a report that is being written; a file of before stays as it is.

        Returns:
            Whether there was one.
        """
        if self._writing is None:
            return False
        self._writing.cancel()
        self._writing = None
        self.say("No report is written")
        return True

    @work(thread=True, group="report")
    def _write(self, session: Session, between: Counterparts | None, target: Path) -> None:
        """Write the report; compare the articles first where the screen has not come to the end of it."""
        worker, told = get_current_worker(), monotonic()

        def go_on() -> None:
            if worker.is_cancelled:
                raise _GivenUpError

        def report(_: str, done: int, total: int) -> None:
            nonlocal told
            go_on()
            if monotonic() - told > _REST:
                told = monotonic()
                self.post_message(self.ReportNears(f"{done}/{total}"))

        error = None
        try:
            known = between or compared(session, self.tables, report)
            write_report(session, known, "md", target, reviewer=self.review.reviewer, before_part=go_on)
        except _GivenUpError:
            return
        except WorkbenchError as raised:
            error = raised
        self.post_message(self.ReportEnded(target, error))

    @on(ReportNears)
    def tell_how_far(self, event: ReportNears) -> None:
        """Say how far the comparison is that the report waits for."""
        if self._writing is not None:
            self.say(f"The report waits for the comparison: {event.progress}   esc gives it up")

    @on(ReportEnded)
    def tell_the_end(self, event: ReportEnded) -> None:
        """Say where the report is, or why there is none."""
        self._writing = None
        if event.error is not None:
            self.complain(event.error)
            self.say("")
        else:
            self.say(f"Wrote {event.target}")
