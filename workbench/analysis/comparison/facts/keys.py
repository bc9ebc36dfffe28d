"""The keys of a claim's facts: two claims that share one are worth comparing, whatever their words."""

from collections.abc import Sequence
from typing import Final

from workbench.analysis.comparison.facts.frames import Frame
from workbench.analysis.comparison.facts.happenings import Happening
from workbench.analysis.comparison.facts.numbers_told import telling

_NO_KEYS: Final[frozenset[str]] = frozenset()
_ANYBODY: Final = frozenset({"person", "combatant"})
"""Groups that a story counts too often to lead anywhere."""
_TELLING: Final = 0.5
"""From which on a number leads to other claims by itself."""
_HURT: Final = "hurt"
_KILLED: Final = "killed"
_KINDS: Final = {"casualties": ("killed", "hurt"), "victims": ("killed",), "bodies": ("killed",)}
"""Kinds of events that are compared with others."""


def keys_of(frames: Sequence[Frame], happenings: Sequence[Happening]) -> frozenset[str]:
    """Return the keys of a claim's facts.

    Args:
        frames: Its numbers with what they are about.
        happenings: What it says when it happened.

    Returns:
        "F:killed" for an event, "Q:500:person" and "G:child" for a count, "U:length:500" for a measure with
        "M:length:" and a concept by it, "D:attack" for a day, "N:1347" for a telling number.
    """
    if not frames and not happenings:
        return _NO_KEYS
    keys: list[str] = []
    for frame in frames:
        amount = frame.amount
        if telling(amount.stated) >= _TELLING:
            keys.append(f"N:{amount.stated:g}")
        if frame.measure:
            keys.append(f"W:{amount.dimension}:{frame.measure}")
        if frame.event:
            keys += [f"F:{kind}" for kind in _KINDS.get(frame.event, (frame.event,))]
            if amount.is_nought and frame.event == _HURT:
                keys.append(f"F:{_KILLED}")
        elif amount.unit:
            keys.append(f"U:{amount.dimension}:{amount.stated:g}")
            keys += [f"M:{amount.dimension}:{concept}" for concept in frame.near]
        elif frame.group and not amount.is_nought:
            keys.append(f"Q:{amount.stated:g}:{frame.group}")
            if frame.group not in _ANYBODY:
                keys.append(f"G:{frame.group}")
    keys += [f"D:{happening.kind}" for happening in happenings]
    return frozenset(keys)
