"""What two sentences have in common and what sets them apart, as numbers that a linear model can weigh."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import Indel

from workbench.analysis.comparison.alignment import Alignment, align, content_weight
from workbench.analysis.comparison.concepts import Concepts
from workbench.analysis.comparison.pair_figures import FigureComparer, FigureMatch, Match
from workbench.analysis.comparison.statement import Statement
from workbench.analysis.comparison.words import NUMBER, PLACE, Word

_ALIKE: Final = 0.9
_KIND: Final = 0.7
_RELATED: Final = 0.8
_FOUND: Final = 0.5
_MOST: Final = (3, 6)
_LONGEST_RUN: Final = 12
_FEWEST_LETTERS: Final = 4


@dataclass(frozen=True, slots=True)
class Sides:
    """How the words of one sentence stand to another."""

    exact: float
    """The share of its content whose stem the other has, 0..1."""
    covered: float
    """The share of its content that the other has in any words, 0..1."""
    missing: tuple[Word, ...]
    """The content words that the other has nothing for."""
    alike: int
    """How many of its words have a synonym in the other."""
    kinds: int
    """How many of its words have something broader in the other."""


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
        values = _wording(a, b, of_a, of_b, alignment)
        least = values["covered_least"]
        opposites = self._opposites(a, b)
        values |= _negation(a, b, of_a, of_b, least)
        values |= self._contrast(of_a, of_b, opposites, least, values["negation"])
        values |= _naming(a, b, of_a, of_b)
        values |= _stances(a, b)
        quantities = self._figures.quantities(a, b)
        dates = self._figures.dates(a, b)
        values |= _figures("number", quantities, of_a.covered) | _figures("date", dates, of_a.covered)
        values |= _numerals(a, b)
        only_a = [word for word in a.content if word.flags & PLACE and word.stem not in b.stems]
        only_b = [word for word in b.content if word.flags & PLACE and word.stem not in a.stems]
        values["places_clash"] = float(bool(only_a and only_b))
        return Findings(
            {name: value for name, value in values.items() if value},
            alignment,
            tuple(opposites),
            tuple(quantities),
            tuple(dates),
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
        if a.opposites.isdisjoint(b.all_stems):
            return []
        return [
            (word, other)
            for word in a.reading.words
            if word.stem not in b.all_stems
            and not self._concepts.opposites(word.stem).isdisjoint(b.all_stems)
            for other in b.reading.words
            if other.stem not in a.all_stems and self._concepts.are_opposites(word.stem, other.stem)
        ]

    def _contrast(
        self,
        of_a: Sides,
        of_b: Sides,
        opposites: Sequence[tuple[Word, Word]],
        least: float,
        negation: float,
    ) -> dict[str, float]:
        telling = any(one.is_content and other.is_content for one, other in opposites)
        swap = len(of_a.missing) == len(of_b.missing) == 1
        exclusive = any(
            self._concepts.are_exclusive(one.stem, other.stem)
            for one in of_a.missing
            for other in of_b.missing
        )
        return {
            "opposites": float(telling),
            "opposites_among_shared": telling * least,
            "opposites_alone": float(telling and len(of_a.missing) <= 1 and len(of_b.missing) <= 1),
            "opposites_denied": telling * negation,
            "small_opposites": float(bool(opposites) and not telling),
            "exclusive": float(exclusive),
            "exclusive_alone": float(exclusive and swap),
            "one_word_swapped": float(swap),
        }


def _is_part(stem: str, others: Iterable[str]) -> bool:
    """Tell whether a stem begins another, or the other way round: "environ" and "environment"."""
    return any(
        len(other) >= _FEWEST_LETTERS and (other.startswith(stem) or stem.startswith(other))
        for other in others
    )


def _wording(a: Statement, b: Statement, of_a: Sides, of_b: Sides, alignment: Alignment) -> dict[str, float]:
    least, most = min(of_a.covered, of_b.covered), max(of_a.covered, of_b.covered)
    missing_a, missing_b = len(of_a.missing), len(of_b.missing)
    both = len(a.all_stems & b.all_stems)
    next_to = len(a.pairs & b.pairs)
    shorter = min(len(a.reading.words), len(b.reading.words))
    longer = math.log((len(b.content) + 1) / (len(a.content) + 1))
    return {
        "exact_a": of_a.exact,
        "exact_b": of_b.exact,
        "covered_a": of_a.covered,
        "covered_b": of_b.covered,
        "covered_least": least,
        "covered_most": most,
        "covered_both": of_a.covered * of_b.covered,
        "all_of_a": float(not missing_a),
        "all_of_b": float(not missing_b),
        "nearly_all_of_a": float(of_a.covered >= _RELATED),
        "nearly_all_of_b": float(of_b.covered >= _RELATED),
        "missing_a": float(min(_MOST[1], missing_a)),
        "missing_b": float(min(_MOST[1], missing_b)),
        "one_missing_a": float(missing_a == 1),
        "one_missing_b": float(missing_b == 1),
        "both_have_own": float(bool(missing_a and missing_b)),
        "synonyms": float(min(_MOST[0], of_a.alike)),
        "broader_a": float(min(_MOST[0], of_a.kinds)),
        "broader_b": float(min(_MOST[0], of_b.kinds)),
        "in_order": alignment.similarity,
        "contained": alignment.containment,
        "out_of_order": max(0.0, (of_a.covered + of_b.covered) / 2 - alignment.similarity),
        "longest_run": min(alignment.longest, _LONGEST_RUN) / max(1, shorter),
        "next_to": 2 * next_to / max(1, len(a.pairs) + len(b.pairs)),
        "letters": Indel.normalized_similarity(a.text.lower(), b.text.lower()),
        "all_words": both / max(1, len(a.all_stems) + len(b.all_stems) - both),
        "longer": longer,
        "lengths": abs(longer),
        "length_a": math.log(len(a.content) + 1),
        "length_b": math.log(len(b.content) + 1),
    }


def _negation(a: Statement, b: Statement, of_a: Sides, of_b: Sides, least: float) -> dict[str, float]:
    one = float(bool(a.negators) != bool(b.negators))
    polarity = sum((stem in a.negated) != (stem in b.negated) for stem in a.stems & b.stems)
    missing = len(of_a.missing) + len(of_b.missing)
    first = any(one.reading.words[:1] == one.negators[:1] != () for one in (a, b))
    return {
        "negation": one,
        "negation_in_b": one * bool(b.negators),
        "negation_in_both": float(bool(a.negators and b.negators)),
        "negation_first": float(first),
        "negation_among_shared": one * least,
        "negation_half_shared": one * (least >= _FOUND),
        "negation_most_shared": one * (least >= 0.75),
        "negation_all_shared": one * (not missing),
        "negation_one_side_shared": one * (not of_a.missing or not of_b.missing),
        "negation_missing": one * min(_MOST[1], missing),
        "polarity": float(min(_MOST[0], polarity)),
        "polarity_any": float(polarity > 0),
    }


def _naming(a: Statement, b: Statement, of_a: Sides, of_b: Sides) -> dict[str, float]:
    def share(names: Sequence[Word], missing: Sequence[Word]) -> float:
        return sum(word in missing for word in names) / max(1, len(names))

    return {
        "names_a": float(bool(a.names)),
        "names_b": float(bool(b.names)),
        "names_missing_a": share(a.names, of_a.missing),
        "names_missing_b": share(b.names, of_b.missing),
    }


def _stances(a: Statement, b: Statement) -> dict[str, float]:
    found = {}
    for stance in ("falsehood", "denial", "reserve", "attribution", "question"):
        found[f"{stance}_a"] = float(stance in a.stances and stance not in b.stances)
        found[f"{stance}_b"] = float(stance in b.stances and stance not in a.stances)
    denied = found["falsehood_b"] or found["denial_b"] or (b.negators and not a.negators)
    return found | {"contested_b": float(bool(denied))}


def _figures(name: str, matches: Sequence[FigureMatch], covered: float) -> dict[str, float]:
    kinds = [one.match for one in matches]
    count = max(1, len(kinds))
    conflict = float(Match.CONFLICT in kinds)
    agree = float(bool(kinds) and all(kind is Match.SAME for kind in kinds))
    found = {f"{name}_{kind}": kinds.count(kind) / count for kind in Match}
    return found | {
        f"{name}s": float(bool(kinds)),
        f"{name}_any_conflict": conflict,
        f"{name}_agree": agree,
        f"{name}_conflict_among_shared": conflict * covered,
        f"{name}_agree_among_shared": agree * covered,
    }


def _numerals(a: Statement, b: Statement) -> dict[str, float]:
    of_a = {word.stem for word in a.content if word.flags & NUMBER}
    of_b = {word.stem for word in b.content if word.flags & NUMBER}
    return {
        "numerals_missing_a": len(of_a - of_b) / max(1, len(of_a)),
        "numerals_missing_b": len(of_b - of_a) / max(1, len(of_b)),
        "numbers_b": float(bool(b.figures.quantities)),
    }
