"""One session that is open: load it, append events to it, remember where the reviewer was."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from tinydb.table import Document as NumberedDocument

from workbench.errors import StoreError
from workbench.model.event import Event
from workbench.model.session import Session, View
from workbench.storage.chain import link
from workbench.storage.codec import to_document
from workbench.storage.contents import (
    CHAIN,
    EVENTS,
    ONLY,
    VIEW,
    read_chain_end,
    read_record,
    read_session,
    read_view,
)
from workbench.storage.event_ids import document_number
from workbench.storage.lock import SessionLock
from workbench.storage.recovery_report import describe
from workbench.storage.schema import SCHEMA
from workbench.storage.tinydb_storage import JournalDatabase, JournalStorage


@dataclass(frozen=True, slots=True)
class StoredSession:
    """A session as it was left."""

    session: Session
    """Articles, claims, and the fold of all events."""
    view: View
    """Where the reviewer was."""


class SessionStore:
    """One session on disk. With a lock it takes events; without one it only reads.

    Args:
        name: The session's name.
        database: The session's tables.
        lock: The lock, or None to read only.

    Raises:
        StoreError: The tables are not those of a session.
    """

    def __init__(self, name: str, database: JournalDatabase, lock: SessionLock | None) -> None:
        self.name = name
        self._database = database
        self._storage: JournalStorage = database.journal_storage
        self._lock = lock
        tables = self._storage.journal.tables
        self._record = read_record(tables)
        self._chain_end = read_chain_end(tables)
        self._view = read_view(tables)
        self.readonly = lock is None or self._storage.journal.readonly
        self.recovery = (*describe(self._storage.journal.recovered), *self._newer_schema())

    def load(self) -> StoredSession:
        """Return the session as it was left.

        Raises:
            StoreError: What is stored cannot be read.
        """
        try:
            with _no_collections():
                session = read_session(self._storage.journal.tables, self.name)
        except StoreError as error:
            raise StoreError(f"{self.name!r}: {error.message}", "`workbench verify` says more") from error
        return StoredSession(session, self._view)

    def append(self, event: Event, view: View) -> None:
        """Add an event, and where the reviewer is after it. It is on disk when the call returns.

        An event that is stored already is not stored again, so that a call that failed may be repeated.

        Args:
            event: What happened.
            view: Where the reviewer is now.

        Raises:
            StoreFullError: There is no room; nothing has changed, and the call may be repeated.
            StoreFailedError: The disk failed; the session takes no more events.
            StoreReadOnlyError: The session is open for reading only.
        """
        number = document_number(event.id)
        events = self._database.table(EVENTS)
        if not self.readonly and str(number) in (self._storage.table(EVENTS) or ()):
            return
        document, end = link(to_document(event), self._chain_end)
        with self._storage.together():
            events.insert(NumberedDocument(document, number))
            self._database.table(CHAIN).upsert(NumberedDocument(to_document(end), ONLY))
            if view != self._view:
                self._put_view(view)
        self._chain_end, self._view = end, view

    def remember(self, view: View) -> None:
        """Keep where the reviewer is, without waiting for the disk: it survives a kill, not a power cut.

        Args:
            view: Where the reviewer is now.
        """
        if self.readonly or view == self._view:
            return
        with suppress(StoreError):  # a full disk is said at the next decision, not at each step of the cursor
            with self._storage.together(durable=False):
                self._put_view(view)
            self._view = view

    def close(self) -> None:
        """Put the journal into a snapshot when that is worth it, and let others have the session."""
        journal = self._storage.journal
        if not journal.readonly and journal.is_worth_compacting():
            with suppress(StoreError):  # the journal holds everything: the next opening is slower, no more
                journal.compact()
        self._database.close()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _put_view(self, view: View) -> None:
        self._database.table(VIEW).upsert(NumberedDocument(to_document(view), ONLY))

    def _newer_schema(self) -> Iterator[str]:
        if self._record.schema > SCHEMA:
            yield (
                f"a newer Workbench has written this session (schema {self._record.schema}, "
                f"known here: {SCHEMA}); it is open for reading only"
            )


@contextmanager
def _no_collections() -> Iterator[None]:
    """Keep the garbage collector still: with a million new objects it takes longer than the loading."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
