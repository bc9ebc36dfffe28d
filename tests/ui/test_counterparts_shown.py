"""With the cursor on a claim the other panes show what their articles say about it."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from textual.worker import WorkerFailed

from tests.ui.comparing import (
    COPY,
    FIFTY,
    FORTY,
    GROUNDED,
    HURT,
    PILOT,
    TIDE,
    TOLD,
    UNHURT,
    Finding,
    Pair,
    ferry_desk,
)
from tests.ui.driving import Reviewer, article_file, reviewing
from workbench.errors import ConfigError
from workbench.model.article import Article
from workbench.model.claim import Claim
from workbench.model.relation import Agreement, Comparison, Standing
from workbench.review.intake import Report


def on_ground(ana: Reviewer, colour: str) -> set[str]:
    """The runs of the panes on a ground of this colour."""
    runs = [run for row in ana.rows()[3:20] for run in row]
    return {text for text, style in runs if style.bgcolor and style.bgcolor.name == colour}


async def test_headings_say_what_each_article_says_about_the_claim(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), size=(170, 40), compare=Finding()) as ana:
        await ana.go_to(FORTY)
        assert "≠ conflict" in ana.lines()[1]
        assert "≡ copied" in ana.lines()[1]
        assert "– silent" in ana.lines()[1]
        await ana.go_to(GROUNDED)
        assert ana.lines()[1].count("– silent") == 3


async def test_counterpart_and_differing_words_stand_out_on_both_sides(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), size=(170, 40), compare=Finding()) as ana:
        await ana.go_to(FORTY)
        assert any("≠· Fifty people" in line for line in ana.lines())
        assert on_ground(ana, "#e9dfc4") == {"Forty", "Fifty"}
        await ana.go_to(GROUNDED)
        assert not any("≠· Fifty people" in line for line in ana.lines())


async def test_without_colour_the_differing_words_are_reversed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), size=(170, 40), compare=Finding()) as ana:
        await ana.go_to(FORTY)
        reversed_words = {text for row in ana.rows()[3:20] for text, style in row if style.reverse}
        assert {"Forty", "Fifty"} <= reversed_words


async def test_a_pane_scrolls_to_its_counterpart_and_stays_where_it_is_silent(
    tmp_path: Path,
) -> None:
    boats = [f"Village {n} sent {n} boats to the rocks on Wednesday." for n in range(1, 120)]
    before, after = "\n\n".join(boats[:60]), "\n\n".join(boats[60:])
    folder = tmp_path / "articles"
    folder.mkdir()
    article_file(folder, f"Ferry runs aground\n\n{FORTY}\n\n{GROUNDED}\n", "a.txt")
    article_file(folder, f"Fifty rescued\n\n{before}\n\n{FIFTY}\n\n{after}\n", "b.txt")
    async with reviewing(tmp_path / "home", [str(folder)], size=(120, 30), compare=Finding()) as ana:
        await ana.go_to(FORTY)
        shown = next(line for line in ana.lines() if "Fifty people were aboard" in line)
        assert "Forty people" in shown
        await ana.go_to(GROUNDED)
        assert any("Fifty people were aboard" in line for line in ana.lines())


async def test_an_article_out_of_sight_takes_the_pane_of_a_silent_one(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), size=(80, 24), compare=Finding()) as ana:
        assert "2 Fifty rescued" in ana.lines()[1]
        await ana.go_to(UNHURT)
        assert "4 Two hurt" in ana.lines()[1]
        assert any("≠· Two passengers" in line for line in ana.lines())
        await ana.go_to(GROUNDED)
        assert "4 Two hurt" in ana.lines()[1]
        await ana.go_to(FORTY)
        assert "2 Fifty rescued" in ana.lines()[1]


async def test_what_contradicts_the_claim_is_on_the_screen_beside_every_claim_in_conflict(
    tmp_path: Path,
) -> None:
    differs = Pair(FORTY, TIDE, Agreement.DIFFERS), Pair(UNHURT, PILOT, Agreement.DIFFERS)
    finding = Finding((*TOLD, *differs, Pair(UNHURT, COPY)))
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), size=(80, 24), compare=finding) as ana:
        for key in "jjjjjjjjkkkkkkkk":
            if ana.review.view.claim in ana.review.counterparts.conflicts:
                assert "≠ conflict" in ana.lines()[1]
            await ana.press(key)
        await ana.go_to(UNHURT)
        assert "4 Two hurt" in ana.lines()[1]


async def test_a_link_by_hand_takes_the_pane_of_what_merely_differs(tmp_path: Path) -> None:
    finding = Finding((Pair(GROUNDED, PILOT, Agreement.DIFFERS),))
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), size=(80, 24), compare=finding) as ana:
        await ana.go_to(GROUNDED)
        assert "2 Fifty rescued" in ana.lines()[1]
        desk = ana.review.session.desk
        tide = next(claim for claim in desk.claims if desk.quote(claim) == TIDE)
        made = replace(ana.review.counterparts.relations(ana.review.view.claim)[0], b=tide.id)
        ana.review.relate(made.a, made, Standing.LINKED)
        for way in ("j", "k"), ("G", "g"):
            await ana.press(*way)
            assert "4 Two hurt" in ana.lines()[1]


async def test_f_follows_through_the_articles_that_speak_and_goes_round(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), compare=Finding()) as ana:
        await ana.go_to(FORTY)
        await ana.press("f")
        assert ana.quote == FIFTY
        await ana.press("f")
        assert ana.quote == COPY
        await ana.press("f")
        assert ana.quote == FORTY
        await ana.press("F")
        assert ana.quote == COPY


async def test_f_on_a_claim_that_nobody_else_speaks_of_says_so(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), size=(160, 40), compare=Finding()) as ana:
        await ana.go_to(GROUNDED)
        dimmed = ana.footer_style("follow")
        await ana.press("f")
        assert "No counterpart elsewhere" in ana.text()
        await ana.go_to(FORTY)
        assert ana.footer_style("follow").color != dimmed.color


async def test_braces_go_from_conflict_to_conflict_and_go_round(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), compare=Finding()) as ana:
        found = []
        for _ in range(6):
            await ana.press("right_curly_bracket")
            found.append(ana.quote)
        assert found == [FORTY, UNHURT, FIFTY, COPY, HURT, FORTY]
        await ana.press("left_curly_bracket")
        assert ana.quote == HURT


async def test_where_nothing_is_in_conflict_the_key_says_so(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.press("right_curly_bracket")
        assert "No conflict is known" in ana.text()


async def test_line_and_list_name_conflicts_and_independent_articles(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), compare=Finding()) as ana:
        await ana.go_to(FORTY)
        assert any(
            "≠ in conflict with 2.3 " in line and "2 articles, 1 independent" in line for line in ana.lines()
        )
        rows = [line for line in ana.lines() if "≠ 2.3 Fifty people" in line]
        assert len(rows) == 1


async def test_what_is_not_yet_compared_is_not_called_silent(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), size=(170, 40), compare=Finding()) as ana:
        await ana.go_to(GROUNDED)
        ana.screen.pending = ana.screen.progress = "comparing…"
        ana.screen.show_what_is_known()
        await ana.settle()
        assert "silent" not in ana.lines()[1]
        assert ana.lines()[1].count("comparing…") == 3
        assert "comparing…" in ana.lines()[0]


async def test_the_comparison_begins_at_the_cursor_and_again_when_claims_change(tmp_path: Path) -> None:
    compare = Finding()
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), size=(170, 40), compare=compare) as ana:
        assert (compare.asked, compare.near) == (1, ana.review.view.claim)
        await ana.go_to(FORTY)
        await ana.press("B", "enter")
        assert compare.asked == 2
        await ana.press("z")
        assert compare.asked == 3
        await ana.go_to(FORTY)
        assert "≠ conflict" in ana.lines()[1]


async def test_a_comparison_that_fails_is_a_titled_message(tmp_path: Path) -> None:
    finding = Finding()

    def broken(
        articles: Sequence[Article], claims: Sequence[Claim], near: str, report: Report
    ) -> Iterator[Comparison]:
        if finding.asked:
            raise ConfigError("synonyms.toml:3: not a word")
        yield from finding(articles, claims, near, report)

    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), size=(170, 40), compare=broken) as ana:
        with suppress(WorkerFailed):
            await ana.press("B", "enter")
        await ana.settle()
        assert "Settings" in ana.text()
        assert "synonyms.toml:3: not a word" in ana.text()
        assert ana.lines()[1].count("not compared") > 0
        await ana.press("c")
        assert ana.stored().progress.confirmed == 1


class Waiting:
    """Compares at once the first time; later on it reports, yields, and waits to be let go."""

    def __init__(self) -> None:
        self.go = threading.Event()
        self.asked = self.given_up = 0

    def __call__(
        self, articles: Sequence[Article], claims: Sequence[Claim], near: str, report: Report
    ) -> Iterator[Comparison]:
        self.asked += 1
        yield from Finding()(articles, claims, near, report)
        if self.asked > 1:
            report("comparing", 1, 4)
            yield Comparison()
            self.go.wait(10)
            self.given_up += 1
            report("comparing", 4, 4)
            self.given_up -= 1


async def test_the_top_bar_says_how_far_the_comparison_is(tmp_path: Path) -> None:
    compare = Waiting()
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), size=(170, 40), compare=compare) as ana:
        await ana.go_to(GROUNDED)
        assert "comparing" not in ana.text()
        ana.screen.begin_comparison()
        while "comparing 1/4" not in ana.lines()[0]:
            await ana.pilot.pause()
        assert ana.lines()[1].count("comparing…") == 3
        await ana.pilot.press("c")
        assert ana.stored().progress.confirmed == 1
        compare.go.set()
        await ana.settle()
        assert "comparing" not in ana.text()


async def test_a_comparison_that_is_begun_again_gives_up_the_one_before(tmp_path: Path) -> None:
    compare = Waiting()
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), size=(170, 40), compare=compare) as ana:
        ana.screen.begin_comparison()
        while "comparing 1/4" not in ana.lines()[0]:
            await ana.pilot.pause()
        ana.screen.begin_comparison()
        compare.go.set()
        await ana.settle()
        while not compare.given_up:
            await ana.pilot.pause()
        assert (compare.asked, compare.given_up) == (3, 1)
        assert "comparing" not in ana.text()


async def test_another_session_has_its_own_comparison(tmp_path: Path) -> None:
    compare = Finding()
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), compare=compare) as ana:
        first = ana.review
        ana.app.sessions.begin(
            [article_file(tmp_path, f"Other\n\n{FORTY}\n", "other.txt")], "Ana", "other"
        ).review.close()
        ana.app.open_session("other")
        await ana.settle()
        assert ana.review is not first
        assert compare.asked == 2
        assert ana.review.counterparts is not first.counterparts
        assert not ana.review.counterparts.conflicts
