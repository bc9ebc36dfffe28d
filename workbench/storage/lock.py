"""One writer a session: a lock of the operating system, which ends with the process that holds it."""

import os
import platform
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from workbench.errors import SessionLockedError, StoreError, StoreReadOnlyError
from workbench.storage.disk_errors import says_read_only
from workbench.storage.filesystem import FILE_MODE

if TYPE_CHECKING:
    from filelock import FileLock

LOCK_SUFFIX = ".lock"
HOLDER_SUFFIX = ".holder"


class Holder(msgspec.Struct, frozen=True):
    """Who has a session open for writing."""

    pid: int
    """The process."""
    host: str
    """The machine that it runs on."""
    since: str
    """Since when, ISO 8601 in UTC."""


class SessionLock:
    """The lock beside a snapshot. Its file is never renamed or deleted: a lock is on a file, not a name.

    Args:
        snapshot: The snapshot.

    Raises:
        SessionLockedError: Another process has it; the message says who.
        StoreReadOnlyError: The lock's file cannot be written.
        StoreError: The system refuses the lock.
    """

    def __init__(self, snapshot: Path) -> None:
        self._holder_path = snapshot.with_name(snapshot.name + HOLDER_SUFFIX)
        self._lock = _acquire(snapshot.with_name(snapshot.name + LOCK_SUFFIX), self._holder_path)
        self._sign()

    def follow(self, snapshot: Path) -> None:
        """Go on with a session whose folder was moved: the lock is on the file, wherever it lies."""
        self._holder_path = snapshot.with_name(snapshot.name + HOLDER_SUFFIX)

    def release(self) -> None:
        """Let others have the session; a second call does nothing."""
        if self._lock.is_locked:
            with suppress(OSError):  # the next holder signs over it
                self._holder_path.unlink()
            self._lock.release()

    def _sign(self) -> None:
        since = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        holder = Holder(os.getpid(), platform.node(), since)
        try:
            descriptor = os.open(self._holder_path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, FILE_MODE)
            with os.fdopen(descriptor, "wb") as file:
                file.write(msgspec.json.encode(holder))
        except OSError:
            return  # the disk is full: the lock holds all the same, only nobody can say who has it


def read_holder(snapshot_holder: Path) -> Holder | None:
    """Return who has signed for a lock, or None when nobody can tell."""
    try:
        return msgspec.json.decode(snapshot_holder.read_bytes(), type=Holder)
    except (OSError, msgspec.DecodeError):
        return None


def _acquire(path: Path, holder_path: Path) -> "FileLock":
    import filelock  # deferred: 19 ms of a command that only reads, 9 ms on top of Textual

    lock = filelock.FileLock(path, timeout=0, mode=FILE_MODE, thread_local=False)
    before = _identity(path)
    try:
        lock.acquire()
    except filelock.Timeout:
        raise _refusal(path.parent.name, read_holder(holder_path)) from None
    except OSError as error:
        if says_read_only(error):
            raise StoreReadOnlyError(
                f"{path.parent}: cannot be written: {error.strerror}", "it can be opened read-only"
            ) from error
        raise StoreError(f"{path}: cannot be locked: {error.strerror}") from error
    if before not in (None, _identity(path)):
        lock.release()
        raise StoreError(f"{path.parent.name!r} was moved by another process just now", "try again")
    return lock


def _identity(path: Path) -> tuple[int, int] | None:
    """Tell which file a name stands for at the moment; None for none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _refusal(session: str, holder: Holder | None) -> SessionLockedError:
    who = f"process {holder.pid} on {holder.host}, since {holder.since}" if holder else "another process"
    refusal = SessionLockedError(f"{session!r} is open in {who}", "it can be opened read-only meanwhile")
    refusal.session = session
    return refusal
