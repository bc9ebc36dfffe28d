"""One line of a form on which one of a few words is chosen."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget


class OptionRow(Widget, can_focus=True):
    """Shows a label and its options; the arrows, h, l and space choose.

    Args:
        label: What is chosen, padded by the form.
        options: The words.
        chosen: The index of the one that is chosen at first.
        id: The widget's id.
    """

    class Changed(Message):
        """Another word was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "choose(-1)", "Previous", show=False),
        Binding("right,l,space", "choose(1)", "Next", show=False),
    ]

    def __init__(self, label: str, options: Sequence[str], chosen: int, *, id: str) -> None:
        super().__init__(id=id)
        self._label_text = label
        self._words = tuple(options)
        self.chosen = chosen

    def action_choose(self, by: int) -> None:
        """Choose another option, going round at the ends."""
        self.chosen = (self.chosen + by) % len(self._words)
        self.refresh()
        self.post_message(self.Changed())

    def render(self) -> Content:
        """Draw the line: the chosen word in brackets, never by colour alone."""
        pieces = [
            Content.styled(f"[{word}]", "bold reverse" if self.has_focus else "bold")
            if index == self.chosen
            else Content(f" {word} ")
            for index, word in enumerate(self._words)
        ]
        return Content.assemble(self._label_text, *pieces)

    def on_click(self, event: events.Click) -> None:
        """Choose the next option."""
        self.action_choose(1)
