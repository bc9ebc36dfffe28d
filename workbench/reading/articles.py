"""Reading an article: the bytes of a source, turned into text, metadata and blocks."""

import hashlib
import re
import sys
from pathlib import Path
from typing import Final

from workbench.errors import SourceError
from workbench.model.article import Article
from workbench.reading.charset import NotTextError, decode_text
from workbench.reading.classify import blocks_of, classify
from workbench.reading.pieces import split_lines
from workbench.reading.sources import Source, fault
from workbench.reading.vocabulary import read_vocabulary

_TITLE_LENGTH: Final = 100
_SENTENCE: Final = re.compile(r"[a-z0-9)\]”\"’']{2}[.!?…。！？][\"”’)\]]*(?=\s+[\"“‘(\[]?[A-Z0-9])|[。！？]")


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
    try:
        data = sys.stdin.buffer.read() if source.path is None else source.path.read_bytes()
    except OSError as error:
        raise SourceError(f"{source.name}: cannot be read: {fault(error)}") from error
    if not data:
        raise SourceError(f"{source.name}: is empty")
    try:
        text, warnings = decode_text(data)
    except NotTextError as error:
        raise SourceError(f"{source.name}: {error}") from error
    if not text.strip(" \t\n\r\f\v\x00\ufeff\u200b") or text.isspace():
        raise SourceError(f"{source.name}: holds only white space")
    words = read_vocabulary(own_tables)
    reading = classify(split_lines(text), words)
    return Article(
        id=source.article_id,
        source=source.name,
        text=text,
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        title=reading.title or _first_sentence(reading.pieces[0].text),
        byline=reading.byline,
        publisher=reading.publisher,
        date=reading.date,
        blocks=blocks_of(reading),
        warnings=warnings,
    )


def _first_sentence(text: str) -> str:
    """Return the first sentence, cut at a word when it is long."""
    line = " ".join(text[: 4 * _TITLE_LENGTH].split())
    end = _SENTENCE.search(line)
    sentence = line[: end.end()] if end else line
    if len(sentence) <= _TITLE_LENGTH:
        return sentence
    return sentence[: _TITLE_LENGTH - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
