"""The main screens in dark, light and without colour, at three sizes.

A deliberate change of the looks is kept by `pytest tests/ui/test_snapshots.py --update-snapshots`: read the
diff before it is committed.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.builders import a_claim, a_session, an_article
from tests.ui.comparing import Finding, Pair
from tests.ui.driving import Reviewer
from tests.ui.kept_screens import assert_looks_as_kept
from workbench.analysis.version import VERSION
from workbench.config import Settings
from workbench.model.article import Article, BlockKind
from workbench.model.claim import Claim, ClaimType
from workbench.model.relation import Agreement
from workbench.paths import find_paths
from workbench.review.opening import Sessions
from workbench.review.review import Review
from workbench.ui.app import WorkbenchApp
from workbench.ui.setup import Setup

AT = "2031-03-05T10:00:00.000Z"

TEXTS = (
    (
        "Mill fire in Orley",
        "Fire destroyed the old paper mill in Orley on Monday night.",
        "The fire brigade said two people were hurt and 40 firefighters were at work until dawn.",
        "“We heard a bang at nine,” said Mara Quill, who lives across the river. [sic]",
        "Sign up for our newsletter",
    ),
    (
        "Three hurt as paper mill burns down",
        "Three people were hurt when the paper mill of Orley burned down.",
        "Police said that the cause was not yet known.",
        "The mill had been empty since 2019.",
    ),
    (
        "Orley mayor promises help after fire",
        "Mayor Tom Brandt promised 2 million for the families.",
        "He said on Tuesday that nobody had been hurt.",
    ),
)


TWO_HURT, THREE_HURT, NONE_HURT = TEXTS[0][2], TEXTS[1][1], TEXTS[2][2]
TOLD = (
    Pair(TWO_HURT, THREE_HURT, Agreement.CONFLICT, differs=("two people", "Three people")),
    Pair(THREE_HURT, NONE_HURT, Agreement.CONFLICT, differs=("Three people", "nobody")),
)


def articles_and_claims() -> tuple[list[Article], list[Claim]]:
    articles, claims = [], []
    for number, (title, *paragraphs) in enumerate(TEXTS, start=1):
        aside = {"Sign up for our newsletter": (BlockKind.BOILERPLATE, "asks the reader to subscribe")}
        article = an_article(
            "\n\n".join([title, *paragraphs]),
            id=f"mill-{number}.txt",
            source="-",
            title=title,
            publisher=f"Orley Post {number}",
            set_aside=aside,
        )
        articles.append(article)
        claims += [
            a_claim(
                article, paragraph, types=(ClaimType.QUANTITY, ClaimType.EVENT), reasons=("number", "event")
            )
            for paragraph in paragraphs
            if paragraph not in aside
        ]
    return articles, claims


@asynccontextmanager
async def reviewing_the_fire(
    home: Path, size: tuple[int, int], theme: str, monkeypatch: pytest.MonkeyPatch, *, first: bool = False
) -> AsyncIterator[Reviewer]:
    """Open the same session with the same claims each time, whatever the analysis would find."""
    monkeypatch.setenv("COLORTERM", "truecolor")
    if theme == "none":
        monkeypatch.setenv("NO_COLOR", "1")
    sessions = Sessions(find_paths(str(home)))
    articles, claims = articles_and_claims()
    session = a_session(*articles, claims=tuple(claims), name="fire", analyser=VERSION)
    review = Review(sessions.library.create(session), "Ana", lambda: AT)
    setup = Setup(Settings(theme=theme), first_start=first)
    app = WorkbenchApp(review, sessions, (), setup, Finding(TOLD))
    try:
        async with app.run_test(size=size, notifications=True) as pilot:
            ana = Reviewer(app, pilot, home)
            await ana.settle()
            yield ana
    finally:
        app.review.close()


SIZES = {"80x24": (80, 24), "120x40": (120, 40), "200x60": (200, 60)}


@pytest.mark.parametrize("theme", ["dark", "light", "none"])
@pytest.mark.parametrize("size", list(SIZES))
async def test_a_review_half_done(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    pytestconfig: pytest.Config,
    size: str,
    theme: str,
) -> None:
    async with reviewing_the_fire(tmp_path, SIZES[size], theme, monkeypatch) as ana:
        await ana.press("c", "d", "u", "2", "space", "x")
        await ana.go_to(THREE_HURT)
        assert_looks_as_kept(ana, f"review-{size}-{theme}", pytestconfig)


@pytest.mark.parametrize(("size", "theme"), [("80x24", "none"), ("120x40", "dark"), ("200x60", "light")])
async def test_the_help_with_a_word_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config, size: str, theme: str
) -> None:
    async with reviewing_the_fire(tmp_path, SIZES[size], theme, monkeypatch) as ana:
        await ana.press("question_mark")
        await ana.type("confirmed")
        assert_looks_as_kept(ana, f"help-{size}-{theme}", pytestconfig)


async def test_the_tour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config) -> None:
    async with reviewing_the_fire(tmp_path, SIZES["80x24"], "dark", monkeypatch, first=True) as ana:
        assert_looks_as_kept(ana, "tour-80x24-dark", pytestconfig)


async def test_a_search(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config) -> None:
    async with reviewing_the_fire(tmp_path, SIZES["80x24"], "light", monkeypatch) as ana:
        await ana.press("slash")
        await ana.type("mill")
        await ana.press("enter")
        assert_looks_as_kept(ana, "search-80x24-light", pytestconfig)


async def test_a_note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config) -> None:
    async with reviewing_the_fire(tmp_path, SIZES["80x24"], "dark", monkeypatch) as ana:
        await ana.press("e")
        await ana.type("Ask the fire brigade")
        assert_looks_as_kept(ana, "note-80x24-dark", pytestconfig)


def test_there_are_few_snapshots_and_each_is_used() -> None:
    kept = {file.stem for file in (Path(__file__).parent / "snapshots").glob("*.txt")}
    reviews = {f"review-{size}-{theme}" for size in SIZES for theme in ("dark", "light", "none")}
    others = {"help-80x24-none", "help-120x40-dark", "help-200x60-light"}
    others |= {"tour-80x24-dark", "search-80x24-light", "note-80x24-dark"}
    assert kept == reviews | others
    assert len(kept) <= 15
