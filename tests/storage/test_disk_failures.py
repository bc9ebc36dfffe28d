"""Disks that are full, that fail once or for good: the caller hears of it, and nothing saved is lost."""

import errno
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.storage.failing_disk import FailingDisk, Rule, every, first, never, the_nth
from tests.storage.journals import mark, marks, opened, write_marks
from workbench.errors import StoreError, StoreFailedError, StoreFullError, StoreReadOnlyError
from workbench.storage.journal import Journal
from workbench.storage.tables import Put, encode_document

FULL = [errno.ENOSPC, errno.EDQUOT, errno.EFBIG]


def calls_of(action: str, path: Path) -> int:
    disk = FailingDisk()
    journal = prepared(path, disk)
    disk.fail(never)
    perform(action, journal)
    return disk.calls


def prepared(path: Path, disk: FailingDisk) -> Journal:
    """Open a journal that has two snapshots, three marks after them, and room for more."""
    journal = Journal(path, files=disk)
    for number in range(2):
        journal.commit([mark(number)])
        journal.compact()
    for number in range(2, 5):
        journal.commit([mark(number)])
    return journal


def perform(action: str, journal: Journal) -> None:
    if action == "commit":
        journal.commit([mark(9)])
    elif action == "large commit":
        journal.commit([Put("notes", "1", encode_document({"text": "x" * 600_000}))])
    elif action == "first commit after compaction":
        journal.compact()
        journal.commit([mark(9)])
    else:
        journal.compact()


@pytest.mark.parametrize("action", ["commit", "large commit", "first commit after compaction", "compact"])
@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC, errno.EROFS])
def test_each_system_call_may_fail_and_nothing_acknowledged_is_lost(
    tmp_path: Path, action: str, code: int
) -> None:
    calls = calls_of(action, make(tmp_path / "rehearsal"))
    for position in range(calls):
        path = make(tmp_path / f"{position}")
        disk = FailingDisk()
        journal = prepared(path, disk)
        disk.fail(the_nth(position, code))
        acknowledged = set(range(5)) | attempt(action, journal)
        disk.fail(never)
        acknowledged |= repeat(journal, 20)
        assert acknowledged <= marks(journal)
        journal.close()
        with opened(path) as again:
            assert acknowledged <= marks(again), (position, disk.log)
            assert not again.recovered.gaps
            again.commit([mark(30)])
            assert 30 in marks(again)


def make(folder: Path) -> Path:
    folder.mkdir()
    return folder / "session.json"


def attempt(action: str, journal: Journal) -> set[int]:
    try:
        perform(action, journal)
    except StoreError:
        return set()
    return {9} if action in ("commit", "first commit after compaction") else set()


def repeat(journal: Journal, number: int) -> set[int]:
    try:
        journal.commit([mark(number)])
    except StoreFailedError:
        return set()
    return {number}


def test_each_system_call_of_a_repair_may_fail_and_nothing_is_lost(tmp_path: Path) -> None:
    rehearsal = FailingDisk()
    Journal(damaged(tmp_path / "rehearsal"), files=rehearsal)
    for position in range(rehearsal.calls):
        path = damaged(tmp_path / f"{position}")
        disk = FailingDisk()
        disk.fail(the_nth(position))
        with suppress(StoreError), opened(path, disk) as journal:
            assert marks(journal) == set(range(5))
        with opened(path) as journal:
            assert marks(journal) == set(range(5)), position
        assert b"\0" * 40 in [file.read_bytes() for file in path.parent.glob("*.damaged-*")]


def damaged(folder: Path) -> Path:
    path = make(folder)
    journal = prepared(path, FailingDisk())
    del journal  # killed: the segment keeps its room ahead
    path.write_bytes(b"\0" * 40)
    (path.parent / "session.json.new-12345678").write_bytes(b"unfinished")
    return path


@pytest.mark.parametrize("code", FULL)
def test_a_full_disk_is_said_and_the_same_change_can_be_repeated(tmp_path: Path, code: int) -> None:
    disk = FailingDisk()
    with opened(tmp_path / "session.json", disk) as journal:
        journal.commit([mark(1)])
        disk.fail(every("write_at", code))
        for _ in range(3):
            with pytest.raises(StoreFullError):
                journal.commit([mark(2)])
        assert marks(journal) == {1}
        disk.fail(never)
        journal.commit([mark(2)])
    with opened(tmp_path / "session.json") as journal:
        assert marks(journal) == {1, 2}
        assert not journal.recovered.pieces


def test_a_disk_with_little_room_takes_what_fits(tmp_path: Path) -> None:
    class SmallDisk(FailingDisk):
        def write_at(self, descriptor: int, data: bytes, offset: int) -> None:
            if offset + len(data) > 4096:
                raise OSError(errno.ENOSPC, "No space left on device")
            super().write_at(descriptor, data, offset)

    taken = 0
    with opened(tmp_path / "session.json", SmallDisk()) as journal, pytest.raises(StoreFullError):
        for number in range(100):
            journal.commit([mark(number)])
            taken += 1
    assert taken > 25
    with opened(tmp_path / "session.json") as journal:
        assert marks(journal) == set(range(taken))


@pytest.mark.parametrize("call", ["sync_data", "write_at"])
def test_after_one_failure_the_change_goes_to_a_fresh_file(tmp_path: Path, call: str) -> None:
    disk = FailingDisk()
    with opened(tmp_path / "session.json", disk) as journal:
        journal.commit([mark(1)])
        disk.fail(first(call))
        journal.commit([mark(2)])
        journal.commit([mark(3)])
    assert len(list(tmp_path.glob("session.json.j-*"))) == 2
    with opened(tmp_path / "session.json") as journal:
        assert marks(journal) == {1, 2, 3}
        assert not any(journal.recovered.complaints)


def fail_all_syncs(call: str, number: int) -> int:
    return errno.EIO if call in ("sync", "sync_data") else 0


def test_a_disk_that_fails_for_good_ends_writing_and_keeps_what_was_saved(tmp_path: Path) -> None:
    disk = FailingDisk()
    with opened(tmp_path / "session.json", disk) as journal:
        journal.commit([mark(1)])
        disk.fail(fail_all_syncs)
        with pytest.raises(StoreFailedError):
            journal.commit([mark(2)])
        disk.fail(never)
        with pytest.raises(StoreFailedError):
            journal.commit([mark(3)])
        with pytest.raises(StoreFailedError):
            journal.compact()
        assert marks(journal) == {1}
    with opened(tmp_path / "session.json") as journal:
        assert 1 in marks(journal)
        assert 3 not in marks(journal)
        journal.commit([mark(4)])


@pytest.mark.parametrize("rule", [every("open", errno.EACCES), every("open", errno.EROFS)])
def test_a_folder_that_takes_no_files_is_said_to_be_read_only(tmp_path: Path, rule: Rule) -> None:
    write_marks(tmp_path / "session.json", range(2))
    disk = FailingDisk()
    with opened(tmp_path / "session.json", disk) as journal:
        disk.fail(rule)
        with pytest.raises(StoreReadOnlyError):
            journal.commit([mark(5)])
        disk.fail(never)
        journal.commit([mark(6)])
        assert marks(journal) == {0, 1, 6}


def test_a_failing_disk_at_opening_is_a_store_error(tmp_path: Path) -> None:
    class Unreadable(FailingDisk):
        def read(self, path: Path, limit: int = -1) -> bytes:
            raise OSError(errno.EIO, "Input/output error")

    write_marks(tmp_path / "session.json", range(2))
    with pytest.raises(StoreError, match="Input/output error"):
        Journal(tmp_path / "session.json", files=Unreadable())


def test_a_real_limit_on_the_size_of_files_loses_nothing(tmp_path: Path) -> None:
    program = """
import resource, sys
from pathlib import Path
from tests.storage.journals import mark, opened
from workbench.errors import StoreFullError
limit = (40_000, resource.RLIM_INFINITY)
resource.setrlimit(resource.RLIMIT_FSIZE, limit)
saved = refused = 0
with opened(Path(sys.argv[1])) as journal:
    for number in range(1_000):
        try:
            journal.commit([mark(number)])
            saved += 1
        except StoreFullError:
            refused += 1
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    journal.commit([mark(5_000)])
print(saved, refused)
"""
    path = tmp_path / "session.json"
    run = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True
    )
    saved, refused = map(int, run.stdout.split())
    assert saved > 100
    assert refused == 1_000 - saved
    with opened(path) as journal:
        assert marks(journal) == {*range(saved), 5_000}
        assert not any(journal.recovered.complaints)
