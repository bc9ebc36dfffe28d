"""The folder of sessions: names, creation, who may open what, and what was open last."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import a_session, an_article, the_ferry_session
from tests.storage.quick_disk import QuickDisk
from tests.storage.verdicts import a_verdict
from workbench.errors import SessionLockedError, SessionNotFoundError, StoreError, StoreReadOnlyError
from workbench.model.view import View
from workbench.storage.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "data" / "sessions", QuickDisk())


def test_an_empty_library_makes_no_folder(library: Library) -> None:
    assert library.names() == []
    assert library.last() is None
    assert not library.exists("ferry")
    assert not library.sessions.exists()


def test_a_created_session_is_found_by_its_name(library: Library) -> None:
    for name in ("zebra", "Harbour 2031", "naïve-брод_1.2", "हिन्दी"):
        library.create(a_session(an_article(), name=name)).close()
    assert library.names() == sorted(["zebra", "Harbour 2031", "naïve-брод_1.2", "हिन्दी"])
    with library.open("हिन्दी") as store:
        assert store.load().session.name == "हिन्दी"


def test_what_is_created_can_be_used_at_once(library: Library) -> None:
    session = the_ferry_session()
    with library.create(session) as store:
        assert store.load().session == session
        store.append(a_verdict(session.desk.claims[0].id), View())
        assert store.load().session.progress.confirmed == 1


def test_a_name_is_taken_once(library: Library) -> None:
    library.create(the_ferry_session()).close()
    with pytest.raises(StoreError, match="there is a session 'ferry' already"):
        library.create(the_ferry_session())
    with library.open("ferry") as store:
        assert store.load().session == the_ferry_session()


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("", "empty"),
        (".hidden", "begins or ends"),
        ("ends.", "begins or ends"),
        (" ", "begins or ends"),
        ("a/b", "'/'"),
        ("..", "begins or ends"),
        ("a\\b", "holds"),
        ("tab\there", "holds"),
        ("nul\0", "holds"),
        ("esc\x1b[31m", "holds"),
        ("semi;colon", "';'"),
        ("\u202egnp", "holds"),
        ("half \ud800", "holds"),
        ("x" * 81, "longer than 80"),
        ("\U00020000" * 60, "200 bytes"),
    ],
)
def test_a_name_that_no_folder_should_have_is_refused(library: Library, name: str, problem: str) -> None:
    with pytest.raises(StoreError, match="cannot name a session") as caught:
        library.create(a_session(an_article(), name=name))
    assert problem in str(caught.value)
    assert str(caught.value).isprintable()
    with pytest.raises(SessionNotFoundError):
        library.open(name)


def test_a_session_that_is_not_there_is_named_with_those_that_are(library: Library) -> None:
    library.create(the_ferry_session()).close()
    with pytest.raises(SessionNotFoundError, match=r"no session is called 'fery' \(there are: ferry\)"):
        library.open("fery")
    with pytest.raises(SessionNotFoundError):
        library.verify("fery")


def test_folders_and_files_are_private_whatever_the_umask(library: Library) -> None:
    before = os.umask(0)
    try:
        with library.create(the_ferry_session()) as store:
            store.append(a_verdict(store.load().session.desk.claims[0].id), View())
            store.compact()
            store.append(a_verdict(store.load().session.desk.claims[1].id), View())
            library.mark_last("ferry")
            modes = {path: stat.S_IMODE(path.stat().st_mode) for path in library.sessions.rglob("*")}
    finally:
        os.umask(before)
    assert len(modes) >= 7
    assert {mode for path, mode in modes.items() if path.is_dir()} == {0o700}
    assert {mode for path, mode in modes.items() if path.is_file()} == {0o600}
    assert stat.S_IMODE(library.sessions.stat().st_mode) == 0o700


def test_a_second_writer_is_told_who_has_the_session(library: Library) -> None:
    with library.create(the_ferry_session()):
        with pytest.raises(SessionLockedError, match=f"process {os.getpid()} on .*, since 20.*Z"):
            library.open("ferry")
        with pytest.raises(SessionLockedError):
            library.create(the_ferry_session())
    library.open("ferry").close()


def test_another_process_is_told_who_has_the_session(library: Library) -> None:
    program = """
import sys
from pathlib import Path
from workbench.errors import SessionLockedError
from workbench.storage.library import Library
try:
    Library(Path(sys.argv[1])).open("ferry")
except SessionLockedError as error:
    print(error)
"""
    with library.create(the_ferry_session()):
        run = [sys.executable, "-c", program, str(library.sessions)]
        said = subprocess.run(run, capture_output=True, text=True, check=True).stdout
    assert f"'ferry' is open in process {os.getpid()} on" in said
    assert "read-only" in said


def test_a_reader_sees_what_a_writer_has_saved_and_leaves_the_folder_alone(library: Library) -> None:
    with library.create(the_ferry_session()) as store:
        claim = store.load().session.desk.claims[0].id
        store.append(a_verdict(claim), View(claim=claim))
        before = {path.name: path.read_bytes() for path in (library.sessions / "ferry").iterdir()}
        with library.open("ferry", readonly=True) as reader:
            assert reader.readonly
            assert reader.load().session.progress.confirmed == 1
            assert reader.load().view == View(claim=claim)
            assert not reader.recovery
            with pytest.raises(StoreReadOnlyError):
                reader.append(a_verdict(claim), View())
            reader.remember(View(search="x"))
        assert {path.name: path.read_bytes() for path in (library.sessions / "ferry").iterdir()} == before


def test_a_folder_that_cannot_be_written_can_still_be_read(library: Library) -> None:
    program = """
import os, sys
from pathlib import Path
import filelock
from workbench.errors import StoreReadOnlyError
from workbench.storage.library import Library
sessions = Path(sys.argv[1])
os.chmod(sessions / "ferry", 0o555)
os.chdir(sessions)
if os.getuid() == 0:
    for path in sessions.rglob("*"):
        os.chown(path, 65_534, 65_534)
    os.setuid(65_534)
library = Library(Path("."))
try:
    library.open("ferry")
except StoreReadOnlyError as error:
    print(error)
with library.open("ferry", readonly=True) as store:
    print(store.load().session.progress.total)
print(library.verify("ferry"))
"""
    library.create(the_ferry_session()).close()
    library.sessions.chmod(0o755)
    run = [sys.executable, "-c", program, str(library.sessions)]
    said = subprocess.run(run, capture_output=True, text=True, check=False)
    assert said.stdout.splitlines() == [
        "ferry: nothing can be written there (it can be opened read-only)",
        "3",
        "()",
    ], said.stderr


def test_the_session_opened_last_is_remembered(library: Library) -> None:
    for name in ("one", "two", "three"):
        library.create(a_session(an_article(), name=name)).close()
    library.mark_last("two")
    assert library.last() == "two"
    assert library.names() == ["one", "three", "two"]


@pytest.mark.parametrize("pointer", [b"", b"\0\0\0", b"gone", b"\xff\xfe", b"../one"])
def test_without_a_usable_note_the_session_that_changed_last_counts(library: Library, pointer: bytes) -> None:
    for number, name in enumerate(("one", "two", "three")):
        library.create(a_session(an_article(), name=name)).close()
        for file in (library.sessions / name).iterdir():
            os.utime(file, (1_000 + number, 1_000 + number))
    os.utime(library.sessions / "one" / "session.json", (5_000, 5_000))
    (library.sessions / ".last").write_bytes(pointer)
    assert library.last() == "one"


def test_a_folder_that_is_no_folder_is_said(library: Library) -> None:
    library.sessions.parent.mkdir()
    library.sessions.write_text("a file", encoding="utf-8")
    with pytest.raises(StoreError, match="Not a directory"):
        library.names()
    with pytest.raises(StoreError, match="cannot be made"):
        library.create(the_ferry_session())


def test_every_new_folder_is_made_durable(tmp_path: Path) -> None:
    synced: list[Path] = []

    class Recording(QuickDisk):
        def sync_folder(self, folder: Path) -> None:
            synced.append(folder)

    sessions = tmp_path / "home" / "data" / "sessions"
    Library(sessions, Recording()).create(the_ferry_session()).close()
    assert {sessions / "ferry", sessions, sessions.parent, sessions.parent.parent, tmp_path} <= set(synced)


def test_stray_files_are_no_sessions(library: Library) -> None:
    library.create(the_ferry_session()).close()
    (library.sessions / "notes.txt").write_text("mine", encoding="utf-8")
    (library.sessions / "empty").mkdir()
    assert library.names() == ["ferry"]


def test_a_creation_that_fails_leaves_the_name_free(library: Library) -> None:
    class FullDisk(QuickDisk):
        def write_at(self, descriptor: int, data: bytes, offset: int) -> None:
            raise OSError(28, "No space left on device")

    with pytest.raises(StoreError, match="No space left"):
        Library(library.sessions, FullDisk()).create(the_ferry_session())
    assert library.names() == []
    library.create(the_ferry_session()).close()
    assert library.names() == ["ferry"]


def test_a_damaged_session_is_named_and_stays_as_it_is(library: Library) -> None:
    library.create(the_ferry_session()).close()
    folder = library.sessions / "ferry"
    for name in ("session.json", "session.json.prev"):
        (folder / name).write_bytes(b"\0" * 10)
    with pytest.raises(StoreError, match="cannot be read"):
        library.open("ferry")
    assert (folder / "session.json").read_bytes() == b"\0" * 10
    assert library.names() == ["ferry"]
