"""From pieces to blocks: title, byline, dateline, headings, what is set aside, and the running text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from workbench.model.article import Block, BlockKind
from workbench.reading.boilerplate import Judgement, judge_words, plain_form
from workbench.reading.header_lines import HeaderLine, looks_like_name, read_header_line
from workbench.reading.pieces import Piece
from workbench.reading.vocabulary import Vocabulary

_SENTENCE_END: Final = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")
_FIRST_PIECES: Final = 8
_TITLE_WORDS: Final = 30
_HEADING_WORDS: Final = 14


@dataclass(slots=True)
class Reading:
    """What is found out about an article, while it is being found out."""

    pieces: Sequence[Piece]
    judgements: list[Judgement | None]
    title: str = ""
    byline: str = ""
    publisher: str = ""
    date: str = ""
    headers: dict[int, HeaderLine] = field(default_factory=dict)


def classify(pieces: Sequence[Piece], words: Vocabulary) -> Reading:
    """Judge every piece of an article."""
    judgements: list[Judgement | None] = [
        (piece.known, piece.reason) if piece.known else judge_words(piece.text, words.phrases)
        for piece in pieces
    ]
    reading = Reading(pieces, judgements)
    body = _find_body(reading, words)
    _read_head(reading, body)
    _set_duplicates_aside(reading)
    _set_sections_aside(reading, words)
    _judge_rest(reading, body)
    return reading


def blocks_of(reading: Reading) -> tuple[Block, ...]:
    """Return the judged pieces as blocks."""
    return tuple(
        Block(piece.span, *(judgement or (BlockKind.PARAGRAPH, "running text")))
        for piece, judgement in zip(reading.pieces, reading.judgements, strict=True)
    )


def is_running_text(text: str) -> bool:
    """Tell whether a line reads like sentences, not like a heading or an entry of a list."""
    count = text.count(" ") + 1
    return count > 30 or (bool(_SENTENCE_END.search(text)) and (count >= 8 or len(text) > 100))


def _find_body(reading: Reading, words: Vocabulary) -> int:
    """Return the index of the first piece of running text, past all lines that say who and when."""
    body = len(reading.pieces)
    for index, piece in enumerate(reading.pieces):
        if index >= _FIRST_PIECES and body < len(reading.pieces):
            break
        header = read_header_line(piece.text, words)
        if header and (header.date or header.byline):
            reading.headers[index] = header
            body = len(reading.pieces)
        elif body == len(reading.pieces) and not reading.judgements[index] and is_running_text(piece.text):
            body = index
    return body


def _read_head(reading: Reading, body: int) -> None:
    for index, header in reading.headers.items():
        kind = BlockKind.BYLINE if header.byline else BlockKind.DATELINE
        said = "says who wrote it" if header.byline else "says when it was published"
        reading.judgements[index] = (kind, said)
        reading.byline = reading.byline or header.byline
        reading.publisher = reading.publisher or header.publisher
        reading.date = reading.date or header.date
    for index in range(min(body, len(reading.pieces) - 1)):
        piece, judgement = reading.pieces[index], reading.judgements[index]
        if judgement and judgement[0] is not BlockKind.HEADING:
            continue
        if not reading.title and len(piece.text.split()) <= _TITLE_WORDS:
            reading.title = " ".join(piece.text.split())
            reading.judgements[index] = (BlockKind.TITLE, "the first line, above the text")
        elif not reading.byline and index + 1 in reading.headers and looks_like_name(piece.text):
            reading.byline = piece.text
            reading.judgements[index] = (BlockKind.BYLINE, "a name beside the date")


def _set_duplicates_aside(reading: Reading) -> None:
    seen: dict[str, int] = {}
    for index, piece in enumerate(reading.pieces):
        form = plain_form(piece.text)
        first = seen.setdefault(form, index)
        if first == index or not form or reading.judgements[index]:
            continue
        earlier = reading.judgements[first]
        title = earlier is not None and earlier[0] is BlockKind.TITLE
        reading.judgements[index] = (
            BlockKind.DUPLICATE,
            "repeats the title" if title else "repeats an earlier line",
        )


def _set_sections_aside(reading: Reading, words: Vocabulary) -> None:
    section = ""
    for index, piece in enumerate(reading.pieces):
        form = plain_form(piece.text)
        if form in words.phrases.sections:
            section = piece.text
        elif is_running_text(piece.text):
            section = ""
        elif section and not reading.judgements[index]:
            reading.judgements[index] = (BlockKind.BOILERPLATE, f"listed under “{section}”")


def _judge_rest(reading: Reading, body: int) -> None:
    pieces = reading.pieces
    for index, judgement in enumerate(reading.judgements):
        if judgement:
            continue
        if index < body < len(pieces):
            reading.judgements[index] = (BlockKind.HEADING, "a line above the text")
        elif _is_heading(pieces, index):
            reading.judgements[index] = (BlockKind.HEADING, "a short line above a paragraph")
        else:
            reading.judgements[index] = (BlockKind.PARAGRAPH, "running text")


def _is_heading(pieces: Sequence[Piece], index: int) -> bool:
    text = pieces[index].text
    if index + 1 >= len(pieces) or len(text) > 120 or len(text.split()) > _HEADING_WORDS:
        return False
    ends_open = text[-1] not in ".!…:;,。\"”’'"
    return ends_open and is_running_text(pieces[index + 1].text) and not is_running_text(text)
