"""The cursor follows relations: to the counterpart in another article, to the next conflict."""

from tests.builders import a_claim, a_session, an_article
from workbench.model.counterparts import Counterparts
from workbench.model.relation import Agreement, Comparison, Provenance, Relation
from workbench.review.navigation import followed, next_conflict

ARTICLES = tuple(an_article(f"Mill {name} burned. Mill {name} was old.", id=name) for name in "abcd")
BURNED = {one.id: a_claim(one, f"Mill {one.id} burned.") for one in ARTICLES}
OLD = {one.id: a_claim(one, f"Mill {one.id} was old.") for one in ARTICLES}
SESSION = a_session(*ARTICLES, claims=(*BURNED.values(), *OLD.values()))


def related(*pairs: tuple[str, str], agreement: Agreement = Agreement.SAME) -> Counterparts:
    relations = (
        Relation(BURNED[a].id, BURNED[b].id, Provenance.PARAPHRASE, agreement, "", 0.5) for a, b in pairs
    )
    return Counterparts(SESSION.desk, Comparison(tuple(relations)))


def test_following_goes_to_the_nearest_article_that_speaks_and_round() -> None:
    counterparts = related(("a", "c"), ("b", "c"))
    assert followed(counterparts, BURNED["c"].id, 1) == BURNED["a"].id
    assert followed(counterparts, BURNED["c"].id, -1) == BURNED["b"].id
    assert followed(counterparts, BURNED["a"].id, 1) == BURNED["c"].id
    assert followed(counterparts, BURNED["d"].id, 1) == ""


def test_conflicts_are_gone_through_in_the_order_of_the_desk_and_round() -> None:
    counterparts = related(("a", "c"), agreement=Agreement.CONFLICT)
    assert next_conflict(SESSION, BURNED["a"].id, counterparts) == BURNED["c"].id
    assert next_conflict(SESSION, BURNED["c"].id, counterparts) == BURNED["a"].id
    assert next_conflict(SESSION, OLD["b"].id, counterparts, -1) == BURNED["a"].id
    assert next_conflict(SESSION, "", counterparts) == BURNED["a"].id
    assert next_conflict(SESSION, OLD["b"].id, related(("a", "b"))) == ""
