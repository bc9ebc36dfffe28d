"""What two sentences share and what sets them apart, as numbers from 0 upwards."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import Indel

from workbench.analysis.comparison.alignment import Alignment
from workbench.analysis.comparison.pair_figures import FigureMatch, Match
from workbench.analysis.comparison.statement import Statement
from workbench.analysis.comparison.words import NUMBER, Word

_FOUND: Final = 0.5
_NEARLY_ALL: Final = 0.8
_MOSTLY: Final = 0.75
_MOST: Final = (3, 6)
_LONGEST_RUN: Final = 12


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


def wording(a: Statement, b: Statement, of_a: Sides, of_b: Sides, alignment: Alignment) -> dict[str, float]:
    """Measure how much of each sentence the other has, in which order and in how many words."""
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
        "nearly_all_of_a": float(of_a.covered >= _NEARLY_ALL),
        "nearly_all_of_b": float(of_b.covered >= _NEARLY_ALL),
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


def negation(a: Statement, b: Statement, of_a: Sides, of_b: Sides, least: float) -> dict[str, float]:
    """Measure whether one of the two denies, and how much else they share."""
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
        "negation_most_shared": one * (least >= _MOSTLY),
        "negation_all_shared": one * (not missing),
        "negation_one_side_shared": one * (not of_a.missing or not of_b.missing),
        "negation_missing": one * min(_MOST[1], missing),
        "polarity": float(min(_MOST[0], polarity)),
        "polarity_any": float(polarity > 0),
    }


def contrast(
    of_a: Sides,
    of_b: Sides,
    opposites: Sequence[tuple[Word, Word]],
    exclusive: Sequence[tuple[Word, Word]],
    least: float,
    denied: float,
) -> dict[str, float]:
    """Measure what the words exclude; both have the share `least`, and one of them denies if `denied`."""
    telling = any(one.is_content and other.is_content for one, other in opposites)
    alone = len(of_a.missing) <= 1 and len(of_b.missing) <= 1
    swap = len(of_a.missing) == len(of_b.missing) == 1
    return {
        "opposites": float(telling),
        "opposites_among_shared": telling * least,
        "opposites_alone": float(telling and alone),
        "opposites_denied": telling * denied,
        "small_opposites": float(bool(opposites) and not telling),
        "exclusive": float(bool(exclusive)),
        "exclusive_alone": float(bool(exclusive) and swap),
        "one_word_swapped": float(swap),
    }


def naming(a: Statement, b: Statement, of_a: Sides, of_b: Sides) -> dict[str, float]:
    """Measure how many names of each the other lacks."""

    def share(names: Sequence[Word], missing: Sequence[Word]) -> float:
        return sum(word in missing for word in names) / max(1, len(names))

    return {
        "names_a": float(bool(a.names)),
        "names_b": float(bool(b.names)),
        "names_missing_a": share(a.names, of_a.missing),
        "names_missing_b": share(b.names, of_b.missing),
    }


def stances(a: Statement, b: Statement) -> dict[str, float]:
    """Measure how one sentence stands to what it tells, where the other does not."""
    found = {}
    for stance in ("falsehood", "denial", "reserve", "attribution", "question"):
        found[f"{stance}_a"] = float(stance in a.stances and stance not in b.stances)
        found[f"{stance}_b"] = float(stance in b.stances and stance not in a.stances)
    denied = found["falsehood_b"] or found["denial_b"] or (b.negators and not a.negators)
    return found | {"contested_b": float(bool(denied))}


def figure_shares(name: str, matches: Sequence[FigureMatch], covered: float) -> dict[str, float]:
    """Measure how the numbers or dates of one sentence fare in the other."""
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


def numerals(a: Statement, b: Statement) -> dict[str, float]:
    """Measure how many numerals of each the other lacks."""
    of_a = {word.stem for word in a.content if word.flags & NUMBER}
    of_b = {word.stem for word in b.content if word.flags & NUMBER}
    return {
        "numerals_missing_a": len(of_a - of_b) / max(1, len(of_a)),
        "numerals_missing_b": len(of_b - of_a) / max(1, len(of_b)),
        "numbers_b": float(bool(b.figures.quantities)),
    }
