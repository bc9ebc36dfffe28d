"""`M` shows all claims by articles; one walks through it and decides in it."""

from pathlib import Path

import pytest

from tests.ui.comparing import FIFTY, FORTY, GROUNDED, TIDE, UNHURT, Finding, ferry_desk
from tests.ui.driving import Reviewer, article_file, reviewing


def row_of(ana: Reviewer, words: str) -> str:
    """The line of the matrix with these words."""
    return next(line for line in ana.lines()[2:] if words in line)


async def test_a_row_says_what_every_article_says_about_one_thing(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), size=(140, 40), compare=Finding()) as ana:
        await ana.press("M")
        assert row_of(ana, "Forty people").split()[-7:] == [
            "it",
            "≠",
            "conflict",
            "≡",
            "copied",
            "–",
            "silent",
        ]
        assert row_of(ana, "The ferry Osprey").count("– silent") == 3
        assert sum("people were aboard" in line for line in ana.lines()[2:30]) == 1
        assert "1 Ferry run…" in ana.lines()[1] and "4 Two hurt…" in ana.lines()[1]


async def test_on_a_narrow_screen_signs_stand_for_words(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), size=(70, 24), compare=Finding()) as ana:
        await ana.press("M")
        assert row_of(ana, "Forty people").split()[-3:] == ["≠", "≡", "–"]


async def test_the_current_cell_is_told_in_full(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), compare=Finding()) as ana:
        await ana.go_to(FORTY)
        await ana.press("M", "l")
        assert "conflict: forty / fifty: other number" in ana.text()
        assert FIFTY in ana.text()
        await ana.press("right", "tab")
        assert "4 Two hurt on rocks: silent" in ana.text()


async def test_enter_goes_to_the_claim_of_the_cell_and_esc_stays(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), compare=Finding()) as ana:
        await ana.go_to(FORTY)
        await ana.press("M", "l", "escape")
        assert ana.quote == FORTY
        await ana.press("M", "l", "enter")
        assert ana.quote == FIFTY


async def test_a_silent_cell_has_nothing_to_go_to_and_nothing_to_decide(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), compare=Finding()) as ana:
        await ana.go_to(GROUNDED)
        await ana.press("M", "l", "enter")
        assert "nothing to go to" in ana.text()
        await ana.press("c")
        assert "nothing to decide" in ana.text()
        assert ana.stored().trail is None


async def test_deciding_in_the_matrix_saves_and_goes_down_a_row(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), compare=Finding()) as ana:
        await ana.go_to(FORTY)
        await ana.press("M", "d", "u")
        labels = [ana.stored().decision(claim.id).label for claim in ana.review.session.desk.claims]
        assert labels.count("disputed") == labels.count("unverified") == 1
        assert row_of(ana, "Forty people").startswith(" ✗ ≠")
        await ana.press("z", "z")
        assert ana.stored().progress.reviewed == 0
        assert "Undone: disputed → unreviewed" in ana.text()
        await ana.press("z")
        assert "Nothing to undo" in ana.text()
        await ana.press("enter")
        assert ana.quote == FORTY


async def test_braces_go_to_rows_in_conflict(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), compare=Finding()) as ana:
        await ana.press("M", "g", "right_curly_bracket", "enter")
        assert ana.quote == FORTY
        await ana.press("M", "right_curly_bracket", "enter")
        assert ana.quote == UNHURT


async def test_what_is_found_while_the_matrix_is_open_appears_in_it(tmp_path: Path) -> None:
    compare = Finding(())
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), size=(140, 40), compare=compare) as ana:
        await ana.go_to(TIDE)
        await ana.press("M")
        assert "conflict" not in row_of(ana, "Forty people")
        compare.pairs = Finding().pairs
        ana.screen.begin_comparison()
        await ana.settle()
        assert "≠ conflict" in row_of(ana, "Forty people")
        await ana.press("enter")
        assert ana.quote == TIDE


async def test_a_click_chooses_a_cell_and_another_one_goes_to_its_claim(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), size=(140, 40), compare=Finding()) as ana:
        await ana.press("M")
        y = next(y for y, line in enumerate(ana.lines()) if "Forty people" in line)
        x = ana.lines()[y].index("≠ conflict") + 2
        for _ in range(2):
            await ana.pilot.click(offset=(x, y))
            await ana.settle()
        assert ana.quote == FIFTY


@pytest.mark.parametrize("size", [(1, 1), (20, 5), (60, 20), (300, 100)])
async def test_no_terminal_is_too_small_or_too_large(tmp_path: Path, size: tuple[int, int]) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), size=size, compare=Finding()) as ana:
        await ana.press("M", "l", "l", "l", "j", "G", "ctrl+u", "ctrl+d", "h", "escape", "r", "j", "escape")
        assert ana.screen is ana.app.screen


async def test_more_articles_than_columns_scroll_sideways(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for n in range(30):
        article_file(folder, f"Boats {n}\n\nVillage {n} sent {n} boats on Monday.\n", f"{n:02}.txt")
    async with reviewing(tmp_path / "home", [str(folder)], size=(80, 24)) as ana:
        await ana.press("M")
        assert " 30" not in ana.lines()[1]
        await ana.press(*["l"] * 29)
        assert " 30" in ana.lines()[1]


async def test_a_whole_row_is_marked_and_decided_in_one_stroke_that_one_undo_takes_back(
    tmp_path: Path,
) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), compare=Finding()) as ana:
        await ana.go_to(FORTY)
        await ana.press("M", "&")
        assert "3 marked" in ana.text()
        assert row_of(ana, "Forty people").count("*") == 3
        await ana.press("d")
        assert "3 claims disputed: one undo takes all of it back" in ana.text()
        assert "*" not in row_of(ana, "Forty people")
        assert ana.stored().progress.disputed == 3
        await ana.press("z")
        assert "Undone: 3 claims" in ana.text()
        assert ana.stored().progress.reviewed == 0


async def test_marks_of_the_review_hold_in_the_matrix_until_esc_drops_them(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), compare=Finding()) as ana:
        await ana.press("asterisk", "asterisk", "M", "c")
        assert ana.stored().progress.confirmed == 2
        await ana.press("asterisk")
        assert "1 marked" in ana.text()
        await ana.press("escape", "k", "d")
        assert ana.stored().progress.disputed == 1
        await ana.press("escape")
        assert ana.app.screen is ana.screen


@pytest.mark.parametrize("width", [60, 80])
async def test_the_title_says_which_of_many_articles_are_in_sight(tmp_path: Path, width: int) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(10, 30):
        article_file(folder, f"Ferry {number}\n\n{FORTY}\n", f"{number}.txt")
    async with reviewing(tmp_path / "home", [str(folder)], size=(width, 20), compare=Finding()) as ana:
        await ana.press("M")
        columns = len(ana.lines()[1].split())
        assert f"articles 1-{columns} of 20" in ana.lines()[0]
        await ana.press(*"l" * 19)
        assert f"articles {21 - columns}-20 of 20" in ana.lines()[0]
        assert "claims in conflict" in ana.lines()[0]
        await ana.pilot.resize_terminal(160, 20)
        await ana.settle()
        assert "articles" not in ana.lines()[0]
