"""The note editor, laid over the review: esc keeps what is written."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Label, TextArea

from workbench.model.display import displayable
from workbench.resources import styles_folder
from workbench.ui.widgets.key_line import KeyLine


class NoteScreen(ModalScreen[str | None]):
    """Edits one note; returns the text, or None where it was discarded.

    Args:
        quote: The claim that the note is about.
        text: The note so far.
        keep_draft: Called with the text at each change, so that even a crash loses nothing.
    """

    CSS_PATH = styles_folder() / "note.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "save", "Save", priority=True),
        Binding("ctrl+g", "discard", "Discard changes", priority=True),
    ]

    def __init__(self, quote: str, text: str, keep_draft: Callable[[str], None]) -> None:
        super().__init__()
        self._quote = quote
        self._text = displayable(text)
        self._keep_draft = keep_draft

    def compose(self) -> ComposeResult:
        """Create the quote, the editor and the line of keys."""
        with Vertical(id="note-box"):
            yield Label(displayable(self._quote), id="note-quote", markup=False)
            yield TextArea(self._text, id="note-text", soft_wrap=True, show_line_numbers=False)
            yield KeyLine(("esc", "save and close"), ("ctrl+g", "discard changes"), id="note-keys")

    def on_mount(self) -> None:
        """Put the cursor at the end of the text."""
        editor = self.query_one(TextArea)
        editor.move_cursor(editor.document.end)
        editor.focus()

    @on(TextArea.Changed)
    def keep_the_draft(self, event: TextArea.Changed) -> None:
        """Remember what is written so far."""
        if event.text_area.text != self._text:
            self._keep_draft(event.text_area.text)

    def action_save(self) -> None:
        """Return the text."""
        self.dismiss(self.query_one(TextArea).text)

    def action_discard(self) -> None:
        """Return without a change."""
        self.dismiss(None)
