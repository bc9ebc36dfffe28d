"""What a reviewer has said about a claim: verdict, state and note."""

from dataclasses import dataclass
from enum import StrEnum


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

    def __post_init__(self) -> None:
        """Refuse a verdict without the state DECIDED, and the state without a verdict."""
        if (self.verdict is not None) != (self.state is State.DECIDED):
            raise ValueError(f"verdict {self.verdict} does not go with state {self.state}")

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
