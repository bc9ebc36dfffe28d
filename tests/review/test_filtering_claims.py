"""A filter is words and facets; all of them have to hold."""

from collections.abc import Collection

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_claim, a_session, an_article, marked, noted, put
from workbench.model.claim import ClaimType
from workbench.model.counterparts import Counterparts
from workbench.model.decision import State, Verdict
from workbench.model.relation import Agreement, Comparison, Provenance, Relation
from workbench.model.session import Session
from workbench.review.filtering import queue_of, read_filter
from workbench.review.queue import Queue

FIRST = an_article("Forty were aboard, Tom Brandt said.\n\nThe ferry was new.", id="a", title="Ferry aground")
SECOND = an_article("Fifty were aboard.\n\nIt rained.", id="b", title="Osprey stuck")
ABOARD = a_claim(
    FIRST,
    "Forty were aboard, Tom Brandt said.",
    types=(ClaimType.QUANTITY,),
    score=0.9,
    speaker="Tom Brandt",
)
NEW = a_claim(FIRST, "The ferry was new.", score=0.2)
FIFTY = a_claim(SECOND, "Fifty were aboard.", types=(ClaimType.QUANTITY,), score=0.7)
RAIN = a_claim(SECOND, "It rained.", score=0.3)
SESSION = a_session(FIRST, SECOND, claims=(ABOARD, NEW, FIFTY, RAIN))
CONFLICT = Relation(ABOARD.id, FIFTY.id, Provenance.NEAR, Agreement.CONFLICT, "other number", 0.9)


def found(typed: str, session: Session = SESSION) -> list[str]:
    between = Counterparts(session.desk, Comparison((CONFLICT,)))
    queue = queue_of(session, read_filter(typed), between, lambda word, known: known & {"rained"})  # type: ignore[operator]
    assert list(queue.position) == [claim.id for claim in queue.claims]
    return [session.desk.quote(claim).split()[0] for claim in queue.claims]


@pytest.mark.parametrize(
    ("typed", "claims"),
    [
        ("", ["Forty", "The", "Fifty", "It"]),
        ("aboard", ["Forty", "Fifty"]),
        ("aboard brandt", ["Forty"]),
        ('"were aboard"', ["Forty", "Fifty"]),
        ("-aboard", ["The", "It"]),
        ("article:2", ["Fifty", "It"]),
        ("article:osprey -is:conflict", ["It"]),
        ("type:quantity", ["Forty", "Fifty"]),
        ("speaker:brandt", ["Forty"]),
        ("is:conflict", ["Forty", "Fifty"]),
        ("is:alone -is:conflict", ["The", "It"]),
        ("sort:worth", ["Forty", "Fifty", "It", "The"]),
        ("sort:conflict", ["Forty", "Fifty", "The", "It"]),
        ("raind", ["It"]),
        ("AbOaRd", ["Forty", "Fifty"]),
        ("sort:nothing aboard", ["Forty", "Fifty"]),
        ("nothing:here aboard", []),
        ("is:fine", []),
        ("-type:number", []),
    ],
)
def test_a_filter_lets_through_what_meets_all_its_conditions(typed: str, claims: list[str]) -> None:
    assert found(typed) == claims


def test_what_is_decided_can_be_asked_for() -> None:
    session = marked(SESSION, ABOARD, Verdict.DISPUTED)
    session = put(noted(session, NEW, "See the register."), RAIN, State.NOT_CHECKABLE)
    assert found("is:disputed", session) == ["Forty"]
    assert found("is:not-checkable", session) == ["It"]
    assert found("is:noted", session) == ["The"]
    assert found("is:reviewed", session) == ["Forty", "It"]
    assert found("is:unreviewed", session) == ["The", "Fifty"]


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("colour:red", "no colour: but is, type, article, speaker, sort"),
        ("sort:size", "sort: takes article, worth, conflict, sources"),
        ("brandt", ""),
    ],
)
def test_what_is_not_understood_is_named(typed: str, problem: str) -> None:
    assert read_filter(typed).problem == problem


def _none(word: str, known: Collection[str]) -> Collection[str]:
    return ()


@given(st.text())
def test_whatever_is_typed_filters_without_fault(typed: str) -> None:
    queue = queue_of(SESSION, read_filter(typed), Counterparts(SESSION.desk), _none)
    assert {claim.id for claim in queue.claims} <= set(SESSION.desk.position)


def test_a_filter_that_asks_for_nothing_is_the_desk_itself() -> None:
    assert queue_of(SESSION, read_filter("  "), Counterparts(SESSION.desk), _none) == Queue.of(SESSION.desk)
