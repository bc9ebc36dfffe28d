"""Counts of people are held against each other only where they count the same people."""

import pytest

from tests.analysis.judging_claims import the_relations, whether
from tests.builders import an_article
from workbench.model.relation import Agreement

CONFLICT, SAME, DIFFERS = Agreement.CONFLICT, Agreement.SAME, Agreement.DIFFERS


@pytest.mark.parametrize(
    "told",
    [
        "The collapse cost nine lives, the fire chief said.",
        "The collapse claimed the lives of nine people.",
        "Nine quarrymen were killed when the hall collapsed.",
        "The hall collapsed with the loss of nine lives.",
    ],
)
def test_lives_that_are_lost_are_deaths(told: str) -> None:
    assert whether("Nine people died when the hall collapsed.", told) is SAME


def test_the_occupation_of_the_dead_makes_them_no_other_people() -> None:
    assert whether("Twelve weavers died in the fire.", "The fire killed 15 people.") is CONFLICT


def test_civilians_are_a_part_of_all_the_dead() -> None:
    assert whether("Six civilians died in the crossfire.", "At least 58 people were killed.") is None
    assert whether("Six civilians died in the crossfire.", "Nine civilians were killed.") is CONFLICT


def test_fighters_who_are_eliminated_are_killed_and_posts_are_not() -> None:
    assert whether("The army eliminated 19 militants.", "The raid killed 24 militants.") is CONFLICT
    assert whether("The mill eliminated 190 posts.", "The mill will cut 240 posts.") is CONFLICT
    assert whether("The mill eliminated 190 posts.", "The explosion killed 240 people.") is None


def test_bodies_that_are_found_may_be_some_of_the_dead() -> None:
    assert whether("Divers found 37 bodies.", "The storm killed 37 people.") is SAME
    assert whether("Divers found 37 bodies.", "The storm killed 52 people.") is None
    assert whether("Divers found 50 bodies.", "The storm killed 50 people.") is None


def test_nobody_hurt_speaks_of_the_killed_too() -> None:
    assert whether("No civilians were hurt.", "Six civilians were killed.") is CONFLICT
    assert whether("No civilians were killed.", "Six civilians were hurt.") is None


def test_nobody_cut_before_a_day_may_be_cut_after_it() -> None:
    assert whether("No workers will be dismissed before May.", "The mill dismissed 90 workers.") is None


def test_posts_that_go_are_cut() -> None:
    assert whether("Some 2,000 jobs would go, the union said.", "No jobs will be lost, she said.") is CONFLICT


def test_those_who_take_part_in_a_protest_are_counted_with_those_who_march() -> None:
    one = "Some 40,000 people took part in the protest, the organisers said."
    assert whether(one, "The police counted 12,000 protesters.") is CONFLICT
    assert whether(one, "About 12,000 people marched.") is CONFLICT


SIDES = "The Harbour Guard lost 29 men, and the Hill Front seventeen. In all, 58 people were killed."


def between(first: str, second: str) -> dict[tuple[str, str], Agreement]:
    """Return what two articles say about each other, by the first words of the claims."""
    articles = [an_article(first, id="one"), an_article(second, id="other")]
    return {
        (one[:8], other[:8]): relation.agreement for (one, other), relation in the_relations(articles).items()
    }


def test_the_men_of_one_side_are_not_all_the_dead() -> None:
    found = between(SIDES, "At least 52 people were killed, the monitors said.")
    assert found["In all, ", "At least"] is CONFLICT
    assert ("The Harb", "At least") not in found


def test_two_counts_of_one_side_are_in_conflict() -> None:
    found = between(SIDES, "More than 60 men of the Hill Front were killed, its rival said.")
    assert found["The Harb", "More tha"] is CONFLICT
    assert ("In all, ", "More tha") not in found


def test_ours_are_one_side_of_several() -> None:
    assert whether("We lost eleven men, the commander said.", "At least 58 people were killed.") is None
    assert whether("We killed 80 of their men, he said.", "At least 58 people were killed.") is None


def test_a_count_of_an_earlier_month_is_of_another_event() -> None:
    one = "In January 52 fighters were killed at the dam."
    assert whether(one, "At least 58 fighters were killed, the monitors said.") is None


def test_six_years_ago_is_no_single_day() -> None:
    one = "When gas exploded there six years ago, 29 miners lost their lives."
    assert whether(one, "In 2025 a gas explosion killed 29 workers.") is SAME


def test_the_day_of_a_count_is_not_the_day_of_the_event() -> None:
    one = "The death toll from the sinking rose to 61 on Thursday."
    assert whether(one, "The ferry sank on Monday night.") is None


def test_those_who_speak_are_not_those_who_are_counted() -> None:
    one = "Only 40 of them were injured, the police said."
    assert whether(one, "The police said that 55 of them were injured.") is CONFLICT


def test_them_are_those_of_whom_the_sentence_before_spoke() -> None:
    found = between(
        "The raid killed 19 militants. There was not a single child among them.",
        "The raid killed 31 people. Eleven of them were children.",
    )
    assert found["There wa", "Eleven o"] is CONFLICT
    assert ("There wa", "The raid") not in found


def test_not_a_single_one_is_none() -> None:
    assert whether("Not a single sailor was killed.", "Four sailors were killed.") is CONFLICT


def test_those_on_board_are_those_aboard() -> None:
    one = "The vessel had about 220 people on board, the ministry believes."
    assert whether(one, "More than 300 passengers were crammed aboard, the mayor said.") is CONFLICT
    assert whether("All 62 people aboard were killed.", "The crash killed 62 people.") is SAME
    assert whether("The crash killed all 62 people aboard.", "The crash killed 58 people.") is CONFLICT
