import base64
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
        assert terminal.exit_code() == 0
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
        terminal.exit_code()
        assert "owned" in terminal.text
        for forbidden in (b"\x1b]0;owned", b"\x1b[31m12", b"\xc2\x9b", "\u202e".encode()):
            assert forbidden not in terminal.raw


def test_a_second_program_is_told_who_has_the_session_and_may_look_at_it(tmp_path: Path) -> None:
    with Terminal(tmp_path) as first:
        first.wait_for("At least 100 militants")
        with Terminal(tmp_path) as second:
            second.wait_for(
                rf"workbench: .*process {first.process.pid} on .*, since .*\s+Open it read-only\?"
            )
            second.press("\r")
            assert second.exit_code() == 2
        with Terminal(tmp_path) as reader:
            reader.wait_for("Open it read-only")
            reader.press("y\r")
            reader.wait_for("read only")
            reader.press("c")
            reader.wait_for("open for reading only")


def test_copying_reaches_the_clipboard_through_the_terminal(tmp_path: Path) -> None:
    with Terminal(tmp_path) as terminal:
        terminal.wait_for("At least 100 militants")
        terminal.press("jy")
        terminal.wait_for("Copied the claim")
        terminal.press("q")
        assert terminal.exit_code() == 0
        sent = re.findall(rb"\x1b\]52;c;([A-Za-z0-9+/=]+)(?:\x07|\x1b)", terminal.raw)
        copied = base64.b64decode(sent[-1]).decode("utf-8")
        assert "At least 100 militants were killed" in copied
        assert "000_704caef108bb53b0.txt" in copied


def test_settings_that_are_wrong_are_named_before_anything_is_shown(tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "config.toml").write_text('\ntheme = "blue"\nfont = 5\n')
    with Terminal(tmp_path) as terminal:
        assert terminal.exit_code() == 2
        (line,) = terminal.text.splitlines()
        assert re.match(r"workbench: .*config\.toml:2: 'theme' cannot be 'blue' .*workbench config", line)
        assert not (tmp_path / "sessions").exists()


def test_the_program_starts_as_its_settings_say(tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "config.toml").write_text('key_profile = "rayyan"\nreviewer = "Bo"\n')
    with Terminal(tmp_path, ["review", "--theme", "none", "--ascii"]) as terminal:
        terminal.wait_for("At least 100 militants")
        terminal.wait_for("i confirm")
        terminal.press("i")
        terminal.wait_for(r"1/1\d\d \| ")
        terminal.press("q")
        assert terminal.exit_code() == 0
        screen = terminal.raw.partition(b"\x1b[?1049h")[2]
        assert not re.search(rb"\x1b\[[\d;]*[34]8;", screen)
    session = Sessions(find_paths(str(tmp_path))).session("seeds")
    assert session.decision(session.desk.claims[0].id).reviewer == "Bo"


@pytest.mark.parametrize("editor", ["", "false", "no-such-editor"])
def test_an_editor_that_fails_gives_the_screen_back_with_a_message(tmp_path: Path, editor: str) -> None:
    with Terminal(tmp_path, VISUAL="", EDITOR=editor) as terminal:
        terminal.wait_for("At least 100 militants")
        terminal.press("E")
        terminal.wait_for(editor or "no editor is set")
        terminal.press("c")
        terminal.wait_for(r"1/1\d\d · ")
        terminal.press("q")
        assert terminal.exit_code() == 0
