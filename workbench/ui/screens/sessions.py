"""The sessions screen: all sessions with their progress, one of them to open."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Label
from textual.widgets.option_list import Option

from workbench.errors import WorkbenchError
from workbench.resources import styles_folder
from workbench.review.opening import Sessions, Summary
from workbench.ui.widgets.choice_list import ChoiceList


class SessionsScreen(Screen[str]):
    """Lists the sessions, the latest first; enter returns the name of one, esc leaves.

    Args:
        sessions: Tells them.
        current: The name of the session that is open now.
    """

    CSS_PATH = styles_folder() / "sessions.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Back"),
    ]

    def __init__(self, sessions: Sessions, current: str) -> None:
        super().__init__()
        self._sessions = sessions
        self._current = current

    def compose(self) -> ComposeResult:
        """Create the heading, the list and the line of keys."""
        yield Label(" Sessions", id="sessions-title", markup=False)
        yield ChoiceList(*self._options(), id="sessions-list", markup=False)
        yield Label(" j k choose   enter open   esc back   ? all keys", id="sessions-keys", markup=False)

    def on_mount(self) -> None:
        """Put the cursor on the session that is open."""
        options = self.query_one(ChoiceList)
        options.focus()
        names = [option.id for option in options.options]
        options.highlighted = names.index(self._current) if self._current in names else 0

    def action_leave(self) -> None:
        """Go back to the session that is open."""
        self.dismiss(self._current)

    @on(ChoiceList.OptionSelected)
    def open_the_chosen(self, event: ChoiceList.OptionSelected) -> None:
        """Return the session that was chosen."""
        self.dismiss(event.option.id)

    def _options(self) -> list[Option]:
        options = []
        for name in self._sessions.library.names():
            try:
                text = _line(self._sessions.summary(name), current=name == self._current)
            except WorkbenchError as error:
                text = f"  {name}: {error.message}"
            options.append(Option(Content(text), id=name))
        return options


def _line(summary: Summary, *, current: bool) -> str:
    progress = summary.progress
    mark = ">" if current else " "
    day = summary.updated_at[:16].replace("T", " ")
    return (
        f"{mark} {summary.name:<24} {progress.reviewed:>5}/{progress.total:<5} "
        f"{progress.disputed} disputed  {summary.articles} articles  {day}"
    )
