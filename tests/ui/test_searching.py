from pathlib import Path

from tests.ui.driving import reviewing


async def test_searching_shows_the_count_while_typing_and_n_goes_on(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.press("slash")
        await ana.type("drone")
        assert "“drone” 1/1" in ana.text()
        await ana.press("enter")
        assert "drone" in ana.quote
        await ana.press("slash")
        await ana.type("reuters")
        await ana.press("enter", "n", "n")
        assert "“reuters” 3/" in ana.text()
        await ana.press("N")
        assert "“reuters” 2/" in ana.text()


async def test_a_capital_letter_makes_case_count(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.press("slash")
        await ana.type("The Coalition")
        await ana.press("enter")
        exact = ana.screen.found.matches
        await ana.press("slash")
        await ana.type("the coalition")
        await ana.press("enter")
        assert 0 < len(exact) < len(ana.screen.found.matches)


async def test_esc_leaves_the_search_where_it_began(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        claim = ana.review.view.claim
        await ana.press("slash")
        await ana.type("turkey")
        assert ana.review.view.claim != claim
        await ana.press("escape")
        assert ana.review.view.claim == claim
        assert not ana.screen.found.matches


async def test_verdict_letters_are_dead_while_typing(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.press("slash")
        await ana.type("cdu zx")
        await ana.press("backspace", "ctrl+z", "escape")
        assert ana.review.session.trail is None


async def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.press("slash")
        await ana.type("zeppelin")
        await ana.press("enter")
        assert "“zeppelin” not found" in ana.text()
        await ana.press("n")
        assert "Search for something first" in ana.text()


async def test_matches_are_marked_in_every_pane(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        plain = ana.styles_of("counter-strike")[0].bgcolor
        await ana.press("slash")
        await ana.type("counter-strike")
        await ana.press("enter")
        marked = [style.bgcolor for style in ana.styles_of("counter-strike")]
        assert len(marked) >= 2
        assert plain not in marked[:2]
