"""Check-worthiness: how much a sentence is worth checking, as a number and in the words that explain it."""

import math
from collections.abc import Mapping, Sequence
from operator import getitem
from pathlib import Path
from typing import Final

from workbench.analysis.wording import Wording
from workbench.tables import Table, read_table

FACTS: Final = (
    "quantity",
    "date",
    "named_source",
    "outlet_source",
    "anonymous_source",
    "unresolved_source",
    "quotation",
    "attributed",
    "denied",
    "compared",
    "question",
    "heading",
    "caption",
)
"""What the analysis finds in a sentence beyond its words; each is a bit of `Worth.fact`."""

_PLAIN: Final = ("plain statement",)
_FEWEST_TELLING: Final = 0.2
_MOST_REASONS: Final = 4
_MOST_REMEMBERED: Final = 50_000


class Worth:
    """A linear model: the classes of a sentence's words have weights, and so has what was found in it.

    Args:
        tables: The folder of the shipped tables.
        own: The folder of the user's tables, or None.
        wording: What the words of a sentence are.

    Raises:
        ConfigError: A table of the user is broken.
    """

    def __init__(self, tables: Path, own: Path | None, wording: Wording) -> None:
        weights = read_table(tables, "weights", own)
        rules = read_table(tables, "worth", own)
        self.names = names = (*wording.names, *FACTS)
        """The class or fact that each bit stands for, lowest bit first."""
        self.fact: Mapping[str, int] = {name: 1 << names.index(name) for name in FACTS}
        """The bit of each fact."""
        worthy, objective = _numbers(weights, "worthy"), _numbers(weights, "objective")
        shares, added = _numbers(rules, "shares"), _numbers(rules, "added")
        total = {
            name: shares["worthy"] * worthy.get(name, 0.0)
            + shares["objective"] * objective.get(name, 0.0)
            + added.get(name, 0.0)
            for name in ("bias", *names)
        }
        self._worthy = _Weigher(names, worthy)
        self._objective = _Weigher(names, objective)
        self._total = _Weigher(names, total)
        words = rules["words"]
        assert isinstance(words, dict)
        self._explained = [
            (1 << place, str(word), total[name])
            for place, name in enumerate(names)
            if (word := words.get(name)) is not None
        ]
        self._explainable = sum(bit for bit, _, _ in self._explained)
        self._remembered: dict[int, tuple[str, ...]] = {}

    def worthy(self, bits: int) -> float:
        """Return how likely a sentence with these classes and facts is worth checking; 0.5 is even."""
        return self._worthy.chance(bits)

    def objective(self, bits: int) -> float:
        """Return how likely it states facts rather than voices its author's opinion."""
        return self._objective.chance(bits)

    def score(self, bits: int) -> float:
        """Return the check-worthiness, 0..1, of a sentence with these classes and facts."""
        return round(self._total.chance(bits), 3)

    def reasons(self, bits: int) -> tuple[str, ...]:
        """Say what made the score: what raised it most first, then what lowered it."""
        key = bits & self._explainable
        reasons = self._remembered.get(key)
        if reasons is None:
            if len(self._remembered) >= _MOST_REMEMBERED:
                self._remembered.clear()
            reasons = self._remembered[key] = self._explain(key)
        return reasons

    def _explain(self, bits: int) -> tuple[str, ...]:
        shares: dict[str, float] = {}
        for bit, word, weight in self._explained:
            if bits & bit:
                shares[word] = shares.get(word, 0.0) + weight
        telling = sorted((-share, word) for word, share in shares.items() if abs(share) >= _FEWEST_TELLING)
        raising = [word for share, word in telling if share < 0]
        lowering = [word for share, word in reversed(telling) if share > 0]
        return (*raising[:_MOST_REASONS], *lowering[:_MOST_REASONS]) or _PLAIN


class _Weigher:
    """A sum of weights over the bits of a number, eight bits at a time."""

    def __init__(self, names: Sequence[str], weights: Mapping[str, float]) -> None:
        self._bias = weights.get("bias", 0.0)
        self._size = (len(names) + 7) // 8
        self._tables: list[list[float]] = []
        for first in range(0, len(names), 8):
            eight = [weights.get(name, 0.0) for name in names[first : first + 8]]
            self._tables.append(
                [
                    sum(weight for place, weight in enumerate(eight) if byte >> place & 1)
                    for byte in range(256)
                ]
            )

    def chance(self, bits: int) -> float:
        """Return the logistic function of the sum: a probability."""
        total = self._bias + sum(map(getitem, self._tables, bits.to_bytes(self._size, "little")))
        return 1.0 / (1.0 + math.exp(-total))


def _numbers(table: Table, key: str) -> dict[str, float]:
    entries = table[key]
    assert isinstance(entries, dict)
    return {name: float(value) for name, value in entries.items() if isinstance(value, int | float)}
