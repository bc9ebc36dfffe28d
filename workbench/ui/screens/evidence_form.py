"""The form for one piece of evidence, laid over the review: esc keeps what is written."""

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label, TextArea

from workbench.model.display import displayable
from workbench.model.evidence import Evidence, Stance
from workbench.resources import styles_folder
from workbench.ui.widgets.key_line import KeyLine
from workbench.ui.widgets.option_row import OptionRow

_STANCES = tuple(Stance)
_RANKS = ("primary", "secondary")
_LABEL_WIDTH = 13
_FIELDS = (("title", "Title"), ("location", "URL or file"), ("date", "Date"))


class EvidenceForm(ModalScreen[Evidence | None]):
    """Describes one source; returns it, or None where it was discarded.

    Args:
        quote: The claim that the evidence is about.
        evidence: The source as it is described so far.
        keep_draft: Called with the description at each change, so that even a crash loses nothing.
    """

    CSS_PATH = styles_folder() / "evidence.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "save", "Save", priority=True),
        Binding("ctrl+g", "discard", "Discard changes", priority=True),
        Binding("enter", "app.focus_next", "Next field", show=False),
    ]

    def __init__(self, quote: str, evidence: Evidence, keep_draft: Callable[[Evidence], None]) -> None:
        super().__init__()
        self._quote = quote
        self._evidence = evidence
        self._shown: Evidence | None = None
        self._keep_draft = keep_draft

    def compose(self) -> ComposeResult:
        """Create the claim's quote, a line for each field, and the line of keys."""
        evidence = self._evidence
        stance, rank = _STANCES.index(evidence.stance), 0 if evidence.is_primary else 1
        with Vertical(id="evidence-box"):
            yield Label(displayable(self._quote), id="evidence-claim", markup=False)
            yield OptionRow(_label("Stance"), [one.value for one in _STANCES], stance, id="evidence-stance")
            yield OptionRow(_label("Source"), _RANKS, rank, id="evidence-rank")
            for name, label in _FIELDS:
                with Horizontal(classes="evidence-row"):
                    yield Label(_label(label), markup=False)
                    value = displayable(getattr(evidence, name))
                    yield Input(value, id=f"evidence-{name}", compact=True, select_on_focus=False)
            yield Label("Quote", markup=False)
            yield TextArea(
                displayable(evidence.quote), id="evidence-quote", soft_wrap=True, show_line_numbers=False
            )
            yield KeyLine(
                ("esc", "save and close"),
                ("tab", "next field"),
                ("space", "choose"),
                ("ctrl+g", "discard"),
                id="evidence-keys",
            )

    def on_mount(self) -> None:
        """Begin at the stance: most evidence supports, and the title comes next."""
        self.query_one("#evidence-stance", OptionRow).focus()
        self._shown = self._described

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(OptionRow.Changed)
    def keep_the_draft(self) -> None:
        """Remember what is described so far."""
        described = self._described
        if self._shown is not None and described != self._shown:
            self._shown = described
            self._keep_draft(described)

    @on(Input.Submitted)
    def go_to_the_next_field(self) -> None:
        """Take enter for tab, as forms do."""
        self.focus_next()

    def action_save(self) -> None:
        """Return the source as it is described now."""
        self.dismiss(self._described)

    def action_discard(self) -> None:
        """Return without a change."""
        self.dismiss(None)

    @property
    def _described(self) -> Evidence:
        return replace(
            self._evidence,
            stance=_STANCES[self.query_one("#evidence-stance", OptionRow).chosen],
            is_primary=self.query_one("#evidence-rank", OptionRow).chosen == 0,
            title=self._value("title"),
            location=self._value("location"),
            date=self._value("date"),
            quote=self.query_one(TextArea).text,
        )

    def _value(self, field: str) -> str:
        return self.query_one(f"#evidence-{field}", Input).value


def _label(text: str) -> str:
    return text.ljust(_LABEL_WIDTH)
