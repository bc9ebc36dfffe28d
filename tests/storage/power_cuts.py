"""Lives that end by a kill or a power cut at a random system call, and what must be there afterwards."""

import random
from dataclasses import dataclass, field
from pathlib import Path

from tests.storage.journals import mark, marks
from tests.storage.simulated_disk import ProcessKilled, SimulatedDisk
from workbench.storage.journal import Journal
from workbench.storage.tables import Put, StoredTable, Tables, encode_document

PATH = Path("/simulated/session.json")


@dataclass
class Ledger:
    attempted: set[int] = field(default_factory=set)
    acknowledged: set[int] = field(default_factory=set)
    together: list[set[int]] = field(default_factory=list)
    """Marks of one commit each, as another analysis is one: all of them are there, or none."""


def live(disk: SimulatedDisk, chance: random.Random, ledger: Ledger) -> None:
    """Write, remember, compact, close and reopen until the process is killed."""
    disk.calls_left = chance.randrange(1, 50)
    try:
        while True:
            journal = Journal(PATH, files=disk)
            if not ledger.attempted and not journal.recovered.snapshot_size and chance.random() < 0.7:
                found(journal, ledger)
            for _ in range(chance.randrange(12)):
                step(journal, chance, ledger)
            journal.close()
    except ProcessKilled:
        return


def found(journal: Journal, ledger: Ledger) -> None:
    """Begin the session with one mark, as the creation of a session does with its articles."""
    ledger.attempted.add(0)
    first = mark(0)
    journal.found(Tables({first.table: StoredTable({first.key: first.document})}))
    ledger.acknowledged.add(0)


def step(journal: Journal, chance: random.Random, ledger: Ledger) -> None:
    """Do one thing that a session does."""
    what = chance.random()
    if what < 0.6:
        first = len(ledger.attempted)
        numbers = set(range(first, first + (30 if what < 0.1 else 1)))
        ledger.attempted |= numbers
        ledger.together.append(numbers)
        journal.commit([mark(number) for number in sorted(numbers)])
        ledger.acknowledged |= numbers
    elif what < 0.85:
        journal.pass_on([Put("view", "1", encode_document({"claim": "x" * chance.randrange(600)}))])
    else:
        journal.compact()


def trial(
    seed: int, *, syncs_files: bool = True, syncs_folder: bool = True
) -> tuple[set[int], tuple[tuple[int, int], ...]]:
    """Return the acknowledged marks that are lost after some lives, and the gaps that were reported."""
    chance = random.Random(seed)
    disk = SimulatedDisk(syncs_files=syncs_files, syncs_folder=syncs_folder)
    ledger = Ledger()
    gaps: tuple[tuple[int, int], ...] = ()
    for _ in range(chance.randrange(1, 5)):
        live(disk, chance, ledger)
        if chance.random() < 0.3:
            disk.kill()
        else:
            disk.cut_power(chance)
        seen = Journal(PATH, files=disk, readonly=True)
        gaps += seen.recovered.gaps
        found = marks(seen)
        assert found <= ledger.attempted
        assert all(numbers <= found or not numbers & found for numbers in ledger.together)
    return ledger.acknowledged - found, gaps
