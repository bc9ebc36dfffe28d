"""What other articles say about a claim, after the reviewer's word."""

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_claim, an_article
from workbench.model.corroboration import Corroboration
from workbench.model.counterparts import Answer, Counterparts, answer
from workbench.model.desk import Desk
from workbench.model.relation import (
    Agreement,
    Comparison,
    Provenance,
    Relation,
    RelationChange,
    Standing,
)

ARTICLES = tuple(
    an_article(text, id=id)
    for id, text in (
        ("a", "Forty people were aboard.\n\nThe ferry was new."),
        ("b", "Fifty people were aboard."),
        ("c", "Forty people were aboard."),
        ("d", "It rained."),
    )
)
FORTY, NEW = (a_claim(ARTICLES[0], quote) for quote in ("Forty people were aboard.", "The ferry was new."))
FIFTY = a_claim(ARTICLES[1], "Fifty people were aboard.")
COPY = a_claim(ARTICLES[2], "Forty people were aboard.")
RAIN = a_claim(ARTICLES[3], "It rained.")
DESK = Desk.of(ARTICLES, (FORTY, NEW, FIFTY, COPY, RAIN))

CONFLICT = Relation(FORTY.id, FIFTY.id, Provenance.NEAR, Agreement.CONFLICT, "other number", 0.9)
COPIED = Relation(FORTY.id, COPY.id, Provenance.VERBATIM, Agreement.SAME, "the same words", 1.0)
OTHERS = Relation(FIFTY.id, COPY.id, Provenance.NEAR, Agreement.CONFLICT, "other number", 0.9)
FOUND = Comparison((CONFLICT, COPIED, OTHERS))


def said(relation: Relation, standing: Standing) -> dict[tuple[str, str], RelationChange]:
    return {relation.key: RelationChange(relation, Standing.SUGGESTED, standing)}


def test_each_article_answers_with_what_weighs_most() -> None:
    counterparts = Counterparts(DESK, FOUND)
    answers = {one.id: answer(counterparts.counterpart(FORTY.id, one.id)) for one in ARTICLES[1:]}
    assert answers == {"b": Answer.CONFLICT, "c": Answer.COPIED, "d": Answer.SILENT}
    assert list(counterparts.by_article(FORTY.id)) == ["b", "c"]


def test_a_rejected_relation_is_gone_and_can_be_found_among_the_rejected() -> None:
    counterparts = Counterparts(DESK, FOUND, said(CONFLICT, Standing.REJECTED))
    assert counterparts.counterpart(FORTY.id, "b") is None
    assert not counterparts.in_conflict(FORTY.id)
    assert counterparts.rejected(FIFTY.id) == [CONFLICT]


def test_a_rejected_relation_stays_away_when_the_comparison_finds_it_again() -> None:
    counterparts = Counterparts(DESK, None, said(CONFLICT, Standing.REJECTED))
    counterparts.add(FOUND)
    assert counterparts.relations(FORTY.id) == [COPIED]


def test_a_link_by_hand_is_a_relation_of_both_claims() -> None:
    link = Relation(NEW.id, RAIN.id, Provenance.TOPIC, Agreement.DIFFERS, "linked by hand", 1.0)
    counterparts = Counterparts(DESK, FOUND, said(link, Standing.LINKED))
    assert counterparts.relations(NEW.id) == counterparts.relations(RAIN.id) == [link]
    counterparts.hear(said(link, Standing.UNLINKED))
    assert counterparts.relations(NEW.id) == []


def test_copies_corroborate_nothing() -> None:
    counterparts = Counterparts(DESK, FOUND)
    assert counterparts.corroboration(FORTY.id) == Corroboration(articles=2, independent=1)


def test_copies_among_those_that_say_it_count_once_wherever_among_them_one_stands() -> None:
    reworded = (
        Relation(FORTY.id, FIFTY.id, Provenance.PARAPHRASE, Agreement.SAME, "", 0.9),
        Relation(FORTY.id, COPY.id, Provenance.PARAPHRASE, Agreement.SAME, "", 0.9),
    )
    copied = Relation(FIFTY.id, COPY.id, Provenance.NEAR, Agreement.SAME, "", 0.9)
    counterparts = Counterparts(DESK, Comparison((*reworded, copied)))
    counted = {counterparts.corroboration(claim.id) for claim in (FORTY, FIFTY, COPY)}
    assert counted == {Corroboration(articles=3, independent=2)}


def test_what_says_the_same_as_something_that_says_the_same_does_not_count() -> None:
    chain = (
        Relation(FORTY.id, FIFTY.id, Provenance.PARAPHRASE, Agreement.SAME, "", 0.9),
        Relation(FIFTY.id, RAIN.id, Provenance.PARAPHRASE, Agreement.SAME, "", 0.9),
    )
    counterparts = Counterparts(DESK, Comparison(chain))
    assert counterparts.corroboration(FORTY.id) == Corroboration(articles=2, independent=2)


def test_what_contradicts_a_claim_never_corroborates_it_by_way_of_another_one() -> None:
    reworded = Relation(FIFTY.id, RAIN.id, Provenance.PARAPHRASE, Agreement.SAME, "", 0.9)
    again = Relation(FORTY.id, RAIN.id, Provenance.PARAPHRASE, Agreement.SAME, "", 0.9)
    counterparts = Counterparts(DESK, Comparison((CONFLICT, reworded, again)))
    assert counterparts.corroboration(FORTY.id) == Corroboration(articles=2, independent=2)


def test_articles_of_one_lineage_corroborate_once() -> None:
    own_words = Relation(FORTY.id, COPY.id, Provenance.PARAPHRASE, Agreement.SAME, "same number", 0.8)
    counterparts = Counterparts(DESK, Comparison((own_words,)))
    assert counterparts.corroboration(FORTY.id) == Corroboration(articles=2, independent=2)
    counterparts.add(Comparison(lineages=(frozenset({"a", "c"}),)))
    assert counterparts.corroboration(FORTY.id) == Corroboration(articles=2, independent=1)


def test_a_row_holds_all_claims_about_one_thing() -> None:
    rows = Counterparts(DESK, FOUND).rows()
    assert [row.claims for row in rows] == [(FORTY.id, FIFTY.id, COPY.id), (NEW.id,), (RAIN.id,)]


def test_a_chain_of_relations_is_not_one_row() -> None:
    chain = (CONFLICT, Relation(FIFTY.id, RAIN.id, Provenance.PARAPHRASE, Agreement.DIFFERS, "", 0.5))
    rows = Counterparts(DESK, Comparison(chain)).rows()
    assert [row.claims for row in rows] == [(FORTY.id, FIFTY.id), (NEW.id,), (COPY.id,), (RAIN.id,)]


def test_conflicts_follow_what_is_found_and_what_is_said() -> None:
    counterparts = Counterparts(DESK)
    assert counterparts.conflicts == set()
    counterparts.add(FOUND)
    assert counterparts.conflicts == {FORTY.id, FIFTY.id, COPY.id}
    counterparts.hear(said(CONFLICT, Standing.REJECTED))
    assert counterparts.conflicts == {FIFTY.id, COPY.id}
    counterparts.hear({})
    assert counterparts.conflicts == {FORTY.id, FIFTY.id, COPY.id}


def test_a_desk_that_changes_keeps_what_was_found_about_the_claims_on_it() -> None:
    counterparts = Counterparts(DESK, FOUND)
    counterparts.move_to(Desk.of(ARTICLES, (FORTY, NEW, COPY, RAIN)))
    assert counterparts.relations(FORTY.id) == [COPIED]
    assert counterparts.conflicts == set()
    counterparts.move_to(DESK)
    assert counterparts.conflicts == {FORTY.id, FIFTY.id, COPY.id}


@given(
    st.lists(
        st.tuples(st.sampled_from((CONFLICT, COPIED, OTHERS)), st.sampled_from(Standing), st.booleans()),
        max_size=12,
    )
)
def test_conflicts_are_always_those_of_the_relations_that_stand(
    steps: list[tuple[Relation, Standing, bool]],
) -> None:
    counterparts, words = Counterparts(DESK), dict[tuple[str, str], RelationChange]()
    for relation, standing, is_found in steps:
        if is_found:
            counterparts.add(Comparison((relation,)))
        else:
            words = {**words, **said(relation, standing)}
            counterparts.hear(words)
        assert counterparts.conflicts == {
            claim.id for claim in DESK.claims if counterparts.in_conflict(claim.id)
        }
