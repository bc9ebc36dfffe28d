"""Figures are held against each other only where they are of one thing, of one time, of the same people."""

import pytest

from tests.analysis.judging_claims import judged, whether
from workbench.model.relation import Agreement, DifferenceKind, Provenance

CONFLICT, SAME, DIFFERS = Agreement.CONFLICT, Agreement.SAME, Agreement.DIFFERS


def test_figures_of_two_years_can_both_be_true() -> None:
    one = "The Tarnows paid a federal tax rate of 35.7 percent in 2029."
    assert (
        whether(one, "From 2022 to 2029 the Tarnows paid a federal tax rate of 31.5 percent.") is not CONFLICT
    )
    assert whether(one, "The Tarnows paid a federal tax rate of 38 percent in 2029.") is CONFLICT


def test_a_figure_of_a_year_gone_by_is_not_that_of_today() -> None:
    one = "The deficit of 2028 was four percent of output."
    assert whether(one, "The deficit is put at 2.4 percent of output.") is None
    assert whether(one, "The deficit will reach four percent of output.") is None


def test_figures_of_two_people_can_both_be_true() -> None:
    one = "In the poll, Mayor Ada Corvin garnered 41 percent of the votes."
    assert whether(one, "In the poll, Sheriff Tom Brandt garnered 34 percent of the votes.") is not CONFLICT
    assert whether(one, "In the poll, Ada Corvin garnered 34 percent of the votes.") is CONFLICT


def test_his_rate_is_that_of_the_speaker() -> None:
    one = "Mr. Brandt said his average tax rate was 36 percent."
    assert whether(one, "Last year, Mrs. Corvin paid an average tax rate of 31 percent.") is not CONFLICT


def test_seats_that_are_won_are_not_those_that_are_lost() -> None:
    one = "The party hoped to win roughly 35 seats in the assembly."
    assert whether(one, "In six years the party had lost nearly 50 seats in the assembly.") is not CONFLICT


def test_who_asks_for_a_sum_need_not_get_it() -> None:
    one = "The defence asked for a suspended sentence of two years for Lund."
    assert whether(one, "Lund, the engineer, got a suspended sentence of eighteen months.") is not CONFLICT


def test_a_sum_is_not_one_of_its_parts() -> None:
    one = "The total funding for the sea wall will now come to about $8 billion."
    assert whether(one, "The funding for the sea wall was $5.7 billion.") is not CONFLICT
    assert whether(one, "The total funding for the sea wall was $5.7 billion.") is CONFLICT


def test_numbers_of_quite_another_size_are_of_another_thing() -> None:
    one = "The letters of the ministry filled 100 pages."
    assert whether(one, "The ministry handed over 25,000 pages of letters.") is not CONFLICT


def test_a_slip_of_a_thousand_times_is_a_conflict() -> None:
    one = "The harbour bridge cost 3 million euros."
    assert whether(one, "The harbour bridge cost 3 billion euros.") is CONFLICT


def test_a_handful_is_only_roughly_counted() -> None:
    one = "A handful of council members backed the harbour plan."
    assert whether(one, "The harbour plan was backed by 23 council members.") is not CONFLICT


def test_the_number_of_a_file_counts_nothing() -> None:
    one = "The court will hear Weavers v. Brandt, No. 10-277, in the dispute over stores."
    assert whether(one, "The dispute over stores concerns 4,300 stores of Brandt.") is not CONFLICT


def test_two_months_and_two_weeks_are_two_spans() -> None:
    one = "For two months the council has refused money for the wall."
    assert whether(one, "The council warned that money for the wall would come in two weeks.") is not CONFLICT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Belmar has debts of $3.4 billion, the most of any dairy group.",
            "The group agreed on Wednesday to buy Orsen Foods for $3.4 billion.",
        ),
        (
            "Belmar expects annual savings of $180 million from the third year on.",
            "The profit of the group reached $180 million, a record.",
        ),
        (
            "A second shaft, 640 metres long, is to be finished in autumn.",
            "The accident happened 640 metres below ground, the operator said.",
        ),
    ],
)
def test_equal_numbers_that_measure_two_things_are_not_the_same(one: str, other: str) -> None:
    assert whether(one, other) is None


def test_what_is_measured_leads_from_one_wording_to_another() -> None:
    one = "The drill reached the chamber, 460 metres under the surface."
    assert whether(one, "The men are at a depth of more than 600 metres.") is CONFLICT
    assert whether("We know of 700 cases.", "Laboratories have confirmed 460 cases.") is CONFLICT


def test_a_large_count_of_the_same_is_the_same_in_any_words() -> None:
    assert whether("The fighting drove 7,000 people out.", "Some 7,000 inhabitants have left.") is not None


def test_a_small_count_of_the_dead_is_not_that_of_a_team() -> None:
    assert (
        whether("The river fever in Quell has killed 23 people.", "The team of experts has 23 members.")
        is None
    )


def test_a_number_in_the_place_of_another_is_a_conflict_whatever_it_counts() -> None:
    found = judged(
        "Laboratories have confirmed 410 batches since the first was found on 3 July, it said.",
        "Laboratories have confirmed 460 batches since the first was found on 13 June, it said.",
    )
    assert found is not None
    assert (found.agreement, found.provenance) == (CONFLICT, Provenance.NEAR)
    assert DifferenceKind.NUMBER in [difference.kind for difference in found.differences]


def test_what_one_sells_another_buys() -> None:
    one = "The mine was sold to Norrland Metals in 2030."
    assert whether(one, "Norrland Metals bought the mine in 2030.") is not CONFLICT


def test_a_question_that_is_quoted_denies_nothing() -> None:
    one = '"Why can\'t the mayor Tom Brandt stay in the race?" Corvin asked.'
    assert whether(one, "The mayor Tom Brandt vowed to stay in the race, Corvin said.") is not CONFLICT


def test_to_refuse_to_do_it_is_not_to_do_it() -> None:
    one = "The mayor refused to sign the harbour contract."
    assert whether(one, "The mayor signed the harbour contract.") is CONFLICT
    assert whether(one, "The mayor did not sign the harbour contract.") is not CONFLICT


def test_figures_of_mr_and_of_mrs_are_of_two_people() -> None:
    one = "Mrs. Tarnow was paid 9.7 million euros in 2029 for 41 speeches."
    assert whether(one, "Mr. Tarnow was paid 13.2 million euros in 2029 for 41 speeches.") is not CONFLICT


def test_a_title_that_two_people_share_makes_them_no_one_person() -> None:
    one = "In the poll, Gov. Sarah Corvin earned 10 percent support."
    assert whether(one, "In the poll, Gov. Tim Brandt earned 6 percent support.") is not CONFLICT


def test_what_will_be_by_one_year_is_not_what_will_be_by_another() -> None:
    one = "After 2036, the fund will be able to pay 77 percent of promised benefits."
    assert whether(one, "By 2085, it will be able to pay 74 percent of promised benefits.") is not CONFLICT


def test_more_than_ten_may_be_twelve() -> None:
    one = "More than 10 packages were sent to the council."
    assert whether(one, "At least a dozen packages were sent to the council.") is DIFFERS
