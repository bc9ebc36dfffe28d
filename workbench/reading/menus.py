"""What tells a whole web page, pasted with its menus, from an article alone."""

from collections.abc import Sequence
from typing import Final

_MOST_LINES: Final = 4_000
"""Longer texts are books or tables; a page has a few hundred lines."""
_RUN: Final = 5
"""Entries of a menu in a row, as no article has."""
_SHARE: Final = 0.25
"""The share of entries that makes a short page of a text with a copyright notice."""
_WORDS: Final = 7
_LENGTH: Final = 60
_NOT_AT_END: Final = ".!?…。！？\"”’':：;,)"
_NOT_AT_BEGIN: Final = "-*•–·►▪"


def has_menus(lines: Sequence[str]) -> bool:
    """Tell whether lines were pasted from a web page with its menus, and not from an article alone.

    Lists of facts and transcripts have short lines, too; those of a menu stand in a row, and have
    neither numbers, nor colons, nor bullets.

    Args:
        lines: The lines of a text.

    Returns:
        True when a model has to tell the article from the rest.
    """
    if len(lines) > _MOST_LINES:
        return False
    entries = run = 0
    for line in lines:
        if not _is_entry(line):
            run = 0
            continue
        entries += 1
        run += 1
        if run == _RUN:
            return True
    return entries >= _SHARE * len(lines) and any("©" in line for line in lines[-_RUN:])


def _is_entry(line: str) -> bool:
    return (
        len(line) < _LENGTH
        and line.count(" ") < _WORDS
        and line[-1] not in _NOT_AT_END
        and line[0] not in _NOT_AT_BEGIN
        and ":" not in line
        and not any(map(str.isdigit, line))
    )
