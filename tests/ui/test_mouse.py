from pathlib import Path

import pytest
from textual import events
from textual.geometry import Offset

from tests.ui.driving import Reviewer, reviewing
from workbench.config import OwnKey
from workbench.ui.keymap import keymap_of
from workbench.ui.setup import Setup


def place_of(ana: Reviewer, words: str) -> Offset:
    """Where on the screen some words stand first."""
    row = next(y for y, line in enumerate(ana.lines()) if words in line)
    return Offset(ana.lines()[row].index(words), row)


async def drag(ana: Reviewer, start: Offset, end: Offset) -> None:
    await ana.pilot.mouse_down(offset=start)
    await ana.pilot.hover(offset=end)
    await ana.pilot.mouse_up(offset=end)
    await ana.settle()


def scroll(ana: Reviewer, pane: str, kind: type[events.MouseScrollDown] | type[events.MouseScrollUp]) -> None:
    """Turn the wheel by one notch over a pane."""
    x, y = ana.screen.query_one(pane).region.center
    event = kind(
        None, int(x), int(y), 0, 1, 0, shift=False, meta=False, ctrl=False, screen_x=int(x), screen_y=int(y)
    )
    ana.app.screen._forward_event(event)


async def test_the_wheel_scrolls_the_pane_under_the_pointer_and_no_other(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        claim = ana.review.view.claim
        for _ in range(3):
            scroll(ana, "#pane-2", events.MouseScrollDown)
        await ana.settle()
        tops = [ana.screen.query_one(f"#pane-{n}").scroll_offset.y for n in (1, 2, 3)]
        assert tops[1] > 0 and tops[0] == tops[2] == 0
        assert ana.review.view.claim == claim
        for _ in range(3):
            scroll(ana, "#pane-2", events.MouseScrollUp)
        await ana.settle()
        assert ana.screen.query_one("#pane-2").scroll_offset.y == 0


async def test_the_wheel_scrolls_the_list_of_claims(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        scroll(ana, "#claim-list", events.MouseScrollDown)
        await ana.settle()
        assert ana.screen.query_one("#claim-list").scroll_offset.y > 0


async def test_a_drag_selects_text_and_ctrl_c_copies_it_without_moving_the_cursor(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        claim = ana.review.view.claim
        start = place_of(ana, "The American officials")
        await drag(ana, start, start + Offset(len("The American") - 1, 0))
        assert ana.app.screen.get_selected_text() == "The American"
        assert ana.review.view.claim == claim
        await ana.press("ctrl+c")
        assert ana.app.clipboard == "The American"


async def test_a_selection_over_wrapped_lines_has_the_articles_own_spaces(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        start = place_of(ana, "The American officials")
        await drag(ana, start, start + Offset(len("The American") - 1, 2))
        copied = ana.app.screen.get_selected_text() or ""
        assert copied.startswith("The American officials added") and "\n" not in copied
        article = ana.review.session.desk.articles[1].text
        assert copied in article


async def test_a_drag_into_another_pane_selects_in_the_first_one_only(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        start = place_of(ana, "The American officials")
        await ana.pilot.mouse_down(offset=start)
        await ana.pilot.hover(offset=start + Offset(10, 1))
        other = ana.screen.query_one("#pane-3").region.center
        await ana.pilot.hover(offset=Offset(int(other[0]), int(other[1])))
        await ana.settle()
        assert list(ana.app.screen.selections) == [ana.screen.query_one("#pane-2")]
        copied = ana.app.screen.get_selected_text() or ""
        assert copied and copied in ana.review.session.desk.articles[1].text


async def test_a_double_click_selects_the_claim_under_the_pointer(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        claims = ana.review.session.desk.claims_by_article[ana.review.session.desk.articles[1].id]
        wanted = ana.review.session.desk.quote(claims[1])
        assert wanted.startswith("The American officials")
        await ana.pilot.double_click(offset=place_of(ana, "The American officials") + Offset(3, 0))
        await ana.settle()
        assert ana.app.screen.get_selected_text() == wanted
        await ana.press("escape")
        assert ana.app.screen.get_selected_text() is None


@pytest.mark.parametrize("colourless", [False, True])
async def test_what_is_selected_looks_selected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, colourless: bool
) -> None:
    if colourless:
        monkeypatch.setenv("NO_COLOR", "1")
    async with reviewing(tmp_path) as ana:
        start = place_of(ana, "The American officials")
        plain = ana.styles_of("The American")[0]
        await drag(ana, start, start + Offset(len("The American") - 1, 0))
        selected = ana.styles_of("The American")[0]
        assert selected.reverse if colourless else selected.bgcolor != plain.bgcolor


async def test_a_click_on_a_heading_goes_to_its_article(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.pilot.click("#heading-3")
        await ana.settle()
        assert ana.review.view.article == ana.review.session.desk.articles[2].id


@pytest.mark.parametrize(("own", "told"), [((), "q quits"), (("f10",), "f10 quits")])
async def test_ctrl_c_with_nothing_selected_says_what_quits(
    tmp_path: Path, own: tuple[str, ...], told: str
) -> None:
    setup = Setup(keymap=keymap_of("default", [OwnKey("quit", own, "here")] if own else ()).keymap)
    async with reviewing(tmp_path, size=(80, 24), setup=setup) as ana:
        await ana.press("ctrl+c")
        assert f" {told}, everything is saved; ctrl+c copies what the mouse has selected" in ana.text()
        await ana.press("ctrl+o", "ctrl+c")
        assert f"esc leaves this screen; in the review {told}" in " ".join(ana.text().split())
        await ana.press("escape", "question_mark")
        assert "super+c" not in ana.text()
