"""The help screen: every command with its keys, from the registry."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Label, Static

from workbench.resources import styles_folder
from workbench.ui.commands import Group, listed

_KEY_COLUMN = 16


class HelpScreen(ModalScreen[None]):
    """Lists all keys; any of esc, q and ? leaves."""

    CSS_PATH = styles_folder() / "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark", "dismiss", "Close"),
        Binding("j,down", "scroll(1)", "Down"),
        Binding("k,up", "scroll(-1)", "Up"),
        Binding("ctrl+d,pagedown,space", "scroll(10)", "Page down"),
        Binding("ctrl+u,pageup", "scroll(-10)", "Page up"),
    ]

    def compose(self) -> ComposeResult:
        """Create the list."""
        with VerticalScroll(id="help-box", can_focus=False):
            yield Static(help_text(), id="help-text")
        yield Label(" j k scroll   esc close", id="help-keys", markup=False)

    def action_scroll(self, lines: int) -> None:
        """Scroll by some lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)


def help_text() -> Content:
    """Return the commands by group, a line each."""
    lines: list[Content] = []
    for group in Group:
        lines += [Content(""), Content.styled(group.value, "bold")]
        for keys, title in listed(group):
            shown = Content.styled(keys.ljust(_KEY_COLUMN), "bold $primary")
            lines.append(Content.assemble("  ", shown, " ", title))
    return Content("\n").join(lines[1:])
