"""A reviewer's word about a relation is an event like any other: durable, undone and redone."""

from pathlib import Path

from workbench.model.event import Action
from workbench.model.relation import Agreement, Provenance, Relation, Standing
from workbench.paths import find_paths
from workbench.review.opening import Sessions
from workbench.review.review import Review

TEXTS = ("Forty people were aboard the ferry Osprey on Tuesday.\n", "Fifty people were aboard the Osprey.\n")


def begin(folder: Path) -> tuple[Review, Relation]:
    desk = folder / "articles"
    desk.mkdir()
    for number, text in enumerate(TEXTS):
        (desk / f"{number}.txt").write_text(text)
    review = Sessions(find_paths(str(folder / "home"))).begin([str(desk)], "Ana", "ferry").review
    first, second = review.session.desk.claims
    return review, Relation(
        first.id, second.id, Provenance.PARAPHRASE, Agreement.CONFLICT, "forty / fifty: other number", 0.9
    )


def standing(review: Review, relation: Relation) -> Standing | None:
    said = review.session.relations.get(relation.key)
    return said.after if said else None


def test_a_rejected_relation_is_rejected_after_a_restart(tmp_path: Path) -> None:
    review, relation = begin(tmp_path)
    assert review.relate(relation.a, relation, Standing.REJECTED) is not None
    review.close()
    again = Sessions(find_paths(str(tmp_path / "home"))).resume("ferry", "Ana").review
    assert standing(again, relation) is Standing.REJECTED
    assert again.session.relations[relation.key].relation == relation
    again.close()


def test_the_same_word_twice_is_one_event(tmp_path: Path) -> None:
    review, relation = begin(tmp_path)
    assert review.relate(relation.a, relation, Standing.ACCEPTED) is not None
    assert review.relate(relation.a, relation, Standing.ACCEPTED) is None
    review.close()


def test_undo_takes_a_word_back_and_redo_brings_it_again(tmp_path: Path) -> None:
    review, relation = begin(tmp_path)
    review.relate(relation.b, relation, Standing.ACCEPTED)
    review.relate(relation.b, relation, Standing.REJECTED)
    undone = review.undo()
    assert undone is not None
    assert (undone.action, undone.claim) == (Action.UNDO, relation.b)
    assert standing(review, relation) is Standing.ACCEPTED
    review.undo()
    assert standing(review, relation) is Standing.SUGGESTED
    review.redo()
    review.redo()
    assert standing(review, relation) is Standing.REJECTED
    review.close()


def test_a_link_by_hand_that_is_undone_was_never_there(tmp_path: Path) -> None:
    review, relation = begin(tmp_path)
    review.relate(relation.a, relation, Standing.LINKED)
    review.undo()
    assert standing(review, relation) is Standing.UNLINKED
    review.close()


def test_a_word_about_a_relation_decides_nothing_about_its_claims(tmp_path: Path) -> None:
    review, relation = begin(tmp_path)
    before = review.session
    review.relate(relation.a, relation, Standing.ACCEPTED)
    assert review.session.progress == before.progress
    assert review.session.decisions == before.decisions
    review.close()
