"""Which sides an article names together: "Syrian government" is one, a "US-led coalition" are allies."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from workbench.analysis.comparison.facts.parties import Parties
from workbench.analysis.comparison.words import Reading


@dataclass(frozen=True, slots=True, eq=False)
class Allies:
    """What an article shows about sides."""

    together: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    """Two features of one side, each order."""

    def widen(self, side: frozenset[str]) -> frozenset[str]:
        """Return a side with what goes together with any of its features."""
        if not side or not self.together:
            return side
        return side | {other for one, other in self.together if one in side}


def find_allies(readings: Iterable[Reading], parties: Parties) -> Allies:
    """Find the sides that an article names next to each other.

    Args:
        readings: The words of its claims.
        parties: The words for sides.

    Returns:
        What goes together. Of the names by one word only the usual ones count: who writes of the Syrian
        government may mention another one too.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for reading in readings:
        counts.update(parties.neighbours(reading))
    most: dict[str, int] = {}
    for (_, side), count in counts.items():
        most[side] = max(most.get(side, 0), count)
    usual = [pair for pair, count in counts.items() if 2 * count >= most[pair[1]]]
    return Allies(frozenset([*usual, *((side, name) for name, side in usual)]))
