"""Keys as a person writes and reads them, `]`, and as Textual names them, `right_square_bracket`."""

import re
import unicodedata
from typing import Final

_NAMED: Final = frozenset(
    [
        *("enter", "tab", "space", "backspace", "delete", "insert", "escape"),
        *("home", "end", "pageup", "pagedown", "up", "down", "left", "right"),
        *(f"f{number}" for number in range(1, 25)),
    ]
)
_SPELLED: Final = {"esc": "escape", "del": "delete", "return": "enter", "pgup": "pageup", "pgdn": "pagedown"}
_PUNCTUATION_SIGNS: Final = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
_MODIFIED: Final = re.compile(r"((?:ctrl\+|shift\+|alt\+)*)(.+)", re.DOTALL)
_OTHER_NAMES: Final = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""Textual's names where they are not Unicode's."""

CONFUSED: Final = {
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ctrl+h": "backspace",
    "ctrl+left_square_bracket": "esc",
    "ctrl+j": "enter",
}
"""Keys that a terminal sends as another one."""
RESERVED: Final = {"ctrl+q": "always quits", "ctrl+c": "copies what the mouse has selected"}
"""Keys that belong to no command of the registry."""


def key_named(text: str) -> str:
    """Return Textual's name of a key.

    Args:
        text: The key as a person writes it: `c`, `]`, `ctrl+d`, `esc`; or as Textual names it.

    Returns:
        The name, or empty where there is no such key.
    """
    found = _MODIFIED.fullmatch(text)
    if found is None:
        return ""
    modifiers, key = found.groups()
    name = _SPELLED.get(key.lower(), key.lower() if key.lower() in _NAMED else key)
    if len(name) == 1:
        name = name if name.isalnum() else _name_of(name)
    elif name not in _NAMED and name not in _PUNCTUATION:
        return ""
    return modifiers + name


def shown_name(key: str) -> str:
    """Return a key as a person reads it: `]` for `right_square_bracket`.

    Args:
        key: The key as Textual names it.
    """
    found = _MODIFIED.fullmatch(key)
    if found is None or len(found[2]) == 1 or found[2] in _NAMED:
        return key.replace("escape", "esc")
    return found[1] + (_character_of(found[2]) or found[2])


def _name_of(character: str) -> str:
    name = unicodedata.name(character, "").lower().replace(" ", "_").replace("-", "_")
    return _OTHER_NAMES.get(name, name)


_PUNCTUATION: Final = {_name_of(character): character for character in _PUNCTUATION_SIGNS}


def _character_of(name: str) -> str:
    if name in _PUNCTUATION:
        return _PUNCTUATION[name]
    try:
        return unicodedata.lookup(name.replace("_", " "))
    except KeyError:
        return ""
