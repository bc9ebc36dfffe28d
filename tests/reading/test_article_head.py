"""Title, byline, publisher and date are found in the lines around the text."""

from pathlib import Path

import pytest

from tests.reading.reading_builders import kinds, quotes, read_text
from workbench.model.article import Article, BlockKind

BODY = """The old harbour bridge in Port Ellery was closed on Friday after engineers found cracks in it.

Some 4,000 cars use the bridge each day, the harbour office said in a statement on Friday evening."""


def with_head(folder: Path, *lines: str) -> Article:
    return read_text(folder, "\n".join(lines) + "\n\n" + BODY)


def test_the_first_line_without_a_full_stop_is_the_title(tmp_path: Path) -> None:
    article = with_head(tmp_path, "Harbour bridge closed after cracks are found")

    assert article.title == "Harbour bridge closed after cracks are found"
    assert kinds(article) == [BlockKind.TITLE, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]


def test_an_article_without_a_title_goes_by_its_first_sentence(tmp_path: Path) -> None:
    article = read_text(tmp_path, "Dr. Osei closed the bridge. " + BODY)

    assert article.title == "Dr. Osei closed the bridge."
    assert BlockKind.TITLE not in kinds(article)


def test_a_long_first_sentence_is_cut_at_a_word(tmp_path: Path) -> None:
    sentence = BODY.replace("it.\n\nSome", "it, and some")

    title = read_text(tmp_path, sentence).title

    assert title == sentence[: len(title) - 1] + "…"
    assert sentence[len(title) - 1 :].startswith((" ", ","))
    assert 80 < len(title) <= 100


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Ana Lund", "Ana Lund"),
        ("by Ana Lund and Bo Okoro", "Ana Lund and Bo Okoro"),
        ("BY ANA LUND", "ANA LUND"),
        ("Posted by Ana van der Lund", "Ana van der Lund"),
        ("Written by: Ana Lund", "Ana Lund"),
        ("Von Ana Lund", "Ana Lund"),
    ],
)
def test_a_byline_is_told_by_its_introduction(tmp_path: Path, line: str, byline: str) -> None:
    article = with_head(tmp_path, "Harbour bridge closed", "", line)

    assert article.byline == byline
    assert quotes(article, BlockKind.BYLINE) == [line]


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("March 5, 2021", "2021-03-05"),
        ("Published: Fri, March 5, 2021", "2021-03-05"),
        ("Updated 5 Mar 2021 at 6:46 pm ET • 2 min read", "2021-03-05"),
        ("PUBLISHED: 10:48, Fri, Mar 5, 2021", "2021-03-05"),
        ("2021-03-05", "2021-03-05"),
    ],
)
def test_a_line_that_only_says_when_is_a_dateline(tmp_path: Path, line: str, date: str) -> None:
    article = with_head(tmp_path, "Harbour bridge closed", "", line)

    assert article.date == date
    assert quotes(article, BlockKind.DATELINE) == [line]


def test_a_bare_name_above_the_date_is_the_byline(tmp_path: Path) -> None:
    article = with_head(tmp_path, "Harbour bridge closed for repairs", "", "Ana Lund", "March 5, 2021")

    assert (article.byline, article.date) == ("Ana Lund", "2021-03-05")


def test_a_bar_parts_the_publisher_from_the_byline(tmp_path: Path) -> None:
    article = with_head(tmp_path, "Coast Gazette | By Ana Lund", "", "Harbour bridge closed")

    assert (article.publisher, article.byline) == ("Coast Gazette", "Ana Lund")
    assert article.title == "Harbour bridge closed"


def test_one_line_may_hold_the_name_and_the_day(tmp_path: Path) -> None:
    article = with_head(
        tmp_path, "Harbour bridge closed", "By Ana Lund on Friday, March 5th, 2021 at 11 a.m."
    )

    assert (article.byline, article.date) == ("Ana Lund", "2021-03-05")


def test_the_day_of_publication_comes_before_the_day_of_an_update(tmp_path: Path) -> None:
    article = with_head(tmp_path, "Harbour bridge closed", "Published: 5 March 2021, updated: 9 March 2021")

    assert article.date == "2021-03-05"


def test_a_day_inside_the_text_is_not_the_day_of_publication(tmp_path: Path) -> None:
    article = read_text(tmp_path, "Harbour bridge closed\n\n" + BODY + " It was built on 4 May 1931.")

    assert article.date == ""


def test_a_sentence_over_the_byline_is_the_title(tmp_path: Path) -> None:
    article = with_head(tmp_path, "The old harbour bridge is closed for good, say engineers.", "By Ana Lund")

    assert article.title == "The old harbour bridge is closed for good, say engineers."


def test_a_title_that_begins_like_a_byline_stays_the_title(tmp_path: Path) -> None:
    article = with_head(tmp_path, "Von Lund Closes Bridge")

    assert (article.title, article.byline) == ("Von Lund Closes Bridge", "")


def test_who_had_a_part_is_said_at_the_end(tmp_path: Path) -> None:
    article = read_text(tmp_path, BODY + "\n\n(Reporting by Ana Lund; Editing by Bo Okoro)")

    assert quotes(article, BlockKind.BYLINE) == ["(Reporting by Ana Lund; Editing by Bo Okoro)"]


def test_one_word_after_many_empty_lines_is_text(tmp_path: Path) -> None:
    article = read_text(tmp_path, "\n" * 50 + "Fire")

    assert (article.title, kinds(article)) == ("Fire", [BlockKind.PARAGRAPH])


def test_the_title_shows_no_line_breaks(tmp_path: Path) -> None:
    assert with_head(tmp_path, "Harbour\u2003bridge\tclosed").title == "Harbour bridge closed"


@pytest.mark.parametrize(
    "title",
    [
        "Port Ellery Harbour Office: statement on the old bridge",
        "Opinion: the bridge was never ours to close",
        "Statement by the Port Ellery Harbour Office on the bridge",
        "Port Ellery Harbour Office closes the bridge",
    ],
)
def test_a_title_that_names_the_publisher_is_not_cut_at_the_name(tmp_path: Path, title: str) -> None:
    article = with_head(tmp_path, title, "", "Port Ellery Harbour Office", "4 March 2021")

    assert article.title == title
    assert quotes(article, BlockKind.TITLE) == [title]


@pytest.mark.parametrize("page", ["Coast Gazette: {}", "{} | Coast Gazette", "{} : Coast Gazette"])
def test_a_page_that_names_its_site_beside_the_title_is_not_the_title(tmp_path: Path, page: str) -> None:
    title = "Harbour bridge closed for repairs"

    assert with_head(tmp_path, page.format(title), "", title, "By Ana Lund").title == title


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Coast Gazette, March 5, 2021", "Coast Gazette"),
        ("Coast Gazette, 5 March 2021, page 4", "Coast Gazette"),
        ("Coastwire, Friday 5 March 2021", "Coastwire"),
        ("Coast Gazette | 2021-03-05", "Coast Gazette"),
        ("Coast Gazette - 5 March 2021, 10:45", "Coast Gazette"),
        ("Coast Gazette (5 March 2021)", "Coast Gazette"),
        ("5 March 2021 · Coast Gazette", "Coast Gazette"),
        ("The Voice of Ellery, Friday, March 5, 2021", "The Voice of Ellery"),
        ("Published in the Coast Gazette on 5 March 2021", "Coast Gazette"),
        ("Coast Gazette | Politics | 5 March 2021", "Coast Gazette"),
        ("Friday, March 5, 2021 - Coast Gazette", "Coast Gazette"),
        ("5 March 2021 10:15 Coast Gazette", "Coast Gazette"),
        ("Coast Gazette, Vol. 3, 5 March 2021", "Coast Gazette"),
        ("Port Ellery Harbour Office, press release, 5 March 2021", "Port Ellery Harbour Office"),
        ("coastgazette.example, 5 March 2021", "coastgazette.example"),
    ],
)
def test_a_line_may_name_the_publisher_beside_the_date(tmp_path: Path, line: str, publisher: str) -> None:
    article = with_head(tmp_path, "Harbour bridge closed", "", "By Ana Lund", line)

    assert (article.byline, article.publisher, article.date) == ("Ana Lund", publisher, "2021-03-05")
    assert quotes(article, BlockKind.DATELINE) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "By Ana Lund, Coast Gazette, 5 March 2021",
        "By Ana Lund, Coastwire | 2021-03-05",
        "By Ana Lund | Coast Gazette | 5 March 2021",
        "Ana Lund, Coast Gazette, 5 March 2021",
    ],
)
def test_one_line_may_say_who_for_whom_and_when(tmp_path: Path, line: str) -> None:
    article = with_head(tmp_path, "Harbour bridge closed", line)

    assert article.byline == "Ana Lund"
    assert article.publisher in ("Coast Gazette", "Coastwire")
    assert article.date == "2021-03-05"


def test_a_persons_name_beside_the_date_is_the_byline(tmp_path: Path) -> None:
    article = with_head(tmp_path, "Harbour bridge closed", "Ana Lund, 5 March 2021")

    assert (article.byline, article.publisher, article.date) == ("Ana Lund", "", "2021-03-05")


def test_the_suffix_of_a_name_is_no_publisher(tmp_path: Path) -> None:
    article = with_head(tmp_path, "Harbour bridge closed", "By Bo Okoro, Jr., 5 March 2021")

    assert article.byline.startswith("Bo Okoro")
    assert (article.publisher, article.date) == ("", "2021-03-05")


def test_a_town_beside_the_date_is_no_publisher(tmp_path: Path) -> None:
    article = with_head(tmp_path, "Harbour bridge closed", "By Ana Lund", "Port Ellery, 5 March 2021")

    assert (article.publisher, article.date) == ("", "2021-03-05")


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Coast Gazette staff", "Coast Gazette"),
        ("Coast Gazette, from agency reports", "Coast Gazette"),
        ("Coast Gazette staff and agencies", "Coast Gazette"),
        ("Our Correspondent", ""),
    ],
)
def test_a_staff_is_a_byline(tmp_path: Path, line: str, publisher: str) -> None:
    article = with_head(tmp_path, "Harbour bridge closed", "", line, "March 5, 2021")

    assert (article.byline, article.publisher, article.date) == (line, publisher, "2021-03-05")
    assert quotes(article, BlockKind.BYLINE) == [line]


def test_a_publisher_may_have_a_line_of_its_own(tmp_path: Path) -> None:
    article = with_head(tmp_path, "Harbour bridge closed", "By Ana Lund", "The Coast Gazette", "5 March 2021")

    assert (article.byline, article.publisher) == ("Ana Lund", "The Coast Gazette")
    assert quotes(article, BlockKind.HEADING) == []


@pytest.mark.parametrize("title", ["The Fall of the Ellery Bridge, 4 May 1931", "Harbour lays off 300 staff"])
def test_a_title_may_hold_a_date_or_a_staff(tmp_path: Path, title: str) -> None:
    article = with_head(tmp_path, title)

    assert article.title == title
    assert quotes(article, BlockKind.TITLE) == [title]


def test_a_byline_may_say_where(tmp_path: Path) -> None:
    article = with_head(tmp_path, "Harbour bridge closed", "By Ana Lund in Port Ellery, 5 March 2021")

    assert (article.byline, article.date) == ("Ana Lund", "2021-03-05")


def test_the_publisher_may_stand_over_the_title(tmp_path: Path) -> None:
    article = with_head(tmp_path, "Coast Gazette", "5 March 2021", "", "Harbour bridge closed")

    assert (article.title, article.publisher) == ("Harbour bridge closed", "Coast Gazette")
