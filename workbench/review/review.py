"""An open session under review: every change is an event, durable before it is seen."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from workbench.model.decision import Decision, Note, State, Verdict
from workbench.model.display import displayable
from workbench.model.event import Action, BlockChange, ClaimsChange, Event
from workbench.model.relation import Relation, RelationChange, Standing
from workbench.model.session import Session
from workbench.review.recorder import Recorder, on_a_claim

_NO_REASONS: Mapping[str, str] = MappingProxyType({})


class Review(Recorder):
    """One open session: what it holds, who reviews it, and the store that keeps it.

    Each method that changes something appends one event to the store, or several in one stroke, and only
    when that is on disk becomes the new session visible as `session`. When the store raises, nothing has
    changed and the same call may be made again.
    """

    def mark(self, claim: str, verdict: Verdict, reason: str = "") -> Event | None:
        """Give a claim a verdict.

        Args:
            claim: The claim's id.
            verdict: The judgement.
            reason: Why, where a guard objected and was overruled.

        Returns:
            The event, or None where the claim has this verdict already.

        Raises:
            StoreError: It could not be made durable; nothing has changed.
        """
        return _first(self.mark_all((claim,), verdict, {claim: reason}))

    def mark_all(
        self, claims: Sequence[str], verdict: Verdict, reasons: Mapping[str, str] = _NO_REASONS
    ) -> tuple[Event, ...]:
        """Give several claims a verdict in one stroke, which one undo takes back.

        Args:
            claims: The claims' ids.
            verdict: The judgement.
            reasons: Claim id to why, where a guard objected and was overruled.

        Returns:
            The events, one a claim; none for a claim that has this verdict already.

        Raises:
            StoreError: They could not be made durable; nothing has changed.
        """
        return self._decide(claims, Action.VERDICT, State.DECIDED, verdict, reasons)

    def clear(self, claim: str) -> Event | None:
        """Take a claim's verdict or state away, so that it is unreviewed again; what was written stays.

        Args:
            claim: The claim's id.

        Returns:
            The event, or None where there is nothing to clear.

        Raises:
            StoreError: It could not be made durable; nothing has changed.
        """
        return _first(self.clear_all((claim,)))

    def clear_all(self, claims: Sequence[str]) -> tuple[Event, ...]:
        """Take the verdicts and states of several claims away in one stroke.

        Args:
            claims: The claims' ids.

        Returns:
            The events, one a claim; none for a claim without verdict and state.

        Raises:
            StoreError: They could not be made durable; nothing has changed.
        """
        there = {claim: self.session.decision(claim) for claim in claims}
        return self._change_all(
            Action.VERDICT,
            {
                claim: before.put(State.OPEN, None)
                for claim, before in there.items()
                if not before.is_unreviewed
            },
        )

    def put(self, claim: str, state: State) -> Event | None:
        """Park a claim, accept it, reject it, or call it not checkable; a verdict it had is gone.

        Args:
            claim: The claim's id.
            state: Any state but DECIDED, which only a verdict brings.

        Returns:
            The event, or None where the claim is in this state already.

        Raises:
            StoreError: It could not be made durable; nothing has changed.
        """
        return _first(self.put_all((claim,), state))

    def put_all(self, claims: Sequence[str], state: State) -> tuple[Event, ...]:
        """Put several claims into a state in one stroke, which one undo takes back.

        Args:
            claims: The claims' ids.
            state: Any state but DECIDED.

        Returns:
            The events, one a claim; none for a claim that is in this state already.

        Raises:
            StoreError: They could not be made durable; nothing has changed.
        """
        return self._decide(claims, Action.STATE, state, None)

    def write_note(self, claim: str, text: str) -> Event | None:
        """Write, change or remove the note of a claim.

        Args:
            claim: The claim's id.
            text: Markdown; control characters become visible signs, and without any visible
                character the note is removed.

        Returns:
            The event, or None where the note reads so already.

        Raises:
            StoreError: It could not be made durable; nothing has changed.
        """
        before = self.session.decision(claim)
        written = displayable(text).strip()
        if written == (before.note.text if before.note else ""):
            return None
        note = Note(text=written, reviewer=self.reviewer, at=self.clock()) if written else None
        return self._change(claim, Action.NOTE, replace(before, note=note))

    def revise(self, claim: str, action: Action, after: Decision) -> Event | None:
        """Change what belongs to a decision beside state, verdict and note.

        Args:
            claim: The claim's id.
            action: What is done: EVIDENCE, TAGS, CONFIDENCE or WORDING.
            after: The decision from now on.

        Returns:
            The event, or None where the decision is so already.

        Raises:
            StoreError: It could not be made durable; nothing has changed.
        """
        if after == self.session.decision(claim):
            return None
        return self._change(claim, action, after)

    def change_block(self, change: BlockChange) -> Event:
        """Set a block aside, or bring it into review.

        Args:
            change: The change, as `blocks.toggled` makes it.

        Returns:
            The event.

        Raises:
            StoreError: It could not be made durable; nothing has changed.
        """
        return self._record(replace(self._event(Action.BLOCK), block=change))[0]

    def change_claims(self, change: ClaimsChange) -> Event:
        """Put claims in the place of others.

        Args:
            change: The change, as `SpanEditor` makes it.

        Returns:
            The event.

        Raises:
            StoreError: It could not be made durable; nothing has changed.
        """
        return self._record(replace(self._event(Action.SPAN, change.appeared[0].id), claims=change))[0]

    def relate(self, claim: str, relation: Relation, standing: Standing) -> Event | None:
        """Accept or reject a relation, make one by hand, or take such a word back.

        Args:
            claim: The id of the claim it was done at; undo brings the cursor back there.
            relation: The relation as it was seen.
            standing: How it stands from now on.

        Returns:
            The event, or None where it stands so already.

        Raises:
            StoreError: It could not be made durable; nothing has changed.
        """
        said = self.session.relations.get(relation.key)
        untouched = Standing.UNLINKED if standing is Standing.LINKED else Standing.SUGGESTED
        before = said.after if said else untouched
        if before is standing:
            return None
        change = RelationChange(relation, before, standing)
        return self._record(replace(self._event(Action.RELATION, claim), relation=change))[0]

    def take_over(
        self,
        claims: Sequence[ClaimsChange],
        decisions: Mapping[str, Decision],
        relations: Sequence[RelationChange],
    ) -> tuple[Event, ...]:
        """Take over what was decided in another copy of the session, in one stroke that one undo takes back.

        Args:
            claims: Claims that a person made there.
            decisions: Claim id to what is decided about it from now on.
            relations: What a reviewer said there about relations.

        Returns:
            The events.

        Raises:
            StoreError: They could not be made durable; nothing has changed.
        """
        event = self._event
        made = [replace(event(Action.IMPORT, change.appeared[0].id), claims=change) for change in claims]
        decided = [event(Action.IMPORT, claim, after) for claim, after in decisions.items()]
        related = [replace(event(Action.IMPORT, change.relation.a), relation=change) for change in relations]
        return self._record(*made, *decided, *related)

    def replace_analysis(self, session: Session) -> None:
        """Go on with the claims of another analysis of the same texts.

        Args:
            session: This session as it is from now on.

        Raises:
            StoreError: It could not be made durable; nothing has changed.
        """
        self.store.replace_analysis(session)
        self._session = session
        self._view = on_a_claim(self._view, session)
        self.counterparts.move_to(session.desk)

    def _decide(
        self,
        claims: Sequence[str],
        action: Action,
        state: State,
        verdict: Verdict | None,
        reasons: Mapping[str, str] = _NO_REASONS,
    ) -> tuple[Event, ...]:
        at = self.clock()
        after = {}
        for claim in claims:
            before, reason = self.session.decision(claim), reasons.get(claim, "")
            if (
                before.state is not state
                or before.verdict is not verdict
                or reason not in ("", before.reason)
            ):
                after[claim] = before.put(state, verdict, self.reviewer, at, reason)
        return self._change_all(action, after, at)

    def _change(self, claim: str, action: Action, after: Decision) -> Event:
        return self._record(self._event(action, claim, after))[0]

    def _change_all(self, action: Action, after: Mapping[str, Decision], at: str = "") -> tuple[Event, ...]:
        events = [self._event(action, claim, decision, at) for claim, decision in after.items()]
        return self._record(*events) if events else ()


def _first(events: tuple[Event, ...]) -> Event | None:
    return events[0] if events else None
