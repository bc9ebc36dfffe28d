"""Settings come from file, environment and options; a bad one is named with its place."""

import tomllib
from pathlib import Path

import pytest

from workbench.cli import main
from workbench.config import (
    DEFAULT,
    KEY_PROFILES,
    REMEMBERED,
    THEMES,
    Configuration,
    Settings,
    configure,
    setting_names,
)
from workbench.ui.key_profiles import PROFILES
from workbench.ui.keymap import keymap_of

FULL = """\
theme = "light"
ascii = true

advance = false
reviewer = "Ana [sic]"
key_profile = "vim"

[keys]
"verdict.confirm" = "J"
note.write = ["X", "f5"]
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for variable in ("NO_COLOR", *(f"WORKBENCH_{name.upper()}" for name in setting_names())):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path))
    (tmp_path / "config").mkdir()
    return tmp_path


def configured(home: Path, text: str, **environment: str) -> Configuration:
    (home / "config" / "config.toml").write_text(text, encoding="utf-8")
    return configure(home / "config", environment=environment)


def test_without_a_file_everything_has_its_default(home: Path) -> None:
    found = configure(home / "config")
    assert found.settings == Settings()
    assert set(found.origins.values()) == {DEFAULT}
    assert found.faults == ()


def test_the_file_sets_everything_and_each_line_is_known(home: Path) -> None:
    found = configured(home, FULL)
    settings = found.settings
    assert (settings.theme, settings.ascii, settings.advance) == ("light", True, False)
    assert (settings.reviewer, settings.key_profile) == ("Ana [sic]", "vim")
    file = home / "config" / "config.toml"
    assert found.origins["advance"] == f"{file}:4"
    assert [(own.command, own.keys, own.place) for own in settings.own_keys] == [
        ("verdict.confirm", ("J",), f"{file}:9"),
        ("note.write", ("X", "f5"), f"{file}:10"),
    ]
    assert found.faults == ()


def test_an_option_wins_over_the_environment_and_that_over_the_file(home: Path) -> None:
    variables = {"WORKBENCH_THEME": "none", "WORKBENCH_ADVANCE": "yes", "WORKBENCH_REVIEWER": "Bo"}
    (home / "config" / "config.toml").write_text(FULL)
    options = {"theme": "terminal", "reviewer": "", "ascii": False}
    found = configure(home / "config", options=options, environment=variables)
    assert (found.settings.theme, found.settings.advance) == ("terminal", True)
    assert (found.settings.reviewer, found.settings.ascii) == ("Bo", True)
    assert found.origins["theme"] == "--theme"
    assert found.origins["advance"] == "WORKBENCH_ADVANCE"


def test_a_theme_chosen_on_the_screen_holds_until_something_else_names_one(home: Path) -> None:
    chosen = configure(home / "config", remembered_theme="nord")
    assert (chosen.settings.theme, chosen.origins["theme"]) == ("nord", REMEMBERED)
    (home / "config" / "config.toml").write_text('theme = "light"')
    assert configure(home / "config", remembered_theme="nord").settings.theme == "light"
    (home / "config" / "config.toml").unlink()
    assert configure(home / "config", remembered_theme="gone-since").settings.theme == "dark"


@pytest.mark.parametrize(("value", "theme"), [("1", "none"), ("", "dark")])
def test_no_color_means_no_colour_unless_it_is_empty(home: Path, value: str, theme: str) -> None:
    assert configured(home, "", NO_COLOR=value).settings.theme == theme


@pytest.mark.parametrize(
    ("text", "line", "complaint"),
    [
        (
            "colour = 3",
            1,
            "unknown setting 'colour' (known: theme, ascii, advance, strict, reviewer, key_profile, [keys])",
        ),
        ('\n\ntheme = "blue"', 3, "'theme' cannot be 'blue' (known: dark, light, terminal, none)"),
        ("theme = 5", 1, "'theme' must be a text in quotes, not 5"),
        ('ascii = "yes"', 1, "'ascii' must be true or false, not 'yes'"),
        ("advance = 1", 1, "'advance' must be true or false, not 1"),
        (
            '\nkey_profile = "emacs"',
            2,
            "'key_profile' cannot be 'emacs' (known: default, vim, prodigy, rayyan)",
        ),
        ("keys = 5", 1, "'keys' must be a table: [keys]"),
        ("[keys]\nundo = 5", 2, "'undo' must be a key or a list of keys"),
        ('[keys]\nundo = ["z", ""]', 2, "'undo' must be a key or a list of keys"),
        ("theme = dark", 1, "Invalid value, column 9"),
        ("[reviewer]\nname = 'Ana'", 1, "'reviewer' must be a text in quotes"),
    ],
)
def test_what_is_wrong_is_named_with_its_line_and_leaves_the_default(
    home: Path, text: str, line: int, complaint: str
) -> None:
    found = configured(home, text)
    (fault,) = found.faults
    assert fault.startswith(f"{home / 'config' / 'config.toml'}:{line}: {complaint}")
    assert found.settings == Settings()


def test_every_fault_is_found_and_the_right_ones_hold_all_the_same(home: Path) -> None:
    found = configured(home, 'theme = "blue"\nfont = 1\nascii = true\n', WORKBENCH_ADVANCE="perhaps")
    assert len(found.faults) == 3
    assert found.faults[-1] == "WORKBENCH_ADVANCE: 'advance' must be true or false, not 'perhaps'"
    assert found.settings.ascii


def test_a_file_that_cannot_be_read_is_a_fault(home: Path) -> None:
    (home / "config" / "config.toml").write_bytes(b'reviewer = "\xff"')
    (fault,) = configure(home / "config").faults
    assert "config.toml:1: not UTF-8" in fault


def test_a_name_that_leads_nowhere_is_a_fault_and_no_folder_is_none(home: Path) -> None:
    (home / "config" / "config.toml").symlink_to(home / "nowhere.toml")
    (fault,) = configure(home / "config").faults
    assert "config.toml: cannot be read" in fault
    assert configure(home / "missing").faults == ()
    (home / "file").write_text("")
    assert configure(home / "file").faults == ()


# workbench config


def printed(capsys: pytest.CaptureFixture[str], *options: str, code: int = 0) -> str:
    assert main(["config", *options]) == code
    return capsys.readouterr().out


def test_config_prints_each_setting_with_value_default_and_origin(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    configured(home, FULL)
    shown = printed(capsys, "--theme", "none")
    file = home / "config" / "config.toml"
    assert 'theme = "none"  # --theme; default "dark"' in shown
    assert f"advance = false  # {file}:4; default true" in shown
    assert f'"verdict.confirm" = ["J"]  # {file}:9; vim ["c"]' in shown
    assert '# "undo" = ["u", "ctrl+z"]  # Undo' in shown
    assert all(f"\n{name} = " in shown for name in setting_names())


@pytest.mark.parametrize("text", ["", FULL, 'reviewer = "\\"\\\\ \\u001b[31m \\u009b é"\n[keys]\nundo = []'])
def test_what_config_prints_is_a_file_that_sets_the_same(
    home: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    before = configured(home, text).settings
    shown = printed(capsys)
    assert "\x1b" not in shown and "\x9b" not in shown
    assert tomllib.loads(shown)["theme"] == before.theme
    after = configured(home, shown).settings
    assert configured(home, shown).faults == ()
    for name in setting_names():
        assert getattr(after, name) == getattr(before, name)
    assert {own.command: own.keys for own in after.own_keys} == {
        own.command: own.keys for own in before.own_keys
    }


def test_config_names_every_fault_and_answers_two(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    configured(home, 'font = 1\n[keys]\nundoo = "z"\nredo = "c"\n')
    assert main(["config"]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 3
    assert "config.toml:1: unknown setting 'font'" in lines[0]
    assert "config.toml:3: there is no command 'undoo' (did you mean 'undo'?)" in lines[1]
    assert "config.toml:4: key 'c' of redo belongs to verdict.confirm too" in lines[2]


def test_other_commands_do_without_settings(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    configured(home, "font = 1")
    assert main(["paths"]) == 0
    assert main(["sessions"]) == 0


def test_the_example_in_the_readme_is_right(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    example = readme.partition("```toml\n")[2].partition("```")[0]
    found = configured(home, example)
    assert found.faults == ()
    assert set(found.origins.values()) & {DEFAULT} == set()
    assert printed(capsys)


@pytest.mark.parametrize("profile", [name for name in PROFILES if PROFILES[name]])
def test_the_readme_tells_the_verdict_keys_of_each_profile(profile: str) -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    row = next(line for line in readme.splitlines() if line.startswith(f"| `{profile}` |"))
    changed = [
        id for id in PROFILES[profile] if id in ("verdict.confirm", "verdict.dispute", "verdict.unverify")
    ]
    assert changed
    assert all(f"`{keymap_of(profile).keymap.first(id)}` {WORDS[id]}" in row for id in changed)


WORDS = {"verdict.confirm": "confirmed", "verdict.dispute": "disputed", "verdict.unverify": "unverified"}


def test_the_readme_names_every_key_profile_and_theme() -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    settings = readme[readme.index("## Settings") : readme.index("## Command line")]
    assert all(name in settings for name in (*THEMES, *KEY_PROFILES, *setting_names()))
