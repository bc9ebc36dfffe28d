"""A session: articles, claims and the fold of all events. A change returns a new value in constant time."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import immutables

from workbench.model.article import Block, Span
from workbench.model.claim import Claim
from workbench.model.decision import UNDECIDED, Decision
from workbench.model.desk import Desk
from workbench.model.event import Action, BlockChange, ClaimsChange, Event
from workbench.model.progress import Progress
from workbench.model.relation import RelationChange

_NOTHING_SAID: immutables.Map[tuple[str, str], RelationChange] = immutables.Map()


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Trail:
    """A chain of events, newest first, that shares its tail with every earlier trail.

    Comparing and showing it go along the chain: the generated methods would recurse once an event.
    """

    event: Event
    """The newest event."""
    earlier: "Trail | None"
    """The rest."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Trail) and (self is other or list(walk(self)) == list(walk(other)))

    def __hash__(self) -> int:
        return hash(self.event)

    def __repr__(self) -> str:
        return f"Trail({self.event.id}, and {sum(1 for _ in walk(self.earlier))} earlier)"


def walk(trail: Trail | None) -> Iterator[Event]:
    """Yield the events of a trail, newest first."""
    while trail is not None:
        yield trail.event
        trail = trail.earlier


@dataclass(frozen=True, slots=True)
class Session:
    """The resumable unit of work: a desk and the fold of everything decided on it."""

    name: str
    """What the user calls it."""
    created_at: str
    """ISO 8601 in UTC."""
    analyser: str
    """The version of the analysis that found the claims."""
    desk: Desk
    """Articles and claims, after all changes to blocks."""
    decisions: immutables.Map[str, Decision]
    """Claim id to decision, for the claims that were ever touched."""
    progress: Progress
    """How many claims stand where."""
    relations: immutables.Map[tuple[str, str], RelationChange] = _NOTHING_SAID
    """What was last said about a relation, by the ids of its claims."""
    trail: Trail | None = None
    """All events, newest first."""
    done: Trail | None = None
    """What undo takes back next, newest first."""
    undone: Trail | None = None
    """What redo brings back next, newest first."""
    analysed_through: str = ""
    """The id of the last event that the analysis took into account; empty for none."""

    @classmethod
    def start(
        cls, name: str, created_at: str, analyser: str, desk: Desk, analysed_through: str = ""
    ) -> "Session":
        """Return a session in which nothing is decided yet."""
        progress = Progress(total=len(desk.claims))
        decisions: immutables.Map[str, Decision] = immutables.Map()
        return cls(name, created_at, analyser, desk, decisions, progress, analysed_through=analysed_through)

    def analysed_again(self, analyser: str, desk: Desk) -> "Session":
        """Return the session on the claims of another analysis; what was decided stays.

        Args:
            analyser: The version of that analysis.
            desk: Articles and claims, with all changes to blocks in them.
        """
        return replace(
            self,
            analyser=analyser,
            desk=desk,
            progress=_progress(desk, self.decisions),
            analysed_through=self.trail.event.id if self.trail else "",
        )

    def decision(self, claim_id: str) -> Decision:
        """Return what is decided about a claim."""
        return self.decisions.get(claim_id, UNDECIDED)

    @property
    def events(self) -> list[Event]:
        """All events, oldest first."""
        return list(walk(self.trail))[::-1]

    @property
    def updated_at(self) -> str:
        """When the last event happened, or the session began."""
        return self.trail.event.at if self.trail else self.created_at

    def apply(self, event: Event) -> "Session":
        """Return the session after one more event: in constant time, but for changes to blocks and claims.

        The event's `after` holds, whatever was there: the log is the truth. What is decided about a
        claim that is not on the desk is kept, and counts nowhere.

        Args:
            event: The next event.

        Returns:
            The new session.
        """
        trail, done, undone = _trails_after(event, self.trail, self.done, self.undone)
        desk, decisions, progress, relations = self.desk, self.decisions, self.progress, self.relations
        if event.is_decision:
            if event.claim in desk.position:
                progress = progress.moved([(self.decision(event.claim), event.after)])
            decisions = decisions.set(event.claim, event.after)
        if event.claims is not None:
            decisions = decisions.update({change.claim: change.after for change in event.claims.decided})
            if event.id > self.analysed_through:
                desk = desk.with_claims(event.claims)
            progress = _progress(desk, decisions)
        if event.relation is not None:
            relations = relations.set(event.relation.relation.key, event.relation)
        if event.block is not None and event.id > self.analysed_through:
            desk = desk.with_changes([event.block])
            progress = _progress(desk, decisions)
        return Session(  # all fields in their order: what `replace` does, in a third of the time
            self.name,
            self.created_at,
            self.analyser,
            desk,
            decisions,
            progress,
            relations,
            trail,
            done,
            undone,
            self.analysed_through,
        )

    @property
    def overrides(self) -> dict[tuple[str, Span], Block]:
        """What persons have said that blocks are: article id and span to the block."""
        said: dict[tuple[str, Span], Block] = {}
        for event in self.events:
            if event.block is not None:
                said[event.block.article, event.block.after.span] = event.block.after
        return said

    @property
    def made_by_hand(self) -> dict[str, Claim | None]:
        """What persons have said that claims are: claim id to the claim, or None for one taken away."""
        said: dict[str, Claim | None] = {}
        for event in reversed(list(walk(self.done))):
            if event.claims is not None:
                said |= {claim.id: None for claim in event.claims.vanished}
                said |= {claim.id: claim for claim in event.claims.appeared}
        return said

    def fold(self, events: Sequence[Event]) -> "Session":
        """Return the session after all these events, oldest first.

        The same as to `apply` one after the other, in a fifth of the time: claims are laid out and counted
        once, after the last event. Decisions alone cost the same however much was decided before.
        """
        trail, done, undone = self.trail, self.done, self.undone
        changes: list[BlockChange | ClaimsChange] = []
        decisions, relations = self.decisions.mutate(), self.relations.mutate()
        for event in events:
            trail, done, undone = _trails_after(event, trail, done, undone)
            for change in event.decided:
                decisions[change.claim] = change.after
            if event.relation is not None:
                relations[event.relation.relation.key] = event.relation
            if event.id > self.analysed_through:
                changes += [change for change in (event.claims, event.block) if change is not None]
        desk, summed = self.desk.with_changes(changes), decisions.finish()
        return replace(
            self,
            desk=desk,
            decisions=summed,
            progress=self._progress_after(events, desk, summed),
            relations=relations.finish(),
            trail=trail,
            done=done,
            undone=undone,
        )

    def _progress_after(
        self, events: Iterable[Event], desk: Desk, decisions: immutables.Map[str, Decision]
    ) -> Progress:
        if desk is not self.desk or not self.decisions:
            return _progress(desk, decisions)
        touched = {change.claim for event in events for change in event.decided}
        on_desk = (claim for claim in touched if claim in desk.position)
        return self.progress.moved((self.decision(claim), decisions[claim]) for claim in on_desk)


def _progress(desk: Desk, decisions: immutables.Map[str, Decision]) -> Progress:
    on_desk = (decision for claim, decision in decisions.items() if claim in desk.position)
    return Progress.count(len(desk.claims), on_desk)


def _trails_after(
    event: Event, trail: Trail | None, done: Trail | None, undone: Trail | None
) -> tuple[Trail, Trail | None, Trail | None]:
    """Return all events, what undo and what redo take next, after one more event."""
    if event.action is Action.UNDO and done and done.event.id == event.reverts:
        return Trail(event, trail), done.earlier, Trail(done.event, undone)
    if event.action is Action.REDO and undone and undone.event.id == event.reverts:
        return Trail(event, trail), Trail(undone.event, done), undone.earlier
    newest = Trail(event, done)
    # a session in which nothing was undone needs one chain, not two alike
    return newest if done is trail else Trail(event, trail), newest, None
