"""The weights of the page model are named after what they weigh, so that a person can read them."""

import pytest

from workbench.reading.looks import Look, look_at
from workbench.reading.page_model import choose_text, judge_page
from workbench.reading.vocabulary import read_vocabulary


def look(line: str) -> Look:
    return look_at([line], read_vocabulary())[0]


@pytest.mark.parametrize(
    ("line", "feature"),
    [
        ("Sport", "1 word, no stop"),
        ("The bridge was closed on Friday, the harbour office said.", "8 to 12 words, a full stop"),
        ("What about the bridge?", "a question"),
        ("FERRY SOLD", "capitals only"),
        ("Home » News » Bridges", "bars or arrows"),
        ("Sign up for our newsletter", "opens with a phrase of web pages"),
        ("Most read", "announces a list"),
        ("By Ana Lund", "says who"),
        ("Published: March 5, 2021", "says when"),
        ("The bridge at dawn (Image: Coast Agency)", "ends in a credit"),
        ("橋は金曜日に閉鎖された。", "5 to 7 words, a full stop"),
    ],
)
def test_what_is_remarkable_about_a_line_is_said_in_words(line: str, feature: str) -> None:
    assert feature in look(line).features


def test_a_line_that_comes_twice_says_so() -> None:
    first, _, last = look_at(["Sport", "Weather", "Sport"], read_vocabulary())

    assert "repeated, short" in first.features
    assert first == last


def test_a_plain_sentence_beside_text_is_text_although_its_score_is_low() -> None:
    lines = ["Menu", "Nobody was hurt on Friday, said the office of the harbour.", "word " * 40, "Ferry sold"]
    looks = look_at(lines, read_vocabulary())

    assert choose_text(looks, [-3, 0, 4, 0], keep=1, beside=-1) == [False, True, True, False]


def test_every_line_of_a_page_gets_a_verdict_and_a_reason() -> None:
    looks = look_at(["Menu"] * 30, read_vocabulary())

    verdicts = judge_page(looks)

    assert len(verdicts) == 30
    assert not any(verdict.is_text for verdict in verdicts)
    assert all(verdict.reason for verdict in verdicts)
