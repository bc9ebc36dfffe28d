"""The classes of words, as bits."""

from pathlib import Path

import workbench.analysis
from workbench.analysis.wording import Wording

WORDING = Wording(Path(workbench.analysis.__file__).parent / "tables")


def classes(sentence: str) -> set[str]:
    bits = WORDING.bits(sentence.split())
    return {name for name, bit in WORDING.bit.items() if bits & bit}


def test_case_marks_and_possessives_do_not_hide_a_word() -> None:
    assert "blame" in classes("“Absurd!” it was")
    assert "institution" in classes("in the Senate’s view")


def test_the_parts_of_a_compound_count() -> None:
    assert "number_word" in classes("a three-year plan")


def test_a_capital_is_a_name_except_at_the_beginning() -> None:
    assert "name" not in classes("Ferries sank")
    assert "name" in classes("the Ferry sank")


def test_figures_years_and_money_are_told_apart() -> None:
    assert {"digits", "year"} <= classes("founded in 1998.")
    assert "year" not in classes("some 2,400 people")
    assert {"digits", "money_or_percent"} <= classes("it cost $40")


def test_no_words_have_no_classes() -> None:
    assert WORDING.bits([]) == 0
