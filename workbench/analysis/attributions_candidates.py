"""Candidates: every way a cue in a paragraph may attribute words of its sentence to somebody."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from workbench.analysis.attributions_lexicon import Cue, Lexicon
from workbench.analysis.attributions_tokens import Tagged
from workbench.analysis.speakers_phrases import Tokens, after, before

_CUES: Final = re.compile(r"[szeGEZkc]")
_NOMINAL: Final = "RtFofaDNMnpEZ#&Okdg"
_PHRASE: Final = r"D{0,3}[NMnptEZ#kdg]{1,8}(?:[Ff]D{0,3}[NMnptEZ#kd]{1,6}){0,3}"
_FRAMES: Final = re.compile(
    rf"(?P<quote>(?:[{_NOMINAL}]{{0,16}}?[,:]R?|R{{0,2}}T?)(?=[qQ]))"
    rf"|(?P<colon>[{_NOMINAL}]{{0,16}}?:)"
    r"|(?P<that>R{0,2}T)"
    r"|(?P<laterthat>[RtFo][RtFofaDNMnpEZ#&]{0,12}?T)"
    r"|(?P<told>(?:O|D{0,3}[NMnptEZ#]{1,6})(?:[Ft][tDNMnpEZ#]{1,5})?T)"
    r"|(?P<wh>R?[wi])"
    r"|(?P<toldwh>(?:O|D{0,3}[NMnptEZ#]{1,6})[wi])"
    r"|(?P<inf>R{0,2}o(?=R?[eEvxys]))"
    r"|(?P<infn>R{0,2}o(?=n))"
    r"|(?P<objinf>(?:O|D{0,3}[NMnptEZ#]{1,6})o(?=R?[eEvxyns]))"
    r"|(?P<clausep>R{0,2}[Ph])"
    r"|(?P<toldclause>(?:O|D{0,3}[NMnptEZ#]{1,6})[Ph])"
    rf"|(?P<clause>{_PHRASE}R{{0,2}}[xyvz])"
    rf"|(?P<laterclause>[tF]{_PHRASE}R{{0,2}}[xyvz])"
    rf"|(?P<claused>{_PHRASE}R{{0,2}}[sd])"
    r"|(?P<ing>R?[gG])"
    r"|(?P<prep>R{0,2}[FfaoB])"
    r"|(?P<np>R{0,2}[DNMnptEZk#Vds])"
    r"|(?P<pronoun>O)"
    r"|(?P<mixed>,)"
    r"|(?P<end>)"
)
_STARTS_AT_END: Final = frozenset({"quote", "colon"})
_STARTS_ON_LAST: Final = frozenset(
    {"that", "laterthat", "told", "wh", "toldwh", "inf", "infn", "objinf", "toldclause", "clausep"}
)


class Side(StrEnum):
    """Where the content of a candidate lies, seen from its cue."""

    RIGHT = "right"
    LEFT = "left"
    AROUND = "around"


@dataclass(slots=True)
class Candidate:
    """One way to read one cue."""

    token: int
    """The cue's token."""
    tag: str
    """The cue's tag."""
    cue: Cue
    """The cue's entry in the lexicon."""
    side: Side
    """Where the content lies."""
    frame: str
    """What follows the cue."""
    source: Tokens | None
    """The tokens of the source's phrase."""
    source_kind: str
    """How the source was found: "before", "after", "shared"."""
    contents: list[Tokens]
    """The tokens of the content, in order."""
    sentence: Tokens
    """The tokens of the sentence."""


def candidates(tagged: Tagged, lexicon: Lexicon) -> Iterator[Candidate]:
    """Give the candidates of one paragraph.

    Args:
        tagged: The paragraph.
        lexicon: The cues.

    Yields:
        Candidates in the order of their cues; one cue may have several.
    """
    tags = tagged.tags
    previous: Candidate | None = None
    for match in _CUES.finditer(tags):
        token = match.start()
        if tags[token] == "c":
            yield from _according(tagged, token)
            continue
        cue = lexicon.cues.get(tagged.word(token))
        if cue is None:
            continue
        sentence = tagged.sentence(token)
        for candidate in _of_verb(tagged, token, cue, sentence, previous):
            previous = candidate
            yield candidate


_ACCORDING = Cue("according", ("according",))


def _according(tagged: Tagged, token: int) -> Iterator[Candidate]:
    tags = tagged.tags
    first, last = tagged.sentence(token)
    if tags[token + 1 : token + 2] != "o":
        return
    source = after(tagged, token + 2, last)
    if source is None:
        return
    if token == first or (token - first <= 2 and tags[first] in "&KRB"):
        begin = source[1] + 1 if tags[source[1] : source[1] + 1] == "," else source[1]
        contents = [(begin, last)]
        side = Side.RIGHT
    else:
        edge = token - 1 if tags[token - 1] == "," else token
        contents = [(first, edge)]
        side = Side.LEFT
        if tags[source[1] : source[1] + 1] == "," and tags[source[1] + 1 : source[1] + 2] not in ("&", "K", "B", "G"):
            contents.append((source[1] + 1, last))
            side = Side.AROUND
    contents = [(a, b) for a, b in contents if b > a]
    if contents:
        yield Candidate(token, "c", _ACCORDING, side, "according", source, "after", contents, (first, last))


def _of_verb(
    tagged: Tagged, token: int, cue: Cue, sentence: Tokens, previous: Candidate | None
) -> Iterator[Candidate]:
    tags = tagged.tags
    first, last = sentence
    match = _FRAMES.match(tags, token + 1, last if last < len(tags) else len(tags))
    frame = (match.lastgroup or "end") if match else "end"
    stop = match.end() if match else token + 1
    source, kind = _source(tagged, token, sentence, previous)
    begin = token + 1
    if frame in _STARTS_AT_END:
        begin = stop
    elif frame in _STARTS_ON_LAST:
        begin = stop - 1
    elif frame == "prep":
        begin = stop
    elif frame == "laterclause":
        begin = token + 1
    tag = tags[token]
    if frame not in ("end", "mixed") and begin < last:
        end = _right_end(tagged, begin, last, tag)
        if end > begin:
            yield Candidate(token, tag, cue, Side.RIGHT, frame, source, kind, [(begin, end)], sentence)
    if tag in "szZeE":
        yield from _left(tagged, token, cue, sentence, frame, source, kind)


_GERUND = re.compile(r",R?G|,?c|,[K&BR]?[DNnpEMt#]{0,8}R{0,2}[szZ]")


def _right_end(tagged: Tagged, begin: int, last: int, tag: str) -> int:
    match = _GERUND.search(tagged.tags, begin + 1, last)
    return match.start() if match else last


def _left(
    tagged: Tagged, token: int, cue: Cue, sentence: Tokens, frame: str, source: Tokens | None, kind: str
) -> Iterator[Candidate]:
    """Give the candidates whose content stands before the source and its verb."""
    tags = tagged.tags
    first, last = sentence
    edge = source[0] if source and kind == "before" else token
    boundary = tags[edge - 1] if edge > 0 else ""
    if edge == first and boundary not in ("q", "Q"):
        return
    if kind != "before" and edge > first:
        inverted = after(tagged, token + 1, last)
        if inverted is not None:
            source, kind = inverted, "after"
    if boundary in ("q", "Q"):
        contents = [(first if edge > first else edge - 1, edge)]
    elif boundary in (",", "-") and edge - 1 > first:
        contents = [(first, edge - 1)]
    else:
        return
    yield Candidate(token, tags[token], cue, Side.LEFT, frame, source, kind, contents, sentence)
    following = max(token + 1, source[1] if source else 0)
    rest = _REST.match(tags, following, last)
    if rest and rest.end() < last:
        end = _right_end(tagged, rest.end(), last, tags[token])
        if end > rest.end():
            yield Candidate(
                token, tags[token], cue, Side.AROUND, frame, source, kind, [*contents, (rest.end(), end)], sentence
            )


_REST = re.compile(rf"[{_NOMINAL}]{{0,12}}?(?:,R?|:|(?=[qQ]))")


def _source(
    tagged: Tagged, token: int, sentence: Tokens, previous: Candidate | None
) -> tuple[Tokens | None, str]:
    """Find who a verb belongs to: the phrase before it, or the source it shares with an earlier verb."""
    tags = tagged.tags
    tag = tags[token]
    first = sentence[0]
    before_it = tags[token - 1] if token > first else ""
    if tag == "k" or (tag in "EZ" and before_it in "MD"):
        return _possessor(tagged, token, sentence)
    if tag == "G" and before_it in (",", "&", "-") or before_it == "&" or (tag in "eE" and before_it == "o"):
        return _shared(tagged, token, sentence, previous)
    phrase = before(tagged, token, first)
    if phrase is None:
        return _shared(tagged, token, sentence, previous)
    if tag == "G" and tags[token - 1] in "Ff":
        return _shared(tagged, token, sentence, previous)
    return phrase, "before"


def _possessor(tagged: Tagged, token: int, sentence: Tokens) -> tuple[Tokens | None, str]:
    tags = tagged.tags
    at = token - 1
    while at > sentence[0] and tags[at] in "nNEZRgd":
        at -= 1
    if at >= sentence[0] and tags[at] == "M":
        begin = at
        while begin > sentence[0] and tags[begin - 1] in "NnpD":
            begin -= 1
        return (begin, at + 1), "possessor"
    if at >= sentence[0] and tags[at] == "D" and tagged.word(at) in ("his", "her", "their", "my", "our", "its"):
        return (at, at + 1), "possessor"
    return None, "none"


def _shared(
    tagged: Tagged, token: int, sentence: Tokens, previous: Candidate | None
) -> tuple[Tokens | None, str]:
    if previous is not None and previous.sentence == sentence and previous.source:
        return previous.source, "shared"
    finite = _FINITE.search(tagged.tags, sentence[0], token)
    if finite:
        phrase = before(tagged, finite.start(), sentence[0])
        if phrase:
            return phrase, "shared"
    return None, "none"


_FINITE = re.compile(r"[vxyszd]")
