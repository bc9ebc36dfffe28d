"""Why a pair of sentences was judged as it was, in words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from workbench.analysis.comparison.pair_features import Findings
from workbench.analysis.comparison.pair_figures import FigureMatch, Match
from workbench.analysis.comparison.statement import Statement
from workbench.model.article import Span
from workbench.model.relation import DifferenceKind


class Ground(StrEnum):
    """What a feature speaks of."""

    NEGATION = "negation"
    OPPOSITES = "opposites"
    NUMBERS = "numbers"
    DATES = "dates"
    NAMES = "names"
    CONTEST = "contest"
    RESERVE = "reserve"
    WORDING = "wording"


_GROUNDS: Final = (
    (("negation", "polarity"), Ground.NEGATION),
    (("opposites", "small_opposites", "exclusive"), Ground.OPPOSITES),
    (("number", "numeral"), Ground.NUMBERS),
    (("date",), Ground.DATES),
    (("name", "place"), Ground.NAMES),
    (("falsehood", "denial", "contested"), Ground.CONTEST),
    (("reserve", "attribution", "question"), Ground.RESERVE),
)
_KINDS: Final = {
    Ground.NEGATION: DifferenceKind.POLARITY,
    Ground.CONTEST: DifferenceKind.POLARITY,
    Ground.OPPOSITES: DifferenceKind.ANTONYM,
    Ground.NUMBERS: DifferenceKind.NUMBER,
    Ground.DATES: DifferenceKind.DATE,
    Ground.NAMES: DifferenceKind.PARTY,
}
_APART: Final = (Match.CONFLICT, Match.EDGE)
_WORST_FIRST: Final = (Match.CONFLICT, Match.EDGE, Match.OVERLAP, Match.SAME)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What decided about a pair."""

    kind: DifferenceKind
    """In what the two differ most."""
    reason: str
    """The words that decided, for a person to read."""


@cache
def ground_of(feature: str) -> Ground:
    """Return what a feature speaks of."""
    for beginnings, ground in _GROUNDS:
        if feature.startswith(beginnings):
            return ground
    return Ground.WORDING


class PairReasons:
    """Puts into words what decided."""

    def of(
        self, outcome: str, shares: Mapping[str, float], found: Findings, a: Statement, b: Statement
    ) -> Evidence:
        """Name the strongest ground for an outcome.

        Args:
            outcome: "same", "conflict" or "other".
            shares: What each feature adds to the outcome.
            found: What was found in the pair.
            a: The first sentence.
            b: The second.

        Returns:
            The ground that adds most and has words to show, else how much of the wording is shared.
        """
        totals: dict[Ground, float] = {}
        for feature, share in shares.items():
            ground = ground_of(feature)
            totals[ground] = totals.get(ground, 0.0) + share
        for ground in sorted(totals, key=lambda one: -totals[one]):
            if ground is Ground.WORDING or totals[ground] <= 0:
                continue
            words = _shown(ground, outcome, found, a, b)
            if words:
                return Evidence(_KINDS.get(ground, DifferenceKind.WORDING), words)
        return Evidence(DifferenceKind.WORDING, _shared(found))


def _shown(ground: Ground, outcome: str, found: Findings, a: Statement, b: Statement) -> str:
    """Return the words behind a ground; empty when there are none to show for this outcome."""
    match ground:
        case Ground.NEGATION if outcome != "same" and bool(a.negators) != bool(b.negators):
            return f"one denies it: {_quoted(word.written for word in a.negators or b.negators)}"
        case Ground.OPPOSITES if outcome != "same" and (found.opposites or found.exclusive):
            one, other = (found.opposites or found.exclusive)[0]
            return f"“{one.written}” against “{other.written}”"
        case Ground.NUMBERS if outcome != "other":
            return _figures(found.quantities, outcome, "number", a, b)
        case Ground.DATES if outcome != "other":
            return _figures(found.dates, outcome, "date", a, b)
        case Ground.NAMES if found.places and outcome == "conflict":
            one, other = found.places[0]
            return f"“{one.written}” against “{other.written}”"
        case Ground.CONTEST if outcome == "conflict":
            words = _of_stance(b, a, "falsehood") or _of_stance(b, a, "denial")
            return f"it is contested: {_quoted(words)}" if words else ""
        case Ground.RESERVE if outcome == "other":
            words = _of_stance(b, a, "reserve") or _of_stance(b, a, "attribution")
            return f"told with reserve: {_quoted(words)}" if words else _asked(a, b)
    return ""


def _figures(matches: Sequence[FigureMatch], outcome: str, name: str, a: Statement, b: Statement) -> str:
    wanted = _WORST_FIRST if outcome == "conflict" else _WORST_FIRST[::-1]
    for kind in wanted:
        for one in matches:
            if one.match is kind and one.b is not None:
                said = f"other {name}" if kind in _APART else f"the {name}s agree"
                return f"{_cut(a, one.a)} / {_cut(b, one.b)}: {said}"
    return ""


def _cut(statement: Statement, span: Span) -> str:
    """Return the words of a figure, whose place is one in the canonical text."""
    start = statement.reading.span.start
    return " ".join(statement.text[span.start - start : span.end - start].split())


def _of_stance(one: Statement, other: Statement, stance: str) -> tuple[str, ...]:
    return () if stance in other.stances else one.stances.get(stance, ())


def _asked(a: Statement, b: Statement) -> str:
    return "one asks" if ("question" in a.stances) != ("question" in b.stances) else ""


def _shared(found: Findings) -> str:
    share = round(100 * found.values.get("covered_least", 0.0))
    most = round(100 * found.values.get("covered_most", 0.0))
    return f"{share} % of the words shared" if share == most else f"{share} to {most} % of the words shared"


def _quoted(words: Iterable[str]) -> str:
    return ", ".join(f"“{word}”" for word in dict.fromkeys(words))
