"""Noun phrases next to a verb: the shallow chunker that finds who speaks, on tags alone."""

import re
from typing import Final

from workbench.analysis.attributions_tokens import Tagged

_CORE: Final = r"(?:\)[^().]{1,12}\()?[NnptEZk#Mdg]+D{0,3}|D"
_CHAIN: Final = rf"(?:{_CORE})(?:[Ffao](?:{_CORE})){{0,6}}"
_EDGE: Final = r"(?=[,.QqBTKi(:;*-]|$)"
_RELATIVE: Final = rf"[^,.;:qQKB&WT]{{1,14}}?(?:W|T(?=[NnpEP]))(?:{_CHAIN}|P)"
_BEFORE: Final = re.compile(
    rf"(?P<aux>[Rxy]{{0,5}})(?:(?P<pronoun>[PhW])|"
    rf"(?P<phrase>{_CHAIN}&(?:{_CHAIN}){_EDGE}|{_CHAIN}(?:{_RELATIVE})?))"
)
_AUXILIARIES: Final = re.compile(r"[Rxy]*")
_AFTER: Final = re.compile(
    r"(?:P|D{0,3}(?:[NnptEZkM#dg]|\([^().]{1,12}\))+(?:[Ffa]D{0,3}[NnptEZkM#dg]+)*"
    r"(?:&D{0,3}[NnptEZkM#d]+(?=[.,Q]|$))?)"
    r"(?P<more>,[DnpWNFd][^.QqG;:]{0,60}?(?=[.Q;]|,[BKG&]|,?q|$),?)?"
)

Tokens = tuple[int, int]
"""The first token of a run and one past its last."""


def before(tagged: Tagged, token: int, first: int) -> Tokens | None:
    """Find the noun phrase that ends right before a verb, its auxiliaries left out.

    Args:
        tagged: The paragraph.
        token: The verb.
        first: The first token of its sentence.

    Returns:
        The phrase, with the apposition or relative clause that belongs to it, or None.
    """
    size = len(tagged.tags)
    edge = size - _AUXILIARIES.match(tagged.backwards, size - token, size - first).end()  # type: ignore[union-attr]
    if edge > first and tagged.tags[edge - 1] == ",":
        return _before_comma(tagged, edge - 1, first)
    match = _BEFORE.match(tagged.backwards, size - token, size - first)
    if match is None:
        return None
    return _trimmed(tagged.tags, size - match.end(), size - match.end("aux"))


def _before_comma(tagged: Tagged, comma: int, first: int) -> Tokens | None:
    """Find the phrase that an apposition or relative clause between commas belongs to."""
    tags, size = tagged.tags, len(tagged.tags)
    opening = tags.rfind(",", first, comma)
    while opening > first:
        if tags[opening + 1] in "WDnpNFdg#" and tags[opening - 1] in "NpnZ)EtP":
            match = _BEFORE.match(tagged.backwards, size - opening, size - first)
            if match and not match.group("aux"):
                trimmed = _trimmed(tags, size - match.end(), opening)
                if trimmed is not None:
                    return trimmed[0], comma + 1
        opening = tags.rfind(",", first, opening)
    return None


def after(tagged: Tagged, token: int, last: int) -> Tokens | None:
    """Find the noun phrase that begins at a token, appositions included.

    Args:
        tagged: The paragraph.
        token: Where the phrase begins.
        last: One past the last token of the sentence.

    Returns:
        The phrase, or None.
    """
    match = _AFTER.match(tagged.tags, token, last)
    return (token, match.end()) if match and match.end() > token else None


def _trimmed(tags: str, begin: int, end: int) -> Tokens | None:
    """Leave out the day and the participles before the phrase proper."""
    while end - begin > 1 and tags[begin] in "tdg":
        begin += 1
    return (begin, end) if begin < end else None
