"""The key profiles: which commands get other keys than the registry's, for hands that know another tool."""

from collections.abc import Mapping
from typing import Final

_VIM: Final = {
    "undo": "u ctrl+z",
    "redo": "ctrl+r ctrl+y",
    "verdict.unverify": "t",
    "verdict.unverify_stay": "T",
    "page.down": "ctrl+d ctrl+f pagedown",
    "page.up": "ctrl+u ctrl+b pageup",
    "pane.next": "tab l right ctrl+w",
}
"""`u` takes back, as in vi, so that unverified (cannot *tell*) is `t`."""

_PRODIGY: Final = {
    "verdict.confirm": "a",
    "verdict.confirm_stay": "A",
    "verdict.dispute": "x",
    "verdict.dispute_stay": "X",
    "verdict.unverify": "space",
    "verdict.unverify_stay": "U",
    "undo": "backspace z ctrl+z",
    "verdict.clear": "delete",
    "state.accept": "plus",
    "state.not_a_claim": "minus",
    "state.park": "p",
}
"""Accept, reject and ignore are Prodigy's `a`, `x` and `space`; its `backspace` takes back."""

_RAYYAN: Final = {
    "verdict.confirm": "i",
    "verdict.confirm_stay": "I",
    "verdict.dispute": "e",
    "verdict.dispute_stay": "E",
    "verdict.unverify": "u",
    "verdict.unverify_stay": "U",
    "note.write": "c",
    "note.editor": "C",
    "claims": "L",
}
"""Include, exclude and undecided are Rayyan's `i`, `e` and `u`; `c` comments."""


PROFILES: Final[Mapping[str, Mapping[str, str]]] = {
    "default": {},
    "vim": _VIM,
    "prodigy": _PRODIGY,
    "rayyan": _RAYYAN,
}
"""By the profile's name: command ids to keys as Textual names them, apart by spaces."""
