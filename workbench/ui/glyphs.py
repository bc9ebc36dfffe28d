"""The signs of verdicts and states: a verdict is never only a colour."""

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TextIO

from workbench.model.counterparts import Answer
from workbench.model.decision import Decision, State, Verdict

if TYPE_CHECKING:
    from textual.app import App

ASCII_CLASS: Final = "-ascii"
"""The class of the application, for stylesheets, where ASCII signs are shown."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Glyphs:
    """One cell for each way a claim can stand or be answered, and the lines that are drawn.

    There are two sets of them, told apart by identity. No two signs that can stand in one place are the same,
    the ellipsis may have several cells.
    """

    confirmed: str = "✓"
    disputed: str = "✗"
    unverified: str = "?"
    unreviewed: str = "·"
    parked: str = "~"
    not_checkable: str = "o"
    not_a_claim: str = "-"
    same: str = "="
    differs: str = "≈"
    conflict: str = "≠"
    copied: str = "≡"
    silent: str = "–"
    note: str = "✎"
    mark: str = "*"
    pin: str = "◆"
    bar: str = "▌"
    full: str = "━"
    empty: str = "─"
    ellipsis: str = "…"
    dot: str = "·"
    rule: str = "│"

    def plain(self, text: str) -> str:
        """Return a line that the program says, without signs that the terminal cannot show."""
        return text if self is not ASCII else text.translate(_IN_ASCII)

    def of(self, decision: Decision) -> str:
        """Return the sign of a decision."""
        if decision.verdict is Verdict.CONFIRMED:
            return self.confirmed
        if decision.verdict is Verdict.DISPUTED:
            return self.disputed
        if decision.verdict is Verdict.UNVERIFIED:
            return self.unverified
        if decision.state is State.PARKED:
            return self.parked
        if decision.state is State.NOT_CHECKABLE:
            return self.not_checkable
        return self.not_a_claim if decision.state is State.NOT_A_CLAIM else self.unreviewed

    def of_answer(self, answer: Answer) -> str:
        """Return the sign of what an article says about a claim."""
        return {
            Answer.SAME: self.same,
            Answer.DIFFERS: self.differs,
            Answer.CONFLICT: self.conflict,
            Answer.COPIED: self.copied,
            Answer.SILENT: self.silent,
        }[answer]


_IN_ASCII: Final = str.maketrans({"“": '"', "”": '"', "·": "|", "–": "-", "→": "->", "…": ".."})
"""How the signs in what the program says are written in ASCII; text of articles stays as it is."""

UNICODE = Glyphs()
ASCII = Glyphs(
    confirmed="+",
    disputed="x",
    unreviewed=".",
    parked="p",
    differs="~",
    conflict="!",
    copied="#",
    silent="_",
    note="n",
    pin="@",
    bar=">",
    full="=",
    empty="-",
    ellipsis="..",
    dot="|",
    rule="|",
)


def glyphs_of(app: "App[object]") -> Glyphs:
    """Return the signs that the screens of an application show."""
    return ASCII if app.has_class(ASCII_CLASS) else UNICODE


def fitting_glyphs(terminal: TextIO | None, *, ascii_wanted: bool = False) -> Glyphs:
    """Return the signs that a terminal can show: ASCII on the Linux console and outside Unicode.

    Args:
        terminal: What the screen is written to.
        ascii_wanted: Whether to use ASCII in any case.
    """
    if ascii_wanted:
        return ASCII
    encoding = (getattr(terminal, "encoding", None) or "utf-8").lower()
    plain = os.environ.get("TERM") == "linux" or not encoding.startswith("utf")
    return ASCII if plain else UNICODE
