"""Reading an article: the bytes of a source, turned into text, metadata and blocks."""

import hashlib
import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from workbench.errors import SourceError
from workbench.model.article import Article, BlockKind
from workbench.reading.blocks import find_blocks
from workbench.reading.charset import NotTextError, decode_text
from workbench.reading.dates import find_date
from workbench.reading.front_matter import FrontMatter
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
    sha256 = hashlib.sha256(text.encode("utf-8")).hexdigest()
    article = Article(source.article_id, source.name, text, sha256, "", "", "", "", (), warnings)
    return _read(article, words, is_markdown=is_markdown)


def read_again(article: Article, own_tables: Path | None = None) -> Article:
    """Read an article anew from its canonical text, as this version reads it.

    Args:
        article: The article; the ending of its id tells Markdown from plain text.
        own_tables: The folder of the user's word lists, or None.

    Returns:
        The same text with blocks, title, byline, publisher and date as `read_article` finds them.

    Raises:
        ConfigError: A table of the user's is broken.
    """
    words = read_vocabulary(own_tables)
    return _read(article, words, is_markdown=ending_of(article.id) in MARKDOWN_ENDINGS)


def _read(article: Article, words: Vocabulary, *, is_markdown: bool) -> Article:
    """Find the blocks of an article's text, and what they say about it."""
    pieces, front = _split(article.text, is_markdown=is_markdown)
    found = find_blocks(pieces, words)
    leads = part_leads(article.text, pieces, found.blocks, words)
    head, date = found.head, find_date(front.first_of(words.front["date"]), words.months)
    return replace(
        article,
        title=front.first_of(words.front["title"]) or head.title or _first_sentence(leads),
        byline=front.first_of(words.front["byline"]) or head.byline,
        publisher=front.first_of(words.front["publisher"]) or head.publisher or leads.publisher,
        date=date.iso if date else head.date or leads.date,
        blocks=leads.blocks,
    )


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
