"""The claim card: one claim in every article, under each other, decided right there."""

from pathlib import Path

from tests.ui.comparing import COPY, FORTY, GROUNDED, Finding, ferry_desk
from tests.ui.driving import reviewing
from workbench.model.evidence import Evidence, Stance
from workbench.review.annotating import add_evidence


async def test_the_card_shows_what_every_article_says_about_the_claim(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), size=(80, 24), compare=Finding()) as ana:
        await ana.go_to(FORTY)
        await ana.press("enter")
        text = ana.text()
        assert "1.2 Ferry runs aground" in text
        assert "2 articles, 1 independent" in text
        assert "2.3 Fifty rescued from ferry" in text and "≠ conflict · copied" in text
        assert "forty / fifty: other number" in text
        assert "Fifty people were aboard the Osprey" in text
        assert "3.1 Osprey stranded" in text and "≡ copied" in text
        assert "4 Two hurt on rocks  – silent" in text


async def test_the_card_shows_what_the_reviewer_has_decided_and_collected(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), size=(80, 24), compare=Finding()) as ana:
        await ana.go_to(FORTY)
        await ana.press("enter")
        assert "   · unreviewed\n" in ana.text()
        await ana.press("D", "percent_sign", "number_sign")
        await ana.type("harbour numbers")
        await ana.press("enter", "e")
        await ana.type("The ferry company has a passenger list " * 6)
        await ana.press("escape", "s", "tab", "tab")
        await ana.type("Passenger list")
        await ana.press("escape")
        lines = [line.rstrip() for line in ana.lines()]
        first = lines.index("   ✗ disputed · confidence low · #harbour #numbers")
        assert lines[first + 1] == (
            "   ✎ The ferry company has a passenger list The ferry company has a passenger"
        )
        assert lines[first + 3].endswith("…")
        assert lines[first + 4].startswith("   evidence supports, secondary: Passenger list")
        assert "≠ conflict · copied" in ana.text()


async def test_of_many_sources_the_card_names_some_and_says_how_many_there_are(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), size=(80, 24), compare=Finding()) as ana:
        await ana.go_to(FORTY)
        for number in range(5):
            add_evidence(ana.review, ana.review.view.claim, Evidence(Stance.CONTEXT, f"Log {number}"))
        await ana.press("enter")
        assert "secondary: Log 2" in ana.text()
        assert "Log 3" not in ana.text()
        assert "evidence: 2 more" in ana.text()


async def test_the_differing_words_stand_out_on_the_card(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), size=(80, 24), compare=Finding()) as ana:
        await ana.go_to(FORTY)
        await ana.press("enter")
        ground = [style.bgcolor.name for style in ana.styles_of("Forty") if style.bgcolor]
        plain = [style.bgcolor.name for style in ana.styles_of(" people were aboard") if style.bgcolor]
        assert set(ground[:1]) - set(plain)


async def test_a_claim_is_decided_on_the_card_and_the_next_one_comes(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), size=(80, 24), compare=Finding()) as ana:
        assert ana.quote == GROUNDED
        await ana.press("enter", "d")
        assert ana.stored().progress.disputed == 1
        assert ana.quote == FORTY
        assert "2 articles, 1 independent" in ana.text()


async def test_f_follows_on_the_card(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), size=(80, 24), compare=Finding()) as ana:
        await ana.go_to(FORTY)
        await ana.press("enter", "f", "f")
        assert ana.quote == COPY
        assert "3.1 Osprey stranded" in ana.lines()[1]


async def test_esc_and_enter_bring_the_articles_back(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), size=(80, 24), compare=Finding()) as ana:
        before = ana.text()
        await ana.press("enter", "escape")
        assert ana.text() == before
        await ana.press("enter", "enter")
        assert ana.text() == before


async def test_the_card_is_open_again_after_a_restart(tmp_path: Path) -> None:
    sources = ferry_desk(tmp_path)
    async with reviewing(tmp_path / "home", sources, size=(80, 24), compare=Finding()) as ana:
        await ana.go_to(FORTY)
        await ana.press("enter")
    async with reviewing(tmp_path / "home", sources, size=(80, 24), compare=Finding()) as ana:
        assert "2 articles, 1 independent" in ana.text()


async def test_half_a_page_scrolls_a_card_that_is_longer_than_the_screen(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), size=(80, 14), compare=Finding()) as ana:
        await ana.go_to(FORTY)
        await ana.press("enter")
        assert "silent" not in ana.text()
        await ana.press("ctrl+d", "ctrl+d", "ctrl+d")
        assert "silent" in ana.text()
        assert ana.quote == FORTY
