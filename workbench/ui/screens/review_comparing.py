"""The part of the review screen that compares the articles in the background and shows what is found."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from textual import events, on, work
from textual.message import Message
from textual.timer import Timer
from textual.worker import Worker, WorkerState, get_current_worker

from workbench.errors import ComparisonError, WorkbenchError
from workbench.model.desk import Desk
from workbench.model.relation import Comparison
from workbench.model.view import View
from workbench.review.relating import Compare, comparison
from workbench.review.review import Review
from workbench.ui.glyphs import Glyphs
from workbench.ui.screens.review_loading import ReviewLoading
from workbench.ui.setup import PLAIN_SETUP, Setup

_GROUP = "comparison"
_REST = 0.1
"""Seconds between two batches that are shown: keys come first, and the reviewer can see what comes."""
_REST_AFTER_KEY = 0.3
"""Seconds after a key in which nothing is shown but what the key shows."""


class _GivenUpError(Exception):
    """Nobody waits for the comparison any more; raised through it from where it reports."""


class ReviewComparing(ReviewLoading):
    """Keeps what the articles say about each other up to date.

    Args:
        review: The open review.
        glyphs: The signs.
        notices: What the user has to know at the start, one line each.
        tables: The folder of the user's word lists, or None.
        setup: What the screen is set to.
        compare: What compares articles; None for the analysis itself.
    """

    @dataclass
    class BatchFound(Message):
        """The comparison has found something."""

        desk: Desk
        """The articles and claims that are compared."""
        comparison: Comparison
        progress: str
        """How far it is: `12/40`."""

    @dataclass
    class AllFound(Message):
        """The comparison has come to its end."""

        desk: Desk
        """The articles and claims that are compared."""

    def __init__(
        self,
        review: Review,
        glyphs: Glyphs,
        notices: tuple[str, ...] = (),
        tables: Path | None = None,
        setup: Setup = PLAIN_SETUP,
        compare: Compare | None = None,
    ) -> None:
        super().__init__(review, glyphs, notices, tables, setup)
        self._compare = compare or comparison(tables)
        self._compared: Desk | None = None
        self._is_behind = False
        self._key_at = 0.0
        self._rest: Timer | None = None

    def show_all(self) -> None:
        """Load what the first paint did without, and begin to compare: after it, and not before."""
        super().show_all()
        if self.review.is_whole:
            self.begin_comparison()

    def show_view(self, view: View) -> None:
        """Show another place of the session; where claims have come or gone, compare again."""
        super().show_view(view)
        if self._compared is not None and self._compared is not self.review.session.desk:
            self.begin_comparison()

    def on_key(self, event: events.Key) -> None:
        """Let what is found wait for a pause of the reviewer: each key has its frame for itself."""
        self._key_at = monotonic()

    def begin_comparison(self) -> None:
        """Compare the articles as they are now; a comparison under way is given up."""
        self._compared = desk = self.review.session.desk
        if len(desk.articles) > 0:
            self._show_state(self.comparing, self.comparing)
            self.compare_articles(desk, self.review.view.claim)

    @work(thread=True, exclusive=True, group=_GROUP, exit_on_error=False)
    def compare_articles(self, desk: Desk, near: str) -> None:
        """Compare the articles in a thread, and tell what is found batch by batch.

        Args:
            desk: Articles and claims.
            near: The id of the claim to begin with; empty for none.
        """
        worker = get_current_worker()
        progress = ""

        def report(_: str, done: int, total: int) -> None:
            nonlocal progress
            progress = f"{done}/{total}"
            if worker.is_cancelled:
                raise _GivenUpError

        with suppress(_GivenUpError):
            for batch in self._compare(desk.articles, desk.claims, near, report):
                if worker.is_cancelled:
                    return
                self.post_message(self.BatchFound(desk, batch, progress))
            self.post_message(self.AllFound(desk))

    @on(BatchFound)
    def take_in(self, event: BatchFound) -> None:
        """Take in what was found, unless it is about claims of before; show it now and then."""
        if event.desk is not self.review.session.desk:
            return
        self.review.counterparts.add(event.comparison)
        self.progress = f"comparing {event.progress}"
        self._is_behind = True
        if self._rest is None:
            self._catch_up()

    def _catch_up(self) -> None:
        """Show what was found since, and rest until it is worth while to show more."""
        self._rest = None
        wait = self._key_at + _REST_AFTER_KEY - monotonic()
        if self._is_behind and wait > 0:
            self._rest = self.set_timer(wait, self._catch_up)
        elif self._is_behind:
            self._show_state(self.progress, self.pending)
            self._rest = self.set_timer(_REST, self._catch_up)

    @on(AllFound)
    def show_that_all_is_found(self, event: AllFound) -> None:
        """Say no more that articles are being compared."""
        if event.desk is self.review.session.desk:
            self._show_state("", "")

    @on(Worker.StateChanged)
    def tell_a_failure(self, event: Worker.StateChanged) -> None:
        """Say why the articles cannot be compared; the review goes on without."""
        if event.worker.group == _GROUP and event.state is WorkerState.ERROR:
            error = event.worker.error
            known = error if isinstance(error, WorkbenchError) else ComparisonError(repr(error))
            self._show_state("", "not compared")
            self.complain(known)

    def _show_state(self, progress: str, pending: str) -> None:
        self.progress, self.pending, self._is_behind = progress, pending, False
        self.show_what_is_known()
