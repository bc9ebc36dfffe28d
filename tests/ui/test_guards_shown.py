from pathlib import Path

from textual.widgets import Input

from tests.ui.driving import STRICT, Reviewer, article_file, reviewing
from workbench.model.decision import Verdict
from workbench.model.relation import Agreement, Provenance, Relation, Standing

TEXT = "The mill in Orley burned down on Monday night. Two people were hurt, the mayor said.\n"
CONFIRMED = "Claim 1.1 ✓ confirmed, but fewer than two lineages and no primary source"
DISPUTED = "Claim 1.1 ✗ disputed, but nothing conflicts and no evidence undermines it"


def say(ana: Reviewer, agreement: Agreement) -> None:
    """Let Ana have linked the first claim with the same one of the other article."""
    desk = ana.review.session.desk
    first, other = desk.claims[0], desk.claims_by_article["two.txt"][0]
    relation = Relation(first.id, other.id, Provenance.PARAPHRASE, agreement, "linked by hand", 1.0)
    ana.review.relate(first.id, relation, Standing.LINKED)
    ana.screen.counterparts.hear(ana.review.session.relations)


async def test_a_verdict_with_little_behind_it_is_saved_and_warned_of_once(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", [article_file(tmp_path, TEXT)], size=(80, 24)) as ana:
        claim = ana.review.view.claim
        await ana.press("c")
        assert CONFIRMED in ana.text()
        assert ana.stored().decision(claim).label == "confirmed"
        assert ana.review.view.claim != claim
        await ana.press("g", "D")
        assert DISPUTED in ana.text()
        await ana.press("C")
        assert CONFIRMED not in ana.text()
        assert ana.label == "confirmed"


async def test_primary_evidence_or_a_second_lineage_silences_the_guard(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", [article_file(tmp_path, TEXT)]) as ana:
        await ana.press("s", "tab", "left", "tab")
        await ana.type("Log")
        await ana.press("escape", "C")
        assert CONFIRMED not in ana.text()
        assert ana.label == "confirmed"
    files = [article_file(tmp_path, TEXT, "one.txt"), article_file(tmp_path, TEXT[:47], "two.txt")]
    async with reviewing(tmp_path / "second", files) as ana:
        say(ana, Agreement.SAME)
        await ana.press("C")
        assert CONFIRMED not in ana.text()


async def test_a_conflict_silences_the_guard_of_a_dispute(tmp_path: Path) -> None:
    files = [article_file(tmp_path, TEXT, "one.txt"), article_file(tmp_path, TEXT[:47], "two.txt")]
    async with reviewing(tmp_path / "home", files) as ana:
        say(ana, Agreement.CONFLICT)
        await ana.press("D")
        assert DISPUTED not in ana.text()
        assert ana.label == "disputed"


async def test_a_second_confirmation_in_a_conflict_names_the_first(tmp_path: Path) -> None:
    files = [article_file(tmp_path, TEXT, "one.txt"), article_file(tmp_path, TEXT[:47], "two.txt")]
    async with reviewing(tmp_path / "home", files) as ana:
        say(ana, Agreement.CONFLICT)
        await ana.press("C", "G", "C")
        assert "Claim 2.1 ✓ confirmed, but it conflicts with claim 1.1, which is confirmed too" in ana.text()


async def test_in_strict_mode_the_verdict_waits_for_a_reason_and_the_report_has_it(tmp_path: Path) -> None:
    async with reviewing(
        tmp_path / "home", [article_file(tmp_path, TEXT)], size=(80, 24), setup=STRICT
    ) as ana:
        claim = ana.review.view.claim
        await ana.press("c")
        assert "Why confirmed (esc saves nothing):" in ana.text()
        assert "Fewer than two lineages and no primary source" in ana.text()
        assert ana.review.session.trail is None
        await ana.type("I was there")
        await ana.press("enter")
        decision = ana.stored().decision(claim)
        assert (decision.verdict, decision.reason) == (Verdict.CONFIRMED, "I was there")
        assert ana.review.view.claim != claim
        await ana.press("g", "y")
        assert "- Reason given: I was there" in ana.app.clipboard
        await ana.press("H")
        assert "reason: I was there" in ana.text()


async def test_in_strict_mode_no_reason_means_no_verdict(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", [article_file(tmp_path, TEXT)], setup=STRICT) as ana:
        await ana.press("d", "space", "enter")
        assert "No reason, no verdict" in ana.text()
        await ana.press("d", "x", "escape", "u")
        assert not ana.app.screen.query(Input)
        assert ana.stored().progress.disputed == 0
        assert ana.stored().progress.unverified == 1


async def test_a_warning_about_several_claims_counts_them(tmp_path: Path) -> None:
    text = f"{TEXT}\nThe police arrested 12 people on Tuesday.\n"
    async with reviewing(tmp_path / "home", [article_file(tmp_path, text)], size=(80, 24)) as ana:
        await ana.press("asterisk", "asterisk", "d")
        assert "2 claims ✗ disputed, but nothing conflicts and" in ana.text()
        assert ana.stored().progress.disputed == 2
