"""Ends: where what is said after its cue is over."""

import math
import re
from collections.abc import Sequence
from itertools import islice
from typing import Final

from workbench.analysis.speech.boundaries import boundaries, keys_of_boundary
from workbench.analysis.speech.candidates import Candidate, Side
from workbench.analysis.speech.tokens import Sentence
from workbench.analysis.speech.weights import LinearModel

WHOLE: Final = frozenset({"colon", "according", "as"})
"""Frames whose content runs to the end of the sentence."""

_NEXT_SPEAKER: Final = re.compile(r";[DjNnpEMt#P]{1,8}R?x?[szZ]")
_MOST_ENDS: Final = 12
_CERTAIN: Final = 0.6


def with_end(sentence: Sentence, candidate: Candidate, model: LinearModel) -> Candidate:
    """Cut the content that follows a cue where it most likely ends.

    Every place where it may end has a probability; the end taken is the one whose content is
    expected to overlap the true one best, as intersection over union.

    Args:
        sentence: The sentence.
        candidate: A candidate.
        model: What tells how likely an end is.

    Returns:
        The candidate with its content cut.
    """
    if candidate.side is not Side.RIGHT or not candidate.contents or candidate.frame.name in WHOLE:
        return candidate
    begin = candidate.contents[0][0]
    if candidate.frame.name == "quote" and "." in sentence.words[begin]:
        return candidate._replace(contents=((begin, begin + 1),))
    return candidate._replace(contents=((begin, _likeliest(sentence, candidate, begin, model)),))


def _likeliest(sentence: Sentence, candidate: Candidate, begin: int, model: LinearModel) -> int:
    ends: list[tuple[int, float]] = []
    reached = 1.0
    for at in islice(boundaries(sentence, begin), _MOST_ENDS):
        if _NEXT_SPEAKER.match(sentence.tags, at):
            ends.append((at, reached))
            return _best(begin, ends)
        chance = 1 / (1 + math.exp(-model.score(keys_of_boundary(sentence, candidate, begin, at))))
        if reached * chance > _CERTAIN:
            return at
        ends.append((at, reached * chance))
        reached *= 1 - chance
    if reached > _CERTAIN:
        return sentence.size
    ends.append((sentence.size, reached))
    return _best(begin, ends)


def _best(begin: int, ends: Sequence[tuple[int, float]]) -> int:
    return max(ends, key=lambda end: _expected_overlap(end[0] - begin, begin, ends))[0]


def _expected_overlap(size: int, begin: int, ends: Sequence[tuple[int, float]]) -> float:
    total = 0.0
    for end, chance in ends:
        other = end - begin
        total += chance * (size / other if size < other else other / size)
    return total
