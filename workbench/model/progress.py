"""How far a session is: how many claims stand where."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from workbench.model.decision import Decision, State, Verdict


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

    @classmethod
    def count(cls, total: int, decisions: Iterable[Decision]) -> "Progress":
        """Count claims.

        Args:
            total: How many claims there are.
            decisions: What is decided about each of them.
        """
        slots = Counter(map(_slot, decisions))
        return cls(total, *(slots[slot] for slot in range(1, _SLOTS)))

    def moved(self, changes: Iterable[tuple[Decision, Decision]]) -> "Progress":
        """Return the progress after claims went from one decision to another.

        Args:
            changes: The decision before and after, of each of these claims.
        """
        counts = [
            0,
            self.confirmed,
            self.disputed,
            self.unverified,
            self.parked,
            self.not_checkable,
            self.not_a_claim,
        ]
        for before, after in changes:
            counts[_slot(before)] -= 1
            counts[_slot(after)] += 1
        return Progress(self.total, *counts[1:])


_SLOT_OF_VERDICT = {Verdict.CONFIRMED: 1, Verdict.DISPUTED: 2, Verdict.UNVERIFIED: 3}
_SLOT_OF_STATE = {State.PARKED: 4, State.NOT_CHECKABLE: 5, State.NOT_A_CLAIM: 6}
_SLOTS = 7


def _slot(decision: Decision) -> int:
    """Return which of the fields of `Progress`, in their order, counts a decision; 0 where none does."""
    if decision.verdict is not None:
        return _SLOT_OF_VERDICT[decision.verdict]
    return _SLOT_OF_STATE.get(decision.state, 0)
