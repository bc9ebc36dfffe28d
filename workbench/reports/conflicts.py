"""The conflicts of a report, each pair of claims once: what a reader wants to see first."""

from collections import Counter
from collections.abc import Iterator

from workbench.model.claim import Claim
from workbench.model.relation import Agreement, Relation, Standing
from workbench.reports.escape import inline
from workbench.reports.relations import STANDINGS, both_confirmed, differences
from workbench.reports.subject import Subject


def conflicts(subject: Subject) -> Iterator[str]:
    """List the pairs of claims that cannot both be true, in the order of the desk.

    Args:
        subject: What the report is about.

    Yields:
        Paragraphs of Markdown.
    """
    yield "## Conflicts"
    pairs = list(_pairs(subject))
    if not pairs:
        yield "None."
        return
    standings = Counter(subject.between.standing(relation) for relation in pairs)
    by_hand = standings[Standing.ACCEPTED] + standings[Standing.LINKED]
    yield f"Pairs of claims in conflict: {len(pairs)}, {by_hand} of them accepted by a reviewer."
    confirmed = [_named(subject, relation) for relation in pairs if both_confirmed(subject, relation)]
    if confirmed:
        yield f"Both claims are confirmed, though they cannot both be true: {', '.join(confirmed)}."
    yield "\n".join(line for relation in pairs for line in _lines(subject, relation))


def _pairs(subject: Subject) -> Iterator[Relation]:
    position = subject.session.desk.position
    for claim in subject.session.desk.claims:
        found = [
            one
            for one in subject.between.relations(claim.id)
            if one.agreement is Agreement.CONFLICT and one.a == claim.id
        ]
        yield from sorted(found, key=lambda one: position[one.b])


def _lines(subject: Subject, relation: Relation) -> Iterator[str]:
    first, second = map(subject.session.desk.claim, relation.key)
    words = "; ".join(differences(subject, first, relation))
    yield f"- {_named(subject, relation)}{f': {words}' if words else ''}"
    yield from (_side(subject, claim) for claim in (first, second))
    if both_confirmed(subject, relation):
        yield "  - Both are confirmed, though they cannot both be true"
    if relation.reason:
        yield f"  - Rule: {inline(relation.reason)}"
    standing = STANDINGS[subject.between.standing(relation)]
    yield f"  - Standing: {standing}, confidence {relation.confidence:.2f}"


def _named(subject: Subject, relation: Relation) -> str:
    return " and ".join(map(subject.session.desk.number, relation.key))


def _side(subject: Subject, claim: Claim) -> str:
    number, standing = subject.session.desk.number(claim.id), subject.standing(claim.id)
    return f"  - Claim {number}: {standing}, {subject.articles[claim.article]}"
