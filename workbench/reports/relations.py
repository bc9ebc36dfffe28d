"""What the other articles say about a claim, as the Markdown report tells it."""

from collections.abc import Iterator

from workbench.model.article import Article, Span
from workbench.model.claim import Claim
from workbench.model.counterparts import COPIES, Counterparts
from workbench.model.relation import Agreement, Difference, DifferenceKind, Relation, Standing
from workbench.reports.escape import code, inline, quoted

_HEADINGS = {Agreement.CONFLICT: "In conflict", Agreement.DIFFERS: "Differs", Agreement.SAME: "The same"}
"""How the report calls each agreement, in the order in which a reader wants to know."""

_STANDINGS = {
    Standing.SUGGESTED: "suggested by the program",
    Standing.ACCEPTED: "accepted by a reviewer",
    Standing.LINKED: "made by a reviewer",
}


def what_others_say(counterparts: Counterparts, claim: Claim) -> Iterator[str]:
    """Write the relations of a claim: conflicts first, each with its rule and the words that differ.

    Every conflict is told; of what does not contradict, what weighs most in each article.

    Args:
        counterparts: The relations, after the reviewer's word.
        claim: The claim.

    Yields:
        Paragraphs of Markdown; none for a claim that no other one is related to.
    """
    told = list(_worth_telling(counterparts, claim))
    for agreement, heading in _HEADINGS.items():
        for relation in told:
            if relation.agreement is agreement:
                yield _one(counterparts, claim, relation, heading)
                other = counterparts.desk.claim(relation.other(claim.id))
                yield quoted(counterparts.desk.quote(other))


def corroboration_fact(counterparts: Counterparts, claim: Claim) -> str:
    """Say how many articles state the same, and how many of them do so independently.

    Args:
        counterparts: The relations, after the reviewer's word.
        claim: The claim.

    Returns:
        A fact for a list; empty for a claim that only its own article makes.
    """
    found = counterparts.corroboration(claim.id)
    return f"{found.articles} articles, {found.independent} independent" if found.articles > 1 else ""


def lineage_facts(counterparts: Counterparts, article: Article) -> Iterator[str]:
    """Say which articles share copied text with an article.

    Args:
        counterparts: What the comparison found.
        article: The article.

    Yields:
        At most one fact for a list.
    """
    number_of = counterparts.desk.article_position
    related = {id for lineage in counterparts.lineages if article.id in lineage for id in lineage}
    names = [f"article {number + 1}" for number in sorted(number_of[id] for id in related - {article.id})]
    if names:
        yield f"Lineage: shares copied text with {', '.join(names)}"


def words_against_words(desk_texts: tuple[str, str], difference: Difference) -> str:
    """Write the words that differ, those of the first text first.

    Args:
        desk_texts: The canonical texts of both articles.
        difference: Where they differ.

    Returns:
        Markdown on one line: “500 yards” against “500 meters” (unit).
    """
    ours, theirs = (
        _words(span, text) for span, text in zip((difference.a, difference.b), desk_texts, strict=True)
    )
    return f"{ours} against {theirs} ({difference.kind.value})"


def _worth_telling(counterparts: Counterparts, claim: Claim) -> Iterator[Relation]:
    heard = set()
    for relation in counterparts.relations(claim.id):
        article = counterparts.article_of(relation.other(claim.id))
        by_hand = counterparts.standing(relation) is not Standing.SUGGESTED
        if relation.agreement is Agreement.CONFLICT or by_hand or article not in heard:
            yield relation
        heard.add(article)


def _one(counterparts: Counterparts, claim: Claim, relation: Relation, heading: str) -> str:
    other = counterparts.desk.claim(relation.other(claim.id))
    lines = [f"{heading}: {_where(counterparts, claim, other)}"]
    wording = "copied, " if relation.provenance in COPIES else ""
    lines.append(f"- Wording: {wording}{relation.provenance.value}")
    if relation.reason:
        lines.append(f"- Rule: {inline(relation.reason)}")
    lines += [f"- Words: {words}" for words in _differences(counterparts, claim, relation)]
    if other.speaker:
        lines.append(f"- Speaker there: {inline(other.speaker.text)}")
    standing = _STANDINGS[counterparts.standing(relation)]
    lines.append(f"- Standing: {standing}, confidence {relation.confidence:.2f}")
    return "\n".join([lines[0], "", *lines[1:]])


def _where(counterparts: Counterparts, claim: Claim, other: Claim) -> str:
    place = f"characters {other.span.start}–{other.span.end}, {code(other.id)}"
    if other.article == claim.article:
        return f"the same article, {place}"
    article = counterparts.desk.article_by_id[other.article]
    number = counterparts.desk.article_position[other.article] + 1
    return f"article {number} ({inline(article.title)}), {place}"


def _differences(counterparts: Counterparts, claim: Claim, relation: Relation) -> Iterator[str]:
    """Write the differences that a rule knows, this claim's words first; other wording shows by itself."""
    texts = counterparts.desk.article_by_id
    ours = texts[claim.article].text
    theirs = texts[counterparts.article_of(relation.other(claim.id))].text
    for difference in relation.differences:
        if difference.kind is not DifferenceKind.WORDING:
            turned = Difference(difference.b, difference.a, difference.kind)
            yield words_against_words((ours, theirs), difference if relation.a == claim.id else turned)


def _words(span: Span, text: str) -> str:
    words = inline(span.of(text))
    return f"“{words}”" if words else "nothing"
