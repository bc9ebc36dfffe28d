"""Quantities: numbers as intervals, and everything that only looks like one."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.analysis.numbers.quantities import QuantityFinder
from workbench.errors import ConfigError
from workbench.model.article import Span
from workbench.model.claim import Quantity
from workbench.resources import seeds_folder

FINDER = QuantityFinder()


def found(text: str) -> list[Quantity]:
    return list(FINDER.find(text, Span(0, len(text))))


def quotes(text: str) -> list[str]:
    return [quantity.span.of(text) for quantity in found(text)]


def only(text: str) -> Quantity:
    (quantity,) = found(text)
    return quantity


@pytest.mark.parametrize(
    ("text", "quote", "low", "high"),
    [
        ("Some 40 villagers fled.", "Some 40", 36, 44),
        ("The flood killed more than 100 farmers.", "more than 100", 100, None),
        ("At least 12 boats sank.", "At least 12", 12, None),
        ("Up to 30 shells fell.", "Up to 30", 0, 30),
        ("No more than 8 guests came.", "No more than 8", 0, 8),
        ("No fewer than 8 guests came.", "No fewer than 8", 8, None),
        ("Fewer than 50 houses stand.", "Fewer than 50", 0, 50),
        ("It drew nearly 2,000 pilgrims.", "nearly 2,000", 1700, 2000),
        ("It drew an estimated 2,000 pilgrims.", "an estimated 2,000", 1800, 2200),
        ("Between 20 and 30 tents burned.", "Between 20 and 30", 20, 30),
        ("They found 20 to 30 crates.", "20 to 30", 20, 30),
        ("They found 20-30 crates.", "20-30", 20, 30),
        ("Two or three gunmen escaped.", "Two or three", 2, 3),
        ("Dozens were hurt.", "Dozens", 24, 100),
        ("Scores of houses burned.", "Scores", 40, 100),
        ("Hundreds of thousands marched.", "Hundreds of thousands", 200_000, 1_000_000),
        ("Several hundred nurses quit.", "Several hundred", 300, 900),
        ("Half a million voters stayed home.", "Half a million", 500_000, 500_000),
        ("Two and a half million voters stayed home.", "Two and a half million", 2_500_000, 2_500_000),
        ("One hundred and two miners were found.", "One hundred and two", 102, 102),
        ("A dozen goats died.", "A dozen", 12, 12),
        ("About 1.5 million refugees left.", "About 1.5 million", 1_350_000, 1_650_000),
        ("Some 1.5m refugees left.", "Some 1.5m", 1_350_000, 1_650_000),
        ("The town has 1,234,567 trees.", "1,234,567", 1_234_567, 1_234_567),
        ("There were 40 or so goats.", "40 or so", 36, 44),
        ("There were 40 or more goats.", "40 or more", 40, None),
        ("The 5,000-strong crowd sang.", "5,000-strong", 5000, 5000),
        ("It is about 1/40 of the whole.", "about 1/40", 0.0225, 0.0275),
        ("Two thirds of the crew fell ill.", "Two thirds", 2 / 3, 2 / 3),
        ("A third of the crew fell ill.", "A third", 1 / 3, 1 / 3),
        ("Temperatures fell to -15 degrees.", "-15 degrees", -15, -15),
        ("A fee of 2½ crowns is due.", "2½", 2.5, 2.5),
        ("Around 2.5×10^6 spores were seen.", "Around 2.5×10^6", 2.25e6, 2.75e6),
    ],
)
def test_a_number_is_read_as_the_interval_it_states(
    text: str, quote: str, low: float, high: float | None
) -> None:
    quantity = only(text)
    assert quantity.span.of(text) == quote
    assert quantity.low == pytest.approx(low)
    assert quantity.high == (None if high is None else pytest.approx(high))


@pytest.mark.parametrize(
    ("text", "quote", "unit", "low"),
    [
        ("The bridge cost $3.5 million.", "$3.5 million", "usd", 3_500_000),
        ("It cost £20m to build.", "£20m", "gbp", 20_000_000),
        ("It cost €7bn to build.", "€7bn", "eur", 7_000_000_000),
        ("Prices rose 23 percent.", "23 percent", "percent", 23),
        ("Prices rose 4.5% overnight.", "4.5%", "percent", 4.5),
        ("It lies 500 yards away.", "500 yards", "yard", 500),
        ("It lies 500 meters away.", "500 meters", "m", 500),
        ("It lies 12km away.", "12km", "km", 12),
        ("It burned 300 square kilometers of forest.", "300 square kilometers", "km²", 300),
        ("Winds reached 90 miles per hour.", "90 miles per hour", "mile/hour", 90),
        ("They earn $15 an hour.", "$15 an hour", "usd/hour", 15),
        ("A five-mile queue formed.", "five-mile", "mile", 5),
        ("They waited for an hour.", "an hour", "hour", 1),
        ("He is a 34-year-old baker.", "34-year-old", "year", 34),
        ("The dam holds 7.3 MWh.", "7.3 MWh", "MWh", 7.3),
        ("It spent 20 million pounds.", "20 million pounds", "gbp", 20_000_000),
        ("It weighs 20 pounds.", "20 pounds", "pound", 20),
        ("It reached 45 degrees Celsius.", "45 degrees Celsius", "°C", 45),
    ],
)
def test_a_unit_belongs_to_its_number(text: str, quote: str, unit: str, low: float) -> None:
    quantity = only(text)
    assert (quantity.span.of(text), quantity.unit, quantity.low) == (quote, unit, low)


def test_a_range_shares_what_its_end_states() -> None:
    money = only("They want between $3 and $5 million.")
    assert (money.low, money.high, money.unit) == (3_000_000, 5_000_000, "usd")
    mass = only("Give 44 mg to 50 mg daily.")
    assert (mass.low, mass.high, mass.unit) == (44, 50, "mg")


def test_a_change_is_two_quantities_and_no_range() -> None:
    text = "Sales rose from 40 to 60 tons."
    assert quotes(text) == ["40", "60 tons"]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("About 300 pro-harbour protesters were arrested.", "pro-harbour protesters"),
        ("At least 25 members of the crew were hurt.", "members"),
        ("Twenty to thirty apple and pear trees fell.", "apple and pear trees"),
        ("Officials counted about 150, witnesses said.", ""),
        ("One harbour pilot was wounded.", "harbour pilot"),
        ("Scores of persons are missing.", "persons"),
        ("Some 40 percent of voters stayed home.", "voters"),
        ("Shells landed within 500 meters of a school.", ""),
        ("They sent 4,000 United Kingdom troops north.", "United Kingdom troops"),
        ("Ten people drowned.", "people"),
    ],
)
def test_what_is_counted_is_the_noun_after_the_number(text: str, counted: str) -> None:
    assert only(text).counted == counted


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The ferry suffered no casualties.", "casualties"),
        ("No ferry passengers were hurt.", "ferry passengers"),
        ("Rain fell, but none of them were injured.", ""),
        ("There were no further deaths.", "further deaths"),
        ("The siege ended without casualties.", "casualties"),
        ("No local or foreign divers died.", "local or foreign divers"),
        ("Nobody was killed.", ""),
    ],
)
def test_a_denied_count_is_nought(text: str, counted: str) -> None:
    quantity = only(text)
    assert (quantity.low, quantity.high, quantity.counted) == (0, 0, counted)


@pytest.mark.parametrize(
    "text",
    [
        "An F/A-18 chased a Su-22 over two-lane roads.".replace("two-lane ", ""),
        "T-54 and T-72 tanks rolled in.",
        "COVID-19 spread.",
        "Flight 93 and Apollo 11 are names.",
        "See Article 50 and Room 204.",
        "He spoke at 4:30 p.m. and left by 6 pm.",
        "The 21st session opened; it was the third.",
        "It opened on February 7, 2018.",
        "It opened on 7 February and closed in 2019.",
        "It began two weeks ago.",
        "Music of the 1990s was played.",
        "One of them left, and no one saw it.",
        "There is no doubt, no longer.",
        "Call 555-1212 or 138 2010 2015.",
        "They won 5-4 on penalties.",
        "Version 1.2.3 is out.",
        "1. Introduction",
        "They met at Ground Zero.",
        "He is 6'3\" tall.",
    ],
)
def test_what_only_looks_like_a_quantity_is_none(text: str) -> None:
    assert quotes(text) == []


@pytest.mark.parametrize(
    "text",
    ["They sent 500 soldiers.", "It cost $3 million then.", "It lies 5 miles off.", "About 7 percent left."],
)
def test_a_no_break_space_is_a_space(text: str) -> None:
    wide = text.replace(" ", "\u00a0")
    assert [replace(quantity, counted="") for quantity in found(wide)] == [
        replace(quantity, counted="") for quantity in found(text)
    ]


def test_a_number_that_could_be_a_year_is_one_only_as_a_year() -> None:
    assert quotes("About 2000 marines landed in 2003.") == ["About 2000"]


def test_spans_are_offsets_into_the_whole_text() -> None:
    text = "Nothing 5 here. Then 12 boats sank. And 7 more."
    start = text.index("Then")
    (quantity,) = FINDER.find(text, Span(start, text.index(" And")))
    assert quantity.span.of(text) == "12"


def test_offsets_survive_letters_that_grow_in_lower_case() -> None:
    text = "İİİ 😀 said 12 boats sank."
    assert quotes(text) == ["12"]


def test_the_stated_number_is_the_one_the_text_names() -> None:
    for text, number in [
        ("More than 100 geese.", 100),
        ("Up to 30 geese.", 30),
        ("Nearly 90 geese.", 90),
        ("About 50 geese.", 50),
        ("From 20 to 30 geese.", 25),
    ]:
        assert FINDER.stated(only(text)) == pytest.approx(number)


def test_a_user_adds_modifiers_and_units(tmp_path: Path) -> None:
    (tmp_path / "quantities.toml").write_text('[modifiers]\n"a good" = "above"\n', encoding="utf-8")
    (tmp_path / "units.toml").write_text(
        '[names]\nleague = "league"\n[factors]\nleague = 4828.0\n[dimensions]\nleague = "length"\n',
        encoding="utf-8",
    )
    finder = QuantityFinder(tmp_path)
    text = "They walked a good 20 leagues."
    (quantity,) = finder.find(text, Span(0, len(text)))
    assert (quantity.low, quantity.high, quantity.unit) == (20, None, "league")
    assert finder.units.to_si(quantity) == (20 * 4828.0, None, "length")


def test_a_broken_table_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "quantities.toml").write_text("[cardinals]\none = 1\nscore = 'x'\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"quantities\.toml:3"):
        QuantityFinder(tmp_path)


def test_the_seeds_state_what_a_reader_counts() -> None:
    stated = {
        "000": ["At least 100", "no", "about 2,000", "over 50,000-strong", "Up to 30", "within 500 yards",
                "around 100", "several kilometers", "scores"],
        "001": ["more than 500", 'about "20 to 30', "within 500 meters", "no", "dozens", "about 100", "One",
                "25", "five miles"],
        "002": ["about 100", "about 500", "No", "One", "around 100"],
        "003": ["more than 100", "More than 100", "about 500", "more than 100", "no", "one"],
        "004": ["more than 500", "No", "more than 100", "about 2,000", "No", "none", "25", "no", "One",
                "About 2000"],
    }  # fmt: skip
    for number, quantities in stated.items():
        (file,) = seeds_folder().glob(f"{number}_*.txt")
        assert quotes(file.read_text(encoding="utf-8")) == quantities


WORDS = st.sampled_from([
    "about", "12", "2,000", "to", "between", "and", "$", "3.5", "million", "half", "a", "dozen",
    "dozens", "of", "%", "no", "troops", "were", "killed", "one", "-", "–", "1/2", "(", ")", "percent",
    "km", "4:30", "pm", "2018", "May", "7", "Tuesday", "ago", "more", "than", "or", "so", "-strong",
    "½", "İ", "10", "000", "e5", "hundred", "third",
])  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(WORDS, max_size=14), st.sampled_from([" ", "", "  ", "\n"]))
def test_any_text_gives_ordered_disjoint_spans_and_proper_intervals(words: list[str], blank: str) -> None:
    text = blank.join(words)
    inner = Span(min(2, len(text)), len(text))
    end = inner.start
    for quantity in FINDER.find(text, inner):
        assert end <= quantity.span.start < quantity.span.end <= inner.end
        end = quantity.span.end
        assert quantity.low is not None or quantity.high is not None
        if quantity.low is not None and quantity.high is not None:
            assert quantity.low <= quantity.high
