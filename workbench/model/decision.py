"""What a reviewer has said about a claim: verdict, state, note, evidence and what else belongs to it."""

from dataclasses import dataclass
from enum import StrEnum

from workbench.model.evidence import Evidence, Stance


class Verdict(StrEnum):
    """The reviewer's judgement. Unreviewed is the absence of one."""

    CONFIRMED = "confirmed"
    DISPUTED = "disputed"
    UNVERIFIED = "unverified"


class State(StrEnum):
    """Where a claim stands in the work, kept apart from the verdict."""

    SUGGESTED = "suggested"
    """Found by the analysis; nobody has looked."""
    OPEN = "open"
    """Accepted as a claim by a person, without a verdict."""
    DECIDED = "decided"
    """Has a verdict."""
    PARKED = "parked"
    """Left for later."""
    NOT_CHECKABLE = "not checkable"
    """Opinion or prediction."""
    NOT_A_CLAIM = "not a claim"
    """The suggestion is rejected."""


class Confidence(StrEnum):
    """How sure the reviewer is of a verdict."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


SETTLED = frozenset({State.DECIDED, State.NOT_CHECKABLE, State.NOT_A_CLAIM})
"""States that need no further look: they count as reviewed."""


@dataclass(frozen=True, slots=True)
class Note:
    """The reviewer's explanation of a decision."""

    text: str
    """Markdown."""
    reviewer: str
    """Who wrote it."""
    at: str
    """When, ISO 8601 in UTC."""


@dataclass(frozen=True, slots=True)
class Decision:
    """All that is decided about one claim. A verdict and the state DECIDED come together or not at all."""

    state: State = State.SUGGESTED
    """Where the claim stands in the work."""
    verdict: Verdict | None = None
    """The judgement, or None."""
    reviewer: str = ""
    """Who set state and verdict; empty when nobody has."""
    at: str = ""
    """When state and verdict were set, ISO 8601 in UTC; empty when they were not."""
    note: Note | None = None
    """The explanation, or None."""
    evidence: tuple[Evidence, ...] = ()
    """Sources for and against the claim, in the order in which they were added."""
    tags: tuple[str, ...] = ()
    """Words that the reviewer filed it under, each once."""
    confidence: Confidence | None = None
    """How sure the verdict is; None when not said, and without a verdict."""
    reason: str = ""
    """Why the verdict was given though a guard objected; empty when none did or nobody asked."""
    wording: str = ""
    """The claim as the report is to word it; empty for the quote alone."""

    def __post_init__(self) -> None:
        """Refuse a verdict without the state DECIDED, and the state without a verdict."""
        if (self.verdict is not None) != (self.state is State.DECIDED):
            raise ValueError(f"verdict {self.verdict} does not go with state {self.state}")

    def put(
        self, state: State, verdict: Verdict | None, reviewer: str = "", at: str = "", reason: str = ""
    ) -> "Decision":
        """Return the decision with another state and verdict.

        Args:
            state: Where the claim stands from now on.
            verdict: The judgement, or None.
            reviewer: Who says so; empty where that is nobody's word.
            at: When, ISO 8601 in UTC.
            reason: Why, where a guard objected.

        Returns:
            What was written and collected stays; the confidence was that of the verdict before.
        """
        return Decision(  # all fields in their order: what `replace` does, in a third of the time
            state, verdict, reviewer, at, self.note, self.evidence, self.tags, None, reason, self.wording
        )

    def has(self, stance: Stance, *, primary: bool = False) -> bool:
        """Tell whether there is evidence of a stance.

        Args:
            stance: What it does to the claim.
            primary: Whether only primary sources count.
        """
        return any(one.stance is stance and (one.is_primary or not primary) for one in self.evidence)

    @property
    def is_settled(self) -> bool:
        """Whether the claim counts as reviewed."""
        return self.state in SETTLED

    @property
    def is_unreviewed(self) -> bool:
        """Whether nobody has set the claim's state, or only accepted it."""
        return self.state in (State.SUGGESTED, State.OPEN)

    @property
    def label(self) -> str:
        """The verdict, else the state, else "unreviewed": one word for a person to read."""
        if self.verdict is not None:
            return self.verdict.value
        return "unreviewed" if self.is_unreviewed else self.state.value


UNDECIDED = Decision()
"""What is decided about a claim that nobody has touched."""
