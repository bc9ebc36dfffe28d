import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.analysis.comparison.pairs import HEADING, PLAIN, PROSE, Judgement, PairJudge, style_of
from workbench.analysis.comparison.statement import Statement
from workbench.analysis.comparison.words import Vocabulary
from workbench.analysis.figures import FigureFinder
from workbench.model.article import Span
from workbench.model.relation import DifferenceKind

VOCABULARY = Vocabulary()
JUDGE = PairJudge(VOCABULARY)
FIGURES = FigureFinder()


def statement(text: str) -> Statement:
    reading = VOCABULARY.read(text, Span(0, len(text)))
    return JUDGE.reader.read(text, reading, FIGURES.find(text, 0, None))


def judged(a: str, b: str) -> Judgement:
    return JUDGE.judge(statement(a), statement(b))


def test_the_same_in_other_words_is_the_same() -> None:
    found = judged("A lady is strolling along the shore", "A woman is walking along the beach")
    assert found.outcome == "same"


def test_a_denial_of_the_same_words_is_a_conflict() -> None:
    found = judged("The baker is kneading the dough", "The baker isn't kneading the dough")
    assert found.outcome == "conflict"
    assert found.kind is DifferenceKind.POLARITY
    assert found.reason == "one denies it: “isn't”"


def test_a_hoax_is_a_conflict_with_what_it_told() -> None:
    found = judged(
        "a whale was seen in the river at lund", "whale in lund river is a hoax, harbour master says"
    )
    assert found.outcome == "conflict"
    assert found.kind is DifferenceKind.POLARITY
    assert found.reason == "it is contested: “hoax”"


def test_what_is_told_with_reserve_stays_open() -> None:
    found = judged(
        "the mayor of lund will resign in may", "mayor of lund reportedly to resign in may, rumors say"
    )
    assert found.outcome == "other"
    assert "reserve" in found.reason


def test_another_number_is_a_conflict() -> None:
    found = judged(
        "The ferry Osprey carried 140 passengers.", "The ferry Osprey carried 95 passengers on Monday."
    )
    assert found.outcome == "conflict"
    assert found.kind is DifferenceKind.NUMBER
    assert found.reason == "140 / 95: other number"


def test_a_number_within_the_bounds_is_the_same() -> None:
    found = judged(
        "The ferry Osprey carried more than 140 passengers.", "The ferry Osprey carried 146 passengers."
    )
    assert found.outcome == "same"


def test_words_that_exclude_each_other_are_named() -> None:
    for a, b, words in (
        (
            "Shares of Osprey Lines rose on Monday.",
            "Shares of Osprey Lines fell on Monday.",
            ("rose", "fell"),
        ),
        ("The mayor resigned on Tuesday.", "The mayor resigned on Friday.", ("Tuesday", "Friday")),
        ("Nobody on the Osprey was hurt.", "Nobody on the Osprey was unhurt.", ("hurt", "unhurt")),
    ):
        found = judged(a, b)
        assert found.outcome == "conflict", a
        assert found.kind is DifferenceKind.ANTONYM
        assert found.reason == f"“{words[0]}” against “{words[1]}”"


def test_another_statement_is_neither() -> None:
    found = judged("A man is tuning an old piano", "A goat is eating the grass behind the barn")
    assert found.outcome == "other"
    assert found.similarity < 0.3


@pytest.mark.parametrize(
    ("a", "b", "style"),
    [
        ("Marta Lind opened the bridge.", "The bridge was opened by Marta Lind.", PROSE),
        ("bridge opens in lund", "lund gets its bridge", HEADING),
        ("Marta Lind Opens Bridge", "New Bridge For Lund", HEADING),
        ("A man opens a gate", "The gate is opened by a man", PLAIN),
    ],
)
def test_the_style_of_a_pair_decides_about_the_weights(a: str, b: str, style: str) -> None:
    assert style_of(statement(a), statement(b)) == style


def test_the_place_of_a_sentence_in_its_article_does_not_matter() -> None:
    sentence = "The ferry Osprey carried 140 passengers."
    article = f"A first sentence. {sentence}"
    span = Span(len(article) - len(sentence), len(article))
    moved = JUDGE.reader.read(
        sentence, VOCABULARY.read(article, span), FIGURES.find(sentence, span.start, None)
    )
    other = statement("The ferry Osprey carried 95 passengers.")
    assert JUDGE.judge(moved, other) == JUDGE.judge(statement(sentence), other)


WORDS = st.lists(
    st.sampled_from(
        ["the", "ferry", "no", "40", "Lund", "hoax", "rose", "fell", "did", "not", "on", "Monday", "?"]
    ),
    max_size=10,
).map(" ".join)


@given(WORDS, WORDS)
def test_chances_add_up_and_every_judgement_has_a_reason(a: str, b: str) -> None:
    found = judged(a, b)
    assert abs(found.same + found.conflict + found.other - 1) < 1e-9
    assert 0.0 <= found.similarity <= 1.0
    assert found.reason
