"""Data, settings and logs lie in one home folder, or where the platform puts them, and are private."""

import os
import stat
from pathlib import Path

import pytest

from workbench.paths import HOME_VARIABLE, Paths, find_paths, make_private


@pytest.fixture(autouse=True)
def no_home_of_the_developer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(HOME_VARIABLE, raising=False)
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "me"))


def mode_of(folder: Path) -> int:
    return stat.S_IMODE(folder.stat().st_mode)


def test_a_home_holds_everything(tmp_path: Path) -> None:
    home = tmp_path / "desk"

    assert find_paths(str(home)) == Paths(data=home, config=home / "config", logs=home / "logs")
    assert find_paths(str(home)).sessions == home / "sessions"


def test_the_variable_names_the_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "desk"))

    assert find_paths().data == tmp_path / "desk"


def test_the_option_wins_over_the_variable(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "variable"))

    assert find_paths(str(tmp_path / "option")).data == tmp_path / "option"


@pytest.mark.parametrize("empty", ["", None])
def test_an_empty_home_counts_as_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, empty: str | None
) -> None:
    monkeypatch.setenv(HOME_VARIABLE, "")

    assert find_paths(empty).data != Path.cwd()
    assert find_paths(empty).data.is_relative_to(tmp_path / "me")


def test_without_a_home_the_folders_are_those_of_the_platform(tmp_path: Path) -> None:
    paths = find_paths()

    assert {folder.name for folder in (paths.data, paths.config)} == {"workbench"}
    assert all(folder.is_absolute() for folder in (paths.data, paths.config, paths.logs, paths.sessions))
    assert all(folder.is_relative_to(tmp_path / "me") for folder in (paths.data, paths.config, paths.logs))


def test_a_relative_home_is_made_absolute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)

    assert find_paths("desk").data == tmp_path / "desk"


def test_a_tilde_is_the_home_of_the_user(tmp_path: Path) -> None:
    assert find_paths("~/desk").data == tmp_path / "me" / "desk"


def test_finding_creates_nothing(tmp_path: Path) -> None:
    find_paths(str(tmp_path / "desk"))
    find_paths()

    assert list(tmp_path.iterdir()) == []


def test_a_folder_and_its_missing_parents_are_made_private(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        made = make_private(tmp_path / "a" / "b" / "c")
    finally:
        os.umask(before)

    assert made == tmp_path / "a" / "b" / "c"
    assert {mode_of(folder) for folder in (made, made.parent, made.parent.parent)} == {0o700}


def test_a_folder_that_is_there_keeps_its_mode_and_content(tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    folder.mkdir(mode=0o755)
    folder.chmod(0o755)
    (folder / "note.txt").touch()

    assert make_private(folder) == folder
    assert mode_of(folder) == 0o755
    assert [file.name for file in folder.iterdir()] == ["note.txt"]


@pytest.mark.parametrize("below", ["", "sessions"])
def test_a_file_in_the_way_is_an_error_of_the_system(tmp_path: Path, below: str) -> None:
    (tmp_path / "desk").touch()

    with pytest.raises(OSError, match="desk"):
        make_private(tmp_path / "desk" / below)
