from pathlib import Path

from textual.widgets import Input

from tests.ui.driving import Reviewer, article_file, reviewing

STORY = """Ferry aground

Forty people were aboard the ferry Osprey on Tuesday, Tom Brandt said.

The Osprey was built in 1998. Nobody was hurt on Tuesday, Brandt said.

The owner paid 3 million dollars for the Osprey in 2019.
"""


async def filter_by(ana: Reviewer, words: str) -> None:
    await ana.press("backslash")
    await ana.type(words)
    await ana.press("enter")


def going_through(ana: Reviewer) -> list[str]:
    desk, queue = ana.review.session.desk, ana.screen.queue
    return [desk.quote(claim) for claim in (desk.claims if queue is None else queue.claims)]


async def test_a_filter_leaves_the_claims_that_hold_its_words(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", [article_file(tmp_path, STORY)]) as ana:
        await filter_by(ana, "brandt tuesday")
        assert len(going_through(ana)) == 2
        assert "filter 2" in ana.lines()[0]
        assert ana.quote.startswith("Forty people")
        await ana.press("j")
        assert ana.quote.startswith("Nobody was hurt")
        await ana.press("j")
        assert ana.quote.startswith("Nobody was hurt")


async def test_the_claims_are_filtered_while_one_types_and_esc_brings_all_back(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", [article_file(tmp_path, STORY)]) as ana:
        everything = going_through(ana)
        await ana.press("backslash")
        await ana.type("million")
        assert len(going_through(ana)) == 1
        assert f"1 of {len(everything)} claims" in ana.text()
        await ana.press("escape")
        assert going_through(ana) == everything


async def test_a_slip_of_the_finger_still_finds_the_word(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", [article_file(tmp_path, STORY)]) as ana:
        await filter_by(ana, "milion")
        assert [quote[:9] for quote in going_through(ana)] == ["The owner"]


async def test_a_decided_claim_stays_in_the_filter_until_it_is_set_again(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", [article_file(tmp_path, STORY)]) as ana:
        await filter_by(ana, "is:unreviewed")
        before = going_through(ana)
        await ana.press("c")
        assert going_through(ana) == before
        assert ana.quote == before[1]
        await ana.press("backslash", "enter")
        assert going_through(ana) == before[1:]


async def test_deciding_goes_on_within_the_filter(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", [article_file(tmp_path, STORY)]) as ana:
        await filter_by(ana, "osprey")
        first, second, *_ = going_through(ana)
        assert ana.quote == first
        await ana.press("c")
        assert ana.quote == second


async def test_the_filter_is_there_again_after_a_restart(tmp_path: Path) -> None:
    source = article_file(tmp_path, STORY)
    async with reviewing(tmp_path / "home", [source]) as ana:
        await filter_by(ana, "type:quantity sort:worth")
        before = going_through(ana)
    async with reviewing(tmp_path / "home") as ana:
        assert going_through(ana) == before
        assert f"filter {len(before)}" in ana.lines()[0]
        await ana.press("escape")
        assert len(going_through(ana)) > len(before)
    async with reviewing(tmp_path / "home") as ana:
        assert ana.screen.queue is None


async def test_what_is_not_understood_is_named(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", [article_file(tmp_path, STORY)]) as ana:
        await ana.press("backslash")
        await ana.type("type:numbers")
        assert "type: takes quantity, quote" in ana.text()


async def test_the_line_names_what_can_be_asked_for(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", [article_file(tmp_path, STORY)]) as ana:
        await ana.press("backslash")
        assert "is: type: article: speaker: sort:" in ana.text()
        await ana.type("is:un")
        assert "is: unreviewed unverified" in ana.text()


async def test_setting_a_block_aside_takes_its_claims_out_of_the_filter(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", [article_file(tmp_path, STORY)]) as ana:
        await filter_by(ana, "osprey")
        before = going_through(ana)
        await ana.press("B", "enter")
        after = going_through(ana)
        assert after == before[1:]
        await ana.press("z")
        assert going_through(ana) == before


async def test_a_click_outside_the_filter_goes_on_from_there(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", [article_file(tmp_path, STORY)]) as ana:
        outside = next(
            c for c in ana.review.session.desk.claims if "1998" in ana.review.session.desk.quote(c)
        )
        await filter_by(ana, "brandt")
        ana.screen.show_claim(outside.id)
        await ana.press("j")
        assert ana.quote.startswith("Nobody was hurt")
        ana.screen.show_claim(outside.id)
        await ana.press("k")
        assert ana.quote.startswith("Forty people")


async def test_the_prompt_holds_the_filter_to_be_changed(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", [article_file(tmp_path, STORY)]) as ana:
        await filter_by(ana, "brandt")
        await ana.press("backslash")
        assert ana.app.screen.query_one(Input).value == "brandt"


async def test_where_nothing_passes_the_filter_nothing_can_be_decided(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", [article_file(tmp_path, STORY)]) as ana:
        await ana.press("backslash")
        await ana.type("zzzz is:foo")
        await ana.press("enter", "c", "m", "x", "e")
        assert "No claim passes the filter" in ana.text()
        assert ana.stored().trail is None
        await ana.press("escape", "c")
        assert ana.stored().progress.confirmed == 1


async def test_while_a_filter_is_typed_the_list_begins_with_its_first_claim(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as ana:
        await ana.press("G", "backslash")
        await ana.type("us")
        claims = ana.screen.query_one("#claim-list")
        assert ana.screen.queue is not None and len(ana.screen.queue.claims) > claims.size.height
        assert claims.scroll_offset.y == 0
        await ana.press("escape")
        assert claims.scroll_offset.y > 0
