"""What the articles say about the claim under the cursor, as their panes mark it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from workbench.model.article import Span
from workbench.model.claim import Claim
from workbench.model.counterparts import Answer, Counterparts, answer
from workbench.model.relation import Agreement, DifferenceKind, Provenance, Relation, Standing
from workbench.ui.pane_window import Relevance

_MOST_WORDING = 0.4
"""The share of a claim up to which other wording is marked, 0..1."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that differ."""

    span: Span
    """The words."""
    is_telling: bool
    """Whether a number, a name or the like is another; False for mere wording."""


@dataclass(frozen=True, slots=True)
class PaneMarks:
    """What one pane marks because of the claim under the cursor."""

    best: Claim | None = None
    """The claim to scroll to, or None."""
    claims: tuple[Claim, ...] = ()
    """The claims that say something about it."""
    answers: Mapping[str, Answer] = field(default_factory=dict)
    """Claim id to what it says."""
    words: tuple[Mark, ...] = ()
    """Words that differ, sorted."""


NOTHING = PaneMarks()


@dataclass(frozen=True, slots=True)
class Answers:
    """What the articles say about the claim under the cursor."""

    marks: Mapping[str, PaneMarks] = field(default_factory=dict)
    """Article id to what its pane marks; the articles that say most come first, silent ones are not in it."""
    said: Mapping[str, Relation] = field(default_factory=dict)
    """Article id to the relation that weighs most."""
    relevance: Mapping[str, Relevance] = field(default_factory=dict)
    """Article id to what earns it a pane; silent ones are not in it."""
    pending: str = ""
    """What to say of an article that has no answer yet; empty where all are compared: then it is silent."""

    def in_article(self, article: str) -> Answer | None:
        """Return what an article says, or None while that is not known."""
        relation = self.said.get(article)
        return None if relation is None and self.pending else answer(relation)

    def own_words(self, claim: Claim, shown: Iterable[str]) -> tuple[Mark, ...]:
        """Return the words of the claim that differ from what the articles in sight say.

        Args:
            claim: The claim under the cursor.
            shown: Ids of the articles in sight; where none of them says anything, all others count.

        Returns:
            What is telling in any of them; mere wording only against the one that weighs most, since
            wording differs from each of several articles almost everywhere.
        """
        in_sight = set(shown)
        seen = [relation for article, relation in self.said.items() if article in in_sight]
        relations = seen or list(self.said.values())
        words = [mark for relation in relations[:1] for mark in marked_words(relation, claim)]
        words += [mark for other in relations[1:] for mark in marked_words(other, claim) if mark.is_telling]
        return tuple(sorted(words, key=lambda mark: mark.span))


def answers_about(counterparts: Counterparts, claim: str, *, pending: str = "") -> Answers:
    """Gather what the articles say about a claim.

    Args:
        counterparts: What they say about each other.
        claim: The claim's id; empty for none.
        pending: What to say of an article that has no answer yet; empty where all are compared.
    """
    desk = counterparts.desk
    if claim not in desk.position:
        return Answers(pending=pending)
    groups: dict[str, list[Relation]] = {}
    for relation in counterparts.relations(claim):
        groups.setdefault(counterparts.article_of(relation.other(claim)), []).append(relation)
    own = counterparts.article_of(claim)
    marks = {article: _marks(counterparts, claim, group) for article, group in groups.items()}
    said = {article: group[0] for article, group in groups.items() if article != own}
    relevance = {article: _relevance(counterparts, groups[article]) for article in said}
    return Answers(marks, said, relevance, pending)


def marked_words(relation: Relation, claim: Claim) -> tuple[Mark, ...]:
    """Return the words of one of its claims in which a relation's claims differ.

    Args:
        relation: The relation.
        claim: The claim at one of its ends.

    Returns:
        Sorted. Mere wording is left out where most of the claim is worded otherwise: then it tells nothing.
    """
    pairs = ((one.a if claim.id == relation.a else one.b, one.kind) for one in relation.differences)
    marks = [Mark(span, kind is not DifferenceKind.WORDING) for span, kind in pairs if span.start < span.end]
    wording = sum(mark.span.end - mark.span.start for mark in marks if not mark.is_telling)
    if wording > _MOST_WORDING * (claim.span.end - claim.span.start):
        marks = [mark for mark in marks if mark.is_telling]
    return tuple(sorted(marks, key=lambda mark: mark.span))


def claims_in_conflict(counterparts: Counterparts, claim: str) -> list[str]:
    """Name the claims that contradict a claim: of each article the one that weighs most.

    Args:
        counterparts: What the articles say about each other.
        claim: The claim's id.

    Returns:
        Their numbers in the order of the desk: `4.2`.
    """
    desk, found = counterparts.desk, dict[str, str]()
    for relation in counterparts.relations(claim):
        if relation.agreement is Agreement.CONFLICT:
            other = relation.other(claim)
            found.setdefault(counterparts.article_of(other), other)
    return [desk.number(other) for other in sorted(found.values(), key=desk.position.__getitem__)]


def corroboration_told(counterparts: Counterparts, claim: str) -> str:
    """Say how many articles say the same as a claim: `4 articles, 2 independent`.

    Args:
        counterparts: What the articles say about each other.
        claim: The claim's id.

    Returns:
        Empty where no other article does.
    """
    found = counterparts.corroboration(claim)
    return f"{found.articles} articles, {found.independent} independent" if found.articles > 1 else ""


def _relevance(counterparts: Counterparts, group: list[Relation]) -> Relevance:
    """Tell what earns an article a pane: a conflict does, also where another relation weighs more."""
    if any(one.agreement is Agreement.CONFLICT for one in group):
        return Relevance.CONFLICT
    if counterparts.standing(group[0]) is Standing.LINKED:
        return Relevance.LINKED
    return Relevance.SAME if group[0].agreement is Agreement.SAME else Relevance.DIFFERS


def _marks(counterparts: Counterparts, claim: str, group: list[Relation]) -> PaneMarks:
    """Mark the claim that weighs most, and the others unless they are merely about the same thing."""
    marked = [group[0], *(one for one in group[1:] if one.provenance is not Provenance.TOPIC)]
    claims = tuple(counterparts.desk.claim(one.other(claim)) for one in marked)
    words = [mark for one, there in zip(marked, claims, strict=True) for mark in marked_words(one, there)]
    return PaneMarks(
        best=claims[0],
        claims=claims,
        answers={there.id: answer(one) for one, there in zip(marked, claims, strict=True)},
        words=tuple(sorted(words, key=lambda mark: mark.span)),
    )
