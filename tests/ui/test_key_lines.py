"""The lines of keys of the screens over the review: whole entries, and the way out at any width."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.ui.comparing import FORTY, Finding, ferry_desk
from tests.ui.driving import reviewing
from workbench.ui.widgets.key_line import KeyLine, fitting

KEYS_TO = {
    "matrix": ("M",),
    "relations": ("r",),
    "link": ("r", "l"),
    "help": ("question_mark",),
    "note": ("e",),
    "evidence": ("s",),
    "overview": ("O",),
    "sessions": ("ctrl+o",),
    "trash": ("ctrl+o", "t"),
    "blocks": ("B",),
    "history": ("C", "H"),
}


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_every_screen_over_the_review_says_how_to_leave_it_and_cuts_no_entry(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), size=size, compare=Finding()) as ana:
        await ana.go_to(FORTY)
        for name, keys in KEYS_TO.items():
            await ana.press(*keys)
            line = ana.app.screen.query_one(KeyLine)
            shown = _shown(line)
            assert "esc " in shown, name
            assert cell_len(shown) <= line.content_size.width, name
            while ana.app.screen is not ana.screen:
                await ana.press("escape")


def _shown(line: KeyLine) -> str:
    return str(line.render())


def test_what_has_no_room_goes_from_the_right_and_the_way_out_last() -> None:
    entries = (("j k", "choose"), ("enter", "open"), ("x", "delete"), ("?", "keys"), ("esc", "back"))
    assert fitting(entries, 80) == list(entries)
    assert fitting(entries, 41) == [entries[0], entries[1], entries[3], entries[4]]
    assert fitting(entries, 10) == [entries[4]]
    assert fitting(entries, 0) == []
