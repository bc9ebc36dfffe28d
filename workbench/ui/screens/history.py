"""The history of one claim: who, when, from what to what."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Label
from textual.widgets.option_list import Option

from workbench.model.display import displayable
from workbench.resources import styles_folder
from workbench.review.history import Entry
from workbench.ui.glyphs import glyphs_of
from workbench.ui.widgets.choice_list import ChoiceList
from workbench.ui.widgets.key_line import KeyLine

_SECONDS = 19


class HistoryScreen(ModalScreen[None]):
    """Lists what has happened to a claim, newest first; esc leaves.

    Args:
        named: The claim: its number and its words.
        entries: Its history.
    """

    CSS_PATH = styles_folder() / "history.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,H,enter", "dismiss(None)", "Close")]

    def __init__(self, named: str, entries: Sequence[Entry]) -> None:
        super().__init__()
        self._named = named
        self._entries = entries

    def compose(self) -> ComposeResult:
        """Create the quote, the list and the line of keys."""
        yield Label(displayable(self._named).replace("\n", " "), id="history-claim", markup=False)
        yield ChoiceList(
            *(Option(self._line(entry)) for entry in self._entries), id="history-list", markup=False
        )
        yield KeyLine(("j k", "walk, newest first"), ("esc", "close"), id="history-keys")

    def on_mount(self) -> None:
        """Take the keys."""
        options = self.query_one(ChoiceList)
        options.highlighted = 0
        options.focus()

    def _line(self, entry: Entry) -> Content:
        when = entry.at[:_SECONDS].replace("T", " ")
        lines = [f"{when} UTC  {entry.reviewer}", *(f"  {line}" for line in entry.lines)]
        return Content(glyphs_of(self.app).plain(displayable("\n".join(lines))))
