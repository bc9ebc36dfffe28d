"""What a reviewer collects and writes about a claim beside verdict and note: one event a change."""

import re
from dataclasses import replace

from workbench.model.article import Span
from workbench.model.decision import Confidence
from workbench.model.desk import Desk
from workbench.model.display import displayable
from workbench.model.event import Action, Event
from workbench.model.evidence import Evidence, Stance
from workbench.review.review import Review

_BETWEEN_TAGS = re.compile(r"[\s,;#]+")


def add_evidence(review: Review, claim: str, evidence: Evidence) -> Event | None:
    """Add a source to a claim.

    Args:
        review: The open review.
        claim: The claim's id.
        evidence: The source as it was described; who and when are filled in.

    Returns:
        The event, or None where the source is blank or is there already.

    Raises:
        StoreError: It could not be made durable; nothing has changed.
    """
    there = review.session.decision(claim).evidence
    written = clean_evidence(evidence, review.session.desk)
    if written.is_blank or any(same_source(written, one) for one in there):
        return None
    return _revise_evidence(review, claim, (*there, _signed(review, written)))


def change_evidence(review: Review, claim: str, number: int, evidence: Evidence) -> Event | None:
    """Describe a source anew; a blank description removes it.

    Args:
        review: The open review.
        claim: The claim's id.
        number: Its place among the claim's evidence, from 0.
        evidence: How it reads from now on.

    Returns:
        The event, or None where it reads so already.

    Raises:
        StoreError: It could not be made durable; nothing has changed.
    """
    there = review.session.decision(claim).evidence
    written = clean_evidence(evidence, review.session.desk)
    if same_source(written, there[number]):
        return None
    kept = () if written.is_blank else (_signed(review, written),)
    return _revise_evidence(review, claim, (*there[:number], *kept, *there[number + 1 :]))


def remove_evidence(review: Review, claim: str, number: int) -> Event | None:
    """Take a source away from a claim.

    Args:
        review: The open review.
        claim: The claim's id.
        number: Its place among the claim's evidence, from 0.

    Returns:
        The event.

    Raises:
        StoreError: It could not be made durable; nothing has changed.
    """
    there = review.session.decision(claim).evidence
    return _revise_evidence(review, claim, (*there[:number], *there[number + 1 :]))


def evidence_from(desk: Desk, article: str, span: Span) -> Evidence:
    """Describe a passage of an article on the desk as a source, for a person to complete.

    Args:
        desk: The articles.
        article: The id of the article.
        span: The passage.

    Returns:
        Evidence with title, place, date and quote; its stance is a guess.
    """
    source = desk.article_by_id[article]
    return Evidence(
        Stance.SUPPORTS,
        title=source.title,
        location=source.source if "://" in source.source else source.id,
        quote=span.of(source.text),
        date=source.date,
        article=article,
        span=span,
    )


def tags_in(text: str) -> tuple[str, ...]:
    """Return the tags that a line names, with spaces, commas or number signs between them."""
    return tuple(dict.fromkeys(filter(None, _BETWEEN_TAGS.split(displayable(text)))))


def write_tags(review: Review, claim: str, text: str) -> Event | None:
    """File a claim under some words, and no others.

    Args:
        review: The open review.
        claim: The claim's id.
        text: The tags, with spaces or commas between them.

    Returns:
        The event, or None where the claim has these tags already.

    Raises:
        StoreError: It could not be made durable; nothing has changed.
    """
    before = review.session.decision(claim)
    return review.revise(claim, Action.TAGS, replace(before, tags=tags_in(text)))


def set_confidence(review: Review, claim: str, confidence: Confidence | None) -> Event | None:
    """Say how sure the verdict of a claim is.

    Args:
        review: The open review.
        claim: The claim's id; it must have a verdict.
        confidence: How sure, or None to say nothing.

    Returns:
        The event, or None where that is said already.

    Raises:
        StoreError: It could not be made durable; nothing has changed.
    """
    before = review.session.decision(claim)
    return review.revise(claim, Action.CONFIDENCE, replace(before, confidence=confidence))


def next_confidence(confidence: Confidence | None) -> Confidence | None:
    """Return what comes after: low, medium, high, nothing said, and low again."""
    round_: tuple[Confidence | None, ...] = (None, *Confidence)
    return round_[(round_.index(confidence) + 1) % len(round_)]


def write_wording(review: Review, claim: str, text: str) -> Event | None:
    """Word a claim for the report; its span, and the quote, stay as they are.

    Args:
        review: The open review.
        claim: The claim's id.
        text: One line; empty, or the quote itself, for the quote alone.

    Returns:
        The event, or None where it is worded so already.

    Raises:
        StoreError: It could not be made durable; nothing has changed.
    """
    desk = review.session.desk
    wording = _line(text)
    if wording == _line(desk.quote(desk.claim(claim))):
        wording = ""
    before = review.session.decision(claim)
    return review.revise(claim, Action.WORDING, replace(before, wording=wording))


def _revise_evidence(review: Review, claim: str, evidence: tuple[Evidence, ...]) -> Event | None:
    before = review.session.decision(claim)
    return review.revise(claim, Action.EVIDENCE, replace(before, evidence=evidence))


def clean_evidence(evidence: Evidence, desk: Desk) -> Evidence:
    """Return what may be kept of a description: no control characters, and a quote that is one.

    Args:
        evidence: The source as somebody described it.
        desk: The articles.

    Returns:
        The source; its place in an article is kept only where the quote stands there.
    """
    clean = replace(
        evidence,
        title=_line(evidence.title),
        location=_line(evidence.location),
        date=_line(evidence.date),
        quote=displayable(evidence.quote).strip(),
    )
    source, span = desk.article_by_id.get(evidence.article), evidence.span
    if source is not None and span is not None and displayable(span.of(source.text)).strip() == clean.quote:
        return replace(clean, quote=span.of(source.text))
    return replace(clean, article="", span=None)


def _line(text: str) -> str:
    return " ".join(displayable(text).split())


def _signed(review: Review, evidence: Evidence) -> Evidence:
    return replace(evidence, reviewer=review.reviewer, at=review.clock())


def same_source(a: Evidence, b: Evidence) -> bool:
    """Tell whether two descriptions say the same, whoever wrote them."""
    return replace(a, reviewer="", at="") == replace(b, reviewer="", at="")
