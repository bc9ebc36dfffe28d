"""What every earlier version has stored opens; what a migration changes is one commit."""

import shutil
import zlib
from pathlib import Path

import pytest

from tests.builders import marked, noted, put, the_ferry_session, undone
from tests.storage.quick_disk import QuickDisk
from workbench.errors import StoreError
from workbench.model.decision import State, Verdict
from workbench.model.view import View
from workbench.storage.library import Library
from workbench.storage.migrating import bring_up_to_date
from workbench.storage.records import frame
from workbench.storage.schema import SCHEMA, Data, Migration, migrate
from workbench.storage.tinydb_storage import JournalStorage

FIXTURES = Path(__file__).with_name("fixtures")


def name_colours(data: Data) -> Data:
    return {**data, "colours": {"1": {"name": "green"}}}


def drop_colours(data: Data) -> Data:
    return {name: table for name, table in data.items() if name != "colours"}


MIGRATIONS = (Migration("name the colours", name_colours), Migration("colours are not stored", drop_colours))


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Build a library with the session that schema 1 has stored."""
    shutil.copytree(FIXTURES / "schema-1", tmp_path / "sessions")
    return Library(tmp_path / "sessions", QuickDisk())


def test_every_version_has_a_fixture() -> None:
    assert {folder.name for folder in FIXTURES.iterdir()} == {f"schema-{n}" for n in range(1, SCHEMA + 1)}


def test_a_session_of_schema_1_opens_with_all_its_decisions(library: Library) -> None:
    session = the_ferry_session()
    first, second, third = session.desk.claims
    expected = marked(noted(session, first, "two logs agree"), first, Verdict.CONFIRMED)
    expected = undone(put(expected, second, State.PARKED))
    assert library.verify("ferry") == ()
    with library.open("ferry") as store:
        assert store.recovery == ()
        assert store.load().session == expected
        assert store.load().view == View(claim=third.id, article="ferry.txt", search="ran aground")


def test_a_session_of_schema_1_takes_new_events(library: Library) -> None:
    with library.open("ferry") as store:
        session = store.load().session
        further = marked(session, session.desk.claims[2], Verdict.DISPUTED)
        store.append(further.events[-1], View())
        store.compact()
    assert library.verify("ferry") == ()
    with library.open("ferry", readonly=True) as store:
        assert store.load().session == further


@pytest.mark.parametrize("content", [b'{"format":2,"base":0}', b'{"format":9,"new":["thing"]}'])
def test_a_journal_of_a_newer_format_is_left_alone(library: Library, content: bytes) -> None:
    folder = library.sessions / "ferry"
    (folder / "session.json.j-000000000000009-00ff00ff").write_bytes(frame(content))
    before = {file.name: file.read_bytes() for file in folder.iterdir() if file.name != "session.json.lock"}
    with pytest.raises(StoreError, match="a newer Workbench has written this journal"):
        library.open("ferry")
    assert library.verify("ferry")[0].severity == "error"
    after = {file.name: file.read_bytes() for file in folder.iterdir() if file.name != "session.json.lock"}
    assert after == before


def test_a_snapshot_of_a_newer_format_is_left_alone(library: Library) -> None:
    snapshot = library.sessions / "ferry" / "session.json"
    newer = snapshot.read_bytes().replace(b'"format":1', b'"format":2', 1)
    head = newer[: newer.index(b'"checksum":"') + len(b'"checksum":"')]
    rest = newer[len(head) + 8 + len(b'"}},') :]
    snapshot.write_bytes(head + b"%08x" % zlib.crc32(rest, zlib.crc32(head)) + b'"}},' + rest)
    before = snapshot.read_bytes()
    with pytest.raises(StoreError, match="a newer Workbench has written this session"):
        library.open("ferry")
    assert snapshot.read_bytes() == before


def test_migrations_run_in_their_order_from_the_version_that_is_stored() -> None:
    data: Data = {"session": {"1": {"schema": 1, "name": "ferry"}}}
    assert migrate(data, 1, MIGRATIONS[:1]) == {
        "session": {"1": {"schema": 2, "name": "ferry"}},
        "colours": {"1": {"name": "green"}},
    }
    assert migrate(data, 1, MIGRATIONS) == {"session": {"1": {"schema": 3, "name": "ferry"}}}
    assert migrate(data, 2, MIGRATIONS) == {"session": {"1": {"schema": 3, "name": "ferry"}}}
    assert data == {"session": {"1": {"schema": 1, "name": "ferry"}}}


@pytest.mark.parametrize("readonly", [False, True])
def test_a_migration_is_one_commit_or_only_shown(library: Library, readonly: bool) -> None:
    snapshot = library.sessions / "ferry" / "session.json"
    storage = JournalStorage(snapshot, readonly=readonly, files=QuickDisk())
    before = storage.journal.sequence
    bring_up_to_date(storage, MIGRATIONS[:1])
    shown = storage.read()
    assert shown is not None
    assert shown["session"]["1"]["schema"] == 2
    assert shown["colours"]["1"] == {"name": "green"}
    assert storage.journal.sequence == before + (0 if readonly else 1)
    storage.close()
    stored = JournalStorage(snapshot, readonly=True).read()
    assert (stored == shown) is not readonly
    assert not [finding for finding in library.verify("ferry") if finding.severity == "error"]
