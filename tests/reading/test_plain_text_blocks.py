"""Plain text becomes blocks: paragraphs, headings, captions, and what is set aside with its reason."""

from pathlib import Path

import pytest

from tests.reading.reading_builders import kinds, quotes, read_text, reason
from workbench.model.article import BlockKind

LEAD = (
    "The old harbour bridge in Port Ellery was closed on Friday after engineers found cracks in two pillars."
)
NEXT = "Some 4,000 cars use the bridge each day, the harbour office said in a statement on Friday evening."
LAST = (
    "Repairs will take nine weeks, according to the engineers, who will begin their work on Monday morning."
)


def article_with(*lines: str) -> str:
    return "\n\n".join((LEAD, NEXT, *lines))


def test_each_line_is_a_block_of_its_own(tmp_path: Path) -> None:
    assert quotes(read_text(tmp_path, f"{LEAD}\n{NEXT}\n\n{LAST}"), BlockKind.PARAGRAPH) == [LEAD, NEXT, LAST]


def test_lines_that_were_broken_by_hand_are_one_paragraph(tmp_path: Path) -> None:
    broken = """The old harbour bridge in Port Ellery was closed on Friday after
engineers found cracks in two of its four pillars, and nobody knows
when it will open again, a spokesman of the harbour office said.

Some 4,000 cars use it each day. Most of them will have to go round
the bay, which takes an hour, or wait for the ferry, which has room
for twenty."""

    article = read_text(tmp_path, broken)

    assert quotes(article, BlockKind.PARAGRAPH) == broken.split("\n\n")


def test_short_lines_one_below_the_other_are_not_joined(tmp_path: Path) -> None:
    text = f"{LEAD}\n\nNorth pier: 12 boats\nSouth pier: 9 boats\nOld pier: 40 boats\n\n{NEXT}"

    assert "North pier: 12 boats" in [b.span.of(text) for b in read_text(tmp_path, text).blocks]


def test_a_short_line_above_a_paragraph_is_a_heading(tmp_path: Path) -> None:
    article = read_text(tmp_path, article_with("Nine weeks of repairs", LAST))

    assert quotes(article, BlockKind.HEADING) == ["Nine weeks of repairs"]


@pytest.mark.parametrize("line", ["The office said:", "“Nobody was hurt”", "- 40 boats", "Nobody was hurt."])
def test_a_line_that_leads_over_or_ends_a_sentence_is_no_heading(tmp_path: Path, line: str) -> None:
    assert line in quotes(read_text(tmp_path, article_with(line, LAST)), BlockKind.PARAGRAPH)


def test_a_repeated_title_is_set_aside_as_a_duplicate(tmp_path: Path) -> None:
    article = read_text(tmp_path, f"Harbour bridge closed\n\nHARBOUR BRIDGE CLOSED\n\n{LEAD}")

    assert kinds(article) == [BlockKind.TITLE, BlockKind.DUPLICATE, BlockKind.PARAGRAPH]
    assert reason(article, "HARBOUR BRIDGE CLOSED") == "repeats the title"


def test_a_repeated_paragraph_is_set_aside_as_a_duplicate(tmp_path: Path) -> None:
    article = read_text(tmp_path, article_with(LAST, LEAD))

    assert quotes(article, BlockKind.DUPLICATE) == [LEAD]


def test_a_short_line_twice_in_a_row_is_a_caption_and_its_duplicate(tmp_path: Path) -> None:
    article = read_text(tmp_path, article_with("Port Ellery bridge", "Port Ellery bridge", LAST))

    assert kinds(article)[2:4] == [BlockKind.CAPTION, BlockKind.DUPLICATE]


def test_numbers_in_a_table_may_repeat(tmp_path: Path) -> None:
    article = read_text(tmp_path, article_with("Boats", "40", "40", "40", LAST))

    assert BlockKind.DUPLICATE not in kinds(article)


@pytest.mark.parametrize(
    "line",
    [
        "Share this article",
        "Discuss This Article",
        "Like this:",
        "ADVERTISEMENT",
        "More news: Ten recipes for a rainy day",
        "READ MORE: Ten recipes for a rainy day",
        "Sign up for our morning newsletter",
        "© 2021 Coast Gazette. All rights reserved.",
        "Don’t miss:",
        "https://example.org/harbour/bridge",
        "* * *",
        "関連記事",
    ],
)
def test_a_phrase_of_web_pages_is_set_aside_with_its_reason(tmp_path: Path, line: str) -> None:
    article = read_text(tmp_path, article_with(line, LAST))

    assert quotes(article, BlockKind.BOILERPLATE) == [line]
    assert reason(article, line)


@pytest.mark.parametrize(
    "line",
    [
        "Facebook changed its privacy policy in March, which upset two billion of its users, a court heard.",
        "The paintings were copied without permission, the gallery told the court on Monday.",
        "Getting the newsletter cost each of the 4,000 members nine euros a year.",
        "More than 40 boats were damaged.",
        "Related costs rose by 9 percent.",
        "Advertisement revenue fell by a third.",
        "Follow-up checks showed that 12 of the pillars were safe.",
        "Photographers said 40 people were there.",
    ],
)
def test_news_about_such_things_stays(tmp_path: Path, line: str) -> None:
    assert line in quotes(read_text(tmp_path, article_with(line, LAST)), BlockKind.PARAGRAPH)


@pytest.mark.parametrize(
    "line",
    [
        "The bridge at dawn. Photo: Ana Lund",
        "FILE PHOTO: The bridge at dawn",
        "The bridge at dawn (Image: Coast Agency)",
    ],
)
def test_a_line_that_names_its_picture_is_a_caption(tmp_path: Path, line: str) -> None:
    assert quotes(read_text(tmp_path, article_with(line, LAST)), BlockKind.CAPTION) == [line]


def test_links_listed_under_a_heading_are_set_aside_until_text_resumes(tmp_path: Path) -> None:
    article = read_text(
        tmp_path, article_with("Related articles", "Ten recipes for a rainy day", "Boat show opens", LAST)
    )

    assert kinds(article)[2:] == [BlockKind.BOILERPLATE] * 3 + [BlockKind.PARAGRAPH]
    assert reason(article, "Boat show opens") == "listed under “Related articles”"


def test_notices_to_the_reader_at_the_end_are_set_aside(tmp_path: Path) -> None:
    notice = "We welcome your letters and print the best of them on Saturdays."

    assert quotes(read_text(tmp_path, article_with(LAST, notice)), BlockKind.BOILERPLATE) == [notice]


def test_a_quote_at_the_end_stays_though_it_speaks_to_someone(tmp_path: Path) -> None:
    quote = "“We told you our bridge was old,” said Tom Brandt."

    assert quote in quotes(read_text(tmp_path, article_with(LAST, quote)), BlockKind.PARAGRAPH)


def test_the_phrases_of_a_user_are_looked_for_too(tmp_path: Path) -> None:
    from workbench.reading.articles import read_article
    from workbench.reading.sources import find_sources

    tables = tmp_path / "tables"
    tables.mkdir()
    (tables / "boilerplate.toml").write_text('starts = ["from the harbour desk"]', encoding="utf-8")
    (tmp_path / "x.txt").write_text(
        article_with("From the harbour desk: boats for sale", LAST), encoding="utf-8"
    )

    article = read_article(find_sources([str(tmp_path / "x.txt")])[0], tables)

    assert quotes(article, BlockKind.BOILERPLATE) == ["From the harbour desk: boats for sale"]
