"""An event: one recorded change, with what was before and what is after. Never edited, never deleted."""

from dataclasses import dataclass
from enum import StrEnum

from workbench.model.decision import Decision


class Action(StrEnum):
    """What a reviewer did."""

    VERDICT = "verdict"
    """Gave or cleared a verdict."""
    STATE = "state"
    """Parked, accepted, rejected, or called not checkable."""
    NOTE = "note"
    """Wrote, changed or removed a note."""
    UNDO = "undo"
    """Took an earlier event back."""
    REDO = "redo"
    """Brought back an event that was taken back."""


@dataclass(frozen=True, slots=True)
class Event:
    """One change to one claim."""

    id: str
    """Made by the client, unique and rising with time: a UUIDv7, 32 hexadecimal digits."""
    at: str
    """When, ISO 8601 in UTC."""
    reviewer: str
    """Who."""
    action: Action
    """What was done."""
    claim: str
    """The id of the claim that changed."""
    before: Decision
    """The decision that was there."""
    after: Decision
    """The decision from now on."""
    reverts: str = ""
    """For UNDO and REDO the id of the event taken back or brought back; else empty."""
