"""Putting a session in order at its opening: what is damaged is kept aside, and nothing is overwritten."""

import zlib
from pathlib import Path

from workbench.storage.filesystem import FileSystem
from workbench.storage.recovery import Piece, Recovered
from workbench.storage.snapshot import DAMAGED_MARK, UNFINISHED_MARK, Standing, remove_quietly


def repair(files: FileSystem, path: Path, recovered: Recovered) -> None:
    """Sweep what a compaction left unfinished, and keep what is damaged for a person.

    What was read may lie in the memory of the kernel only, when the process that wrote it was killed: it
    is made durable before anything is built on it.

    Args:
        files: The file system.
        path: The snapshot.
        recovered: What was found.

    Raises:
        OSError: A damaged snapshot cannot be moved aside.
    """
    _sweep(files, path)
    damaged = recovered.unreadable
    if recovered.standing is Standing.MISMATCHED:
        damaged = (path, *damaged)
    for file in damaged:
        _keep_file(files, file)
    for piece in recovered.pieces:
        _keep(files, path, piece)
    if recovered.unclosed is not None:
        descriptor = files.open(recovered.unclosed.path)
        try:
            files.sync(descriptor)
        finally:
            files.close(descriptor)
        files.sync_folder(path.parent)


def _sweep(files: FileSystem, path: Path) -> None:
    prefix = path.name + UNFINISHED_MARK
    for name in files.names(path.parent):
        if name.startswith(prefix):
            remove_quietly(files, path.with_name(name))


def _keep_file(files: FileSystem, damaged: Path) -> None:
    """Give a damaged file a second name, which stays when a new file takes the first one."""
    data = files.read(damaged)
    kept = damaged.with_name(f"{damaged.name}{DAMAGED_MARK}{zlib.crc32(data):08x}")
    if files.exists(kept):
        return
    try:
        files.link(damaged, kept)
    except OSError:  # no second names on this file system
        _write(files, kept, data)


def _keep(files: FileSystem, path: Path, piece: Piece) -> None:
    name = f"{path.name}{DAMAGED_MARK}{piece.segment.tag}-{piece.offset}"
    _write(files, path.with_name(name), piece.content)


def _write(files: FileSystem, path: Path, data: bytes) -> None:
    descriptor = files.open(path)
    try:
        files.write_at(descriptor, data, 0)
        files.sync(descriptor)
    finally:
        files.close(descriptor)
