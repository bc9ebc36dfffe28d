"""A claim is named by its article and its place in it, whatever else is on the desk."""

from dataclasses import replace

import pytest

from tests.builders import a_claim, an_article, the_ferry_session
from workbench.model.desk import Desk
from workbench.model.event import ClaimsChange


def a_desk() -> Desk:
    articles = [an_article("One. Two. Three.", id=id) for id in "abc"]
    said = [(0, "One."), (0, "Two."), (2, "Three."), (2, "One.")]
    return Desk.of(articles, [a_claim(articles[place], quote) for place, quote in said])


def test_claims_are_numbered_in_reading_order_within_their_article() -> None:
    desk = a_desk()
    assert [desk.number(claim.id) for claim in desk.claims] == ["1.1", "1.2", "3.1", "3.2"]


def test_a_claim_that_goes_renumbers_its_own_article_only() -> None:
    desk = a_desk()
    desk = desk.with_claims(ClaimsChange(desk.claims[:1], ()))
    assert [desk.number(claim.id) for claim in desk.claims] == ["1.1", "3.1", "3.2"]


def test_a_claim_that_comes_takes_its_place_in_reading_order() -> None:
    desk = the_ferry_session().desk
    new = replace(a_claim(desk.articles[0], "Tom Brandt said 40 people"), by_hand=True)
    desk = desk.with_claims(ClaimsChange((), (new,)))
    assert desk.number(new.id) == "1.3"


def test_a_claim_that_is_not_there_has_no_number() -> None:
    with pytest.raises(KeyError):
        a_desk().number("a:0-99")
