"""Where the lines of a paragraph begin when it is wrapped to a width; fast enough for every resize."""

import re

from rich.cells import cell_len, chop_cells

_ONE_CELL_EACH = re.compile(
    r"[\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u2027\u2030-\u205e\u20ac\u2400-\u2426]*\Z"
)
"""Text in which every code point is one cell wide: no East Asian, no combining marks, no emoji."""

_WORD = re.compile(r"\S+ *| +")


def line_starts(text: str, width: int) -> list[int]:
    """Wrap a paragraph at spaces.

    A word longer than a line is cut. Spaces at a cut belong to the line before it.

    Args:
        text: The paragraph; line breaks count as spaces.
        width: Cells a line has, at least 1.

    Returns:
        For each line the offset, in code points, of its first character; never empty.
    """
    if _ONE_CELL_EACH.match(text):
        return _by_code_points(text, width)
    return _by_cells(text, width)


def _by_code_points(text: str, width: int) -> list[int]:
    starts, position, length = [0], 0, len(text)
    while length - position > width:
        cut = text.rfind(" ", position, position + width + 1)
        cut = position + width if cut <= position else cut + 1
        while cut < length and text[cut] == " ":
            cut += 1
        if cut >= length:
            break
        starts.append(cut)
        position = cut
    return starts


def _by_cells(text: str, width: int) -> list[int]:
    starts, used = [0], 0
    for found in _WORD.finditer(text):
        word, start = found[0], found.start()
        wide = cell_len(word.rstrip(" "))
        if used and used + wide > width:
            starts.append(start)
            used = 0
        if wide > width:
            used = _chop(word, start, width, starts)
        else:
            used += cell_len(word)
    return starts


def _chop(word: str, start: int, width: int, starts: list[int]) -> int:
    """Cut a word wider than a line; add the cuts to `starts`, return the cells of the last piece."""
    pieces = chop_cells(word, width)
    offset = start
    for piece in pieces[:-1]:
        offset += len(piece)
        starts.append(offset)
    return cell_len(pieces[-1])
