"""The head of an article: the lines above its text that say what it is called, who wrote it, and when."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from workbench.model.article import BlockKind
from workbench.reading.boilerplate import Judgement
from workbench.reading.header_lines import HeaderLine, looks_like_name, read_header_line
from workbench.reading.imprints import (
    is_place,
    names_publisher,
    publisher_beside,
    read_imprint,
    without_publisher,
)
from workbench.reading.pieces import Piece
from workbench.reading.titles import Title, find_title, site_of
from workbench.reading.vocabulary import Vocabulary

_ABOVE: Final = 15
"""Lines above the text that may belong to the head: a page has a menu above them."""
_FEWEST_ABOVE: Final = 2
"""Lines above the text without which the first one is the title, whatever it looks like."""
_BELOW: Final = 3
"""Lines at the end of an article that may say who and when."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the lines around the text say of the article."""

    title: str = ""
    """The title as one line, or empty."""
    byline: str = ""
    """Who wrote it, or empty."""
    publisher: str = ""
    """Who published it, or empty."""
    date: str = ""
    """ISO date, or empty."""
    judgements: dict[int, Judgement] = field(default_factory=dict)
    """What the lines are that say so, by their numbers."""


def read_head(pieces: Sequence[Piece], judged: Mapping[int, Judgement], body: int, words: Vocabulary) -> Head:
    """Read the lines above the text, and the last ones below it.

    Args:
        pieces: The pieces of the article.
        judged: What is known of them; a heading of a Markdown file may be the title.
        body: The number of the first piece of running text, or how many pieces there are.
        words: Introductions of bylines, months.

    Returns:
        What the lines say, and which lines say it.
    """
    headers = dict(_header_lines(pieces, judged, body, words))
    found = {index: _judge_header(header) for index, header in headers.items()}
    title = _find_title(pieces, judged, headers, body, words)
    if title:
        found[title.piece] = (BlockKind.TITLE, "the title, above the text")
    near = [headers[index] for index in sorted(headers, key=lambda index: abs(index - body))]
    byline, publisher = _who(near, pieces, words)
    for named in _bare_names(pieces, {**judged, **found}, body, words):
        if names_publisher(pieces[named].text, words):
            if not publisher:
                publisher = pieces[named].text
                found[named] = (BlockKind.BYLINE, "a publisher's name beside the title or the date")
        elif not byline:
            byline = pieces[named].text
            found[named] = (BlockKind.BYLINE, "a name beside the title or the date")
    return Head(
        title=title.text if title else "",
        byline=byline,
        publisher=publisher or site_of(pieces, title.text if title else ""),
        date=next((header.date for header in near if header.date), ""),
        judgements=found,
    )


def _who(near: Sequence[HeaderLine], pieces: Sequence[Piece], words: Vocabulary) -> tuple[str, str]:
    """Return who wrote the article and who published it, as its header lines say, the nearest one first."""
    byline = next((header.byline for header in near if header.byline), "")
    publisher = next((header.publisher for header in near if header.publisher), "")
    if byline:
        byline, beside = without_publisher(byline, words)
        publisher = publisher or beside
    for name in [header.name for header in near if header.name]:
        is_author = not byline and not names_publisher(name, words)
        if is_place(name, [piece.text for piece in pieces]):
            continue
        if is_author:
            byline = name
        elif not publisher:
            publisher = name
    return byline, publisher


def _header_lines(
    pieces: Sequence[Piece], judged: Mapping[int, Judgement], body: int, words: Vocabulary
) -> Iterator[tuple[int, HeaderLine]]:
    """Yield the lines that say who or when, near the beginning of the text and at its end."""
    count = len(pieces)
    first = max(0, body - _ABOVE) if body < count else 0
    last = min(body + _BELOW, first + _ABOVE + _BELOW, count)
    for index in (*range(first, last), *range(max(last, count - _BELOW), count)):
        if index in judged and judged[index][0] is not BlockKind.HEADING:
            continue
        text = pieces[index].text
        header = read_header_line(text, words)
        if header is None and body < count:
            header = read_imprint(text, words)
            if header and _is_in_doubt(header, index, body, words):
                continue
        if header and header.byline and not header.publisher:
            header = replace(header, publisher=publisher_beside(text, words))
        if header and not (index == 0 and header.byline and _is_ambiguous(text, header)):
            yield index, header


def _is_ambiguous(text: str, header: HeaderLine) -> bool:
    """Tell whether a first line may be a title that begins with a small word, as "Von der Leyen ..." does."""
    return not header.date and not header.publisher and not text.lower().startswith(("by ", "by:"))


def _is_in_doubt(imprint: HeaderLine, index: int, body: int, words: Vocabulary) -> bool:
    """Tell whether a name and a date may be a heading: in the text, or as the only line above it."""
    if index >= body:
        return bool(imprint.name) and not (" " in imprint.name and names_publisher(imprint.name, words))
    return index == 0 and body < _FEWEST_ABOVE


def _judge_header(header: HeaderLine) -> Judgement:
    if header.is_credit:
        return BlockKind.BYLINE, "says who had a part in it"
    if header.byline:
        return BlockKind.BYLINE, "says who wrote it"
    if header.name:
        return BlockKind.DATELINE, "says who published or wrote it, and when"
    return BlockKind.DATELINE, "says when it was published"


def _find_title(
    pieces: Sequence[Piece],
    judged: Mapping[int, Judgement],
    headers: Mapping[int, HeaderLine],
    body: int,
    words: Vocabulary,
) -> Title | None:
    count = len(pieces)
    if body >= count:
        above = range(min(1, count - 1))
    elif body + 1 in headers or body + 2 in headers:
        above = range(max(0, body - _ABOVE), body + 1)  # a sentence over the byline is a title, too
    else:
        above = range(max(0, body - _ABOVE), body)
    free = [
        index
        for index in above
        if index not in headers and (index not in judged or judged[index][0] is BlockKind.HEADING)
    ]
    if len(free) > 1 and free[0] == 0 and 1 in headers and _is_masthead(pieces[0].text, headers[1], words):
        del free[0]
    return find_title(pieces, free, headers, is_crowded=body > _ABOVE)


def _is_masthead(text: str, following: HeaderLine, words: Vocabulary) -> bool:
    """Tell whether the first line is the publisher's name, over the date."""
    return following.is_date_only and looks_like_name(text, words) and names_publisher(text, words)


def _bare_names(
    pieces: Sequence[Piece], judged: Mapping[int, Judgement], body: int, words: Vocabulary
) -> Iterator[int]:
    """Give the lines above the text that are only a name beside the title or the date, the last first."""
    anchors = {i for i, (kind, _) in judged.items() if kind in (BlockKind.TITLE, BlockKind.DATELINE)}
    for index in range(min(body, len(pieces)) - 1, max(0, body - _ABOVE) - 1, -1):
        beside = index - 1 in anchors or index + 1 in anchors
        if index not in judged and beside and looks_like_name(pieces[index].text, words):
            yield index
