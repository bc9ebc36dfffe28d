"""Drives the review screen by keys and reads what it shows."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from rich.style import Style
from textual.pilot import Pilot

from workbench.config import Settings
from workbench.model.article import Article
from workbench.model.claim import Claim
from workbench.model.relation import Comparison
from workbench.model.session import Session
from workbench.paths import find_paths
from workbench.resources import seeds_folder
from workbench.review.intake import Report
from workbench.review.opening import Opened, Sessions
from workbench.review.relating import Compare
from workbench.review.review import Review
from workbench.ui.app import WorkbenchApp
from workbench.ui.screens.review import ReviewScreen
from workbench.ui.setup import PLAIN_SETUP, Setup

STRICT = Setup(Settings(strict=True))
"""A user who wants to be asked for reasons."""

AN_HOUR_ON = "2031-03-05T10:00:00.000Z"


@dataclass
class Reviewer:
    """Presses keys and looks at the screen."""

    app: WorkbenchApp
    pilot: Pilot[None]
    home: Path

    async def go_to(self, quote: str) -> None:
        """Put the cursor on the claim with these words."""
        desk = self.review.session.desk
        self.screen.show_claim(next(claim.id for claim in desk.claims if desk.quote(claim) == quote))
        await self.settle()

    async def press(self, *keys: str) -> None:
        """Press keys; each is dealt with before the next one comes, the last one entirely."""
        with patch("textual.app.wait_for_idle", self._wait_for_queues):
            await self.pilot.press(*keys)
        await self.settle()

    async def _wait_for_queues(self, *_: float) -> None:
        """Wait until nothing is on its way; waiting for an idle processor costs 40 ms a key."""
        await self.pilot._wait_for_screen()
        await self.pilot._wait_for_screen()

    async def _wait_for_app(self) -> None:
        """Wait until the application has dealt with what was sent to it, which no screen tells."""
        dealt_with = asyncio.Event()
        self.app.call_later(dealt_with.set)
        await dealt_with.wait()

    async def type(self, text: str) -> None:
        await self.press(*("space" if letter == " " else letter for letter in text))

    async def settle(self) -> None:
        """Wait until everything is done and painted, work in threads too."""
        with patch("textual.pilot.wait_for_idle", self._wait_for_queues):
            await self.pilot.pause()
            await self.pilot.pause()
            while any(not worker.is_finished for worker in self.app.workers):
                await self.app.workers.wait_for_complete()
                await self._wait_for_app()
                await self.pilot.pause()

    @property
    def review(self) -> Review:
        return self.app.review

    @property
    def screen(self) -> ReviewScreen:
        screen = self.app.screen_stack[0]
        assert isinstance(screen, ReviewScreen)
        return screen

    @property
    def quote(self) -> str:
        """The text of the claim under the cursor."""
        claim = self.review.claim
        return self.review.session.desk.quote(claim) if claim else ""

    @property
    def label(self) -> str:
        """What is decided about the claim under the cursor."""
        return self.review.session.decision(self.review.view.claim).label

    def lines(self) -> list[str]:
        """The screen as text."""
        return ["".join(text for text, _ in row) for row in self.rows()]

    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.lines())

    def rows(self) -> list[list[tuple[str, Style]]]:
        """The screen as styled runs."""
        strips = self.app.screen._compositor.render_strips()
        return [[(segment.text, segment.style or Style.null()) for segment in strip] for strip in strips]

    def styles_of(self, words: str) -> list[Style]:
        """The styles of the runs that hold some words."""
        return [style for row in self.rows() for text, style in row if words in text]

    def footer_style(self, word: str) -> Style:
        """The style of a word in the last line."""
        return next(style for text, style in self.rows()[-1] if word in text)

    def stored(self) -> Session:
        """The session as another process finds it on the disk."""
        return Sessions(find_paths(str(self.home))).session(self.review.session.name)


def opened(home: Path, sources: Sequence[str] = (), name: str = "desk") -> tuple[Opened, Sessions]:
    """Open the session of that name; begin it, with the seeds where no sources are given."""
    sessions = Sessions(find_paths(str(home)))
    if sessions.library.exists(name):
        return sessions.resume(name, "Ana", at_cursor=True), sessions
    return sessions.begin(sources or [str(seeds_folder())], "Ana", name), sessions


def nothing_to_compare(
    articles: Sequence[Article], claims: Sequence[Claim], near: str, report: Report
) -> Iterator[Comparison]:
    """Find that no article says anything about another's claims."""
    return iter(())


@asynccontextmanager
async def reviewing(
    home: Path,
    sources: Sequence[str] = (),
    *,
    size: tuple[int, int] = (120, 40),
    name: str = "desk",
    setup: Setup = PLAIN_SETUP,
    compare: Compare = nothing_to_compare,
) -> AsyncIterator[Reviewer]:
    """Open a session, the seeds without sources, and give it to a reviewer."""
    found, sessions = opened(home, sources, name)
    app = WorkbenchApp(found.review, sessions, found.notices, setup, compare)
    try:
        async with app.run_test(size=size, notifications=True) as pilot:
            reviewer = Reviewer(app, pilot, home)
            await reviewer.settle()
            yield reviewer
    finally:
        app.review.close()


def article_file(folder: Path, text: str, name: str = "article.txt") -> str:
    """Write one article and return its path."""
    file = folder / name
    file.write_text(text, encoding="utf-8", newline="")
    return str(file)
