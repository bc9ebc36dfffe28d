"""What a report says of a claim beside its verdict and note: wording, confidence, reason, tags, evidence."""

from collections.abc import Iterator, Mapping

from workbench.model.decision import Decision
from workbench.model.evidence import Evidence
from workbench.reports.escape import code, inline, quoted


def wording_paragraph(decision: Decision) -> Iterator[str]:
    """Yield the claim as the reviewer worded it; nothing where the quote says it."""
    if decision.wording:
        yield f"As the reviewer words it: {inline(decision.wording)}"


def judgement_facts(decision: Decision) -> Iterator[str]:
    """Yield list items of Markdown about the verdict and the filing of a claim.

    Args:
        decision: What is decided about it.
    """
    if decision.confidence:
        yield f"- Confidence: {decision.confidence.value}"
    if decision.reason:
        yield f"- Reason given: {inline(decision.reason)}"
    if decision.tags:
        yield f"- Tags: {', '.join(map(inline, decision.tags))}"


def evidence_paragraphs(decision: Decision, articles: Mapping[str, str]) -> Iterator[str]:
    """Yield paragraphs of Markdown about the sources of a claim, each with its quote.

    Args:
        decision: What is decided about it.
        articles: Article id to the words that name the article, in Markdown.
    """
    for number, one in enumerate(decision.evidence, start=1):
        rank = "primary source" if one.is_primary else "secondary source"
        described = [one.stance.value, rank, *_description(one, articles)]
        added = f"added by {inline(one.reviewer) or 'an unnamed reviewer'}, {inline(one.at)}"
        yield f"Evidence {number}: {', '.join(described)}; {added}{':' if one.quote else ''}"
        if one.quote:
            yield quoted(one.quote)


def evidence_fields(decision: Decision) -> list[dict[str, object]]:
    """Gather the evidence of a claim as the JSONL report writes it; what is not known is null.

    Args:
        decision: What is decided about the claim.
    """
    return [
        {
            "stance": one.stance.value,
            "primary": one.is_primary,
            "title": one.title or None,
            "location": one.location or None,
            "quote": one.quote or None,
            "date": one.date or None,
            "article": one.article or None,
            "start": one.span.start if one.span else None,
            "end": one.span.end if one.span else None,
            "reviewer": one.reviewer,
            "at": one.at,
        }
        for one in decision.evidence
    ]


def _description(evidence: Evidence, articles: Mapping[str, str]) -> Iterator[str]:
    if evidence.title:
        yield inline(evidence.title)
    if evidence.location:
        yield code(evidence.location)
    if evidence.date:
        yield inline(evidence.date)
    if evidence.span is not None:
        named = articles.get(evidence.article) or code(evidence.article)
        yield f"{named}, characters {evidence.span.start}–{evidence.span.end}"
