from pathlib import Path

import pytest

from tests.ui.driving import STRICT, Reviewer, article_file, reviewing

TEXT = """The mill in Orley burned down on Monday night. Two people were hurt, the mayor said.

Nobody died in the fire on Monday. The police arrested 12 people on Tuesday.
"""


def labels(ana: Reviewer) -> list[str]:
    session = ana.stored()
    return [session.decision(claim.id).label for claim in session.desk.claims]


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("c", "confirmed"),
        ("D", "disputed"),
        ("u", "unverified"),
        ("space", "parked"),
        ("o", "not checkable"),
        ("x", "not a claim"),
    ],
)
async def test_marked_claims_are_decided_together_and_one_undo_takes_all_back(
    tmp_path: Path, key: str, label: str
) -> None:
    async with reviewing(tmp_path / "home", [article_file(tmp_path, TEXT)], size=(80, 24)) as ana:
        await ana.press("asterisk", "j", "asterisk", key)
        assert labels(ana) == [label, "unreviewed", label, "unreviewed"]
        assert len({event.group for event in ana.stored().events}) == 1
        assert ana.label == "unreviewed"
        await ana.press("z")
        assert labels(ana) == ["unreviewed"] * 4
        assert "Undone: 2 claims" in ana.text()
        await ana.press("Z")
        assert labels(ana) == [label, "unreviewed", label, "unreviewed"]
        assert "Redone: 2 claims" in ana.text()


async def test_marks_show_in_list_and_article_and_esc_drops_them(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", [article_file(tmp_path, TEXT)], size=(80, 24)) as ana:
        await ana.press("asterisk")
        assert "1 marked" in ana.text()
        assert sum("·*" in line for line in ana.lines()) == 2
        await ana.press("k", "asterisk")
        assert "No claim is marked" in ana.text()
        assert "·*" not in ana.text()
        await ana.press("asterisk", "escape", "c")
        assert ana.stored().progress.confirmed == 1


async def test_a_decision_about_marked_claims_ends_the_marks(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", [article_file(tmp_path, TEXT)]) as ana:
        await ana.press("asterisk", "asterisk", "u")
        assert "2 claims unverified: one undo takes all of it back" in ana.text()
        assert "·*" not in ana.text()
        await ana.press("d")
        assert labels(ana).count("disputed") == 1


async def test_backspace_clears_all_marked_verdicts(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", [article_file(tmp_path, TEXT)]) as ana:
        await ana.press("C", "j", "D", "g", "asterisk", "asterisk", "backspace")
        assert labels(ana) == ["unreviewed"] * 4
        await ana.press("z")
        assert labels(ana)[:2] == ["confirmed", "disputed"]


async def test_all_claims_that_the_filter_lets_through_are_marked_at_once(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", [article_file(tmp_path, TEXT)]) as ana:
        await ana.press("backslash")
        await ana.type("people")
        await ana.press("enter", "ampersand", "x")
        assert labels(ana) == ["unreviewed", "not a claim", "unreviewed", "not a claim"]


async def test_marked_claims_are_merged(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", [article_file(tmp_path, TEXT)]) as ana:
        await ana.press("j", "asterisk", "asterisk", "m")
        assert ana.quote.startswith("Two people were hurt")
        assert ana.quote.endswith("Nobody died in the fire on Monday.")
        assert len(labels(ana)) == 3
        await ana.press("asterisk", "m")
        assert "Mark another claim" in ana.text()


async def test_in_strict_mode_one_reason_serves_all_marked_claims(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", [article_file(tmp_path, TEXT)], setup=STRICT) as ana:
        await ana.press("asterisk", "asterisk", "c")
        await ana.type("seen it")
        await ana.press("enter")
        session = ana.stored()
        reasons = [session.decision(claim.id).reason for claim in session.desk.claims]
        assert reasons == ["seen it", "seen it", "", ""]
        assert len(session.events) == 2


async def test_a_forgotten_mark_shows_above_and_a_decision_says_what_it_was_about_and_stays(
    tmp_path: Path,
) -> None:
    async with reviewing(tmp_path / "home", [article_file(tmp_path, TEXT)], size=(80, 24)) as ana:
        await ana.press("asterisk", "j")
        here = ana.review.view.claim
        assert "1 marked" in ana.lines()[0]
        await ana.press("u")
        assert labels(ana) == ["unverified", "unreviewed", "unreviewed", "unreviewed"]
        assert "1 marked claim unverified: one undo takes all of it back" in ana.text()
        assert ana.review.view.claim == here
        assert "marked" not in ana.lines()[0]
