"""Screens kept as text: what every cell shows, and how it looks, so that a difference can be read."""

import string
from pathlib import Path

import pytest
from rich.style import Style

from tests.ui.driving import Reviewer

FOLDER = Path(__file__).parent / "snapshots"
_LETTERS = string.ascii_letters + string.digits
_SAME = "."
"""Stands for the look of the screen's commonest cells, so that the others stand out."""


def assert_looks_as_kept(ana: Reviewer, name: str, config: pytest.Config) -> None:
    """Compare the screen with the one that is kept; with --update-snapshots, keep it.

    A difference leaves the picture of what was found beside the snapshot, as `NAME.found.svg`.
    """
    found, kept = screen_as_text(ana), FOLDER / f"{name}.txt"
    picture = FOLDER / f"{name}.found.svg"
    if config.getoption("--update-snapshots"):
        kept.write_text(found, encoding="utf-8")
    expected = kept.read_text(encoding="utf-8") if kept.exists() else ""
    if found != expected:
        picture.write_text(ana.app.export_screenshot(), encoding="utf-8")
    else:
        picture.unlink(missing_ok=True)
    assert found == expected, f"{name} looks different: see {picture.name}, or run with --update-snapshots"


def screen_as_text(ana: Reviewer) -> str:
    """The screen's text, a letter for the look of each cell, and what each letter stands for."""
    rows = ana.rows()
    counts: dict[str, int] = {}
    for row in rows:
        for text, style in row:
            counts[_described(style)] = counts.get(_described(style), 0) + len(text)
    commonest = max(counts, key=lambda look: counts[look])
    others = [look for look in counts if look != commonest]
    letter_of = {commonest: _SAME, **dict(zip(others, _LETTERS, strict=False))}
    looks = ("".join(letter_of[_described(style)] * len(text) for text, style in row) for row in rows)
    legend = [f"{letter} {look}" for look, letter in letter_of.items()]
    return "\n".join(
        [ana.text(), "-- looks", *(look.rstrip(_SAME) for look in looks), "-- legend", *legend, ""]
    )


def _described(style: Style) -> str:
    """Colours and attributes of a style, without its meta data."""
    attributes = [name for name in ("bold", "dim", "italic", "underline", "reverse") if getattr(style, name)]
    colours = f"{style.color.name if style.color else '-'} on {style.bgcolor.name if style.bgcolor else '-'}"
    return " ".join([colours, *attributes])
