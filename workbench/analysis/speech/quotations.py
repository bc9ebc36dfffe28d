"""Quotations: the runs of a text between quotation marks, paired paragraph by paragraph."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, NamedTuple

from workbench.model.article import Span

_DOUBLE: Final = re.compile(r"[\"“”„«»]|``|''")
_CURLY: Final = re.compile("[“”„«»]")
# The pattern begins with the mark, so that the search for it is a scan in C.
_SINGLE: Final = re.compile(
    r"['‘](?<![\w.,'’‘]['‘])(?!(?:em|til|cause|bout|n|tis|twas|round|\d0s)\b)(?=\w)"
    r"(?:[^'‘’\n]|(?<=\w)['’](?=\w)){2,400}(?<=[\w.,!?…])['’](?!\w)"
)
_OPENING: Final = "“„«``"
_CLOSING: Final = "”»''"
_BEFORE_OPENING: Final = "([—–-/'‘:"
_SHORTEST: Final = 3
_NEAR: Final = 2_000
_MOST_MARKS: Final = 400


class QuotedRun(NamedTuple):
    """A run between quotation marks in a paragraph."""

    start: int
    """Where its opening mark is, counted from the paragraph's start."""
    end: int
    """One past its closing mark; where it has none, the paragraph's end."""
    is_closed: bool
    """Whether it has a closing mark."""


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

    Args:
        text: The canonical text.
        paragraphs: Its paragraphs, in order.

    Returns:
        Quotations in reading order, disjoint, each within its paragraph.
    """
    return [
        Quotation(Span(paragraph.start + run.start, paragraph.start + run.end), number, run.is_closed)
        for number, paragraph in enumerate(paragraphs)
        for run in quoted_runs(paragraph.of(text))
    ]


def quoted_runs(paragraph: str) -> list[QuotedRun]:
    """Find the quotations of one paragraph.

    Straight and curly marks pair with each other, since papers mix them. A quotation inside a
    quotation belongs to the outer one. Single marks count only where they cannot be apostrophes.
    Of a run of text with hundreds of marks only the first ones count.

    Args:
        paragraph: The paragraph's text.

    Returns:
        Quotations in reading order, disjoint.
    """
    is_plain = '"' in paragraph or "``" in paragraph or "''" in paragraph
    is_quoted = is_plain or (not paragraph.isascii() and _CURLY.search(paragraph))
    runs = _double_quoted(paragraph) if is_quoted else []
    if "'" in paragraph or "‘" in paragraph:
        return _with_single_quoted(paragraph, runs)
    return runs


def _double_quoted(text: str) -> list[QuotedRun]:
    runs: list[QuotedRun] = []
    inner: list[QuotedRun] = []
    opened: list[tuple[int, str]] = []
    for mark in islice(_DOUBLE.finditer(text), _MOST_MARKS):
        sign, at = mark.group(), mark.start()
        opens = _may_open(text, sign, at)
        if not opened:
            if opens and not (at and text[at - 1].isdigit()):
                opened, inner = [(at, sign)], []
        elif sign in _CLOSING or not opens:
            first, _ = opened.pop()
            if len(opened) < 2:
                (inner if opened else runs).append(QuotedRun(first, mark.end(), True))
        elif sign != opened[0][1] or sign == '"' or _closes_more(text, at):
            opened.append((at, sign))
    if opened:
        # Inside a quotation the marks would be single ones: this mark stands before a block of quoted text.
        runs += inner if inner and opened[0][1] == '"' else [QuotedRun(opened[0][0], len(text), False)]
    return [run for run in runs if run.end - run.start >= _SHORTEST]


def _closes_more(text: str, at: int) -> bool:
    """Tell whether more quotations close than open in the text from a place on."""
    return text.count("”", at, at + _NEAR) > text.count("“", at, at + _NEAR)


def _may_open(text: str, sign: str, at: int) -> bool:
    """Tell whether a mark can open a quotation: it stands before a word and not after one."""
    if sign in _OPENING:
        return True
    after = at + len(sign)
    if after >= len(text) or text[after].isspace():
        return False
    before = text[at - 1] if at else " "
    return before.isspace() or before in _BEFORE_OPENING


def _with_single_quoted(text: str, runs: list[QuotedRun]) -> list[QuotedRun]:
    """Add the quotations in single marks that lie between the given ones."""
    edges = [0, *(edge for run in runs for edge in run[:2]), len(text)]
    singles = [
        QuotedRun(match.start(), match.end(), True)
        for first, last in zip(edges[::2], edges[1::2], strict=True)
        for match in islice(_SINGLE.finditer(text, first, last), _MOST_MARKS)
    ]
    return sorted([*runs, *singles]) if singles else runs
