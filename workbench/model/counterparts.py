"""What every other article says about a claim: relations as they stand after the reviewer's word."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from enum import StrEnum

from workbench.model.corroboration import Corroboration, count_lineages
from workbench.model.desk import Desk
from workbench.model.relation import (
    Agreement,
    Comparison,
    Passage,
    Provenance,
    Relation,
    RelationChange,
    Standing,
)

COPIES = frozenset({Provenance.VERBATIM, Provenance.NEAR})
"""Wordings so close that one article has it from the other, or both from a third."""

_AGREEMENTS = {Agreement.CONFLICT: 0, Agreement.SAME: 1, Agreement.DIFFERS: 2}
_PROVENANCES = {provenance: place for place, provenance in enumerate(Provenance)}
_STANDINGS = {Standing.LINKED: 0, Standing.ACCEPTED: 1, Standing.SUGGESTED: 2}


class Answer(StrEnum):
    """What an article says about a claim of another one."""

    SAME = "same"
    DIFFERS = "differs"
    CONFLICT = "conflict"
    COPIED = "copied"
    """The same, in words that are copied."""
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Row:
    """One thing, and the claims of all articles about it."""

    lead: str
    """The id of the claim that the others are held against: the first on the desk."""
    claims: tuple[str, ...]
    """Ids of all its claims, the lead included, in the order of the desk."""


class Counterparts:
    """Finds the relations of a claim. It grows while articles are being compared.

    Args:
        desk: The articles and claims.
        comparison: What is found so far.
        said: What the reviewer has said about relations, by the ids of their claims.
    """

    def __init__(
        self,
        desk: Desk,
        comparison: Comparison | None = None,
        said: Mapping[tuple[str, str], RelationChange] | None = None,
    ) -> None:
        self.desk = desk
        self.passages: list[Passage] = []
        """Copied text found so far."""
        self.lineages: tuple[frozenset[str], ...] = ()
        """Ids of articles that share copied text, as far as it is known."""
        self._found: dict[str, dict[tuple[str, str], Relation]] = defaultdict(dict)
        self._by_hand: dict[str, list[Relation]] = {}
        self._said: Mapping[tuple[str, str], RelationChange] = {}
        self._conflicts: set[str] = set()
        self._counted: dict[str, Corroboration] = {}
        if comparison is not None:
            self.add(comparison)
        self.hear(said or {})

    def add(self, comparison: Comparison) -> None:
        """Take in what else was found; lineages replace those of before.

        Args:
            comparison: Relations and passages that are new.
        """
        for relation in comparison.relations:
            self._found[relation.a][relation.key] = relation
            self._found[relation.b][relation.key] = relation
        self.passages.extend(comparison.passages)
        self.lineages = comparison.lineages or self.lineages
        self._look_for_conflicts({claim for relation in comparison.relations for claim in relation.key})

    def move_to(self, desk: Desk) -> None:
        """Go on with another desk of the same articles: what was found about claims on it still holds.

        Args:
            desk: The articles and claims from now on; copied text is to be found anew.
        """
        self.desk = desk
        self.passages = []
        self._conflicts.clear()
        self._look_for_conflicts({*self._found, *self._by_hand})

    def hear(self, said: Mapping[tuple[str, str], RelationChange]) -> None:
        """Take in what the reviewer has said; time grows with what was said.

        Args:
            said: The last word about each relation.
        """
        before, self._said = self._said, said
        by_hand: dict[str, list[Relation]] = defaultdict(list)
        for change in said.values():
            if change.after in (Standing.LINKED, Standing.ACCEPTED):
                by_hand[change.relation.a].append(change.relation)
                by_hand[change.relation.b].append(change.relation)
        self._by_hand = dict(by_hand)
        changed = [key for key in {*before, *said} if before.get(key) is not said.get(key)]
        self._look_for_conflicts({claim for key in changed for claim in key})

    def snapshot(self) -> "Counterparts":
        """Return what is known now, for another thread: what the reviewer says later is not in it.

        Relations that are found later may be: take it when the comparison has come to its end.
        """
        taken = Counterparts(self.desk)
        taken.passages, taken.lineages, taken._found = self.passages, self.lineages, self._found
        taken._said, taken._by_hand = self._said, self._by_hand
        return taken

    def standing(self, relation: Relation) -> Standing:
        """Return what the reviewer has said about a relation."""
        change = self._said.get(relation.key)
        return change.after if change else Standing.SUGGESTED

    def relations(self, claim: str) -> list[Relation]:
        """Return the relations of a claim that are not rejected: what weighs most comes first.

        Args:
            claim: The claim's id.

        Returns:
            A relation that a person has accepted is as it was when they did so.
        """
        return sorted(self._holding(claim), key=self._weight)

    def rejected(self, claim: str) -> list[Relation]:
        """Return the relations of a claim that a person has rejected, those made by hand included."""
        return [
            change.relation
            for change in self._said.values()
            if change.after is Standing.REJECTED and claim in change.relation.key
        ]

    def counterpart(self, claim: str, article: str) -> Relation | None:
        """Return the relation to the claim that says most about it in another article.

        Args:
            claim: The claim's id.
            article: The id of the article to look in.

        Returns:
            The relation that weighs most, or None where the article is silent.
        """
        return next(
            (one for one in self.relations(claim) if self.article_of(one.other(claim)) == article), None
        )

    def by_article(self, claim: str) -> dict[str, Relation]:
        """Return what each article that is not silent says about a claim of another one.

        Args:
            claim: The claim's id.

        Returns:
            Article id to the relation that weighs most; the one that weighs most comes first.
        """
        own = self.article_of(claim)
        said: dict[str, Relation] = {}
        for relation in self.relations(claim):
            article = self.article_of(relation.other(claim))
            if article != own:
                said.setdefault(article, relation)
        return said

    @property
    def conflicts(self) -> Set[str]:
        """Ids of the claims that cannot be true together with something on the desk, kept up to date."""
        return self._conflicts

    def in_conflict(self, claim: str) -> bool:
        """Return whether something on the desk cannot be true together with a claim."""
        return any(relation.agreement is Agreement.CONFLICT for relation in self._holding(claim))

    def corroboration(self, claim: str) -> Corroboration:
        """Return how many articles say the same as a claim, and how many lineages they are.

        What says the same as something that says the same does not count: claims state several things,
        and a chain of them soon speaks of another.
        """
        known = self._counted.get(claim)
        if known is None:
            known = self._counted[claim] = self._count(claim)
        return known

    def _count(self, claim: str) -> Corroboration:
        stating = {claim} | {
            one.other(claim)
            for one in self._holding(claim)
            if one.agreement is Agreement.SAME and one.provenance is not Provenance.TOPIC
        }
        copied = [
            (self.article_of(one), self.article_of(relation.other(one)))
            for one in stating
            for relation in self._holding(one)
            if relation.provenance in COPIES and relation.other(one) in stating
        ]
        articles = {self.article_of(one) for one in stating}
        return Corroboration(len(articles), count_lineages(articles, copied, self.lineages))

    def rows(self) -> list[Row]:
        """Group the claims: one row, one thing. Each claim of a row is related to the row's lead itself.

        Returns:
            The rows in the order of their leads on the desk; a claim without counterparts is a row alone.
        """
        members: dict[str, list[str]] = {}
        for claim in self.desk.claims:
            lead = next((one for one in self._leads_of(claim.id) if one in members), claim.id)
            members.setdefault(lead, []).append(claim.id)
        return [Row(lead, tuple(claims)) for lead, claims in members.items()]

    def article_of(self, claim: str) -> str:
        """Return the id of the article that a claim stands in."""
        return self.desk.claim(claim).article

    def _look_for_conflicts(self, claims: Iterable[str]) -> None:
        """Find out anew which of some claims are in conflict; what was counted may be another number now."""
        self._counted.clear()
        for claim in claims:
            if claim in self.desk.position and self.in_conflict(claim):
                self._conflicts.add(claim)
            else:
                self._conflicts.discard(claim)

    def _leads_of(self, claim: str) -> Iterator[str]:
        for relation in self.relations(claim):
            if relation.provenance is not Provenance.TOPIC:
                yield relation.other(claim)

    def _holding(self, claim: str) -> Iterator[Relation]:
        """Yield the relations of a claim that are not rejected, in no order."""
        known, by_hand = self.desk.position, self._by_hand.get(claim, ())
        all_of_it: Mapping[tuple[str, str], Relation] = self._found.get(claim, {})
        if by_hand:
            all_of_it = {**all_of_it, **{relation.key: relation for relation in by_hand}}
        for relation in all_of_it.values():
            if self.standing(relation) in _STANDINGS and relation.other(claim) in known:
                yield relation

    def _weight(self, relation: Relation) -> tuple[int, int, int, float, tuple[str, str]]:
        return (
            _STANDINGS[self.standing(relation)],
            _AGREEMENTS[relation.agreement],
            _PROVENANCES[relation.provenance],
            -relation.confidence,
            relation.key,
        )


def answer(relation: Relation | None) -> Answer:
    """Say in one word what an article says about a claim.

    Args:
        relation: The relation that weighs most, or None.

    Returns:
        Conflict and difference before copies: a copied sentence with a changed number is a conflict.
    """
    if relation is None:
        return Answer.SILENT
    if relation.agreement is Agreement.CONFLICT:
        return Answer.CONFLICT
    if relation.agreement is Agreement.DIFFERS:
        return Answer.DIFFERS
    return Answer.COPIED if relation.provenance in COPIES else Answer.SAME
