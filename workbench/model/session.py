"""A session: articles, claims and the fold of all events. A change returns a new value in constant time."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import immutables

from workbench.model.article import Article
from workbench.model.claim import Claim
from workbench.model.decision import UNDECIDED, Decision, State, Verdict
from workbench.model.event import Action, Event


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
class Progress:
    """How many claims stand where. The five ways of being looked at are never merged."""

    total: int = 0
    """All claims."""
    confirmed: int = 0
    disputed: int = 0
    unverified: int = 0
    parked: int = 0
    not_checkable: int = 0
    not_a_claim: int = 0

    @property
    def decided(self) -> int:
        """Claims with a verdict."""
        return self.confirmed + self.disputed + self.unverified

    @property
    def reviewed(self) -> int:
        """Claims that need no further look: decided, not checkable, or not a claim."""
        return self.decided + self.not_checkable + self.not_a_claim

    @property
    def unreviewed(self) -> int:
        """Claims that nobody has put anywhere."""
        return self.total - self.reviewed - self.parked

    def moved(self, before: Decision, after: Decision) -> "Progress":
        """Return the progress after one claim went from one decision to another."""
        came, left = _slot(after), _slot(before)
        if came == left:
            return self
        changes = {}
        if left:
            changes[left] = getattr(self, left) - 1
        if came:
            changes[came] = getattr(self, came) + 1
        return replace(self, **changes)


_SLOT_OF_VERDICT = {
    Verdict.CONFIRMED: "confirmed",
    Verdict.DISPUTED: "disputed",
    Verdict.UNVERIFIED: "unverified",
}
_SLOT_OF_STATE = {
    State.PARKED: "parked",
    State.NOT_CHECKABLE: "not_checkable",
    State.NOT_A_CLAIM: "not_a_claim",
}


def _slot(decision: Decision) -> str:
    if decision.verdict is not None:
        return _SLOT_OF_VERDICT[decision.verdict]
    return _SLOT_OF_STATE.get(decision.state, "")


@dataclass(frozen=True, slots=True)
class View:
    """Where the reviewer was: enough to put the same claim under the cursor in the same layout."""

    claim: str = ""
    """The id of the claim under the cursor; empty when there is none."""
    article: str = ""
    """The id of the article whose pane is the current one."""
    leftmost: str = ""
    """The id of the article in the leftmost pane."""
    zoomed: bool = False
    """Whether the current pane has the whole width."""
    set_aside_shown: bool = False
    """Whether blocks excluded from review are shown."""
    claims_shown: bool = True
    """Whether the list of claims is shown where there is room for it."""
    search: str = ""
    """What was searched for last."""
    draft: str = ""
    """A note being written to the claim under the cursor, not yet part of a decision."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What a session is about: articles and claims, with the ways to find them. It never changes."""

    articles: tuple[Article, ...]
    """In the order in which the panes show them."""
    claims: tuple[Claim, ...]
    """In reading order, article by article."""
    article_by_id: Mapping[str, Article]
    article_position: Mapping[str, int]
    """Article id to its index in `articles`."""
    claims_by_article: Mapping[str, tuple[Claim, ...]]
    position: Mapping[str, int]
    """Claim id to its index in `claims`."""

    @classmethod
    def of(cls, articles: Iterable[Article], claims: Iterable[Claim]) -> "Desk":
        """Lay out articles and their claims.

        Args:
            articles: In the order of the panes.
            claims: In any order; each must name one of the articles.

        Returns:
            The desk, with claims sorted into reading order.

        Raises:
            KeyError: A claim names an article that is not there.
        """
        in_order = tuple(articles)
        groups: dict[str, list[Claim]] = {article.id: [] for article in in_order}
        for claim in claims:
            groups[claim.article].append(claim)
        for group in groups.values():
            group.sort(key=lambda claim: (claim.span.start, claim.span.end))
        sorted_claims = tuple(claim for article in in_order for claim in groups[article.id])
        return cls(
            articles=in_order,
            claims=sorted_claims,
            article_by_id={article.id: article for article in in_order},
            article_position={article.id: index for index, article in enumerate(in_order)},
            claims_by_article={key: tuple(group) for key, group in groups.items()},
            position={claim.id: index for index, claim in enumerate(sorted_claims)},
        )

    def claim(self, claim_id: str) -> Claim:
        """Return the claim of that id.

        Raises:
            KeyError: There is none.
        """
        return self.claims[self.position[claim_id]]

    def quote(self, claim: Claim) -> str:
        """Return the text that the claim covers."""
        return claim.span.of(self.article_by_id[claim.article].text)


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
    """Articles and claims."""
    decisions: immutables.Map[str, Decision]
    """Claim id to decision, for the claims that were ever touched."""
    progress: Progress
    """How many claims stand where."""
    trail: Trail | None = None
    """All events, newest first."""
    done: Trail | None = None
    """What undo takes back next, newest first."""
    undone: Trail | None = None
    """What redo brings back next, newest first."""

    @classmethod
    def start(cls, name: str, created_at: str, analyser: str, desk: Desk) -> "Session":
        """Return a session in which nothing is decided yet."""
        return cls(name, created_at, analyser, desk, immutables.Map(), Progress(total=len(desk.claims)))

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
        """Return the session after one more event, in constant time.

        The event's `after` holds, whatever was there: the log is the truth. An event about a claim
        that is not on the desk is kept in the trail and counts nowhere.

        Args:
            event: The next event.

        Returns:
            The new session.
        """
        done, undone = self._stacks_after(event)
        decisions, progress = self.decisions, self.progress
        if event.claim in self.desk.position:
            progress = progress.moved(self.decision(event.claim), event.after)
            decisions = decisions.set(event.claim, event.after)
        return replace(
            self,
            decisions=decisions,
            progress=progress,
            trail=Trail(event, self.trail),
            done=done,
            undone=undone,
        )

    def _stacks_after(self, event: Event) -> tuple[Trail | None, Trail | None]:
        if event.action is Action.UNDO and self.done and self.done.event.id == event.reverts:
            return self.done.earlier, Trail(self.done.event, self.undone)
        if event.action is Action.REDO and self.undone and self.undone.event.id == event.reverts:
            return Trail(self.undone.event, self.done), self.undone.earlier
        return Trail(event, self.done), None

    def fold(self, events: Iterable[Event]) -> "Session":
        """Return the session after all these events, oldest first."""
        session = self
        for event in events:
            session = session.apply(event)
        return session
