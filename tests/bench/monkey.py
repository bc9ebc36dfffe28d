"""Presses random keys in real sessions: monkey.py [SEQUENCES [KEYS [SEED]]].

After each sequence the session of the screen, the fold of all events, and what another process reads from
the disk have to be one and the same, and `verify` must find nothing wrong. Prints the keys of a sequence that
fails.
"""

import asyncio
import os
import random
import sys
import tempfile
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.ui.driving import nothing_to_compare, reviewing
from workbench.model.session import Session
from workbench.paths import find_paths
from workbench.review.opening import Sessions
from workbench.review.relating import comparison
from workbench.ui.commands import COMMANDS

KEYS = (
    *(key for command in COMMANDS for key in command.keys if command.id not in ("quit", "note.editor")),
    *"abc 5tuz", "enter", "escape", "escape", "tab", "space", "down", "up", "left", "right",
)  # fmt: skip


async def press(keys: list[str], folder: Path, *, compare: bool) -> None:
    """Press keys in a session of the seeds, and hold screen, fold and disk against each other."""
    compared = comparison(None) if compare else nothing_to_compare
    async with reviewing(folder, compare=compared) as reviewer:
        for at in range(0, len(keys), 20):
            await reviewer.press(*keys[at : at + 20])
        shown = reviewer.app.review.session
    stored = Sessions(find_paths(str(folder))).session(shown.name)
    start = Session.start(
        stored.name, stored.created_at, stored.analyser, stored.desk, stored.analysed_through
    )
    for name, other in (("disk", stored), ("fold", start.fold(shown.events))):
        assert shown.events == other.events or name == "fold", f"other events on the {name}"
        assert dict(shown.decisions) == dict(other.decisions), f"other decisions: {name}"
        assert dict(shown.relations) == dict(other.relations), f"other relations: {name}"
    assert shown.desk.claims == stored.desk.claims, "other claims on the disk"
    findings = Sessions(find_paths(str(folder))).library.verify(shown.name)
    assert not findings, [finding.message for finding in findings]


def main(sequences: int = 200, keys: int = 300, seed: int = 1) -> int:
    """Run the sequences; return how many failed."""
    failed = 0
    for number in range(sequences):
        chance = random.Random(f"{seed}:{number}")
        pressed = [chance.choice(KEYS) for _ in range(keys)]
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)  # where reports go
            try:
                asyncio.run(press(pressed, Path(folder) / "home", compare=number % 4 == 0))
            except Exception:  # whatever it is, the keys that led to it are printed
                failed += 1
                print(f"sequence {number} failed: {' '.join(pressed)}\n{traceback.format_exc()}", flush=True)
        if number % 20 == 19:
            print(f"{number + 1} sequences of {keys} keys, {failed} failed", flush=True)
    return failed


if __name__ == "__main__":
    sys.exit(bool(main(*map(int, sys.argv[1:]))))
