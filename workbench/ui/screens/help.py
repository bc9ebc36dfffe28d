"""The help screen: what can be done on the screen below it, to be searched, and run from here."""

from collections.abc import Sequence
from itertools import pairwise
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from workbench.resources import styles_folder
from workbench.ui.help_entries import FAR, HelpEntry
from workbench.ui.widgets.key_line import KeyLine
from workbench.ui.wrapping import line_starts

_KEY_COLUMN = 17
_SHARE, _WIDEST, _AROUND = 96, 86, 7
"""The width of the box in percent of the screen and its most cells, as in the stylesheet; the cells of its
padding, the list's, an option's, and the scroll bar."""
_KEYS = (("type", "to filter"), ("enter", "run it"), ("up down", "choose"), ("esc", "close"))


class HelpScreen(ModalScreen[HelpEntry | None]):
    """Lists what can be done; returns what was chosen, or None where it was only read.

    Args:
        entries: What can be done, heading by heading.
    """

    CSS_PATH = styles_folder() / "help.tcss"
    AUTO_FOCUS = "#help-filter"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1", "dismiss(None)", "Close"),
        Binding("down,ctrl+n", "list('cursor_down')", "Down"),
        Binding("up", "list('cursor_up')", "Up"),
        Binding("pagedown,ctrl+d", "list('page_down')", "Page down"),
        Binding("pageup", "list('page_up')", "Page up"),
    ]

    def __init__(self, entries: Sequence[HelpEntry]) -> None:
        super().__init__()
        self._entries = entries
        self._wrapped_to = 0

    def compose(self) -> ComposeResult:
        """Create the filter, the list and the line of keys."""
        with Vertical(id="help-box"):
            yield Input(placeholder="All keys: type words, or a key", id="help-filter", compact=True)
            yield OptionList(id="help-list", markup=False)
            yield KeyLine(*_KEYS, id="help-keys")

    def on_mount(self) -> None:
        """List everything; the keys go to the filter."""
        self._list.can_focus = False
        self._show("")

    def on_resize(self, event: events.Resize) -> None:
        """Wrap to the new width."""
        if self._width != self._wrapped_to:
            highlighted = self._list.highlighted
            self._show(self.query_one("#help-filter", Input).value.strip())
            self._list.highlighted = highlighted

    @property
    def _width(self) -> int:
        """The cells that a line of the list has, also before its first layout."""
        return min(self.app.size.width * _SHARE // 100, _WIDEST) - _AROUND

    @property
    def _list(self) -> OptionList:
        return self.query_one("#help-list", OptionList)

    @on(Input.Changed)
    def show_what_matches(self, event: Input.Changed) -> None:
        """List what fits to the filter; the key that opened the help closes it again."""
        if event.value == "?":
            self.dismiss(None)
        else:
            self._show(event.value.strip())

    @on(Input.Submitted)
    def run_the_highlighted(self) -> None:
        """Return what the cursor is on, unless something is in the way."""
        if self._list.highlighted is not None:
            self._choose(self._list.get_option_at_index(self._list.highlighted))

    @on(OptionList.OptionSelected)
    def run_the_clicked(self, event: OptionList.OptionSelected) -> None:
        """Return what was clicked."""
        self._choose(event.option)

    @on(OptionList.OptionHighlighted)
    def say_what_is_in_the_way(self, event: OptionList.OptionHighlighted) -> None:
        """Show why the command under the cursor can do nothing."""
        entry = self._entry_of(event.option)
        reason = entry.obstacle if entry is not None else ""
        line = self.query_one(KeyLine)
        if reason:
            line.say(f"Not now: {reason}")
        else:
            line.show(*_KEYS)

    def action_list(self, movement: str) -> None:
        """Move the cursor of the list."""
        getattr(self._list, f"action_{movement}")()

    def _choose(self, option: Option) -> None:
        entry = self._entry_of(option)
        if entry is not None and not entry.obstacle:
            self.dismiss(entry)

    def _entry_of(self, option: Option) -> HelpEntry | None:
        # a number of the whole list: an option may be one of before the last letter was typed
        return self._entries[int(option.id)] if option.id else None

    def _show(self, words: str) -> None:
        """List all under their headings, or what matches: first the command that has the key."""
        matching = [
            (entry.distance(words), index, entry)
            for index, entry in enumerate(self._entries)
            if entry.distance(words) < FAR
        ]
        options, heading = [], ""
        for _, index, entry in sorted(matching, key=lambda one: one[:2]):
            if not words and entry.heading != heading:
                heading = entry.heading
                options.append(Option(Content.styled(heading, "bold"), disabled=True))
            options.append(Option(_line(entry, self._width), id=str(index)))
        if not options:
            options.append(Option(Content("Nothing matches"), disabled=True))
        self._wrapped_to = self._width
        self._list.clear_options().add_options(options)
        self._list.action_first()


def _line(entry: HelpEntry, width: int) -> Content:
    """Return an entry as lines that are indented below its title, where one has no room for all of it."""
    keys = entry.keys.ljust(_KEY_COLUMN)
    indent = _KEY_COLUMN + 3
    reason = f"{entry.obstacle[:1].lower()}{entry.obstacle[1:]}"
    said = f"{entry.title}: {reason}" if reason else entry.title
    room = max(8, width - indent)
    if reason and len(said) > room >= max(len(entry.title) + 1, len(reason)):
        lines = [f"{entry.title}:", reason]
    else:
        lines = [said[start:end].rstrip() for start, end in pairwise([*line_starts(said, room), len(said)])]
    text = f"\n{' ' * indent}".join(lines)
    if reason:
        return Content.styled(f"  {keys} {text}", "$wb-text italic")
    return Content.assemble("  ", Content.styled(keys, "bold $wb-key"), " ", text)
