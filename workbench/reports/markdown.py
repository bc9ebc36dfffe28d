"""The Markdown report: what was reviewed and decided, for a reader who was not there."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain

from workbench.model.article import Article, Block
from workbench.model.claim import Claim
from workbench.model.counterparts import Counterparts
from workbench.model.session import Session
from workbench.reports.claim_sections import SET_ASIDE, claim_section
from workbench.reports.conflicts import conflicts
from workbench.reports.correction_lines import correction_section
from workbench.reports.corrections import span_edits
from workbench.reports.escape import code, inline, quoted
from workbench.reports.reading_guide import HEADING, reading_guide
from workbench.reports.relations import lineage_facts
from workbench.reports.subject import Subject, named, place, signed

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
    subject = Subject.of(session, counterparts)
    labels = {claim.id: session.decision(claim.id).label for claim in session.desk.claims}
    paragraphs = chain(
        _head(session, reviewer, tool_version),
        _articles(subject, labels),
        _counts(session, labels),
        conflicts(subject),
        _claims(subject, labels),
        _excluded(session),
        correction_section(session),
        reading_guide(),
    )
    yield next(paragraphs)
    for paragraph in paragraphs:
        yield f"\n\n{paragraph}"
    yield "\n"


def _head(session: Session, reviewer: str, tool_version: str) -> Iterator[str]:
    reviewers = dict.fromkeys(event.reviewer for event in session.events)
    yield f"# Fact-check report: {inline(session.name)}"
    facts = [
        f"- Date: {inline(session.updated_at)}, the last change; begun {inline(session.created_at)}",
        f"- Reviewers: {', '.join(named(each) for each in reviewers) or 'none, nothing is decided yet'}",
        f"- Made with: Workbench {inline(tool_version)}, claims found by analysis {inline(session.analyser)}",
    ]
    if reviewer:
        facts.insert(2, f"- Report by: {inline(reviewer)}")
    yield "\n".join(facts)
    yield f"What the names, places and words below mean is told at the end: {HEADING}."


def _articles(subject: Subject, labels: Mapping[str, str]) -> Iterator[str]:
    desk = subject.session.desk
    yield "## What was reviewed"
    for number, article in enumerate(desk.articles, start=1):
        yield f"### Article {number}: {inline(article.title)}"
        facts = _article_facts(article, Counter(labels[one.id] for one in desk.claims_by_article[article.id]))
        yield "\n".join([*facts, *(f"- {fact}" for fact in lineage_facts(subject.between, article))])


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


def _counts(session: Session, labels: Mapping[str, str]) -> Iterator[str]:
    counts = Counter(labels.values())
    yield "## Counts"
    lines = [f"- {signed(label)}: {counts[label]} ({meaning})" for label, meaning in _MEANINGS.items()]
    yield "\n".join([*lines, f"- all claims: {counts.total()}"])
    strays = {event.claim for event in session.events if event.is_decision} - session.desk.position.keys()
    strays -= {claim.id for event in span_edits(session) if event.claims for claim in event.claims.vanished}
    if strays:
        yield f"Decisions about claims that are no longer found, and are counted nowhere: {len(strays)}."


def _claims(subject: Subject, labels: Mapping[str, str]) -> Iterator[str]:
    standing: dict[str, list[Claim]] = {label: [] for label in _MEANINGS}
    for claim in subject.session.desk.claims:
        standing[labels[claim.id]].append(claim)
    for label, claims in standing.items():
        if claims:
            heading = f"Set aside: {label}" if label in SET_ASIDE else label.capitalize()
            yield f"## {heading} ({len(claims)})"
        for claim in claims:
            yield from claim_section(subject, claim)


def _excluded(session: Session) -> Iterator[str]:
    yield "## Text excluded from review"
    found = False
    for number, article in enumerate(session.desk.articles, start=1):
        for block in article.blocks:
            if block.is_set_aside:
                found = True
                yield f"Article {number}, {place(block.span)}, {_why(block)}:"
                yield quoted(block.span.of(article.text))
    if not found:
        yield "None."


def _why(block: Block) -> str:
    return f"{block.kind.value} ({inline(block.reason)})" if block.reason else block.kind.value
