"""Renders Markdown as two kinds of programs do, so that tests can look at what a reader sees."""

from collections import Counter

from markdown_it import MarkdownIt
from markdown_it.token import Token

RENDERERS = {
    "commonmark": MarkdownIt("commonmark", {"html": True}),
    "gfm": MarkdownIt("gfm-like", {"html": True}),
}


def inline_tokens(name: str, markdown: str) -> list[Token]:
    """Return what the lines of a document are made of: text, code, emphasis, links."""
    return [part for token in RENDERERS[name].parse(markdown) for part in token.children or []]


def kinds(name: str, markdown: str) -> Counter[str]:
    """Count the kinds of blocks and inline parts of a document."""
    blocks = Counter(token.type for token in RENDERERS[name].parse(markdown))
    return blocks + Counter(token.type for token in inline_tokens(name, markdown))


def visible_text(name: str, markdown: str) -> str:
    """Return the text that a reader sees of a paragraph, hard line breaks as line feeds."""
    return "".join(
        "\n" if token.type == "hardbreak" else token.content for token in inline_tokens(name, markdown)
    )
