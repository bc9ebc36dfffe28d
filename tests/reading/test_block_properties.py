"""Whatever the text, its blocks lie in order, cover it, and are the same each time."""

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from workbench.model.article import Article
from workbench.reading.articles import read_article
from workbench.reading.sources import Source

MARKUP = [
    "# ",
    "- ",
    "> ",
    "```",
    "---\n",
    "===\n",
    "***\n",
    "1. ",
    "    ",
    "| a | b |\n",
    "|---|---|\n",
    "<div>",
]
STRANGE = ["\x1b[0m", "\0", "\u2028", "\x0c", "\x85", "\ufeff", "e\u0301", "漢字。", "\t"]
LINES = [
    "By Ana Lund",
    "5 March 2021",
    "Share this",
    "Menu\n",
    "a: b\n",
    "![a](b)",
    "[a]: b\n",
    "\n",
    "\n\n",
    " ",
]
SENTENCE = "The bridge was closed on Friday after engineers found cracks in it. "
PARTS = st.sampled_from([*MARKUP, *STRANGE, *LINES, SENTENCE])
TEXTS = st.one_of(st.text(), st.lists(PARTS, max_size=40).map("".join)).filter(
    lambda text: any(map(str.isalnum, text))
)
MARKS = set("#>*+-=.)0123456789")
"""What Markdown's headings, lists and quotes put before and after their text."""


def read(text: str, ending: str) -> Article:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"x{ending}"
        file.write_bytes(("\ufeff" + text).encode("utf-8"))
        return read_article(Source("x", "x", file))


def left_out(article: Article) -> str:
    """Return all that no block covers, after showing that blocks are trimmed and in order."""
    end, rest = 0, ""
    for block in article.blocks:
        quote = block.span.of(article.text)
        assert quote and quote == quote.strip()
        assert end <= block.span.start
        assert block.reason
        rest += article.text[end : block.span.start]
        end = block.span.end
    return rest + article.text[end:]


@given(text=TEXTS)
def test_blocks_of_plain_text_cover_all_but_white_space(text: str) -> None:
    assert not left_out(read(text, ".txt")).strip()


@given(text=TEXTS)
def test_blocks_of_markdown_leave_out_nothing_but_marks(text: str) -> None:
    assert set("".join(left_out(read(text, ".md")).split())) <= MARKS


@given(text=TEXTS, ending=st.sampled_from([".txt", ".md"]))
def test_the_same_bytes_give_the_same_article(text: str, ending: str) -> None:
    assert read(text, ending) == read(text, ending)


@given(text=TEXTS, ending=st.sampled_from([".txt", ".md"]))
def test_the_title_is_one_line_and_never_empty(text: str, ending: str) -> None:
    title = read(text, ending).title

    assert title.strip()
    assert "\n" not in title
