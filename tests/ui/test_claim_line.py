"""The line about the claim: what a person needs comes first, and facts are shown whole."""

from pathlib import Path

import pytest

from tests.ui.comparing import COPY, FIFTY, FORTY, GROUNDED, HURT, Finding, Pair, ferry_desk
from tests.ui.driving import article_file, reviewing
from workbench.model.decision import Confidence
from workbench.model.relation import Agreement
from workbench.review.annotating import set_confidence, write_tags
from workbench.ui.fitting import fitted_words

CONTRADICTED = Finding(tuple(Pair(FORTY, one, Agreement.CONFLICT) for one in (FIFTY, COPY, HURT)))


@pytest.mark.parametrize("width", [60, 80, 120, 200])
async def test_conflicts_are_named_before_a_long_note_at_every_width(tmp_path: Path, width: int) -> None:
    sources = ferry_desk(tmp_path)
    async with reviewing(tmp_path / "home", sources, size=(width, 24), compare=CONTRADICTED) as ana:
        await ana.go_to(FORTY)
        ana.review.write_note(ana.review.view.claim, "The passenger list says who was aboard. " * 9)
        await ana.press("D")
        line = next(line for line in ana.lines() if "disputed   ≠" in line)
        assert "≠ in conflict with 2.3, 3.1, 4.3" in line
        assert "1.2 of 1.3   ✗ disputed" in line
        assert ("✎" in line) == (width > 60)
        assert ("✎ The passenger list" in line) == (width > 80)
        if width > 80:
            assert line.rstrip().endswith("…")


async def test_confidence_and_tags_are_on_the_line_at_eighty_columns(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), size=(80, 24), compare=Finding()) as ana:
        await ana.go_to(GROUNDED)
        await ana.press("C")
        set_confidence(ana.review, ana.review.view.claim, Confidence.HIGH)
        write_tags(ana.review, ana.review.view.claim, "ferry")
        await ana.press("e")
        await ana.type("Seen")
        await ana.press("escape", "j", "k")
        assert "✓ confirmed   confidence high   #ferry   ✎ Seen" in ana.text()


async def test_where_room_is_short_the_place_and_the_conflict_are_said_in_fewer_words(tmp_path: Path) -> None:
    sources = ferry_desk(tmp_path)
    async with reviewing(tmp_path / "home", sources, size=(52, 24), compare=CONTRADICTED) as ana:
        await ana.go_to(FORTY)
        line = next(line for line in ana.lines() if "unreviewed   ≠" in line)
        assert line.startswith(" 1.2 of 1.3 ")
        assert line.rstrip().endswith("≠ conflict")


async def test_many_claims_in_conflict_are_named_where_there_is_room_and_else_counted(
    tmp_path: Path,
) -> None:
    others = [f"{number} people were aboard the Osprey, a sailor said." for number in range(41, 56)]
    folder = tmp_path / "articles"
    folder.mkdir()
    for number, claim in enumerate((FORTY, *others), start=10):
        article_file(folder, f"{claim}\n", f"{number}.txt")
    finding = Finding(tuple(Pair(FORTY, one, Agreement.CONFLICT) for one in others))
    for width, named in (
        (80, "with 2.1, 3.1, 4.1, 5.1 and 11 more"),
        (200, f"with {', '.join(f'{number}.1' for number in range(2, 17))}"),
    ):
        async with reviewing(tmp_path / "home", [str(folder)], size=(width, 24), compare=finding) as ana:
            assert f"≠ in conflict {named}" in ana.text()


def test_a_text_is_cut_between_words_where_there_is_a_gap() -> None:
    assert fitted_words("none of them", 12, "…") == "none of them"
    assert fitted_words("none of them", 10, "…") == "none of…"
    assert fitted_words("none of them", 8, "…") == "none of…"
    assert fitted_words("a incomprehensible", 10, "…") == "a incompr…"
    assert fitted_words("none", 0, "…") == ""
