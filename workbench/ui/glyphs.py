"""The signs of verdicts and states: a verdict is never only a colour."""

import os
from dataclasses import dataclass
from typing import TextIO

from workbench.model.decision import Decision, State, Verdict


@dataclass(frozen=True, slots=True)
class Glyphs:
    """One cell for each way a claim can stand, and the lines that are drawn."""

    confirmed: str = "✓"
    disputed: str = "✗"
    unverified: str = "?"
    unreviewed: str = "·"
    parked: str = "~"
    not_checkable: str = "o"
    not_a_claim: str = "-"
    note: str = "✎"
    mark: str = "*"
    bar: str = "▌"
    full: str = "━"
    empty: str = "─"
    ellipsis: str = "…"
    dot: str = "·"
    rule: str = "│"

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


UNICODE = Glyphs()
ASCII = Glyphs(
    confirmed="+",
    disputed="x",
    unreviewed=".",
    note="n",
    bar=">",
    full="=",
    empty="-",
    ellipsis="~",
    dot="-",
    rule="|",
)


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
