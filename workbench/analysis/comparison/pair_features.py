"""What two sentences have in common and what sets them apart, as numbers that a linear model can weigh."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from workbench.analysis.comparison.alignment import Alignment, align, content_weight
from workbench.analysis.comparison.concepts import Concepts
from workbench.analysis.comparison.pair_figures import FigureComparer, FigureMatch
from workbench.analysis.comparison.pair_values import (
    Sides,
    contrast,
    figure_shares,
    naming,
    negation,
    numerals,
    stances,
    wording,
)
from workbench.analysis.comparison.statement import Statement
from workbench.analysis.comparison.words import NUMBER, PLACE, Word

_ALIKE: Final = 0.9
_KIND: Final = 0.7
_RELATED: Final = 0.8
_FOUND: Final = 0.5
_FEWEST_LETTERS: Final = 4


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in a pair: the numbers for the model, and the words for the reason."""

    values: dict[str, float]
    """A number for each feature that is not nought."""
    alignment: Alignment
    """The two laid side by side."""
    opposites: tuple[tuple[Word, Word], ...]
    """Words of the first and of the second that exclude each other."""
    quantities: tuple[FigureMatch, ...]
    """The numbers of the first against those of the second."""
    dates: tuple[FigureMatch, ...]
    """The dates likewise."""
    exclusive: tuple[tuple[Word, Word], ...]
    """Words of both of which only one can hold."""
    places: tuple[tuple[Word, Word], ...]
    """Places that only one of the two names."""


class PairFeatures:
    """Finds the features of pairs.

    Args:
        concepts: What words have to do with each other.
        figures: What numbers and dates have to do with each other.
    """

    def __init__(self, concepts: Concepts, figures: FigureComparer) -> None:
        self._concepts = concepts
        self._figures = figures

    def find(self, a: Statement, b: Statement) -> Findings:
        """Compare two sentences.

        Args:
            a: The first sentence.
            b: The second.

        Returns:
            The features and the words behind them.
        """
        alignment = align(a.reading, b.reading, content_weight)
        of_a, of_b = self._side(a, b), self._side(b, a)
        values = wording(a, b, of_a, of_b, alignment)
        least = values["covered_least"]
        opposites = self._opposites(a, b)
        values |= negation(a, b, of_a, of_b, least)
        exclusive = self._exclusive(a, b, of_a, of_b)
        values |= contrast(of_a, of_b, opposites, exclusive, least, values["negation"])
        values |= naming(a, b, of_a, of_b)
        values |= stances(a, b)
        quantities = self._figures.quantities(a, b)
        dates = self._figures.dates(a, b)
        values |= figure_shares("number", quantities, of_a.covered) | figure_shares(
            "date", dates, of_a.covered
        )
        values |= numerals(a, b)
        only_a = [word for word in a.content if word.flags & PLACE and word.stem not in b.stems]
        only_b = [word for word in b.content if word.flags & PLACE and word.stem not in a.stems]
        values["places_clash"] = float(bool(only_a and only_b))
        return Findings(
            {name: value for name, value in values.items() if value},
            alignment,
            tuple(opposites),
            tuple(quantities),
            tuple(dates),
            tuple(exclusive),
            tuple(zip(only_a, only_b, strict=False)),
        )

    def _side(self, one: Statement, other: Statement) -> Sides:
        exact, covered, alike, kinds = 0, 0.0, 0, 0
        missing = []
        for word in one.content:
            if word.stem in other.stems:
                exact += 1
                continue
            score = self._nearness(word, other)
            covered += score
            alike += score >= _RELATED
            kinds += score == _KIND
            if score < _FOUND:
                missing.append(word)
        count = max(1, len(one.content))
        return Sides(exact / count, (exact + covered) / count, tuple(missing), alike, kinds)

    def _nearness(self, word: Word, other: Statement) -> float:
        """Return how near the nearest word of another sentence comes, 0..1."""
        if word.flags & NUMBER:
            return 0.0
        concepts, stem = self._concepts, word.stem
        if not concepts.rows(stem).isdisjoint(other.rows):
            return _ALIKE
        if len(stem) >= _FEWEST_LETTERS and stem[:4] in other.starts and _is_part(stem, other.stems):
            return _RELATED
        if not concepts.broader(stem).isdisjoint(other.stems):
            return _KIND
        return _KIND if stem in other.broader or word.concept in other.broader else 0.0

    def _opposites(self, a: Statement, b: Statement) -> list[tuple[Word, Word]]:
        """Return the words that exclude each other, where neither sentence has both."""
        if a.opposites.isdisjoint(b.all_stems) and b.opposites.isdisjoint(a.all_stems):
            return []
        return [
            (word, other)
            for word in a.reading.words
            if word.stem not in b.all_stems
            for other in b.reading.words
            if other.stem not in a.all_stems and self._concepts.are_opposites(word.stem, other.stem)
        ]

    def _exclusive(self, a: Statement, b: Statement, of_a: Sides, of_b: Sides) -> list[tuple[Word, Word]]:
        """Return the words of which only one can hold, such as two weekdays."""
        if a.sets.isdisjoint(b.sets):
            return []
        return [
            (one, other)
            for one in of_a.missing
            for other in of_b.missing
            if self._concepts.are_exclusive(one.stem, other.stem)
        ]


def _is_part(stem: str, others: Iterable[str]) -> bool:
    """Tell whether a stem begins another, or the other way round: "environ" and "environment"."""
    return any(
        len(other) >= _FEWEST_LETTERS and (other.startswith(stem) or stem.startswith(other))
        for other in others
    )
