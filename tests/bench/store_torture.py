"""Torture the store at length: kills, power cuts, failing system calls, flipped bytes.

Run from the checkout: python -m tests.bench.store_torture [--kills 500] [--power 20000] [--seed 1]
"""

import argparse
import errno
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tests.builders import the_ferry_session
from tests.storage.failing_disk import FailingDisk
from tests.storage.power_cuts import trial
from tests.storage.quick_disk import QuickDisk
from tests.storage.test_killed_process import kill_after, start_writer
from tests.storage.verdicts import a_verdict
from workbench.errors import StoreError
from workbench.model.view import View
from workbench.storage.library import Library

CODES = (errno.EIO, errno.ENOSPC, errno.EROFS)


def main() -> int:
    """Run all tortures; the exit code is 1 when anything that was acknowledged is gone."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--power", type=int, default=20_000)
    parser.add_argument("--failures", type=int, default=2_000)
    parser.add_argument("--flips", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    lost = kills(options.kills, chance)
    lost += power_cuts(options.power, options.seed)
    lost += failures(options.failures, chance)
    lost += flips(options.flips, chance)
    print("nothing was lost" if not lost else f"LOST: {lost}")
    return min(lost, 1)


def kills(rounds: int, chance: random.Random) -> int:
    """Kill a writer at random moments, in one session that lives through all of it."""
    acknowledged: set[str] = set()
    remarks: Counter[str] = Counter()
    lost = 0
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder))
        for number in range(rounds):
            what = chance.choice(["append", "compact"])
            acknowledged.update(kill_after(start_writer(Path(folder), what), chance.randrange(1, 120)))
            with library.open("ferry", readonly=True) as store:
                lost += len(acknowledged - {event.id for event in store.load().session.events})
                remarks.update(line.split(" (")[0] for line in store.recovery)
            progress("kills", number + 1, rounds)
        errors = [finding for finding in library.verify("ferry") if finding.severity == "error"]
    report("kills", rounds, f"{len(acknowledged)} acknowledged, {lost} lost, said: {dict(remarks)}", errors)
    return lost + len(errors)


def power_cuts(trials: int, seed: int) -> int:
    """Cut the power of a simulated disk, and of two that do not sync, which must lose something."""
    lost = gaps = 0
    for number in range(trials):
        missing, reported = trial(seed * 1_000_000 + number)
        lost, gaps = lost + len(missing), gaps + len(reported)
        progress("power cuts", number + 1, trials)
    report("power cuts", trials, f"{lost} lost, {gaps} gaps", [])
    for mutation in ({"syncs_files": False}, {"syncs_folder": False}):
        noticed = sum(loses(number, **mutation) for number in range(500))
        print(f"  with {mutation}: {noticed} of 500 trials lose something")
        lost += not noticed
    return lost + gaps


def loses(seed: int, **mutation: bool) -> bool:
    """Tell whether a disk that does not sync loses something."""
    try:
        return bool(trial(seed, **mutation)[0])
    except StoreError:
        return True


def failures(trials: int, chance: random.Random) -> int:
    """Fail random system calls at random rates, over several lives of one session."""
    lost = refused = saved = 0
    for number in range(trials):
        with tempfile.TemporaryDirectory() as folder:
            disk = FailingDisk()
            library = Library(Path(folder), disk)
            library.create(the_ferry_session()).close()
            acknowledged: set[str] = set()
            for _ in range(3):
                refused += one_failing_life(library, disk, chance, acknowledged)
            with Library(Path(folder), QuickDisk()).open("ferry") as store:
                lost += len(acknowledged - {event.id for event in store.load().session.events})
            saved += len(acknowledged)
        progress("failing calls", number + 1, trials)
    report("failing calls", trials, f"{saved} acknowledged, {refused} refused, {lost} lost", [])
    return lost


def one_failing_life(
    library: Library, disk: FailingDisk, chance: random.Random, acknowledged: set[str]
) -> int:
    """Append events while calls fail; return how many were refused."""
    rate, refused = chance.choice([0.01, 0.1, 0.5]), 0
    disk.fail(lambda call, number: chance.choice(CODES) if chance.random() < rate else 0)
    try:
        store = library.open("ferry")
    except StoreError:
        return 1
    claim = the_ferry_session().desk.claims[0].id
    for _ in range(chance.randrange(20)):
        event = a_verdict(claim)
        try:
            store.append(event, View(claim=claim))
            acknowledged.add(event.id)
            if chance.random() < 0.2:
                store.compact()
        except StoreError:
            refused += 1
        store.remember(View(search=event.id))
    store.close()
    return refused


def flips(sessions: int, chance: random.Random) -> int:
    """Change one random byte in the files of a session; every event must still be there."""
    lost = 0
    for number in range(sessions):
        with tempfile.TemporaryDirectory() as folder:
            library = Library(Path(folder), QuickDisk())
            expected = a_session_with_history(library, chance)
            file = chance.choice(list((Path(folder) / "ferry").glob("session.json*")))
            damage_one_byte(file, chance)
            with library.open("ferry") as store:
                lost += len(expected - {event.id for event in store.load().session.events})
        progress("flipped bytes", number + 1, sessions)
    report("flipped bytes", sessions, f"{lost} events lost", [])
    return lost


def a_session_with_history(library: Library, chance: random.Random) -> set[str]:
    """Write a session in several lives; return the ids of its events."""
    claim = the_ferry_session().desk.claims[0].id
    library.create(the_ferry_session()).close()
    ids = set()
    for _ in range(4):
        with library.open("ferry") as store:
            for _ in range(chance.randrange(1, 8)):
                event = a_verdict(claim)
                store.append(event, View(claim=claim))
                ids.add(event.id)
            if chance.random() < 0.4:
                store.compact()
    return ids


def damage_one_byte(file: Path, chance: random.Random) -> None:
    """Change one byte of a file."""
    data = bytearray(file.read_bytes())
    if data:
        data[chance.randrange(len(data))] ^= chance.randrange(1, 256)
        file.write_bytes(data)


def progress(what: str, done: int, total: int) -> None:
    """Show how far it is."""
    if done % max(1, total // 20) == 0:
        sys.stderr.write(f"\r{what}: {done}/{total} ")
        sys.stderr.flush()


def report(what: str, rounds: int, result: str, errors: Sequence[object]) -> None:
    """Print one line on a torture."""
    sys.stderr.write("\r")
    print(f"{what}: {rounds} rounds, {result}" + "".join(f"\n  {error}" for error in errors), flush=True)


if __name__ == "__main__":
    sys.exit(main())
