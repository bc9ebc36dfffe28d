"""`r` lists what others say about a claim: accept, reject, undo, link by hand, go there."""

from pathlib import Path

from textual.widgets import OptionList

from tests.ui.comparing import COPY, FIFTY, FORTY, GROUNDED, HURT, TIDE, Finding, ferry_desk
from tests.ui.driving import Reviewer, reviewing
from workbench.model.relation import Agreement, Standing


def listed(ana: Reviewer) -> list[str]:
    """The first lines of what is listed."""
    options = ana.app.screen.query_one(OptionList).options
    return [str(option.prompt).splitlines()[0] for option in options]


def grounds(ana: Reviewer, word: str) -> set[str]:
    """The grounds of the runs that are just this word."""
    runs = [run for row in ana.rows() for run in row]
    return {style.bgcolor.name for text, style in runs if text == word and style.bgcolor}


def standings(ana: Reviewer) -> list[Standing]:
    return [change.after for change in ana.stored().relations.values()]


async def test_the_relations_say_who_says_what_and_why(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), compare=Finding()) as ana:
        await ana.go_to(FORTY)
        await ana.press("r")
        assert [line.split()[1] for line in listed(ana)] == ["conflict", "same"]
        assert "verbatim   90%   suggested   2.3 Fifty rescued from ferry · says Tom Brandt" in listed(ana)[0]
        assert "says Tom Brandt" in listed(ana)[0]
        assert "forty / fifty: other number" in ana.text()
        assert FIFTY in " ".join(ana.text().split())


async def test_the_differing_words_are_marked_in_the_claim_and_in_the_other_one(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), compare=Finding()) as ana:
        await ana.go_to(FORTY)
        await ana.press("r")
        assert grounds(ana, "Forty") == grounds(ana, "Fifty") != set()
        await ana.press("j")
        assert not grounds(ana, "Forty")
        assert grounds(ana, "Fifty")


async def test_accepting_and_rejecting_are_kept_and_undone(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), compare=Finding()) as ana:
        await ana.go_to(FORTY)
        await ana.press("r", "x")
        assert standings(ana) == [Standing.REJECTED]
        assert "rejected" in listed(ana)[-1]
        await ana.press("z")
        assert standings(ana) == [Standing.SUGGESTED]
        assert "Undone: conflict with claim 2.3, rejected → suggested" in ana.text()
        await ana.press("a", "z", "Z")
        assert standings(ana) == [Standing.ACCEPTED]
        assert "accepted" in listed(ana)[0]


async def test_a_rejected_relation_is_gone_from_panes_and_stays_away(tmp_path: Path) -> None:
    sources = ferry_desk(tmp_path)
    async with reviewing(tmp_path / "home", sources, size=(170, 40), compare=Finding()) as ana:
        await ana.go_to(FORTY)
        await ana.press("r", "x", "escape")
        assert "conflict" not in ana.lines()[1]
    async with reviewing(tmp_path / "home", sources, size=(170, 40), compare=Finding()) as ana:
        assert "conflict" not in ana.lines()[1]
        assert "≡ copied" in ana.lines()[1]


async def test_undo_on_the_review_screen_names_the_relation(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), compare=Finding()) as ana:
        await ana.go_to(FORTY)
        await ana.press("r", "x", "escape", "j", "z")
        assert "Undone: conflict with claim 2.3, rejected → suggested" in ana.text()
        assert ana.quote == FORTY
        await ana.press("Z")
        assert "Redone: conflict with claim 2.3, suggested → rejected" in ana.text()


async def test_undo_among_relations_leaves_verdicts_alone(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), compare=Finding()) as ana:
        await ana.go_to(FORTY)
        await ana.press("C", "r", "z")
        assert "not about a relation" in ana.text()
        assert ana.stored().progress.confirmed == 1


async def test_enter_goes_to_the_other_claim(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), compare=Finding()) as ana:
        await ana.go_to(FORTY)
        await ana.press("r", "j", "enter")
        assert ana.quote == COPY


async def test_a_claim_without_relations_says_how_to_link_it(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), compare=Finding()) as ana:
        await ana.go_to(GROUNDED)
        await ana.press("r")
        assert "l links one by hand" in ana.text()
        await ana.press("a", "enter")
        assert listed(ana) == []
        assert "There is no relation to accept or reject" in ana.text()
        await ana.press("escape")
        assert ana.quote == GROUNDED


async def test_a_link_by_hand_is_found_by_its_words_and_shown_everywhere(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), size=(170, 40), compare=Finding()) as ana:
        await ana.go_to(GROUNDED)
        await ana.press("r", "l")
        await ana.type("lowest tide")
        assert [line.strip() for line in listed(ana)] == [TIDE]
        await ana.press("enter", "d")
        assert "differs" in listed(ana)[0] and "linked" in listed(ana)[0]
        await ana.press("escape")
        assert "≈ differs" in ana.lines()[1]
        change = next(iter(ana.stored().relations.values()))
        assert (change.after, change.relation.agreement) == (Standing.LINKED, Agreement.DIFFERS)
        await ana.press("z")
        assert "Undone: differs with claim 4.2, linked → unlinked" in ana.text()
        assert "≈ differs" not in ana.lines()[1]


async def test_letters_typed_for_a_link_are_only_letters_and_esc_leaves_step_by_step(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), compare=Finding()) as ana:
        await ana.go_to(GROUNDED)
        await ana.press("r", "l")
        await ana.type("sdc")
        assert "No claim of another article has these words" in ana.text()
        await ana.press("backspace", "backspace", "backspace", "down", "enter", "escape", "escape", "escape")
        assert ana.stored().trail is None
        assert ana.quote == GROUNDED


async def test_the_claims_worded_most_like_it_are_offered_first(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), compare=Finding()) as ana:
        await ana.go_to(FORTY)
        await ana.press("r", "l")
        assert {line.strip() for line in listed(ana)[:2]} == {FIFTY, COPY}
        await ana.press("enter", "j", "j", "enter")
        assert ana.stored().events[-1].relation is not None
        assert HURT not in listed(ana)


async def test_a_session_for_reading_only_takes_no_word_about_relations(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), compare=Finding()) as ana:
        await ana.go_to(FORTY)
        ana.review.store.readonly = True
        await ana.press("r", "x")
        assert "opened for reading only" in ana.text()
        assert ana.review.session.trail is None
