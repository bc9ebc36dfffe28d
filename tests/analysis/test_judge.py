"""Two claims are judged by what they state: what differs, whether both can be true, and why."""

from pathlib import Path

import pytest

from tests.analysis.judging_claims import agreement, judged, the_relations
from tests.builders import an_article
from workbench.model.relation import Agreement, DifferenceKind, Provenance, Relation
from workbench.reading.articles import read_article
from workbench.reading.offtopic import set_aside_offtopic
from workbench.reading.sources import find_sources

SEEDS = Path(__file__).parents[2] / "seeds"


def test_another_number_of_dead_is_a_conflict() -> None:
    found = judged(
        "The blast in Orvel killed 12 people.", "Nineteen people were killed in the blast in Orvel."
    )
    assert found is not None
    assert found.agreement is Agreement.CONFLICT
    assert found.reason == "12 people / Nineteen people: another number"


def test_the_same_number_of_workers_and_of_people_is_one_count() -> None:
    found = agreement(
        "The blast in Orvel killed nine workers.", "Nine people were killed in the blast in Orvel."
    )
    assert found is not None and found[0] is Agreement.SAME


def test_two_counts_are_in_conflict_though_their_bounds_allow_both() -> None:
    found = agreement("At least 31 people died in Orvel.", "The death toll in Orvel rose to at least 48.")
    assert found == (Agreement.CONFLICT, DifferenceKind.NUMBER)


@pytest.mark.parametrize(
    ("one", "other"),
    [("about 70", "more than 70"), ("at least 70", "about 70"), ("more than 70", "at least 70")],
)
def test_another_bound_of_the_same_number_differs(one: str, other: str) -> None:
    found = agreement(f"The shelling killed {one} miners.", f"Officials said {other} miners were killed.")
    assert found == (Agreement.DIFFERS, DifferenceKind.MODIFIER)


def test_a_rounded_number_is_no_conflict() -> None:
    assert agreement("Nearly 30 miners were killed.", "The fire killed 29 miners.") == (
        Agreement.DIFFERS,
        DifferenceKind.NUMBER,
    )
    assert agreement("More than 40 sailors were rescued.", "The navy rescued 41 sailors.") == (
        Agreement.DIFFERS,
        DifferenceKind.NUMBER,
    )


def test_dozens_are_only_roughly_counted() -> None:
    assert agreement("Dozens of people were wounded.", "A monitor said 130 people were wounded.") == (
        Agreement.DIFFERS,
        DifferenceKind.NUMBER,
    )


def test_the_same_number_with_another_unit_is_a_conflict() -> None:
    found = judged(
        "Shells landed within 300 yards of the Brandt mill.",
        "The shells hit 300 meters from the Brandt mill.",
    )
    assert found is not None
    assert found.agreement is Agreement.CONFLICT
    assert "same number, other unit" in found.reason
    assert DifferenceKind.UNIT in [difference.kind for difference in found.differences]


def test_a_converted_measure_is_the_same() -> None:
    found = agreement(
        "The Osprey sank 10 kilometres off Port Ellery.", "The Osprey sank 6.2 miles off Port Ellery."
    )
    assert found is not None
    assert found[0] is Agreement.SAME


def test_none_against_some_is_a_conflict() -> None:
    found = judged("No firefighters were hurt in Tarsk.", "Four firefighters suffered injuries in Tarsk.")
    assert found is not None
    assert found.agreement is Agreement.CONFLICT
    assert found.differences[0].kind is DifferenceKind.ZERO


def test_none_of_one_side_says_nothing_of_the_other_side() -> None:
    assert judged("No Danish sailors were wounded.", "Two Norwegian sailors were wounded.") is None


def test_those_who_did_it_are_not_those_to_whom_it_was_done() -> None:
    assert judged("No Danish soldiers were killed.", "Danish air strikes killed 60 fighters.") is None


def test_they_may_mean_either_side_so_the_conflict_is_less_sure() -> None:
    sure = judged("Two Kurdish fighters were wounded.", "No Kurdish fighters were wounded.")
    unsure = judged(
        "Two Kurdish fighters were wounded.",
        "Danish advisers were with the Kurdish fighters, but they suffered no casualties.",
    )
    assert sure is not None
    assert unsure is not None
    assert unsure.agreement is Agreement.CONFLICT
    assert unsure.confidence < sure.confidence
    assert "not certain" in unsure.reason


def test_no_deaths_speaks_of_those_who_were_wounded() -> None:
    articles = [
        an_article("The army said 25 Tarsk miners were wounded, and no deaths.", id="one"),
        an_article("Police killed about 90 miners from Tarsk.", id="other"),
    ]
    (relation,) = the_relations(articles).values()
    assert relation.agreement is Agreement.CONFLICT
    assert relation.differences[0].kind is DifferenceKind.ZERO


def test_a_part_is_not_the_whole() -> None:
    assert judged("The fire killed 40 people.", "Six children were among those killed in the fire.") is None
    assert judged("The fire killed 40 people.", "The fire wounded 90 people.") is None
    assert judged("The fire killed 40 people.", "Six more people were killed in a village nearby.") is None


def test_parts_are_held_against_each_other() -> None:
    found = agreement("The fire killed 40 people, including 6 children.", "Nine of the dead were children.")
    assert found == (Agreement.CONFLICT, DifferenceKind.NUMBER)


def test_a_count_that_is_given_up_is_not_held_against_the_new_one() -> None:
    found = judged(
        "The blast killed 12 people.", "The blast killed 19 people, up from a previous toll of 12."
    )
    assert found is not None
    assert found.reason == "12 people / 19 people: another number"


def test_a_sum_of_years_is_not_the_count_of_one_day() -> None:
    assert (
        judged("The raid killed 14 people.", "The war has killed more than 9,000 people since 2024.") is None
    )


def test_counts_of_two_days_are_not_of_one_event() -> None:
    assert (
        judged(
            "The raid killed 14 people on Monday, 3 March 2031.", "A raid on 5 March 2031 killed 22 people."
        )
        is None
    )


def test_another_day_is_a_conflict() -> None:
    found = judged(
        "The Osprey sank off Port Ellery on Tuesday night.",
        "The Osprey sank off Port Ellery late on Wednesday.",
    )
    assert found is not None
    assert found.agreement is Agreement.CONFLICT
    assert "another day" in found.reason


def test_the_day_of_the_report_is_not_the_day_of_the_event() -> None:
    found = judged(
        "The battle of Orvel began on Tuesday, officials said on Thursday.",
        "The battle of Orvel began on Tuesday, a monitor said on Friday.",
    )
    assert found is not None
    assert found.agreement is Agreement.SAME


def test_a_denial_is_a_conflict_and_names_who_says_it() -> None:
    found = judged(
        "Captain Reyl has handed over the log book of the Osprey, the owner said.",
        "Prosecutor Brandt said Reyl has not handed over the log book.",
    )
    assert found is not None
    assert found.agreement is Agreement.CONFLICT
    assert "the owner" in found.reason
    assert "Brandt" in found.reason


def test_opposites_are_a_conflict() -> None:
    found = judged("Shares in Norvik rose 4 percent.", "Norvik shares fell 4 percent.")
    assert found is not None
    assert found.agreement is Agreement.CONFLICT
    assert found.reason == '"rose" / "fell": opposites'


def test_to_deny_a_failure_is_to_speak_of_success() -> None:
    found = judged(
        "The ferry passed the safety inspection.",
        "Ellery Lines denied that the ferry failed the safety inspection.",
    )
    assert found is None or found.agreement is not Agreement.CONFLICT


def test_a_copied_sentence_with_one_changed_number_is_verbatim_and_a_conflict() -> None:
    found = judged(
        "Harbour master Brandt said 40 people were on board the ferry Osprey when it left Port Ellery.",
        "Harbour master Brandt said 52 people were on board the ferry Osprey when it left Port Ellery.",
    )
    assert found is not None
    assert (found.provenance, found.agreement) == (Provenance.VERBATIM, Agreement.CONFLICT)
    assert [difference.kind for difference in found.differences] == [DifferenceKind.NUMBER]


def test_questions_state_nothing() -> None:
    assert judged("The blast killed 12 people.", "Did the blast in Orvel really kill 30 people?") is None


def test_claims_of_other_things_are_not_related() -> None:
    assert (
        judged("Parliament in Tarsk raised the pension age.", "A ferry ran aground off Port Ellery.") is None
    )


@pytest.fixture(scope="module")
def seeds() -> dict[tuple[str, str], Relation]:
    return the_relations(list(set_aside_offtopic([read_article(one) for one in find_sources([str(SEEDS)])])))


def between(found: dict[tuple[str, str], Relation], one: str, other: str) -> set[Agreement]:
    """Return the agreements of all pairs in which one claim says this and the other that."""
    return {
        relation.agreement
        for (a, b), relation in found.items()
        if (one in a and other in b) or (one in b and other in a)
    }


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("within 500 yards", "within 500 meters", Agreement.CONFLICT),
        ("they suffered no casualties", "SDF fighter was wounded", Agreement.CONFLICT),
        ("they suffered no casualties", "SDF fighter was injured", Agreement.CONFLICT),
        ("they suffered no casualties", "did wound one SDF fighter", Agreement.CONFLICT),
        ("At least 100 militants", "killed about 100 troops", Agreement.DIFFERS),
        ("At least 100 militants", "killing more than 100", Agreement.DIFFERS),
        ("around 100 troops", "More than 100 fighters", Agreement.DIFFERS),
        ("25 Syrian militia were wounded", "about 100 pro-government forces were killed", Agreement.CONFLICT),
        ("25 Syrian militia were wounded", "25 members of the pro-government unit", Agreement.SAME),
        ("began on Tuesday night", "late on Wednesday", Agreement.CONFLICT),
        ("about 500 pro-Assad regime forces", "more than 500 soldiers", Agreement.DIFFERS),
        ("about 2,000 troops", "about 2,000 American troops", Agreement.SAME),
    ],
)
def test_the_seeds_say_so(
    seeds: dict[tuple[str, str], Relation], one: str, other: str, wanted: Agreement
) -> None:
    assert between(seeds, one, other) == {wanted}


def test_nothing_in_the_seeds_is_related_to_telephones(seeds: dict[tuple[str, str], Relation]) -> None:
    assert not [pair for pair in seeds if any("iPhone" in quote or "IPhone" in quote for quote in pair)]


def test_copied_sentences_of_the_seeds_are_verbatim(seeds: dict[tuple[str, str], Relation]) -> None:
    copied = [
        relation.provenance
        for (a, b), relation in seeds.items()
        if "shot down a Syrian regime Su-22" in a and "shot down a Syrian regime Su-22" in b
    ]
    assert copied == [Provenance.VERBATIM]


def test_two_who_deny_each_other_are_both_named(seeds: dict[tuple[str, str], Relation]) -> None:
    reasons = [
        relation.reason
        for (a, b), relation in seeds.items()
        if "25 Syrian militia" in b and "about 100 pro-government forces" in a
    ]
    assert reasons
    assert all("Russian Federation" in reason and "The official" in reason for reason in reasons)


def test_the_same_number_of_another_side_is_a_conflict() -> None:
    found = judged("The ministry said 14 Danish sailors were killed.", "A blast killed 14 Norwegian sailors.")
    assert found is not None
    assert found.agreement is Agreement.CONFLICT
    assert found.differences[0].kind is DifferenceKind.PARTY


def test_the_same_number_by_another_doer_differs() -> None:
    found = judged(
        "Danish air strikes killed 14 people in Orvel.", "Norwegian shelling killed 14 people in Orvel."
    )
    assert found is not None
    assert found.agreement is Agreement.DIFFERS
    assert "done by another side" in found.reason


def test_words_in_common_are_named() -> None:
    found = judged(
        "Militants tried to seize the oilfields around Khusham, the governor said.",
        "The governor of Tarsk believes that the militants wanted to capture oilfields near Khusham.",
    )
    assert found is not None
    assert found.provenance in (Provenance.TOPIC, Provenance.PARAPHRASE)
    assert "Khusham" in found.reason
    assert "oilfields" in found.reason


def test_a_table_of_the_user_adds_kinds_of_events(tmp_path: Path) -> None:
    (tmp_path / "events.toml").write_text('[kinds]\nsickened = "poison sicken"\n', "utf-8")
    one = an_article("The well in Orvel poisoned 14 people.", id="one")
    other = an_article("A monitor said 31 people were sickened.", id="other")
    assert the_relations([one, other]) == {}
    (relation,) = the_relations([one, other], tmp_path).values()
    assert relation.agreement is Agreement.CONFLICT
