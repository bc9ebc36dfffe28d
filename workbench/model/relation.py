"""A relation: what two claims have to do with each other, and what a reviewer says about it."""

from dataclasses import dataclass
from enum import StrEnum

from workbench.model.article import Span


class Provenance(StrEnum):
    """How much of the wording two claims share, closest first."""

    VERBATIM = "verbatim"
    """One is copied from the other, or both from a third; a word or number may have been changed."""
    NEAR = "near"
    """Most words are shared, in the same order."""
    PARAPHRASE = "paraphrase"
    """The same thing in other words."""
    TOPIC = "topic"
    """Another statement about the same thing."""


class Agreement(StrEnum):
    """Whether two claims can both be true."""

    SAME = "same"
    """They state the same."""
    DIFFERS = "differs"
    """They state something else that does not exclude each other: "about 100", "more than 100"."""
    CONFLICT = "conflict"
    """They cannot both be true."""


class DifferenceKind(StrEnum):
    """In what two claims differ."""

    NUMBER = "number"
    UNIT = "unit"
    ZERO = "zero against some"
    POLARITY = "polarity"
    ANTONYM = "antonym"
    DATE = "date"
    PARTY = "party"
    MODIFIER = "modifier"
    """The same number with another bound: "about", "more than"."""
    WORDING = "wording"
    """Other words, without a rule that knows what they change."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of one claim that stand against words of the other."""

    a: Span
    """The words in the first claim's article; empty where the other side only adds words."""
    b: Span
    """The words in the second claim's article; empty likewise."""
    kind: DifferenceKind
    """In what they differ."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What two claims have to do with each other."""

    a: str
    """The id of the first claim: the one that stands earlier on the desk."""
    b: str
    """The id of the second claim; of another article, or a later one of the same."""
    provenance: Provenance
    """How much of the wording they share."""
    agreement: Agreement
    """Whether both can be true."""
    reason: str
    """The rule that decided, for a person to read: "500 yards / 500 meters: same number, other unit"."""
    confidence: float
    """How sure the judgement is, 0..1."""
    differences: tuple[Difference, ...] = ()
    """The words that differ, in the order of the first claim."""

    @property
    def key(self) -> tuple[str, str]:
        """The ids of both claims: what a reviewer's word about it is kept under."""
        return self.a, self.b

    def other(self, claim: str) -> str:
        """Return the id of the claim at the other end."""
        return self.b if claim == self.a else self.a


class Standing(StrEnum):
    """What a reviewer has said about a relation."""

    SUGGESTED = "suggested"
    """Nothing yet."""
    ACCEPTED = "accepted"
    """It holds."""
    REJECTED = "rejected"
    """It does not hold: it never comes back, since the id of a claim says where its words are."""
    LINKED = "linked"
    """Made by hand."""
    UNLINKED = "unlinked"
    """Nobody has made it: what was there before a link by hand."""


@dataclass(frozen=True, slots=True)
class RelationChange:
    """What a person said about a relation, against what stood there before."""

    relation: Relation
    """The relation as it was seen when they said it."""
    before: Standing
    """How it stood."""
    after: Standing
    """How it stands from now on."""

    @property
    def reversed(self) -> "RelationChange":
        """The change that takes this one back."""
        return RelationChange(self.relation, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Passage:
    """Copied text: the same words in two articles."""

    article: str
    """The id of the first article: the one that stands earlier on the desk."""
    span: Span
    """The words in it."""
    other_article: str
    """The id of the second article."""
    other_span: Span
    """The words in that one; they may differ in spelling, and in a word here and there."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the comparison of articles has found, as far as it has come."""

    relations: tuple[Relation, ...] = ()
    """Relations between claims, by first claim and second claim in the order of the desk."""
    passages: tuple[Passage, ...] = ()
    """Copied text, by article and place."""
    lineages: tuple[frozenset[str], ...] = ()
    """Ids of articles that share copied text; an article that shares none with any other is in none."""
