"""A dateline before the first sentence is told from that sentence, and read."""

import time
from pathlib import Path

import pytest

from tests.reading.reading_builders import quotes, read_text
from workbench.model.article import Article, BlockKind

LEAD = (
    "Fourteen people were taken to hospital when a ferry ran aground at Port Ellery on Friday, police said."
)
MORE = "The ferry had left the harbour in fog. Three tugs were sent to pull it free before the tide turned."


def read(folder: Path, dateline: str, lead: str = LEAD, name: str = "article.txt") -> Article:
    return read_text(folder, f"Ferry aground\n\nBy Ana Lund\n\n{dateline}{lead}\n\n{MORE}\n", name)


@pytest.mark.parametrize(
    "dateline",
    [
        "PORT ELLERY (Coastwire) - ",
        "PORT ELLERY (CW) — ",
        "PORT ELLERY — ",
        "PORT ELLERY -- ",
        "PORT ELLERY—",
        "PORT ELLERY, Me. — ",
        "ST. ANNE/ELLERY, March 5 (Coastwire) - ",
        "PORT ELLERY, March 5, 2021 — ",
        "ELLERY, N.H., Sept. 5 (CW) — ",
        "ELLERY, March 5. /CW/. ",
        "ELLERY, 5 March (Coastwire): ",
        "Port Ellery, March 3 (Coastwire) — ",
        "Port Ellery (CW) - ",
        "Port Ellery – ",
        "Port Ellery/Dublin, 5 March 2021 – ",
        "ÅRHUS, Denmark — ",
        "Saint-Étienne (CW) – ",
        "(CW) — ",
    ],
)
def test_the_lead_begins_after_the_dateline(tmp_path: Path, dateline: str) -> None:
    article = read(tmp_path, dateline)

    assert quotes(article, BlockKind.DATELINE) == [dateline.strip()]
    assert quotes(article, BlockKind.PARAGRAPH) == [LEAD, MORE]
    assert article.title == "Ferry aground"


@pytest.mark.parametrize(
    "lead",
    [
        "Bo Okoro — The captain who ran the ferry aground — had sailed it for years, he said on Friday.",
        "The ferry - Three tugs had pulled it free - was towed to Port Ellery late on Friday, police said.",
        "May 5 — The day of the regatta — will be remembered in the town for another reason, the mayor said.",
        "Bo Okoro: The captain had sailed the ferry for eleven years before it ran aground on Friday.",
        "A — The first of three decks — was under water when the tugs came out to the ferry on Friday.",
    ],
)
def test_other_words_before_a_dash_stay_in_the_lead(tmp_path: Path, lead: str) -> None:
    assert quotes(read(tmp_path, "", lead), BlockKind.PARAGRAPH) == [lead, MORE]


def test_a_dateline_may_tell_publisher_and_date(tmp_path: Path) -> None:
    article = read(tmp_path, "PORT ELLERY, March 5, 2021 (Coastwire) - ")

    assert (article.publisher, article.date) == ("Coastwire", "2021-03-05")


def test_the_head_knows_publisher_and_date_better(tmp_path: Path) -> None:
    text = f"Ferry aground\n\nCoast Gazette, 6 March 2021\n\nPORT ELLERY, March 5, 2021 (CW) - {LEAD}\n"

    article = read_text(tmp_path, text)

    assert (article.publisher, article.date) == ("Coast Gazette", "2021-03-06")


def test_an_article_without_a_title_goes_by_its_lead(tmp_path: Path) -> None:
    article = read_text(tmp_path, f"PORT ELLERY (Coastwire) - Two ferries collided. {LEAD}\n\n{MORE}")

    assert article.title == "Two ferries collided."


def test_a_dateline_in_markdown_is_told_as_well(tmp_path: Path) -> None:
    article = read(tmp_path, "**PORT ELLERY** (Coastwire) - ", name="article.md")

    assert quotes(article, BlockKind.DATELINE) == ["**PORT ELLERY** (Coastwire) -"]
    assert quotes(article, BlockKind.PARAGRAPH) == [LEAD, MORE]


@pytest.mark.parametrize("run", ["A ", "AA ", "A. ", "Aa ", "AA, ", "(", "A-", "A, A ", "* "])
def test_no_line_takes_long(tmp_path: Path, run: str) -> None:
    start = time.process_time()

    read_text(tmp_path, run * 100_000)

    assert time.process_time() - start < 1.0
