from pathlib import Path

import pytest

from tests.ui.driving import Reviewer, article_file, reviewing

TITLES = (
    "1 Syria conflict: U",
    "2 Syria conflict: U",
    "3 Syrian Pro-Regime",
    "4 The U.S.-led",
    "5 Syria Blasts",
)


def shown_articles(ana: Reviewer) -> int:
    return sum(title in ana.lines()[1] for title in TITLES)


@pytest.mark.parametrize(
    ("width", "height", "articles"),
    [
        (60, 20, 1),
        (71, 24, 1),
        (72, 24, 2),
        (80, 24, 2),
        (109, 30, 2),
        (110, 40, 3),
        (160, 40, 4),
        (200, 60, 4),
    ],
)
async def test_as_many_articles_stand_side_by_side_as_the_width_allows(
    tmp_path: Path, width: int, height: int, articles: int
) -> None:
    async with reviewing(tmp_path, size=(width, height)) as ana:
        assert shown_articles(ana) == articles
        assert ana.lines()[-1].startswith(" c confirm  d dispute  u unverified")
        assert all(len(line.rstrip()) <= width for line in ana.lines())


async def test_resizing_shows_more_or_fewer_articles_and_keeps_the_claim_in_sight(tmp_path: Path) -> None:
    async with reviewing(tmp_path, size=(120, 40)) as ana:
        await ana.press("j", "j", "j", "j", "j", "j", "j")
        for width, articles in ((80, 2), (60, 1), (170, 4)):
            await ana.pilot.resize_terminal(width, 24)
            await ana.settle()
            assert shown_articles(ana) == articles
            assert any(line.startswith("▌") for line in ana.lines()[3:12])


async def test_zoom_gives_the_current_pane_the_whole_width_and_esc_shares_it_again(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.press("equals_sign")
        assert shown_articles(ana) == 1
        await ana.press("escape")
        assert shown_articles(ana) == 3


async def test_headings_name_title_origin_date_and_what_is_set_aside(tmp_path: Path) -> None:
    async with reviewing(tmp_path, size=(230, 40)) as ana:
        await ana.press("5")
        assert "5 Syria Blasts US 'Act of" in ana.lines()[1]
        assert "Global Media · 2018-02-12" in ana.lines()[2]
        assert "set aside" in ana.lines()[2]


async def test_what_was_set_aside_is_hidden_until_asked_for_and_never_counted(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        total = ana.review.session.progress.total
        await ana.press("2", "equals_sign")
        assert "iPhone" not in ana.text()
        await ana.press("b")
        await ana.press("slash")
        await ana.type("typical iPhone")
        await ana.press("enter")
        assert "typical iPhone user" in ana.text()
        styles = ana.styles_of("typical iPhone")
        assert any(style.dim or style.italic for style in styles)
        assert ana.review.session.progress.total == total


async def test_the_list_of_claims_can_be_hidden(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        first = ana.quote
        assert sum(first in line for line in ana.lines()) == 1
        await ana.press("i")
        assert sum(first in line for line in ana.lines()) == 0


async def test_the_current_claim_is_marked_by_bar_and_background(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.press("j")
        current = ana.styles_of("At least 100 militants")[0]
        other = ana.styles_of("The attack was a response")[0]
        assert current.bgcolor != other.bgcolor
        assert any(line.startswith("▌· At least 100 militants") for line in ana.lines())


async def test_no_color_leaves_signs_words_and_underline(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reviewing(tmp_path) as ana:
        await ana.press("c")
        assert "1 confirmed" in ana.text()
        colours = {style.color.name for row in ana.rows() for _, style in row if style.color}
        assert colours <= {"default"}
        assert (
            ana.styles_of("The attack was a response")[0].underline or ana.styles_of("At least")[0].underline
        )


async def test_a_light_theme_has_its_own_verdict_colours(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.press("C")
        dark = ana.styles_of("✓")[0].color
        ana.app.theme = "textual-light"
        await ana.settle()
        assert ana.styles_of("✓")[0].color != dark


async def test_a_long_article_is_shown_at_its_cursor(tmp_path: Path) -> None:
    sentences = " ".join(f"Village {n} reported {n} wounded people on Monday." for n in range(1, 1500))
    file = article_file(tmp_path, f"Flood toll\n\n{sentences}\n")
    async with reviewing(tmp_path / "home", [file]) as ana:
        await ana.press("G")
        assert "Village 1499 reported 1499" in " ".join(ana.text().split())


@pytest.mark.parametrize("size", [(1, 1), (8, 3), (20, 5), (40, 10), (300, 100)])
async def test_no_terminal_is_too_small_or_too_large(tmp_path: Path, size: tuple[int, int]) -> None:
    async with reviewing(tmp_path, size=size) as ana:
        await ana.press("c", "j", "tab", "slash", "escape", "equals_sign", "i", "b")
        assert ana.stored().progress.confirmed == 1


async def test_a_pinned_article_stays_in_sight_while_one_moves_on_and_after_a_restart(tmp_path: Path) -> None:
    async with reviewing(tmp_path, size=(80, 24)) as ana:
        await ana.press("K")
        assert "Pinned: this pane keeps its article" in ana.text()
        await ana.press("5")
        assert " ◆ 1 Syria conflict" in ana.lines()[1] and " 5 Syria Blasts" in ana.lines()[1]
    async with reviewing(tmp_path, size=(80, 24)) as ana:
        assert " ◆ 1 Syria conflict" in ana.lines()[1] and " 5 Syria Blasts" in ana.lines()[1]
        await ana.press("1", "K", "4")
        assert "1 Syria conflict" not in ana.lines()[1]


@pytest.mark.parametrize(("height", "lines"), [(24, 6), (40, 10), (60, 16)])
async def test_a_taller_screen_lists_more_claims(tmp_path: Path, height: int, lines: int) -> None:
    async with reviewing(tmp_path, size=(120, height)) as ana:
        assert ana.screen.query_one("#claim-list").size.height == lines
