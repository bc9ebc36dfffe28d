"""Two sentences laid side by side: what they share in the same order, and what stands against what."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel, MatchingBlock

from workbench.analysis.comparison.words import Reading, Word


@dataclass(frozen=True, slots=True)
class Gap:
    """A run of words of each sentence that stand against each other; one of the two may be empty."""

    a: int
    """The place of the first word in the first sentence."""
    a_end: int
    """The place after the last."""
    b: int
    """The place of the first word in the second sentence."""
    b_end: int
    """The place after the last."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """What two sentences share in the same order."""

    shared: float
    """The weight of the words that they share."""
    weight_a: float
    """The weight of all words of the first."""
    weight_b: float
    """The weight of all words of the second."""
    longest: int
    """How many words the longest run has that they share."""
    blocks: Sequence[MatchingBlock]
    """The runs that they share, in order; the last one is empty and stands at the end of both."""

    @property
    def gaps(self) -> list[Gap]:
        """What lies between the shared runs, in order."""
        found: list[Gap] = []
        from_a = from_b = 0
        for block in self.blocks:
            if block.a > from_a or block.b > from_b:
                found.append(Gap(from_a, block.a, from_b, block.b))
            from_a, from_b = block.a + block.size, block.b + block.size
        return found

    @property
    def similarity(self) -> float:
        """How much of both is shared, 0..1."""
        weight = self.weight_a + self.weight_b
        return 2 * self.shared / weight if weight else 0.0

    @property
    def containment(self) -> float:
        """How much of the shorter one is shared, 0..1."""
        least = min(self.weight_a, self.weight_b)
        return self.shared / least if least else 0.0


def align(a: Reading, b: Reading, weigh: Callable[[Word], float]) -> Alignment:
    """Lay two sentences side by side, by the longest common subsequence of their stems.

    Args:
        a: The first sentence.
        b: The second sentence, read with the same vocabulary.
        weigh: How much a word counts.

    Returns:
        What they share, and what differs.
    """
    shared, longest, words = 0.0, 0, a.words
    blocks = Indel.editops(a.signs, b.signs).as_matching_blocks()
    for block in blocks:
        at, size = block.a, block.size
        shared += sum(map(weigh, words[at : at + size]))
        if size > longest:
            longest = size
    return Alignment(shared, sum(map(weigh, words)), sum(map(weigh, b.words)), longest, blocks)


def content_weight(word: Word) -> float:
    """Weigh a word without knowing how rare it is: names and numbers most, stop words hardly."""
    return 1.0 if word.is_content else 0.1
