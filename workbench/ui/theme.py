"""The colours of verdicts as theme variables, told apart by colour-blind eyes, for dark and light themes.

The distances were chosen by simulating protan, deutan and tritan vision (Machado 2009): blue, orange
and amber (purple on a light page), never green against red.
"""

import os
from collections.abc import Iterable, Mapping

from textual.color import BLACK, WHITE, Color
from textual.theme import Theme

from workbench.config import NO_THEME

DARK = {
    "wb-confirmed": "#36abe7",
    "wb-disputed": "#eb8865",
    "wb-unverified": "#fbbd05",
    "wb-unreviewed": "#e0e0e0",
    "wb-rejected": "#a1a1a1",
    "wb-text": "#8c8c8c",
    "wb-key": "#ffa62b",
    "wb-claim": "#202225",
    "wb-current": "#2d3550",
    "wb-counterpart": "#26303a",
    "wb-difference": "#e9dfc4",
    "wb-difference-text": "#121212",
    "wb-difference-soft": "#343742",
    "wb-conflict": "#ff8fb1",
    "wb-marker": "#7aa2ff",
    "wb-match": "#403800",
    "wb-match-current": "#f5e6a8",
    "wb-match-current-text": "#121212",
}

LIGHT = {
    "wb-confirmed": "#0e5785",
    "wb-disputed": "#8e390e",
    "wb-unverified": "#831dba",
    "wb-unreviewed": "#1f1f1f",
    "wb-rejected": "#535353",
    "wb-text": "#626262",
    "wb-key": "#005597",
    "wb-claim": "#eeeef4",
    "wb-current": "#b9cdee",
    "wb-counterpart": "#dde3ea",
    "wb-difference": "#3a3526",
    "wb-difference-text": "#ffffff",
    "wb-difference-soft": "#cacdd6",
    "wb-conflict": "#a3004f",
    "wb-marker": "#1d4fb8",
    "wb-match": "#e6d98a",
    "wb-match-current": "#5a4a00",
    "wb-match-current-text": "#ffffff",
}

ANSI = dict.fromkeys(DARK, "ansi_default") | {
    "wb-confirmed": "ansi_bright_cyan",
    "wb-disputed": "ansi_bright_red",
    "wb-unverified": "ansi_bright_yellow",
    "wb-conflict": "ansi_bright_magenta",
}
"""The terminal's own colours, for a dark terminal: its plain blue and red are too dark to read there."""

ANSI_LIGHT = ANSI | {
    "wb-confirmed": "ansi_blue",
    "wb-disputed": "ansi_red",
    "wb-unverified": "ansi_magenta",
    "wb-conflict": "ansi_red",
}
"""The same for a light terminal, on which no yellow and no bright colour can be read."""

_VERDICTS = ("wb-confirmed", "wb-disputed", "wb-unverified", "wb-unreviewed", "wb-rejected")
_LEAST_CONTRAST = 4.5
"""Of text against each background that it stands on: WCAG 2.1, level AA."""
_LEAST_ON_BARS = 3.0
"""Of counts and dimmed keys in the bars: brightened further, verdicts would look alike."""
_STEPS = 20
_OWN: Mapping[str, Mapping[str, str]] = {"textual-dark": DARK, "textual-light": LIGHT}
"""The themes that the colours were chosen for; nothing need be computed at a start."""


def verdict_colours(theme: Theme) -> Mapping[str, str]:
    """Return the values of the verdict colours for a theme, readable on its backgrounds.

    Args:
        theme: A theme of the program, of Textual, or of a user.
    """
    if theme.ansi:
        return ANSI if theme.dark else ANSI_LIGHT
    if theme.name in _OWN:
        return _OWN[theme.name]
    base = dict(DARK if theme.dark else LIGHT)
    generated = theme.to_color_system().generate()
    background, panel = Color.parse(generated["background"]), Color.parse(generated["panel"])
    base["wb-claim"] = background.blend(Color.parse(generated["foreground"]), 0.07).hex
    base["wb-current"] = background.blend(Color.parse(base["wb-marker"]), 0.25).hex
    base["wb-counterpart"] = background.blend(Color.parse(base["wb-marker"]), 0.12).hex
    grounds = {
        "wb-text": (background,),
        **dict.fromkeys(
            _VERDICTS, (background, Color.parse(base["wb-claim"]), Color.parse(base["wb-current"]))
        ),
    }
    for name, behind in grounds.items():
        base[name] = readable(readable(base[name], behind), (panel,), least=_LEAST_ON_BARS)
    base["wb-key"] = readable(generated["footer-key-foreground"], (panel, Color.parse(base["wb-current"])))
    return base


def readable(colour: str, grounds: Iterable[Color], least: float = _LEAST_CONTRAST) -> str:
    """Return the colour, or the nearest to it on the way to white or black that can be read.

    Args:
        colour: The colour wanted.
        grounds: The backgrounds that it stands on, all dark or all light.
        least: The contrast that it must have with each of them.
    """
    wanted, behind = Color.parse(colour), tuple(grounds)
    end = WHITE if sum(ground.brightness for ground in behind) < len(behind) / 2 else BLACK
    for step in range(_STEPS + 1):
        found = wanted.blend(end, step / _STEPS)
        if all(contrast(found, ground) >= least for ground in behind):
            break
    return found.hex


def contrast(one: Color, other: Color) -> float:
    """Return the contrast ratio of two colours, 1 to 21, as WCAG 2.1 defines it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Color) -> float:
    red, green, blue = (
        value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4 for value in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def theme_named(setting: str, *, few_colours: bool = False) -> str:
    """Return the name that Textual has for the theme of the settings.

    Args:
        setting: One of the program's themes, or a name that Textual knows.
        few_colours: Whether the terminal has 16 colours or none: then they are its own.
    """
    if few_colours:
        setting = "ansi-light" if setting == "light" else "terminal"
    if setting in ("terminal", NO_THEME):
        return "ansi-light" if _terminal_is_light() else "ansi-dark"
    return {"dark": "textual-dark", "light": "textual-light"}.get(setting, setting)


def _terminal_is_light() -> bool:
    """Tell whether the terminal says, as rxvt and Konsole do, that its background is white."""
    return os.environ.get("COLORFGBG", "").rpartition(";")[2] in ("7", "15")
