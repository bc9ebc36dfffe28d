from pathlib import Path

import pytest

from tests.ui.driving import reviewing
from workbench.errors import StoreFullError
from workbench.model.event import Event
from workbench.model.view import View


async def test_confirming_saves_and_goes_to_the_next_unreviewed_claim(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        first = ana.review.view.claim
        await ana.press("c")
        assert ana.review.session.decision(first).label == "confirmed"
        assert ana.review.view.claim != first
        assert ana.label == "unreviewed"
        assert ana.stored().decision(first).reviewer == "Ana"


@pytest.mark.parametrize(
    ("key", "label", "sign"),
    [
        ("C", "confirmed", "✓"),
        ("D", "disputed", "✗"),
        ("U", "unverified", "?"),
        ("space", "parked", "~"),
        ("o", "not checkable", "o"),
        ("x", "not a claim", "-"),
    ],
)
async def test_each_decision_shows_as_sign_and_word_and_is_on_disk(
    tmp_path: Path, key: str, label: str, sign: str
) -> None:
    async with reviewing(tmp_path) as ana:
        claim = ana.review.view.claim
        await ana.press(key)
        assert ana.stored().decision(claim).label == label
        await ana.press("g")
        assert f"{sign} {label}" in ana.text()


async def test_capital_letters_stay_on_the_claim(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.press("j")
        claim = ana.review.view.claim
        await ana.press("D")
        assert ana.review.view.claim == claim


async def test_accepting_a_suggestion_leaves_it_unreviewed_and_under_the_cursor(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        claim = ana.review.view.claim
        await ana.press("a")
        assert ana.stored().decision(claim).state == "open"
        assert (ana.review.view.claim, ana.label) == (claim, "unreviewed")
        await ana.press("z")
        assert "Undone: open → suggested" in ana.text()


async def test_backspace_clears_the_verdict(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.press("C", "backspace")
        assert ana.label == "unreviewed"
        assert ana.stored().progress.reviewed == 0


async def test_undo_takes_back_and_returns_the_cursor_and_redo_brings_back(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        first = ana.review.view.claim
        await ana.press("c", "j", "j", "z")
        assert (ana.review.view.claim, ana.label) == (first, "unreviewed")
        assert "Undone: confirmed → unreviewed" in ana.text()
        await ana.press("Z")
        assert ana.stored().decision(first).label == "confirmed"


async def test_undo_reaches_decisions_of_an_earlier_day(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        first = ana.review.view.claim
        await ana.press("c", "d")
    async with reviewing(tmp_path) as ana:
        await ana.press("z", "z")
        assert ana.review.view.claim == first
        assert ana.stored().progress.reviewed == 0


async def test_undo_with_nothing_to_undo_says_so_and_is_dimmed(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.press("z")
        assert "Nothing to undo" in ana.text()
        dimmed = ana.footer_style("undo")
        await ana.press("c")
        assert ana.footer_style("undo").color != dimmed.color


async def test_progress_counts_every_way_a_claim_can_stand(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.press("c", "d", "d", "u", "space", "o", "x")
        total = ana.review.session.progress.total
        counts = "2 disputed · 1 confirmed · 1 unverified · 1 parked · 1 not checkable · 1 not a claim"
        assert f"6/{total} · {counts}" in ana.text()


async def test_on_a_narrow_screen_the_counts_shrink_to_signs_and_still_add_up(tmp_path: Path) -> None:
    async with reviewing(tmp_path, size=(80, 24)) as ana:
        await ana.press("c", "d", "u", "o", "x")
        total = ana.review.session.progress.total
        assert f"5/{total} · 1 disputed · ✓1 · ?1 · o1 · -1" in ana.text()


async def test_a_full_disk_is_shown_and_the_next_key_tries_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reviewing(tmp_path) as ana:
        claim = ana.review.view.claim

        def refuse(event: Event, view: View) -> None:
            raise StoreFullError("desk: no space left on the disk")

        with monkeypatch.context() as full:
            full.setattr(ana.review.store, "append", refuse)
            await ana.press("c")
            assert "no space left on the disk" in ana.text()
            assert (ana.review.view.claim, ana.label) == (claim, "unreviewed")
        await ana.press("c")
        assert ana.stored().decision(claim).label == "confirmed"


async def test_the_last_decision_says_that_all_is_reviewed(tmp_path: Path) -> None:
    file = tmp_path / "one.txt"
    file.write_text("The mill in Orley burned down on Monday night and two people were hurt.\n")
    async with reviewing(tmp_path / "home", [str(file)]) as ana:
        for _ in ana.review.session.desk.claims:
            await ana.press("c")
        assert "claims are reviewed: w writes the report" in ana.text()
