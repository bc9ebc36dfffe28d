"""With ASCII signs no screen draws anything else, and no two signs in one place are the same."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.ui.comparing import FORTY, TIDE, TOLD, Finding, Pair, ferry_desk
from tests.ui.driving import reviewing
from workbench.config import Settings
from workbench.model.relation import Agreement
from workbench.ui.glyphs import ASCII, UNICODE, Glyphs
from workbench.ui.setup import Setup

PLAIN_SIGNS = Setup(Settings(ascii=True))
SCREENS = {
    "matrix": ("M",),
    "matrix after undo": ("M", "z", "Z"),
    "relations": ("r",),
    "relations after undo": ("r", "a", "z"),
    "link": ("r", "l"),
    "help": ("question_mark",),
    "help, what is in the way": ("question_mark", "r", "e", "d", "o"),
    "note": ("e",),
    "evidence form": ("s", "s"),
    "evidence list": ("s",),
    "overview": ("O",),
    "sessions": ("ctrl+o",),
    "sessions, a name": ("ctrl+o", "r"),
    "question": ("ctrl+o", "x"),
    "trash": ("ctrl+o", "t"),
    "blocks": ("B",),
    "history": ("H",),
    "palette": ("colon",),
    "palette, nothing found": ("colon", *"qqqqq"),
    "palette, something found": ("colon", *"red"),
    "themes": ("ctrl+t",),
    "card": ("enter",),
    "zoom": ("equals_sign",),
    "pin": ("K",),
    "selection": ("v", "w"),
    "split": ("S",),
    "search": ("slash", *"osprey"),
    "search, nothing found": ("slash", *"qqq"),
    "filter": ("backslash", *"is:"),
    "tags": ("number_sign",),
    "wording": ("W",),
    "report": ("w",),
    "any article": ("0", *"qq"),
    "marks": ("asterisk",),
    "quitting": ("ctrl+c",),
}


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (200, 60)])
async def test_every_screen_is_drawn_in_ascii(tmp_path: Path, size: tuple[int, int]) -> None:
    finding = Finding((*TOLD, Pair(FORTY, TIDE, Agreement.DIFFERS)))
    sources = ferry_desk(tmp_path)
    setup = replace(PLAIN_SIGNS, first_start=True)
    async with reviewing(tmp_path / "home", sources, size=size, compare=finding, setup=setup) as ana:
        assert ana.text().isascii(), "tour"
        await ana.press("escape", "x", "space", "k", "c", "d", "u")
        await ana.go_to(FORTY)
        await ana.press("D", "percent_sign", "e")
        await ana.type("The company has a list of passengers. " * 6)
        await ana.press("escape", "s", "tab", "tab", "tab", "tab", "tab")
        await ana.type("Forty names, all of them known to the harbour office of the island")
        await ana.press("escape")
        home = ana.text()
        assert home.isascii(), home
        for name, keys in SCREENS.items():
            await ana.press(*keys)
            assert ana.text().isascii(), name
            while ana.app.screen is not ana.screen or ana.screen.prompt or ana.screen.selecting:
                await ana.press("escape")
            await ana.press("escape", "escape")
            await ana.go_to(FORTY)


async def test_trouble_is_told_in_ascii(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), setup=PLAIN_SIGNS) as ana:
        ana.app.notify("The disk is full", title="Store", severity="error", markup=False)
        await ana.settle()
        assert "The disk is full" in ana.text()
        assert ana.text().isascii()


@pytest.mark.parametrize("glyphs", [ASCII, UNICODE])
def test_signs_that_can_stand_in_one_place_are_distinct(glyphs: Glyphs) -> None:
    standings = {
        glyphs.confirmed,
        glyphs.disputed,
        glyphs.unverified,
        glyphs.unreviewed,
        glyphs.parked,
        glyphs.not_checkable,
        glyphs.not_a_claim,
    }
    answers = {glyphs.same, glyphs.differs, glyphs.conflict, glyphs.copied, glyphs.silent}
    marks = {glyphs.note, glyphs.mark, glyphs.pin, glyphs.bar}
    assert len(standings) == 7 and len(answers) == 5 and len(marks) == 4
    assert not standings & answers and not (standings | answers) & marks
    assert not {glyphs.ellipsis} & (standings | answers | marks)
    assert glyphs is UNICODE or not {glyphs.dot, glyphs.ellipsis} & (standings | answers)
