"""A claim has one number, wherever it is named: `2.3` is the third claim of article 2."""

from pathlib import Path

from tests.ui.comparing import COPY, FIFTY, FORTY, Finding, ferry_desk
from tests.ui.driving import Reviewer, reviewing


def facts(ana: Reviewer) -> str:
    """The line about the claim under the cursor."""
    return next(line for line in ana.lines() if line.startswith(" Claim "))


async def test_the_line_names_the_claim_its_conflicts_and_what_it_is_worth(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), size=(170, 40), compare=Finding()) as ana:
        await ana.go_to(FIFTY)
        assert facts(ana).startswith(" Claim 2.3 of 2.3   · unreviewed   ≠ in conflict with 1.2, 3.1   ")
        score = ana.review.session.desk.claim(ana.review.view.claim).score
        assert f"   worth {score:.2f}: number · " in facts(ana)


async def test_in_a_filter_the_number_stays_and_the_place_is_said_as_such(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), compare=Finding()) as ana:
        await ana.press("backslash")
        await ana.type("harbour master")
        await ana.press("enter", "j", "j")
        assert ana.quote == COPY
        assert facts(ana).startswith(" Claim 3.1, 3 of 3 in the filter   ")


async def test_card_relations_and_history_name_claims_alike(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), compare=Finding()) as ana:
        await ana.go_to(FORTY)
        await ana.press("enter")
        assert "2.3 Fifty rescued from ferry" in ana.text()
        await ana.press("escape", "r", "a")
        assert "2.3 Fifty rescued from ferry" in ana.text()
        await ana.press("enter", "H")
        assert f"Claim 2.3: {FIFTY}" in " ".join(ana.text().split())
        assert "conflict with claim 1.2 (forty / fifty: other number): suggested → accepted" in ana.text()


async def test_a_long_note_hides_no_conflict(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), size=(80, 24), compare=Finding()) as ana:
        await ana.go_to(FORTY)
        await ana.press("e")
        await ana.type("The log of the harbour office says something else about this")
        await ana.press("escape", "j", "k")
        assert "≠ in conflict with 2.3" in facts(ana)
