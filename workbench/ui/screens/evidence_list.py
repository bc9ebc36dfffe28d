"""The evidence of one claim: one source to change or to remove, or another one to add."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets.option_list import Option

from workbench.model.display import displayable
from workbench.model.evidence import Evidence
from workbench.resources import styles_folder
from workbench.review.history import summary
from workbench.ui.glyphs import Glyphs, glyphs_of
from workbench.ui.widgets.choice_list import ChoiceList
from workbench.ui.widgets.key_line import KeyLine

_SHOWN_QUOTE = 200


@dataclass(frozen=True, slots=True)
class EvidenceChoice:
    """What is to be done."""

    number: int | None
    """The place of the source among the claim's evidence, from 0; None to add another one."""
    remove: bool = False
    """Whether it is to be removed."""


class EvidenceList(ModalScreen[EvidenceChoice | None]):
    """Lists the evidence of a claim below a line that adds more; esc leaves.

    Args:
        evidence: The claim's evidence, at least one.
    """

    CSS_PATH = styles_folder() / "evidence.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", "Close"),
        Binding("s", "add", "Add"),
        Binding("x,delete", "remove", "Remove"),
    ]

    def __init__(self, evidence: tuple[Evidence, ...]) -> None:
        super().__init__()
        self._evidence = evidence

    def compose(self) -> ComposeResult:
        """Create the list and the line of keys."""
        options = [Option(_shown(one, glyphs_of(self.app))) for one in self._evidence]
        yield ChoiceList(Option("Add evidence"), *options, id="evidence-list", markup=False)
        yield KeyLine(
            ("j k", "choose"),
            ("enter", "change"),
            ("s", "add"),
            ("x", "remove"),
            ("esc", "close"),
            id="evidence-list-keys",
        )

    def on_mount(self) -> None:
        """Put the cursor on the line that adds, so that enter goes on collecting."""
        options = self.query_one(ChoiceList)
        options.highlighted = 0
        options.focus()

    @on(ChoiceList.OptionSelected)
    def return_the_chosen(self, event: ChoiceList.OptionSelected) -> None:
        """Return the source that was chosen."""
        self.dismiss(EvidenceChoice(event.option_index - 1 if event.option_index else None))

    def action_add(self) -> None:
        """Ask for another source."""
        self.dismiss(EvidenceChoice(None))

    def action_remove(self) -> None:
        """Remove the source under the cursor."""
        index = self.query_one(ChoiceList).highlighted
        if index:
            self.dismiss(EvidenceChoice(index - 1, remove=True))


def _shown(evidence: Evidence, glyphs: Glyphs) -> Content:
    lines = [displayable(summary(evidence))]
    if evidence.quote:
        lines.append(f"  “{displayable(' '.join(evidence.quote.split()))[:_SHOWN_QUOTE]}”")
    return Content(glyphs.plain("\n".join(lines)))
