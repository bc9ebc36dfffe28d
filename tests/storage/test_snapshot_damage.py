"""A snapshot that was cut, zeroed, flipped or deleted: the one before and the journal rebuild it."""

import json
from pathlib import Path

import pytest
from tinydb import TinyDB

from tests.storage.journals import TABLE, mark, marks, opened, said_by, write_marks
from workbench.errors import StoreError
from workbench.storage.journal import Journal
from workbench.storage.snapshot import earlier_path

COUNT = 12


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Build a session with two snapshots and a journal after the second."""
    path = tmp_path / "session.json"
    for first in range(0, COUNT, 4):
        with opened(path) as journal:
            for number in range(first, first + 4):
                journal.commit([mark(number)])
            if first < 8:
                journal.compact()
    return path


def contents(path: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in path.parent.iterdir()}


def test_the_snapshot_is_plain_tinydb_json(path: Path) -> None:
    with TinyDB(path) as database:
        numbers = {document["number"] for document in database.table(TABLE)}
        assert numbers == set(range(8))
        assert database.tables() == {"_meta", TABLE}


@pytest.mark.parametrize("damage", [b"", b"\0" * 4096, b"\x93not json", b'{"marks": [1, 2]}', b"[]"])
def test_an_unreadable_snapshot_is_rebuilt_and_kept_aside(path: Path, damage: bytes) -> None:
    path.write_bytes(damage)
    with opened(path) as journal:
        assert marks(journal) == set(range(COUNT))
        lines = said_by(journal)
    assert lines[0] == "session.json is damaged"
    assert ".damaged-" in lines[-1]
    assert damage in [file.read_bytes() for file in path.parent.glob("session.json.damaged-*")]
    with opened(path) as journal:
        assert marks(journal) == set(range(COUNT))
        assert not said_by(journal)


def test_a_snapshot_cut_at_any_byte_is_rebuilt(path: Path) -> None:
    data = path.read_bytes()
    for size in range(0, len(data), 3):
        path.write_bytes(data[:size])
        journal = Journal(path, readonly=True)
        assert marks(journal) == set(range(COUNT)), size
        assert said_by(journal)


@pytest.mark.parametrize("flipped", [0x01, 0x80])
def test_one_wrong_byte_anywhere_in_the_snapshot_loses_nothing(path: Path, flipped: int) -> None:
    data = path.read_bytes()
    for position in range(len(data)):
        path.write_bytes(data[:position] + bytes([data[position] ^ flipped]) + data[position + 1 :])
        journal = Journal(path, readonly=True)
        assert marks(journal) == set(range(COUNT)), position
        assert said_by(journal), position


def test_a_deleted_snapshot_is_rebuilt(path: Path) -> None:
    path.unlink()
    with opened(path) as journal:
        assert marks(journal) == set(range(COUNT))
        assert "rebuilt" in said_by(journal)[0]


def test_the_good_snapshot_before_is_not_replaced_by_a_damaged_one(path: Path) -> None:
    good = earlier_path(path).read_bytes()
    path.write_bytes(path.read_bytes()[:-9])
    with opened(path):
        assert earlier_path(path).read_bytes() == good


def test_damage_to_the_snapshot_before_does_no_harm(path: Path) -> None:
    earlier_path(path).write_bytes(b"\0" * 100)
    with opened(path) as journal:
        assert marks(journal) == set(range(COUNT))
        journal.commit([mark(50)])
        journal.compact()
    with opened(path) as journal:
        assert marks(journal) == {*range(COUNT), 50}


def test_with_both_snapshots_damaged_nothing_is_opened_and_nothing_is_changed(path: Path) -> None:
    path.write_bytes(b"\0" * 50)
    earlier_path(path).write_bytes(b"")
    before = contents(path)
    with pytest.raises(StoreError, match=r"session\.json and session\.json\.prev cannot be read"):
        Journal(path)
    assert contents(path) == before


def test_a_snapshot_saved_by_another_tinydb_is_used_and_said(path: Path) -> None:
    with TinyDB(path) as database:
        database.table(TABLE).remove(doc_ids=[2])
    with opened(path) as journal:
        assert marks(journal) == set(range(COUNT)) - {2}
        assert said_by(journal) == ("another program has changed the snapshot; its version is used",)
    with opened(path) as journal:
        assert marks(journal) == set(range(COUNT)) - {2}
        assert not said_by(journal)


def test_a_plain_tinydb_file_can_be_opened_and_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "session.json"
    with TinyDB(path) as database:
        database.table(TABLE).insert({"number": 1, "note": "“mark” 1 \0\x1b"})
    with opened(path) as journal:
        assert marks(journal) == {1}
        journal.commit([mark(2)])
    with opened(path) as journal:
        assert marks(journal) == {1, 2}
    assert set(json.loads(path.read_bytes())) == {"_meta", TABLE}


def test_segments_are_dropped_only_when_two_snapshots_contain_them(tmp_path: Path) -> None:
    path = tmp_path / "session.json"
    for first in range(0, 40, 4):
        with opened(path) as journal:
            for number in range(first, first + 4):
                journal.commit([mark(number)])
            journal.compact()
        assert len(list(path.parent.glob("session.json.j-*"))) <= 2
        path.write_bytes(b"")
        with opened(path) as journal:
            assert marks(journal) == set(range(first + 4))


def test_what_a_compaction_left_unfinished_is_swept_at_the_next_opening(path: Path) -> None:
    (path.parent / "session.json.new-00ff00ff").write_bytes(b"half a snapsh")
    write_marks(path, range(90, 91))
    assert not list(path.parent.glob("*.new-*"))
