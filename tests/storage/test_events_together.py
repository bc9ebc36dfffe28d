"""Events of one stroke are one commit: after a crash all of them are there, or none, and the chain holds."""

from pathlib import Path

import pytest

from tests.builders import the_ferry_session
from tests.storage.quick_disk import QuickDisk
from tests.storage.verdicts import a_verdict
from workbench.model.view import View
from workbench.storage.library import Library
from workbench.storage.records import Record, scan

CLAIMS = [claim.id for claim in the_ferry_session().desk.claims]


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = Library(tmp_path, QuickDisk())
    library.create(the_ferry_session()).close()
    return library


def test_events_of_one_stroke_are_one_record_of_the_journal(library: Library) -> None:
    events = tuple(a_verdict(claim) for claim in CLAIMS)
    with library.open("ferry") as store:
        store.append_all(events, View(claim=CLAIMS[0]))
        (segment,) = (library.sessions / "ferry").glob("session.json.j-*")
        found = list(scan(segment.read_bytes()))
    holding = [one for one in found if isinstance(one, Record) and b'"reviewer"' in one.body]
    assert len(holding) == 1
    assert all(event.id.encode() in holding[0].body for event in events)
    assert library.verify("ferry") == ()
    with library.open("ferry", readonly=True) as store:
        assert store.load().session.events == list(events)


def test_a_call_that_is_repeated_stores_nothing_twice(library: Library) -> None:
    events = tuple(a_verdict(claim) for claim in CLAIMS)
    with library.open("ferry") as store:
        store.append_all(events[:2], View())
        store.append_all(events, View())
        store.append_all(events, View())
    assert library.verify("ferry") == ()
    with library.open("ferry", readonly=True) as store:
        assert store.load().session.events == list(events)
