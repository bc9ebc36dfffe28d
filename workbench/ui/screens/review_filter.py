"""The part of the review screen that filters and sorts: which claims are gone through, and in which order."""

from collections.abc import Collection
from dataclasses import replace

from textual import on

from workbench.model.desk import Desk
from workbench.ui.screens.review_display import ReviewDisplay
from workbench.ui.widgets.prompt_bar import PromptBar

FILTER = "filter"
_LIKENESS = 75
"""How alike two words have to be, 0..100, for one to be a slip of the other."""


class ReviewFilter(ReviewDisplay):
    """Actions that change which claims are gone through."""

    _filtered: Desk | None = None
    """What was filtered: after a change to a block it is another one."""

    def on_mount(self) -> None:
        """Go on with the filter that was left."""
        if self.review.view.filter:
            self._go_through(self.review.view.filter)

    def action_filter(self) -> None:
        """Ask what claims to go through."""
        self.ask(FILTER, "Filter: ", self.review.view.filter)
        self._explain(self.review.view.filter)

    @on(PromptBar.Edited)
    def filter_while_typing(self, event: PromptBar.Edited) -> None:
        """Show the claims that what is typed so far lets through."""
        if event.purpose == FILTER and self.prompt is not None:
            self._go_through(event.value)
            self.show_top_of_list()
            self._explain(event.value)

    @on(PromptBar.Submitted)
    def take_the_filter(self, event: PromptBar.Submitted) -> None:
        """Keep the filter, and go to the first claim that it lets through."""
        if event.purpose != FILTER:
            return
        self.stop_asking()
        self._go_through(event.value)
        self.review.look(replace(self.review.view, filter=event.value.strip()))
        first = self.queue.claims[0].id if self.queue is not None and self.queue.claims else ""
        here = self.review.view.claim
        self.show_claim(here if self.queue is None or here in self.queue.position else first)
        self._explain(event.value, taken=True)

    @on(PromptBar.Left)
    def leave_the_filter(self, event: PromptBar.Left) -> None:
        """Go on with the filter that was there before."""
        if event.purpose == FILTER:
            self.stop_asking()
            self._go_through(self.review.view.filter)
            self.show_view(self.review.view)

    def show_queue(self) -> None:
        """List the claims that are gone through; filter again where some have come or gone."""
        if self.queue is not None and self._filtered is not self.review.session.desk:
            self._fill_queue(self.review.view.filter)
        super().show_queue()

    def show_what_is_known(self) -> None:
        """Show what was found since; when all is, filter again by what the articles say."""
        if self.queue is not None and not self.pending and self.prompt is None:
            self._filtered = None
            self.show_queue()
        super().show_what_is_known()

    def clear_filter(self) -> None:
        """Go through all claims again."""
        self.review.look(replace(self.review.view, filter=""))
        self._go_through("")
        self.show_view(self.review.view)

    def _go_through(self, typed: str) -> None:
        self._fill_queue(typed)
        self.show_queue()

    def _fill_queue(self, typed: str) -> None:
        from workbench.review.filtering import queue_of, read_filter  # deferred: most starts filter nothing

        self._filtered = self.review.session.desk
        session = self.review.session
        filtered = queue_of(session, read_filter(typed), self.counterparts, _nearest)
        self.queue = filtered if typed.strip() else None

    def _explain(self, typed: str, *, taken: bool = False) -> None:
        """Say how many claims are left, what could not be understood, and what can be asked for."""
        from workbench.review.filtering import FACETS, read_filter  # deferred: a start does not need it

        wanted = read_filter(typed)
        total = len(self.review.session.desk.claims)
        number = total if self.queue is None else len(self.queue.claims)
        counted = f"{number} of {total} claims"
        values = "" if taken else _values_to_come(typed)
        if values:
            self.say(f"{counted}   {values}")
        elif wanted.problem:
            self.say(f"{counted}   {wanted.problem}")
        elif taken:
            self.say(f"{counted}   esc goes through all again" if self.queue is not None else "")
        else:
            facets = " ".join(f"{name}:" for name in FACETS)
            self.say(f"{counted}   words, or {facets}   - before one turns it round")


def _values_to_come(typed: str) -> str:
    """Name the values that a facet takes while one of them is being typed."""
    from workbench.review.filtering import FACETS  # deferred: a start does not need it

    last = typed.split(" ")[-1].removeprefix("-")
    facet, colon, value = last.partition(":")
    values = FACETS.get(facet, ()) if colon else ()
    fitting = [one for one in values if one.startswith(value) and one != value]
    return f"{facet}: {' '.join(fitting)}" if fitting else ""


def _nearest(word: str, known: Collection[str]) -> Collection[str]:
    from rapidfuzz import fuzz, process  # deferred: 11 ms that a start without a filter saves

    found = process.extract(word, known, scorer=fuzz.ratio, score_cutoff=_LIKENESS, limit=8)
    return [match[0] for match in found]
