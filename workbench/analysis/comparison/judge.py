"""Judges two claims of a desk: how near their words are, and whether both can be true."""

import math
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Final, TypeVar

from workbench.analysis.comparison.alignment import Alignment, align
from workbench.analysis.comparison.content import Contents
from workbench.analysis.comparison.facts.differences import differing
from workbench.analysis.comparison.facts.figures_compared import compare_figures
from workbench.analysis.comparison.facts.findings import Finding
from workbench.analysis.comparison.facts.matching import Matching
from workbench.analysis.comparison.facts.names import Names
from workbench.analysis.comparison.facts.prepared import Prepared
from workbench.analysis.comparison.facts.preparer import Preparer
from workbench.analysis.comparison.facts.replaced import compare_replaced
from workbench.analysis.comparison.facts.slots import Slots
from workbench.analysis.comparison.facts.swapped import Known, compare_swapped
from workbench.analysis.comparison.facts.telling import WordKnowledge, compare_days, compare_words
from workbench.analysis.comparison.rarity import Rarity
from workbench.analysis.comparison.telling_sides import told_by, told_later
from workbench.analysis.comparison.tokens import Places
from workbench.analysis.comparison.words import Reading, Word
from workbench.model.claim import Claim
from workbench.model.desk import Desk
from workbench.model.relation import Agreement, DifferenceKind, Provenance, Relation

_LEAST_WEIGHT: Final = 0.1
"""What the most usual concept still weighs."""
_SPEAKER: Final = 0.25
"""What the name of the speaker counts: two statements of one person need not be about one thing."""
_LEAST_SHARED: Final = 3.0
"""What two claims must share, in rarity, before more is looked at, unless they state facts of one kind."""
_RELATED: Final = 0.37
"""The nearness from which on two claims are about the same thing."""
_TELLING: Final = 6.0
"""What they must share then, in rarity."""
_OPPOSED: Final = 0.37
"""The nearness from which on a denial or an opposite in one of them concerns the other."""
_VERBATIM: Final = 0.8
_RUN: Final = 8
"""Words in a row that only copying explains, if most of the shorter claim is shared."""
_MOSTLY: Final = 0.6
_NEAR: Final = 0.55
_REWORDED: Final = 0.2
"""The nearness from which on two claims say one thing in other words, rather than something else about it."""
_NAMED: Final = 3
"""Words that are named as a reason."""
_SAME_THING: Final = 0.5
"""The nearness from which on two claims that no rule compares speak of one thing."""
_MOST_PREPARED: Final = 4_000
"""Claims that are kept prepared, about 200 articles; then memory counts more than preparing some anew."""


class Judge:
    """Judges pairs of claims.

    Args:
        desk: The articles and claims.
        contents: What gives the concepts of sentences; its vocabulary has learnt from all articles.
        readings: Claim id to its words.
        own: The folder of the user's tables, or None.

    Raises:
        ConfigError: A table of the user is broken.
    """

    def __init__(
        self, desk: Desk, contents: Contents, readings: Mapping[str, Reading], own: Path | None = None
    ) -> None:
        self._desk = desk
        vocabulary = contents.vocabulary
        self._vocabulary = vocabulary
        self._readings = readings
        self._contents = contents
        self._preparer = Preparer(vocabulary, self._contents, own)
        rarity = _count(desk, self._contents, readings, own)
        self._weights: _Weights[str] = _Weights(lambda concept: max(_LEAST_WEIGHT, rarity(concept)))
        self._word_weights: _Weights[Word] = _Weights(self._weigh_word)
        weigh = self._weights.__getitem__
        self._prepared: dict[str, Prepared] = {}
        self._places: dict[str, Places] = {}
        self._totals: dict[str, float] = {}
        self._matching = Matching(
            self._preparer.events, vocabulary.concepts, weigh, vocabulary.forms.countries
        )
        self._slots = Slots(self._contents, vocabulary.concepts, self._preparer.events, Names(desk, readings))
        self._known = Known(vocabulary.concepts, self._preparer.events, self._places_of)
        self._words = WordKnowledge(
            vocabulary.concepts, self._contents, self._preparer.events.weak_opposites, weigh
        )

    def keys(self, claim: Claim) -> Iterable[str]:
        """Return what the facts of a claim are about: claims that share a key are worth judging.

        Args:
            claim: A claim whose words are known.
        """
        return self.prepared(claim).keys

    def prepared(self, claim: Claim) -> Prepared:
        """Return a claim with its words and facts; the whole article is prepared with it.

        Args:
            claim: A claim whose words are known.
        """
        found = self._prepared.get(claim.id)
        if found is None:
            if len(self._prepared) >= _MOST_PREPARED:
                self._prepared.clear()
                self._places.clear()
            article = self._desk.article_by_id[claim.article]
            claims = [
                (one, self._readings[one.id])
                for one in self._desk.claims_by_article[claim.article]
                if one.id in self._readings
            ]
            for one in self._preparer.prepare(article, claims):
                self._prepared[one.claim.id] = one
            found = self._prepared[claim.id]
        return found

    def judge(self, a: Claim, b: Claim) -> Relation | None:
        """Tell how two claims are related.

        Args:
            a: A claim whose words are known.
            b: Another one, later on the desk.

        Returns:
            The relation, or None when they have nothing to do with each other.
        """
        return self.judge_prepared(self.prepared(a), self.prepared(b))

    def judge_prepared(self, a: Prepared, b: Prepared) -> Relation | None:
        """Tell how two prepared claims are related."""
        if a.is_question or b.is_question:
            return None
        shared = self._shared(a, b)
        if shared < _LEAST_SHARED and a.keys.isdisjoint(b.keys):
            return None
        total_a, total_b = self._total(a), self._total(b)
        nearness = shared / math.sqrt(total_a * total_b) if total_a and total_b else 0.0
        figures = compare_figures(a, b, self._matching, self._slots, nearness)
        findings = figures or []
        related = nearness >= _RELATED and shared >= _TELLING
        if a.happenings and b.happenings:
            findings += compare_days(a, b, nearness)
        opposed = nearness >= _OPPOSED and shared >= _LEAST_SHARED
        if not findings and not related and not opposed:
            return None
        alignment = align(a.reading, b.reading, self._word_weights.__getitem__)
        provenance = _provenance(alignment)
        related |= provenance is not None
        are_apart = figures is None or _count_others(a, b)
        if not findings and provenance is not Provenance.VERBATIM and are_apart:
            return None
        has_conflict = any(one.agreement is Agreement.CONFLICT for one in findings)
        if provenance is not None and not has_conflict:
            findings += compare_replaced(a, b, alignment, self._slots)
        if opposed and all(one.agreement is Agreement.SAME for one in findings):
            findings += compare_words(a, b, alignment, self._words, nearness)
        if provenance is not None and all(one.agreement is not Agreement.CONFLICT for one in findings):
            findings += compare_swapped(a, b, alignment, self._known, knows_more=bool(findings))
        if not findings and not related:
            return None
        return self._relation(a, b, alignment, findings, provenance, nearness)

    def _relation(
        self,
        a: Prepared,
        b: Prepared,
        alignment: Alignment,
        findings: list[Finding],
        provenance: Provenance | None,
        nearness: float,
    ) -> Relation:
        chief = max(findings, key=_weight_of, default=None)
        if chief is None:
            # words that two claims share do not tell what they say of them: "resigned", "will stay"
            agreement = Agreement.SAME if provenance is not None else Agreement.DIFFERS
            reason = "nearly the same words" if provenance else self._in_common(a, b)
            confidence = min(1.0, 0.3 + nearness)
        else:
            agreement, reason, confidence = chief.agreement, chief.reason, chief.confidence
        if provenance is None:
            is_same_thing = chief is not None or (nearness >= _SAME_THING and not (a.frames and b.frames))
            provenance = (
                Provenance.PARAPHRASE if is_same_thing and nearness >= _REWORDED else Provenance.TOPIC
            )
        if agreement is Agreement.CONFLICT:
            is_number = chief is not None and chief.kind is DifferenceKind.NUMBER
            dates = [self._desk.article_by_id[one.claim.article].date for one in (a, b)]
            reason += told_later(*dates) if is_number else ""
            reason += told_by(a.claim, b.claim)
        return Relation(
            a.claim.id,
            b.claim.id,
            provenance,
            agreement,
            reason,
            round(confidence, 2),
            differing(a, b, alignment, findings, provenance, self._places_of),
        )

    def _places_of(self, one: Prepared) -> Places:
        """Return where the words of a claim stand; a claim that is copied often is looked at once."""
        found = self._places.get(one.claim.id)
        if found is None:
            found = self._places[one.claim.id] = self._vocabulary.places(one.text, one.reading)
        return found

    def _in_common(self, a: Prepared, b: Prepared) -> str:
        """Name the rarest words that two claims share."""
        weights: dict[str, tuple[float, str]] = {}
        for word in a.reading.words:
            concept = self._contents.of_word(word.written) if word.is_content else ""
            if concept and concept in b.concepts and concept not in weights:
                weights[concept] = -self._weights[concept], word.written
        named = ", ".join(f'"{written}"' for _, written in sorted(weights.values())[:_NAMED])
        return f"both speak of {named}"

    def _shared(self, a: Prepared, b: Prepared) -> float:
        weights, total = self._weights, 0.0
        usual_a, usual_b, light_a, light_b = a.usual, b.usual, a.light, b.light
        for concept in a.concepts & b.concepts:
            weight = weights[concept]
            if concept in usual_a or concept in usual_b:
                weight *= math.sqrt(usual_a.get(concept, 1.0) * usual_b.get(concept, 1.0))
            total += weight * _SPEAKER if concept in light_a or concept in light_b else weight
        return total

    def _total(self, one: Prepared) -> float:
        total = self._totals.get(one.claim.id)
        if total is None:
            light, usual, weights = one.light, one.usual, self._weights
            total = sum(
                [weights[c] * usual.get(c, 1.0) * (_SPEAKER if c in light else 1.0) for c in one.concepts]
            )
            self._totals[one.claim.id] = total
        return total

    def _weigh_word(self, word: Word) -> float:
        return self._weights[self._contents.of_word(word.written)] if word.is_content else 0.3


_Key = TypeVar("_Key")


class _Weights(dict[_Key, float]):
    """The weight of each concept or word, worked out once: they are looked up in their millions."""

    def __init__(self, weigh: Callable[[_Key], float]) -> None:
        super().__init__()
        self._weigh = weigh

    def __missing__(self, key: _Key) -> float:
        weight = self[key] = self._weigh(key)
        return weight


def _count(
    desk: Desk, contents: Contents, readings: Mapping[str, Reading], own: Path | None
) -> Callable[[str], float]:
    rarity = Rarity(contents, own)
    for article in desk.articles:
        known = [readings[claim.id] for claim in desk.claims_by_article[article.id] if claim.id in readings]
        rarity.count("".join(set("".join([contents.of(reading) for reading in known]))))
    return rarity.weight


def _provenance(alignment: Alignment) -> Provenance | None:
    """Tell how near the words of two claims are; None when they are worded apart."""
    similarity = alignment.similarity
    if similarity >= _VERBATIM or (alignment.longest >= _RUN and alignment.containment >= _MOSTLY):
        return Provenance.VERBATIM
    return Provenance.NEAR if similarity >= _NEAR else None


def _count_others(a: Prepared, b: Prepared) -> bool:
    """Tell whether both claims count people, and not the same: the story is one, what they state is not."""
    return any(frame.event for frame in a.frames) and any(frame.event for frame in b.frames)


def _weight_of(finding: Finding) -> tuple[int, float]:
    rank = (Agreement.SAME, Agreement.DIFFERS, Agreement.CONFLICT).index(finding.agreement)
    return rank, finding.confidence
