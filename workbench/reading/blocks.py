"""From pieces to blocks: what is set aside, what introduces the article, and its running text."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from workbench.model.article import Block, BlockKind
from workbench.reading.boilerplate import Judgement, judge_words, phrase_form
from workbench.reading.head import Head, read_head
from workbench.reading.menus import has_menus
from workbench.reading.pieces import Piece
from workbench.reading.repetitions import find_repetitions
from workbench.reading.running_text import is_running_text
from workbench.reading.trailers import find_trailers
from workbench.reading.vocabulary import Vocabulary

if TYPE_CHECKING:
    from workbench.reading.page_model import PageLine

_HEADING_WORDS: Final = 14
_HEADING_LENGTH: Final = 120
_BULLET: Final = re.compile(r"[-*•–·►▪]|\d{1,2}[.)]\s")

Judgements = dict[int, Judgement]
"""What the pieces are, by their numbers."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """An article's blocks, and what its head says."""

    blocks: tuple[Block, ...]
    """The blocks; they cover all but white space, in order."""
    head: Head
    """Title, byline, publisher and date."""


def find_blocks(pieces: Sequence[Piece], words: Vocabulary) -> Blocks:
    """Judge every piece of an article.

    Phrases, repetitions and the article's head are looked for in every text; a text that looks like a
    whole web page, menus and all, is judged line by line by a model as well.

    Args:
        pieces: The pieces in order.
        words: The word lists.

    Returns:
        One block a piece, with the reason for its kind.
    """
    forms = [phrase_form(piece.text) for piece in pieces]
    judged = _judge_alone(pieces, forms, words)
    page = _judge_as_page(pieces, words)
    body = _first_of_text(pieces, judged, page)
    head = read_head(pieces, judged, body, words)
    judged |= head.judgements
    if page:
        judged |= {
            index: (BlockKind.BOILERPLATE, line.reason)
            for index, line in enumerate(page)
            if not line.is_text and index not in judged
        }
    judged |= find_repetitions(pieces, forms, judged)
    if not page:
        judged |= find_trailers(pieces, forms, judged, words.phrases)
    judged |= _judge_rest(pieces, judged, body)
    blocks = tuple(Block(piece.span, *judged[index]) for index, piece in enumerate(pieces))
    return Blocks(blocks, head)


def _judge_alone(pieces: Sequence[Piece], forms: Sequence[str], words: Vocabulary) -> Judgements:
    """Judge the pieces whose format or words say what they are."""
    judged: Judgements = {}
    for index, piece in enumerate(pieces):
        judgement = (piece.known, piece.reason) if piece.known else None
        if judgement is None or judgement[0] is BlockKind.HEADING:
            judgement = judge_words(forms[index], words.phrases) or judgement
        if judgement:
            judged[index] = judgement
    return judged


def _judge_as_page(pieces: Sequence[Piece], words: Vocabulary) -> list["PageLine"]:
    """Return a verdict for each piece of a pasted web page, or nothing for an article alone."""
    if not has_menus([piece.text for piece in pieces if piece.known is None]):
        return []
    from workbench.reading.looks import (
        look_at,  # deferred, with the model: 8 ms that an article does not need
    )
    from workbench.reading.page_model import judge_page

    lines = [piece.text for piece in pieces]
    page = judge_page(look_at(lines, words))
    found = any(line.is_text and is_running_text(text) for line, text in zip(page, lines, strict=True))
    return page if found else []


def _first_of_text(
    pieces: Sequence[Piece], judged: Mapping[int, Judgement], page: Sequence["PageLine"]
) -> int:
    """Return the number of the first piece of running text, or how many there are when there is none."""
    for index, piece in enumerate(pieces):
        if index not in judged and (not page or page[index].is_text) and is_running_text(piece.text):
            return index
    return len(pieces)


def _judge_rest(pieces: Sequence[Piece], judged: Mapping[int, Judgement], body: int) -> Judgements:
    rest: Judgements = {}
    following = ""
    for index in range(len(pieces) - 1, -1, -1):
        text = pieces[index].text
        if index in judged:
            if judged[index][0] in (BlockKind.PARAGRAPH, BlockKind.HEADING):
                following = text
            continue
        if index < body < len(pieces) and not is_running_text(text):
            rest[index] = (BlockKind.HEADING, "a line above the text")
        elif _is_heading(text) and following and is_running_text(following):
            rest[index] = (BlockKind.HEADING, "a short line above a paragraph")
        else:
            rest[index] = (
                BlockKind.PARAGRAPH,
                "running text" if is_running_text(text) else "a line in the text",
            )
        following = text
    return rest


def _is_heading(text: str) -> bool:
    if len(text) > _HEADING_LENGTH or text.count(" ") >= _HEADING_WORDS or _BULLET.match(text):
        return False
    return text[-1] not in ".!…:;,。！：、，\"”’'" and not is_running_text(text)
