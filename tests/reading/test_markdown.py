"""Markdown becomes blocks whose spans hold in the file itself."""

from pathlib import Path

import pytest

from tests.reading.reading_builders import kinds, quotes, read_text, reason
from workbench.model.article import Article, BlockKind
from workbench.reading.articles import read_again

SENTENCE = "The old harbour bridge in Port Ellery was closed on Friday after engineers found cracks."


def read_markdown(folder: Path, text: str) -> Article:
    return read_text(folder, text, "article.md")


def test_the_canonical_text_is_the_source_itself(tmp_path: Path) -> None:
    source = f"# Bridge *closed*\n\n> {SENTENCE}\n"

    assert read_markdown(tmp_path, source).text == source


@pytest.mark.parametrize(
    "source",
    ["# Bridge closed\n\n", "## Bridge closed ##\n\n", "Bridge closed\n=====\n\n", "#\tBridge closed\n"],
)
def test_the_first_heading_is_the_title_without_its_marks(tmp_path: Path, source: str) -> None:
    article = read_markdown(tmp_path, source + SENTENCE)

    assert article.title == "Bridge closed"
    assert quotes(article, BlockKind.TITLE) == ["Bridge closed"]


def test_a_title_shows_no_markup(tmp_path: Path) -> None:
    source = f"# The **old** [bridge](http://example.org/a_(b)) `closed`\n\n{SENTENCE}"

    assert read_markdown(tmp_path, source).title == "The old bridge closed"


def test_later_headings_are_headings(tmp_path: Path) -> None:
    article = read_markdown(tmp_path, f"# Bridge closed\n\n{SENTENCE}\n\n### Repairs\n\n{SENTENCE} Again.")

    assert quotes(article, BlockKind.HEADING) == ["Repairs"]


def test_a_paragraph_over_several_lines_is_one_block(tmp_path: Path) -> None:
    source = "The bridge was closed on Friday\nafter engineers found cracks in it.\n\nNobody was hurt."

    assert quotes(read_markdown(tmp_path, source), BlockKind.PARAGRAPH) == source.split("\n\n")


def test_long_lines_below_each_other_are_paragraphs_of_their_own(tmp_path: Path) -> None:
    lines = [f"{SENTENCE} {SENTENCE.replace('Friday', day)}" for day in ("Monday", "Sunday")]

    assert quotes(read_markdown(tmp_path, "\n".join(lines)), BlockKind.PARAGRAPH) == lines


def test_items_of_lists_are_blocks_without_their_marks(tmp_path: Path) -> None:
    items = "- Forty boats were damaged.\n  - Nine of them sank.\n1. Nobody was hurt.\n* Work began.\n"

    assert quotes(read_markdown(tmp_path, f"{SENTENCE}\n\n{items}"), BlockKind.PARAGRAPH)[1:] == [
        "Forty boats were damaged.",
        "Nine of them sank.",
        "Nobody was hurt.",
        "Work began.",
    ]


def test_quotes_are_blocks_without_their_first_mark(tmp_path: Path) -> None:
    source = f"{SENTENCE}\n\n> > Nobody was hurt.\n"

    assert quotes(read_markdown(tmp_path, source), BlockKind.PARAGRAPH)[1:] == ["Nobody was hurt."]


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("```\nx = 1\n```", "a block of code"),
        ("    x = 1", "an indented block of code"),
        ("<div class='ad'>Buy</div>", "HTML"),
        ("![The bridge at dawn](bridge.jpg)", "a picture"),
        ("[![Bridge](b.jpg)](http://example.org)", "a picture"),
        ("[bridge]: http://example.org 'Bridge'", "a link definition"),
        ("[Home](/)", "nothing but a link"),
        ("***", "a line of marks, without words"),
    ],
)
def test_what_is_no_text_is_set_aside(tmp_path: Path, source: str, why: str) -> None:
    article = read_markdown(tmp_path, f"{SENTENCE}\n\n{source}\n\nNobody was hurt.")

    assert quotes(article, BlockKind.BOILERPLATE) == [source.strip()]
    assert reason(article, source.strip()) == why


@pytest.mark.parametrize("source", [f"<p>{SENTENCE}</p>", f"<div>\n{SENTENCE}\n</div>"])
def test_sentences_in_html_are_not_lost(tmp_path: Path, source: str) -> None:
    article = read_markdown(tmp_path, f"# Bridge closed\n\n{source}\n")

    assert any(SENTENCE in quote for quote in quotes(article, BlockKind.PARAGRAPH))


def test_an_indented_paragraph_is_not_lost_as_code(tmp_path: Path) -> None:
    article = read_markdown(tmp_path, f"# Bridge closed\n\n    {SENTENCE}\n")

    assert quotes(article, BlockKind.PARAGRAPH) == [SENTENCE]


FRONT = """---
title: "Bridge closed: what now?"
author: [Ana Lund, Bo Okoro]
date: 2021-03-05T10:48:00Z
publisher: Coast Gazette
tags:
  - bridges
---"""


def test_front_matter_says_what_the_head_does_not(tmp_path: Path) -> None:
    article = read_markdown(tmp_path, f"{FRONT}\n\n# Another heading\n\n{SENTENCE}")

    assert article.title == "Bridge closed: what now?"
    assert article.byline == "Ana Lund, Bo Okoro"
    assert (article.date, article.publisher) == ("2021-03-05", "Coast Gazette")


def test_front_matter_is_set_aside_as_one_block(tmp_path: Path) -> None:
    article = read_markdown(tmp_path, f"{FRONT}\n{SENTENCE}")

    assert quotes(article, BlockKind.BOILERPLATE) == [FRONT]
    assert quotes(article, BlockKind.PARAGRAPH) == [SENTENCE]


def test_front_matter_of_the_other_kind_is_read_too(tmp_path: Path) -> None:
    article = read_markdown(tmp_path, f"+++\ntitle = 'Bridge closed'\n+++\n{SENTENCE}")

    assert article.title == "Bridge closed"


def test_a_line_of_hyphens_is_not_front_matter(tmp_path: Path) -> None:
    article = read_markdown(tmp_path, f"---\n\n{SENTENCE}\n\n---\n")

    assert kinds(article) == [BlockKind.BOILERPLATE, BlockKind.PARAGRAPH, BlockKind.BOILERPLATE]


def test_the_same_text_as_plain_text_keeps_its_marks(tmp_path: Path) -> None:
    assert quotes(read_text(tmp_path, f"# Bridge closed\n\n{SENTENCE}"), BlockKind.TITLE) == [
        "# Bridge closed"
    ]


@pytest.mark.parametrize("name", ["article.md", "article.txt"])
def test_blocks_are_found_again_in_the_text_alone(tmp_path: Path, name: str) -> None:
    article = read_text(tmp_path, f"{FRONT}\n\n# Bridge closed\n\n- {SENTENCE}\n\nShare this\n", name)

    assert read_again(article) == article
