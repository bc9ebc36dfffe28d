from pathlib import Path

import pytest

from tests.ui.comparing import TOLD, UNHURT, Finding, ferry_desk
from tests.ui.driving import article_file, reviewing
from workbench.ui.screens.overview import OverviewScreen

SHORT = "Forty people were aboard the ferry on Tuesday.\n\nFifty people were hurt, Tom Brandt said.\n"


async def test_the_overview_lists_the_articles_with_their_progress(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.press("c", "d", "O")
        text = ana.text()
        assert "desk: 2 of 101 claims are reviewed, 0 parked" in text
        assert "1 disputed, 1 confirmed" in text
        assert "spent by Ana, pauses not counted" in text
        assert "  2/17" in next(line for line in ana.lines() if " 1 Syria conflict" in line)


@pytest.mark.parametrize("width", [60, 80, 120])
async def test_bars_and_conflicts_stand_in_columns_and_no_line_is_broken(tmp_path: Path, width: int) -> None:
    async with reviewing(
        tmp_path / "home", ferry_desk(tmp_path), size=(width, 24), compare=Finding(TOLD[1:])
    ) as ana:
        await ana.go_to(UNHURT)
        await ana.press("C", "O")
        rows = [line for line in ana.lines() if "/" in line and line.lstrip()[0].isdigit()]
        assert len(rows) == 4
        assert len({row.index("━") if "━" in row else row.index("─") for row in rows}) == 1
        words = "1 conflict" if width > 60 else "≠ "
        assert len({row.index(words) for row in rows if words in row}) == 1
        assert sum(row.rstrip().endswith(" open") for row in rows) >= 3
        assert ("1 conflict, not open" in ana.text()) == (width > 60)
        assert any("3 Osprey stranded" in row for row in rows)
        await ana.pilot.resize_terminal(60, 24)
        await ana.settle()
        assert sum(row.rstrip().endswith("/1 open") for row in ana.lines()) == 4


async def test_enter_goes_to_the_first_claim_of_the_article_that_needs_a_look(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.press("2", "g", "2", "C", "O", "j", "enter")
        claims = ana.review.session.desk.claims_by_article[ana.review.view.article]
        assert ana.review.session.desk.article_position[ana.review.view.article] == 1
        unreviewed = [claim.id for claim in claims if ana.review.session.decision(claim.id).is_unreviewed]
        assert ana.review.view.claim == unreviewed[0]


async def test_the_last_decision_brings_the_summary_and_w_writes_the_report(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", [article_file(tmp_path, SHORT)]) as ana:
        await ana.press("c", "u")
        assert isinstance(ana.app.screen, OverviewScreen)
        assert "All 2 claims are reviewed: w writes the report" in ana.text()
        await ana.press("w")
        assert "Write the report to:" in ana.text()


async def test_the_summary_comes_once_and_z_takes_the_last_decision_back(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", [article_file(tmp_path, SHORT)]) as ana:
        await ana.press("c", "u", "z")
        assert ana.review.session.progress.reviewed == 1
        await ana.press("u", "escape", "k", "d")
        assert not isinstance(ana.app.screen, OverviewScreen)


async def test_titles_of_strangers_are_no_markup_in_the_overview(tmp_path: Path) -> None:
    async with reviewing(
        tmp_path / "home", [article_file(tmp_path, "Fire [b]here[/b] [sic]\n\n" + SHORT)]
    ) as ana:
        await ana.press("O")
        assert "1 Fire [b]here[/b] [sic]" in ana.text()
