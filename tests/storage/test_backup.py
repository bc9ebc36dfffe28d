"""A backup is one private file that holds everything; from a damaged one nothing is restored."""

import stat
from pathlib import Path

import pytest
from tinydb import TinyDB

from tests.builders import the_ferry_session
from tests.storage.quick_disk import QuickDisk
from tests.storage.verdicts import a_verdict
from workbench.errors import StoreError
from workbench.model.session import Session
from workbench.model.view import View
from workbench.storage.keeper import Keeper
from workbench.storage.library import Library


def a_library(folder: Path) -> Library:
    return Library(folder / "sessions", QuickDisk())


def back_up(folder: Path) -> tuple[Path, Session]:
    """Back up a session with three verdicts and a cursor; return the file and the session."""
    library = a_library(folder)
    with library.create(the_ferry_session()) as store:
        for claim in the_ferry_session().desk.claims:
            store.append(a_verdict(claim.id), View(claim=claim.id, article=claim.article))
        session = store.load().session
    size, remarks = Keeper(library).backup("ferry", folder / "ferry.backup")
    assert size == (folder / "ferry.backup").stat().st_size
    assert remarks == ()
    return folder / "ferry.backup", session


def test_a_backup_restores_everything_in_another_data_folder(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    file, session = back_up(tmp_path / "here")
    there = a_library(tmp_path / "there")
    assert Keeper(there).restore_backup(file) == "ferry"
    with there.open("ferry") as store:
        assert store.load().session == session
        assert store.load().view.claim == session.desk.claims[-1].id
        assert not store.recovery
    assert there.verify("ferry") == ()


def test_a_backup_can_be_restored_under_another_name(tmp_path: Path) -> None:
    file, session = back_up(tmp_path)
    library = a_library(tmp_path)
    assert Keeper(library).restore_backup(file, "copy") == "copy"
    with library.open("copy") as store:
        assert store.load().session.events == session.events


def test_a_backup_of_a_renamed_session_knows_its_new_name(tmp_path: Path) -> None:
    back_up(tmp_path)
    keeper = Keeper(a_library(tmp_path))
    keeper.rename("ferry", "port")
    keeper.backup("port", tmp_path / "port.backup")
    keeper.delete("port")
    assert keeper.restore_backup(tmp_path / "port.backup") == "port"


def test_only_its_owner_can_read_a_backup(tmp_path: Path) -> None:
    file, _ = back_up(tmp_path)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_any_tinydb_opens_a_backup(tmp_path: Path) -> None:
    file, _ = back_up(tmp_path)
    with TinyDB(file, access_mode="r") as database:
        assert len(database.table("events")) == 3


def test_a_backup_takes_the_place_of_no_file(tmp_path: Path) -> None:
    file, _ = back_up(tmp_path)
    before = file.read_bytes()
    with pytest.raises(StoreError, match="already"):
        Keeper(a_library(tmp_path)).backup("ferry", file)
    with pytest.raises(StoreError, match="already"):
        Keeper(a_library(tmp_path)).backup("ferry", tmp_path)
    assert file.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ferry.backup", "sessions"]


def test_a_backup_into_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    back_up(tmp_path)
    with pytest.raises(StoreError, match="No such file"):
        Keeper(a_library(tmp_path)).backup("ferry", tmp_path / "nowhere" / "file")


def test_a_backup_cut_off_or_altered_anywhere_is_refused_in_one_line(tmp_path: Path) -> None:
    file, _ = back_up(tmp_path)
    whole = file.read_bytes()
    damaged = [whole[:size] for size in range(0, len(whole), 37)]
    damaged += [
        whole[:place] + bytes([whole[place] ^ 1 << place % 8]) + whole[place + 1 :]
        for place in range(0, len(whole), 7)
    ]
    damaged += [b"", b"\0" * len(whole), b"{}", b'{"_default": {}}', b"not a backup", whole + whole]
    keeper = Keeper(a_library(tmp_path / "there"))
    for content in damaged:
        file.write_bytes(content)
        with pytest.raises(StoreError) as caught:
            keeper.restore_backup(file)
        assert str(file) in str(caught.value)
        assert "\n" not in str(caught.value)
    assert a_library(tmp_path / "there").names() == []


@pytest.mark.parametrize("name", ["missing.backup", "."])
def test_a_backup_that_cannot_be_read_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(StoreError, match="cannot be read"):
        Keeper(a_library(tmp_path)).restore_backup(tmp_path / name)
