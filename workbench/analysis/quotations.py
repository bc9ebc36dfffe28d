"""Quotations: the runs of a text between quotation marks, paired paragraph by paragraph."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from workbench.model.article import Span

_DOUBLE: Final = re.compile(r"[\"“”„«»]|``|''")
_SINGLE: Final = re.compile(
    r"(?<![\w.,'’‘])['‘](?!(?:em|til|cause|bout|n|tis|twas|round|\d0s)\b)(?=\w)"
    r"(?:[^'‘’\n]|(?<=\w)['’](?=\w)){2,400}(?<=[\w.,!?…])['’](?!\w)"
)
_OPENING: Final = "“„«``"
_CLOSING: Final = "”»''"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A run between quotation marks within one paragraph."""

    span: Span
    """Where it lies, with its marks."""
    paragraph: int
    """The number of its paragraph, from 0."""
    is_closed: bool
    """Whether it has a closing mark; one without runs to the end of its paragraph."""


def find_quotations(text: str, paragraphs: Sequence[Span]) -> list[Quotation]:
    """Find the quotations of an article.

    Straight and curly marks pair with each other, since papers mix them. A quotation inside a
    quotation belongs to the outer one. Single marks count only where they cannot be apostrophes.

    Args:
        text: The canonical text.
        paragraphs: Its paragraphs, in order.

    Returns:
        Quotations in reading order, disjoint, each within its paragraph.
    """
    found: list[Quotation] = []
    for number, paragraph in enumerate(paragraphs):
        runs = _double_quoted(text, paragraph.start, paragraph.end)
        closed = [
            Quotation(Span(start, end), number, is_closed)
            for start, end, is_closed in runs
            if end - start > 2
        ]
        if (
            text.find("'", paragraph.start, paragraph.end) >= 0
            or text.find("‘", paragraph.start, paragraph.end) >= 0
        ):
            closed = _with_single_quoted(text, paragraph, number, closed)
        found += closed
    return found


def _double_quoted(text: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    runs: list[tuple[int, int, bool]] = []
    opened, opener, depth = -1, "", 0
    for mark in _DOUBLE.finditer(text, start, end):
        sign, at, after = mark.group(), mark.start(), mark.end()
        opens = _may_open(text, sign, at, after, start, end)
        if opened < 0:
            if opens and not (at > start and text[at - 1].isdigit()):
                opened, opener, depth = at, sign, 0
        elif sign in _CLOSING or not opens:
            if depth:
                depth -= 1
            else:
                runs.append((opened, after, True))
                opened = -1
        elif sign != opener or sign == '"':
            depth += 1
    if opened >= 0:
        runs.append((opened, end, False))
    return runs


def _may_open(text: str, sign: str, at: int, after: int, start: int, end: int) -> bool:
    """Tell whether a mark can open a quotation: it stands before a word and not after one."""
    if sign in _OPENING:
        return True
    if after >= end or text[after].isspace():
        return False
    before = text[at - 1] if at > start else " "
    return before.isspace() or before in "([—–-/'‘:"


def _with_single_quoted(
    text: str, paragraph: Span, number: int, quotations: list[Quotation]
) -> list[Quotation]:
    """Add the quotations in single marks that lie between the given ones."""
    edges = [
        paragraph.start,
        *(edge for one in quotations for edge in (one.span.start, one.span.end)),
        paragraph.end,
    ]
    singles = [
        Quotation(Span(match.start(), match.end()), number, True)
        for first, last in zip(edges[::2], edges[1::2], strict=True)
        for match in _SINGLE.finditer(text, first, last)
    ]
    return sorted([*quotations, *singles], key=lambda one: one.span.start) if singles else quotations
