from pathlib import Path

from tests.ui.driving import article_file, opened, reviewing


async def test_the_same_claim_layout_and_decisions_are_there_after_quitting(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.press("c", "d", "4", "j", "equals_sign", "b", "i")
        left = ana.review.view
        shown = ana.text()
        await ana.press("q")
    async with reviewing(tmp_path) as ana:
        assert ana.review.view == left
        assert ana.text() == shown


async def test_two_sessions_are_kept_apart_and_one_leads_to_the_other(tmp_path: Path) -> None:
    file = article_file(tmp_path, "The mill in Orley burned down on Monday night.\n", "mill.txt")
    other, _ = opened(tmp_path / "home", [file], "mill")
    other.review.close()
    async with reviewing(tmp_path / "home") as ana:
        await ana.press("c", "ctrl+o")
        assert "mill" in ana.text() and "desk" in ana.text()
        await ana.press("j" if "> desk" in ana.lines()[1] else "k", "enter")
        assert ana.app.review.session.name == "mill"
        assert "The mill in Orley" in ana.text()
        await ana.press("c")
        assert ana.app.review.session.progress.confirmed == 1
    async with reviewing(tmp_path / "home") as ana:
        assert ana.review.session.progress.confirmed == 1


async def test_a_changed_or_missing_source_is_said_and_the_session_keeps_its_text(tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    folder.mkdir()
    article_file(folder, "The mill in Orley burned down on Monday night.\n", "mill.txt")
    article_file(folder, "The bridge in Orley was closed on Tuesday.\n", "bridge.txt")
    article_file(folder, "\ufeffThe school in Orley was closed on Friday.\r\n", "school.txt")
    async with reviewing(tmp_path / "home", [str(folder)]) as ana:
        assert "has changed" not in ana.text()
    article_file(folder, "Nothing to see.\n", "mill.txt")
    (folder / "bridge.txt").unlink()
    async with reviewing(tmp_path / "home") as ana:
        assert "bridge.txt is gone, mill.txt has changed" in ana.text()
        assert "school.txt" not in ana.lines()[-12]
        assert "The mill in Orley burned down" in ana.text()
