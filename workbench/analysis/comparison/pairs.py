"""What two sentences have to do with each other, judged from their words alone."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

from workbench.analysis.comparison.pair_features import Findings, PairFeatures
from workbench.analysis.comparison.pair_figures import FigureComparer
from workbench.analysis.comparison.pair_reasons import Evidence, PairReasons
from workbench.analysis.comparison.statement import Statement, StatementReader, has_figure
from workbench.analysis.comparison.words import Vocabulary
from workbench.analysis.numbers.units import Units
from workbench.model.article import Span
from workbench.model.relation import DifferenceKind
from workbench.tables import read_table

_TABLES: Final = Path(__file__).parents[1] / "tables"
OUTCOMES: Final = ("same", "conflict", "other")
PROSE: Final = "prose"
HEADING: Final = "heading"
PLAIN: Final = "plain"
SIMILARITY: Final = "similarity"
BIAS: Final = "bias"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the second of two sentences says to the first, as far as their words tell."""

    same: float
    """How likely it says the same, or more; the three add up to 1."""
    conflict: float
    """How likely both cannot be true."""
    other: float
    """How likely it leaves the first open, or speaks of something else."""
    similarity: float
    """How near they are in meaning, 0..1, whether they agree or not."""
    kind: DifferenceKind
    """What sets them apart most; WORDING where nothing particular does."""
    reason: str
    """What decided, for a person to read."""

    @property
    def outcome(self) -> str:
        """The likeliest: "same", "conflict" or "other"."""
        chances = (self.same, self.conflict, self.other)
        return OUTCOMES[chances.index(max(chances))]


class PairJudge:
    """Judges pairs of sentences by a linear model over features that a person can read.

    There is a set of weights for each style of pair: prose with names and figures, headings, and plain
    sentences that have neither.

    Args:
        vocabulary: The words of all articles that are compared.
        own: The folder of the user's tables, or None.

    Raises:
        ConfigError: A table of the user is broken.
    """

    def __init__(self, vocabulary: Vocabulary, own: Path | None = None) -> None:
        self._vocabulary = vocabulary
        self.reader = StatementReader(vocabulary, own)
        """Prepares sentences for `judge`."""
        self.features = PairFeatures(
            vocabulary.concepts, FigureComparer(Units(own), self.reader.strict, self._stems_of)
        )
        """Finds what is weighed."""
        table = read_table(_TABLES, "pair_weights", own)
        self._weights = {
            style: cast("Mapping[str, tuple[float, float, float]]", table[style])
            for style in (PROSE, HEADING, PLAIN)
        }
        self._similarity = cast("Mapping[str, float]", table[SIMILARITY])
        self._reasons = PairReasons()

    def judge(self, a: Statement, b: Statement) -> Judgement:
        """Judge what the second sentence says to the first.

        Args:
            a: The first sentence, read by `reader`.
            b: The second likewise.

        Returns:
            The chances of each outcome, with what decided. It depends on the order: a sentence that says more
            than the first says the same to it, and not the other way round.
        """
        found = self.features.find(a, b)
        weights = self._weights[style_of(a, b)]
        sums = list(weights[BIAS])
        for name, value in found.values.items():
            known = weights.get(name)
            if known is not None:
                for outcome in range(len(sums)):
                    sums[outcome] += value * known[outcome]
        same, conflict, other = _chances(sums)
        best = sums.index(max(sums))
        evidence = self._evidence(found, weights, best, a, b)
        return Judgement(same, conflict, other, self._similar(found), evidence.kind, evidence.reason)

    def _similar(self, found: Findings) -> float:
        weights = self._similarity
        total = weights[BIAS] + sum([weights.get(name, 0.0) * value for name, value in found.values.items()])
        return min(1.0, max(0.0, total))

    def _evidence(
        self,
        found: Findings,
        weights: Mapping[str, tuple[float, float, float]],
        outcome: int,
        a: Statement,
        b: Statement,
    ) -> Evidence:
        """Return what speaks most for an outcome, against the mean of the other two."""
        shares = {}
        for name, value in found.values.items():
            if name in weights:
                known = weights[name]
                shares[name] = value * (3 * known[outcome] - sum(known)) / 2
        return self._reasons.of(OUTCOMES[outcome], shares, found, a, b)

    def _stems_of(self, text: str) -> frozenset[str]:
        words = self._vocabulary.read(text, Span(0, len(text))).words
        return frozenset([word.stem for word in words if word.is_content])


def style_of(a: Statement, b: Statement) -> str:
    """Return the style of a pair, which decides about the weights."""
    if a.text[:1].islower() and b.text[:1].islower():
        return HEADING
    if not (a.names or b.names or has_figure(a) or has_figure(b)):
        return PLAIN
    return PROSE if a.is_sentence or b.is_sentence else HEADING


def _chances(sums: list[float]) -> tuple[float, float, float]:
    """Return the softmax of three sums."""
    most = max(sums)
    same, conflict, other = [math.exp(value - most) for value in sums]
    total = same + conflict + other
    return same / total, conflict / total, other / total
