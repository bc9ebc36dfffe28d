import random
import re
import sys
from pathlib import Path

import pytest

from tests.ui.driving import article_file
from tests.ui.terminal import Terminal
from workbench.paths import find_paths
from workbench.review.opening import Sessions

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are a Unix matter")


def shown_as_reviewed(terminal: Terminal) -> int:
    """How many claims the screen has said were reviewed."""
    return max((int(found) for found in re.findall(r"(\d+)/\d\d+ · ", terminal.text)), default=0)


def test_without_arguments_the_seeds_open_and_the_next_start_resumes_them(tmp_path: Path) -> None:
    with Terminal(tmp_path) as terminal:
        terminal.wait_for("At least 100 militants")
        terminal.press("cc")
        terminal.wait_for(r"2/1\d\d · ")
        terminal.press("q")
        assert terminal.process.wait(timeout=30) == 0
    with Terminal(tmp_path) as terminal:
        terminal.wait_for(r"2/1\d\d · ")


@pytest.mark.parametrize("seed", range(3))
def test_every_verdict_that_was_shown_survives_kill_9(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    with Terminal(tmp_path) as terminal:
        terminal.wait_for("At least 100 militants")
        terminal.press("cdu" * 12)
        enough = chance.randrange(1, 36)
        terminal.wait_until(lambda: shown_as_reviewed(terminal) >= enough, f"{enough} verdicts")
        terminal.kill()
        kept = Sessions(find_paths(str(tmp_path))).session("seeds").progress.reviewed
        assert enough <= shown_as_reviewed(terminal) <= kept


def test_escape_sequences_in_an_article_never_reach_the_terminal(tmp_path: Path) -> None:
    evil = "The mayor \x1b]0;owned\x07 said \x1b[31m12 people\x9b2J were \u202ehurt\u202c on Monday.\n"
    evil += "\nForty people lost their homes.\n"
    file = article_file(tmp_path, evil, "\u202eevil.txt")
    with Terminal(tmp_path / "home", ["review", file]) as terminal:
        terminal.wait_for("The mayor")
        terminal.press("cyq")
        terminal.process.wait(timeout=30)
        while terminal.read(0.1):
            pass
        assert "owned" in terminal.text
        for forbidden in (b"\x1b]0;owned", b"\x1b[31m12", b"\xc2\x9b", "\u202e".encode()):
            assert forbidden not in terminal.raw


def test_a_second_program_is_told_who_has_the_session(tmp_path: Path) -> None:
    with Terminal(tmp_path) as first:
        first.wait_for("At least 100 militants")
        with Terminal(tmp_path) as second:
            second.wait_for(rf"workbench: .*{first.process.pid}")
            assert second.process.wait(timeout=30) == 2
        with Terminal(tmp_path, ["review", "--session", "seeds", "--read-only"]) as reader:
            reader.wait_for("read only")
            reader.press("c")
            reader.wait_for("open for reading only")
