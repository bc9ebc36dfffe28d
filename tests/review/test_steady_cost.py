"""A decision costs the same in a session of any size, however much was decided before: calls are counted."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest

from tests.bench.store_sessions import a_large_session, verdicts_on
from tests.storage.quick_disk import QuickDisk
from workbench.model.decision import State, Verdict
from workbench.model.view import View
from workbench.review.review import Review
from workbench.storage.library import Library

FEW, MANY = 100, 2_000

DECISIONS: dict[str, Callable[[Review, list[str]], object]] = {
    "a verdict": lambda review, claims: review.mark(claims[0], Verdict.DISPUTED),
    "another state": lambda review, claims: review.put(claims[0], State.PARKED),
    "a verdict cleared": lambda review, claims: review.clear(claims[0]),
    "a note": lambda review, claims: review.write_note(claims[0], "Ask the harbour master."),
    "verdicts on three claims": lambda review, claims: review.mark_all(claims[:3], Verdict.DISPUTED),
    "undo": lambda review, claims: review.undo(),
}


def reviewed(folder: Path, claims: int) -> Review:
    """Open a session of that many claims, all confirmed."""
    store = Library(folder, QuickDisk()).create(a_large_session(claims))
    store.append_all(list(verdicts_on(store.load().session, claims)), View())
    return Review(store, "Ana", clock=lambda: "2031-03-05T09:00:00.000Z")


def calls_of(action: Callable[[], object]) -> int:
    """Count the functions that Python calls meanwhile."""
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        action()
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("kind", DECISIONS)
def test_a_decision_calls_as_much_in_a_session_of_any_size(tmp_path: Path, kind: str) -> None:
    calls = []
    for size in (FEW, MANY):
        review = reviewed(tmp_path / str(size), size)
        first = [claim.id for claim in review.session.desk.claims[:6]]
        DECISIONS[kind](review, first[3:])  # the first of its kind may open files and fill caches
        calls.append(calls_of(lambda: DECISIONS[kind](review, first)))  # noqa: B023 - called at once
        review.close()

    few, many = calls
    assert few > 0
    assert abs(many - few) < FEW // 10
