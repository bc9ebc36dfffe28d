"""Which keys run which command: the registry's, changed by a key profile and by the user's own keys."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workbench.config import OwnKey
from workbench.ui.commands import BY_ID, COMMANDS, Command
from workbench.ui.key_names import CONFUSED, RESERVED, key_named, shown_name
from workbench.ui.key_profiles import PROFILES


@dataclass(frozen=True, slots=True)
class Keymap:
    """The keys of every command."""

    keys: Mapping[str, tuple[str, ...]]
    """By command id, as Textual names them; none where a user took them away."""
    commands: Mapping[str, Command]
    """The same turned round: by key."""

    def command_of(self, key: str) -> Command | None:
        """Return the command that a key runs, or None."""
        return self.commands.get(key)

    def shown(self, command: str) -> str:
        """Return the keys of a command as a person reads them: `z ctrl+z`."""
        return " ".join(shown_name(key) for key in self.keys[command])

    def first(self, command: str) -> str:
        """Return the first of these keys; empty where there is none."""
        keys = self.keys[command]
        return shown_name(keys[0]) if keys else ""


@dataclass(frozen=True, slots=True)
class CheckedKeymap:
    """A keymap, and what is wrong with the user's part of it."""

    keymap: Keymap
    """The keys that hold: a faulty entry of the user is left out."""
    faults: tuple[str, ...]
    """What is wrong, a line each, with its place."""


def keymap_of(profile: str, own: Iterable[OwnKey] = ()) -> CheckedKeymap:
    """Make the keymap of a profile and a user's own keys.

    Args:
        profile: One of PROFILES.
        own: The user's entries. A key that two commands would have is a fault: it is named, and
            the command that the user gave it to goes without, so that nothing is dropped unseen.

    Returns:
        The keymap, with its faults.
    """
    keys = {command.id: command.keys for command in COMMANDS}
    keys.update({id: tuple(words.split()) for id, words in PROFILES[profile].items()})
    faults: list[str] = []
    places: dict[str, str] = {}
    for entry in own:
        if entry.command not in BY_ID:
            faults.append(f"{entry.place}: there is no command {entry.command!r}{_likely(entry.command)}")
            continue
        named = [(text, key_named(text)) for text in entry.keys]
        wrong = [complaint for text, key in named if (complaint := _complaint(text, key))]
        faults += [f"{entry.place}: {complaint}" for complaint in wrong]
        if not wrong:
            keys[entry.command] = tuple(dict.fromkeys(key for _, key in named))
            places[entry.command] = entry.place
    _settle_clashes(keys, places, faults)
    commands = {key: BY_ID[id] for id, its_keys in keys.items() for key in its_keys}
    return CheckedKeymap(Keymap(keys, commands), tuple(faults))


def _settle_clashes(keys: dict[str, tuple[str, ...]], places: Mapping[str, str], faults: list[str]) -> None:
    """Take a key away from the user's command that has it beside another one, and name both."""
    for id, place in places.items():
        for key in keys[id]:
            others = [other for other, its_keys in keys.items() if other != id and key in its_keys]
            if others:
                also = " and ".join(
                    f"{other} ({places[other]})" if other in places else other for other in others
                )
                faults.append(
                    f"{place}: key {shown_name(key)!r} of {id} belongs to {also} too "
                    f"(give {others[0]} another key, or none: [])"
                )
                keys[id] = tuple(kept for kept in keys[id] if kept != key)


def _complaint(text: str, key: str) -> str:
    if not key:
        return f"{text!r} is no key"
    if key in CONFUSED:
        return f"{text!r} reaches programs as {CONFUSED[key]}: terminals cannot tell them apart"
    return f"{text!r} {RESERVED[key]}" if key in RESERVED else ""


def _likely(id: str) -> str:
    """Return a hint at the command that may be meant."""
    from difflib import get_close_matches  # deferred: 5 ms, and only for a mistake

    found = get_close_matches(id, BY_ID, n=1, cutoff=0.5)
    return f" (did you mean {found[0]!r}?)" if found else " (workbench config lists all)"


DEFAULT_KEYMAP = keymap_of("default").keymap
