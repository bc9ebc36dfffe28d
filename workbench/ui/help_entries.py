"""What can be done on a screen now, for the help: from the registry, or from the screen's bindings."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from textual.screen import Screen

from workbench.ui.commands import COMMANDS, Group, shown_key
from workbench.ui.key_names import shown_name
from workbench.ui.screens.review_display import ReviewDisplay
from workbench.ui.widgets.span_bar import SpanBar

FAR: Final = 3
"""The distance of what does not fit."""

_SIDEWAYS: Final = ("scroll_left", "scroll_right", "page_left", "page_right", "app.focus_")
"""Bindings that every list inherits and that do nothing on these screens."""


@dataclass(frozen=True, slots=True)
class HelpEntry:
    """Something that can be done."""

    heading: str
    """Under which heading it is listed."""
    keys: str
    """The keys that do it, as a person reads them."""
    title: str
    """What it does."""
    obstacle: str
    """Why it can do nothing now; empty where nothing is in the way."""
    run: Callable[[], Awaitable[object]]
    """Does it, or says what is in the way."""

    def distance(self, words: str) -> int:
        """Tell how well this fits to what was typed.

        Args:
            words: Words, or beginnings and parts of words, in any order; or one key.

        Returns:
            0 for the command that has the key, 1 where words begin so, 2 where all are found anywhere;
            FAR else. Without words everything is as near.
        """
        if words in self.keys.split():
            return 0
        text = f" {self.title} {self.heading} {self.keys}".lower()
        wanted = words.lower().split()
        if all(f" {word}" in text for word in wanted):
            return 1
        return 2 if all(word in text for word in wanted) else FAR


def entries_of_review(screen: ReviewDisplay) -> list[HelpEntry]:
    """Return every command of the registry; of the articles' numbers, those that there are.

    Args:
        screen: The review screen.
    """
    articles = len(screen.review.session.desk.articles)
    return [
        HelpEntry(
            command.group.value,
            screen.setup.keymap.shown(command.id),
            command.title,
            screen.obstacle_of(command),
            partial(screen.run_command, command),
        )
        for group in Group
        for command in COMMANDS
        if command.group is group and not (command.action == "article" and int(command.id[5:]) > articles)
    ]


def entries_of_selection(bar: SpanBar, *, splitting: bool) -> list[HelpEntry]:
    """Return what the keys do while a span is selected or a claim is split.

    Args:
        bar: What takes the keys.
        splitting: Whether a claim is being split.
    """
    heading = "While a claim is split" if splitting else "While a span is selected"

    async def tell(move: str) -> None:
        bar.action_tell(move)

    return [
        HelpEntry(heading, " ".join(map(shown_key, keys.split(","))), title, "", partial(tell, move))
        for keys, move, title in bar.keys(splitting=splitting)
    ]


def entries_of_screen(screen: Screen[object]) -> list[HelpEntry]:
    """Return what the bindings of a screen, and of what has the focus there, can do.

    Args:
        screen: Any screen.
    """
    found: dict[str, HelpEntry] = {}
    for key, active in screen.active_bindings.items():
        binding = active.binding
        aside = binding.action.startswith(_SIDEWAYS) or active.node is screen.app
        if aside or not binding.description or key.startswith("super+"):
            continue
        earlier = found.get(binding.action)
        keys = f"{earlier.keys} {shown_name(key)}" if earlier else shown_name(key)
        found[binding.action] = HelpEntry(
            "Here",
            keys,
            binding.tooltip or binding.description,
            "" if active.enabled else "Not possible now",
            partial(screen.app.run_action, binding.action, active.node),
        )
    return list(found.values())
