"""The first screen of a very large session: what it shows is what the whole session holds there."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.bench.store_sessions import a_large_session, claims_of, verdicts_on
from tests.storage.quick_disk import QuickDisk
from workbench.model.article import BlockKind, Span
from workbench.model.claim import claim_id
from workbench.model.decision import UNDECIDED, Decision, State
from workbench.model.event import Action, BlockChange, ClaimsChange, DecisionChange, Event
from workbench.model.session import Session
from workbench.model.view import View
from workbench.storage import surroundings
from workbench.storage.event_ids import new_event_id
from workbench.storage.library import Library
from workbench.storage.repository import SessionStore


@pytest.fixture(autouse=True)
def every_session_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(surroundings, "LARGE", 1)


def a_store(folder: Path, claims: int = 1_000, verdicts: int = 300) -> tuple[SessionStore, Session]:
    """Write a session of twenty articles, with verdicts on claims all over it."""
    session = a_large_session(claims)
    store = Library(folder, QuickDisk()).create(session)
    for event in verdicts_on(session, verdicts):
        store.append(event, View(claim=event.claim))
    return store, session


def look_at(store: SessionStore, session: Session, position: int) -> None:
    claim = session.desk.claims[position]
    store.remember(View(claim=claim.id, article=claim.article))


@pytest.mark.parametrize("position", [0, 49, 50, 517, 999])
def test_claims_and_decisions_around_the_cursor_are_those_of_the_whole_session(
    tmp_path: Path, position: int
) -> None:
    store, session = a_store(tmp_path)
    look_at(store, session, position)
    near, whole = store.load_surroundings(), store.load()
    assert near is not None
    assert near.view == whole.view
    assert near.session.desk.articles == whole.session.desk.articles
    here = position // 50
    assert {claim.article for claim in near.session.desk.claims} == {
        f"report-{number}.txt" for number in range(max(0, here - 4), min(20, here + 5))
    }
    for claim in near.session.desk.claims:
        assert whole.session.desk.claim(claim.id) == claim
        assert near.session.decision(claim.id) == whole.session.decision(claim.id)
    store.close()


def test_a_claim_that_was_given_new_bounds_is_shown_with_its_decision(tmp_path: Path) -> None:
    store, session = a_store(tmp_path)
    claim = session.desk.claims[510]
    span = Span(claim.span.start, claim.span.end - 9)
    made = replace(claim, id=claim_id(claim.article, span), span=span, by_hand=True)
    decided = (DecisionChange(made.id, UNDECIDED, Decision(State.PARKED)),)
    change = ClaimsChange((claim,), (made,), decided)
    at = session.created_at
    store.append(Event(new_event_id(), at, "Ana", Action.SPAN, made.id, claims=change), View())
    look_at(store, session, 517)
    near = store.load_surroundings()
    assert near is not None
    assert near.session.desk.claim(made.id) == made
    assert claim.id not in near.session.desk.position
    assert near.session.decision(made.id).state is State.PARKED
    store.close()


def test_a_block_that_was_set_aside_beside_the_cursor_is_set_aside(tmp_path: Path) -> None:
    store, session = a_store(tmp_path)
    article = session.desk.articles[10]
    claim = next(claims_of(article))
    before = article.blocks[0]
    change = BlockChange(
        article.id, before, type(before)(before.span, BlockKind.BOILERPLATE, "set aside by Ana"), (), (claim,)
    )
    store.append(Event(new_event_id(), "2031-03-05T09:00:00Z", "Ana", Action.BLOCK, "", block=change), View())
    look_at(store, session, 512)
    near, whole = store.load_surroundings(), store.load()
    assert near is not None
    assert near.session.desk.article_by_id[article.id] == whole.session.desk.article_by_id[article.id]
    assert claim.id not in near.session.desk.position
    store.close()


def test_a_session_that_nobody_has_looked_at_begins_at_its_first_claim(tmp_path: Path) -> None:
    store, session = a_store(tmp_path, verdicts=0)
    near = store.load_surroundings()
    assert near is not None
    assert near.session.desk.claims[0] == session.desk.claims[0]
    store.close()


def test_a_cursor_on_a_claim_that_is_not_there_needs_the_whole_session(tmp_path: Path) -> None:
    store, _ = a_store(tmp_path)
    store.remember(View(claim="gone.txt:0-9", article="report-3.txt"))
    assert store.load_surroundings() is None
    store.close()


def test_a_session_that_loads_in_a_moment_is_loaded_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(surroundings, "LARGE", 1_301)
    store, session = a_store(tmp_path)
    look_at(store, session, 3)
    assert store.load_surroundings() is None
    store.close()


def test_a_session_that_had_to_be_recovered_is_loaded_whole(tmp_path: Path) -> None:
    store, session = a_store(tmp_path, 100, 5)
    look_at(store, session, 3)
    store.close()
    (segment,) = (tmp_path / "large").glob("session.json.j-*")
    segment.write_bytes(segment.read_bytes()[:-3])
    with Library(tmp_path, QuickDisk()).open("large", readonly=True) as store:
        assert store.recovery
        assert store.load_surroundings() is None
