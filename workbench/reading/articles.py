"""Reading an article: the bytes of a source, turned into text, metadata and blocks."""

import hashlib
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from workbench.errors import SourceError
from workbench.model.article import Article, Block, BlockKind
from workbench.reading.blocks import find_blocks
from workbench.reading.charset import NotTextError, decode_text
from workbench.reading.dates import find_date
from workbench.reading.front_matter import FrontMatter
from workbench.reading.head import Head
from workbench.reading.leads import Leads, part_leads
from workbench.reading.pieces import Piece, split_lines
from workbench.reading.sources import MARKDOWN_ENDINGS, Source, ending_of, fault
from workbench.reading.vocabulary import Vocabulary, read_vocabulary

_TITLE_LENGTH: Final = 100
_SENTENCE: Final = re.compile(r"[a-z0-9)\]”\"’']{2}[.!?…][\"”’)\]]*(?=\s+[\"“‘(\[]?[A-Z0-9])|[。！？]")
_INVISIBLE: Final = "\x00\ufeff\u200b\u200c\u200d\u2060\u00ad"
"""Code points that show nothing, beside white space."""


def read_article(source: Source, own_tables: Path | None = None) -> Article:
    """Read one source.

    Args:
        source: What to read.
        own_tables: The folder of the user's word lists, or None.

    Returns:
        The article with its blocks; the same bytes give the same article.

    Raises:
        SourceError: The source cannot be read, is empty, or is not text; the message names it.
        ConfigError: A table of the user's is broken.
    """
    data = _bytes_of(source)
    if not data:
        raise SourceError(f"{source.name}: is empty")
    try:
        text, warnings = decode_text(data)
    except NotTextError as error:
        raise SourceError(f"{source.name}: {error}") from error
    if not text.strip().strip(_INVISIBLE).strip():
        raise SourceError(f"{source.name}: holds only white space")
    words = read_vocabulary(own_tables)
    is_markdown = source.path is not None and ending_of(source.path.name) in MARKDOWN_ENDINGS
    pieces, front = _split(text, is_markdown=is_markdown)
    found = find_blocks(pieces, words)
    leads = part_leads(text, pieces, found.blocks, words)
    details = _details(found.head, leads, front, words)
    return Article(
        id=source.article_id,
        source=source.name,
        text=text,
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        title=details["title"],
        byline=details["byline"],
        publisher=details["publisher"],
        date=details["date"],
        blocks=leads.blocks,
        warnings=warnings,
    )


def blocks_of_text(name: str, text: str, own_tables: Path | None = None) -> tuple[Block, ...]:
    """Find the blocks of a text that was read before.

    Args:
        name: The name of its file, whose ending tells Markdown from plain text.
        text: The canonical text.
        own_tables: The folder of the user's word lists, or None.

    Returns:
        The blocks, as `read_article` finds them.

    Raises:
        ConfigError: A table of the user's is broken.
    """
    words = read_vocabulary(own_tables)
    pieces, _ = _split(text, is_markdown=ending_of(name) in MARKDOWN_ENDINGS)
    return part_leads(text, pieces, find_blocks(pieces, words).blocks, words).blocks


def _bytes_of(source: Source) -> bytes:
    try:
        return sys.stdin.buffer.read() if source.path is None else source.path.read_bytes()
    except OSError as error:
        raise SourceError(f"{source.name}: cannot be read: {fault(error)}") from error


def _split(text: str, *, is_markdown: bool) -> tuple[Sequence[Piece], FrontMatter]:
    if not is_markdown:
        return split_lines(text), FrontMatter()
    from workbench.reading.markdown import split_markdown  # deferred: plain text needs none of it

    markdown = split_markdown(text)
    return markdown.pieces, markdown.front


def _details(head: Head, leads: Leads, front: FrontMatter, words: Vocabulary) -> Mapping[str, str]:
    """Return title, byline, publisher and date: as the front matter, the head or a dateline says."""
    date = find_date(front.first_of(words.front["date"]), words.months)
    return {
        "title": front.first_of(words.front["title"]) or head.title or _first_sentence(leads),
        "byline": front.first_of(words.front["byline"]) or head.byline,
        "publisher": front.first_of(words.front["publisher"]) or head.publisher or leads.publisher,
        "date": date.iso if date else head.date or leads.date,
    }


def _first_sentence(leads: Leads) -> str:
    """Return the first sentence that is not set aside, cut at a word when it is long."""
    lines = zip(leads.pieces, leads.blocks, strict=True)
    shown = (
        piece.text
        for piece, block in lines
        if not block.is_set_aside and block.kind is not BlockKind.DATELINE
    )
    line = " ".join(next(shown, leads.pieces[0].text)[: 4 * _TITLE_LENGTH].split())
    end = _SENTENCE.search(line)
    sentence = line[: end.end()] if end else line
    if len(sentence) <= _TITLE_LENGTH:
        return sentence
    cut = sentence[: _TITLE_LENGTH - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(" ,;:") + "…"
