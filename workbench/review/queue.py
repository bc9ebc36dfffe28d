"""The claims that a reviewer goes through, in the order in which they come."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from workbench.model.claim import Claim
from workbench.model.desk import Desk


@dataclass(frozen=True, slots=True)
class Queue:
    """The claims that a reviewer goes through, in order."""

    claims: Sequence[Claim] = ()
    """In the order to go through them."""
    position: Mapping[str, int] = field(default_factory=dict)
    """Claim id to its index in `claims`."""

    @classmethod
    def of(cls, desk: Desk) -> "Queue":
        """Return all claims of a desk in reading order."""
        return cls(desk.claims, desk.position)
