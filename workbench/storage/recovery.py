"""What a journal finds on disk: the best snapshot, the records after it, and all that was wrong with them."""

from pathlib import Path

import msgspec

from workbench.storage.filesystem import FileSystem
from workbench.storage.journal_reading import Piece, Records, read_records
from workbench.storage.segment import SegmentName, find_segments
from workbench.storage.snapshot import Snapshot, Standing, decode_snapshot, earlier_path
from workbench.storage.tables import Tables

READINGS = 4
"""How often a session that seems damaged is read again beside a writer."""


class Recovered(msgspec.Struct, frozen=True):
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
    mended: tuple[Piece, ...]
    """Records that had one wrong byte, as they were found; they are used."""
    gaps: tuple[tuple[int, int], ...]
    """First and last numbers of commits that are missing."""
    forks: tuple[int, ...]
    """Numbers that two processes gave at once; both commits are used."""
    replayed: int
    """How many commits were read from the journal."""
    journal_segments: int
    """Segments that are not in the snapshot."""
    journal_size: int
    """Bytes in them."""
    unclosed: tuple[SegmentName, ...]
    """Segments that nobody has closed: their last records may not have reached the disk."""
    last_passing: int
    """When the last change that was not waited for was written, nanoseconds; 0 when there is none."""

    @property
    def complaints(self) -> tuple[object, ...]:
        """All that is not as the last life had left it; falsy values only when all is well."""
        is_doubtful = self.standing not in (Standing.INTACT, None)
        return (
            is_doubtful,
            self.unreadable,
            self.used_earlier,
            self.pieces,
            self.mended,
            self.gaps,
            self.forks,
        )

    @property
    def is_hopeless(self) -> bool:
        """Whether snapshots are there, none can be used, and the journal does not hold everything."""
        is_journal_whole = self.replayed > 0 and not self.gaps and len(self.unreadable) == 1
        return bool(self.unreadable) and not self.snapshot_size and not is_journal_whole

    @property
    def is_clean(self) -> bool:
        """Whether all was as the last life had left it."""
        return not any(self.complaints)


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
            rebuilt = read_records(files, segments, earlier.header.segments)
            if current is None or _covers(rebuilt, earlier.header.sequence, current.header.sequence):
                base, records = earlier, rebuilt
    if records is None:
        records = read_records(files, segments, base.header.segments if base else frozenset())
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
        mended=tuple(records.mended),
        gaps=tuple(gaps),
        forks=tuple(forks),
        replayed=sum(map(len, records.commits.values())),
        journal_segments=records.segments,
        journal_size=records.size,
        unclosed=tuple(records.unclosed),
        last_passing=max((entry.at for entries in records.passing.values() for entry in entries), default=0),
    )


def recover_beside_writer(files: FileSystem, path: Path) -> Recovered:
    """Read a session that another process may be writing or compacting; nothing on disk changes.

    What looks wrong because it changed while it was read looks different the next time.

    Args:
        files: The file system.
        path: The snapshot.

    Returns:
        What is there.

    Raises:
        OSError: A file is there and cannot be read.
    """
    recovered = recover(files, path)
    for _ in range(READINGS):
        before = recovered.complaints
        if not any(before):
            break
        recovered = recover(files, path)
        if recovered.complaints == before:
            break
    return recovered


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
        passing = sorted(records.passing.get(number, ()), key=lambda entry: entry.at)
        for entry in (*commits, *passing):
            tables.apply(entry.operations)
    return sequence, gaps, forks
