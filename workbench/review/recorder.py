"""The record of a review: events that are durable before they are seen; undo and redo are events too."""

from collections.abc import Callable
from dataclasses import replace
from itertools import takewhile
from threading import Lock

from workbench.errors import StoreReadOnlyError
from workbench.model.claim import Claim
from workbench.model.counterparts import Counterparts
from workbench.model.decision import UNDECIDED, Decision
from workbench.model.event import Action, ClaimsChange, Event
from workbench.model.session import Session, Trail, walk
from workbench.model.view import View
from workbench.review.clock import now
from workbench.storage.event_ids import new_event_id
from workbench.storage.repository import SessionStore


class Recorder:
    """One open session, the store that keeps it, and the way back through its events.

    Args:
        store: The open store of the session.
        reviewer: The name that events carry.
        clock: Tells the time of an event, ISO 8601 in UTC.
        at_cursor: Whether a very large session may be loaded later than what lies around the cursor.
    """

    def __init__(
        self,
        store: SessionStore,
        reviewer: str,
        clock: Callable[[], str] = now,
        *,
        at_cursor: bool = False,
    ) -> None:
        surroundings = store.load_surroundings() if at_cursor else None
        stored = surroundings or store.load()
        self.store = store
        self.reviewer = reviewer
        self.clock = clock
        self.marked: frozenset[str] = frozenset()
        """Ids of the claims that are marked, to be decided together; not kept."""
        self._glimpse = stored.session
        self._session = None if surroundings else stored.session
        self._reading = Lock()
        self._read: Session | None = None
        self._view = on_a_claim(stored.view, stored.session)
        self.counterparts = Counterparts(stored.session.desk, None, stored.session.relations)
        """What the articles say about each other, as far as they are compared; always of this session."""

    @property
    def session(self) -> Session:
        """The session after the last durable event; loaded by the first call where that was put off."""
        return self._session or self.load()

    @property
    def glimpse(self) -> Session:
        """The session, or, while loading it is put off, all its articles with what lies around the cursor."""
        return self._session or self._glimpse

    @property
    def is_whole(self) -> bool:
        """Whether the whole session is loaded."""
        return self._session is not None

    def load(self) -> Session:
        """Load the whole session where that was put off.

        Raises:
            StoreError: What is stored cannot be read.
        """
        if self._session is None:
            self._session = self._glimpse = self.read()
            self._read = None
            self.counterparts.move_to(self._session.desk)
            self.counterparts.hear(self._session.relations)
        return self._session

    def read(self) -> Session:
        """Read the whole session, and no more: a thread may do it before `load` has to.

        Whoever asks meanwhile waits for the one that reads.

        Raises:
            StoreError: What is stored cannot be read.
        """
        with self._reading:
            if self._session is not None:
                return self._session
            if self._read is None:
                self._read = self.store.load().session
            return self._read

    @property
    def view(self) -> View:
        """Where the reviewer is."""
        return self._view

    @property
    def claim(self) -> Claim | None:
        """The claim under the cursor."""
        return self.glimpse.desk.claim(self._view.claim) if self._view.claim else None

    @property
    def marked_claims(self) -> tuple[str, ...]:
        """The ids of the marked claims in reading order; those that are gone are left out."""
        position = self.session.desk.position
        return tuple(sorted(self.marked & position.keys(), key=position.__getitem__))

    def look(self, view: View) -> None:
        """Move the reviewer: remembered at once, though not forced to the disk."""
        if view != self._view:
            self._view = view
            self.store.remember(view)

    def undo(self) -> Event | None:
        """Take the latest event that still holds back, of this day or an earlier one.

        Events that were done together are taken back together.

        Returns:
            The event that took it back, the last one of several; None where nothing is left to undo.

        Raises:
            StoreError: It could not be made durable; nothing has changed.
        """
        return self._revert(Action.UNDO, self.session.done)

    def redo(self) -> Event | None:
        """Bring back what was undone last.

        Returns:
            The event that brought it back, the last one of several; None where nothing is left to redo.

        Raises:
            StoreError: It could not be made durable; nothing has changed.
        """
        return self._revert(Action.REDO, self.session.undone)

    def together(self, event: Event) -> tuple[Event, ...]:
        """Return the events that were recorded in one stroke with one of the newest, oldest first."""
        if not event.group:
            return (event,)
        return tuple(takewhile(lambda one: one.group == event.group, walk(self.session.trail)))[::-1]

    def close(self) -> None:
        """Release the session."""
        self.store.close()

    def _event(self, action: Action, claim: str = "", after: Decision | None = None, at: str = "") -> Event:
        """Return an event that is not recorded yet; of this moment, where none is given."""
        before = self.session.decision(claim) if after is not None else UNDECIDED
        moment = at or self.clock()
        return Event(new_event_id(), moment, self.reviewer, action, claim, before, after or UNDECIDED)

    def _revert(self, action: Action, stack: Trail | None) -> Event | None:
        """Record the changes of the newest events of a stack again, for UNDO in the other direction."""
        if stack is None:
            return None
        group = stack.event.group
        last = list(takewhile(lambda one: group and one.group == group, walk(stack))) or [stack.event]
        recorded = self._record(*(self._reverting(action, event) for event in last))
        return recorded[-1]

    def _reverting(self, action: Action, event: Event) -> Event:
        changed = event.reversed if action is Action.UNDO else event
        stamped = replace(changed, action=action, reverts=event.id, reviewer=self.reviewer)
        there = self.session.decision(event.claim) if event.is_decision else event.before
        return replace(stamped, id=new_event_id(), at=self.clock(), before=there)

    def _record(self, *events: Event) -> tuple[Event, ...]:
        """Make events durable, all or none, and only then visible; several are one group.

        Returns:
            The events as they were recorded.
        """
        if self.store.readonly:
            raise StoreReadOnlyError(f"{self.session.name}: opened for reading only")
        recorded = _grouped(events)
        is_one = len(recorded) == 1
        session = self.session.apply(recorded[0]) if is_one else self.session.fold(recorded)
        view = on_a_claim(_at(recorded[-1], self._view, session), session)
        if is_one:
            self.store.append(recorded[0], view)
        else:
            self.store.append_all(recorded, view)
        self._session, self._view = session, view
        if any(event.relation is not None for event in recorded):
            self.counterparts.hear(session.relations)
        if session.desk is not self.counterparts.desk:
            self.counterparts.move_to(session.desk)
        return recorded


def _grouped(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Return events as they are recorded in one stroke: as a group, but for one alone."""
    if len(events) == 1 and not events[0].group:
        return events
    group = events[0].id if len(events) > 1 else ""
    return tuple(replace(event, group=group) for event in events)


def _at(event: Event, view: View, session: Session) -> View:
    """Return the view with the cursor where something has changed."""
    if event.block is not None:
        return replace(view, article=event.block.article)
    claim = event.claim
    if event.claims is not None:
        claim = event.claims.appeared[0].id if event.claims.appeared else _above(event.claims, session)
    if claim not in session.desk.position:
        return view
    return view.at(claim, session.desk.claim(claim).article)


def _above(change: ClaimsChange, session: Session) -> str:
    """Return the claim that stands before the one that has gone; empty where there is none."""
    gone = change.vanished[0]
    before = (one for one in session.desk.claims_by_article.get(gone.article, ()) if one.span <= gone.span)
    return max(before, key=lambda one: one.span, default=gone).id


def on_a_claim(view: View, session: Session) -> View:
    """Return the view with a cursor that the session has: in the same article where it has claims."""
    desk = session.desk
    if view.claim in desk.position:
        return view if view.article else replace(view, article=desk.claim(view.claim).article)
    first = next(iter(desk.claims_by_article.get(view.article, ())), None)
    if first is None and view.article not in desk.article_position:
        first = desk.claims[0] if desk.claims else None
    article = first.article if first else view.article or (desk.articles[0].id if desk.articles else "")
    return replace(view, claim=first.id if first else "", article=article)
