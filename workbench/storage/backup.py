"""A backup: everything of a session in one private file, plain TinyDB JSON under a checksum."""

import os
from pathlib import Path

from workbench.errors import StoreError
from workbench.storage.contents import SESSION, read_session
from workbench.storage.disk_errors import explained
from workbench.storage.filesystem import FileSystem
from workbench.storage.snapshot import (
    UNFINISHED_MARK,
    Standing,
    decode_snapshot,
    encode_snapshot,
    remove_quietly,
)
from workbench.storage.tables import Tables


def write_backup(files: FileSystem, tables: Tables, target: Path) -> int:
    """Write a backup: aside, synced, and only then under its name.

    Args:
        files: The file system.
        tables: The tables of the session.
        target: The file; nothing may be there yet.

    Returns:
        Its size in bytes.

    Raises:
        StoreError: It cannot be written, or something is there already; nothing is left of it.
    """
    if files.exists(target):
        raise _taken(target)
    data = encode_snapshot(tables, 0, ())
    unfinished = target.with_name(f".{target.name}{UNFINISHED_MARK}{os.urandom(4).hex()}")
    try:
        descriptor = files.open(unfinished)
        try:
            files.write_at(descriptor, data, 0)
            files.sync(descriptor)
        finally:
            files.close(descriptor)
        _name(files, unfinished, target)
        files.sync_folder(target.parent)
    except OSError as error:
        raise StoreError(f"{target}: {explained(error).message}") from error
    finally:
        remove_quietly(files, unfinished)
    return len(data)


def read_backup(files: FileSystem, path: Path) -> Tables:
    """Read a backup, and make sure that it is whole.

    Args:
        files: The file system.
        path: The file.

    Returns:
        The tables of the session.

    Raises:
        StoreError: It cannot be read, is damaged, or is no backup of a session.
    """
    try:
        snapshot = decode_snapshot(files.read(path))
    except OSError as error:
        raise StoreError(f"{path}: cannot be read: {error.strerror}") from error
    if snapshot is None:
        raise StoreError(
            f"{path}: this is no backup of a session, or one that is cut off; nothing was restored"
        )
    if snapshot.standing is not Standing.INTACT:
        raise StoreError(f"{path}: its checksum does not hold, so it is damaged; nothing was restored")
    if SESSION not in snapshot.tables:
        raise StoreError(f"{path}: there is no session in it; nothing was restored")
    try:
        read_session(snapshot.tables, "")
    except StoreError as error:
        raise StoreError(f"{path}: {error.message}; nothing was restored") from error
    return snapshot.tables


def _name(files: FileSystem, unfinished: Path, target: Path) -> None:
    """Give the finished file its name, in place of no other."""
    try:
        files.link(unfinished, target)
    except FileExistsError:
        raise _taken(target) from None
    except OSError:  # no second names on this file system
        if files.exists(target):
            raise _taken(target) from None
        files.replace(unfinished, target)


def _taken(target: Path) -> StoreError:
    return StoreError(f"{target}: there is a file of that name already", "choose another name")
