"""The part of the review screen that writes the report: in a thread, since a large one takes seconds."""

from dataclasses import dataclass
from pathlib import Path

from textual import on, work
from textual.message import Message

from workbench.errors import WorkbenchError
from workbench.model.counterparts import Counterparts
from workbench.model.session import Session
from workbench.review.exporting import free_path, write_report
from workbench.review.relating import compared
from workbench.ui.screens.review_display import ReviewDisplay
from workbench.ui.widgets.prompt_bar import PromptBar

REPORT = "report"


class ReviewReport(ReviewDisplay):
    """The action that writes the report."""

    @dataclass
    class ReportEnded(Message):
        """The report is written, or could not be."""

        target: Path
        error: WorkbenchError | None
        """Why it could not be written."""

    _to_replace: str = ""

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
            self._write(self.review.session, between, target)

    @on(PromptBar.Left)
    def leave_the_path(self, event: PromptBar.Left) -> None:
        """Write nothing."""
        if event.purpose == REPORT:
            self.stop_asking()

    @work(thread=True, group="report")
    def _write(self, session: Session, between: Counterparts | None, target: Path) -> None:
        """Write the report; compare the articles first where the screen has not come to the end of it."""
        error = None
        try:
            known = between or compared(session, self.tables, lambda what, done, total: None)
            write_report(session, known, "md", target, reviewer=self.review.reviewer)
        except WorkbenchError as raised:
            error = raised
        self.post_message(self.ReportEnded(target, error))

    @on(ReportEnded)
    def tell_the_end(self, event: ReportEnded) -> None:
        """Say where the report is, or why there is none."""
        if event.error is not None:
            self.complain(event.error)
            self.say("")
        else:
            self.say(f"Wrote {event.target}")
