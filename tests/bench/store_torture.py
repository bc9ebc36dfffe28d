"""Torture the store at length: kills, power cuts, failing system calls, wrong and missing bytes, moves.

Run from the checkout: python -m tests.bench.store_torture [--kills 500] [--power 20000] [--seed 1]
"""

import argparse
import errno
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tests.builders import the_ferry_session
from tests.storage.failing_disk import FailingDisk
from tests.storage.journals import record_bounds
from tests.storage.killed_keeper import AFTER, BEFORE, prepare, state_of
from tests.storage.power_cuts import trial
from tests.storage.quick_disk import QuickDisk
from tests.storage.test_killed_process import kill_after, lost_among, start_writer
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
    parser.add_argument("--cuts", type=int, default=20)
    parser.add_argument("--moves", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    lost = kills(options.kills, chance)
    lost += power_cuts(options.power, options.seed)
    lost += failures(options.failures, chance)
    lost += flips(options.flips, chance)
    lost += cuts(options.cuts, chance)
    lost += moves(options.moves, chance)
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
            what = chance.choice(["append", "compact", "analyse"])
            acknowledged.update(kill_after(start_writer(Path(folder), what), chance.randrange(1, 120)))
            lost += len(lost_among(library, acknowledged))
            with library.open("ferry", readonly=True) as store:
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


def cuts(sessions: int, chance: random.Random) -> int:
    """Cut the newest segment of a session at every byte of its last two records; the others must be there."""
    lost = tried = 0
    for number in range(sessions):
        with tempfile.TemporaryDirectory() as folder:
            library = Library(Path(folder), QuickDisk())
            earlier = a_session_with_history(library, chance)
            latest = [a_verdict(the_ferry_session().desk.claims[0].id) for _ in range(5)]
            with library.open("ferry") as store:
                for event in latest:
                    store.append(event, View(claim=event.claim))
            segment = max((Path(folder) / "ferry").glob("session.json.j-*"))
            data, bounds = segment.read_bytes(), record_bounds(segment)
            for size in range(bounds[-2][0], len(data)):
                segment.write_bytes(data[:size])
                whole = sum(end - 1 <= size for _, end in bounds[1:])
                with library.open("ferry", readonly=True) as store:
                    found = {event.id for event in store.load().session.events}
                lost += len((earlier | {event.id for event in latest[:whole]}) - found)
                tried += 1
        progress("cuts", number + 1, sessions)
    report("cuts", tried, f"{lost} events lost", [])
    return lost


def moves(rounds: int, chance: random.Random) -> int:
    """Kill a process that renames, duplicates, deletes, restores or backs up, at a random moment."""
    lost, done = 0, Counter[str]()
    for number in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder) / "data"
            prepare(place)
            what = chance.choice(list(AFTER))
            command = [sys.executable, "-m", "tests.storage.killed_keeper", str(place), what]
            process = subprocess.Popen(command, stdout=subprocess.PIPE)
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(chance.random() * 0.04)
            process.kill()
            process.communicate()
            found = state_of(place)
            lost += found not in (BEFORE, AFTER[what])
            done["before" if found == BEFORE else "after"] += 1
        progress("moves", number + 1, rounds)
    report("moved sessions", rounds, f"{lost} lost, killed {dict(done)}", [])
    return lost


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
