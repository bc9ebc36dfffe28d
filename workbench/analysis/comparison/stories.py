"""Which articles tell the same story: those that share rare concepts. Others are not compared."""

import heapq
import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from workbench.analysis.comparison.rarity import Rarity

RELATED: Final = 0.1
"""The similarity from which on two articles are compared, 0..1.

Chosen so that of articles by several outlets on one event nearly all pairs are found. On a desk of two
articles it lets a tenth of those through that tell of two events in one field.
"""
_AS_NEAR: Final = 0.55
"""The share of an article's usual similarity, below which another one tells a story of the same kind, and not
the same: another attack in the war."""
_TYPICAL: Final = 2
"""The nearest articles that tell what is usual for an article."""
_ALIKE: Final = 0.3
"""What similarity counts for that at most: copies are nearer than articles of one story need be."""
_COMMON: Final = 40
"""Articles that use a concept, above which it no longer leads from one to the other."""
_NEAREST: Final = 60
"""Articles that one article is compared with, at most, however many tell its story."""


def find_related(concepts: Sequence[str], rarity: Rarity, threshold: float = RELATED) -> list[set[int]]:
    """Find the articles that are to be compared.

    The similarity is the cosine of their concepts, weighed by rarity. Time grows with the number of
    concepts that few articles share.

    Args:
        concepts: What each article speaks of: a character for each concept, each once.
        rarity: Knows how many articles use a concept.
        threshold: The least similarity, 0..1.

    Returns:
        For each article the numbers of the related ones.
    """
    users: dict[str, list[int]] = defaultdict(list)
    weights = _Weights(rarity)
    sizes: list[float] = []
    nearest: list[list[tuple[float, int]]] = [[] for _ in concepts]
    for number, own in enumerate(concepts):
        shared: dict[int, float] = defaultdict(float)
        total = 0.0
        for concept in own:
            weight = weights[concept]
            if weight:
                total += weight
                having = users[concept]
                for other in having:
                    shared[other] += weight
                having.append(number)
        size = math.sqrt(total)
        for other, weight in shared.items():
            if weight >= threshold * size * sizes[other]:
                similarity = weight / (size * sizes[other])
                nearest[number].append((similarity, -other))
                nearest[other].append((similarity, -number))
        sizes.append(size)
    usual = [_usual(others) for others in nearest]
    related: list[set[int]] = [set() for _ in concepts]
    for number, others in enumerate(nearest):
        for similarity, negative in heapq.nlargest(_NEAREST, others):
            other = -negative
            if similarity >= _AS_NEAR * min(usual[number], usual[other]):
                related[number].add(other)
                related[other].add(number)
    return related


def _usual(others: Iterable[tuple[float, int]]) -> float:
    """Return how similar an article is to those of its story, as far as the nearest ones tell."""
    nearest = heapq.nlargest(_TYPICAL, others)
    return min(_ALIKE, sum(similarity for similarity, _ in nearest) / len(nearest)) if nearest else 0.0


class _Weights(dict[str, float]):
    """What it adds to the similarity to share a concept; 0 for one that too many articles use."""

    def __init__(self, rarity: Rarity) -> None:
        super().__init__()
        self._rarity = rarity

    def __missing__(self, concept: str) -> float:
        is_common = self._rarity.users(concept) > _COMMON
        weight = self[concept] = 0.0 if is_common else self._rarity.weight(concept) ** 2
        return weight
