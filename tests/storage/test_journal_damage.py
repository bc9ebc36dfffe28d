"""A journal that was cut, flipped or zeroed: nothing but the bytes hit is lost, and never silently."""

from pathlib import Path

import pytest

from tests.storage.journals import mark, marks, only_segment, opened, record_bounds, said_by, write_marks
from workbench.storage.journal import Journal
from workbench.storage.tables import Put, encode_document

COUNT = 8


@pytest.fixture
def path(tmp_path: Path) -> Path:
    write_marks(tmp_path / "session.json", range(COUNT))
    return tmp_path / "session.json"


def read(path: Path) -> Journal:
    return Journal(path, readonly=True)


def test_a_cut_at_any_byte_of_the_last_two_records_loses_what_was_cut_off_only(path: Path) -> None:
    segment = only_segment(path)
    data, bounds = segment.read_bytes(), record_bounds(segment)
    for size in range(bounds[-2][0], len(data)):
        segment.write_bytes(data[:size])
        whole = sum(end - 1 <= size for _, end in bounds[1:])
        journal = read(path)
        assert marks(journal) == set(range(whole))
        is_torn = not any(size in (start, end - 1) for start, end in bounds)
        assert bool(said_by(journal)) == is_torn, size


def test_zeros_from_any_byte_of_the_last_two_records_lose_what_was_zeroed_only(path: Path) -> None:
    segment = only_segment(path)
    data, bounds = segment.read_bytes(), record_bounds(segment)
    for size in range(bounds[-2][0], len(data)):
        segment.write_bytes(data[:size].ljust(len(data) + 4096, b"\0"))
        whole = sum(end - 1 <= size for _, end in bounds[1:])
        journal = read(path)
        # a record whose last byte alone was zeroed is restored by its checksum
        assert set(range(whole)) <= marks(journal) <= set(range(whole + 1))


@pytest.mark.parametrize("flipped", [0x01, 0xFF])
def test_one_wrong_byte_anywhere_loses_nothing(path: Path, flipped: int) -> None:
    segment = only_segment(path)
    data = segment.read_bytes()
    start = record_bounds(segment)[1][0]
    for position in range(start, len(data)):
        segment.write_bytes(data[:position] + bytes([data[position] ^ flipped]) + data[position + 1 :])
        journal = read(path)
        assert marks(journal) == set(range(COUNT)), position
        assert said_by(journal) or data[position] == ord("\n"), position


def test_a_wrong_byte_in_the_header_of_a_segment_loses_nothing(path: Path) -> None:
    segment = only_segment(path)
    data = segment.read_bytes()
    for position in range(record_bounds(segment)[0][1]):
        segment.write_bytes(data[:position] + b"\x07" + data[position + 1 :])
        assert marks(read(path)) == set(range(COUNT)), position


def test_a_damaged_record_in_the_middle_is_kept_aside_and_those_after_it_are_used(path: Path) -> None:
    segment = only_segment(path)
    data = bytearray(segment.read_bytes())
    start, end = record_bounds(segment)[4]
    data[start + 20 : start + 24] = b"????"
    segment.write_bytes(data)
    with opened(path) as journal:
        assert marks(journal) == set(range(COUNT)) - {3}
        lines = said_by(journal)
    assert "change 4 is missing from the journal" in lines
    assert any(f"{end - start} bytes of {segment.name} are damaged" in line for line in lines)
    (kept,) = path.parent.glob("session.json.damaged-*")
    assert kept.read_bytes() == data[start:end]
    assert segment.read_bytes() == data


def test_a_session_goes_on_after_every_cut(path: Path) -> None:
    segment = only_segment(path)
    data, bounds = segment.read_bytes(), record_bounds(segment)
    for size in range(bounds[-1][0], len(data), 7):
        for other in path.parent.iterdir():
            other.unlink()
        segment.write_bytes(data[:size])
        with opened(path) as journal:
            journal.commit([mark(100)])
        with opened(path) as journal:
            assert {*range(COUNT - 1), 100} <= marks(journal)
            assert not said_by(journal)


def test_a_note_that_looks_like_a_record_is_not_taken_for_one(tmp_path: Path) -> None:
    path = tmp_path / "session.json"
    text = '00000000 12 {"s":99,"o":[]}\n00000000 12 {"s":98}'
    with opened(path) as journal:
        journal.commit([Put("notes", "1", encode_document({"text": text}))])
        journal.commit([mark(1)])
    segment = only_segment(path)
    data = segment.read_bytes()
    start = record_bounds(segment)[1][0]
    segment.write_bytes(data[: start + 12] + b"????" + data[start + 16 :])
    journal = read(path)
    assert marks(journal) == {1}
    assert journal.sequence == 2


def test_garbage_after_the_end_is_dropped_and_said(path: Path) -> None:
    segment = only_segment(path)
    segment.write_bytes(segment.read_bytes() + b"\x93garbage\xff")
    journal = read(path)
    assert marks(journal) == set(range(COUNT))
    assert "cut short" in said_by(journal)[0]


def test_a_record_that_is_there_twice_counts_once(path: Path) -> None:
    segment = only_segment(path)
    start, end = record_bounds(segment)[-1]
    data = segment.read_bytes()
    segment.write_bytes(data + data[start:end])
    journal = read(path)
    assert marks(journal) == set(range(COUNT))
    assert not said_by(journal)


def test_two_writers_without_a_lock_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "session.json"
    write_marks(path, range(3))
    with opened(path) as one, opened(path) as other:
        for number in range(10, 20):
            one.commit([mark(number)])
            other.commit([mark(number + 10)])
    with opened(path) as journal:
        assert marks(journal) == {*range(3), *range(10, 30)}
        assert "two programs have written at once" in said_by(journal)[0]
    with opened(path) as journal:
        assert marks(journal) == {*range(3), *range(10, 30)}


def test_a_missing_segment_is_named_as_a_gap(tmp_path: Path) -> None:
    path = tmp_path / "session.json"
    for first in range(0, 9, 3):
        write_marks(path, range(first, first + 3))
    sorted(path.parent.glob("session.json.j-*"))[1].unlink()
    with opened(path) as journal:
        assert marks(journal) == {0, 1, 2, 6, 7, 8}
        assert "changes 4 to 6 are missing from the journal" in said_by(journal)
