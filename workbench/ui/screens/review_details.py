"""The part of the review screen that collects: evidence, tags, confidence, wording; and shows the history."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on

from workbench.model.claim import Claim
from workbench.model.decision import Confidence
from workbench.model.event import Event
from workbench.model.evidence import Evidence, Stance
from workbench.model.view import EvidenceDraft
from workbench.review.annotating import (
    add_evidence,
    change_evidence,
    evidence_from,
    next_confidence,
    remove_evidence,
    set_confidence,
    tags_in,
    write_tags,
    write_wording,
)
from workbench.ui.screens.review_prompts import ReviewPrompts
from workbench.ui.widgets.prompt_bar import PromptBar

if TYPE_CHECKING:
    from workbench.ui.screens.evidence_list import EvidenceChoice

_TAGS = "tags"


class ReviewDetails(ReviewPrompts):
    """Actions on what belongs to a claim beside its verdict and note."""

    _answer: Callable[[str], None] | None = None

    def on_mount(self) -> None:
        """Go on with a source that was being described when the program ended."""
        view = self.review.view
        if view.evidence_draft_for(view.claim) is not None and not self.review.store.readonly:
            self.call_after_refresh(self.action_evidence)

    # A line to type into

    def _ask_for(self, purpose: str, label: str, value: str, answer: Callable[[str], None]) -> None:
        self.ask(purpose, label, value)
        self._answer = answer

    @on(PromptBar.Submitted)
    def take_the_answer(self, event: PromptBar.Submitted) -> None:
        """Hand the line to the one who asked for it."""
        answer = self._answer
        if answer is not None:
            self._answer = None
            self.stop_asking()
            answer(event.value)

    @on(PromptBar.Left)
    def leave_without_answer(self) -> None:
        """Take the line away, and change nothing."""
        if self._answer is not None:
            self._answer = None
            self.stop_asking()

    # Evidence

    def action_evidence(self) -> None:
        """Add evidence to the claim: the selected passage, or what is typed; or change what is there."""
        claim = self.review.claim
        if claim is None:
            return
        passage = self.columns.selected_passage()
        there = self.review.session.decision(claim.id).evidence
        draft = self.review.view.evidence_draft_for(claim.id)
        if draft is not None:
            is_there = draft.number is not None and draft.number < len(there)
            self.describe_evidence(claim, draft.evidence, draft.number if is_there else None)
        elif passage is not None:
            self.clear_selection()
            self.describe_evidence(claim, evidence_from(self.review.session.desk, *passage))
        elif there:
            from workbench.ui.screens.evidence_list import EvidenceList  # deferred: a start does not need it

            self.app.push_screen(EvidenceList(there), lambda chosen: self._act_on_evidence(claim, chosen))
        else:
            self.describe_evidence(claim, Evidence(Stance.SUPPORTS))

    def describe_evidence(self, claim: Claim, evidence: Evidence, number: int | None = None) -> None:
        """Ask for the description of a source.

        Args:
            claim: The claim that it is about.
            evidence: The description to begin with.
            number: The place of the source that is described anew; None for another one.
        """
        from workbench.ui.screens.evidence_form import EvidenceForm  # deferred: 15 ms for the text area

        def keep_draft(described: Evidence) -> None:
            draft = EvidenceDraft(claim.id, described, number)
            self.review.look(replace(self.review.view, evidence_draft=draft))

        def take(described: Evidence | None) -> None:
            if described is None:
                self._drop_evidence_draft(claim)
            elif number is None:
                self._keep_evidence(claim, lambda: add_evidence(self.review, claim.id, described))
            else:
                self._keep_evidence(claim, lambda: change_evidence(self.review, claim.id, number, described))

        quote = self.review.session.desk.quote(claim)
        self.app.push_screen(EvidenceForm(quote, evidence, keep_draft), take)

    def _act_on_evidence(self, claim: Claim, chosen: "EvidenceChoice | None") -> None:
        if chosen is None:
            return
        number = chosen.number
        if number is None:
            self.describe_evidence(claim, Evidence(Stance.SUPPORTS))
        elif chosen.remove:
            self._keep_evidence(claim, lambda: remove_evidence(self.review, claim.id, number))
        else:
            there = self.review.session.decision(claim.id).evidence
            self.describe_evidence(claim, there[number], number)

    def _keep_evidence(self, claim: Claim, change: Callable[[], Event | None]) -> None:
        from workbench.review.history import described  # deferred: a start does not need it

        done, event = self.attempt(change)
        if done:
            self._drop_evidence_draft(claim)
            self.show_view(self.review.view)
        if event is not None:
            told = described(event, self.review.session.desk)[0]
            self.say(f"{told[:1].upper()}{told[1:]}")

    def _drop_evidence_draft(self, claim: Claim) -> None:
        view = self.review.view
        if view.evidence_draft_for(claim.id) is not None:
            self.review.look(replace(view, evidence_draft=None))

    # Tags, confidence, wording

    def action_tags(self) -> None:
        """Ask for the claim's tags."""
        claim = self.review.view.claim
        tags = " ".join(self.review.session.decision(claim).tags)

        def take(text: str) -> None:
            event = self._revise(lambda: write_tags(self.review, claim, text))
            if event is not None:
                self.say(f"Tags: {', '.join(event.after.tags) or 'none'}")

        self._ask_for(_TAGS, "Tags: ", f"{tags} " if tags else "", take)

    @on(PromptBar.Edited)
    def tell_tags_while_typing(self, event: PromptBar.Edited) -> None:
        """Show what becomes a tag: two words are two."""
        if event.purpose == _TAGS and self.prompt is not None:
            typed = " ".join(f"#{tag}" for tag in tags_in(event.value))
            self.say(f"{typed or 'No tags'}   a space begins another one: follow-up is one tag")

    def action_confidence(self) -> None:
        """Say how sure the verdict is: low, medium, high, or nothing."""
        claim = self.review.view.claim
        wanted = next_confidence(self.review.session.decision(claim).confidence)
        if self._revise(lambda: set_confidence(self.review, claim, wanted)):
            after = next_confidence(wanted)
            key = self.setup.keymap.first("confidence")
            self.say(f"Confidence: {_named(wanted)}{f'   {key} again: {_named(after)}' if key else ''}")

    def action_wording(self) -> None:
        """Ask how the report is to word the claim."""
        claim = self.review.claim
        if claim is None:
            return
        session = self.review.session
        worded = session.decision(claim.id).wording or " ".join(session.desk.quote(claim).split())

        def take(text: str) -> None:
            event = self._revise(lambda: write_wording(self.review, claim.id, text))
            if event is not None:
                self.say("Worded for the report" if event.after.wording else "The report has the quote alone")

        self._ask_for("wording", "In the report: ", worded, take)

    def _revise(self, change: Callable[[], Event | None]) -> Event | None:
        done, event = self.attempt(change)
        if done:
            self.show_view(self.review.view)
        return event

    # History

    def action_history(self) -> None:
        """Show what has happened to the claim."""
        from workbench.review.history import history  # deferred: a start does not need it
        from workbench.ui.screens.history import HistoryScreen

        claim = self.review.claim
        if claim is not None:
            session = self.review.session
            named = f"Claim {session.desk.number(claim.id)}: {session.desk.quote(claim)}"
            self.app.push_screen(HistoryScreen(named, history(session, claim.id)))


def _named(confidence: Confidence | None) -> str:
    return confidence.value if confidence else "not said"
