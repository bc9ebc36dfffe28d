"""Deleted sessions: their folders, whole, under a name that says what they were called and when they went."""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from workbench.errors import SessionNotFoundError, StoreError
from workbench.storage.filesystem import FileSystem
from workbench.storage.names import is_name

FOLDER = ".trash"
"""Where they lie, among the sessions: a name that no session can have."""

_ENTRY = re.compile(r"(?P<name>.+)~(?P<stamp>(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z)(-\d+)?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Deleted:
    """A session in the trash."""

    id: str
    """Tells it from others that had the same name: `ferry~20310305T090000Z`."""
    name: str
    """What it was called."""
    deleted_at: str
    """When, ISO 8601 in UTC."""


class Trash:
    """The trash of one data folder.

    Args:
        sessions: The folder of the sessions.
        files: The file system.
    """

    def __init__(self, sessions: Path, files: FileSystem) -> None:
        self.folder = sessions / FOLDER
        self._files = files

    def entries(self) -> list[Deleted]:
        """Return what can be restored, the latest first.

        Raises:
            StoreError: The trash is there and cannot be read.
        """
        try:
            names = self._files.names(self.folder)
        except FileNotFoundError:
            return []
        except OSError as error:
            raise StoreError(f"{self.folder}: cannot be read: {error.strerror}") from error
        return sorted(_deleted(names), key=lambda entry: (entry.deleted_at, entry.id), reverse=True)

    def find(self, wanted: str) -> Deleted:
        """Return the entry of an id, or the only one that was called so.

        Args:
            wanted: An id, or the name of a session.

        Raises:
            SessionNotFoundError: There is none.
            StoreError: Several were called so; the hint names their ids.
        """
        entries = self.entries()
        found = [entry for entry in entries if wanted in (entry.id, entry.name)]
        if not found:
            known = ", ".join(entry.id for entry in entries)
            raise SessionNotFoundError(
                f"no session called {wanted!r} is in the trash",
                f"there are: {known}" if known else "the trash is empty",
            )
        if len(found) > 1:
            ids = ", ".join(entry.id for entry in found)
            raise StoreError(f"{len(found)} sessions called {wanted!r} are in the trash", f"name one: {ids}")
        return found[0]

    def free_place(self, name: str) -> Path:
        """Return where a session that is deleted now can lie."""
        stamp = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
        place, number = self.folder / f"{name}~{stamp}", 1
        while self._files.exists(place):
            number += 1
            place = self.folder / f"{name}~{stamp}-{number}"
        return place


def _deleted(names: list[str]) -> Iterator[Deleted]:
    for entry in names:
        found = _ENTRY.fullmatch(entry)
        if found and is_name(found["name"]):
            year, month, day, hour, minute, second = found.groups()[2:8]
            yield Deleted(entry, found["name"], f"{year}-{month}-{day}T{hour}:{minute}:{second}Z")
