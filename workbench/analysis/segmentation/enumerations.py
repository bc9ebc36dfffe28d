"""Items of a list that were run together on one line: "1. First 2. Second", "• One • Two"."""

import re
from typing import Final

FIRST_OF_LIST: Final = "•⁃‣▪◦●(1aAiI"
"""The characters that the first item of a list can begin with."""

_FIRST: Final = re.compile(r"[•⁃‣▪◦●]\s*\S|\(?(?:1|a|A|i|I)(?:\.\)|[.)])\s")
_BULLET: Final = re.compile(r"(?<=\s)[•⁃‣▪◦●](?=\s*\w)")
_MARK: Final = re.compile(r"(?<=\s)\(?(\d{1,2}|[A-Za-z]|[ivx]{2,4})(?:\.\)|[.)])\s+(?=[\"'“‘]?[A-Z])")
_ENUMERATOR: Final = re.compile(r"[•⁃‣▪◦●*-]?\s*\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})?")
_ROMAN: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_LONGEST_ENUMERATOR: Final = 8


def item_starts(text: str, start: int, end: int) -> list[int]:
    """Find where the further items of a list begin that starts with the block.

    Args:
        text: The canonical text.
        start: Where the block starts, a character that is no white space.
        end: Where it ends.

    Returns:
        Offsets, rising, without `start`; empty unless the block begins with a bullet or a first enumerator.
    """
    first = _FIRST.match(text, start, end)
    if first is None:
        return []
    if text[start] in "•⁃‣▪◦●":
        return [mark.start() for mark in _BULLET.finditer(text, start + 1, end)]
    wanted = _successors(text[start:end].lstrip("(")[0])
    starts: list[int] = []
    for mark in _MARK.finditer(text, start + 1, end):
        if mark[1] == wanted[len(starts)]:
            starts.append(mark.start())
        if len(starts) == len(wanted):
            break
    return starts


def is_enumerator(text: str, start: int, end: int) -> bool:
    """Tell whether `text[start:end]`, the stop after it left out, only counts an item, or says nothing."""
    return end - start <= _LONGEST_ENUMERATOR and _ENUMERATOR.fullmatch(text, start, end) is not None


def _successors(first: str) -> list[str]:
    if first == "1":
        return [str(number) for number in range(2, 100)]
    if first in "iI":
        return [numeral.upper() if first == "I" else numeral for numeral in _ROMAN[1:]]
    return [chr(ord(first) + step) for step in range(1, 26)]
