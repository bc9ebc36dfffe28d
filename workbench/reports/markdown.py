"""The Markdown report: what was reviewed and decided, for a reader who was not there."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from workbench.model.article import Article, Block, Span
from workbench.model.claim import Claim
from workbench.model.counterparts import Counterparts
from workbench.model.decision import Decision, State
from workbench.model.event import Event
from workbench.model.relation import Agreement, Relation, Standing
from workbench.model.session import Session
from workbench.reports.corrections import Correction, corrections, span_edits
from workbench.reports.escape import code, inline, quoted
from workbench.reports.evidence import evidence_paragraphs, judgement_facts, wording_paragraph
from workbench.reports.relations import corroboration_fact, lineage_facts, what_others_say
from workbench.reports.span_edits import span_edit_line

_MEANINGS = {
    "disputed": "the reviewer found it wrong or contradicted",
    "unverified": "looked into, and could not be established",
    "confirmed": "the reviewer found it right",
    "parked": "left for later",
    "unreviewed": "nobody has decided about it",
    "not checkable": "an opinion or a prediction",
    "not a claim": "the program suggested it, and a person rejected it",
}
"""Each way a claim can stand, in the order in which a reader wants to know, and what it means."""

_SIGNS = {"disputed": "✗", "unverified": "?", "confirmed": "✓", "unreviewed": "·"}

_SET_ASIDE = {"not checkable", "not a claim"}

_READING_GUIDE = """\
Claims are numbered in reading order. A place such as 12–80 means the characters of the article's text
(Unicode code points, counted from 0) from the first number up to, but not including, the second; the
SHA-256 is that of the same text in UTF-8. Quotes are the article's own words, notes stand as they were
typed. A character that cannot be shown is replaced by a visible one; the JSONL report has it as it was.
What other articles say about a claim is found by the program: each relation gives the rule that decided,
and whether a reviewer has accepted it; those that a reviewer rejected are named among the corrections."""


def markdown_report(
    session: Session, counterparts: Counterparts | None = None, *, reviewer: str, tool_version: str
) -> str:
    """Write a session as a Markdown document.

    The same session gives the same text: its date is that of the last change. Nothing in the
    articles, names and notes is ever read as Markdown or HTML, or obeyed by a terminal.

    Args:
        session: The session.
        counterparts: What the articles say about each other's claims; None where only what a
            reviewer has said about it is known.
        reviewer: Who makes the report; empty when that is not to be said.
        tool_version: The version of the program.

    Returns:
        The document, in CommonMark, ending with a line break.
    """
    parts = markdown_parts(session, counterparts, reviewer=reviewer, tool_version=tool_version)
    return "".join(parts)


def markdown_parts(
    session: Session, counterparts: Counterparts | None = None, *, reviewer: str, tool_version: str
) -> Iterator[str]:
    """Write a session as a Markdown document, part by part.

    Args:
        session: The session.
        counterparts: What the articles say about each other's claims; None where only what a
            reviewer has said about it is known.
        reviewer: Who makes the report; empty when that is not to be said.
        tool_version: The version of the program.

    Yields:
        The paragraphs of `markdown_report`, with the line breaks that belong between them.
    """
    between = counterparts or Counterparts(session.desk, said=session.relations)
    labels = {claim.id: session.decision(claim.id).label for claim in session.desk.claims}
    paragraphs = chain(
        _head(session, reviewer, tool_version),
        _articles(session, between, labels),
        _counts(session, between, labels),
        _claims(session, between, labels),
        _excluded(session),
        _corrections(session),
    )
    yield next(paragraphs)
    for paragraph in paragraphs:
        yield f"\n\n{paragraph}"
    yield "\n"


def claim_markdown(session: Session, claim: Claim) -> str:
    """Write one claim as it stands in the report, for the clipboard.

    Args:
        session: The session.
        claim: One of its claims.

    Returns:
        Its quote, its facts with title, publisher and date of its article, and its note, ending with
        a line break.
    """
    article = session.desk.article_by_id[claim.article]
    source = ", ".join(filter(None, map(inline, (article.title, article.publisher, article.date))))
    return "\n\n".join(_claim(session, claim, source)) + "\n"


def _head(session: Session, reviewer: str, tool_version: str) -> Iterator[str]:
    reviewers = dict.fromkeys(event.reviewer for event in session.events)
    yield f"# Fact-check report: {inline(session.name)}"
    facts = [
        f"- Date: {inline(session.updated_at)}, the last change; begun {inline(session.created_at)}",
        f"- Reviewers: {', '.join(_name(each) for each in reviewers) or 'none, nothing is decided yet'}",
        f"- Made with: Workbench {inline(tool_version)}, claims found by analysis {inline(session.analyser)}",
    ]
    if reviewer:
        facts.insert(2, f"- Report by: {inline(reviewer)}")
    yield "\n".join(facts)
    yield _READING_GUIDE


def _articles(session: Session, between: Counterparts, labels: dict[str, str]) -> Iterator[str]:
    yield "## What was reviewed"
    for number, article in enumerate(session.desk.articles, start=1):
        yield f"### Article {number}: {inline(article.title)}"
        claims = session.desk.claims_by_article[article.id]
        facts = _article_facts(article, Counter(labels[claim.id] for claim in claims))
        yield "\n".join([*facts, *(f"- {fact}" for fact in lineage_facts(between, article))])


def _article_facts(article: Article, counts: Counter[str]) -> Iterator[str]:
    if article.publisher:
        yield f"- Published by: {inline(article.publisher)}"
    yield f"- File: {code(article.id)}"
    yield f"- Byline: {inline(article.byline) or 'not found'}"
    yield f"- Date: {inline(article.date) or 'not found'}"
    yield f"- SHA-256: {code(article.sha256)}"
    parts = ", ".join(f"{counts[label]} {label}" for label in _MEANINGS if counts[label])
    yield f"- Claims: {counts.total()}{f' ({parts})' if parts else ''}"
    yield from (f"- Warning: {inline(warning)}" for warning in article.warnings)


def _counts(session: Session, between: Counterparts, labels: dict[str, str]) -> Iterator[str]:
    counts = Counter(labels.values())
    yield "## Counts"
    lines = [f"- {_sign(label)}: {counts[label]} ({meaning})" for label, meaning in _MEANINGS.items()]
    yield "\n".join([*lines, f"- all claims: {counts.total()}"])
    conflicts = Counter(between.standing(relation) for relation in _conflicts(between))
    if conflicts:
        by_hand = conflicts[Standing.ACCEPTED] + conflicts[Standing.LINKED]
        yield f"Pairs of claims in conflict: {conflicts.total()}, {by_hand} of them accepted by a reviewer."
    strays = {event.claim for event in session.events if event.is_decision} - session.desk.position.keys()
    strays -= {claim.id for event in span_edits(session) if event.claims for claim in event.claims.vanished}
    if strays:
        yield f"Decisions about claims that are no longer found, and are counted nowhere: {len(strays)}."


def _conflicts(between: Counterparts) -> set[Relation]:
    return {
        relation
        for claim in between.desk.claims
        for relation in between.relations(claim.id)
        if relation.agreement is Agreement.CONFLICT
    }


def _claims(session: Session, between: Counterparts, labels: dict[str, str]) -> Iterator[str]:
    names = _names(session)
    for label in _MEANINGS:
        claims = [claim for claim in session.desk.claims if labels[claim.id] == label]
        if claims:
            heading = f"Set aside: {label}" if label in _SET_ASIDE else label.capitalize()
            yield f"## {heading} ({len(claims)})"
        for claim in claims:
            yield f"### Claim {session.desk.position[claim.id] + 1}"
            yield from _claim(session, claim, names[claim.article], corroboration_fact(between, claim))
            if label not in _SET_ASIDE:
                yield from what_others_say(between, claim)


def _names(session: Session) -> dict[str, str]:
    """Return how each article is named in a sentence."""
    return {
        article.id: f"article {number} ({inline(article.title)})"
        for number, article in enumerate(session.desk.articles, start=1)
    }


def _claim(session: Session, claim: Claim, article: str, corroborated: str = "") -> Iterator[str]:
    decision = session.decision(claim.id)
    yield quoted(session.desk.quote(claim))
    yield from wording_paragraph(decision)
    said_by = [f"- Said by: {corroborated}"] if corroborated else []
    yield "\n".join([*_claim_facts(claim, decision, article), *said_by])
    if decision.note:
        yield f"Note by {_name(decision.note.reviewer)}, {inline(decision.note.at)}:"
        yield quoted(decision.note.text)
    if decision.evidence:
        yield from evidence_paragraphs(decision, _names(session))


def _claim_facts(claim: Claim, decision: Decision, article: str) -> Iterator[str]:
    yield f"- {_standing(decision)}"
    yield from judgement_facts(decision)
    yield f"- Where: {article}, {claim.kind.value}, {_place(claim.span)}, {code(claim.id)}"
    if claim.speaker:
        speaker = claim.speaker
        yield f"- Speaker: {inline(speaker.text)} ({speaker.kind.value}), {_place(speaker.span)}"
    if claim.by_hand:
        yield "- By hand: a person made this claim, or set its bounds"
    if claim.orphaned:
        yield "- Orphaned: found by an older analysis only, kept because it was decided about"
    if claim.types:
        yield f"- States: {', '.join(kind.value for kind in claim.types)}"


def _standing(decision: Decision) -> str:
    """Say where a claim stands, and who put it there when."""
    if decision.state is State.SUGGESTED:
        return _sign(decision.label)
    if decision.state is State.OPEN:
        accepted = f", accepted as a claim by {_by(decision)}" if decision.reviewer else ""
        return f"{_sign(decision.label)}{accepted}"
    return f"{_sign(decision.label)} by {_by(decision)}"


def _excluded(session: Session) -> Iterator[str]:
    yield "## Text excluded from review"
    found = False
    for number, article in enumerate(session.desk.articles, start=1):
        for block in article.blocks:
            if block.is_set_aside:
                found = True
                yield f"Article {number}, {_place(block.span)}, {_why(block)}:"
                yield quoted(block.span.of(article.text))
    if not found:
        yield "None."


def _why(block: Block) -> str:
    return f"{block.kind.value} ({inline(block.reason)})" if block.reason else block.kind.value


def _corrections(session: Session) -> Iterator[str]:
    yield "## Corrections"
    lines = {one.event.id: _correction_line(session, one) for one in corrections(session)}
    lines |= {event.id: span_edit_line(session, event) for event in span_edits(session)}
    lines |= {event.id: line for event in session.events for line in _relation_line(session, event)}
    yield "\n".join(lines[event.id] for event in session.events if event.id in lines) or "None."


def _relation_line(session: Session, event: Event) -> Iterator[str]:
    """Say what a reviewer said about a relation between two claims of the desk."""
    change, position = event.relation, session.desk.position
    if change is not None and set(change.relation.key) <= position.keys():
        first, second = (position[id] + 1 for id in change.relation.key)
        yield (
            f"- Claims {first} and {second}: {change.relation.agreement.value}, {change.before.value} → "
            f"{change.after.value}, {event.action.value} by {_name(event.reviewer)}, {inline(event.at)}"
        )


def _correction_line(session: Session, correction: Correction) -> str:
    event = correction.event
    number = session.desk.position[correction.claim] + 1
    change = f"{_sign(correction.before.label)} → {_sign(correction.after.label)}"
    return f"- Claim {number}: {change}, {event.action.value} by {_name(event.reviewer)}, {inline(event.at)}"


def _sign(label: str) -> str:
    """Return the word for where a claim stands, with its sign where it has one."""
    return f"{_SIGNS[label]} {label}" if label in _SIGNS else label


def _by(decision: Decision) -> str:
    return f"{_name(decision.reviewer)}, {inline(decision.at)}"


def _name(reviewer: str) -> str:
    return inline(reviewer) or "an unnamed reviewer"


def _place(span: Span) -> str:
    return f"characters {span.start}–{span.end}"
