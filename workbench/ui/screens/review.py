"""The review screen: one key a decision."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import BindingType

from workbench.model.decision import State, Verdict
from workbench.model.event import Event
from workbench.review.navigation import next_to_settle
from workbench.ui.commands import bindings, command_of_action
from workbench.ui.screens.review_blocks import ReviewBlocks
from workbench.ui.screens.review_card import ReviewCard
from workbench.ui.screens.review_guards import ReviewGuards
from workbench.ui.screens.review_relations import ReviewRelations
from workbench.ui.screens.review_report import ReviewReport

if TYPE_CHECKING:
    from workbench.ui.widgets.tour import Tour

_TOUR_CLOSING_KEYS = frozenset({"escape", "enter", "space"})
"""Keys by which a reader of the tour says "go on" and nothing else: they close it and decide nothing."""


class ReviewScreen(ReviewCard, ReviewRelations, ReviewReport, ReviewBlocks, ReviewGuards):
    """Shows one open review and changes it; the registry's commands are its bindings."""

    BINDINGS: ClassVar[list[BindingType]] = bindings()
    _tour: "Tour | None" = None

    def show_tour(self) -> None:
        """Lay the tour over the foot of the screen, and never again."""
        from workbench.ui.widgets.tour import Tour  # deferred: one start in a lifetime needs it

        self._tour = Tour(self.setup.keymap, self.glyphs)
        self.mount(self._tour)
        self.setup.remembered.keep_tour()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow an action, or dim it: while a line is typed into, and where something is in the way."""
        command = command_of_action(action, parameters)
        if command is None:
            return True
        if self.prompt is not None or self.selecting is not None:
            return False
        return None if self.obstacle_of(command) else True

    def on_key(self, event: events.Key) -> None:
        """Say why a key can do nothing; take the tour away, which only some keys are meant for."""
        if self._tour is not None:
            self._tour.remove()
            self._tour = None
            if event.key in _TOUR_CLOSING_KEYS:
                event.stop()
                return
        command = self.setup.keymap.command_of(event.key)
        if self.prompt is None and self.selecting is None:
            reason = self.obstacle_of(command) if command is not None else ""
            # a command that runs takes the message away with what it shows: doing it here costs a frame
            if reason or command is None:
                self.say(reason)

    def action_mark(self, verdict: str, advance: bool = True) -> None:
        """Give the claim a verdict."""
        claims, chosen = self.claims_to_decide(), Verdict(verdict)

        def decide(reasons: Mapping[str, str]) -> None:
            self._decide(lambda: self.review.mark_all(claims, chosen, reasons), advance=advance)

        self.past_the_guard(claims, chosen, decide)

    def action_put(self, state: str) -> None:
        """Put the claim into a state; all but accepting it go on to the next one."""
        claims, chosen = self.claims_to_decide(), State(state)
        self._decide(lambda: self.review.put_all(claims, chosen), advance=chosen is not State.OPEN)

    def action_clear(self) -> None:
        """Take the claim's verdict or state away."""
        claims = self.claims_to_decide()
        self._decide(lambda: self.review.clear_all(claims), advance=False)

    def _decide(self, change: Callable[[], Sequence[Event]], *, advance: bool) -> None:
        claim, session, marked = self.review.view.claim, self.review.session, self.review.marked_claims
        done, event = self.attempt(lambda: next(iter(change()), None))
        if not done:
            return
        self.show_marked(frozenset())
        before, session = session, self.review.session
        is_decided = not marked or claim in marked
        advances = advance and is_decided and self.setup.settings.advance
        following = next_to_settle(session, claim, self.queue) if advances else claim
        self.show_claim(following or claim)
        total = session.progress.total
        if session.progress.reviewed == total > before.progress.reviewed:
            self.action_overview()
        elif event is not None and marked:
            claims = "1 marked claim" if len(marked) == 1 else f"{len(marked)} claims"
            self.say(f"{claims} {event.after.label}: one undo takes all of it back")

    def action_leave(self) -> None:
        """Give up a report that is being written; else leave what was entered last."""
        if not self.stop_writing():
            super().action_leave()

    def action_undo(self) -> None:
        """Take the latest decision back."""
        self._show_reversal("Undone", self.review.undo)

    def action_redo(self) -> None:
        """Bring back what was undone."""
        self._show_reversal("Redone", self.review.redo)

    def _show_reversal(self, word: str, change: Callable[[], Event | None]) -> None:
        from workbench.ui.reversals import told_of_reversal  # deferred: a start does not need it

        _, event = self.attempt(change)
        if event is None:
            return
        self.show_claim(event.claim if event.claims is None else "")
        number = len(self.review.together(event))
        self.say(told_of_reversal(word, event, self.review.session.desk, number))
