"""One session that is open: load it, append events to it, remember where the reviewer was."""

import threading
from collections.abc import Container, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from msgspec import Raw

from workbench.errors import StoreError
from workbench.model.event import Event
from workbench.model.session import Session
from workbench.model.view import View
from workbench.storage.chain import link
from workbench.storage.codec import to_document
from workbench.storage.collection_pause import paused_collections
from workbench.storage.contents import (
    ARTICLES,
    CHAIN,
    CLAIMS,
    EVENTS,
    ONLY,
    SESSION,
    VIEW,
    read_chain_end,
    read_record,
    read_session,
    read_view,
    record_of,
)
from workbench.storage.event_ids import document_number
from workbench.storage.lock import SessionLock
from workbench.storage.recovery_report import describe
from workbench.storage.schema import SCHEMA
from workbench.storage.surroundings import is_large, read_surroundings
from workbench.storage.tables import Put, encode, encode_document
from workbench.storage.tinydb_storage import JournalDatabase, JournalStorage

_ONLY = str(ONLY)


@dataclass(frozen=True, slots=True)
class StoredSession:
    """A session as it was left."""

    session: Session
    """Articles, claims, and the fold of all events."""
    view: View
    """Where the reviewer was."""


class SessionStore:
    """One session on disk. With a lock it takes events; without one it only reads.

    Threads may share it: their calls wait for each other.

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
        self._turn = threading.RLock()
        tables = self._storage.journal.tables
        self._record = read_record(tables)
        self._chain_end = read_chain_end(tables)
        self._view = read_view(tables)
        self.readonly = lock is None or self._storage.journal.readonly
        recovered = self._storage.journal.recovered
        self.recovery = (*describe(recovered, kept_aside=not self.readonly), *self._newer_schema())

    def load(self) -> StoredSession:
        """Return the session as it was left.

        Raises:
            StoreError: What is stored cannot be read.
        """
        try:
            with paused_collections():
                session = read_session(self._storage.journal.tables, self.name)
        except StoreError as error:
            raise StoreError(f"{self.name!r}: {error.message}", "`workbench verify` says more") from error
        return StoredSession(session, self._view)

    def load_surroundings(self) -> StoredSession | None:
        """Return what the first screen needs of a session too large to load before it.

        Returns:
            All articles, with the claims and decisions of those around the cursor; None for a session that
            loads in a moment, and for one that is not as it was left.
        """
        tables = self._storage.journal.tables
        is_as_left = self._storage.journal.recovered.is_clean and self._record.schema == SCHEMA
        if not is_as_left or not is_large(tables):
            return None
        with paused_collections():
            session = read_surroundings(tables, self.name, self._view)
        return StoredSession(session, self._view) if session is not None else None

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
        self.append_all((event,), view)

    def append_all(self, events: Sequence[Event], view: View) -> None:
        """Add events in one commit: after a crash all of them are there, or none.

        Args:
            events: What happened, in order; those that are stored already are passed over.
            view: Where the reviewer is now.

        Raises:
            StoreError: As for `append`.
        """
        with self._turn:
            stored: Container[str] = self._storage.journal.tables.get(EVENTS, ())
            end = self._chain_end
            changes = []
            for event in events:
                key = str(document_number(event.id))
                if self.readonly or key not in stored:
                    document, end = link(to_document(event), end)
                    changes.append(Put(EVENTS, key, encode_document(document)))
            if not changes:
                return
            changes.append(Put(CHAIN, _ONLY, Raw(encode(end))))
            if view != self._view:
                changes.append(_put_view(view))
            self._storage.commit(changes)
            self._chain_end, self._view = end, view

    def remember(self, view: View) -> None:
        """Keep where the reviewer is, without waiting for the disk: it survives a kill, not a power cut.

        Args:
            view: Where the reviewer is now.
        """
        if self.readonly or view == self._view:
            return
        # a full disk is said at the next decision, not at each step of the cursor
        with self._turn, suppress(StoreError):
            self._storage.journal.pass_on([_put_view(view)])
            self._view = view

    def replace_analysis(self, session: Session) -> None:
        """Store another analysis of the same texts: new blocks and claims under the same events.

        Args:
            session: The session as it is from now on.

        Raises:
            StoreError: It could not be made durable; nothing has changed.
        """
        with self._turn, self._storage.together():
            for name, values in ((ARTICLES, session.desk.articles), (CLAIMS, session.desk.claims)):
                table = self._database.journal_table(name)
                surplus = [int(key) for key in self._storage.table(name) or () if int(key) > len(values)]
                table.remove(doc_ids=surplus)
                for number, value in enumerate(values, ONLY):
                    table.put(to_document(value), number)
            self._database.journal_table(SESSION).put(to_document(record_of(session)), ONLY)

    def compact(self) -> None:
        """Put all events into a new snapshot, which opens faster than a long journal.

        Raises:
            StoreError: It could not be done; nothing has changed.
        """
        self._storage.journal.compact()

    def close(self) -> None:
        """Compact when that is worth it, and let others have the session; a second call does nothing."""
        journal = self._storage.journal
        with self._turn:
            if not journal.readonly and journal.is_worth_compacting():
                with suppress(StoreError):  # the journal holds everything; only the next opening is slower
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

    def _newer_schema(self) -> Iterator[str]:
        if self._record.schema > SCHEMA:
            yield (
                f"a newer Workbench has written this session (schema {self._record.schema}, "
                f"known here: {SCHEMA}); it is open for reading only"
            )


def _put_view(view: View) -> Put:
    return Put(VIEW, _ONLY, Raw(encode(view)))
