"""Frames: the ways in which what is said follows its cue, told apart by the letters after it."""

import re
from typing import Final, NamedTuple

NOMINAL: Final = "RtFofaDjNMnpEZ#&Okdg"
"""The letters of words that may stand between a cue and its quotation."""

_NOUNS: Final = "[NMnptEZ#k]{1,6}"
_OBJECT: Final = rf"(?:O|[Dj]{{0,3}}{_NOUNS})"
_PHRASE: Final = (
    r"(?:(?:R|jF|F[no]?)(?=#))?[Dj]{0,3}[NMnptEZ#kdg]{1,8}(?:[Ff][Dj]{0,3}[NMnptEZ#kd]{1,6}){0,3}"
)
_ASIDE: Final = r"(?:,[^,.;:qQ]{1,8},)?"
_FRAMES: Final = re.compile(
    rf"(?P<quote>(?:(?:P(?=[F,:]))?[{NOMINAL}]{{0,16}}?[,:]R?|R{{0,2}})(?=[qQ]))"
    rf"|(?P<colon>[{NOMINAL}]{{0,16}}?:)"
    r"|(?P<that>R{0,2}T)"
    rf"|(?P<laterthat>[RtFo][RtFofaDjNMnpEZ#&]{{0,12}}?T)"
    r"|(?P<told>(?:O|[Dj]{0,3}[NMnpdtEZ#]{1,6})(?:[Fft][tDjNMnpdEZ#k]{1,6}){0,3}T)"
    r"|(?P<wh>R?[wi])"
    rf"|(?P<toldwh>{_OBJECT}[wi])"
    r"|(?P<inf>R{0,2}o(?=R?[eEvxys]))"
    r"|(?P<infn>R{0,2}o(?=n))"
    rf"|(?P<objinf>{_OBJECT}o(?=R?[eEvxyns]))"
    r"|(?P<clausep>R{0,2}[Ph])"
    rf"|(?P<toldclause>{_OBJECT}[Ph])"
    rf"|(?P<clause>{_PHRASE}{_ASIDE}R{{0,2}}[xyvz])"
    rf"|(?P<laterclause>[tF]{_PHRASE}R{{0,2}}[xyvz])"
    rf"|(?P<claused>{_PHRASE}{_ASIDE}R{{0,2}}[sd])"
    r"|(?P<ing>R?[gG])"
    r"|(?P<prep>R{0,2}[FfaoB])"
    r"|(?P<np>R{0,2}[DjNMnptEZk#ds])"
    r"|(?P<pronoun>O)"
    r"|(?P<mixed>,)"
    r"|(?P<end>)"
)
_HEARER: Final = re.compile(rf"{_OBJECT}(?=[.,;:tFwiqQ]|$|R|[ht])")
_CLOSING: Final = re.compile(rf"(?:[RtFo][s{NOMINAL}]{{0,16}})?(?:(?P<comma>[,;)-])|(?P<end>$|Q))")
_FAMILIES: Final = {
    "quote": "quote", "colon": "colon", "that": "clause", "laterthat": "clause", "told": "clause",
    "wh": "clause", "toldwh": "clause", "clausep": "clause", "toldclause": "clause", "clause": "clause",
    "laterclause": "clause", "claused": "claused", "inf": "inf", "infn": "inf", "objinf": "inf", "ing": "ing",
    "prep": "prep", "np": "np", "pronoun": "np", "mixed": "mixed", "end": "end", "according": "according",
    "next": "next", "agent": "agent", "as": "as",
}  # fmt: skip
_AT_END: Final = frozenset({"quote", "colon", "prep"})
_ON_LAST: Final = frozenset(
    {"that", "laterthat", "told", "wh", "toldwh", "inf", "infn", "objinf", "toldclause", "clausep"}
)
CLAUSES: Final = frozenset(
    {"that", "laterthat", "told", "clausep", "clause", "toldclause", "laterclause", "colon"}
)
"""Frames whose content is a clause that may hold further cues."""

WITHOUT_CONTENT: Final = frozenset({"end", "mixed"})
"""Frames in which nothing that is said follows the cue."""


def family(frame: str) -> str:
    """Return the family of a frame: "clause" for all ways to put a subordinate clause."""
    return _FAMILIES[frame]


class Frame(NamedTuple):
    """How a cue goes on."""

    name: str
    """The frame: "that", "quote", "inf"."""
    begin: int
    """The token at which what is said would begin."""
    closing: str
    """What the clause closes with, where only circumstances follow the cue: "end", "comma"; or nothing."""


def frame_after(tags: str, token: int, *, hears: bool = False) -> Frame:
    """Tell what follows a cue.

    Args:
        tags: The letters of the sentence.
        token: The first token after the cue.
        hears: Whether the cue names its hearer first, as "tell" does.

    Returns:
        The frame.
    """
    hearer = _HEARER.match(tags, token) if hears else None
    if hearer:
        token = hearer.end()
    closes = _CLOSING.match(tags, token)
    closing = (closes.lastgroup or "") if closes else ""
    match = _FRAMES.match(tags, token)
    name = (match.lastgroup or "end") if match else "end"
    begin = token
    if match and name in _AT_END:
        begin = match.end()
    elif match and name in _ON_LAST:
        begin = match.end() - 1
    return Frame(name, begin, closing)
