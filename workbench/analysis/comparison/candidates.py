"""Which claims are worth judging: those that share rare concepts, words in a row, or a fact's key."""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, TypeAlias

from workbench.analysis.comparison.rarity import Rarity

Clues: TypeAlias = tuple[str, ...]
"""What leads from a claim to others: its rarest concepts, runs of its words, and what its facts are about."""

_CONCEPTS: Final = 30
"""The rarest concepts of a claim that lead to others."""
_USUAL: Final = 1_500
"""Concepts that weigh less, in thousandths, lead nowhere: all news speak of them."""
_RUN: Final = 4
"""Words in a row that lead to a copy, however usual they are."""
_RUNS: Final = 2
"""Such runs of a claim that are looked at, among those of usual words and among those of rare ones."""
_ENOUGH: Final = 5_000
"""What the shared concepts must weigh: two names, or three words that are less rare."""
_MOST: Final = 40
"""Claims of another article that one claim is judged against, at most."""


class ClueFinder:
    """Finds the clues of claims, and knows what each weighs.

    Args:
        rarity: Knows how telling a concept is, from all articles.
    """

    def __init__(self, rarity: Rarity) -> None:
        self._rarity = rarity
        self.weights: dict[str, int] = {}
        """The weight of every concept found so far, in thousandths; any other clue is enough by itself."""

    def clues(self, words: str, concepts: str, keys: Iterable[str]) -> Clues:
        """Find the clues of a claim.

        Args:
            words: Its words: a character for each stem.
            concepts: What it speaks of: a character for each concept.
            keys: What its facts are about; sharing one is enough to be judged.

        Returns:
            The clues.
        """
        weights = self.weights
        own = set(concepts)
        for concept in own:
            if concept not in weights:
                weights[concept] = round(1000 * self._rarity.weight(concept))
        rarest = [concept for concept in own if weights[concept] >= _USUAL]
        if len(rarest) > _CONCEPTS:
            rarest = sorted(rarest, key=lambda concept: (-weights[concept], concept))[:_CONCEPTS]
        enough = [f"= {key}" for key in keys]
        # signs are given as words turn up: the first runs begin with usual words, the last with rare ones
        runs = sorted({words[at : at + _RUN] for at in range(len(words) - _RUN + 1)})
        enough += runs if len(runs) <= 2 * _RUNS else [*runs[:_RUNS], *runs[-_RUNS:]]
        return (*rarest, *enough)


class ClaimIndex:
    """Finds, among some claims, those that another claim may be about.

    Args:
        claims: The clues of each.
        weights: What a concept weighs, in thousandths: sums depend on no order.
    """

    def __init__(self, claims: Sequence[Clues], weights: dict[str, int]) -> None:
        self._weights = weights
        self._holders: dict[str, list[int]] = defaultdict(list)
        for number, clues in enumerate(claims):
            for clue in clues:
                self._holders[clue].append(number)

    def like(self, clues: Clues, end: int | None = None) -> list[int]:
        """Find the claims that share enough with another one.

        Args:
            clues: What leads from the other one.
            end: The number of the claim that the search ends before; None for no end.

        Returns:
            Their numbers in order.
        """
        holders, weights = self._holders, self._weights
        shared: dict[int, int] = defaultdict(int)
        for clue in filter(holders.__contains__, clues):
            weight = weights.get(clue, _ENOUGH)
            for number in holders[clue]:
                shared[number] += weight
        enough = [number for number, weight in shared.items() if weight >= _ENOUGH]
        if end is not None:
            enough = [number for number in enough if number < end]
        if len(enough) > _MOST:
            enough = heapq.nlargest(_MOST, enough, key=lambda number: (shared[number], -number))
        enough.sort()
        return enough
