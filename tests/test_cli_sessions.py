import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import the_ferry_session
from tests.storage.verdicts import a_verdict
from workbench.cli import main
from workbench.model.view import View
from workbench.paths import find_paths
from workbench.review.opening import Sessions
from workbench.storage.repository import SessionStore


@pytest.fixture
def sessions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sessions:
    """A data folder with the session `ferry`, in which one claim is confirmed."""
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path / "home"))
    sessions = Sessions(find_paths())
    with sessions.library.create(the_ferry_session()) as store:
        store.append(a_verdict(the_ferry_session().desk.claims[0].id), View())
    return sessions


@pytest.fixture
def elsewhere(sessions: Sessions) -> Iterator[SessionStore]:
    """The session `ferry`, open."""
    with sessions.library.open("ferry") as store:
        yield store


def listed(capsys: pytest.CaptureFixture[str]) -> dict[str, int]:
    """Return the sessions and how much is decided in each, as the command line lists them."""
    capsys.readouterr()
    assert main(["sessions", "--json"]) == 0
    return {row["name"]: row["decided"] for row in json.loads(capsys.readouterr().out)}


def test_a_session_is_renamed(sessions: Sessions, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sessions", "rename", "ferry", "port"]) == 0
    assert listed(capsys) == {"port": 1}


def test_a_session_is_duplicated(sessions: Sessions, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sessions", "duplicate", "ferry", "port"]) == 0
    assert listed(capsys) == {"ferry": 1, "port": 1}


def test_a_deleted_session_is_listed_in_the_trash_and_restored(
    sessions: Sessions, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sessions", "delete", "ferry"]) == 0
    assert "restore" in capsys.readouterr().err
    assert main(["sessions", "trash", "--json"]) == 0
    (entry,) = json.loads(capsys.readouterr().out)
    assert set(entry) == {"id", "name", "deleted_at"}
    assert main(["sessions", "trash"]) == 0
    assert entry["id"] in capsys.readouterr().out
    assert main(["sessions", "restore", entry["id"], "--as", "port"]) == 0
    assert listed(capsys) == {"port": 1}


def test_an_empty_trash_prints_no_data(sessions: Sessions, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sessions", "trash"]) == 0
    assert capsys.readouterr().out == ""
    assert main(["sessions", "trash", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_a_backup_is_restored_where_the_session_is_gone(
    sessions: Sessions, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = str(tmp_path / "ferry.backup")
    assert main(["sessions", "backup", "ferry", file]) == 0
    assert main(["sessions", "restore", "--from", file, "--home", str(tmp_path / "other")]) == 0
    assert main(["verify", "ferry", "--home", str(tmp_path / "other")]) == 0
    assert main(["sessions", "restore", "--from", file, "--as", "port"]) == 0
    assert listed(capsys) == {"ferry": 1, "port": 1}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["rename", "ferry", "ferry"], "there is a session 'ferry' already"),
        (["rename", "ferry", "a/b"], "cannot name a session"),
        (["rename", "nobody", "port"], "no session is called 'nobody' (there are: ferry)"),
        (["delete", "nobody"], "no session is called 'nobody'"),
        (["restore", "ferry"], "the trash is empty"),
        (["restore"], "--from FILE"),
        (["restore", "ferry", "--from", "file"], "--from FILE"),
        (["restore", "--from", "nowhere.backup"], "nowhere.backup: cannot be read"),
        (["backup", "ferry", "nowhere/file"], "nowhere/file"),
        (["backup", "ferry"], "FILE"),
        (["burn", "ferry"], "burn"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    sessions: Sessions, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    assert main(["sessions", *arguments]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert words in shown.err
    assert shown.err.count("\n") == 1


@pytest.mark.parametrize("arguments", [["rename", "ferry", "port"], ["delete", "ferry"]])
def test_a_session_that_is_open_elsewhere_stays_and_its_holder_is_named(
    elsewhere: SessionStore, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert main(["sessions", *arguments]) == 2
    assert "'ferry' is open in process" in capsys.readouterr().err
    assert listed(capsys) == {"ferry": 1}


def test_a_session_that_cannot_be_read_is_named_and_the_others_are_listed(
    sessions: Sessions, capsys: pytest.CaptureFixture[str]
) -> None:
    sessions.keeper.duplicate("ferry", "port")
    for file in (sessions.library.sessions / "port").glob("session.json*"):
        file.write_bytes(b"\0" * 100)
    assert main(["sessions", "--json"]) == 2
    shown = capsys.readouterr()
    assert [row["name"] for row in json.loads(shown.out)] == ["ferry"]
    assert "port" in shown.err
    assert shown.err.count("\n") == 1
