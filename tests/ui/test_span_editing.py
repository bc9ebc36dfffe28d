from pathlib import Path

import pytest
from textual.widgets import TextArea

from tests.ui.comparing import GROUNDED, HURT, Finding, Pair, ferry_desk
from tests.ui.driving import Reviewer, article_file, reviewing
from workbench.model.decision import State

TEXT = """Fire in Orley

The mill in Orley burned down on Monday night, and two people were hurt. The mayor said so.

Nobody died in the fire on Monday, the police said.
"""
MILL = "The mill in Orley burned down on Monday night, and two people were hurt."


async def at_the_mill(ana: Reviewer) -> str:
    """Put the cursor on the long claim, decided; return its id."""
    await ana.press("g")
    while ana.quote != MILL:
        await ana.press("j")
    await ana.press("C")
    return ana.review.view.claim


def quotes(ana: Reviewer) -> list[str]:
    session = ana.stored()
    return [session.desk.quote(claim) for claim in session.desk.claims]


async def test_a_claim_gets_new_bounds_by_words_and_keeps_its_verdict(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", [article_file(tmp_path, TEXT)]) as ana:
        await at_the_mill(ana)
        await ana.press("v", *["b"] * 6)
        assert "enter new bounds" in ana.lines()[-1]
        await ana.press("enter")
        assert ana.quote == "The mill in Orley burned down on Monday night"
        assert (ana.label, ana.stored().progress.confirmed) == ("confirmed", 1)
        assert MILL not in quotes(ana)
        assert "Bounds: characters" in ana.text()
        await ana.press("z")
        assert (ana.quote, ana.label) == (MILL, "confirmed")
        await ana.press("Z")
        assert ana.quote == "The mill in Orley burned down on Monday night"


async def test_both_ends_move_by_letter_word_and_sentence(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", [article_file(tmp_path, TEXT)]) as ana:
        await at_the_mill(ana)
        await ana.press("v", "right_parenthesis", "b", "b", "o", "w", "w", "l", "enter")
        assert ana.quote.startswith("n Orley burned")
        assert ana.quote.endswith("The mayor said")


async def test_a_new_claim_may_overlap_and_leaves_the_old_one_alone(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", [article_file(tmp_path, TEXT)]) as ana:
        claim = await at_the_mill(ana)
        await ana.press("v", "o", *["w"] * 9, "n")
        assert ana.quote == "and two people were hurt."
        assert ana.stored().decision(ana.review.view.claim).state is State.OPEN
        assert ana.stored().decision(claim).label == "confirmed"
        assert MILL in quotes(ana)
        await ana.press("k")
        assert ana.quote == MILL
        assert ana.styles_of("two people were hurt")[0].underline


async def test_the_selection_walks_by_sentences_to_text_that_is_no_claim_yet(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", [article_file(tmp_path, TEXT)]) as ana:
        await at_the_mill(ana)
        await ana.press("v", "j", "b", "b")
        assert "enter new claim" in ana.lines()[-1]
        await ana.press("enter")
        assert ana.quote == "The mayor said"
        await ana.press("g", "v", "down", "down", "down", "enter")
        assert "Not possible: there is a claim with exactly these bounds already" in ana.text()
        await ana.press("escape")
        assert ana.review.view.claim == ana.review.session.desk.claims[0].id


async def test_esc_leaves_and_no_key_decides_while_a_span_is_selected(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", [article_file(tmp_path, TEXT)]) as ana:
        claim = await at_the_mill(ana)
        before = ana.review.session
        await ana.press("v", "d", "u", "x", "z", "w", "escape")
        assert ana.review.session == before
        assert ana.review.view.claim == claim
        await ana.press("d")
        assert ana.stored().decision(claim).label == "disputed"


async def test_a_claim_is_split_at_the_comma_or_at_the_word_that_is_chosen(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", [article_file(tmp_path, TEXT)]) as ana:
        await at_the_mill(ana)
        await ana.press("S", "enter")
        assert quotes(ana)[:2] == [
            "The mill in Orley burned down on Monday night,",
            "and two people were hurt.",
        ]
        assert ana.quote == "The mill in Orley burned down on Monday night,"
        assert ana.label == "unreviewed"
        assert "Unreviewed now: both halves of the claim; the note stays with the first" in ana.text()
        await ana.press("z", "S", "l", "enter")
        assert "two people were hurt." in quotes(ana)
        await ana.press("z", "S", "h", "escape")
        assert MILL in quotes(ana)


async def test_a_claim_is_merged_with_the_next_one_of_its_article(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", [article_file(tmp_path, TEXT)]) as ana:
        await at_the_mill(ana)
        await ana.press("m")
        assert ana.quote == f"{MILL} The mayor said so."
        assert ana.label == "unreviewed"
        merged = ana.quote
        await ana.press("G", "m")
        assert "No claim follows in this article" in ana.text()
        await ana.press("z")
        assert merged not in quotes(ana)
        assert (ana.quote, ana.label) == (MILL, "confirmed")


async def test_words_selected_in_another_article_become_evidence_for_the_claim(tmp_path: Path) -> None:
    files = [
        article_file(tmp_path, TEXT, "one.txt"),
        article_file(tmp_path, TEXT.replace("Nobody", "Someone"), "two.txt"),
    ]
    async with reviewing(tmp_path / "home", files, size=(80, 24)) as ana:
        claim = await at_the_mill(ana)
        await ana.press("v", "tab", "j", "j", "s")
        words = ana.app.screen.query_one(TextArea).text
        assert words in TEXT.replace("Nobody", "Someone")
        await ana.press("escape")
        (kept,) = ana.stored().decision(claim).evidence
        assert (kept.article, kept.quote) == ("two.txt", words)
        assert ana.review.view.claim == claim


async def test_words_dragged_over_become_a_claim(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", [article_file(tmp_path, TEXT)]) as ana:
        words = "burned down"
        row = next(y for y, line in enumerate(ana.lines()) if words in line)
        start = ana.lines()[row].index(words)
        await ana.pilot.mouse_down(offset=(start, row))
        await ana.pilot.hover(offset=(start + len(words) - 1, row))
        await ana.pilot.mouse_up(offset=(start + len(words) - 1, row))
        await ana.settle()
        await ana.press("v", "enter")
        assert ana.quote == words


@pytest.mark.parametrize("key", ["v", "m", "S"])
async def test_a_session_open_for_reading_only_takes_no_edits(tmp_path: Path, key: str) -> None:
    async with reviewing(tmp_path / "home", [article_file(tmp_path, TEXT)]) as ana:
        ana.review.store.readonly = True
        await ana.press("g", "j", key)
        assert "This session is open for reading only" in ana.text()


async def test_the_keys_of_a_selection_fit_the_narrowest_screens(tmp_path: Path) -> None:
    for size in ((80, 24), (60, 20)):
        async with reviewing(tmp_path / f"{size}", [article_file(tmp_path, TEXT)], size=size) as ana:
            await ana.press("v")
            assert "enter new bounds" in ana.lines()[-1]
            assert "w b word" in ana.lines()[-1]


async def test_a_selection_goes_through_the_panes_first_and_to_the_counterpart(tmp_path: Path) -> None:
    finding = Finding((Pair(GROUNDED, HURT),))
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), size=(80, 24), compare=finding) as ana:
        assert " 4 Two hurt" in ana.lines()[1]
        await ana.press("v", "tab", "s")
        assert ana.app.screen.query_one(TextArea).text == HURT


async def test_a_question_mark_lists_the_keys_of_the_selection_and_runs_one(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", [article_file(tmp_path, TEXT)], size=(80, 24)) as ana:
        await at_the_mill(ana)
        await ana.press("v")
        assert "? keys" in ana.lines()[-1] and "esc leave" in ana.lines()[-1]
        await ana.press("question_mark")
        assert "While a span is selected" in ana.text()
        assert "( 0" in ana.text() and "Move the edge back by a sentence" in ana.text()
        await ana.type("back by a word")
        await ana.press("enter", "enter")
        assert ana.quote == MILL.removesuffix(".")
        await ana.press("S", "question_mark")
        assert "Split here" in ana.text() and "evidence" not in ana.text()
        await ana.press("escape", "escape", "z")
        assert ana.quote == MILL
        assert ana.screen.selecting is None
