"""Time the opening of a large session, and its memory, beside plain decoding of the same snapshot.

Run from the checkout: python -m tests.bench.store_open [--claims 100000] [--events 100000] [--journal]
"""

import argparse
import gc
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import msgspec

from tests.bench.store_sessions import a_large_session, verdicts_on
from tests.storage.quick_disk import QuickDisk
from workbench.model.view import View
from workbench.storage.library import Library

PAGE = 4096
ROUNDS = 3
KINDS = ("plain", "ours", "cursor", "verify")
"""Plain decoding; the whole session; what the first screen needs; all that `workbench verify` checks."""
TIME_LIMIT, MEMORY_LIMIT = 3.0, 1.5
"""What the whole session may cost, in plain decodings."""


def main() -> None:
    """Make the session, then measure in fresh processes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--events", type=int, default=0)
    parser.add_argument("--journal", action="store_true", help="leave the events in the journal")
    parser.add_argument("--measure", choices=KINDS, help=argparse.SUPPRESS)
    parser.add_argument("--sessions", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        print(*measure(options.measure, Library(options.sessions)))
        return
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder), options.claims, options.events, compacts=not options.journal)
        results = {what: best_of(what, Path(folder)) for what in KINDS}
    for what, (seconds, megabytes) in results.items():
        print(f"{what:>8}: {seconds:6.3f} s  {megabytes:7.1f} MB")
    seconds, megabytes = (ours / plain for ours, plain in zip(results["ours"], results["plain"], strict=True))
    print(f"ours / plain: {seconds:.2f} in time (limit {TIME_LIMIT})", end=", ")
    print(f"{megabytes:.2f} in memory (limit {MEMORY_LIMIT})")


def make(sessions: Path, claims: int, events: int, *, compacts: bool) -> None:
    """Write a session with so many claims and events."""
    session = a_large_session(claims)
    store = Library(sessions, QuickDisk()).create(session)
    for event in verdicts_on(session, events):
        store.append(event, View(claim=event.claim))
    if compacts:
        store.compact()
        store.close()


def best_of(what: str, sessions: Path) -> tuple[float, float]:
    """Return the least seconds and megabytes of several fresh processes."""
    command = [sys.executable, "-m", "tests.bench.store_open", "--measure", what, "--sessions", str(sessions)]
    runs = [
        subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
        for _ in range(ROUNDS)
    ]
    return min(float(run[0]) for run in runs), min(float(run[1]) for run in runs)


def measure(what: str, library: Library) -> tuple[float, float]:
    """Return the seconds and megabytes that it takes."""
    gc.disable()  # as loading does: a collection in the middle of the plain decoding would flatter ours
    before = resident()
    begin = time.perf_counter()
    kept: object
    if what == "plain":
        kept = msgspec.json.decode((library.sessions / "large" / "session.json").read_bytes())
    elif what == "ours":
        store = library.open("large", readonly=True)
        kept = (store, store.load())
    elif what == "cursor":
        store = library.open("large", readonly=True)
        kept = (store, store.load_surroundings() or store.load())
    else:
        kept = library.verify("large")
    seconds = time.perf_counter() - begin
    used = resident() - before
    del kept
    return seconds, used


def resident() -> float:
    """Return the memory of this process in megabytes."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * PAGE / 1e6


if __name__ == "__main__":
    main()
