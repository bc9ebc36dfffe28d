"""Pieces: the runs of a text that become blocks, before anyone has judged what they are."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from workbench.model.article import BlockKind, Span

_LINE: Final = re.compile("[^\n\x0b\x0c\x85\u2028\u2029]+")
_WIDEST: Final = 120
"""Lines longer than this are not broken by hand."""
_SAME_WIDTH: Final = 0.8
"""The share of broken lines that must be as wide as the next word allows."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One line or paragraph of the source."""

    span: Span
    """Where it lies, without surrounding white space and without marks such as `# `."""
    text: str
    """What a reader sees of it: one line, without Markdown."""
    after_gap: bool = False
    """Whether an empty line comes before it."""
    known: BlockKind | None = None
    """What the format says it is, or None."""
    reason: str = ""
    """How the format says so."""


def split_lines(text: str) -> list[Piece]:
    """Split plain text into pieces: one a line, and one a paragraph where lines are broken by hand.

    Args:
        text: The canonical text.

    Returns:
        The pieces in order; together they cover all but white space.
    """
    pieces: list[Piece] = []
    last_end = 0
    for match in _LINE.finditer(text):
        line = match.group()
        stripped = line.strip()
        if not stripped:
            continue
        start = match.start() + (0 if line[0] == stripped[0] else len(line) - len(line.lstrip()))
        pieces.append(
            Piece(
                Span(start, start + len(stripped)),
                stripped,
                after_gap=bool(pieces) and text.count("\n", last_end, start) > 1,
            )
        )
        last_end = start + len(stripped)
    return _join_broken_lines(pieces)


def _join_broken_lines(lines: list[Piece]) -> list[Piece]:
    """Join lines that someone broke at a fixed width, as in mails and old archives.

    A line was broken where the next line's first word would not have fitted any more. Only a text in
    which this holds of nearly all neighbours is taken for broken: lists and menus never are.
    """
    width = _width(lines)
    if not width:
        return lines
    joins = [not after.after_gap and _is_full(before, after, width) for before, after in pairwise(lines)]
    joined: list[list[Piece]] = [[lines[0]]]
    for line, join in zip(lines[1:], joins, strict=True):
        if join:
            joined[-1].append(line)
        else:
            joined.append([line])
    return [_join(run) for run in joined]


def _width(lines: list[Piece]) -> int:
    """Return the width at which the lines were broken, in code points, or 0 where they were not."""
    close = [(before, after) for before, after in pairwise(lines) if not after.after_gap]
    if len(close) < 3:
        return 0
    lengths = sorted(len(line.text) for line in lines)
    width = lengths[-1 - len(lengths) // 50]
    if not 30 <= width <= _WIDEST:
        return 0
    full = sum(_is_full(before, after, width) for before, after in close)
    return width if full >= _SAME_WIDTH * len(close) else 0


def _is_full(before: Piece, after: Piece, width: int) -> bool:
    first_word = after.text.split(None, 1)[0]
    return len(before.text) + 1 + min(len(first_word), 25) > width


def _join(run: list[Piece]) -> Piece:
    if len(run) == 1:
        return run[0]
    span = Span(run[0].span.start, run[-1].span.end)
    return replace(run[0], span=span, text=" ".join(line.text for line in run))
