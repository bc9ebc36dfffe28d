"""Linear models: the weights of features, added up family by family."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from workbench.analysis.speech.features import Key
from workbench.tables import Table

BIAS: Final = "bias"
"""The feature that every example has."""

Family = Callable[..., list[str]]
"""What gives the features of a key."""

_MOST_KEPT: Final = 5_000


class _Sums(dict[Key, float]):
    """The summed weights of one family's features, by key, worked out on first use."""

    def __init__(self, features: Family, weights: Mapping[str, float]) -> None:
        super().__init__()
        self._features = features
        self._weights = weights

    def __missing__(self, key: Key) -> float:
        total = sum(self._weights.get(feature, 0.0) for feature in dict.fromkeys(self._features(*key)))
        if len(self) < _MOST_KEPT:
            self[key] = total
        return total


class LinearModel:
    """A logistic regression whose weights come from a table.

    Args:
        weights: The weight of every feature, in log-odds; the rest weigh nothing.
        families: What gives the features of an example's keys.
    """

    def __init__(self, weights: Mapping[str, float], families: Sequence[Family]) -> None:
        self._bias = weights.get(BIAS, 0.0)
        self._sums = [_Sums(features, weights) for features in families]

    def part(self, keys: Sequence[Key], first: int) -> float:
        """Return what the families from the one numbered `first` add to the score."""
        total = 0.0
        for sums, key in zip(self._sums[first:], keys, strict=False):
            total += sums[key]
        return total

    def score(self, keys: Sequence[Key]) -> float:
        """Return the log-odds of an example: above 0 is more likely than not.

        The keys of the first families alone give what those families add up to.
        """
        total = self._bias
        for sums, key in zip(self._sums, keys, strict=False):
            total += sums[key]
        return total


def features_of(keys: Sequence[Key], families: Sequence[Family]) -> list[str]:
    """List the features of an example, the bias first, each once.

    Args:
        keys: What each family depends on.
        families: What gives the features of each.

    Returns:
        The features' names.
    """
    found = [feature for features, key in zip(families, keys, strict=True) for feature in features(*key)]
    return list(dict.fromkeys([BIAS, *found]))


def weights_of(table: Table, name: str) -> dict[str, float]:
    """Return the weights of one model out of the table of weights."""
    listed = table[name]
    if isinstance(listed, list):
        return {}
    return {feature: float(weight) for feature, weight in listed.items() if isinstance(weight, int | float)}
