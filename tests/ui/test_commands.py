from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.widgets import Input, OptionList

from tests.ui.driving import reviewing
from workbench.ui.commands import BY_ID, COMMANDS, FOOTER, Group, listed, shown_key
from workbench.ui.keymap import DEFAULT_KEYMAP
from workbench.ui.widgets.key_bar import fitting_entries

CONTRACT = """
c d u C D U backspace space o x a z Z ctrl+z ctrl+y j k down up g G ctrl+d ctrl+u ] [
} { f F r M
tab shift+tab h l 1 2 3 4 = enter / n N esc e E s v m S b H \\ y w ? : ctrl+p q
"""
"""The keys of the product's contract whose features exist."""

README = Path(__file__).parents[2] / "README.md"


def test_no_two_commands_share_a_key() -> None:
    keys = [key for command in COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))


def test_every_key_of_the_contract_does_something() -> None:
    keys = {shown_key(key) for command in COMMANDS for key in command.keys}
    assert not set(CONTRACT.split()) - keys


def test_no_command_sits_on_a_key_that_terminals_confuse() -> None:
    keys = {key for command in COMMANDS for key in command.keys}
    assert not keys & {"ctrl+i", "ctrl+m", "ctrl+h", "ctrl+left_square_bracket", "ctrl+s", "ctrl+q"}


@pytest.mark.parametrize("width", [40, 60, 72, 80, 120, 200])
def test_the_footer_fits_and_always_shows_verdicts_and_help(width: int) -> None:
    entries = fitting_entries(width, DEFAULT_KEYMAP)
    shown = "".join(f" {shown_key(command.keys[0])} {word} " for command, word in entries)
    assert cell_len(shown) <= width
    wanted = {"verdict.confirm", "verdict.dispute", "help"} if width >= 60 else {"verdict.confirm"}
    assert wanted <= {command.id for command, _ in entries}


def test_the_footer_speaks_of_commands_that_exist() -> None:
    assert {id for id, _ in FOOTER} <= set(BY_ID)


def test_the_readme_has_the_key_table_of_the_registry() -> None:
    readme = README.read_text(encoding="utf-8")
    for group in Group:
        for keys, title in listed(group):
            cells = " ".join(f"`{key}`" for key in keys.split())
            assert f"| {cells} | {title} |" in readme


@pytest.mark.parametrize("opener", ["colon", "ctrl+p"])
async def test_the_palette_finds_and_runs_a_command(tmp_path: Path, opener: str) -> None:
    async with reviewing(tmp_path) as ana:
        claim = ana.review.view.claim
        await ana.press(opener)
        assert isinstance(ana.app.focused, Input)
        await ana.type("disputed: save and stay")
        await ana.pilot.pause()
        await ana.press("enter")
        await ana.settle()
        assert ana.stored().decision(claim).label == "disputed"


async def test_the_palette_offers_every_command(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.press("colon")
        await ana.settle()
        offered = ana.app.screen.query_one(OptionList)
        titles = "\n".join(str(option.prompt) for option in offered.options)
        assert all(command.title in titles for command in COMMANDS)


async def test_the_palette_dims_what_is_impossible_and_says_why(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.press("colon")
        await ana.type("redo")
        await ana.pilot.pause()
        assert "Nothing to redo" in ana.text()
        await ana.press("enter")
        await ana.settle()
        assert "Nothing to redo" in ana.text()


async def test_copying_puts_the_claim_on_the_clipboard_as_markdown(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.press("j", "y")
        assert "At least 100 militants were killed" in ana.app.clipboard
        assert "000_704caef108bb53b0.txt" in ana.app.clipboard
