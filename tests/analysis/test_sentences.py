"""Sentences: where they end, as exact spans."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import workbench.analysis
from workbench.analysis.segmentation.sentences import SentenceSplitter
from workbench.errors import ConfigError
from workbench.model.article import Span

TABLES = Path(workbench.analysis.__file__).parent / "tables"
SPLITTER = SentenceSplitter(TABLES)


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in SPLITTER.split(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Ada Moreau met Lt. Col. Brun.",
        "The U.N. Security Council met in Geneva.",
        "Police in Washington, D.C. on Monday closed two roads.",
        "The ship left at 5 p.m. Tuesday.",
        "It grew by 3.5 percent, according to p. 12 of the report.",
        "J. K. Orlan wrote it for Acme Inc. in May.",
        "See www.example.org/index.html or ask press.office@example.org today.",
        "The Yahoo! account was closed.",
        "“Is it over?” she asked.",
        "“Will it rain?” Minister Dorn asked on Friday.",
        "He paused ... and left.",
        "PORT ELLERY, Me. — Two boats sank.",
        "Sen. Ria Holt (D-Ohio) voted no.",
        "U.S. Will Send More Aid",
        "She listed the sins: a) greed. b) sloth.",
        "The move was called “unwise.”",
    ],
)
def test_a_stop_that_ends_nothing_is_passed_over(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The port closed.", "Two ships waited."),
        ("They live in the U.S.", "The others moved."),
        ("It ended at 9 p.m.", "The crowd went home."),
        ("He said no.", "Then he left."),
        ("Was it safe?", "Nobody knows."),
        ("It collapsed in 2017.", "25 people were hurt."),
        ("“We lost.", "We will try again.”"),
        ("She spoke for Acme & Co.", "It was brief."),
        ("It never came....", "They waited."),
        ("He called it “a scandal.”", "She agreed."),
        ("The court met.[3]", "It ruled."),
        ("We agree, you and I.", "Did he say so?"),
    ],
)
def test_a_stop_that_ends_a_sentence_splits(first: str, second: str) -> None:
    assert sentences(f"{first} {second}") == [first, second]


def test_a_sentence_glued_to_the_next_is_split() -> None:
    assert sentences("The attack ended.The army left.") == ["The attack ended.", "The army left."]


def test_a_quotation_of_several_sentences_is_split_inside() -> None:
    assert sentences("He said: “Stop. Do not move.”") == ["He said: “Stop.", "Do not move.”"]


def test_a_list_on_one_line_is_split_into_items() -> None:
    assert sentences("1. First item 2. Second item 3. Third item") == [
        "1. First item",
        "2. Second item",
        "3. Third item",
    ]
    assert sentences("• One thing • Another thing") == ["• One thing", "• Another thing"]


def test_a_line_break_alone_does_not_end_a_sentence_and_a_blank_line_does() -> None:
    assert sentences("The ferry\nsank.") == ["The ferry\nsank."]
    assert sentences("The ferry sank\n\nNobody was hurt") == ["The ferry sank", "Nobody was hurt"]


def test_only_the_span_is_read() -> None:
    text = "Before. One here. Two here. After."
    start, end = text.index("One"), text.index(" After")
    assert [span.of(text) for span in SPLITTER.split(text, Span(start, end))] == ["One here.", "Two here."]


def test_a_user_adds_abbreviations(tmp_path: Path) -> None:
    text = "The Obs. Institute opened."
    assert len(sentences(text)) == 2
    (tmp_path / "abbreviations.toml").write_text('words = ["Obs"]\n', encoding="utf-8")
    with_own = SentenceSplitter(TABLES, tmp_path)
    assert len(with_own.split(text, Span(0, len(text)))) == 1


def test_a_broken_table_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "abbreviations.toml").write_text('titles = ["x"]\nwordz = ["y"]\n', encoding="utf-8")
    with pytest.raises(ConfigError, match=r"abbreviations\.toml:2.*wordz"):
        SentenceSplitter(TABLES, tmp_path)


@given(
    st.text(alphabet=st.sampled_from("aBc. \n\t.!?…\"“”'’()[]1$é中😀İ-—•*"), max_size=80)
    | st.text(max_size=80)
)
def test_sentences_are_ordered_disjoint_trimmed_and_leave_only_white_space_out(text: str) -> None:
    spans = SPLITTER.split(text, Span(0, len(text)))
    assert all(span.start < span.end and span.of(text) == span.of(text).strip() for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())


@given(st.lists(st.sampled_from(["The boat sank. ", "U.S. ", "“No!” ", "Mr. Orr ", "1. ", "end.Then "])))
def test_splitting_twice_gives_the_same(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert SPLITTER.split(text, Span(0, len(text))) == SPLITTER.split(text, Span(0, len(text)))
