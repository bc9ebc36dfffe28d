"""A selection moves by letter, word and sentence, never to nothing and never out of the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model.article import Span
from workbench.review.selecting import (
    Selecting,
    cut_moved,
    likely_cut,
    moved,
    moved_by_letter,
    neighbour,
    words_in,
)

TEXT = "At 10:30 the well-known mill burned. Nobody’s hurt, he said; 3,000 came."


def selecting(words: str, *, moves_end: bool = True, text: str = TEXT) -> Selecting:
    start = text.index(words)
    return Selecting("a.txt", Span(start, start + len(words)), moves_end=moves_end)


def words_of(text: str) -> list[str]:
    return [word.of(text) for word in words_in(text, Span(0, len(text)))]


def test_numbers_and_hyphenated_words_are_one_word() -> None:
    assert words_of(TEXT)[:4] == ["At", "10:30", "the", "well-known"]
    assert words_of(TEXT)[-2:] == ["3,000", "came"]
    assert words_of("a cafe\u0301 e\u0301tait") == ["a", "cafe\u0301", "e\u0301tait"]


@pytest.mark.parametrize(
    ("moves_end", "by", "expected"),
    [
        (True, 1, "the well-known mill burned"),
        (True, -1, "the well-known"),
        (False, 1, "well-known mill"),
        (False, -1, "10:30 the well-known mill"),
    ],
)
def test_an_end_moves_to_where_words_end_and_the_start_to_where_they_begin(
    moves_end: bool, by: int, expected: str
) -> None:
    here = selecting("the well-known mill", moves_end=moves_end)
    assert moved(here, words_in(TEXT, Span(0, len(TEXT))), by).span.of(TEXT) == expected


def test_the_last_word_of_a_selection_stays() -> None:
    here = selecting("mill")
    assert moved(here, words_in(TEXT, Span(0, len(TEXT))), -1) == here


def test_a_letter_goes_with_its_marks() -> None:
    text = "le cafe\u0301 et 👩\u200d🚒 la"
    here = selecting("caf", text=text)
    assert moved_by_letter(here, text, 1).span.of(text) == "cafe\u0301"
    here = selecting("cafe\u0301 et ", text=text)
    assert moved_by_letter(here, text, 1).span.of(text).endswith("👩\u200d🚒")


def test_the_neighbour_of_a_sentence_is_selected_whole() -> None:
    sentences = [Span(0, 36), Span(37, len(TEXT))]
    first = Selecting("a.txt", sentences[0], moves_end=False)
    second = neighbour(first, sentences, 1)
    assert (second.span, second.moves_end) == (sentences[1], True)
    assert neighbour(second, sentences, 1) == second
    assert neighbour(second, sentences, -1).span == sentences[0]


def test_a_claim_most_likely_falls_into_two_after_a_pause_near_its_middle() -> None:
    span = selecting("Nobody’s hurt, he said; 3,000 came.").span
    assert TEXT[likely_cut(TEXT, span) :].startswith("he said")
    assert TEXT[cut_moved(TEXT, span, likely_cut(TEXT, span), -1) :].startswith("hurt")
    plain = selecting("the well-known mill burned.").span
    assert TEXT[likely_cut(TEXT, plain) :].startswith("mill")
    first = cut_moved(TEXT, plain, likely_cut(TEXT, plain), -1)
    assert TEXT[first:].startswith("well-known")
    assert cut_moved(TEXT, plain, first, -1) == first


MOVES = st.lists(st.tuples(st.sampled_from(["letter", "word", "sentence", "turn"]), st.sampled_from([1, -1])))


@given(st.text(st.sampled_from("ab. ,\n\u0301👩\u200d🚒"), min_size=2, max_size=40), MOVES, st.data())
def test_no_sequence_of_moves_leaves_the_text_or_selects_nothing(
    text: str, moves: list[tuple[str, int]], data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    here = Selecting("a.txt", Span(start, data.draw(st.integers(start + 1, len(text)))))
    for unit, by in moves:
        if unit == "turn":
            here = here.turned
        elif unit == "letter":
            here = moved_by_letter(here, text, by)
        else:
            here = moved(here, words_in(text, Span(0, len(text))), by)
        assert 0 <= here.span.start < here.span.end <= len(text)
