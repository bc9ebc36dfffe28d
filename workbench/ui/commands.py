"""All that a reviewer can do: bindings, footer, palette, help and the README's key table come from here."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from workbench.ui.key_names import shown_name

if TYPE_CHECKING:
    from textual.binding import BindingType


class Group(StrEnum):
    """The headings of the help screen."""

    DECIDE = "Decide"
    MOVE = "Move"
    FIND = "Find"
    SEE = "See"
    KEEP = "Keep"


@dataclass(frozen=True, slots=True)
class Command:
    """Something a reviewer can do on the review screen."""

    id: str
    """Names the command, also in a user's key settings: `verdict.confirm`."""
    keys: tuple[str, ...]
    """The keys that run it, as Textual names them."""
    action: str
    """The name of the review screen's action."""
    arguments: "Arguments"
    """What the action is called with."""
    title: str
    """What it does, for help, palette and README."""
    group: Group
    """Where help lists it."""

    @property
    def action_string(self) -> str:
        """The action as Textual writes it: `mark('confirmed')`."""
        return f"{self.action}({', '.join(map(repr, self.arguments))})"

    @property
    def shown_keys(self) -> str:
        """The keys as a person reads them: `z ctrl+z`."""
        return " ".join(shown_key(key) for key in self.keys)


_SHOWN = {
    "right_curly_bracket": "}",
    "left_curly_bracket": "{",
    "right_square_bracket": "]",
    "left_square_bracket": "[",
    "equals_sign": "=",
    "question_mark": "?",
    "colon": ":",
    "slash": "/",
    "backslash": "\\",
    "percent_sign": "%",
    "asterisk": "*",
    "ampersand": "&",
    "number_sign": "#",
    "shift+tab": "shift+tab",
    "escape": "esc",
}


def shown_key(key: str) -> str:
    """Return a key as a person reads it: `]` for `right_square_bracket`."""
    return _SHOWN.get(key) or shown_name(key)


Arguments = tuple[str | int | bool, ...]


def _commands(group: Group, *rows: tuple[str, str, str, Arguments, str]) -> tuple[Command, ...]:
    return tuple(
        Command(id, tuple(keys.split()), action, arguments, title, group)
        for id, keys, action, arguments, title in rows
    )


_LAST_DIGIT = 9

# fmt: off
COMMANDS = (
    *_commands(
        Group.DECIDE,
        ("verdict.confirm", "c", "mark", ("confirmed",), "Confirmed: save, go to the next unreviewed"),
        ("verdict.dispute", "d", "mark", ("disputed",), "Disputed: save, go to the next unreviewed"),
        ("verdict.unverify", "u", "mark", ("unverified",), "Unverified: save, go to the next unreviewed"),
        ("verdict.confirm_stay", "C", "mark", ("confirmed", False), "Confirmed: save and stay"),
        ("verdict.dispute_stay", "D", "mark", ("disputed", False), "Disputed: save and stay"),
        ("verdict.unverify_stay", "U", "mark", ("unverified", False), "Unverified: save and stay"),
        ("claim.mark", "asterisk", "mark_claim", (), "Mark the claim: decide all marked ones together"),
        ("claim.mark_all", "ampersand", "mark_all", (), "Mark all claims that the filter lets through"),
        ("verdict.clear", "backspace", "clear", (), "Clear the verdict"),
        ("state.park", "space", "put", ("parked",), "Park for later"),
        ("state.not_checkable", "o", "put", ("not checkable",), "Not checkable: opinion or prediction"),
        ("state.not_a_claim", "x", "put", ("not a claim",), "Not a claim: reject the suggestion"),
        ("state.accept", "a", "put", ("open",), "Accept the suggestion, without a verdict"),
        ("note.write", "e", "note", (), "Write a note"),
        ("note.editor", "E", "note_in_editor", (), "Write a note in $EDITOR"),
        ("evidence", "s", "evidence", (), "Evidence: add a source, change or remove one"),
        ("tags", "number_sign", "tags", (), "Tags"),
        ("confidence", "percent_sign", "confidence", (), "Confidence: low, medium, high"),
        ("wording", "W", "wording", (), "Word the claim for the report; its span stays"),
        ("select", "v", "select", (), "Select a span: new claim, new bounds, evidence"),
        ("merge", "m", "merge", (), "Merge with the next claim, or all marked ones"),
        ("split", "S", "split", (), "Split the claim at a word"),
        ("undo", "z ctrl+z", "undo", (), "Undo, also decisions of earlier days"),
        ("redo", "Z ctrl+y", "redo", (), "Redo"),
    ),
    *_commands(
        Group.MOVE,
        ("claim.next", "j down", "step", (1,), "Next claim"),
        ("claim.previous", "k up", "step", (-1,), "Previous claim"),
        ("claim.first", "g home", "ends", (-1,), "First claim"),
        ("claim.last", "G end", "ends", (1,), "Last claim"),
        ("page.down", "ctrl+d pagedown", "half_page", (1,), "Half a page down"),
        ("page.up", "ctrl+u pageup", "half_page", (-1,), "Half a page up"),
        ("unreviewed.next", "right_square_bracket", "unreviewed", (1,), "Next unreviewed claim"),
        ("unreviewed.previous", "left_square_bracket", "unreviewed", (-1,), "Previous unreviewed claim"),
        ("counterpart.next", "f", "follow", (1,), "Follow it to the next article"),
        ("counterpart.previous", "F", "follow", (-1,), "Follow it to the previous article"),
        ("conflict.next", "right_curly_bracket", "conflict", (1,), "Next claim in conflict with another"),
        ("conflict.previous", "left_curly_bracket", "conflict", (-1,), "Previous claim in conflict"),
        ("pane.next", "tab l right", "pane", (1,), "Next pane, then the next article"),
        ("pane.previous", "shift+tab h left", "pane", (-1,), "Previous pane, then the previous article"),
        *((f"pane.{n}", f"{n}", "article", (n,), f"Article {n}") for n in range(1, _LAST_DIGIT + 1)),
        ("pane.choose", "0", "choose_article", (), "Any article: its number, or words of its title"),
    ),
    *_commands(
        Group.FIND,
        ("search", "slash", "search", (), "Search the articles: a capital makes case count"),
        ("search.next", "n", "match", (1,), "Next match"),
        ("search.previous", "N", "match", (-1,), "Previous match"),
        ("filter", "backslash", "filter", (), "Filter and sort the claims"),
        ("leave", "escape", "leave", (), "Leave the search, the card, the zoom, the filter"),
    ),
    *_commands(
        Group.SEE,
        ("relations", "r", "relations", (), "What others say of it: accept, reject, link"),
        ("matrix", "M", "matrix", (), "Matrix of claims by articles: who says what"),
        ("card", "enter", "card", (), "Claim card: this claim in every article"),
        ("pane.zoom", "equals_sign", "zoom", (), "Give the pane the whole width, or share it again"),
        ("pane.pin", "K", "pin", (), "Keep the article in its pane, or let it go"),
        ("set_aside", "b", "set_aside", (), "Show or hide what was set aside"),
        ("blocks", "B", "blocks", (), "Set a block aside, or bring it into review"),
        ("claims", "i", "claims", (), "Show or hide the list of claims"),
        ("history", "H", "history", (), "History of the claim: who, when, what changed"),
    ),
    *_commands(
        Group.KEEP,
        ("overview", "O", "overview", (), "Overview: progress, conflicts, time spent"),
        ("copy", "y", "copy", (), "Copy the claim as Markdown"),
        ("report", "w", "report", (), "Write the report"),
        ("theme", "ctrl+t", "theme", (), "Theme: dark, light, terminal, or another"),
        ("sessions", "ctrl+o", "sessions", (), "Sessions: open, rename, duplicate, delete"),
        ("help", "question_mark f1", "help", (), "Help: all keys, to search and to run"),
        ("palette", "colon ctrl+p", "palette", (), "Command palette"),
        ("quit", "q", "quit_review", (), "Quit: everything is saved"),
    ),
)
"""In the order in which help and README list them."""
# fmt: on

BY_ID = {command.id: command for command in COMMANDS}

FOOTER = (
    ("verdict.confirm", "confirm"),
    ("verdict.dispute", "dispute"),
    ("verdict.unverify", "unverified"),
    ("claim.next", "next"),
    ("help", "help"),
    ("undo", "undo"),
    ("counterpart.next", "follow"),
    ("quit", "quit"),
    ("note.write", "note"),
    ("relations", "relations"),
    ("pane.next", "article"),
    ("search", "search"),
    ("unreviewed.next", "unreviewed"),
    ("conflict.next", "conflict"),
    ("matrix", "matrix"),
    ("state.park", "park"),
    ("evidence", "evidence"),
    ("report", "report"),
    ("pane.zoom", "zoom"),
    ("set_aside", "set aside"),
)
"""What the footer shows and calls it, the most important first: what does not fit is left out whole."""


def listed(group: Group) -> list[tuple[str, str]]:
    """Return keys and titles of a group's commands, as help and README list them.

    Args:
        group: The group.

    Returns:
        A pair a line; the commands of the digits share one.
    """
    rows: list[tuple[str, str]] = []
    for command in COMMANDS:
        if command.group is not group:
            continue
        if command.action != "article":
            rows.append((command.shown_keys, command.title))
        elif command.arguments == (1,):
            rows.append((f"{command.shown_keys}..{_LAST_DIGIT}", "Article by its number"))
    return rows


def bindings() -> "list[BindingType]":
    """Return the bindings of the review screen."""
    from textual.binding import Binding  # deferred: the command line reads the registry without Textual

    return [
        Binding(",".join(command.keys), command.action_string, command.title, show=False, id=command.id)
        for command in COMMANDS
    ]


_BY_ACTION: dict[tuple[str, tuple[object, ...]], Command] = {
    (command.action, command.arguments): command for command in COMMANDS
}


def command_of_action(action: str, arguments: tuple[object, ...]) -> Command | None:
    """Return the command that an action of the review screen belongs to, or None."""
    return _BY_ACTION.get((action, arguments))
