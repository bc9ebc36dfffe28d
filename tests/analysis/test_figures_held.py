"""Figures held against each other: converted measures, counts in roundabout words, days of unlike attacks."""

import pytest

from tests.analysis.test_swapped import judged
from workbench.model.relation import Agreement


@pytest.mark.parametrize(
    ("one", "other", "agreement"),
    [
        ("300 kilograms of explosives", "some 660 pounds of explosives", Agreement.SAME),
        ("300 kilograms of explosives", "660 pounds of explosives", Agreement.SAME),
        ("300 kilograms of explosives", "some 900 pounds of explosives", Agreement.CONFLICT),
        ("500 yards of cable", "500 metres of cable", Agreement.CONFLICT),
    ],
)
def test_a_measure_that_was_converted_is_the_same_also_where_one_is_only_about_right(
    one: str, other: str, agreement: Agreement
) -> None:
    found = judged(
        f"The car that blew up in Orvel held {one}, police said.",
        f"Investigators found that {other} were in the car that blew up in Orvel.",
    )
    assert found is not None
    assert found.agreement is agreement


def test_the_number_of_dead_is_a_count_of_them_however_far_from_it_the_word_stands() -> None:
    found = judged(
        "The number of people killed in the bombing of the Orvel barracks has risen to 34.",
        "Thirty-one people were killed in the bombing of the Orvel barracks.",
    )
    assert found is not None
    assert (found.agreement, found.reason) == (
        Agreement.CONFLICT,
        "34 / Thirty-one people: another number",
    )


def test_two_attacks_with_nothing_in_common_but_their_kind_are_not_one() -> None:
    assert (
        judged(
            "Gunmen attacked a farm in the neighbouring province on Monday.",
            "The car exploded beside the queue on Tuesday.",
        )
        is None
    )


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("2031-03-05", "2031-03-06", ", the second told a day later"),
        ("2031-03-07", "2031-03-05", ", the first told 2 days later"),
        ("2031-03-05", "2031-03-05", ""),
    ],
)
def test_of_two_tolls_it_is_said_which_is_the_later_one(first: str, second: str, told: str) -> None:
    found = judged(
        "At least 12 people were killed in the bombing of the Orvel barracks.",
        "Nineteen people were killed in the bombing of the Orvel barracks, police said.",
        first,
        second,
    )
    assert found is not None
    assert (
        found.reason == f"At least 12 people / Nineteen people: another number{told} (the article / police)"
    )
