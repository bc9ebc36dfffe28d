import stat
import sys
from pathlib import Path

import pytest
from textual.widgets import TextArea

from tests.ui.driving import reviewing
from workbench.ui.external_editor import edit


async def test_a_note_is_written_in_place_saved_by_esc_and_undone_by_z(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        claim = ana.review.view.claim
        await ana.press("e")
        await ana.type("see [the] *log*")
        await ana.press("escape")
        note = ana.stored().decision(claim).note
        assert note is not None
        assert (note.text, note.reviewer) == ("see [the] *log*", "Ana")
        await ana.press("g")
        assert "✎ see [the] *log*" in ana.text()
        await ana.press("z")
        assert ana.stored().decision(claim).note is None


async def test_a_note_keeps_its_verdict_and_a_verdict_its_note(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        claim = ana.review.view.claim
        await ana.press("C", "e")
        await ana.type("why")
        await ana.press("escape", "D")
        decision = ana.stored().decision(claim)
        assert decision.label == "disputed"
        assert decision.note is not None and decision.note.text == "why"


async def test_an_unfinished_note_is_there_after_a_crash(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.press("j", "e")
        await ana.type("half a thou")
    async with reviewing(tmp_path) as ana:
        assert ana.app.screen.query_one(TextArea).text == "half a thou"
        await ana.press("escape")
        assert "✎ half a thou" in ana.text() or "Note saved" in ana.text()
        assert ana.review.view.draft == ""


async def test_discarding_leaves_the_note_as_it_was(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.press("e")
        await ana.type("never mind")
        await ana.press("ctrl+g")
        assert ana.review.session.trail is None
        assert ana.review.view.draft == ""


def test_the_users_editor_gets_a_private_file_and_its_text_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "editor.py"
    script.write_text(
        "import os, sys\n"
        "path = sys.argv[1]\n"
        f"open({str(tmp_path / 'mode')!r}, 'w').write(oct(os.stat(os.path.dirname(path)).st_mode & 0o777))\n"
        "old = open(path, encoding='utf-8').read()\n"
        "open(path, 'w', encoding='utf-8').write(old + ' and more é')\n"
    )
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")
    assert edit("some") == "some and more é"
    assert (tmp_path / "mode").read_text() == "0o700"
