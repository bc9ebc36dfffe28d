"""Markdown: its blocks as pieces of the source itself, so that every span holds in the file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from workbench.model.article import BlockKind, Span
from workbench.reading.front_matter import FrontMatter, read_front_matter
from workbench.reading.pieces import Piece
from workbench.reading.running_text import is_running_text
from workbench.reading.visible_text import is_image, is_link, visible_text

_WIDEST: Final = 120
"""A paragraph with a longer line is not broken by hand: each of its lines is a paragraph."""
_BULLET: Final = re.compile(r"(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)")
_CLOSING_MARKS: Final = re.compile(r"(?:^|[ \t]+)#+[ \t]*$")
_OPENING_MARKS: Final = re.compile(r"#{1,6}(?=[ \t]|$)")
_UNDERLINE: Final = re.compile(r"[ \t>]*(?:=+|-+)[ \t]*$")
_DEFINITION: Final = re.compile(r"\s{0,3}\[[^\]]{1,200}\]:")


@dataclass(frozen=True, slots=True)
class _Run:
    """Lines of the source that are one Markdown block."""

    first: int
    """The first line."""
    end: int
    """The line after the last."""
    kind: str
    """"heading", "text", "code", "indented", "html" or "markup"."""
    quotes: int = 0
    """How many block quotes it lies in."""
    items: int = 0
    """How many list items begin on its first line."""


@dataclass(frozen=True, slots=True)
class MarkdownText:
    """A Markdown source, taken apart."""

    pieces: list[Piece]
    """Its pieces; they cover all but white space and the marks of headings, lists and quotes."""
    front: FrontMatter
    """What its front matter says."""


def split_markdown(text: str) -> MarkdownText:
    """Split a Markdown source into pieces.

    Args:
        text: The canonical text.

    Returns:
        The pieces in order, and the front matter, which is set aside as a piece of its own.
    """
    front = read_front_matter(text)
    lines = _Lines(text)
    skipped = text.count("\n", 0, front.end) + (text[front.end - 1 : front.end] not in ("", "\n"))
    runs = list(_runs(text[front.end :], skipped))
    pieces = [front.piece] if front.piece else []
    next_line = skipped
    for run in runs:
        pieces += _unclaimed(lines, next_line, run.first)
        pieces += _pieces_of(lines, run)
        next_line = max(next_line, run.end)
    pieces += _unclaimed(lines, next_line, len(lines))
    return MarkdownText(pieces, front)


class _Lines:
    """The lines of a text, with where each begins."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0]
        self._starts += [match.end() for match in re.finditer("\n", text)]

    def __len__(self) -> int:
        return len(self._starts)

    def span(self, line: int) -> tuple[int, int]:
        """Return where a line begins and ends, in code points."""
        last = line + 1 >= len(self._starts)
        return self._starts[line], len(self.text) if last else self._starts[line + 1] - 1

    def __getitem__(self, line: int) -> str:
        start, end = self.span(line)
        return self.text[start:end]


def _runs(text: str, skipped: int) -> Iterator[_Run]:
    """Yield the leaf blocks of a Markdown source, without parsing what is inside them."""
    from markdown_it import MarkdownIt  # deferred: 27 ms that plain text does not need

    parser = MarkdownIt("commonmark").enable("table").disable("inline")
    quotes, item_lines, done = 0, list[int](), 0
    for token in parser.parse(text):
        if token.type == "blockquote_open":
            quotes += 1
        elif token.type == "blockquote_close":
            quotes -= 1
        elif token.type == "list_item_open" and token.map:
            item_lines.append(token.map[0])
        kind = _KINDS.get(token.type)
        if kind and token.map and token.map[0] >= done:
            first, end = token.map
            done = end
            yield _Run(
                first + skipped, end + skipped, kind, quotes, item_lines.count(first) if item_lines else 0
            )
            item_lines.clear()


_KINDS: Final = {
    "heading_open": "heading",
    "paragraph_open": "text",
    "tr_open": "text",
    "fence": "code",
    "code_block": "indented",
    "html_block": "html",
    "hr": "markup",
}


def _pieces_of(lines: _Lines, run: _Run) -> Iterator[Piece]:
    end = run.end
    while end > run.first and not lines[end - 1].strip(" \t>"):
        end -= 1
    if end == run.first:
        return
    start = lines.span(run.first)[0] + _marks(lines[run.first], run)
    if run.kind == "heading":
        yield from _heading(lines, run.first, start, end)
    elif run.kind == "text" or _is_prose(lines, run.first, end):
        yield from _paragraph(lines, run, start, end)
    else:
        piece = _piece(lines.text, start, lines.span(end - 1)[1])
        yield from _set_aside(piece, _REASONS[run.kind])


_REASONS: Final = {
    "code": "a block of code",
    "indented": "an indented block of code",
    "html": "HTML",
    "markup": "a line of marks, without words",
}


def _marks(line: str, run: _Run) -> int:
    """Return how many code points of a line are marks of quotes and lists, with the space around them."""
    at, items = 0, run.items
    while at < len(line):
        if line[at] in " \t" or (line[at] == ">" and run.quotes):
            at += 1
        elif items and (bullet := _BULLET.match(line, at)):
            at, items = bullet.end(), items - 1
        else:
            break
    return at


def _heading(lines: _Lines, first: int, start: int, end: int) -> Iterator[Piece]:
    text = lines.text
    if end - first > 1 and _UNDERLINE.match(lines[end - 1]):
        end -= 1
    stop = lines.span(end - 1)[1]
    opening = _OPENING_MARKS.match(text, start, stop)
    if opening:
        start = opening.end()
        closing = _CLOSING_MARKS.search(text, start, stop)
        stop = closing.start() if closing else stop
    piece = _piece(text, start, stop)
    if piece:
        yield Piece(piece.span, piece.text, True, BlockKind.HEADING, "a Markdown heading")


def _paragraph(lines: _Lines, run: _Run, start: int, end: int) -> Iterator[Piece]:
    """Yield a paragraph, or each of its lines where they are too long to have been broken by hand."""
    spans = [lines.span(line) for line in range(run.first, end)]
    spans[0] = (start, spans[0][1])
    if len(spans) > 1 and max(stop - begin for begin, stop in spans) <= _WIDEST:
        spans = [(start, spans[-1][1])]
    for number, (begin, stop) in enumerate(spans):
        while number and begin < stop and lines.text[begin] in " \t>" and run.quotes:
            begin += 1
        piece = _piece(lines.text, begin, stop, after_gap=number == 0)
        if piece is None:
            continue
        source = piece.span.of(lines.text)
        if is_image(source):
            yield from _set_aside(piece, "a picture")
        elif is_link(source) and not is_running_text(piece.text):
            yield from _set_aside(piece, "nothing but a link")
        else:
            yield piece


def _unclaimed(lines: _Lines, first: int, end: int) -> Iterator[Piece]:
    """Yield the lines that are no Markdown block: link definitions, and marks without content."""
    for line in range(first, end):
        start, stop = lines.span(line)
        reason = "a link definition" if _DEFINITION.match(lines[line]) else "a line of marks, without words"
        yield from _set_aside(_piece(lines.text, start, stop), reason)


def _set_aside(piece: Piece | None, reason: str) -> Iterator[Piece]:
    if piece:
        yield Piece(piece.span, piece.text, piece.after_gap, BlockKind.BOILERPLATE, reason)


def _piece(text: str, start: int, stop: int, *, after_gap: bool = True) -> Piece | None:
    source = text[start:stop]
    stripped = source.strip()
    if not stripped:
        return None
    start += len(source) - len(source.lstrip())
    return Piece(Span(start, start + len(stripped)), visible_text(stripped) or stripped, after_gap)


def _is_prose(lines: _Lines, first: int, end: int) -> bool:
    """Tell whether a block of HTML, or an indented one, holds sentences after all."""
    if lines[first].lstrip(" \t>").startswith(("```", "~~~")):
        return False
    start, stop = lines.span(first)[0], lines.span(end - 1)[1]
    return is_running_text(visible_text(lines.text[start:stop]))
