from pathlib import Path

from textual.widgets import Input, OptionList, TextArea

from tests.ui.driving import Reviewer, article_file, reviewing
from workbench.model.decision import Confidence
from workbench.model.evidence import Evidence, Stance

TEXT = "The mill in Orley burned down on Monday night. Two people were hurt, the mayor said.\n"


def evidence_of(ana: Reviewer, claim: str) -> tuple[Evidence, ...]:
    return ana.stored().decision(claim).evidence


async def fill_in(ana: Reviewer, title: str) -> None:
    """Fill in the form as it opens: undermines, primary, a title; and keep it."""
    await ana.press("right", "tab", "left", "enter")
    await ana.type(title)
    await ana.press("escape")


async def test_evidence_is_typed_into_a_form_and_kept_by_esc(tmp_path: Path) -> None:
    async with reviewing(tmp_path, size=(80, 24)) as ana:
        claim = ana.review.view.claim
        await ana.press("s", "l", "tab", "h", "enter")
        await ana.type("Harbour log")
        await ana.press("enter")
        await ana.type("logs/7.pdf")
        await ana.press("tab")
        await ana.type("2031-03-04")
        await ana.press("tab")
        await ana.type("Aground at 23:10")
        assert "[undermines]" in ana.text()
        assert "[primary]" in ana.text()
        await ana.press("escape")
        (kept,) = evidence_of(ana, claim)
        assert (kept.stance, kept.is_primary) == (Stance.UNDERMINES, True)
        assert (kept.title, kept.location, kept.date, kept.quote, kept.reviewer) == (
            "Harbour log",
            "logs/7.pdf",
            "2031-03-04",
            "Aground at 23:10",
            "Ana",
        )
        assert "Evidence added: undermines, primary: Harbour log" in ana.text()
        await ana.press("g")
        assert "evidence 1" in ana.text()


async def test_a_form_left_empty_or_discarded_changes_nothing(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.press("s", "escape", "s", "tab", "tab")
        await ana.type("never mind")
        await ana.press("ctrl+g")
        assert ana.review.session.trail is None


async def test_letters_are_letters_in_the_form(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.press("s", "tab", "tab")
        await ana.type("cdu xz")
        assert ana.app.screen.query_one("#evidence-title", Input).value == "cdu xz"
        await ana.press("ctrl+g")
        assert ana.review.session.progress.reviewed == 0


async def test_a_claim_takes_several_sources_one_is_changed_one_removed_and_undo_brings_it_back(
    tmp_path: Path,
) -> None:
    async with reviewing(tmp_path) as ana:
        claim = ana.review.view.claim
        await ana.press("s")
        await fill_in(ana, "First")
        await ana.press("s", "enter")
        await fill_in(ana, "Second")
        await ana.press("s", "j", "enter", "tab", "tab", "end")
        await ana.type(" log")
        await ana.press("escape")
        assert [one.title for one in evidence_of(ana, claim)] == ["First log", "Second"]
        await ana.press("s", "j", "j", "x")
        assert [one.title for one in evidence_of(ana, claim)] == ["First log"]
        assert "Evidence removed: undermines, primary: Second" in ana.text()
        await ana.press("z")
        assert "Undone: evidence added" in ana.text()
        assert [one.title for one in evidence_of(ana, claim)] == ["First log", "Second"]
        await ana.press("s")
        assert ana.app.screen.query_one(OptionList).option_count == 3
        await ana.press("escape")


async def test_words_dragged_over_in_another_article_become_evidence_with_their_quote(tmp_path: Path) -> None:
    files = [
        article_file(tmp_path, TEXT, "one.txt"),
        article_file(tmp_path, TEXT.replace("Two", "Three"), "two.txt"),
    ]
    async with reviewing(tmp_path / "home", files) as ana:
        claim = ana.review.view.claim
        words = "people were hurt"
        row = next(y for y, line in enumerate(ana.lines()) if line.count(words) == 2)
        start = ana.lines()[row].rindex(words)
        await ana.pilot.mouse_down(offset=(start, row))
        await ana.pilot.hover(offset=(start + len(words) - 1, row))
        await ana.pilot.mouse_up(offset=(start + len(words) - 1, row))
        await ana.settle()
        assert ana.review.view.claim == claim
        await ana.press("s")
        assert ana.app.screen.query_one(TextArea).text == words
        await ana.press("escape")
        (kept,) = evidence_of(ana, claim)
        assert kept.article == "two.txt"
        assert kept.span is not None
        assert kept.span.of(ana.review.session.desk.article_by_id["two.txt"].text) == kept.quote
        await ana.press("s")
        assert ana.app.screen.query_one(OptionList).option_count == 2
        await ana.press("escape")


async def test_tags_are_typed_into_the_footers_place(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        claim = ana.review.view.claim
        await ana.press("number_sign")
        await ana.type("toll, fire")
        assert "#toll #fire   a space begins another one: follow-up is one tag" in ana.text()
        await ana.press("enter")
        assert ana.stored().decision(claim).tags == ("toll", "fire")
        assert "Tags: toll, fire" in ana.text()
        await ana.press("number_sign")
        await ana.type("more")
        await ana.press("escape", "g")
        assert ana.stored().decision(claim).tags == ("toll", "fire")
        assert "#toll #fire" in ana.text()


async def test_confidence_needs_a_verdict_and_goes_round(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        claim = ana.review.view.claim
        await ana.press("percent_sign")
        assert "Give a verdict first" in ana.text()
        await ana.press("C", "percent_sign", "percent_sign")
        assert ana.stored().decision(claim).confidence is Confidence.MEDIUM
        assert "Confidence: medium   % again: high" in ana.text()
        await ana.press("percent_sign", "percent_sign")
        assert "Confidence: not said   % again: low" in ana.text()


async def test_the_report_can_word_a_claim_and_the_span_stays(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", [article_file(tmp_path, TEXT)]) as ana:
        claim, quote = ana.review.view.claim, ana.quote
        await ana.press("W")
        line = ana.app.screen.query_one(Input)
        assert line.value == quote
        line.value = "A mill burned."
        await ana.press("enter")
        assert ana.stored().decision(claim).wording == "A mill burned."
        assert (ana.review.view.claim, ana.quote) == (claim, quote)
        await ana.press("y")
        assert quote in ana.app.clipboard
        assert "As the reviewer words it: A mill burned." in ana.app.clipboard


async def test_the_history_shows_who_did_what_newest_first(tmp_path: Path) -> None:
    async with reviewing(tmp_path, size=(80, 24)) as ana:
        await ana.press("H")
        assert "Nothing has happened to this claim yet" in ana.text()
        await ana.press("C", "D", "z", "H")
        shown = ana.text()
        assert shown.index("undo: disputed → confirmed") < shown.index("unreviewed → confirmed")
        assert "Ana" in shown
        await ana.press("escape", "d")
        assert ana.label == "unreviewed"
        assert ana.review.session.progress.disputed == 1


async def test_a_source_half_described_is_there_after_a_crash(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.press("j", "s", "l", "tab", "tab")
        await ana.type("harbour l")
    async with reviewing(tmp_path) as ana:
        assert "[undermines]" in ana.text()
        assert ana.app.screen.query_one("#evidence-title", Input).value == "harbour l"
        await ana.press("escape")
        (kept,) = evidence_of(ana, ana.review.view.claim)
        assert (kept.stance, kept.title) == (Stance.UNDERMINES, "harbour l")
    async with reviewing(tmp_path) as ana:
        assert not ana.app.screen.query("#evidence-title")


async def test_a_description_that_was_being_changed_goes_on_at_its_source(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        claim = ana.review.view.claim
        await ana.press("s")
        await fill_in(ana, "First")
        await ana.press("s", "j", "enter", "tab", "tab", "end")
        await ana.type(" log")
    async with reviewing(tmp_path) as ana:
        await ana.press("escape")
        assert [one.title for one in evidence_of(ana, claim)] == ["First log"]


async def test_a_discarded_description_leaves_no_draft(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.press("s", "l", "ctrl+g", "s")
        assert "[supports]" in ana.text()
