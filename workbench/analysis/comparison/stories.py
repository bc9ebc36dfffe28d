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


def find_related(concepts: Sequence[str], rarity: Rarity, threshold: float = RELATED) -> list[list[int]]:
    """Find the articles that are to be compared.

    The similarity is the cosine of their concepts, weighed by rarity. Time grows with the number of
    concepts that few articles share.

    Args:
        concepts: What each article speaks of: a character for each concept, each once.
        rarity: Knows how many articles use a concept.
        threshold: The least similarity, 0..1.

    Returns:
        For each article the numbers of the related ones after it, in order.
    """
    users: dict[str, list[int]] = defaultdict(list)
    weights: dict[str, float] = {}
    sizes = []
    for number, own in enumerate(concepts):
        size = 0.0
        for concept in own:
            if rarity.users(concept) > _COMMON:
                continue
            if concept not in weights:
                weights[concept] = rarity.weight(concept) ** 2
            size += weights[concept]
            users[concept].append(number)
        sizes.append(math.sqrt(size))
    nearest = [_nearest(number, own, users, weights, sizes, threshold) for number, own in enumerate(concepts)]
    related: list[set[int]] = [set() for _ in concepts]
    for number, others in enumerate(nearest):
        for other in others:
            related[min(number, other)].add(max(number, other))
    return [sorted(others) for others in related]


def _nearest(
    number: int,
    own: str,
    users: dict[str, list[int]],
    weights: dict[str, float],
    sizes: Sequence[float],
    threshold: float,
) -> list[int]:
    shared: dict[int, float] = defaultdict(float)
    for concept in own:
        if concept in weights and len(users[concept]) > 1:
            weight = weights[concept]
            for other in users[concept]:
                shared[other] += weight
    shared.pop(number, None)
    least = threshold * sizes[number]
    found = [
        (weight / sizes[other], -other) for other, weight in shared.items() if weight >= least * sizes[other]
    ]
    return [-other for _, other in heapq.nlargest(_NEAREST, found)]
