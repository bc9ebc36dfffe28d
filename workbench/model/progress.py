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
        slots = Counter(filter(None, map(_slot, decisions)))
        return cls(total=total, **slots)

    def moved(self, changes: Iterable[tuple[Decision, Decision]]) -> "Progress":
        """Return the progress after claims went from one decision to another.

        Args:
            changes: The decision before and after, of each of these claims.
        """
        counts = {slot: getattr(self, slot) for slot in _SLOTS}
        for before, after in changes:
            if left := _slot(before):
                counts[left] -= 1
            if came := _slot(after):
                counts[came] += 1
        return Progress(self.total, **counts)


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
_SLOTS = (*_SLOT_OF_VERDICT.values(), *_SLOT_OF_STATE.values())


def _slot(decision: Decision) -> str:
    if decision.verdict is not None:
        return _SLOT_OF_VERDICT[decision.verdict]
    return _SLOT_OF_STATE.get(decision.state, "")
