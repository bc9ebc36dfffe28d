"""What the other articles say about a claim, as the Markdown report tells it."""

from collections import Counter
from collections.abc import Iterator

from workbench.model.article import Article, Span
from workbench.model.claim import Claim
from workbench.model.counterparts import COPIES, Counterparts
from workbench.model.decision import Verdict
from workbench.model.relation import Agreement, Difference, DifferenceKind, Relation, Standing
from workbench.reports.escape import code, inline, quoted
from workbench.reports.subject import Subject, place

_HEADINGS = {Agreement.CONFLICT: "In conflict", Agreement.DIFFERS: "Differs", Agreement.SAME: "The same"}
"""How the report calls each agreement, in the order in which a reader wants to know."""

STANDINGS = {
    Standing.SUGGESTED: "suggested by the program",
    Standing.ACCEPTED: "accepted by a reviewer",
    Standing.LINKED: "made by a reviewer",
}
"""How the report calls what a reviewer has said about a relation."""


def what_others_say(subject: Subject, claim: Claim) -> Iterator[str]:
    """Write the relations of a claim: conflicts first, each with its rule and the words that differ.

    Every conflict is told, fact by fact; of what does not contradict, what weighs most in each article, in
    one line and its quote.

    Args:
        subject: What the report is about.
        claim: The claim.

    Yields:
        Paragraphs of Markdown; none for a claim that no other one is related to.
    """
    told = list(_worth_telling(subject.between, claim))
    for agreement, heading in _HEADINGS.items():
        for relation in told:
            if relation.agreement is agreement:
                yield _one(subject, claim, relation, heading)
                other = subject.session.desk.claim(relation.other(claim.id))
                yield quoted(subject.session.desk.quote(other))


def relations_counted(subject: Subject, claim: Claim) -> str:
    """Say in one line how many claims are related to a claim, and name those in conflict.

    Args:
        subject: What the report is about.
        claim: The claim.

    Returns:
        `1 in conflict (5.12), 2 the same, 3 differ`, and how many articles say it; empty where no other
        claim is related to it.
    """
    desk, relations = subject.session.desk, subject.between.relations(claim.id)
    against = [one.other(claim.id) for one in relations if one.agreement is Agreement.CONFLICT]
    against.sort(key=desk.position.__getitem__)
    counts = Counter(relation.agreement for relation in relations)
    same, differs = counts[Agreement.SAME], counts[Agreement.DIFFERS]
    facts = []
    if against:
        facts.append(f"{len(against)} in conflict ({', '.join(map(desk.number, against))})")
    if same:
        facts.append(f"{same} the same")
    if differs:
        facts.append(f"{differs} {'differs' if differs == 1 else 'differ'}")
    said_by = corroboration_fact(subject.between, claim) if same else ""
    return ", ".join(facts) + (f"; said by {said_by}" if said_by else "")


def corroboration_fact(between: Counterparts, claim: Claim) -> str:
    """Say how many articles state the same, and how many of them do so independently.

    Args:
        between: The relations, after the reviewer's word.
        claim: The claim.

    Returns:
        A fact for a list; empty for a claim that only its own article makes.
    """
    found = between.corroboration(claim.id)
    return f"{found.articles} articles, {found.independent} independent" if found.articles > 1 else ""


def lineage_facts(between: Counterparts, article: Article) -> Iterator[str]:
    """Say which articles share copied text with an article.

    Args:
        between: What the comparison found.
        article: The article.

    Yields:
        At most one fact for a list.
    """
    number_of = between.desk.article_position
    related = {id for lineage in between.lineages if article.id in lineage for id in lineage}
    names = [f"article {number + 1}" for number in sorted(number_of[id] for id in related - {article.id})]
    if names:
        yield f"Lineage: shares copied text with {', '.join(names)}"


def differences(subject: Subject, claim: Claim, relation: Relation) -> Iterator[str]:
    """Write the words that differ where a rule knows in what; other wording shows by itself.

    Args:
        subject: What the report is about.
        claim: The claim whose words come first.
        relation: One of its relations.

    Yields:
        Markdown on one line each: “500 yards” against “500 meters” (unit).
    """
    desk = subject.session.desk
    ours = desk.article_by_id[claim.article].text
    theirs = desk.article_by_id[desk.claim(relation.other(claim.id)).article].text
    for difference in relation.differences:
        if difference.kind is not DifferenceKind.WORDING:
            turned = Difference(difference.b, difference.a, difference.kind)
            shown = difference if relation.a == claim.id else turned
            yield f"{_words(shown.a, ours)} against {_words(shown.b, theirs)} ({shown.kind.value})"


def both_confirmed(subject: Subject, relation: Relation) -> bool:
    """Tell whether a reviewer found both claims of a relation right, though they are in conflict."""
    verdicts = (subject.session.decision(claim).verdict for claim in relation.key)
    is_conflict = relation.agreement is Agreement.CONFLICT
    return is_conflict and all(verdict is Verdict.CONFIRMED for verdict in verdicts)


def _worth_telling(between: Counterparts, claim: Claim) -> Iterator[Relation]:
    heard = set()
    for relation in between.relations(claim.id):
        article = between.article_of(relation.other(claim.id))
        by_hand = between.standing(relation) is not Standing.SUGGESTED
        if relation.agreement is Agreement.CONFLICT or by_hand or article not in heard:
            yield relation
        heard.add(article)


def _one(subject: Subject, claim: Claim, relation: Relation, heading: str) -> str:
    other = subject.session.desk.claim(relation.other(claim.id))
    head = f"{heading}: {subject.claim_named(other.id)}, {_where(subject, claim, other)}"
    facts = list(_facts(subject, claim, relation, other))
    if relation.agreement is Agreement.CONFLICT:
        return "\n".join([head, "", *(f"- {fact}" for fact in facts)])
    return f"{head};\n{'; '.join(facts)}"


def _facts(subject: Subject, claim: Claim, relation: Relation, other: Claim) -> Iterator[str]:
    if both_confirmed(subject, relation):
        yield "Both are confirmed, though they cannot both be true"
    wording = "copied, " if relation.provenance in COPIES else ""
    yield f"Wording: {wording}{relation.provenance.value}"
    if relation.reason:
        yield f"Rule: {inline(relation.reason)}"
    yield from (f"Words: {words}" for words in differences(subject, claim, relation))
    if other.speaker:
        yield f"Speaker there: {inline(other.speaker.text)}"
    standing = STANDINGS[subject.between.standing(relation)]
    yield f"Standing: {standing}, confidence {relation.confidence:.2f}"


def _where(subject: Subject, claim: Claim, other: Claim) -> str:
    article = "the same article" if other.article == claim.article else subject.articles[other.article]
    return f"{article}, {place(other.span)}, {code(other.id)}"


def _words(span: Span, text: str) -> str:
    words = inline(span.of(text))
    return f"“{words}”" if words else "nothing"
