"""A claim as the Markdown report tells it: in full once somebody has touched it, else in short."""

from collections.abc import Iterator, Mapping, Sequence

from workbench.model.claim import Claim
from workbench.model.decision import UNDECIDED, Decision, State
from workbench.model.session import Session
from workbench.reports.escape import code, inline, quoted
from workbench.reports.evidence import evidence_paragraphs, judgement_facts, wording_paragraph
from workbench.reports.relations import corroboration_fact, relations_counted, what_others_say
from workbench.reports.subject import Subject, article_names, by, named, place, signed

SET_ASIDE = frozenset({"not checkable", "not a claim"})
"""How claims stand that are nothing to check: what others say about them is not told."""


def claim_section(subject: Subject, claim: Claim) -> Iterator[str]:
    """Write a claim under a heading of its own.

    Args:
        subject: What the report is about.
        claim: One of its claims.

    Yields:
        Paragraphs of Markdown.
    """
    decision = subject.session.decision(claim.id)
    yield f"### Claim {subject.session.desk.number(claim.id)}"
    if decision == UNDECIDED and not (claim.by_hand or claim.orphaned):
        yield quoted(subject.session.desk.quote(claim))
        yield "\n".join(_in_short(subject, claim))
        return
    said_by = corroboration_fact(subject.between, claim)
    facts = [f"- Said by: {said_by}"] if said_by else []
    yield from _in_full(subject.session, claim, subject.articles[claim.article], subject.articles, facts)
    if decision.label not in SET_ASIDE:
        yield from what_others_say(subject, claim)


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
    names = article_names(session) if session.decision(claim.id).evidence else {}
    return "\n\n".join(_in_full(session, claim, source, names)) + "\n"


def _in_short(subject: Subject, claim: Claim) -> Iterator[str]:
    number = subject.session.desk.article_position[claim.article] + 1
    yield f"- Where: article {number}, {claim.kind.value}, {place(claim.span)}, {code(claim.id)}"
    related = relations_counted(subject, claim)
    if related:
        yield f"- Related claims: {related}"


def _in_full(
    session: Session, claim: Claim, source: str, articles: Mapping[str, str], facts: Sequence[str] = ()
) -> Iterator[str]:
    decision = session.decision(claim.id)
    yield quoted(session.desk.quote(claim))
    yield from wording_paragraph(decision)
    yield "\n".join([*_facts(claim, decision, source), *facts])
    if decision.note:
        yield f"Note by {named(decision.note.reviewer)}, {inline(decision.note.at)}:"
        yield quoted(decision.note.text)
    if decision.evidence:
        yield from evidence_paragraphs(decision, articles)


def _facts(claim: Claim, decision: Decision, source: str) -> Iterator[str]:
    yield f"- {_standing(decision)}"
    yield from judgement_facts(decision)
    yield f"- Where: {source}, {claim.kind.value}, {place(claim.span)}, {code(claim.id)}"
    if claim.speaker:
        speaker = claim.speaker
        yield f"- Speaker: {inline(speaker.text)} ({speaker.kind.value}), {place(speaker.span)}"
    if claim.by_hand:
        yield "- By hand: a person made this claim, or set its bounds"
    if claim.orphaned:
        yield "- Orphaned: found by an older analysis only, kept because it was decided about"
    if claim.types:
        yield f"- Types: {', '.join(kind.value for kind in claim.types)}"
    reasons = f" ({', '.join(map(inline, claim.reasons))})" if claim.reasons else ""
    yield f"- Check-worthiness: {claim.score:.2f}{reasons}"


def _standing(decision: Decision) -> str:
    """Say where a claim stands, and who put it there when."""
    if decision.state is State.SUGGESTED:
        return signed(decision.label)
    if decision.state is State.OPEN:
        accepted = f", accepted as a claim by {by(decision)}" if decision.reviewer else ""
        return f"{signed(decision.label)}{accepted}"
    return f"{signed(decision.label)} by {by(decision)}"
