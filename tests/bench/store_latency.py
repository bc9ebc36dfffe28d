"""Time one durable verdict as a key gives it, beside SQLite, a raw append and TinyDB's own storage.

Run from the checkout: python -m tests.bench.store_latency [--writes 400] [--sizes 100,1000,10000,100000]

All stores hold a session in the middle of its review, half of the claims decided; SQLite's write-ahead log
has been round once, as in a database in use: it is then overwritten, not extended, which saves a flush.
Every round writes to each store at each size once, in an order drawn anew, so that each is as often as any
other behind one that leaves caches cold or the disk busy; TinyDB's own storage, which rewrites 60 MB at
100,000 claims, takes part in ten rounds spread over the run.
"""

import argparse
import gc
import os
import random
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TypeAlias

import msgspec
from tinydb import TinyDB

from tests.bench.store_sessions import a_large_session, verdicts_on
from workbench.model.decision import Verdict
from workbench.model.event import Event
from workbench.model.session import Session
from workbench.model.view import View
from workbench.review.review import Review
from workbench.storage.codec import to_document
from workbench.storage.library import Library

Write: TypeAlias = Callable[[Event], object]
Times: TypeAlias = dict[int, dict[str, list[float]]]
"""Milliseconds of each write, by size and kind of store."""
SLOW_STORAGE_WRITES = 10
AGAINST_SQLITE = 1.5
LARGEST_TO_SMALLEST = 1.2


def main() -> None:
    """Print one line a size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--writes", type=int, default=400)
    parser.add_argument("--sizes", default="100,1000,10000,100000")
    parser.add_argument(
        "--folder", type=Path, default=None, help="where to write; its disk is what is measured"
    )
    options = parser.parse_args()
    sizes = [int(size) for size in options.sizes.split(",")]
    with tempfile.TemporaryDirectory(dir=options.folder) as folder, ExitStack() as stack:
        sessions = {size: a_large_session(size) for size in sizes}
        stores = {size: open_stores(Path(folder) / str(size), sessions[size], stack) for size in sizes}
        gc.freeze()  # as the program does once a session is loaded
        times = measure(sessions, stores, options.writes)
    print_table(times)


def open_stores(folder: Path, session: Session, stack: ExitStack) -> dict[str, Write]:
    """Open every kind of store, holding this session."""
    folder.mkdir()
    kinds = {
        "ours": our_store,
        "raw append": raw_append,
        "SQLite insert": sqlite_insert,
        "SQLite update": sqlite_update,
        "JSONStorage": tinydb_own,
    }
    return {name: stack.enter_context(kind(folder / name, session)) for name, kind in kinds.items()}


def measure(sessions: dict[int, Session], stores: dict[int, dict[str, Write]], writes: int) -> Times:
    """Time the same events in all stores in turn, so that a slow moment of the disk hits them alike."""
    times: Times = {size: {name: [] for name in kinds} for size, kinds in stores.items()}
    events = {size: list(verdicts_on(session, writes)) for size, session in sessions.items()}
    contestants = [(size, name, write) for size, kinds in stores.items() for name, write in kinds.items()]
    orders = random.Random(1)
    for number in range(writes):
        with_all = number % max(1, writes // SLOW_STORAGE_WRITES) == 0
        taking_part = [one for one in contestants if with_all or one[1] != "JSONStorage"]
        for size, name, write in orders.sample(taking_part, len(taking_part)):
            times[size][name].append(milliseconds(write, events[size][number]))
    return times


def print_table(times: Times) -> None:
    """Print p50 / p99 in milliseconds, and the ratios of the p50 that have a limit."""
    names = list(next(iter(times.values())))
    print(f"{'claims':>8}" + "".join(f"{name:>20}" for name in names) + "   ours/SQLite insert, update")
    medians = []
    for size, by_name in times.items():
        median = {name: quantile(values, 0.5) for name, values in by_name.items()}
        cells = "".join(f"{median[name]:>11.3f} / {quantile(by_name[name], 0.99):6.2f}" for name in names)
        ratios = [median["ours"] / median[name] for name in ("SQLite insert", "SQLite update")]
        verdict = "ok" if max(ratios) <= AGAINST_SQLITE else "TOO SLOW"
        print(f"{size:>8}{cells}   {ratios[0]:.2f}, {ratios[1]:.2f} (limit {AGAINST_SQLITE}): {verdict}")
        medians.append(median["ours"])
    growth = medians[-1] / medians[0]
    verdict = "ok" if growth <= LARGEST_TO_SMALLEST else "TOO SLOW"
    print(f"largest to smallest size: {growth:.2f} (limit {LARGEST_TO_SMALLEST}): {verdict}")


def milliseconds(write: Write, event: Event) -> float:
    """Time one write."""
    begin = time.perf_counter()
    write(event)
    return (time.perf_counter() - begin) * 1_000


def quantile(values: list[float], share: float) -> float:
    """Return the value below which that share lies."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


@contextmanager
def our_store(folder: Path, session: Session) -> Iterator[Write]:
    """Mark claims as the review screen does: event, chain, cursor, and the session after it."""
    store = Library(folder).create(session)
    store.append_all(before(session), View())
    store.compact()
    review = Review(store, "Ana")

    def mark(event: Event) -> None:
        is_confirmed = review.session.decision(event.claim).verdict is Verdict.CONFIRMED
        assert review.mark(event.claim, Verdict.DISPUTED if is_confirmed else Verdict.CONFIRMED)

    yield mark
    review.close()


def before(session: Session) -> list[Event]:
    """Return the events of the first half of the review."""
    return list(verdicts_on(session, len(session.desk.claims) // 2))


@contextmanager
def raw_append(path: Path, session: Session) -> Iterator[Write]:
    """Write the event's JSON into room written ahead, and wait: what no store can be faster than."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT)
    os.pwrite(descriptor, b"\0" * 4_000_000, 0)
    os.fsync(descriptor)
    offset = 0

    def write(event: Event) -> None:
        nonlocal offset
        offset += os.pwrite(descriptor, msgspec.json.encode(event), offset)
        os.fdatasync(descriptor)

    yield write
    os.close(descriptor)


def sqlite(path: Path, session: Session) -> sqlite3.Connection:
    """Open a durable SQLite database with one row a claim and one an event."""
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=FULL")
    database.execute("CREATE TABLE claim (id TEXT PRIMARY KEY, document TEXT, verdict TEXT)")
    database.execute("CREATE TABLE event (id TEXT PRIMARY KEY, document TEXT)")
    with database:
        database.execute("BEGIN")
        rows = ((claim.id, msgspec.json.encode(claim).decode()) for claim in session.desk.claims)
        database.executemany("INSERT INTO claim VALUES (?, ?, NULL)", rows)
        for event in before(session):
            document = msgspec.json.encode(event).decode()
            database.execute("INSERT INTO event VALUES (?, ?)", (event.id, document))
            database.execute("UPDATE claim SET verdict = ? WHERE id = ?", (document, event.claim))
        database.execute("COMMIT")
    database.execute("CREATE TABLE round AS SELECT zeroblob(8000000)")  # longer than the log may grow
    database.execute("DROP TABLE round")
    return database


@contextmanager
def sqlite_insert(path: Path, session: Session) -> Iterator[Write]:
    """Insert the event."""
    database = sqlite(path, session)
    sql = "INSERT INTO event VALUES (?, ?)"
    yield lambda event: database.execute(sql, (event.id, msgspec.json.encode(event).decode()))
    database.close()


@contextmanager
def sqlite_update(path: Path, session: Session) -> Iterator[Write]:
    """Update the claim's row with the decision."""
    database = sqlite(path, session)
    sql = "UPDATE claim SET verdict = ? WHERE id = ?"
    yield lambda event: database.execute(sql, (msgspec.json.encode(event).decode(), event.claim))
    database.close()


@contextmanager
def tinydb_own(path: Path, session: Session) -> Iterator[Write]:
    """Insert the event into TinyDB's JSONStorage."""
    with TinyDB(path) as database:
        database.table("claims").insert_multiple(map(to_document, session.desk.claims))
        database.table("events").insert_multiple(map(to_document, before(session)))
        yield lambda event: database.table("events").insert(to_document(event))


if __name__ == "__main__":
    main()
