from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.widgets import Input, OptionList, TextArea

from tests.ui.driving import Reviewer, reviewing
from workbench.ui.commands import COMMANDS


def shown_options(ana: Reviewer) -> list[str]:
    return [str(option.prompt) for option in ana.app.screen.query_one("#help-list", OptionList).options]


async def test_help_lists_every_command_with_its_keys_and_esc_leaves_it(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.press("question_mark")
        options = shown_options(ana)
        for command in COMMANDS:
            if command.action != "article":
                row = f" {command.shown_keys} ", f" {command.title}"
                assert any(all(part in option for part in row) for option in options)
        await ana.press("escape", "c")
        assert ana.review.session.progress.confirmed == 1


async def test_help_lists_as_many_articles_as_there_are(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.press("question_mark")
        numbered = [option for option in shown_options(ana) if " Article " in option]
        assert len(numbered) == len(ana.review.session.desk.articles)


async def test_typing_filters_and_enter_runs_what_is_found(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        claim = ana.review.view.claim
        await ana.press("question_mark")
        await ana.type("stay disputed")
        assert [line.split()[0] for line in shown_options(ana)] == ["D"]
        await ana.press("enter")
        assert ana.stored().decision(claim).label == "disputed"
        assert ana.app.screen is ana.screen


async def test_a_single_key_finds_its_command_first(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.press("question_mark", "right_square_bracket")
        assert "Next unreviewed claim" in shown_options(ana)[0]
        await ana.press("backspace", "D")
        assert "Disputed: save and stay" in shown_options(ana)[0]


async def test_words_that_begin_so_come_before_words_that_hold_it(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.press("c", "z", "question_mark")
        await ana.type("red")
        assert "Redo" in shown_options(ana)[0]


async def test_the_arrows_choose_what_enter_runs(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.press("question_mark", "down", "down", "up", "enter")
        assert ana.stored().progress.disputed == 1


async def test_what_is_impossible_is_greyed_says_why_and_does_not_run(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.press("question_mark")
        possible = ana.styles_of("Park for later")[0]
        impossible = next(style for style in ana.styles_of("Undo, also decisions") if style.italic)
        assert impossible.color != possible.color
        await ana.type("undo")
        assert "Undo, also decisions of earlier days: nothing to undo" in ana.text()
        assert "Not now: Nothing to undo" in ana.text()
        await ana.press("enter")
        assert ana.app.screen is not ana.screen


async def test_what_matches_nothing_is_said(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.press("question_mark")
        await ana.type("zeppelin")
        assert shown_options(ana) == ["Nothing matches"]
        await ana.press("enter", "escape")
        assert ana.app.screen is ana.screen


@pytest.mark.parametrize("key", ["question_mark", "f1", "escape"])
async def test_the_key_that_opens_help_closes_it_too(tmp_path: Path, key: str) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.press("question_mark", key)
        assert ana.app.screen is ana.screen


async def test_a_click_runs_a_command(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.press("question_mark")
        row = next(y for y, line in enumerate(ana.lines()) if "Park for later" in line)
        await ana.pilot.click(offset=(40, row))
        await ana.settle()
        assert ana.stored().progress.parked == 1


async def test_on_another_screen_help_lists_and_runs_what_that_screen_can_do(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.press("B")
        blocks = ana.app.screen
        await ana.press("question_mark")
        options = shown_options(ana)
        assert any(option.split() == ["esc", "q", "B", "Close"] for option in options)
        assert not any("Confirmed" in option or "Focus" in option for option in options)
        await ana.type("close")
        await ana.press("enter")
        assert ana.app.screen is ana.screen and not blocks.is_attached


async def test_while_a_line_is_typed_into_a_question_mark_is_a_character(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.press("slash", "question_mark")
        assert ana.app.screen is ana.screen
        assert "“?”" in ana.text()


async def test_in_a_note_a_question_mark_is_a_character_and_f1_helps(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.press("e", "question_mark")
        assert ana.app.screen.query_one(TextArea).text == "?"
        await ana.press("f1")
        assert any("Save" in option for option in shown_options(ana))
        await ana.press("f1", "escape")
        assert ana.review.session.progress.total and ana.app.screen is ana.screen


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (200, 60)])
async def test_help_fits_the_screen(tmp_path: Path, size: tuple[int, int]) -> None:
    async with reviewing(tmp_path, size=size) as ana:
        await ana.press("question_mark")
        assert "Confirmed: save, go to the" in ana.text()
        assert "esc close" in ana.text()


async def test_letters_that_come_faster_than_the_list_is_drawn_do_no_harm(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.press("question_mark")
        line = ana.app.screen.query_one(Input)
        for text in ("2", "2\\", "2", "2\\zz"):
            line.value = text
        await ana.settle()
        assert shown_options(ana) == ["Nothing matches"]
        await ana.press("enter", "escape", "c")
        assert ana.review.session.progress.confirmed == 1


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 60)])
async def test_every_title_and_what_is_in_the_way_can_be_read_whole(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with reviewing(tmp_path, size=size) as ana:
        await ana.press("question_mark")
        room = ana.app.screen.query_one("#help-list", OptionList).scrollable_content_region.width - 2
        options = shown_options(ana)
        assert max(cell_len(line) for option in options for line in option.splitlines()) <= room
        told = [" ".join(option.split()) for option in options]
        reasons = {command.title: ana.screen.obstacle_of(command) for command in COMMANDS}
        assert reasons["Redo"] and reasons["Confidence: low, medium, high"]
        for title, reason in reasons.items():
            if reason and not title.startswith("Article "):
                assert any(f"{title}: {reason[:1].lower()}{reason[1:]}" in one for one in told)


async def test_at_eighty_columns_every_title_of_a_command_has_one_line(tmp_path: Path) -> None:
    async with reviewing(tmp_path, size=(80, 24)) as ana:
        await ana.press("question_mark")
        lines = [line for option in shown_options(ana) for line in option.splitlines()]
        titles = [command.title for command in COMMANDS if command.action != "article"]
        assert [title for title in titles if not any(title in line for line in lines)] == []


async def test_the_help_is_wrapped_anew_when_the_screen_becomes_narrower(tmp_path: Path) -> None:
    async with reviewing(tmp_path, size=(120, 40)) as ana:
        await ana.press("question_mark", "down", "down")
        wide = len(shown_options(ana)[-1].splitlines())
        listed = ana.app.screen.query_one("#help-list", OptionList)
        highlighted = listed.highlighted
        await ana.pilot.resize_terminal(40, 20)
        await ana.settle()
        assert max(len(option.splitlines()) for option in shown_options(ana)) > wide
        assert listed.highlighted == highlighted
