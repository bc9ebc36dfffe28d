"""A journal whose lives were never ended does not make every opening slower."""

from pathlib import Path

import pytest

from tests.storage.journals import mark, marks, opened
from tests.storage.quick_disk import QuickDisk
from workbench.storage import growth
from workbench.storage.journal import Journal

LIVES = 6


@pytest.fixture(autouse=True)
def few_lives_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(growth, "UNENDED_SEGMENTS", LIVES)


def live_without_an_end(path: Path, number: int) -> None:
    Journal(path, files=QuickDisk()).commit([mark(number)])  # killed: nobody closes it


def read_from_the_journal(path: Path) -> int:
    """Return how many commits the next opening has to read one by one."""
    return Journal(path, readonly=True, files=QuickDisk()).recovered.replayed


def test_many_lives_without_an_end_go_into_a_snapshot_at_an_opening(tmp_path: Path) -> None:
    path = tmp_path / "session.json"
    for number in range(LIVES):
        live_without_an_end(path, number)
    assert read_from_the_journal(path) == LIVES
    live_without_an_end(path, LIVES)
    with opened(path) as journal:
        assert marks(journal) == set(range(LIVES + 1))
    assert read_from_the_journal(path) == 0


def test_one_long_life_without_an_end_goes_into_a_snapshot_at_an_opening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(growth, "UNENDED_SIZE", 5_000)
    path = tmp_path / "session.json"
    journal = Journal(path, files=QuickDisk())
    for number in range(200):
        journal.commit([mark(number)])
    assert read_from_the_journal(path) == 200
    with opened(path) as again:
        assert marks(again) == set(range(200))
    assert read_from_the_journal(path) == 0


def test_reading_only_leaves_a_grown_journal_alone(tmp_path: Path) -> None:
    path = tmp_path / "session.json"
    for number in range(LIVES + 1):
        live_without_an_end(path, number)
    before = sorted(file.name for file in tmp_path.iterdir())
    assert len(marks(Journal(path, readonly=True, files=QuickDisk()))) == LIVES + 1
    assert sorted(file.name for file in tmp_path.iterdir()) == before
