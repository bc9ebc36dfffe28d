"""Snapshots: all tables as plain TinyDB JSON, with a checksum and the journal segments that are inside."""

import re
import zlib
from collections.abc import Iterable
from enum import Enum
from pathlib import Path

import msgspec

from workbench.errors import StoreError
from workbench.storage.filesystem import FileSystem
from workbench.storage.tables import StoredTable, Tables

META = "_meta"
FORMAT = 1
EARLIER_SUFFIX = ".prev"
UNFINISHED_MARK = ".new-"
DAMAGED_MARK = ".damaged-"

_HEADER_LIMIT = 65_536
_HEADER = re.compile(
    rb'(?P<checked>\{"_meta":\{"1":\{"format":(?P<format>\d+),"sequence":"(?P<sequence>\d{15})",'
    rb'"segments":"(?P<segments>[0-9a-f ]*)","checksum":")(?P<checksum>[0-9a-f]{8})"\}\},?'
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


class SnapshotHeader(msgspec.Struct, frozen=True):
    """What a snapshot says of itself."""

    sequence: int
    """The number of the last record in it."""
    segments: frozenset[str]
    """The tags of the closed journal segments whose records are in it."""


class Snapshot(msgspec.Struct, frozen=True):
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

    Raises:
        StoreError: A newer program has written it.
    """
    try:
        documents = _DOCUMENTS.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    meta = documents.pop(META, {})
    tables = Tables((name, StoredTable(table)) for name, table in documents.items())
    head = _HEADER.match(data)
    if head is not None and _checksum(data, head) == int(head["checksum"], 16):
        if int(head["format"]) > FORMAT:
            raise StoreError(f"a newer Workbench has written this session (format {int(head['format'])})")
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


def earlier_path(path: Path) -> Path:
    """Return where the snapshot before lies."""
    return path.with_name(path.name + EARLIER_SUFFIX)


def remove_quietly(files: FileSystem, path: Path) -> None:
    """Remove a file that nobody needs; one that stays is swept at the next opening."""
    try:
        files.unlink(path)
    except OSError:
        return


def _header_of(head: re.Match[bytes]) -> SnapshotHeader:
    return SnapshotHeader(int(head["sequence"]), frozenset(head["segments"].decode().split()))


def _checksum(data: bytes, head: re.Match[bytes]) -> int:
    return zlib.crc32(memoryview(data)[head.end() :], zlib.crc32(head["checked"]))


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
