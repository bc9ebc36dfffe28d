"""Which articles tell the same story: those that share rare concepts. Others are not compared."""

import heapq
import math
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from workbench.analysis.comparison.rarity import Rarity

RELATED: Final = 0.1
"""The similarity from which on two articles are compared, 0..1.

Chosen so that of articles by several outlets on one event nearly all pairs are found; of articles on two
events of the same field a tenth is let through, and the judgement of their claims has to tell them apart.
"""
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
    related: list[set[int]] = [set() for _ in concepts]
    for number, others in enumerate(nearest):
        for _, other in heapq.nlargest(_NEAREST, others):
            related[number].add(-other)
            related[-other].add(number)
    return related


class _Weights(dict[str, float]):
    """What it adds to the similarity to share a concept; 0 for one that too many articles use."""

    def __init__(self, rarity: Rarity) -> None:
        super().__init__()
        self._rarity = rarity

    def __missing__(self, concept: str) -> float:
        is_common = self._rarity.users(concept) > _COMMON
        weight = self[concept] = 0.0 if is_common else self._rarity.weight(concept) ** 2
        return weight
