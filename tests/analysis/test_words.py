from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.analysis.comparison.words import NEGATOR, NUMBER, PLACE, STOP, Reading, Vocabulary
from workbench.errors import ConfigError
from workbench.model.article import Span

VOCABULARY = Vocabulary()


def read(text: str, vocabulary: Vocabulary = VOCABULARY) -> Reading:
    return vocabulary.read(text, Span(0, len(text)))


def normals(text: str, vocabulary: Vocabulary = VOCABULARY) -> list[str]:
    return [word.normal for word in read(text, vocabulary).words]


def test_names_of_a_country_are_one_word() -> None:
    for name in ("US", "U.S.", "USA", "United States", "the United States of America", "Americans"):
        assert normals(name)[-1] == "us"
    assert normals("Russian Federation") == normals("Russians") == ["russia"]
    assert normals("South Korean") == ["south_korea"]


def test_us_in_small_letters_is_a_pronoun() -> None:
    (word,) = read("us").words
    assert word.normal == "we" and word.flags & STOP and not word.flags & PLACE


def test_a_capital_means_its_country_but_is_another_place() -> None:
    damascus, syria = read("Damascus Syria").words
    assert damascus.concept == syria.concept
    assert damascus.sign != syria.sign


def test_numbers_are_written_alike() -> None:
    assert normals("2,000 two 2nd second") == ["2000", "2", "2th", "2th"]
    assert all(word.flags & NUMBER for word in read("2,000 two").words)


def test_forms_of_a_word_share_a_sign() -> None:
    for forms in (
        "organise organization organizing",
        "fights fought fighting",
        "men man",
        "colour color",
        "travelled traveled",
        "counter-attack counterattack",
        "mayor's mayor",
        "mayor’s mayor",
    ):
        assert len(set(read(forms).signs)) == 1, forms


def test_contractions_deny() -> None:
    for text in ("didn't", "didn’t", "cannot", "no", "without"):
        (word,) = read(text).words
        assert word.flags & NEGATOR, text


def test_a_hyphen_does_not_matter() -> None:
    assert read("US -backed well- established").signs == read("U.S.-backed well-established").signs


def test_an_acronym_is_learnt_from_its_long_name() -> None:
    vocabulary = Vocabulary()
    vocabulary.learn("The Harbour Workers of Lund (HWL) met.")
    assert normals("Harbour Workers of Lund", vocabulary) == ["hwl"]
    assert normals("Harbour Workers", vocabulary) == ["harbour", "workers"]


def test_words_that_mean_the_same_share_a_concept() -> None:
    one, other = read("wounded injured").words
    assert one.concept == other.concept
    assert one.sign != other.sign


def test_a_sign_leads_back_to_its_stem() -> None:
    (word,) = read("explosions").words
    assert VOCABULARY.stem(word.sign) == word.stem


def test_a_users_tables_add_words(tmp_path: Path) -> None:
    (tmp_path / "synonyms.toml").write_text('concepts = ["Pier quay wharf"]', encoding="utf-8")
    (tmp_path / "places.toml").write_text(
        'countries = ["Freedonia: Freedonian, the free land"]', encoding="utf-8"
    )
    vocabulary = Vocabulary(tmp_path)
    quay, wharf = read("quay wharf", vocabulary).words
    assert quay.concept == wharf.concept
    assert normals("Freedonian", vocabulary) == normals("The Free Land", vocabulary) == ["freedonia"]


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("synonyms", 'concepts = ["lonely"]'),
        ("antonyms", 'opposites = ["up down"]'),
        ("places", 'countries = ["Freedonia"]'),
        ("places", 'capitals = ["Sylva: "]'),
        ("forms", 'together = ["airstrike"]'),
    ],
)
def test_a_row_that_makes_no_sense_is_named(table: str, row: str, tmp_path: Path) -> None:
    (tmp_path / f"{table}.toml").write_text(row, encoding="utf-8")
    with pytest.raises(ConfigError, match=f"{table}.toml"):
        Vocabulary(tmp_path)


TEXTS = st.text(alphabet=st.sampled_from("aBs U.S,1’'-é$%()\nunited states "), max_size=60)


@given(TEXTS)
def test_places_are_in_order_one_for_each_word(text: str) -> None:
    reading = read(text)
    places = VOCABULARY.places(text, reading)
    assert len(places.starts) == len(places.ends) == len(reading.words) == len(reading.signs)
    assert all(end <= start for end, start in zip(places.ends, places.starts[1:], strict=False))


@given(TEXTS, TEXTS)
def test_a_word_reads_the_same_wherever_it_stands(before: str, text: str) -> None:
    whole = f"{before}\n{text}"
    inside = VOCABULARY.read(whole, Span(len(before) + 1, len(whole)))
    assert inside.words == read(text).words
