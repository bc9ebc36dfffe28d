from pathlib import Path

from tests.ui.comparing import (
    COPY,
    FIFTY,
    FORTY,
    GROUNDED,
    HURT,
    PILOT,
    UNHURT,
    Finding,
    Pair,
    ferry_desk,
)
from tests.ui.driving import article_file, reviewing
from workbench.model.relation import Agreement


async def test_j_and_k_walk_through_all_claims_in_reading_order(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        claims = ana.review.session.desk.claims
        await ana.press("j", "down")
        assert ana.review.view.claim == claims[2].id
        await ana.press("k", "up", "up")
        assert ana.review.view.claim == claims[0].id


async def test_g_and_G_go_to_the_ends_and_show_the_last_article(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.press("G")
        desk = ana.review.session.desk
        assert ana.review.view.claim == desk.claims[-1].id
        assert " 5 Syria Blasts US" in ana.text()
        await ana.press("g")
        assert ana.review.view.claim == desk.claims[0].id


async def test_brackets_jump_between_unreviewed_claims_and_go_round(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        claims = ana.review.session.desk.claims
        await ana.press("c", "c", "g", "right_square_bracket")
        assert ana.review.view.claim == claims[2].id
        await ana.press("left_square_bracket")
        assert ana.review.view.claim == claims[-1].id


async def test_half_a_page_moves_cursor_and_pane_together(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        before = ana.review.view.claim
        await ana.press("ctrl+d")
        assert ana.review.view.claim != before
        assert ana.quote[:20] in " ".join(ana.text().split())
        await ana.press("ctrl+u", "ctrl+u")
        assert ana.review.view.claim == before


async def test_tab_and_digits_choose_the_article(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        articles = ana.review.session.desk.articles
        await ana.press("tab")
        assert ana.review.view.article == articles[1].id
        await ana.press("4")
        assert ana.review.view.article == articles[3].id
        await ana.press("shift+tab", "h")
        assert ana.review.view.article == articles[1].id


async def test_tab_goes_through_the_panes_before_articles_out_of_sight(tmp_path: Path) -> None:
    finding = Finding((Pair(GROUNDED, HURT, Agreement.CONFLICT), Pair(UNHURT, PILOT)))
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), size=(80, 24), compare=finding) as ana:
        assert " 4 Two hurt" in ana.lines()[1]
        await ana.press("tab")
        assert ana.quote == HURT
        await ana.press("shift+tab")
        assert ana.quote == GROUNDED
        await ana.press("h")
        assert ana.review.view.article == "c.txt"


async def test_tab_reaches_every_article_and_goes_round(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), size=(80, 24), compare=Finding(())) as ana:
        visited = []
        for _ in range(5):
            visited.append(ana.review.view.article[0])
            await ana.press("tab")
        assert visited == ["a", "b", "c", "d", "a"]


async def test_going_to_an_article_lands_on_what_it_says_about_the_claim(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), compare=Finding()) as ana:
        await ana.go_to(FORTY)
        await ana.press("3")
        assert ana.quote == COPY
        await ana.press("2")
        assert ana.quote == FIFTY
        await ana.press("1")
        assert ana.quote == FORTY


async def test_zoom_and_back_brings_the_same_neighbours(tmp_path: Path) -> None:
    finding = Finding((Pair(GROUNDED, HURT),))
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), size=(80, 24), compare=finding) as ana:
        await ana.press("4")
        assert ana.lines()[1].split()[0] == "1"
        for leave in ("equals_sign", "escape"):
            before = ana.text()
            await ana.press("equals_sign")
            assert " 1 Ferry" not in ana.lines()[1]
            await ana.press(leave)
            assert ana.text() == before


async def test_any_article_is_reached_by_its_number_or_by_words_of_its_title(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(10, 30):
        article_file(folder, f"Ferry trip {number}\n\n{FORTY}\n", f"{number}.txt")
    article_file(folder, f"Lighthouse dark\n\n{FIFTY}\n", "light.txt")
    async with reviewing(tmp_path / "home", [str(folder)], size=(80, 24)) as ana:
        await ana.press("0")
        assert "21 articles" in ana.text()
        await ana.type("12")
        assert " 12 Ferry trip 21   3 Ferry trip 12" in ana.text()
        await ana.press("enter")
        assert ana.review.view.article == "21.txt"
        await ana.press("0")
        await ana.type("HOUSE dark")
        await ana.press("enter")
        assert ana.review.view.article == "light.txt"
        await ana.press("0")
        await ana.type("tram")
        assert "No article has the number or the words “tram”" in ana.text()
        await ana.press("enter")
        assert ana.review.view.article == "light.txt"
        assert "No article has the number or the words “tram”" in ana.text()
        await ana.press("0", "1", "escape", "C")
        assert ana.review.view.article == "light.txt"
        assert ana.review.session.progress.confirmed == 1


async def test_an_article_without_claims_has_no_cursor_and_takes_no_verdict(tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    folder.mkdir()
    article_file(folder, "The bridge at Orley collapsed on Monday, police said.\n", "a.txt")
    article_file(folder, "Menu\n\nHome\n\nContact us\n", "b.txt")
    async with reviewing(tmp_path / "home", [str(folder)]) as ana:
        assert not ana.review.session.desk.claims_by_article["b.txt"]
        await ana.press("2", "c")
        assert "No claim is under the cursor" in ana.text()
        assert ana.review.session.progress.reviewed == 0
        await ana.press("k")
        assert ana.review.view.article == "a.txt"


async def test_a_click_on_a_claim_puts_the_cursor_there(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        wanted = ana.review.session.desk.claims_by_article[ana.review.session.desk.articles[1].id][1]
        row = next(y for y, line in enumerate(ana.lines()) if "The American officials" in line)
        await ana.pilot.click(offset=(ana.lines()[row].index("The American officials") + 2, row))
        await ana.settle()
        assert ana.review.view.claim == wanted.id


async def test_a_click_on_a_row_of_the_list_puts_the_cursor_there(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.pilot.click("#claim-list", offset=(20, 3))
        await ana.settle()
        assert ana.review.view.claim == ana.review.session.desk.claims[3].id
