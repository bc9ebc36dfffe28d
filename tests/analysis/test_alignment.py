from hypothesis import given
from hypothesis import strategies as st

from workbench.analysis.comparison.alignment import Alignment, align, content_weight
from workbench.analysis.comparison.words import Reading, Vocabulary
from workbench.model.article import Span

VOCABULARY = Vocabulary()


def read(text: str) -> Reading:
    return VOCABULARY.read(text, Span(0, len(text)))


def aligned(a: str, b: str) -> Alignment:
    return align(read(a), read(b), content_weight)


def gap_words(a: str, b: str) -> list[tuple[list[str], list[str]]]:
    one, other = read(a), read(b)
    return [
        (
            [word.written for word in one.words[gap.a : gap.a_end]],
            [word.written for word in other.words[gap.b : gap.b_end]],
        )
        for gap in aligned(a, b).gaps
    ]


def test_the_words_that_differ_stand_against_each_other() -> None:
    assert gap_words(
        "The ferry carried 40 people to Lund on Monday", "The ferries carried 55 people to Lund"
    ) == [(["40"], ["55"]), (["on", "Monday"], [])]


def test_forms_of_a_word_are_no_difference() -> None:
    assert aligned("Organisers cancelled the march", "The organizer canceled marches").similarity > 0.8
    assert not aligned("US-led forces", "U.S. led force").gaps


def test_a_sentence_inside_a_longer_one_is_contained() -> None:
    alignment = aligned("The bridge fell", "Witnesses say the bridge fell on Monday at noon")
    assert alignment.containment == 1.0
    assert alignment.similarity < 0.8
    assert alignment.longest == 3


def test_nothing_is_shared_with_nothing() -> None:
    assert aligned("", "").similarity == aligned("", "ferry").containment == 0.0


SENTENCES = st.lists(
    st.sampled_from(["the", "ferry", "sank", "40", "Lund", "mayor", "did", "not", "on"]), max_size=12
).map(" ".join)


@given(SENTENCES, SENTENCES)
def test_gaps_and_shared_runs_cover_both_sentences(a: str, b: str) -> None:
    one, other = read(a), read(b)
    found = aligned(a, b)
    at_a = at_b = 0
    for gap in found.gaps:
        assert one.signs[at_a : gap.a] == other.signs[at_b : gap.b]
        at_a, at_b = gap.a_end, gap.b_end
    assert one.signs[at_a:] == other.signs[at_b:]
    assert 0.0 <= found.similarity <= 1.0


@given(SENTENCES)
def test_a_sentence_is_like_itself(text: str) -> None:
    found = aligned(text, text)
    assert not found.gaps
    assert found.longest == len(text.split())
