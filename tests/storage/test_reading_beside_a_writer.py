"""A reader without a lock is never told of damage that is only another process at work."""

from pathlib import Path

from tests.storage.journals import mark, marks, write_marks
from tests.storage.quick_disk import QuickDisk
from workbench.storage.journal import Journal


class BusyFolder(QuickDisk):
    """A folder in which a writer does something between two readings of a reader."""

    def __init__(self, writer: Journal) -> None:
        self.writer = writer
        self.steps = 0

    def read(self, path: Path, limit: int = -1) -> bytes:
        if self.steps:
            self.steps -= 1
            self.writer.commit([mark(100 + self.steps)])
            self.writer.compact()
            self.writer.commit([mark(200 + self.steps)])
            self.writer.compact()
        return super().read(path, limit)


def test_a_compaction_in_the_middle_of_a_reading_is_no_damage(tmp_path: Path) -> None:
    path = tmp_path / "session.json"
    write_marks(path, range(5))
    write_marks(path, range(5, 10))
    for steps in range(1, 5):
        writer = Journal(path, files=QuickDisk())
        folder = BusyFolder(writer)
        folder.steps = steps
        reader = Journal(path, readonly=True, files=folder)
        assert not any(reader.recovered.complaints)
        assert set(range(10)) <= marks(reader)
        writer.close()


def test_a_record_that_is_half_written_is_not_reported(tmp_path: Path) -> None:
    path = tmp_path / "session.json"
    writer = Journal(path, files=QuickDisk())
    writer.commit([mark(1)])
    (segment,) = tmp_path.glob("session.json.j-*")
    whole = segment.read_bytes()

    class HalfWritten(QuickDisk):
        readings = 0

        def read(self, path: Path, limit: int = -1) -> bytes:
            if path == segment:
                self.readings += 1
                if self.readings == 1:
                    return whole.rstrip(b"\0")[:-10] + b"\0" * 1_000
            return super().read(path, limit)

    reader = Journal(path, readonly=True, files=HalfWritten())
    assert marks(reader) == {1}
    assert not any(reader.recovered.complaints)
    writer.close()
