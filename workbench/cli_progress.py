"""A bar on the terminal for work that takes long."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

    from workbench.review.intake import Report

_SECONDS_BEFORE_BAR = 0.4


@contextmanager
def progress_on_terminal() -> "Iterator[Report]":
    """Show a bar with a count on stderr while work takes long, where stderr is a terminal.

    Yields:
        What the work calls: what is being done, how many are done, how many there are.
    """
    bar = _LateBar()
    try:
        yield bar.report
    finally:
        bar.stop()


class _LateBar:
    """A progress bar that appears only when the work is not done in a moment."""

    def __init__(self) -> None:
        self._begun = time.monotonic()
        self._wanted = sys.stderr.isatty()
        self._bar: Bar | None = None
        self._tasks: dict[str, TaskID] = {}

    def report(self, what: str, done: int, total: int) -> None:
        """Show how much is done."""
        if not self._wanted or time.monotonic() - self._begun < _SECONDS_BEFORE_BAR:
            return
        if self._bar is None:
            self._bar = self._start()
        if what not in self._tasks:
            self._tasks[what] = self._bar.add_task(what, total=total)
        self._bar.update(self._tasks[what], completed=done, total=total)

    def stop(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()

    def _start(self) -> "Bar":
        from rich.console import Console  # deferred: 45 ms that short work saves
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
        # data passes above the bar only where both are on the terminal: else it would go to stderr with it
        on_screen = sys.stdout.isatty()
        bar = Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=on_screen)
        bar.start()
        return bar
