"""The sessions screen: all sessions with their progress, to open, rename, duplicate or delete."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Label
from textual.widgets.option_list import Option

from workbench.errors import WorkbenchError
from workbench.model.display import displayable
from workbench.resources import styles_folder
from workbench.review.opening import Sessions
from workbench.review.summary import Summary
from workbench.ui.screens.question import QuestionScreen
from workbench.ui.screens.trash import TrashScreen
from workbench.ui.widgets.choice_list import ChoiceList
from workbench.ui.widgets.key_line import KeyLine
from workbench.ui.widgets.prompt_bar import PromptBar

RENAME = "rename"
DUPLICATE = "duplicate"


class SessionsScreen(Screen[str]):
    """Lists the sessions; enter returns the name of one, esc leaves.

    Args:
        sessions: Tells them.
        current: The name of the session that is open now.
        rename_current: Gives that one another name.
    """

    @dataclass
    class Counted(Message):
        """It is known how far a session is."""

        name: str
        text: str

    CSS_PATH = styles_folder() / "sessions.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Back"),
        Binding("r", "rename", "Give the session another name"),
        Binding("c", "duplicate", "Make a second session of the same content"),
        Binding("x,delete", "delete", "Delete the session, after a question"),
        Binding("t", "trash", "Deleted sessions, to restore one"),
    ]

    def __init__(self, sessions: Sessions, current: str, rename_current: Callable[[str], None]) -> None:
        super().__init__()
        self._sessions = sessions
        self._current = current
        self._rename_current = rename_current

    def compose(self) -> ComposeResult:
        """Create the heading, the list and the line of keys."""
        yield Label(" Sessions", id="sessions-title", markup=False)
        yield ChoiceList(id="sessions-list", markup=False)
        yield KeyLine(
            ("enter", "open"),
            ("r", "rename"),
            ("c", "duplicate"),
            ("x", "delete"),
            ("t", "trash"),
            ("?", "all keys"),
            ("esc", "back"),
            id="sessions-keys",
        )

    def on_mount(self) -> None:
        """Put the cursor on the session that is open."""
        self._list(self._current)
        self.query_one(ChoiceList).focus()

    def action_leave(self) -> None:
        """Go back to the session that is open."""
        self.dismiss(self._current)

    @on(ChoiceList.OptionSelected)
    def open_the_chosen(self, event: ChoiceList.OptionSelected) -> None:
        """Return the session that was chosen."""
        self.dismiss(event.option.id)

    # Listing

    def _list(self, highlighted: str) -> None:
        """List the sessions anew, with the cursor on one of them."""
        options = self.query_one(ChoiceList)
        names = self._sessions.library.names()
        options.clear_options()
        options.add_options(Option(Content(self._named(name)), id=name) for name in names)
        if names:
            options.highlighted = names.index(highlighted) if highlighted in names else 0
        self._count(names)

    @work(thread=True, exclusive=True, group="summaries")
    def _count(self, names: list[str]) -> None:
        """Find out how far each session is, while the list is shown already: large ones take a second."""
        for name in names:
            try:
                text = _line(self._sessions.summary(name))
            except WorkbenchError as error:
                text = error.message
            self.post_message(self.Counted(name, text))

    @on(Counted)
    def show_how_far(self, event: Counted) -> None:
        """Show how far a session is."""
        options = self.query_one(ChoiceList)
        if any(option.id == event.name for option in options.options):
            shown = displayable(f"{self._named(event.name):<23}{event.text}")
            options.replace_option_prompt(event.name, Content(shown))

    def _named(self, name: str) -> str:
        return f"{'>' if name == self._current else ' '} {name}"

    # Doing something with a session

    def action_rename(self) -> None:
        """Ask for another name."""
        self._ask(RENAME, "Rename {} to: ")

    def action_duplicate(self) -> None:
        """Ask for the name of a second session of the same content."""
        self._ask(DUPLICATE, "Duplicate {} as: ")

    def action_delete(self) -> None:
        """Ask whether to delete, and do it."""
        name = self._chosen
        if name == self._current:
            self.notify("It is open here: open another session first", title="Delete", markup=False)
        elif name:
            question = f"Delete {name}? It goes to the trash, and t restores it."
            self.app.push_screen(QuestionScreen(question), lambda yes: self._delete(name) if yes else None)

    def action_trash(self) -> None:
        """Show what was deleted."""
        self.app.push_screen(TrashScreen(self._sessions), self._show_restored)

    @property
    def _chosen(self) -> str:
        option = self.query_one(ChoiceList).highlighted_option
        return option.id or "" if option else ""

    def _ask(self, purpose: str, label: str) -> None:
        name = self._chosen
        if name and not self.query(PromptBar):
            self.query_one("#sessions-keys").display = False
            self.mount(PromptBar(purpose, displayable(label.format(name)), name))

    @on(PromptBar.Left)
    def stop_asking(self) -> None:
        """Leave the line."""
        self.query_one(PromptBar).remove()
        self.query_one("#sessions-keys").display = True
        self.query_one(ChoiceList).focus()

    @on(PromptBar.Submitted)
    def take_the_name(self, event: PromptBar.Submitted) -> None:
        """Rename or duplicate the session under the cursor."""
        name, new = self._chosen, event.value.strip()
        self.stop_asking()
        if new == name:
            same = (
                "It has this name already" if event.purpose == RENAME else "Give the second one another name"
            )
            self.notify(same, title=event.purpose.capitalize(), markup=False)
            return
        if event.purpose == RENAME and name == self._current:
            self.dismiss(None)
            self._rename_current(new)
            return
        keeper = self._sessions.keeper
        change = keeper.rename if event.purpose == RENAME else keeper.duplicate
        self._attempt(lambda: change(name, new), new)

    def _delete(self, name: str) -> None:
        self._attempt(lambda: self._sessions.keeper.delete(name), self._current)

    def _show_restored(self, name: str | None) -> None:
        self._list(name or self._chosen)

    def _attempt(self, change: Callable[[], object], highlighted: str) -> None:
        try:
            change()
        except WorkbenchError as error:
            self.notify(displayable(str(error)), title=error.title, severity="error", markup=False)
            return
        self._list(highlighted)


def _line(summary: Summary) -> str:
    progress = summary.progress
    day = summary.updated_at[:16].replace("T", " ")
    return (
        f"{progress.reviewed:>5}/{progress.total:<5} "
        f"{progress.disputed} disputed  {summary.articles} articles  {day}"
    )
