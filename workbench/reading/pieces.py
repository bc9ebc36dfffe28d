"""Pieces: the runs of a text that become blocks, before anyone has judged what they are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from workbench.model.article import BlockKind, Span

_LINE: Final = re.compile("[^\n\x0b\x0c\x85\u2028\u2029]+")
_RARE_BREAK: Final = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_NARROWEST: Final = 30
_WIDEST: Final = 120
"""Lines longer than this are not broken by hand."""
_FEWEST_BREAKS: Final = 2
_MOSTLY: Final = 0.8
"""The share of the lines that go on in lower case before which the line must be full."""
_LONGEST_WORD: Final = 25
"""A longer first word, such as a web address, says nothing about the width."""


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
    for start, line in _lines(text):
        stripped = line.strip()
        if not stripped:
            continue
        if line[0] != stripped[0]:
            start += len(line) - len(line.lstrip())
        end = start + len(stripped)
        after_gap = text.count("\n", last_end, start) > 1
        pieces.append(Piece(Span(start, end), stripped, after_gap))
        last_end = end
    return _join_broken_lines(pieces)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield each line with where it begins."""
    if _RARE_BREAK.search(text):
        yield from ((match.start(), match.group()) for match in _LINE.finditer(text))
        return
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1


def _join_broken_lines(lines: list[Piece]) -> list[Piece]:
    """Join lines that someone broke at a fixed width, as in mails and old archives.

    A line was broken where the next line's first word would not have fitted any more, and mostly the
    next line goes on in lower case. Lists and menus are nothing like that.
    """
    width = _width(lines)
    if not width:
        return lines
    joined: list[list[Piece]] = [[lines[0]]]
    for before, after in pairwise(lines):
        if not after.after_gap and _is_full(before, after, width):
            joined[-1].append(after)
        else:
            joined.append([after])
    return [piece for run in joined for piece in ([_join(run)] if any(map(_goes_on, run)) else run)]


def _width(lines: list[Piece]) -> int:
    """Return the width at which the lines were broken, in code points, or 0 where they were not."""
    lengths = sorted(len(line.text) for line in lines)
    width = lengths[-1 - len(lengths) // 50] if lengths else 0
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    going_on = [
        (before, after) for before, after in pairwise(lines) if _goes_on(after) and not after.after_gap
    ]
    full = sum(_is_full(before, after, width) for before, after in going_on)
    return width if full >= max(_FEWEST_BREAKS, _MOSTLY * len(going_on)) else 0


def _goes_on(line: Piece) -> bool:
    return line.text[0].islower()


def _is_full(before: Piece, after: Piece, width: int) -> bool:
    first_word = after.text.split(None, 1)[0]
    return len(before.text) + 1 + min(len(first_word), _LONGEST_WORD) > width


def _join(run: list[Piece]) -> Piece:
    if len(run) == 1:
        return run[0]
    span = Span(run[0].span.start, run[-1].span.end)
    return replace(run[0], span=span, text=" ".join(line.text for line in run))
