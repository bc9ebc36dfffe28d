from pathlib import Path

from textual.widgets import OptionList

from tests.ui.driving import Reviewer, reviewing


async def toggle(ana: Reviewer, words: str) -> None:
    """Choose the block with some words on the blocks screen."""
    await ana.press("B")
    options = ana.app.screen.query_one(OptionList)
    wanted = next(i for i, option in enumerate(options.options) if words in str(option.prompt))
    options.highlighted = wanted
    await ana.press("enter")


async def test_a_block_set_aside_comes_into_review_with_its_claims(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.press("2")
        before = ana.review.session.progress.total
        await toggle(ana, "typical iPhone user")
        assert "In review:" in ana.text()
        session = ana.stored()
        assert session.progress.total > before
        brought = [c for c in session.desk.claims if "iPhone" in session.desk.quote(c)]
        assert brought and brought == [c for c in ana.review.session.desk.claims if c in brought]
        await ana.press("z")
        assert ana.stored().progress.total == before


async def test_a_block_in_review_is_set_aside_with_its_claims_and_their_verdicts_wait(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.press("j", "C")
        claim, before = ana.review.view.claim, ana.review.session.progress
        await toggle(ana, "At least 100 militants")
        session = ana.stored()
        assert session.progress.total == before.total - 1
        assert session.progress.confirmed == 0
        assert "At least 100 militants" not in ana.text()
        await ana.press("z")
        assert ana.stored().decision(claim).label == "confirmed"
        assert ana.stored().progress == before


async def test_the_blocks_screen_says_why_each_block_was_set_aside(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.press("3", "B")
        assert "set aside  boilerplate" in ana.text()
        await ana.press("escape")
        assert ana.review.session.trail is None
