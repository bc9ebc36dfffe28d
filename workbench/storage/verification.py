"""Checking a session from end to end, without its lock: files, hashes, spans, and what refers to what."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from workbench.errors import StoreError
from workbench.model.article import Article
from workbench.model.claim import Claim, claim_id
from workbench.model.event import Event
from workbench.storage.chain import find_breaks
from workbench.storage.codec import decode_table
from workbench.storage.contents import ARTICLES, CLAIMS, EVENTS, read_chain_end, read_record, read_view
from workbench.storage.filesystem import FileSystem
from workbench.storage.journal import Journal
from workbench.storage.recovery_report import describe
from workbench.storage.schema import SCHEMA
from workbench.storage.tables import StoredTable, Tables

Severity: TypeAlias = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be."""

    severity: Severity
    """An error when something stored is lost, altered or inconsistent."""
    message: str
    """What, one line."""


def verify(snapshot: Path, files: FileSystem | None = None) -> tuple[Finding, ...]:
    """Check a session; nothing on disk changes, and another process may be writing it.

    Args:
        snapshot: The session's snapshot.
        files: The file system.

    Returns:
        What was found, errors first; empty when all is well.
    """
    try:
        journal = Journal(snapshot, readonly=True, files=files)
        findings = [*_files(journal), *_contents(journal.tables)]
    except StoreError as error:
        return (Finding("error", str(error)),)
    return tuple(sorted(findings, key=lambda finding: finding.severity))


def _files(journal: Journal) -> Iterator[Finding]:
    recovered = journal.recovered
    lost = bool(recovered.gaps) or any(not piece.at_end for piece in recovered.pieces)
    severity: Severity = "error" if lost or recovered.unreadable else "warning"
    for line in describe(recovered):
        yield Finding(severity, line)


def _contents(tables: Tables) -> Iterator[Finding]:
    schema = read_record(tables).schema
    if schema > SCHEMA:
        yield Finding("warning", f"written by a newer Workbench: schema {schema}, known here: {SCHEMA}")
    articles = {article.id: article for article in decode_table(tables.get(ARTICLES), Article, ARTICLES)}
    claims = decode_table(tables.get(CLAIMS), Claim, CLAIMS)
    known = {claim.id for claim in claims}
    for article in articles.values():
        yield from _article(article)
    for claim in claims:
        yield from _claim(claim, articles)
    if len(known) < len(claims):
        yield Finding("error", f"{len(claims) - len(known)} claims have the id of another claim")
    yield from _chain(tables)
    for number, event in enumerate(decode_table(tables.get(EVENTS), Event, EVENTS), start=1):
        if event.claim not in known:
            yield Finding(
                "error", f"event {number} ({event.id}) is about {event.claim!r}, which is not a claim"
            )
    read_view(tables)


def _article(article: Article) -> Iterator[Finding]:
    if hashlib.sha256(article.text.encode()).hexdigest() != article.sha256:
        yield Finding("error", f"the text of the article {article.id!r} is not the one that was hashed")
    if any(block.span.end > len(article.text) for block in article.blocks):
        yield Finding("error", f"a block of the article {article.id!r} ends after its text")


def _claim(claim: Claim, articles: dict[str, Article]) -> Iterator[Finding]:
    article = articles.get(claim.article)
    if article is None:
        yield Finding("error", f"the claim {claim.id!r} names an article that is not there")
    elif not claim.span.start < claim.span.end <= len(article.text):
        yield Finding("error", f"the span of the claim {claim.id!r} is not within its article")
    if claim.id != claim_id(claim.article, claim.span):
        yield Finding("error", f"the claim {claim.id!r} is at another place than its id says")


def _chain(tables: Tables) -> Iterator[Finding]:
    documents = tables.get(EVENTS) or StoredTable({})
    first = next(find_breaks(documents.values(), read_chain_end(tables)), None)
    if first is not None:
        yield Finding(
            "error", f"event {first.number} ({first.event}): {first.problem}; later ones are not vouched for"
        )
