"""A lock on a file by flock, which ends with its process: what filelock does on Unix, without loading it."""

import errno
import os
import sys
from pathlib import Path
from typing import Protocol

from workbench.storage.filesystem import FILE_MODE

_HELD = (errno.EAGAIN, errno.EACCES, errno.EWOULDBLOCK)
_WITHOUT_FLOCK = (errno.ENOSYS, errno.EOPNOTSUPP)


class HeldError(Exception):
    """Another process has the lock."""


class FileLock(Protocol):
    """A lock that is held until it is released."""

    @property
    def is_locked(self) -> bool:
        """Whether it is still held."""

    def release(self) -> None:
        """Let others have it."""


def lock_file(path: Path) -> FileLock:
    """Lock a file without waiting; it is made where it is missing.

    Args:
        path: The file.

    Returns:
        The lock.

    Raises:
        HeldError: Another process has it.
        OSError: The file cannot be written, or its file system knows no locks.
    """
    if sys.platform == "win32":
        return _filelock(path)
    try:
        return _Flock(path)
    except OSError as error:
        if error.errno in _WITHOUT_FLOCK:
            return _filelock(path)
        raise


def _filelock(path: Path) -> FileLock:
    """Lock a file where the system has no flock."""
    import filelock  # deferred: 9 ms of a start, which Unix saves

    lock = filelock.FileLock(path, timeout=0, mode=FILE_MODE, thread_local=False)
    try:
        lock.acquire()
    except filelock.Timeout:
        raise HeldError from None
    return lock


if sys.platform != "win32":
    import fcntl

    class _Flock:
        def __init__(self, path: Path) -> None:
            descriptor, is_new = _opened(path)
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                os.close(descriptor)
                if error.errno in _HELD:
                    raise HeldError from None
                if is_new:
                    path.unlink(missing_ok=True)  # where nothing can be locked, its being there is the lock
                raise
            self._descriptor: int | None = descriptor

        @property
        def is_locked(self) -> bool:
            return self._descriptor is not None

        def release(self) -> None:
            descriptor, self._descriptor = self._descriptor, None
            if descriptor is not None:
                os.close(descriptor)


def _opened(path: Path) -> tuple[int, bool]:
    """Open a file for writing; tell whether it was made for that."""
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, FILE_MODE), True
    except FileExistsError:
        return os.open(path, os.O_RDWR | os.O_NOFOLLOW, FILE_MODE), False
