"""Articles read from text that a test wrote, and their blocks by kind."""

from pathlib import Path

from workbench.model.article import Article, BlockKind
from workbench.reading.articles import read_article
from workbench.reading.sources import find_sources


def read_text(folder: Path, text: str | bytes, name: str = "article.txt") -> Article:
    """Write a file and read it as an article."""
    file = folder / name
    file.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    return read_article(find_sources([str(file)])[0])


def quotes(article: Article, kind: BlockKind) -> list[str]:
    """Return the quotes of all blocks of a kind."""
    return [block.span.of(article.text) for block in article.blocks if block.kind is kind]


def kinds(article: Article) -> list[BlockKind]:
    """Return the kinds of all blocks, in order."""
    return [block.kind for block in article.blocks]


def reason(article: Article, quote: str) -> str:
    """Return the reason of the first block with a quote."""
    return next(block.reason for block in article.blocks if block.span.of(article.text) == quote)
