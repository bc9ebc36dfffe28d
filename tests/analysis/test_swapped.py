"""What near copies have in each other's place: another day, time, number or name is not "the same words"."""

import pytest

from tests.builders import an_article
from workbench.analysis.analyser import Analyser
from workbench.analysis.comparison.content import Contents
from workbench.analysis.comparison.judge import Judge
from workbench.analysis.comparison.words import Vocabulary
from workbench.model.desk import Desk
from workbench.model.relation import Agreement, DifferenceKind, Relation

ANALYSER = Analyser()


def judged(one: str, other: str, published: str = "2031-03-05", other_published: str = "") -> Relation | None:
    """Judge two claims of two articles, of one Wednesday unless another day is given."""
    articles = [
        an_article(one, id="one", date=published),
        an_article(other, id="other", date=other_published or published),
    ]
    vocabulary = Vocabulary()
    claims = [claim for article in articles for claim in ANALYSER.claims(article)]
    desk = Desk.of(articles, claims)
    readings = {
        claim.id: vocabulary.read(desk.article_by_id[claim.article].text, claim.span) for claim in claims
    }
    return Judge(desk, Contents(vocabulary), readings).judge(*desk.claims)


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        (
            "The Orvel dam, which Lenn Power owns, was built in 1964.",
            "The Orvel dam, which Lenn Power owns, was built in 1968.",
            "1964 / 1968: another time",
        ),
        (
            "Premier Jan Rehak will visit the flooded town of Orvel on 7 March.",
            "Premier Jan Rehak will visit the town of Orvel on March 8.",
            "7 March / March 8: another day",
        ),
        (
            "Trains between Corvin and Orvel will run again from Monday, the railway said.",
            "Trains between Corvin and Orvel will run again from Sunday, the railway said.",
            "Monday / Sunday: another day",
        ),
        (
            "The siren on the Orvel town hall sounded at 4:20 a.m., residents recalled.",
            "The siren on the Orvel town hall sounded at 5:20 a.m., residents recalled.",
            "4:20 a.m / 5:20 a.m: another time",
        ),
        (
            "The road from Orvel to Corvin, Highway 12, is closed.",
            "The road from Orvel to Corvin, Highway 15, is closed.",
            "12 / 15: another number",
        ),
    ],
)
def test_a_copy_with_another_day_time_or_number_is_a_conflict(one: str, other: str, rule: str) -> None:
    found = judged(one, other)
    assert found is not None
    assert (found.agreement, found.reason.partition(" (")[0]) == (Agreement.CONFLICT, rule)


@pytest.mark.parametrize("published", ["2031-03-05", ""])
def test_a_day_written_in_two_ways_is_one_day(published: str) -> None:
    found = judged(
        "Premier Jan Rehak will visit the flooded town of Orvel on 7 March.",
        "Premier Jan Rehak will visit the town of Orvel on March 7.",
        published,
    )
    assert found is not None
    assert found.agreement is Agreement.SAME


def test_a_time_that_is_only_about_right_differs() -> None:
    found = judged(
        "The siren on the Orvel town hall sounded at about 4:20 a.m., residents recalled.",
        "The siren on the Orvel town hall sounded at 4:25 a.m., residents recalled.",
    )
    assert found is not None
    assert (found.agreement, found.reason) == (Agreement.DIFFERS, "4:20 a.m / 4:25 a.m: about the same time")


@pytest.mark.parametrize(
    ("name", "rule"), [("Elena", "Ellen / Elena: another spelling"), ("Ruth", "Ellen / Ruth: another name")]
)
def test_a_copy_with_another_name_differs(name: str, rule: str) -> None:
    sentence = "Rescue work in Orvel is led by {} Marsh, head of the fire service."
    found = judged(sentence.format("Ellen"), sentence.format(name))
    assert found is not None
    assert (found.agreement, found.reason) == (Agreement.DIFFERS, rule)
    assert DifferenceKind.PARTY in {one.kind for one in found.differences}


def test_near_copies_that_end_in_other_words_do_not_say_the_same() -> None:
    found = judged(
        "Lenn Power chief executive Anna Roth resigned on Tuesday.",
        "Lenn Power chief executive Anna Roth will stay in office.",
    )
    assert found is not None
    assert found.agreement is Agreement.DIFFERS


def test_a_copy_with_one_word_less_says_the_same() -> None:
    found = judged(
        "Lenn Power chief executive Anna Roth has resigned, the board of the company said.",
        "Lenn Power chief executive Anna Roth resigned, the board said.",
    )
    assert found is not None
    assert found.agreement is Agreement.SAME


def test_words_that_two_claims_share_do_not_tell_that_they_say_the_same() -> None:
    found = judged(
        "Chief executive Lars Holm of Lenn Power resigned on Friday evening.",
        "Lars Holm will stay as chief executive of Lenn Power, the board said.",
    )
    assert found is not None
    assert found.agreement is not Agreement.SAME
