"""A line to type into, in the footer's place: what to search for, where to write."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Label


class PromptBar(Horizontal):
    """Asks for one line; enter takes it, esc leaves.

    Args:
        purpose: What is asked for, named by the one who asks: `search`.
        label: What the user reads before the line.
        value: What stands in the line at first.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    @dataclass
    class Edited(Message):
        """The line has changed."""

        purpose: str
        value: str

    @dataclass
    class Submitted(Message):
        """The line was taken with enter."""

        purpose: str
        value: str

    @dataclass
    class Left(Message):
        """The line was left with esc."""

        purpose: str

    def __init__(self, purpose: str, label: str, value: str = "") -> None:
        super().__init__(id="prompt-bar")
        self._purpose = purpose
        self._label_text = label
        self._initial = value

    def compose(self) -> ComposeResult:
        """Create label and input."""
        yield Label(self._label_text, markup=False)
        yield Input(self._initial, compact=True, select_on_focus=False)

    def on_mount(self) -> None:
        """Take the keys."""
        self.query_one(Input).focus()

    @on(Input.Changed)
    def tell_the_edit(self, event: Input.Changed) -> None:
        """Tell the screen what stands in the line."""
        event.stop()
        self.post_message(self.Edited(self._purpose, event.value))

    @on(Input.Submitted)
    def tell_the_submission(self, event: Input.Submitted) -> None:
        """Tell the screen that the line is taken."""
        event.stop()
        self.post_message(self.Submitted(self._purpose, event.value))

    def action_leave(self) -> None:
        """Tell the screen that the line was left."""
        self.post_message(self.Left(self._purpose))
