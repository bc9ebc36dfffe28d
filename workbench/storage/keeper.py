"""Sessions renamed, duplicated, deleted, restored and backed up; none ever takes the place of another."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workbench.errors import StoreError, StoreReadOnlyError
from workbench.storage.backup import read_backup, write_backup
from workbench.storage.compaction import write_first_snapshots
from workbench.storage.contents import SESSION, read_record
from workbench.storage.disk_errors import explained
from workbench.storage.folder_moves import move, remove_unfinished
from workbench.storage.journal import Journal
from workbench.storage.library import SNAPSHOT, Library
from workbench.storage.lock import SessionLock
from workbench.storage.names import check_name
from workbench.storage.recovery_report import remarks
from workbench.storage.tables import StoredTable, Tables, encode_document
from workbench.storage.trash import Deleted, Trash

UNFINISHED = ".new-"
"""Begins the names of folders of sessions that are not yet in their place."""


class Keeper:
    """What can be done with whole sessions.

    A session that changes its place is locked meanwhile; one that is only read may be open elsewhere. All
    methods raise `SessionNotFoundError` for a session that is not there, and `StoreError` when the disk
    refuses; then nothing has changed.

    Args:
        library: The sessions.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._files = library.files
        self._trash = Trash(library.sessions, library.files)

    def rename(self, name: str, new: str) -> None:
        """Give a session another name.

        Raises:
            SessionLockedError: Another process has it; the message says who.
            StoreError: The new name is taken, or cannot be one.
        """
        self._library.require(name)
        self._library.require_free(new)
        was_last = self._library.last() == name
        with self._locked(self._library.snapshot_of(name)) as lock:
            self._move(lock, self._library.snapshot_of(name), self._library.snapshot_of(new))
        if was_last:
            self._library.mark_last(new)

    def delete(self, name: str) -> Deleted:
        """Move a session to the trash.

        Returns:
            Where it is found again.

        Raises:
            SessionLockedError: Another process has it; the message says who.
        """
        self._library.require(name)
        with self._locked(self._library.snapshot_of(name)) as lock:
            self._library.make_folder(self._trash.folder)
            place = self._trash.free_place(name)
            self._move(lock, self._library.snapshot_of(name), place / SNAPSHOT)
        return self._trash.find(place.name)

    def deleted(self) -> list[Deleted]:
        """Return what can be restored, the latest first."""
        return self._trash.entries()

    def restore(self, wanted: str, new: str = "") -> str:
        """Bring a session back out of the trash.

        Args:
            wanted: The id of an entry; or a name, when only one session of that name is there.
            new: What it shall be called; empty for what it was called.

        Returns:
            Its name.

        Raises:
            StoreError: Several were called so, or the name is taken.
        """
        entry = self._trash.find(wanted)
        name = new or entry.name
        self._require_free_to_restore(name)
        snapshot = self._trash.folder / entry.id / SNAPSHOT
        with self._locked(snapshot) as lock:
            self._move(lock, snapshot, self._library.snapshot_of(name))
        return name

    def duplicate(self, name: str, new: str) -> tuple[str, ...]:
        """Make a second session of the same content: texts, claims and every event.

        Returns:
            What was wrong with the first on disk, one line each.

        Raises:
            StoreError: The new name is taken, or cannot be one; or the first session cannot be read.
        """
        self._library.require_free(new)
        tables, remarked = self._read(name)
        self._place(tables, new)
        return remarked

    def backup(self, name: str, file: Path) -> tuple[int, tuple[str, ...]]:
        """Write everything of a session into one file that only its owner can read.

        Args:
            name: The session.
            file: The file; nothing may be there yet.

        Returns:
            The size of the file in bytes, and what was wrong with the session on disk, one line each.

        Raises:
            StoreError: The session cannot be read, or the file cannot be written or is there already.
        """
        tables, remarked = self._read(name)
        return write_backup(self._files, _named(tables, name), file), remarked

    def restore_backup(self, file: Path, new: str = "") -> str:
        """Make a session of a backup.

        Args:
            file: The backup.
            new: What the session shall be called; empty for what it was called.

        Returns:
            Its name.

        Raises:
            StoreError: The backup is damaged, or the name is taken.
        """
        tables = read_backup(self._files, file)
        name = check_name(new or read_record(tables).name)
        self._require_free_to_restore(name)
        self._place(tables, name)
        return name

    def _require_free_to_restore(self, name: str) -> None:
        try:
            self._library.require_free(name)
        except StoreError as error:
            raise StoreError(error.message, "give it another name with --as") from None

    def _read(self, name: str) -> tuple[Tables, tuple[str, ...]]:
        self._library.require(name)
        journal = Journal(self._library.snapshot_of(name), readonly=True, files=self._files)
        return journal.tables, tuple(remark.line for remark in remarks(journal.recovered))

    def _place(self, tables: Tables, name: str) -> None:
        """Write a session aside, and move it to its place when it is whole and on the disk."""
        self._sweep()
        snapshot = self._library.sessions / f"{UNFINISHED}{os.urandom(4).hex()}" / SNAPSHOT
        self._library.make_folder(snapshot.parent)
        try:
            with self._locked(snapshot) as lock:
                write_first_snapshots(self._files, snapshot, _named(tables, name))
                self._move(lock, snapshot, self._library.snapshot_of(name))
        except OSError as error:
            raise explained(error) from error
        finally:
            remove_unfinished(self._files, snapshot)

    def _sweep(self) -> None:
        """Remove what was being written when a process was killed."""
        if self._library.sessions.is_dir():
            for folder in self._files.names(self._library.sessions):
                if folder.startswith(UNFINISHED):
                    remove_unfinished(self._files, self._library.sessions / folder / SNAPSHOT)

    @contextmanager
    def _locked(self, snapshot: Path) -> Iterator[SessionLock]:
        if not os.access(snapshot.parent, os.W_OK | os.X_OK):
            raise StoreReadOnlyError(f"{snapshot.parent}: nothing can be written there")
        lock = SessionLock(snapshot)
        try:
            yield lock
        finally:
            lock.release()

    def _move(self, lock: SessionLock, snapshot: Path, target: Path) -> None:
        if os.name == "nt":  # no folder can be moved there while a file in it is open
            lock.release()
        move(self._files, snapshot, target)
        lock.follow(target)


def _named(tables: Tables, name: str) -> Tables:
    """Return tables whose session knows the name that it has now."""
    table = tables[SESSION]
    documents = {key: encode_document({**document, "name": name}) for key, document in table.items()}
    return Tables({**tables, SESSION: StoredTable(documents)})
