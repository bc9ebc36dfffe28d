"""`w` writes the report beside the review: it says how far it is, and `esc` gives it up."""

import threading
from pathlib import Path

import pytest
from textual.widgets import Input

from tests.ui.comparing import ferry_desk
from tests.ui.driving import reviewing
from workbench.model.counterparts import Counterparts
from workbench.model.session import Session
from workbench.review.intake import Report


async def test_the_report_goes_to_the_file_that_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with reviewing(tmp_path / "home") as ana:
        await ana.press("c", "w", "enter")
        report = (tmp_path / "desk.md").read_text(encoding="utf-8")
        assert "confirmed" in report
        await ana.press("d", "w")
        line = ana.app.screen.query_one(Input)
        assert line.value.endswith("desk-2.md")
        line.value = str(tmp_path / "desk.md")
        await ana.press("enter")
        assert "enter again replaces it" in ana.text()
        assert (tmp_path / "desk.md").read_text(encoding="utf-8") == report
        await ana.press("enter")
        assert (tmp_path / "desk.md").read_text(encoding="utf-8") != report


class Waiting:
    """Compares a session only when it is let go, and reports before and after."""

    def __init__(self) -> None:
        self.go, self.begun = threading.Event(), threading.Event()

    def __call__(self, session: Session, tables: Path | None, report: Report) -> Counterparts:
        report("comparing", 1, 4)
        self.begun.set()
        self.go.wait(10)
        report("comparing", 4, 4)
        return Counterparts(session.desk)


@pytest.mark.parametrize("key", ["escape", "c"])
async def test_esc_gives_up_a_report_that_waits_for_the_comparison_and_other_keys_go_on_with_the_review(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    monkeypatch.chdir(tmp_path)
    compared = Waiting()
    monkeypatch.setattr("workbench.ui.screens.review_report.compared", compared)
    monkeypatch.setattr("workbench.ui.screens.review_report._REST", 0.0)
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path)) as ana:
        ana.screen.pending = "comparing"
        await ana.pilot.press("w", "enter")
        assert compared.begun.wait(10)
        while "The report waits for the comparison: 1/4" not in ana.text():
            await ana.pilot.pause()
        await ana.pilot.press(key)
        compared.go.set()
        await ana.settle()
        given_up = key == "escape"
        assert (tmp_path / "desk.md").exists() is not given_up
        assert ("No report is written" in ana.text()) is given_up
        assert not list(tmp_path.glob(".desk*"))
        assert ana.stored().progress.confirmed == (0 if given_up else 1)
