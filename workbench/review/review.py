"""An open session under review: every change is an event, durable before it is seen."""

from collections.abc import Callable
from dataclasses import replace

from workbench.errors import StoreReadOnlyError
from workbench.model.claim import Claim
from workbench.model.decision import Decision, Note, State, Verdict
from workbench.model.display import displayable
from workbench.model.event import Action, BlockChange, Event
from workbench.model.relation import Relation, RelationChange, Standing
from workbench.model.session import Session
from workbench.model.view import View
from workbench.review.clock import now
from workbench.storage.event_ids import new_event_id
from workbench.storage.repository import SessionStore


class Review:
    """One open session: what it holds, who reviews it, and the store that keeps it.

    Each method that changes something appends one event to the store, and only when that is on
    disk becomes the new session visible as `session`. When the store raises, nothing has changed
    and the same call may be made again.

    Args:
        store: The open store of the session.
        reviewer: The name that events carry.
        clock: Tells the time of an event, ISO 8601 in UTC.
    """

    def __init__(self, store: SessionStore, reviewer: str, clock: Callable[[], str] = now) -> None:
        stored = store.load()
        self.store = store
        self.reviewer = reviewer
        self.clock = clock
        self._session = stored.session
        self._view = _on_a_claim(stored.view, stored.session)

    @property
    def session(self) -> Session:
        """The session after the last durable event."""
        return self._session

    @property
    def view(self) -> View:
        """Where the reviewer is."""
        return self._view

    @property
    def claim(self) -> Claim | None:
        """The claim under the cursor."""
        return self._session.desk.claim(self._view.claim) if self._view.claim else None

    def look(self, view: View) -> None:
        """Move the reviewer: remembered at once, though not forced to the disk."""
        if view != self._view:
            self._view = view
            self.store.remember(view)

    def mark(self, claim: str, verdict: Verdict) -> Event | None:
        """Give a claim a verdict.

        Args:
            claim: The claim's id.
            verdict: The judgement.

        Returns:
            The event, or None where the claim has this verdict already.

        Raises:
            StoreError: It could not be made durable; nothing has changed.
        """
        return self._decide(claim, Action.VERDICT, State.DECIDED, verdict)

    def clear(self, claim: str) -> Event | None:
        """Take a claim's verdict or state away, so that it is unreviewed again; what was written stays.

        Args:
            claim: The claim's id.

        Returns:
            The event, or None where there is nothing to clear.

        Raises:
            StoreError: It could not be made durable; nothing has changed.
        """
        before = self._session.decision(claim)
        if before.state in (State.SUGGESTED, State.OPEN):
            return None
        return self._change(claim, Action.VERDICT, before.put(State.OPEN, None))

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
        return self._decide(claim, Action.STATE, state, None)

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
        before = self._session.decision(claim)
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
        if after == self._session.decision(claim):
            return None
        return self._change(claim, action, after)

    def undo(self) -> Event | None:
        """Take the latest event that still holds back, of this day or an earlier one.

        Returns:
            The event that took it back, or None where nothing is left to undo.

        Raises:
            StoreError: It could not be made durable; nothing has changed.
        """
        if self._session.done is None:
            return None
        last = self._session.done.event
        if last.block is not None:
            return self._change_block(Action.UNDO, last.block.reversed, reverts=last.id)
        if last.relation is not None:
            return self._change_relation(Action.UNDO, last.claim, last.relation.reversed, reverts=last.id)
        return self._change(last.claim, Action.UNDO, last.before, reverts=last.id)

    def redo(self) -> Event | None:
        """Bring back what was undone last.

        Returns:
            The event that brought it back, or None where nothing is left to redo.

        Raises:
            StoreError: It could not be made durable; nothing has changed.
        """
        if self._session.undone is None:
            return None
        last = self._session.undone.event
        if last.block is not None:
            return self._change_block(Action.REDO, last.block, reverts=last.id)
        if last.relation is not None:
            return self._change_relation(Action.REDO, last.claim, last.relation, reverts=last.id)
        return self._change(last.claim, Action.REDO, last.after, reverts=last.id)

    def change_block(self, change: BlockChange) -> Event:
        """Set a block aside, or bring it into review.

        Args:
            change: The change, as `blocks.toggled` makes it.

        Returns:
            The event.

        Raises:
            StoreError: It could not be made durable; nothing has changed.
        """
        return self._change_block(Action.BLOCK, change)

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
        said = self._session.relations.get(relation.key)
        untouched = Standing.UNLINKED if standing is Standing.LINKED else Standing.SUGGESTED
        before = said.after if said else untouched
        if before is standing:
            return None
        return self._change_relation(Action.RELATION, claim, RelationChange(relation, before, standing))

    def replace_analysis(self, session: Session) -> None:
        """Go on with the claims of another analysis of the same texts.

        Args:
            session: This session as it is from now on.

        Raises:
            StoreError: It could not be made durable; nothing has changed.
        """
        self.store.replace_analysis(session)
        self._session = session
        self._view = _on_a_claim(self._view, session)

    def close(self) -> None:
        """Release the session."""
        self.store.close()

    def _decide(self, claim: str, action: Action, state: State, verdict: Verdict | None) -> Event | None:
        before = self._session.decision(claim)
        if before.state is state and before.verdict is verdict:
            return None
        return self._change(claim, action, before.put(state, verdict, self.reviewer, self.clock()))

    def _change(self, claim: str, action: Action, after: Decision, reverts: str = "") -> Event:
        before = self._session.decision(claim)
        event = Event(
            new_event_id(), self.clock(), self.reviewer, action, claim, before, after, reverts=reverts
        )
        return self._append(event, self._at(claim))

    def _change_block(self, action: Action, change: BlockChange, reverts: str = "") -> Event:
        event = Event(
            id=new_event_id(),
            at=self.clock(),
            reviewer=self.reviewer,
            action=action,
            claim="",
            reverts=reverts,
            block=change,
        )
        return self._append(event, replace(self._view, article=change.article))

    def _change_relation(
        self, action: Action, claim: str, change: RelationChange, reverts: str = ""
    ) -> Event:
        event = Event(
            new_event_id(), self.clock(), self.reviewer, action, claim, reverts=reverts, relation=change
        )
        return self._append(event, self._at(claim))

    def _at(self, claim: str) -> View:
        return replace(self._view, claim=claim) if claim in self._session.desk.position else self._view

    def _append(self, event: Event, view: View) -> Event:
        if self.store.readonly:
            raise StoreReadOnlyError(f"{self._session.name}: opened for reading only")
        self.store.append(event, view)
        self._session = self._session.apply(event)
        self._view = _on_a_claim(view, self._session)
        return event


def _on_a_claim(view: View, session: Session) -> View:
    """Return the view with a cursor that the session has: in the same article where it has claims."""
    desk = session.desk
    if view.claim in desk.position:
        return view if view.article else replace(view, article=desk.claim(view.claim).article)
    first = next(iter(desk.claims_by_article.get(view.article, ())), None)
    if first is None and view.article not in desk.article_position:
        first = desk.claims[0] if desk.claims else None
    article = first.article if first else view.article or (desk.articles[0].id if desk.articles else "")
    return replace(view, claim=first.id if first else "", article=article)
