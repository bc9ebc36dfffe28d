from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.builders import the_ferry_session
from tests.ui.driving import Reviewer, article_file, opened, reviewing
from workbench.paths import find_paths
from workbench.review.opening import Sessions


@asynccontextmanager
async def at_the_sessions(tmp_path: Path, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Reviewer]:
    """Open the session `desk` beside `ferry`, list the sessions, and put the cursor on `ferry`."""
    file = article_file(tmp_path, "The mill in Orley burned down on Monday night.\n", "mill.txt")
    sessions_of(tmp_path).library.create(the_ferry_session()).close()
    opened(tmp_path / "home", [file])[0].review.close()
    async with reviewing(tmp_path / "home", size=size) as ana:
        await ana.press("ctrl+o", "j")
        yield ana


def sessions_of(tmp_path: Path) -> Sessions:
    return Sessions(find_paths(str(tmp_path / "home")))


def names(tmp_path: Path) -> list[str]:
    return sessions_of(tmp_path).library.names()


async def clear_the_line(ana: Reviewer) -> None:
    await ana.press("ctrl+u")


async def test_the_sessions_are_listed_with_their_progress_and_keys(tmp_path: Path) -> None:
    async with at_the_sessions(tmp_path) as ana:
        assert "> desk" in ana.lines()[1]
        assert "ferry" in ana.lines()[2]
        assert "0/3" in ana.lines()[2]
        for key in ("enter open", "r rename", "c duplicate", "x delete", "t trash", "esc back"):
            assert key in ana.lines()[-1]
        await ana.press("question_mark")
        assert "Make a second session of the same content" in ana.text()


async def test_a_session_is_renamed_from_the_list(tmp_path: Path) -> None:
    async with at_the_sessions(tmp_path) as ana:
        await ana.press("r")
        assert "Rename ferry to: ferry" in ana.lines()[-1]
        await clear_the_line(ana)
        await ana.type("port")
        await ana.press("enter")
        assert "port" in ana.lines()[2]
    assert names(tmp_path) == ["desk", "port"]


async def test_the_session_that_is_open_can_be_renamed_and_goes_on(tmp_path: Path) -> None:
    async with at_the_sessions(tmp_path) as ana:
        await ana.press("k", "r")
        await clear_the_line(ana)
        await ana.type("mill")
        await ana.press("enter")
        assert ana.lines()[0].startswith(" mill")
        await ana.press("c")
        assert ana.stored().progress.confirmed == 1
    assert names(tmp_path) == ["ferry", "mill"]


async def test_a_name_that_is_taken_is_refused_and_nothing_changes(tmp_path: Path) -> None:
    async with at_the_sessions(tmp_path) as ana:
        for key in ("r", "c"):
            await ana.press(key)
            await clear_the_line(ana)
            await ana.type("desk")
            await ana.press("enter")
            assert "there is a session 'desk'" in ana.text()
        await ana.press("k", "r")
        await clear_the_line(ana)
        await ana.type("ferry")
        await ana.press("enter")
        assert ana.review.session.name == "desk"
        await ana.press("c")
        assert ana.stored().progress.confirmed == 1
    assert names(tmp_path) == ["desk", "ferry"]


async def test_a_session_is_duplicated_also_the_one_that_is_open(tmp_path: Path) -> None:
    async with at_the_sessions(tmp_path) as ana:
        for key in ("c", "k"):
            if key == "k":
                await ana.press("g", "c")
            else:
                await ana.press("c")
            await ana.type("2")
            await ana.press("enter")
    assert names(tmp_path) == ["desk", "desk2", "ferry", "ferry2"]


async def test_the_name_that_a_session_has_already_is_answered_with_a_reason(tmp_path: Path) -> None:
    async with at_the_sessions(tmp_path) as ana:
        await ana.press("c", "enter")
        assert "Give the second one another name" in ana.text()
        await ana.press("r", "enter")
        assert "It has this name already" in ana.text()
    assert names(tmp_path) == ["desk", "ferry"]


async def test_deleting_asks_first_and_no_keeps_the_session(tmp_path: Path) -> None:
    async with at_the_sessions(tmp_path) as ana:
        for answer in ("n", "escape", "x", "enter"):
            await ana.press("x")
            assert "Delete ferry?" in ana.text()
            await ana.press(answer)
            assert names(tmp_path) == ["desk", "ferry"]
            await ana.press("escape") if "Delete ferry?" in ana.text() else None
        await ana.press("x", "y")
        assert "ferry" not in ana.text()
    assert names(tmp_path) == ["desk"]


async def test_the_session_that_is_open_cannot_be_deleted(tmp_path: Path) -> None:
    async with at_the_sessions(tmp_path) as ana:
        await ana.press("k", "x")
        assert "It is open here" in ana.text()
        await ana.press("y")
    assert names(tmp_path) == ["desk", "ferry"]


async def test_a_deleted_session_is_restored_from_the_trash(tmp_path: Path) -> None:
    async with at_the_sessions(tmp_path) as ana:
        await ana.press("x", "y", "t")
        assert "Deleted sessions" in ana.lines()[0]
        assert "ferry" in ana.lines()[1]
        await ana.press("enter")
        assert "ferry" in ana.lines()[2]
    assert names(tmp_path) == ["desk", "ferry"]


async def test_a_deleted_session_whose_name_is_taken_is_restored_under_another(tmp_path: Path) -> None:
    async with at_the_sessions(tmp_path) as ana:
        await ana.press("x", "y")
        sessions_of(tmp_path).library.create(the_ferry_session()).close()
        await ana.press("t", "enter")
        assert "ferry is taken; restore it as: ferry" in ana.lines()[-1]
        await ana.press("enter")
        assert "there is a session 'ferry' already" in ana.text()
        await ana.type(" of Monday")
        await ana.press("enter")
    assert names(tmp_path) == ["desk", "ferry", "ferry of Monday"]


async def test_an_empty_trash_says_so_and_can_be_left(tmp_path: Path) -> None:
    async with at_the_sessions(tmp_path) as ana:
        await ana.press("t")
        assert "The trash is empty" in ana.lines()[0]
        await ana.press("enter", "escape", "escape")
        assert ana.review.session.name == "desk"
        assert "Sessions" not in ana.lines()[0]


async def test_a_session_open_elsewhere_is_neither_renamed_nor_deleted_and_its_holder_is_named(
    tmp_path: Path,
) -> None:
    async with at_the_sessions(tmp_path) as ana:
        with sessions_of(tmp_path).library.open("ferry"):
            await ana.press("x", "y")
            assert "'ferry' is open in process" in " ".join(ana.text().split())
            await ana.press("r")
            await ana.type("2")
            await ana.press("enter")
    assert names(tmp_path) == ["desk", "ferry"]


async def test_a_session_open_elsewhere_is_offered_read_only(tmp_path: Path) -> None:
    async with at_the_sessions(tmp_path) as ana:
        with sessions_of(tmp_path).library.open("ferry"):
            await ana.press("enter")
            shown = " ".join(ana.text().split())
            assert "'ferry' is open in process" in shown
            assert "Open it read-only?" in shown
            await ana.press("n")
            assert ana.review.session.name == "desk"
            await ana.press("ctrl+o", "j", "enter")
            await ana.press("y")
            assert "ferry (read only)" in ana.lines()[0]
            await ana.press("c")
            assert "open for reading only" in ana.text()
            assert ana.review.session.progress.confirmed == 0
