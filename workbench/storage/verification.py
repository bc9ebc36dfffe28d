"""Checking a session from end to end, without its lock: files, hashes, spans, and what refers to what."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias, TypeVar

from workbench.errors import StoreError
from workbench.model.article import Article
from workbench.model.claim import Claim
from workbench.model.event import Event
from workbench.model.view import View
from workbench.storage.chain import ChainEnd, find_breaks
from workbench.storage.codec import decode_table
from workbench.storage.contents import ARTICLES, CHAIN, CLAIMS, EVENTS, SESSION, VIEW, SessionRecord
from workbench.storage.event_checks import claims_of_changes, wrong_claim, wrong_references
from workbench.storage.event_ids import document_number
from workbench.storage.filesystem import FileSystem
from workbench.storage.journal import Journal
from workbench.storage.recovery_report import remarks
from workbench.storage.schema import SCHEMA
from workbench.storage.snapshot import Standing, decode_snapshot, earlier_path
from workbench.storage.tables import StoredTable, Tables

Model = TypeVar("Model")
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
    except StoreError as error:
        return (_error(str(error)),)
    found = [
        Finding("error" if remark.is_harm else "warning", remark.line)
        for remark in remarks(journal.recovered)
    ]
    found += _earlier_snapshot(snapshot, files or FileSystem())
    found += _Contents(journal.tables).check()
    return tuple(sorted(found, key=lambda finding: finding.severity))


def _earlier_snapshot(snapshot: Path, files: FileSystem) -> Iterator[Finding]:
    path = earlier_path(snapshot)
    try:
        earlier = decode_snapshot(files.read(path))
    except FileNotFoundError:
        yield Finding("warning", f"{path.name} is missing: the session has one snapshot only")
        return
    except (OSError, StoreError) as error:
        yield Finding("warning", f"{path.name} cannot be read: {error}")
        return
    if earlier is None or earlier.standing is Standing.MISMATCHED:
        yield Finding("warning", f"{path.name} is damaged: the session has one snapshot only")


class _Contents:
    """The tables of a session, each decoded as far as it can be."""

    def __init__(self, tables: Tables) -> None:
        self._unreadable: list[Finding] = []
        self._events_stored = tables.get(EVENTS) or StoredTable({})
        self._records = self._decode(tables, SessionRecord, SESSION)
        self._articles = self._decode(tables, Article, ARTICLES)
        self._claims = self._decode(tables, Claim, CLAIMS)
        self._events = self._decode(tables, Event, EVENTS)
        self._ends = self._decode(tables, ChainEnd, CHAIN)
        self._decode(tables, View, VIEW)

    def check(self) -> Iterator[Finding]:
        yield from self._unreadable
        yield from self._schema()
        yield from self._chain()
        yield from _repeated("articles", (article.id for article in self._articles))
        yield from _repeated("claims", (claim.id for claim in self._claims))
        for article in self._articles:
            yield from _article(article)
        by_id = {article.id: article for article in self._articles}
        for claim in self._claims:
            yield from map(_error, wrong_claim(claim, by_id.get(claim.article)))
        yield from self._event_references()

    def _decode(self, tables: Tables, model: type[Model], name: str) -> list[Model]:
        try:
            return decode_table(tables.get(name), model, name)
        except StoreError as error:
            self._unreadable.append(_error(error.message))
            return []

    def _schema(self) -> Iterator[Finding]:
        if not self._records:
            yield _error("the table 'session' is missing: this is no session, or a part of one")
        for record in self._records:
            if record.schema > SCHEMA:
                newer = f"written by a newer Workbench: schema {record.schema}, known here: {SCHEMA}"
                yield Finding("warning", newer)

    def _chain(self) -> Iterator[Finding]:
        end = self._ends[0] if self._ends else ChainEnd()
        first = next(find_breaks(self._events_stored.values(), end), None)
        if first is not None:
            yield _error(
                f"event {first.number} ({first.event}): {first.problem}; later ones are not vouched for"
            )

    def _event_references(self) -> Iterator[Finding]:
        known = {claim.id for claim in self._claims}
        known |= {claim.id for claim in claims_of_changes(self._events)}
        articles = {article.id: article for article in self._articles}
        for key, event in zip(self._events_stored, self._events, strict=False):
            yield from map(_error, wrong_references(event, known, articles))
            if not _is_number_of(key, event.id):
                yield _error(f"event {event.id} is stored under the number of another event")


def _is_number_of(key: str, event_id: str) -> bool:
    try:
        return key == str(document_number(event_id))
    except StoreError:
        return False


def _error(message: str) -> Finding:
    return Finding("error", message)


def _repeated(what: str, ids: Iterable[str]) -> Iterator[Finding]:
    for name, count in Counter(ids).items():
        if count > 1:
            yield _error(f"{count} {what} have the id {name!r}")


def _article(article: Article) -> Iterator[Finding]:
    if hashlib.sha256(article.text.encode()).hexdigest() != article.sha256:
        yield _error(f"the text of the article {article.id!r} is not the one that was hashed")
    if any(block.span.end > len(article.text) for block in article.blocks):
        yield _error(f"a block of the article {article.id!r} ends after its text")
