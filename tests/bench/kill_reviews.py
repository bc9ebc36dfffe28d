"""Kill the program while keys mark claims, again and again: every verdict that was shown must be there.

Run from the project's folder: `python -m tests.bench.kill_reviews [ROUNDS]`.
"""

import random
import re
import sys
import tempfile
from pathlib import Path

from tests.ui.terminal import Terminal
from workbench.paths import find_paths
from workbench.review.opening import Sessions


def shown_as_decided(terminal: Terminal) -> int:
    """Return the greatest number of reviewed claims that the screen has shown."""
    return max((int(found) for found in re.findall(r"(\d+)/\d+ · ", terminal.text)), default=0)


def main(rounds: int) -> int:
    """Kill and look, and print what was lost."""
    chance = random.Random(rounds)
    lost = shown_in_all = 0
    with tempfile.TemporaryDirectory() as home:
        kept = 0
        for number in range(rounds):
            with Terminal(Path(home)) as terminal:
                terminal.wait_for(r"\d+/\d+ · ")
                terminal.press("g" + "".join(chance.choice("cduCDUjk]") for _ in range(60)))
                wanted = kept + chance.randrange(0, 3)
                deadline = 40
                while shown_as_decided(terminal) < wanted and deadline and terminal.read(0.1):
                    deadline -= 1
                terminal.kill()
                shown = shown_as_decided(terminal)
                kept = Sessions(find_paths(home)).session("seeds").progress.reviewed
                lost += max(0, shown - kept)
                shown_in_all += shown
                if kept > 90:
                    clear(Path(home))
                    kept = 0
            if sys.stdout.isatty():
                print(f"\r{number + 1}/{rounds} kills, lost {lost}", end="", flush=True)
    print(f"\n{rounds} kills; verdicts shown that were not on the disk: {lost}")
    return 1 if lost else 0


def clear(home: Path) -> None:
    """Take all verdicts back."""
    review = Sessions(find_paths(str(home))).resume("seeds", "bench").review
    for claim in review.session.desk.claims:
        review.clear(claim.id)
    review.close()


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100))
