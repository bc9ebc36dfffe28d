"""Journals for tests: small documents in one table, and what a journal holds."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.storage.quick_disk import QuickDisk
from workbench.storage.filesystem import FileSystem
from workbench.storage.journal import Journal
from workbench.storage.records import Record, scan
from workbench.storage.recovery_report import describe
from workbench.storage.tables import Put, encode_document

TABLE = "marks"


def mark(number: int) -> Put:
    """Return the change that stores the mark of that number."""
    return Put(TABLE, str(number), encode_document({"number": number, "note": f"“mark” {number} \0\x1b"}))


def marks(journal: Journal) -> set[int]:
    """Return the numbers of the marks that a journal holds, each checked to be whole."""
    found = set()
    for key, document in journal.tables.get(TABLE, {}).items():
        assert document == {"number": int(key), "note": f"“mark” {key} \0\x1b"}
        found.add(int(key))
    return found


def said_by(journal: Journal) -> tuple[str, ...]:
    """Return what a person is told about the opening of a journal."""
    return describe(journal.recovered, kept_aside=not journal.readonly)


@contextmanager
def opened(path: Path, files: FileSystem | None = None, *, readonly: bool = False) -> Iterator[Journal]:
    """Open a journal and close it, whatever happens."""
    journal = Journal(path, files=files or QuickDisk(), readonly=readonly)
    try:
        yield journal
    finally:
        journal.close()


def write_marks(path: Path, numbers: range, files: FileSystem | None = None) -> None:
    """Commit marks in one life."""
    with opened(path, files) as journal:
        for number in numbers:
            journal.commit([mark(number)])


def only_segment(path: Path) -> Path:
    """Return the one journal segment beside a snapshot."""
    (segment,) = path.parent.glob(f"{path.name}.j-*")
    return segment


def record_bounds(segment: Path) -> list[tuple[int, int]]:
    """Return where the records of a segment begin and end, its header first."""
    return [(item.offset, item.end) for item in scan(segment.read_bytes()) if isinstance(item, Record)]
