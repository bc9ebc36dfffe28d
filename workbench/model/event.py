"""An event: one recorded change, with what was before and what is after. Never edited, never deleted."""

from dataclasses import dataclass, replace
from enum import StrEnum

from workbench.model.article import Block
from workbench.model.claim import Claim
from workbench.model.decision import UNDECIDED, Decision
from workbench.model.relation import RelationChange


class Action(StrEnum):
    """What a reviewer did."""

    VERDICT = "verdict"
    """Gave or cleared a verdict."""
    STATE = "state"
    """Parked, accepted, rejected, or called not checkable."""
    NOTE = "note"
    """Wrote, changed or removed a note."""
    EVIDENCE = "evidence"
    """Added, changed or removed evidence."""
    TAGS = "tags"
    """Changed the tags."""
    CONFIDENCE = "confidence"
    """Said how sure the verdict is."""
    WORDING = "wording"
    """Worded the claim for the report."""
    UNDO = "undo"
    """Took an earlier event back."""
    REDO = "redo"
    """Brought back an event that was taken back."""
    BLOCK = "block"
    """Set a block aside, or brought it into review."""
    RELATION = "relation"
    """Accepted or rejected a relation between two claims, or made one by hand."""
    IMPORT = "import"
    """Brought in what was decided in another copy of the session."""
    SPAN = "span"
    """Made a claim, gave one new bounds, merged some, or split one."""


@dataclass(frozen=True, slots=True)
class BlockChange:
    """What a person said a block is, against what the program took it for."""

    article: str
    """The id of the article."""
    before: Block
    """The block as it was."""
    after: Block
    """The same run of text as what it is from now on."""
    appeared: tuple[Claim, ...] = ()
    """The claims that come into review with it."""
    vanished: tuple[Claim, ...] = ()
    """The claims that leave review with it; what was decided about them is kept."""

    @property
    def reversed(self) -> "BlockChange":
        """The change that takes this one back."""
        return BlockChange(self.article, self.after, self.before, self.vanished, self.appeared)


@dataclass(frozen=True, slots=True)
class DecisionChange:
    """What is decided about one claim, before and after."""

    claim: str
    """The id of the claim."""
    before: Decision
    """The decision that was there."""
    after: Decision
    """The decision from now on."""


@dataclass(frozen=True, slots=True)
class ClaimsChange:
    """Claims of one article that a person put in the place of others."""

    vanished: tuple[Claim, ...]
    """The claims that leave; empty for a new claim."""
    appeared: tuple[Claim, ...]
    """The claims that come, in reading order."""
    decided: tuple[DecisionChange, ...] = ()
    """What becomes of the decisions about all of them, each claim once."""

    @property
    def reversed(self) -> "ClaimsChange":
        """The change that takes this one back."""
        back = tuple(DecisionChange(one.claim, one.after, one.before) for one in self.decided)
        return ClaimsChange(self.appeared, self.vanished, back)


@dataclass(frozen=True, slots=True)
class Event:
    """One change to one claim, one block or one relation, or to the claims themselves."""

    id: str
    """Made by the client, unique and rising with time: a UUIDv7, 32 hexadecimal digits."""
    at: str
    """When, ISO 8601 in UTC."""
    reviewer: str
    """Who."""
    action: Action
    """What was done."""
    claim: str
    """The id of the claim that changed, appeared, or whose relation changed; empty where a block did."""
    before: Decision = UNDECIDED
    """The decision that was there; about a claim only."""
    after: Decision = UNDECIDED
    """The decision from now on; about a claim only."""
    reverts: str = ""
    """For UNDO and REDO the id of the event taken back or brought back; else empty."""
    block: BlockChange | None = None
    """The change to a block; None where something else changed."""
    relation: RelationChange | None = None
    """The change to a relation; None where something else changed."""
    claims: ClaimsChange | None = None
    """The change to the claims themselves; None where something else changed."""
    group: str = ""
    """Names the events that were recorded in one stroke, and are undone in one; empty for one alone."""

    @property
    def is_decision(self) -> bool:
        """Whether it changes what is decided about a claim, and nothing else."""
        return self.block is None and self.relation is None and self.claims is None

    @property
    def reversed(self) -> "Event":
        """The same event with its changes in the other direction."""
        return replace(
            self,
            before=self.after,
            after=self.before,
            block=self.block.reversed if self.block else None,
            relation=self.relation.reversed if self.relation else None,
            claims=self.claims.reversed if self.claims else None,
        )

    @property
    def decided(self) -> tuple[DecisionChange, ...]:
        """What becomes of decisions."""
        if self.is_decision:
            return (DecisionChange(self.claim, self.before, self.after),)
        return self.claims.decided if self.claims is not None else ()
