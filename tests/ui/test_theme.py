from itertools import combinations
from pathlib import Path

import pytest
from textual.app import App
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme
from textual.widgets import OptionList

from tests.ui.comparing import FORTY, Finding, ferry_desk
from tests.ui.driving import reviewing
from workbench.config import MORE_THEMES, THEMES, Settings
from workbench.remembered import Remembered
from workbench.ui.setup import Setup
from workbench.ui.theme import contrast, theme_named, verdict_colours

VERDICTS = ("wb-confirmed", "wb-disputed", "wb-unverified")
OWN = ("textual-dark", "textual-light")
COLOURED = [theme for theme in BUILTIN_THEMES.values() if not theme.ansi]

# Simulated sight (linear RGB): Machado, Oliveira, Fernandes 2009, severity 1.
EYES = {
    "normal": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.01182, 0.04294, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.3039),
    ),
}


def lab_of(colour: str, eyes: str) -> tuple[float, float, float]:
    """The colour in CIE L*a*b*, as these eyes see it."""
    linear = [
        v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in Color.parse(colour).normalized
    ]
    seen = [sum(a * b for a, b in zip(row, linear, strict=True)) for row in EYES[eyes]]
    red, green, blue = (min(1.0, max(0.0, value)) for value in seen)
    x, y, z = (
        value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116
        for value in (
            (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047,
            0.2126 * red + 0.7152 * green + 0.0722 * blue,
            (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883,
        )
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("eyes", list(EYES))
@pytest.mark.parametrize("name", OWN)
def test_verdicts_are_told_apart_by_all_eyes_in_the_programs_own_themes(name: str, eyes: str) -> None:
    colours = verdict_colours(BUILTIN_THEMES[name])
    for one, other in combinations([*VERDICTS, "wb-unreviewed"], 2):
        apart = zip(lab_of(colours[one], eyes), lab_of(colours[other], eyes), strict=True)
        assert sum((a - b) ** 2 for a, b in apart) ** 0.5 >= 24


@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
def test_text_can_be_read_on_every_background_of_every_theme(theme: Theme) -> None:
    colours = verdict_colours(theme)
    generated = theme.to_color_system().generate()
    background, panel = Color.parse(generated["background"]), Color.parse(generated["panel"])
    claim, current = Color.parse(colours["wb-claim"]), Color.parse(colours["wb-current"])
    for name in (*VERDICTS, "wb-unreviewed", "wb-rejected"):
        assert all(
            contrast(Color.parse(colours[name]), ground) >= 4.5 for ground in (background, claim, current)
        )
        assert contrast(Color.parse(colours[name]), panel) >= 3
    assert contrast(Color.parse(colours["wb-text"]), background) >= 4.5
    assert all(contrast(Color.parse(colours["wb-key"]), ground) >= 4.5 for ground in (panel, current))


@pytest.mark.parametrize("name", OWN)
def test_in_the_programs_own_themes_every_mark_leaves_its_claim_readable(name: str) -> None:
    colours = {key: Color.parse(value) for key, value in verdict_colours(BUILTIN_THEMES[name]).items()}
    for ground in ("wb-claim", "wb-current", "wb-counterpart", "wb-difference-soft", "wb-match"):
        for text in (*VERDICTS, "wb-unreviewed", "wb-rejected"):
            assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
    assert contrast(colours["wb-conflict"], colours["wb-current"]) >= 4.5
    assert contrast(colours["wb-difference-text"], colours["wb-difference"]) >= 7


def test_the_terminals_own_colours_have_all_that_the_others_have() -> None:
    names = set(verdict_colours(BUILTIN_THEMES["textual-dark"]))
    for theme in BUILTIN_THEMES.values():
        assert set(verdict_colours(theme)) == names


def test_every_theme_of_the_settings_exists() -> None:
    assert {theme_named(name) for name in (*THEMES, *MORE_THEMES)} <= set(App[None]().available_themes)


@pytest.mark.parametrize("theme", THEMES)
async def test_each_verdict_has_sign_and_word_in_each_theme(tmp_path: Path, theme: str) -> None:
    async with reviewing(tmp_path, setup=Setup(Settings(theme=theme))) as ana:
        await ana.press("C")
        assert "✓ confirmed" in ana.text()
        await ana.press("D")
        assert "✗ disputed" in ana.text()


async def test_the_terminals_own_colours_are_left_to_the_terminal(tmp_path: Path) -> None:
    async with reviewing(tmp_path, setup=Setup(Settings(theme="terminal"))) as ana:
        await ana.press("c", "d", "u", "question_mark", "escape")
        colours = {
            colour for row in ana.rows() for _, style in row for colour in (style.color, style.bgcolor)
        }
        assert all(colour is None or colour.triplet is None for colour in colours)


@pytest.mark.parametrize(
    ("background", "name"),
    [("15;0", "ansi-dark"), ("0;15", "ansi-light"), ("", "ansi-dark"), ("0;7", "ansi-light")],
)
def test_the_terminal_theme_fits_to_the_background_that_the_terminal_tells(
    monkeypatch: pytest.MonkeyPatch, background: str, name: str
) -> None:
    monkeypatch.setenv("COLORFGBG", background)
    assert theme_named("terminal") == name


@pytest.mark.parametrize(
    ("theme", "name"), [("dark", "ansi-dark"), ("light", "ansi-light"), ("nord", "ansi-dark")]
)
async def test_sixteen_colours_are_the_terminals_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, theme: str, name: str
) -> None:
    monkeypatch.setenv("TERM", "xterm-16color")
    monkeypatch.delenv("COLORTERM", raising=False)
    async with reviewing(tmp_path, setup=Setup(Settings(theme=theme))) as ana:
        assert ana.app.theme == name


async def test_ascii_draws_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "mill.txt"
    file.write_text("The mill in Orley burned down on Monday night.\n\nTwo people were hurt in the fire.\n")
    setup = Setup(Settings(ascii=True), first_start=True)
    async with reviewing(tmp_path / "home", [str(file)], setup=setup) as ana:
        assert ana.text().isascii()
        await ana.press("C")
        assert "+ confirmed" in ana.text() and ana.text().isascii()
        for key in ("question_mark", "O", "M", "r", "ctrl+o", "B"):
            await ana.press(key)
            assert ana.text().isascii(), key
            await ana.press("escape")
        await ana.press("slash", "m", "enter")
        assert '"m" 1/' in ana.text() and ana.text().isascii()
        await ana.press("z")
        assert "confirmed -> unreviewed" in ana.text()


async def test_a_theme_chosen_in_the_palette_is_remembered(tmp_path: Path) -> None:
    remembered = Remembered(tmp_path / "data")
    async with reviewing(tmp_path, setup=Setup(remembered=remembered)) as ana:
        assert remembered.theme == ""
        await ana.press("ctrl+t")
        await ana.type("textual-light")
        await ana.pilot.pause()
        await ana.press("enter")
        await ana.settle()
        assert ana.app.theme == "textual-light"
        assert remembered.theme == "textual-light"


async def test_a_theme_from_the_settings_is_not_remembered_as_chosen(tmp_path: Path) -> None:
    remembered = Remembered(tmp_path / "data")
    setup = Setup(Settings(theme="light"), remembered=remembered, theme_origin="config.toml:1")
    async with reviewing(tmp_path, setup=setup) as ana:
        await ana.press("j")
        assert remembered.theme == ""
        assert "next start" not in ana.text()


async def test_a_theme_that_the_settings_overrule_says_so_when_chosen(tmp_path: Path) -> None:
    setup = Setup(Settings(theme="light"), theme_origin="config.toml:1")
    async with reviewing(tmp_path, setup=setup) as ana:
        ana.app.theme = "nord"
        await ana.settle()
        assert "The next start has the theme of config.toml:1" in ana.text()


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("B", "Syria"),
        ("ctrl+o", "> desk"),
        ("O", "1 Syria"),
        ("question_mark", "Confirmed"),
        ("colon", "Confirmed"),
    ],
)
async def test_without_colours_the_cursor_of_every_list_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str, words: str
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reviewing(tmp_path) as ana:
        await ana.press(key)
        await ana.pilot.pause()
        assert sum(bool(style.underline) for style in ana.styles_of(words)) >= 1
        chosen = ana.app.screen.query_one(OptionList).highlighted
        assert chosen is not None


async def test_without_colours_the_cursor_among_relations_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reviewing(tmp_path / "home", ferry_desk(tmp_path), compare=Finding()) as ana:
        await ana.go_to(FORTY)
        await ana.press("r")
        seen = [bool(style.underline) for style in ana.styles_of("suggested")]
        assert seen.count(True) == 1 and len(seen) > 1


async def test_without_colours_the_place_to_type_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reviewing(tmp_path) as ana:
        await ana.press("slash")
        assert any(style.reverse for text, style in ana.rows()[-1])


async def test_without_colours_no_theme_can_be_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reviewing(tmp_path) as ana:
        await ana.press("ctrl+t")
        assert "No colours are wanted" in ana.text()
        assert ana.app.screen is ana.screen


async def test_with_advance_off_every_verdict_stays(tmp_path: Path) -> None:
    async with reviewing(tmp_path, setup=Setup(Settings(advance=False))) as ana:
        claim = ana.review.view.claim
        await ana.press("c", "d")
        assert (ana.review.view.claim, ana.label) == (claim, "disputed")


def test_every_theme_gives_all_colours_a_value() -> None:
    for theme in BUILTIN_THEMES.values():
        assert set(verdict_colours(theme)) == set(verdict_colours(BUILTIN_THEMES["textual-dark"]))
