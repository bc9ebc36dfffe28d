"""A whole web page, pasted with its menus, gives up its article."""

from pathlib import Path

from tests.reading.reading_builders import kinds, quotes, read_text, reason
from workbench.model.article import BlockKind

MENU = [
    "Harbour bridge closed after cracks are found - Coast Gazette",
    "Skip to content",
    "Menu",
    "Home",
    "News",
    "Sport",
    "Weather",
    "Classifieds",
    "Sign in",
    "Subscribe",
    "Boat show opens with fewer boats",
    "News",
]
HEAD = ["Harbour bridge closed after cracks are found", "Ana Lund", "March 5, 2021 10:48", "Share", "Tweet"]
BODY = [
    "The old harbour bridge in Port Ellery was closed on Friday after engineers found cracks in it.",
    "Some 4,000 cars use the bridge each day, the harbour office said in a statement, and most of them "
    "will have to go round the bay, which takes nearly an hour when the roads are empty.",
    "Nobody was hurt, Brandt said.",
    "“We could not wait any longer,” said Tom Brandt of the harbour office. “It was a matter of days.”",
    "Repairs will take nine weeks, according to the engineers, who will begin their work on Monday morning.",
]
FOOT = [
    "Related articles",
    "Ten recipes for a rainy day",
    "Boat show opens with fewer boats",
    "Most read",
    "1",
    "Cat found after nine years",
    "2",
    "Ferry sold to island",
    "About us",
    "Contact",
    "Jobs",
    "Privacy",
    "© 2021 Coast Gazette. All rights reserved.",
]
PAGE = "\n".join([*MENU, *HEAD, *BODY, *FOOT])


def test_the_text_is_kept_and_all_else_is_set_aside(tmp_path: Path) -> None:
    article = read_text(tmp_path, PAGE)

    assert quotes(article, BlockKind.PARAGRAPH) == BODY
    assert set(kinds(article)[-len(FOOT) :]) <= {BlockKind.BOILERPLATE, BlockKind.DUPLICATE}


def test_the_head_is_found_below_the_menus(tmp_path: Path) -> None:
    article = read_text(tmp_path, PAGE)

    assert article.title == "Harbour bridge closed after cracks are found"
    assert (article.byline, article.date, article.publisher) == ("Ana Lund", "2021-03-05", "Coast Gazette")


def test_every_line_has_a_reason_that_says_where_it_stands(tmp_path: Path) -> None:
    article = read_text(tmp_path, PAGE)

    assert reason(article, "Sport").startswith("above the text: ")
    assert reason(article, "Ferry sold to island").startswith("below the text: ")


def test_links_between_the_paragraphs_are_set_aside(tmp_path: Path) -> None:
    page = [*MENU, *HEAD, *BODY[:2], "Advertisement", "READ MORE: Ferry sold to island", *BODY[2:], *FOOT]

    assert quotes(read_text(tmp_path, "\n".join(page)), BlockKind.PARAGRAPH) == BODY


def test_the_article_alone_loses_nothing(tmp_path: Path) -> None:
    article = read_text(tmp_path, "\n".join([HEAD[0], *BODY]))

    assert kinds(article) == [BlockKind.TITLE] + [BlockKind.PARAGRAPH] * len(BODY)


def test_a_list_without_any_sentence_is_not_set_aside_as_a_whole(tmp_path: Path) -> None:
    article = read_text(tmp_path, "\n".join(f"Pier {number}: {number * 7} boats" for number in range(40)))

    assert kinds(article).count(BlockKind.PARAGRAPH) == 39
