"""Putting a session in order at its opening: what is damaged is kept aside, and nothing is overwritten."""

import zlib
from pathlib import Path

from workbench.storage.filesystem import FileSystem
from workbench.storage.journal_reading import Piece
from workbench.storage.recovery import Recovered
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
        OSError: The disk fails, or there is no room to keep aside what is damaged.
    """
    _make_durable(files, path, recovered)
    _sweep(files, path)
    damaged = recovered.unreadable
    if recovered.standing is Standing.MISMATCHED:
        damaged = (path, *damaged)
    for file in damaged:
        _keep_file(files, file)
    for piece in (*recovered.pieces, *recovered.mended):
        _keep_piece(files, path, piece)


def _make_durable(files: FileSystem, path: Path, recovered: Recovered) -> None:
    for segment in recovered.unclosed:
        descriptor = files.open(segment.path)
        try:
            files.sync(descriptor)
        finally:
            files.close(descriptor)
    if recovered.unclosed:
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


def _keep_piece(files: FileSystem, path: Path, piece: Piece) -> None:
    checksum = zlib.crc32(piece.content)
    name = f"{path.name}{DAMAGED_MARK}{piece.segment.tag}-{piece.offset}-{checksum:08x}"
    _write(files, path.with_name(name), piece.content)


def _write(files: FileSystem, path: Path, data: bytes) -> None:
    descriptor = files.open(path)
    try:
        files.write_at(descriptor, data, 0)
        files.sync(descriptor)
    finally:
        files.close(descriptor)
