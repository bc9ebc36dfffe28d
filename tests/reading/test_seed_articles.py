"""The five seeds are read as a person would read them."""

from pathlib import Path

import pytest

from tests.reading.reading_builders import quotes
from workbench.model.article import Article, BlockKind
from workbench.reading.articles import read_article
from workbench.reading.sources import find_sources


@pytest.fixture
def articles(seeds: Path) -> list[Article]:
    return [read_article(source) for source in find_sources([str(seeds)])]


def test_titles_are_found_where_there_are_any(articles: list[Article]) -> None:
    assert [quotes(article, BlockKind.TITLE) for article in articles] == [
        ["Syria conflict: United States in rare counter-strike after Deir al-Zour attack"],
        ["Syria conflict: U.S. in rare counter-strike after Deir al-Zour attack"],
        ["Syrian Pro-Regime Forces Attack Prompts Coalition Defensive Strikes"],
        [],
        ["Syria Blasts US 'Act of Aggression' in Deir Ez-Zor"],
    ]
    assert articles[3].title.startswith("The U.S.-led coalition and its Kurdish")


def test_bylines_publishers_and_dates_are_found(articles: list[Article]) -> None:
    assert [(a.byline, a.publisher, a.date) for a in articles] == [
        ("", "", ""),
        ("Javier Stokes", "", "2018-02-12"),
        ("", "", ""),
        ("", "", ""),
        ("Abel Hampton", "Global Media", "2018-02-12"),
    ]


def test_what_the_pages_put_around_the_text_is_set_aside(articles: list[Article]) -> None:
    set_aside = [[b.span.of(a.text)[:24] for b in a.blocks if b.is_set_aside] for a in articles]

    assert set_aside == [
        [],
        ["Other reports by", "Discuss This Article"],
        [
            "US forces Deir Ezzor",
            "More news: Consumer Repo",
            "Recommended News",
            "We are pleased to provid",
            "Some of the comments may",
            "Thank you for taking the",
        ],
        [],
        ["Syria Blasts US 'Act of ", "Like this:"],
    ]


def test_no_line_of_the_text_is_lost(articles: list[Article]) -> None:
    assert [len(quotes(article, BlockKind.PARAGRAPH)) for article in articles] == [11, 20, 12, 25, 15]
