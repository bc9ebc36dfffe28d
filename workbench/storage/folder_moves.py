"""Folders of sessions moved in one step: a kill or a power cut leaves them in the one place or the other."""

from contextlib import suppress
from pathlib import Path

from workbench.errors import StoreError
from workbench.storage.disk_errors import explained
from workbench.storage.filesystem import FileSystem
from workbench.storage.lock import HOLDER_SUFFIX, LOCK_SUFFIX, SessionLock
from workbench.storage.segment import find_segments
from workbench.storage.snapshot import UNFINISHED_MARK, earlier_path, remove_quietly


def move(files: FileSystem, snapshot: Path, target: Path) -> None:
    """Move the folder of a session, which this process has locked, to a name that is free.

    Args:
        files: The file system.
        snapshot: The session's snapshot.
        target: Where it shall lie.

    Raises:
        StoreError: It cannot be moved; it is where it was.
    """
    source, goal = snapshot.parent, target.parent
    try:
        if files.exists(goal):
            _clear(files, target)
        files.replace(source, goal)
    except OSError as error:
        raise StoreError(f"{source.name}: cannot be moved to {goal}: {error.strerror}") from error
    try:
        for folder in {goal.parent, source.parent}:
            files.sync_folder(folder)
    except OSError as error:
        raise explained(error) from error


def remove_unfinished(files: FileSystem, snapshot: Path) -> None:
    """Remove the folder of a session that was never put in its place, unless somebody is at work on it."""
    with suppress(StoreError, OSError):
        SessionLock(snapshot).release()
        for path in (snapshot, earlier_path(snapshot)):
            remove_quietly(files, path)
        _clear(files, snapshot)


def _clear(files: FileSystem, snapshot: Path) -> None:
    """Remove a folder that holds what the failed creation of a session has left, and nothing else."""
    if files.exists(snapshot) or files.exists(earlier_path(snapshot)) or find_segments(files, snapshot):
        return
    for name in files.names(snapshot.parent):
        if name.startswith(
            (snapshot.name + UNFINISHED_MARK, snapshot.name + LOCK_SUFFIX, snapshot.name + HOLDER_SUFFIX)
        ):
            remove_quietly(files, snapshot.with_name(name))
    files.remove_folder(snapshot.parent)
