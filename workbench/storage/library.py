"""All sessions of one data folder."""

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import SessionNotFoundError, StoreError, StoreReadOnlyError
from workbench.model.session import Session
from workbench.paths import make_private
from workbench.storage.contents import is_known_schema, tables_of
from workbench.storage.disk_errors import says_read_only
from workbench.storage.filesystem import FileSystem
from workbench.storage.journal import Journal
from workbench.storage.lock import SessionLock
from workbench.storage.migrating import bring_up_to_date
from workbench.storage.names import check_name, is_name
from workbench.storage.repository import SessionStore
from workbench.storage.segment import find_segments
from workbench.storage.snapshot import earlier_path
from workbench.storage.tinydb_storage import JournalDatabase

if TYPE_CHECKING:
    from workbench.storage.verification import Finding

SNAPSHOT = "session.json"
_LAST = ".last"
_READ_ONLY_HINT = "it can be opened read-only"


class Library:
    """The folder that holds one folder a session.

    Args:
        sessions: The folder; it is made, private, with the first session.
        files: The file system that sessions are written with.
    """

    def __init__(self, sessions: Path, files: FileSystem | None = None) -> None:
        self.sessions = sessions
        self.files = files or FileSystem()

    def names(self) -> list[str]:
        """Return the names of all sessions, sorted.

        Raises:
            StoreError: The folder is there and cannot be read.
        """
        try:
            found = self.files.names(self.sessions)
        except FileNotFoundError:
            return []
        except OSError as error:
            raise StoreError(f"{self.sessions}: cannot be read: {error.strerror}") from error
        return sorted(filter(self.exists, found))

    def exists(self, name: str) -> bool:
        """Tell whether there is a session of that name, readable or not."""
        if not is_name(name):
            return False
        snapshot = self.snapshot_of(name)
        try:
            return (
                self.files.exists(snapshot)
                or self.files.exists(earlier_path(snapshot))
                or bool(find_segments(self.files, snapshot))
            )
        except OSError:
            return False

    def create(self, session: Session) -> SessionStore:
        """Write a new session: its articles and claims, and nothing decided.

        Args:
            session: The session; its events are not written.

        Returns:
            The store, open for writing.

        Raises:
            StoreError: The name is taken or cannot be one, or a text cannot be written.
        """
        snapshot = self.snapshot_of(check_name(session.name))
        tables = tables_of(session)
        self.make_folder(snapshot.parent)
        lock = SessionLock(snapshot)
        try:
            self.require_free(session.name)
            journal = Journal(snapshot, files=self.files)
            journal.found(tables)
            journal.close()
            return SessionStore(session.name, self._database(snapshot), lock)
        except BaseException:
            lock.release()
            raise

    def open(self, name: str, *, readonly: bool = False) -> SessionStore:
        """Open a session.

        Args:
            name: Its name.
            readonly: Whether to read only: then no lock is taken, and nothing on disk changes.

        Returns:
            The store. A session that a newer Workbench has written is open for reading only.

        Raises:
            SessionNotFoundError: There is none of that name.
            SessionLockedError: Another process has it open for writing.
            StoreReadOnlyError: It cannot be written there; it can still be opened to read only.
            StoreError: It is damaged beyond what its copies can mend.
        """
        self.require(name)
        snapshot = self.snapshot_of(name)
        if readonly:
            return SessionStore(name, self._database(snapshot, readonly=True), None)
        if not os.access(snapshot.parent, os.W_OK | os.X_OK):
            raise StoreReadOnlyError(f"{snapshot.parent}: nothing can be written there", _READ_ONLY_HINT)
        lock = SessionLock(snapshot)
        try:
            store = SessionStore(name, self._database(snapshot), lock)
        except BaseException:
            lock.release()
            raise
        if store.readonly:  # a newer Workbench may write it meanwhile
            lock.release()
        return store

    def verify(self, name: str) -> "tuple[Finding, ...]":
        """Check a session from end to end; another process may have it open.

        Returns:
            What is not as it should be; empty when all is well.

        Raises:
            SessionNotFoundError: There is none of that name.
        """
        self.require(name)
        from workbench.storage.verification import verify  # deferred: 1 ms that only this needs

        return verify(self.snapshot_of(name), self.files)

    def last(self) -> str | None:
        """Return the session that was opened last; without a note of it, the one that changed last."""
        with suppress(OSError, UnicodeDecodeError):
            name = self.files.read(self.sessions / _LAST).decode()
            if self.exists(name):
                return name
        return max(self.names(), key=self._changed_at, default=None)

    def mark_last(self, name: str) -> None:
        """Note the session that is open; a note that cannot be written is not worth an error."""
        check_name(name)
        unfinished = self.sessions / f"{_LAST}-{os.getpid()}"
        with suppress(OSError):
            descriptor = self.files.open(unfinished)
            try:
                self.files.write_at(descriptor, name.encode(), 0)
            finally:
                self.files.close(descriptor)
            self.files.replace(unfinished, self.sessions / _LAST)

    def require(self, name: str) -> None:
        """Say so when there is no session of that name.

        Raises:
            SessionNotFoundError: There is none; the hint names those that are there.
        """
        if not self.exists(name):
            raise SessionNotFoundError(f"no session is called {name!r}", _known(self.names()))

    def require_free(self, name: str) -> None:
        """Say so when a name cannot be given to another session.

        Raises:
            StoreError: There is a session of that name, or none may have it.
        """
        if self.exists(check_name(name)):
            raise StoreError(f"there is a session {name!r} already", "choose another name, or open it")

    def snapshot_of(self, name: str) -> Path:
        """Return where the snapshot of a session lies; its folder holds all that belongs to it."""
        return self.sessions / name / SNAPSHOT

    def _database(self, snapshot: Path, *, readonly: bool = False) -> JournalDatabase:
        database = JournalDatabase(snapshot, readonly=readonly, files=self.files, may_write=is_known_schema)
        bring_up_to_date(database.journal_storage)
        return database

    def make_folder(self, folder: Path) -> None:
        """Make a private folder and its parents, each with a durable name: else a power cut takes them all.

        Raises:
            StoreError: It cannot be made.
        """
        try:
            missing = [place for place in (folder, *folder.parents) if not place.exists()]
            make_private(folder)
            for made in missing:
                self.files.sync_folder(made.parent)
        except OSError as error:
            if says_read_only(error):
                raise StoreReadOnlyError(f"{folder}: cannot be made: {error.strerror}") from error
            raise StoreError(f"{folder}: cannot be made: {error.strerror}") from error

    def _changed_at(self, name: str) -> float:
        folder = self.sessions / name
        with suppress(OSError):
            return max(file.stat().st_mtime for file in folder.iterdir())
        return 0.0


def _known(names: list[str]) -> str:
    return f"there are: {', '.join(names)}" if names else "there are no sessions yet"
