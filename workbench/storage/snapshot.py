"""Snapshots: all tables as plain TinyDB JSON, with a checksum and the journal segments that are inside."""

import os
import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import msgspec

from workbench.storage.filesystem import FileSystem
from workbench.storage.tables import StoredTable, Tables

META = "_meta"
FORMAT = 1
EARLIER_SUFFIX = ".prev"
UNFINISHED_MARK = ".new-"
DAMAGED_MARK = ".damaged-"

_HEADER_LIMIT = 65_536
_HEADER = re.compile(
    rb'(\{"_meta":\{"1":\{"format":\d+,"sequence":"(\d{15})","segments":"([0-9a-f ]*)","checksum":")'
    rb'([0-9a-f]{8})"\}\},?'
)
_SPACED = b'": {'  # how json.dumps writes, and we never do: another TinyDB has saved the file


class Standing(Enum):
    """How far a snapshot can be trusted."""

    INTACT = "intact"
    """The checksum holds."""
    EDITED = "edited"
    """Another program that knows TinyDB has written it anew."""
    MISMATCHED = "mismatched"
    """It is JSON, but the checksum does not hold."""


@dataclass(frozen=True, slots=True)
class SnapshotHeader:
    """What a snapshot says of itself."""

    sequence: int
    """The number of the last record in it."""
    segments: frozenset[str]
    """The tags of the closed journal segments whose records are in it."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A snapshot that was read."""

    header: SnapshotHeader
    """What it says of itself."""
    tables: Tables
    """What it holds."""
    standing: Standing
    """How far it can be trusted."""
    size: int
    """Its length in bytes."""


def encode_snapshot(tables: Tables, sequence: int, segments: Iterable[str]) -> bytes:
    """Write tables as TinyDB JSON; the table `_meta` comes first.

    Args:
        tables: The tables.
        sequence: The number of the last record in them.
        segments: The tags of the closed segments whose records are in them.

    Returns:
        The bytes of the file.
    """
    parts = [
        b"%b:%b" % (msgspec.json.encode(name), table.encoded())
        for name, table in tables.items()
        if name != META
    ]
    body = b",".join(parts) + b"}"
    tags = " ".join(sorted(segments)).encode()
    head = b'{"_meta":{"1":{"format":%d,"sequence":"%015d","segments":"%b","checksum":"' % (
        FORMAT,
        sequence,
        tags,
    )
    checksum = zlib.crc32(body, zlib.crc32(head))
    return b'%b%08x"}}%b%b' % (head, checksum, b"," if parts else b"", body)


def decode_snapshot(data: bytes) -> Snapshot | None:
    """Read a snapshot.

    Args:
        data: The bytes of the file.

    Returns:
        The snapshot, or None when this is not TinyDB JSON at all.
    """
    try:
        documents = _DOCUMENTS.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    meta = documents.pop(META, {})
    tables = Tables((name, StoredTable(table)) for name, table in documents.items())
    head = _HEADER.match(data)
    if head is not None and zlib.crc32(data[head.end() :], zlib.crc32(head[1])) == int(head[4], 16):
        return Snapshot(_header_of(head), tables, Standing.INTACT, len(data))
    if not _is_readable(tables):
        return None
    header = _header_of(head) if head else _header_in(meta)
    edited = head is None and _SPACED in data[:200]
    return Snapshot(header, tables, Standing.EDITED if edited else Standing.MISMATCHED, len(data))


def read_header(files: FileSystem, path: Path) -> SnapshotHeader | None:
    """Return what a snapshot says of itself, from its first bytes alone; None when it says nothing."""
    try:
        head = _HEADER.match(files.read(path, _HEADER_LIMIT))
    except FileNotFoundError:
        return None
    return _header_of(head) if head else None


def write_aside(files: FileSystem, path: Path, data: bytes) -> Path:
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


def install_snapshot(files: FileSystem, path: Path, data: bytes, *, keep: bool = True) -> None:
    """Make `data` the snapshot; the one that was there becomes the one before.

    Args:
        files: The file system.
        path: The snapshot.
        data: The bytes of the new one.
        keep: Whether the one that is there can be trusted; else the one before stays.

    Raises:
        OSError: The old snapshot, and the one before it, are as they were.
    """
    unfinished = write_aside(files, path, data)
    try:
        if keep and files.exists(path):
            _keep_as_earlier(files, path)
        files.replace(unfinished, path)
    except OSError:
        remove_quietly(files, unfinished)
        raise
    files.sync_folder(path.parent)


def earlier_path(path: Path) -> Path:
    """Return where the snapshot before lies."""
    return path.with_name(path.name + EARLIER_SUFFIX)


def remove_quietly(files: FileSystem, path: Path) -> None:
    """Remove a file that nobody needs; one that stays is swept at the next opening."""
    try:
        files.unlink(path)
    except OSError:
        return


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


def _header_of(head: re.Match[bytes]) -> SnapshotHeader:
    return SnapshotHeader(int(head[2]), frozenset(head[3].decode().split()))


def _header_in(meta: dict[str, msgspec.Raw]) -> SnapshotHeader:
    """Read the table `_meta` as another TinyDB has written it."""
    try:
        fields = msgspec.json.decode(meta["1"], type=dict[str, str | int])
        return SnapshotHeader(int(fields["sequence"]), frozenset(str(fields["segments"]).split()))
    except (KeyError, ValueError, msgspec.DecodeError):
        return SnapshotHeader(0, frozenset())


def _is_readable(tables: Tables) -> bool:
    try:
        return all(isinstance(document, dict) for table in tables.values() for document in table.values())
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False


_DOCUMENTS = msgspec.json.Decoder(dict[str, dict[str, msgspec.Raw]])
