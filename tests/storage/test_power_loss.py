"""What was acknowledged survives the loss of power, whatever the disk did with the rest."""

from contextlib import suppress
from random import Random

from tests.storage.journals import mark, marks
from tests.storage.power_cuts import PATH, trial
from tests.storage.simulated_disk import ProcessKilled, SimulatedDisk
from workbench.errors import StoreError
from workbench.storage.journal import Journal

TRIALS = 300


def test_no_acknowledged_change_is_lost_when_power_fails() -> None:
    for seed in range(TRIALS):
        lost, gaps = trial(seed)
        assert not lost, f"seed {seed}"
        assert not gaps, f"seed {seed}"


def test_the_trials_notice_a_store_that_does_not_sync_its_files() -> None:
    assert any(_loses(seed, syncs_files=False) for seed in range(100))


def test_the_trials_notice_a_store_that_does_not_sync_its_folder() -> None:
    assert any(_loses(seed, syncs_folder=False) for seed in range(100))


def _loses(seed: int, *, syncs_files: bool = True, syncs_folder: bool = True) -> bool:
    try:
        lost, _ = trial(seed, syncs_files=syncs_files, syncs_folder=syncs_folder)
    except StoreError:
        return True
    return bool(lost)


def test_what_killed_processes_left_in_memory_is_synced_before_it_is_built_on() -> None:
    for seed in range(60):
        disk = SimulatedDisk()
        be_killed_after(2, disk, [])  # the file is there, and its room, but no header
        be_killed_after(9, disk, [1, 2, 3, 4, 5, 6])
        journal = Journal(PATH, files=disk)
        seen = marks(journal)
        journal.commit([mark(10)])
        disk.cut_power(Random(seed))
        journal = Journal(PATH, files=disk)
        assert marks(journal) == {*seen, 10}
        assert not journal.recovered.gaps


def be_killed_after(calls: int, disk: SimulatedDisk, numbers: list[int]) -> None:
    journal = Journal(PATH, files=disk)
    disk.calls_left = calls
    with suppress(ProcessKilled):
        for number in numbers or [0]:
            journal.commit([mark(number)])
    disk.kill()
