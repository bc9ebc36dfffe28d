"""The trash: sessions that were deleted, one of them to restore."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Label
from textual.widgets.option_list import Option

from workbench.errors import WorkbenchError
from workbench.model.display import displayable
from workbench.resources import styles_folder
from workbench.review.opening import Sessions
from workbench.ui.widgets.choice_list import ChoiceList
from workbench.ui.widgets.key_line import KeyLine
from workbench.ui.widgets.prompt_bar import PromptBar


class TrashScreen(Screen[str]):
    """Lists deleted sessions, the latest first; enter restores one and returns its name, esc leaves.

    Args:
        sessions: Tells them.
    """

    CSS_PATH = styles_folder() / "sessions.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,t", "dismiss('')", "Back"),
    ]

    def __init__(self, sessions: Sessions) -> None:
        super().__init__()
        self._sessions = sessions
        self._entries = {entry.id: entry for entry in sessions.keeper.deleted()}

    def compose(self) -> ComposeResult:
        """Create the heading, the list and the line of keys."""
        yield Label(" Deleted sessions" if self._entries else " The trash is empty", id="sessions-title")
        options = (
            Option(Content(f"  {entry.name:<24} deleted {entry.deleted_at[:16].replace('T', ' ')}"), id=id)
            for id, entry in self._entries.items()
        )
        yield ChoiceList(*options, id="sessions-list", markup=False)
        yield KeyLine(
            ("j k", "choose"), ("enter", "restore"), ("?", "all keys"), ("esc", "back"), id="sessions-keys"
        )

    def on_mount(self) -> None:
        """Put the cursor on the session that was deleted last."""
        options = self.query_one(ChoiceList)
        options.focus()
        if self._entries:
            options.highlighted = 0

    @on(ChoiceList.OptionSelected)
    def restore_the_chosen(self, event: ChoiceList.OptionSelected) -> None:
        """Restore a session; ask for another name where its own is taken."""
        entry = self._entries[event.option.id or ""]
        if not self._sessions.library.exists(entry.name):
            self._restore(entry.id, entry.name)
        elif not self.query(PromptBar):
            self.query_one("#sessions-keys").display = False
            self.mount(
                PromptBar(entry.id, displayable(f"{entry.name} is taken; restore it as: "), entry.name)
            )

    @on(PromptBar.Left)
    def stop_asking(self) -> None:
        """Leave the line."""
        self.query_one(PromptBar).remove()
        self.query_one("#sessions-keys").display = True
        self.query_one(ChoiceList).focus()

    @on(PromptBar.Submitted)
    def take_the_name(self, event: PromptBar.Submitted) -> None:
        """Restore the session under another name."""
        self._restore(event.purpose, event.value.strip())

    def _restore(self, entry: str, name: str) -> None:
        try:
            self.dismiss(self._sessions.keeper.restore(entry, name))
        except WorkbenchError as error:
            self.notify(displayable(error.message), title=error.title, severity="error", markup=False)
