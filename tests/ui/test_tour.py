import sys
from pathlib import Path

import pytest

from tests.ui.driving import opened, reviewing
from tests.ui.terminal import Terminal
from workbench.remembered import Remembered
from workbench.ui.keymap import keymap_of
from workbench.ui.setup import Setup

WELCOME = "Welcome. Shaded sentences are claims"


def first_start(folder: Path) -> Setup:
    return Setup(first_start=True, remembered=Remembered(folder))


async def test_the_first_start_shows_eight_lines_over_the_foot(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", size=(80, 24), setup=first_start(tmp_path)) as ana:
        lines = ana.lines()
        top = next(y for y, line in enumerate(lines) if WELCOME in line)
        assert all(line.strip() for line in lines[top : top + 8])
        assert lines[top + 8].startswith(" c confirm")
        assert top + 9 == len(lines)


@pytest.mark.parametrize("key", ["escape", "enter", "space"])
async def test_a_key_that_only_says_go_on_closes_the_tour_and_decides_nothing(
    tmp_path: Path, key: str
) -> None:
    async with reviewing(tmp_path / "home", setup=first_start(tmp_path)) as ana:
        await ana.press(key)
        assert WELCOME not in ana.text()
        assert ana.review.session.trail is None
        await ana.press("space")
        assert ana.stored().progress.parked == 1


async def test_any_other_key_closes_the_tour_and_works_at_once(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", setup=first_start(tmp_path)) as ana:
        await ana.press("c")
        assert WELCOME not in ana.text()
        assert ana.stored().progress.confirmed == 1


@pytest.mark.parametrize("size", [(20, 5), (60, 20), (200, 60)])
async def test_the_tour_fits_on_any_screen(tmp_path: Path, size: tuple[int, int]) -> None:
    async with reviewing(tmp_path / "home", size=size, setup=first_start(tmp_path)) as ana:
        assert len(ana.screen.query("#tour")) == 1
        await ana.press("j")
        assert not ana.screen.query("#tour")


async def test_a_click_closes_the_tour(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", setup=first_start(tmp_path)) as ana:
        await ana.pilot.click("#tour")
        await ana.settle()
        assert WELCOME not in ana.text()


async def test_the_tour_shows_the_keys_of_the_profile(tmp_path: Path) -> None:
    setup = Setup(first_start=True, keymap=keymap_of("rayyan").keymap)
    async with reviewing(tmp_path / "home", setup=setup) as ana:
        assert any(line.startswith(" i e u ") for line in ana.lines())


def test_a_tour_is_wanted_once_and_only_where_no_session_is(tmp_path: Path) -> None:
    sessions = tmp_path / "sessions"
    assert Remembered(tmp_path).wants_tour(sessions)
    review, _ = opened(tmp_path)
    review.review.close()
    assert not Remembered(tmp_path).wants_tour(sessions)
    other = tmp_path / "other"
    Remembered(other).keep_tour()
    assert not Remembered(other).wants_tour(other / "sessions")
    assert not Remembered(None).wants_tour(sessions)


def test_a_disk_that_remembers_nothing_is_no_matter(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder")
    remembered = Remembered(in_the_way / "data")
    assert not remembered.keep_theme("nord")
    remembered.keep_tour()
    assert remembered.theme == ""
    (tmp_path / ".theme").write_bytes(b"\xff\xfe")
    assert Remembered(tmp_path).theme == ""


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are a Unix matter")
def test_the_program_shows_the_tour_at_its_first_start_and_never_again(tmp_path: Path) -> None:
    with Terminal(tmp_path) as terminal:
        terminal.wait_for(WELCOME)
        terminal.press("cq")
        assert terminal.exit_code() == 0
    with Terminal(tmp_path) as terminal:
        terminal.wait_for(r"1/1\d\d · ")
        terminal.press("jq")
        assert terminal.exit_code() == 0
        assert WELCOME not in terminal.text
