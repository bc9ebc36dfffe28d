"""A question that is answered with yes or no, laid over the screen."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Label

from workbench.model.display import displayable
from workbench.resources import styles_folder
from workbench.ui.widgets.key_line import KeyLine


class QuestionScreen(ModalScreen[bool]):
    """Asks before something that is not undone by one key; only y says yes.

    Args:
        question: What is asked.
    """

    CSS_PATH = styles_folder() / "question.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,Y", "dismiss(True)", "Yes"),
        Binding("n,N,escape,q", "dismiss(False)", "No"),
    ]

    def __init__(self, question: str) -> None:
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        """Create the question and the line of keys."""
        with Vertical(id="question-box"):
            yield Label(displayable(self._question), id="question-text", markup=False)
            yield KeyLine(("y", "yes"), ("n", "no"), id="question-keys")
