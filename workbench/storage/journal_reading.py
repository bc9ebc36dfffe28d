"""Reading the segments of a journal: their records, and the bytes in them that are none."""

from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress

import msgspec

from workbench.errors import StoreError
from workbench.storage.entries import FORMAT, Entry, decode_entry
from workbench.storage.filesystem import FileSystem
from workbench.storage.mending import mend
from workbench.storage.records import Damage, Record, scan
from workbench.storage.segment import SegmentName


class Piece(msgspec.Struct, frozen=True):
    """Bytes of a segment that are no record."""

    segment: SegmentName
    """Where they are."""
    offset: int
    """The first byte."""
    content: bytes
    """The bytes, without zeros at the end."""
    at_end: bool
    """Whether no record follows them: a write that was cut short."""


class Records(msgspec.Struct):
    """What was read from segments."""

    commits: dict[int, list[Entry]] = msgspec.field(default_factory=lambda: defaultdict(list))
    """By number; more than one only where two processes wrote at once."""
    passing: dict[int, list[Entry]] = msgspec.field(default_factory=lambda: defaultdict(list))
    """Changes that were not waited for, by the commit that they follow, in any order."""
    pieces: list[Piece] = msgspec.field(default_factory=list)
    """Bytes that are no record."""
    mended: list[Piece] = msgspec.field(default_factory=list)
    """Records that had one wrong byte, as they were found."""
    segments: int = 0
    """How many segments were read."""
    size: int = 0
    """Bytes read, without room written ahead."""
    unclosed: list[SegmentName] = msgspec.field(default_factory=list)
    """Segments that nobody has closed: their last records may not have reached the disk."""


def read_records(files: FileSystem, segments: Iterable[SegmentName], known: frozenset[str]) -> Records:
    """Read the segments that a snapshot does not contain.

    Args:
        files: The file system.
        segments: All segments.
        known: The tags of those that the snapshot contains.

    Returns:
        What they say, and what in them cannot be read.

    Raises:
        OSError: A segment is there and cannot be read.
        StoreError: A newer program has written one.
    """
    records = Records()
    for segment in segments:
        if segment.tag not in known:
            with suppress(FileNotFoundError):  # dropped by a compaction in another process: read again then
                _read_segment(files.read(segment.path), segment, records)
    return records


def _read_segment(data: bytes, segment: SegmentName, records: Records) -> None:
    is_unclosed = data[-1:] == b"\0"
    records.segments += 1
    records.size += len(data.rstrip(b"\0") if is_unclosed else data)
    if is_unclosed:
        records.unclosed.append(segment)
    damage: list[Damage] = []
    last_good = -1
    for item in scan(data):
        entry = decode_entry(item.body) if isinstance(item, Record) else None
        if entry is not None:
            last_good = item.offset
            _file_entry(entry, records)
        elif damage and damage[-1].end == item.offset:
            damage[-1] = Damage(damage[-1].offset, item.end)
        else:
            damage.append(Damage(item.offset, item.end))
    for item in damage:
        content = data[item.offset : item.end].rstrip(b"\0")
        if content:
            _file_damage(Piece(segment, item.offset, content, item.offset > last_good), records)


def _file_damage(piece: Piece, records: Records) -> None:
    body = mend(piece.content)
    entry = decode_entry(body) if body is not None else None
    if entry is None:
        records.pieces.append(piece)
    else:
        records.mended.append(piece)
        _file_entry(entry, records)


def _file_entry(entry: Entry, records: Records) -> None:
    if entry.format > FORMAT:
        raise StoreError(f"a newer Workbench has written this journal (format {entry.format})")
    if entry.sequence:
        same = records.commits[entry.sequence]
        if entry not in same:  # written again to a fresh segment after the disk had failed
            same.append(entry)
    elif entry.after >= 0:
        records.passing[entry.after].append(entry)
