"""No text makes the analysis slow: runs of the same signs, each far under a second."""

import time

import pytest

from tests.builders import an_article
from workbench.analysis.analyser import Analyser
from workbench.model.article import Article, Block, BlockKind, Span

SIZE = 400_000
LIMIT = 2.0
"""Seconds of one core. On a quiet machine none takes one; tests may run beside other work."""
ANALYSER = Analyser()


def one_block(text: str) -> Article:
    block = Block(Span(0, len(text)), BlockKind.PARAGRAPH, "")
    return Article("run.txt", "run.txt", text, "", "", "", "", "2031-03-04", (block,))


@pytest.mark.parametrize(
    "unit",
    [
        "A ",
        "1,",
        '("',
        "US-led ",
        "\n",
        ". ",
        "a.b ",
        "“",
        "one hundred ",
        "he said ",
        "he said. ",
        "Tom Hill, a guard, left. She said it fell. ",
        '" ',
        "U.S. ",
        "...",
        "1. A ",
        "than ",
    ],
)
def test_a_long_run_of_the_same_signs_takes_less_than_a_second(unit: str) -> None:
    article = one_block(unit * (SIZE // len(unit)))
    started = time.process_time()
    ANALYSER.claims(article)
    assert time.process_time() - started < LIMIT


def test_lines_of_white_space_between_sentences_do_no_harm() -> None:
    article = an_article("The mill burned.\n\n" + " \n" * 50_000 + "Three men died.")
    started = time.process_time()
    assert len(ANALYSER.claims(article)) == 2
    assert time.process_time() - started < LIMIT
