"""Writing snapshots: aside, synced, renamed, the folder synced, the one before kept."""

import os
from collections.abc import Collection
from pathlib import Path

from workbench.storage.filesystem import FileSystem
from workbench.storage.segment import find_segments
from workbench.storage.snapshot import (
    UNFINISHED_MARK,
    earlier_path,
    encode_snapshot,
    read_header,
    remove_quietly,
)
from workbench.storage.tables import Tables


def compact(
    files: FileSystem,
    path: Path,
    tables: Tables,
    sequence: int,
    known_tags: Collection[str],
    *,
    keep: bool,
) -> int:
    """Put all tables into a new snapshot, and drop the segments that two snapshots contain.

    Args:
        files: The file system.
        path: The snapshot.
        tables: The tables.
        sequence: The number of the last commit in them.
        known_tags: The segments whose records are in them. One that another process has written
            without a working lock is not among them, and stays.
        keep: Whether the snapshot that is there can be trusted; else the one before it stays.

    Returns:
        The size of the snapshot in bytes.

    Raises:
        OSError: Nothing is lost: either the old snapshot and the journal are as they were, or the new
            snapshot is in place and the journal is still there.
    """
    covered = [name.tag for name in find_segments(files, path) if name.tag in known_tags]
    data = encode_snapshot(tables, sequence, covered)
    _install(files, path, data, keep=keep)
    _drop_covered_twice(files, path)
    return len(data)


def write_first_snapshots(files: FileSystem, path: Path, tables: Tables) -> int:
    """Write two snapshots of a session that begins, so that one may be damaged from the first day.

    Args:
        files: The file system.
        path: Where the snapshot shall lie.
        tables: What the session begins with.

    Returns:
        The size of the snapshot in bytes.

    Raises:
        OSError: They could not be written; neither is there.
    """
    data = encode_snapshot(tables, 0, ())
    try:
        files.replace(_write_aside(files, path, data), earlier_path(path))
        _install(files, path, data, keep=False)
    except OSError:
        remove_quietly(files, path)
        remove_quietly(files, earlier_path(path))
        raise
    return len(data)


def _write_aside(files: FileSystem, path: Path, data: bytes) -> Path:
    """Write a new file beside `path` and make it durable; no other file changes.

    Args:
        files: The file system.
        path: The file that it will replace.
        data: Its bytes.

    Returns:
        Where it lies.

    Raises:
        OSError: It could not be written; nothing is left of it.
    """
    unfinished = path.with_name(f"{path.name}{UNFINISHED_MARK}{os.urandom(4).hex()}")
    descriptor = files.open(unfinished)
    try:
        try:
            files.write_at(descriptor, data, 0)
            files.sync(descriptor)
        finally:
            files.close(descriptor)
    except OSError:
        remove_quietly(files, unfinished)
        raise
    return unfinished


def _install(files: FileSystem, path: Path, data: bytes, *, keep: bool = True) -> None:
    """Make `data` the snapshot; the one that was there becomes the one before.

    Args:
        files: The file system.
        path: The snapshot.
        data: The bytes of the new one.
        keep: Whether the one that is there can be trusted; else the one before stays.

    Raises:
        OSError: The old snapshot, and the one before it, are as they were.
    """
    unfinished = _write_aside(files, path, data)
    try:
        if keep and files.exists(path):
            _keep_as_earlier(files, path)
        files.replace(unfinished, path)
    except OSError:
        remove_quietly(files, unfinished)
        raise
    files.sync_folder(path.parent)


def _keep_as_earlier(files: FileSystem, path: Path) -> None:
    second_name = path.with_name(f"{path.name}{UNFINISHED_MARK}{os.urandom(4).hex()}")
    try:
        files.link(path, second_name)
    except OSError:  # no second names on this file system: for a moment only the one before is there
        files.replace(path, earlier_path(path))
        return
    try:
        files.replace(second_name, earlier_path(path))
    except OSError:
        remove_quietly(files, second_name)
        raise


def _drop_covered_twice(files: FileSystem, path: Path) -> None:
    current, earlier = read_header(files, path), read_header(files, earlier_path(path))
    if current is None or earlier is None or earlier.sequence > current.sequence:
        return
    for name in find_segments(files, path):
        if name.tag in current.segments and name.tag in earlier.segments:
            remove_quietly(files, name.path)
