from pathlib import Path

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
