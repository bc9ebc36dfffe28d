"""Renaming, duplicating, deleting, restoring: whatever happens, every session is somewhere, whole."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.builders import the_ferry_session
from tests.storage.failing_disk import FailingDisk, the_nth
from tests.storage.killed_keeper import (
    AFTER,
    BEFORE,
    CHANGES,
    VERDICTS,
    a_library,
    events_of,
    prepare,
    state_of,
    write_ferry,
)
from tests.storage.verdicts import a_verdict
from workbench.errors import SessionLockedError, SessionNotFoundError, StoreError
from workbench.model.view import View
from workbench.storage.keeper import Keeper


def test_a_renamed_session_has_all_it_had_and_is_still_the_last_one(tmp_path: Path) -> None:
    library = a_library(tmp_path)
    events = write_ferry(library)
    library.mark_last("ferry")
    Keeper(library).rename("ferry", "port")
    assert library.names() == ["port"]
    assert events_of(library, "port") == events
    assert library.last() == "port"
    with library.open("port") as store:
        assert store.load().session.name == "port"


def test_a_duplicate_goes_its_own_way(tmp_path: Path) -> None:
    library = a_library(tmp_path)
    events = write_ferry(library)
    assert Keeper(library).duplicate("ferry", "second") == ()
    with library.open("second") as store:
        store.append(a_verdict(events[0].claim), View())
        assert store.load().session.name == "second"
    assert events_of(library, "ferry") == events
    assert events_of(library, "second")[:VERDICTS] == events
    assert len(events_of(library, "second")) == VERDICTS + 1


def test_a_session_that_is_open_can_be_duplicated_and_backed_up(tmp_path: Path) -> None:
    library = a_library(tmp_path)
    write_ferry(library)
    with library.open("ferry") as store:
        event = a_verdict(the_ferry_session().desk.claims[0].id)
        store.append(event, View())
        Keeper(library).duplicate("ferry", "second")
        Keeper(library).backup("ferry", tmp_path / "ferry.backup")
    assert event in events_of(library, "second")


@pytest.mark.parametrize("change", [lambda k: k.rename("ferry", "port"), lambda k: k.delete("ferry")])
def test_a_session_that_is_open_keeps_its_place_and_the_refusal_says_who_has_it(
    tmp_path: Path, change: Callable[[Keeper], object]
) -> None:
    library = a_library(tmp_path)
    write_ferry(library)
    with library.open("ferry"), pytest.raises(SessionLockedError, match=rf"process {os.getpid()} on .*since"):
        change(Keeper(library))
    assert library.names() == ["ferry"]
    change(Keeper(library))
    assert library.names() in ([], ["port"])


def test_a_deleted_session_is_gone_and_comes_back_whole(tmp_path: Path) -> None:
    library = a_library(tmp_path)
    events = write_ferry(library)
    deleted = Keeper(library).delete("ferry")
    assert library.names() == []
    assert deleted.name == "ferry"
    assert deleted.deleted_at.startswith("20")
    assert Keeper(library).deleted() == [deleted]
    assert Keeper(library).restore("ferry") == "ferry"
    assert events_of(library, "ferry") == events
    assert Keeper(library).deleted() == []


def test_sessions_deleted_under_one_name_are_told_apart(tmp_path: Path) -> None:
    library = a_library(tmp_path)
    keeper = Keeper(library)
    events = write_ferry(library)
    first = keeper.delete("ferry")
    write_ferry(library)
    second = keeper.delete("ferry")
    assert len({first.id, second.id}) == 2
    with pytest.raises(StoreError, match="2 sessions called 'ferry'") as caught:
        keeper.restore("ferry")
    assert first.id in caught.value.hint
    assert second.id in caught.value.hint
    assert keeper.restore(first.id) == "ferry"
    assert events_of(library, "ferry") == events
    assert keeper.restore("ferry", "other") == "other"
    assert library.names() == ["ferry", "other"]


def test_no_session_takes_the_place_of_another(tmp_path: Path) -> None:
    library = a_library(tmp_path)
    keeper = Keeper(library)
    write_ferry(library)
    keeper.duplicate("ferry", "port")
    keeper.backup("ferry", tmp_path / "ferry.backup")
    for change in (
        lambda: keeper.rename("ferry", "port"),
        lambda: keeper.duplicate("ferry", "port"),
        lambda: keeper.duplicate("ferry", "ferry"),
        lambda: keeper.restore_backup(tmp_path / "ferry.backup"),
    ):
        with pytest.raises(StoreError, match="there is a session"):
            change()
    keeper.delete("ferry")
    keeper.rename("port", "ferry")
    with pytest.raises(StoreError, match="there is a session 'ferry' already") as caught:
        keeper.restore("ferry")
    assert "--as" in caught.value.hint
    assert keeper.restore("ferry", "old ferry") == "old ferry"


@pytest.mark.parametrize("name", ["", "..", "a/b", ".trash", "ferry~20310305T090000Z"])
def test_names_that_no_folder_should_have_are_refused(tmp_path: Path, name: str) -> None:
    library = a_library(tmp_path)
    keeper = Keeper(library)
    write_ferry(library)
    for change in (lambda: keeper.rename("ferry", name), lambda: keeper.duplicate("ferry", name)):
        with pytest.raises(StoreError, match="cannot name a session"):
            change()
    assert library.names() == ["ferry"]


def test_a_session_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    keeper = Keeper(a_library(tmp_path))
    for change in (
        lambda: keeper.rename("ferry", "port"),
        lambda: keeper.duplicate("ferry", "port"),
        lambda: keeper.delete("ferry"),
        lambda: keeper.backup("ferry", tmp_path / "file"),
        lambda: keeper.restore("ferry"),
    ):
        with pytest.raises(SessionNotFoundError):
            change()
    assert not (tmp_path / "file").exists()


def test_what_a_failed_creation_has_left_does_not_hold_the_name(tmp_path: Path) -> None:
    disk = FailingDisk()
    library = a_library(tmp_path, disk)
    write_ferry(library)
    Keeper(library).rename("ferry", "port")
    disk.fail(lambda call, number: errno.ENOSPC if call == "write_at" else 0)
    with pytest.raises(StoreError):
        library.create(the_ferry_session())
    disk.fail(lambda call, number: 0)
    Keeper(library).rename("port", "ferry")
    assert len(events_of(library, "ferry")) == VERDICTS


def test_trash_and_sessions_in_it_are_private(tmp_path: Path) -> None:
    library = a_library(tmp_path)
    write_ferry(library)
    Keeper(library).duplicate("ferry", "port")
    Keeper(library).delete("ferry")
    for path in (tmp_path / "sessions").rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


class Killed(BaseException):
    """The process ends here."""


class DyingDisk(FailingDisk):
    """A disk whose process is killed at a call: that one and all later ones do not happen."""

    def __init__(self, last: int) -> None:
        super().__init__()
        self.last = last
        self.made = 0

    def _call(self, name: str) -> None:
        self.made += 1
        if self.made > self.last:
            raise Killed


@pytest.mark.parametrize("what", CHANGES)
def test_a_kill_at_any_moment_leaves_all_as_it_was_or_as_it_should_be(tmp_path: Path, what: str) -> None:
    for last in range(60):
        folder = tmp_path / str(last)
        prepare(folder)
        disk = DyingDisk(last)
        try:
            CHANGES[what](Keeper(a_library(folder, disk)), folder)
        except Killed:
            found = state_of(folder)
            assert found in (BEFORE, AFTER[what])
            if found == BEFORE:
                CHANGES[what](Keeper(a_library(folder)), folder)
        else:
            break
        assert state_of(folder) == AFTER[what]
        Keeper(a_library(folder)).restore_backup(folder / "ferry.backup", "last")
        assert not list((folder / "sessions").glob(".new-*"))
    assert state_of(folder) == AFTER[what]


@pytest.mark.parametrize("what", CHANGES)
def test_each_system_call_may_fail_and_every_session_is_somewhere(tmp_path: Path, what: str) -> None:
    folder = tmp_path / "rehearsal"
    prepare(folder)
    disk = FailingDisk()
    CHANGES[what](Keeper(a_library(folder, disk)), folder)
    for position in range(disk.calls):
        folder = tmp_path / str(position)
        prepare(folder)
        disk = FailingDisk()
        disk.fail(the_nth(position, errno.EIO))
        try:
            CHANGES[what](Keeper(a_library(folder, disk)), folder)
        except StoreError as error:
            assert str(error).isprintable()
        assert state_of(folder) in (BEFORE, AFTER[what])


@pytest.mark.parametrize("what", CHANGES)
def test_what_is_written_is_on_the_disk_before_it_has_its_place_and_the_place_before_the_call_returns(
    tmp_path: Path, what: str
) -> None:
    folder = tmp_path / "desk"
    prepare(folder)
    disk = FailingDisk()
    CHANGES[what](Keeper(a_library(folder, disk)), folder)
    log = disk.log[: -4 if what == "rename" else None]  # the note of the last session may be lost
    placed = max(index for index, call in enumerate(log) if call in ("replace", "link"))
    assert "sync_folder" in log[placed:]
    for index in (index for index, call in enumerate(log) if call == "write_at"):
        assert "sync" in log[index:placed]
    if what in ("duplicate", "restore a backup"):
        assert log[placed - 1] == "sync_folder"
