"""The chain of hashes over the events: an event that was altered, removed or moved is named."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from tests.builders import the_ferry_session
from tests.storage.quick_disk import QuickDisk
from tests.storage.verdicts import a_verdict
from workbench.model.view import View
from workbench.storage.library import Library

COUNT = 6
CLAIM = the_ferry_session().desk.claims[0].id


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = Library(tmp_path, QuickDisk())
    with library.create(the_ferry_session()) as store:
        for _ in range(COUNT):
            store.append(a_verdict(CLAIM), View())
        store.compact()
    return library


def tamper(library: Library, change: Callable[[dict[str, Any]], dict[str, Any]]) -> list[str]:
    """Rewrite the stored events as another program would; return their ids as they were."""
    path = library.sessions / "ferry" / "session.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    ids = [event["id"] for event in content["events"].values()]
    content["events"] = change(content["events"])
    path.write_text(json.dumps(content), encoding="utf-8")
    return ids


def errors(library: Library) -> list[str]:
    return [finding.message for finding in library.verify("ferry") if finding.severity == "error"]


def test_an_untouched_chain_holds(library: Library) -> None:
    assert library.verify("ferry") == ()


@pytest.mark.parametrize("index", range(COUNT))
def test_an_altered_event_is_named(library: Library, index: int) -> None:
    def dispute(events: dict[str, Any]) -> dict[str, Any]:
        list(events.values())[index]["after"]["verdict"] = "disputed"
        return events

    ids = tamper(library, dispute)
    assert f"event {index + 1} ({ids[index]}): it was altered" in errors(library)[0]


@pytest.mark.parametrize("index", range(COUNT - 1))
def test_a_removed_event_is_noticed_at_the_one_after_it(library: Library, index: int) -> None:
    ids = tamper(library, lambda events: {k: v for n, (k, v) in enumerate(events.items()) if n != index})
    assert f"event {index + 1} ({ids[index + 1]}): it does not follow" in errors(library)[0]


def test_a_removed_last_event_is_noticed(library: Library) -> None:
    tamper(library, lambda events: dict(list(events.items())[:-1]))
    assert f"it is the last of {COUNT - 1}, but {COUNT} were stored" in errors(library)[0]


def test_removing_all_events_is_noticed(library: Library) -> None:
    tamper(library, lambda events: {})
    assert f"but {COUNT} were stored" in errors(library)[0]


def test_reordered_events_are_noticed(library: Library) -> None:
    ids = tamper(library, lambda events: dict(reversed(events.items())))
    assert ids[-1] in errors(library)[0]


def test_an_event_with_its_hash_made_anew_is_noticed_at_the_one_after_it(library: Library) -> None:
    with TinyDB(library.sessions / "ferry" / "session.json") as database:
        events = database.table("events")
        third = events.all()[2]
        events.update({"reviewer": "Eve", "hash": "0" * 64}, doc_ids=[third.doc_id])
    assert "event 3" in errors(library)[0]


def test_the_chain_goes_on_over_reopenings(library: Library) -> None:
    for _ in range(3):
        with library.open("ferry") as store:
            store.append(a_verdict(CLAIM), View())
    assert library.verify("ferry") == ()
