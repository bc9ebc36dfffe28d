"""A process that is killed at any moment: what it said was saved is there, and nobody is locked out."""

import random
import subprocess
import sys
from pathlib import Path

from tests.storage.killed_writer import claims_of_analysis
from workbench.storage.library import Library

ROUNDS = 6


def start_writer(sessions: Path, what: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.storage.killed_writer", str(sessions), what],
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    )


def kill_after(process: subprocess.Popen[str], count: int) -> list[str]:
    """Kill the writer once it has said so many things; return all that it has said."""
    assert process.stdout is not None
    said = [process.stdout.readline().strip() for _ in range(count)]
    process.kill()
    rest, _ = process.communicate()
    return [*said, *rest.split()]


def test_every_verdict_that_was_said_to_be_saved_survives_kills(tmp_path: Path) -> None:
    chance = random.Random(7)
    acknowledged: set[str] = set()
    for round_number in range(ROUNDS):
        what = "compact" if round_number % 2 else "append"
        acknowledged.update(kill_after(start_writer(tmp_path, what), chance.randrange(1, 60)))
        with Library(tmp_path).open("ferry", readonly=True) as store:
            assert acknowledged <= {event.id for event in store.load().session.events}
        assert not [f for f in Library(tmp_path).verify("ferry") if f.severity == "error"]


def lost_among(library: Library, said: set[str]) -> set[str]:
    """Return what the writer has said and is gone, in a session whose analysis is one and whole."""
    with library.open("ferry", readonly=True) as store:
        session = store.load().session
    stored = {claim.id for claim in session.desk.claims}
    assert stored == {claim.id for claim in claims_of_analysis(int(session.analyser))}
    events = {event.id for event in session.events}
    return {
        line
        for line in said
        if line not in events and not (len(line) < 32 and int(line) <= int(session.analyser))
    }


def test_another_analysis_is_there_whole_or_not_at_all_after_a_kill(tmp_path: Path) -> None:
    chance = random.Random(11)
    said: set[str] = set()
    for _ in range(4):
        said.update(kill_after(start_writer(tmp_path, "analyse"), chance.randrange(1, 40)))
        assert not lost_among(Library(tmp_path), said)
        assert not [f for f in Library(tmp_path).verify("ferry") if f.severity == "error"]


def test_the_cursor_survives_a_kill(tmp_path: Path) -> None:
    said = kill_after(start_writer(tmp_path, "remember"), 50)
    with Library(tmp_path).open("ferry") as store:
        assert int(store.load().view.search) >= int(said[-1])
        assert not store.recovery


def test_a_killed_process_leaves_no_lock(tmp_path: Path) -> None:
    kill_after(start_writer(tmp_path, "append"), 1)
    with Library(tmp_path).open("ferry") as store:
        assert not store.readonly
