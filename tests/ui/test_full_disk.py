import errno
from pathlib import Path

import pytest

from tests.storage.failing_disk import FailingDisk, every, never
from tests.ui.driving import reviewing


async def test_on_a_full_disk_screen_and_undo_stay_and_the_next_key_tries_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = FailingDisk()
    monkeypatch.setattr("workbench.storage.library.FileSystem", lambda: disk)
    async with reviewing(tmp_path) as ana:
        first = ana.review.view.claim
        await ana.press("c")
        second, shown = ana.review.view.claim, ana.lines()[:8]
        disk.fail(every("write_at", errno.ENOSPC))
        await ana.press("d")
        assert "The disk is full" in ana.text()
        assert ana.lines()[:8] == shown
        assert (ana.review.view.claim, ana.label) == (second, "unreviewed")
        await ana.press("z")
        assert ana.review.session.decision(first).label == "confirmed"
        disk.fail(never)
        await ana.press("d")
        assert ana.stored().decision(second).label == "disputed"
        await ana.press("z", "z")
        assert ana.review.view.claim == first
        assert ana.stored().progress.reviewed == 0


async def test_the_same_trouble_is_told_once_and_not_on_other_screens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = FailingDisk()
    monkeypatch.setattr("workbench.storage.library.FileSystem", lambda: disk)
    async with reviewing(tmp_path) as ana:
        disk.fail(every("write_at", errno.ENOSPC))
        await ana.press("c", "c", "c")
        assert ana.text().count("The disk is full") == 1
        await ana.press("O")
        assert "The disk is full" not in ana.text()
        await ana.press("escape", "c")
        assert ana.text().count("The disk is full") == 1
        await ana.press("escape")
        assert "The disk is full" not in ana.text()


async def test_what_a_full_disk_refuses_to_save_is_there_at_its_own_claim_and_at_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = FailingDisk()
    monkeypatch.setattr("workbench.storage.library.FileSystem", lambda: disk)
    async with reviewing(tmp_path) as ana:
        disk.fail(every("write_at", errno.ENOSPC))
        await ana.press("e")
        await ana.type("see log")
        await ana.press("escape", "s", "tab", "tab")
        await ana.type("harbour log")
        await ana.press("escape", "j", "e")
        assert "see log" not in ana.text()
        await ana.press("escape", "s")
        assert "harbour log" not in ana.text()
        disk.fail(never)
        await ana.press("escape", "k", "e")
        assert "see log" in ana.text()
        await ana.press("escape", "s")
        assert "harbour log" in ana.text()
        await ana.press("escape")
        decision = ana.stored().decision(ana.review.view.claim)
        assert decision.note is not None and decision.note.text == "see log"
        assert [one.title for one in decision.evidence] == ["harbour log"]
