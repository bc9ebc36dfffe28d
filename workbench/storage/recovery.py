"""What a journal finds on disk: the best snapshot, the records after it, and all that was wrong with them."""

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from workbench.storage.entries import Entry, decode_entry
from workbench.storage.filesystem import FileSystem
from workbench.storage.records import Damage, Record, scan
from workbench.storage.segment import SegmentName, find_segments
from workbench.storage.snapshot import Snapshot, Standing, decode_snapshot, earlier_path
from workbench.storage.tables import Tables


@dataclass(frozen=True, slots=True)
class Piece:
    """Bytes of a segment that are no record."""

    segment: SegmentName
    """Where they are."""
    offset: int
    """The first byte."""
    content: bytes
    """The bytes, without zeros at the end."""
    at_end: bool
    """Whether no record follows them: a write that was cut short."""


@dataclass(slots=True)
class Records:
    """What was read from segments."""

    commits: dict[int, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    """By number; more than one only where two processes wrote at once."""
    passing: dict[int, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    """Changes that were not waited for, by the commit that they follow."""
    pieces: list[Piece] = field(default_factory=list)
    """Bytes that are no record."""
    size: int = 0
    """Bytes read, without room written ahead."""
    unclosed: SegmentName | None = None
    """The last segment that was not closed: its records may not have reached the disk."""


@dataclass(frozen=True, slots=True)
class Recovered:
    """The state of a session as the disk has it."""

    tables: Tables
    """All tables, up to date."""
    sequence: int
    """The number of the last commit in them."""
    standing: Standing | None
    """How far the current snapshot can be trusted; None when it is missing or unreadable."""
    snapshot_size: int
    """Bytes of the snapshot that was used."""
    used_earlier: bool
    """Whether the snapshot before the current one had to be used."""
    unreadable: tuple[Path, ...]
    """Snapshots that are there and cannot be read."""
    segments: tuple[SegmentName, ...]
    """All segments on disk."""
    pieces: tuple[Piece, ...]
    """Bytes that are no record."""
    gaps: tuple[tuple[int, int], ...]
    """First and last numbers of commits that are missing."""
    forks: tuple[int, ...]
    """Numbers that two processes gave at once; both commits are used."""
    replayed: int
    """How many commits were read from the journal."""
    journal_size: int
    """Bytes of the journal that are not in the snapshot."""
    unclosed: SegmentName | None
    """The last segment that was not closed."""

    @property
    def is_hopeless(self) -> bool:
        """Whether snapshots are there and none can be used."""
        return bool(self.unreadable) and not self.snapshot_size

    @property
    def is_clean(self) -> bool:
        """Whether all was as the last life had left it."""
        return not (self.unreadable or self.used_earlier or self.pieces or self.gaps or self.forks) and (
            self.standing in (Standing.INTACT, None)
        )


def recover(files: FileSystem, path: Path) -> Recovered:
    """Read a session; nothing on disk changes.

    Args:
        files: The file system.
        path: The snapshot; the one before it and the journal lie beside it.

    Returns:
        What is there.

    Raises:
        OSError: A file is there and cannot be read.
    """
    segments = find_segments(files, path)
    unreadable: list[Path] = []
    current = _load(files, path, unreadable)
    base, records = current, None
    if current is None or current.standing is Standing.MISMATCHED:
        earlier = _load(files, earlier_path(path), unreadable)
        if earlier is not None and earlier.standing is not Standing.MISMATCHED:
            rebuilt = _read_records(files, segments, earlier.header.segments)
            if current is None or _covers(rebuilt, earlier.header.sequence, current.header.sequence):
                base, records = earlier, rebuilt
    if records is None:
        records = _read_records(files, segments, base.header.segments if base else frozenset())
    tables = base.tables if base else Tables()
    sequence, gaps, forks = _replay(tables, base.header.sequence if base else 0, records)
    return Recovered(
        tables=tables,
        sequence=sequence,
        standing=current.standing if current else None,
        snapshot_size=base.size if base else 0,
        used_earlier=base is not current,
        unreadable=tuple(unreadable),
        segments=tuple(segments),
        pieces=tuple(records.pieces),
        gaps=tuple(gaps),
        forks=tuple(forks),
        replayed=sum(map(len, records.commits.values())),
        journal_size=records.size,
        unclosed=records.unclosed,
    )


def _load(files: FileSystem, path: Path, unreadable: list[Path]) -> Snapshot | None:
    try:
        data = files.read(path)
    except FileNotFoundError:
        return None
    snapshot = decode_snapshot(data)
    if snapshot is None:
        unreadable.append(path)
    return snapshot


def _covers(records: Records, after: int, upto: int) -> bool:
    """Tell whether the records lead without a gap from one snapshot to where another one stands."""
    last = max([*records.commits, upto])
    return all(number in records.commits for number in range(after + 1, last + 1))


def _read_records(files: FileSystem, segments: list[SegmentName], known: frozenset[str]) -> Records:
    records = Records()
    for segment in segments:
        if segment.tag not in known:
            _read_segment(files.read(segment.path), segment, records)
    return records


def _read_segment(data: bytes, segment: SegmentName, records: Records) -> None:
    used = data.rstrip(b"\0")
    records.size += len(used)
    if len(used) < len(data):
        records.unclosed = segment
    damage: list[Damage] = []
    last_good = -1
    for item in scan(data):
        entry = decode_entry(item.body) if isinstance(item, Record) else None
        if isinstance(item, Damage):
            damage.append(item)
        elif entry is None:
            damage.append(Damage(item.offset, item.offset + len(item.body)))
        else:
            last_good = item.offset
            _file_entry(entry, records)
    for item in damage:
        content = data[item.offset : item.end].rstrip(b"\0")
        if content:
            records.pieces.append(Piece(segment, item.offset, content, at_end=item.offset > last_good))


def _file_entry(entry: Entry, records: Records) -> None:
    if entry.sequence:
        same = records.commits[entry.sequence]
        if entry not in same:  # written again to a fresh segment after the disk had failed
            same.append(entry)
    elif entry.after >= 0:
        records.passing[entry.after].append(entry)


def _replay(tables: Tables, sequence: int, records: Records) -> tuple[int, list[tuple[int, int]], list[int]]:
    gaps, forks = [], []
    for number in sorted(records.commits.keys() | records.passing.keys()):
        commits = records.commits.get(number, [])
        if commits:
            if len(commits) > 1 or number <= sequence:
                forks.append(number)
            elif number > sequence + 1:
                gaps.append((sequence + 1, number - 1))
            sequence = max(sequence, number)
        for entry in (*commits, *records.passing.get(number, ())):
            tables.apply(entry.operations)
    return sequence, gaps, forks
