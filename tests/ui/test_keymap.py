import string
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.keys import _character_to_key

from tests.ui.driving import reviewing
from workbench.config import KEY_PROFILES, OwnKey
from workbench.ui.commands import BY_ID, COMMANDS, shown_key
from workbench.ui.key_names import CONFUSED, RESERVED, key_named, shown_name
from workbench.ui.key_profiles import PROFILES
from workbench.ui.keymap import DEFAULT_KEYMAP, keymap_of
from workbench.ui.setup import Setup
from workbench.ui.widgets.key_bar import fitting_entries


def own(command: str, *keys: str, line: int = 1) -> OwnKey:
    return OwnKey(command, keys, f"config.toml:{line}")


@pytest.mark.parametrize("character", [*string.punctuation, "a", "Z", "5", "é", "ß"])
def test_a_character_is_named_as_the_terminal_library_names_it_and_back(character: str) -> None:
    name = key_named(character)
    assert name == _character_to_key(character)
    assert shown_name(name) == character
    assert key_named(name) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("esc", "escape"),
        ("Escape", "escape"),
        ("ctrl+]", "ctrl+right_square_bracket"),
        ("shift+tab", "shift+tab"),
        ("F5", "f5"),
        ("ctrl++", "ctrl+plus"),
        ("ctrl+shift+up", "ctrl+shift+up"),
        ("", ""),
        ("ctrl+", ""),
        ("gg", ""),
        ("banana", ""),
    ],
)
def test_keys_with_names_are_known_and_others_are_not(text: str, name: str) -> None:
    assert key_named(text) == name


def test_the_keys_of_the_registry_read_the_same_everywhere() -> None:
    for command in COMMANDS:
        assert [shown_name(key) for key in command.keys] == [shown_key(key) for key in command.keys]
        assert all(key_named(shown_name(key)) == key for key in command.keys)


@pytest.mark.parametrize("profile", KEY_PROFILES)
def test_in_no_profile_two_commands_share_a_key_and_none_is_without(profile: str) -> None:
    keys = keymap_of(profile).keymap.keys
    given = [key for its_keys in keys.values() for key in its_keys]
    assert sorted(given) == sorted(set(given))
    assert all(keys[command.id] for command in COMMANDS)
    assert not set(given) & {*CONFUSED, *RESERVED}


def test_profiles_speak_of_commands_that_exist() -> None:
    assert tuple(PROFILES) == KEY_PROFILES
    assert {id for profile in PROFILES.values() for id in profile} <= set(BY_ID)


@pytest.mark.parametrize(
    ("profile", "keys"),
    [("default", "cdu"), ("prodigy", ["a", "x", "space"]), ("rayyan", "ieu"), ("vim", "cdt")],
)
async def test_a_profile_has_its_keys_for_the_three_verdicts_in_screen_footer_and_help(
    tmp_path: Path, profile: str, keys: list[str]
) -> None:
    setup = Setup(keymap=keymap_of(profile).keymap)
    async with reviewing(tmp_path, setup=setup) as ana:
        await ana.press(*keys)
        progress = ana.stored().progress
        assert (progress.confirmed, progress.disputed, progress.unverified) == (1, 1, 1)
        assert ana.lines()[-1].startswith(f" {keys[0]} confirm  {keys[1]} dispute  {keys[2]} unverified")
        await ana.press("question_mark")
        line = next(line for line in ana.lines() if "Confirmed: save, go" in line)
        assert f" {keys[0]} " in line.split("Confirmed")[0]


@pytest.mark.parametrize("profile", KEY_PROFILES)
@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_footer_fits_with_every_profile_and_shows_verdicts_and_help(profile: str, width: int) -> None:
    keymap = keymap_of(profile).keymap
    entries = fitting_entries(width, keymap)
    assert cell_len("".join(f" {keymap.first(command.id)} {word} " for command, word in entries)) <= width
    shown = {command.id for command, _ in entries}
    assert {"verdict.confirm", "verdict.dispute", "verdict.unverify", "help"} <= shown


async def test_keys_that_a_profile_takes_away_do_nothing(tmp_path: Path) -> None:
    async with reviewing(tmp_path, setup=Setup(keymap=keymap_of("prodigy").keymap)) as ana:
        await ana.press("c", "d", "u")
        assert ana.review.session.trail is None


async def test_own_keys_run_their_command_and_the_old_ones_no_longer_do(tmp_path: Path) -> None:
    checked = keymap_of("default", [own("verdict.confirm", "J", "f5"), own("verdict.dispute")])
    assert checked.faults == ()
    async with reviewing(tmp_path, setup=Setup(keymap=checked.keymap)) as ana:
        await ana.press("c", "d")
        assert ana.review.session.trail is None
        await ana.press("J", "f5")
        assert ana.stored().progress.confirmed == 2
        assert ana.lines()[-1].startswith(" J confirm  u unverified")
        await ana.press("question_mark")
        await ana.type("Disputed: save, go")
        await ana.press("enter")
        assert ana.stored().progress.disputed == 1


def test_a_key_may_move_when_its_command_gets_another_one() -> None:
    checked = keymap_of("default", [own("verdict.confirm", "a"), own("state.accept", "A")])
    assert checked.faults == ()
    found = checked.keymap.command_of("a")
    assert found is not None and found.id == "verdict.confirm"


def test_a_clash_with_the_profile_names_both_commands_and_leaves_the_profiles_key() -> None:
    checked = keymap_of("vim", [own("report", "u", "R", line=7)])
    (fault,) = checked.faults
    assert fault.startswith("config.toml:7: key 'u' of report belongs to undo too")
    assert checked.keymap.keys["report"] == ("R",)
    assert checked.keymap.keys["undo"] == ("u", "ctrl+z")


def test_a_clash_of_two_own_keys_names_both_places() -> None:
    checked = keymap_of("default", [own("report", "R", line=3), own("copy", "R", line=4)])
    (fault,) = checked.faults
    assert fault.startswith("config.toml:3: key 'R' of report belongs to copy (config.toml:4) too")


@pytest.mark.parametrize(
    ("entry", "complaint"),
    [
        (
            own("verdict.confrim", "K"),
            "there is no command 'verdict.confrim' (did you mean 'verdict.confirm'?)",
        ),
        (own("qqqqqqqqq", "K"), "there is no command 'qqqqqqqqq' (workbench config lists all)"),
        (own("undo", "gg"), "'gg' is no key"),
        (own("undo", "ctrl+i"), "'ctrl+i' reaches programs as tab: terminals cannot tell them apart"),
        (own("undo", "ctrl+q"), "'ctrl+q' always quits"),
    ],
)
def test_an_unknown_command_or_key_is_named(entry: OwnKey, complaint: str) -> None:
    checked = keymap_of("default", [entry])
    assert checked.faults == (f"config.toml:1: {complaint}",)
    assert checked.keymap == DEFAULT_KEYMAP


async def test_messages_name_the_keys_that_hold(tmp_path: Path) -> None:
    checked = keymap_of("default", [own("search.next", "f3")])
    async with reviewing(tmp_path, setup=Setup(keymap=checked.keymap)) as ana:
        await ana.press("slash")
        await ana.type("reuters")
        await ana.press("enter")
        assert "f3 next   N previous   esc leave" in ana.text()
