"""Noun phrases next to a verb: the shallow chunker that finds who speaks, on tags alone."""

import re
from typing import Final

from workbench.analysis.speech.tokens import Sentence, Tokens

# The patterns for what stands before a verb read backwards. Runs are bounded, so that none can blow up.
_CORE: Final = r"(?:\)[^().]{1,12}\()?[NnptEZk#Mdg]{1,40}(?:[Dj]{1,3}|T(?=[,.QK-]|$))?|[Dj]"
_CHAIN: Final = rf"(?:{_CORE})(?:[Ffao](?:{_CORE})){{0,6}}"
_EDGE: Final = r"(?=[,.QqBTKi(:;*-]|$)"
_RELATIVE: Final = rf"[^,.;:qQKB&WT]{{1,14}}?(?:W|T(?=[NnpEP]))(?:{_CHAIN}|P)"
_BEFORE: Final = re.compile(
    rf"(?P<aux>[Rxy]{{0,5}})(?:(?P<pronoun>[PhW])|"
    rf"(?P<phrase>{_CHAIN}&(?:{_CHAIN}){_EDGE}|{_CHAIN}(?:{_RELATIVE})?))"
)
_AUXILIARIES: Final = re.compile(r"[Rxy]{0,8}")
_NOUNS: Final = r"(?:[NnptEZkM#dg]|\([^().]{1,12}\)){1,40}"
_AFTER: Final = re.compile(
    rf"(?:P|[Dj]{{0,3}}{_NOUNS}(?:[Ffa][Dj]{{0,3}}[NnptEZkM#dg]{{1,40}}){{0,6}}"
    r"(?:&[Dj]{0,3}[NnptEZkM#d]{1,40}(?=[.,Q]|$))?)"
    r"(?P<more>,(?:[Dj][DjnpNMEZtk#gdRFf&]{1,30}(?:[WTdg][^,.;:Qq]{0,40}?)?|[np][npNMEtk#Ff&]{1,20}|N{2,4}(?=[,.Q]|$)|W[^,.;:Qq]{1,40}?)"
    r"(?:,|(?=[.Q;]|$)))?"
)
_MOST_COMMAS: Final = 4


def before(sentence: Sentence, token: int) -> Tokens | None:
    """Find the noun phrase that ends right before a verb, its auxiliaries left out.

    Args:
        sentence: The sentence.
        token: The verb.

    Returns:
        The phrase, with the apposition or relative clause that belongs to it, or None.
    """
    tags, size = sentence.tags, sentence.size
    match = _BEFORE.match(sentence.backwards, size - token)
    if match is not None:
        return _trimmed(tags, size - match.end(), size - match.end("aux"))
    auxiliaries = _AUXILIARIES.match(sentence.backwards, size - token)
    edge = size - auxiliaries.end() if auxiliaries else token
    if edge > 0 and tags[edge - 1] == ",":
        return _before_comma(sentence, edge - 1)
    return None


def after(sentence: Sentence, token: int, *, leads: bool = False) -> Tokens | None:
    """Find the noun phrase that begins at a token, appositions included.

    Args:
        sentence: The sentence.
        token: Where the phrase begins.
        leads: Whether the phrase stands before the clause: what follows its comma may be that clause.

    Returns:
        The phrase, or None.
    """
    match = _AFTER.match(sentence.tags, token)
    if match is None:
        return None
    end = match.end()
    if leads and match["more"] and (end >= sentence.size or not match["more"].endswith(",")):
        end = match.start("more")
    return token, end


def _before_comma(sentence: Sentence, comma: int) -> Tokens | None:
    """Find the phrase that an apposition or relative clause between commas belongs to."""
    tags, size = sentence.tags, sentence.size
    opening = tags.rfind(",", 0, comma)
    for _ in range(_MOST_COMMAS):
        if opening <= 0:
            return None
        if tags[opening + 1] in "WDjnpNFdgGs#" and tags[opening - 1] in "NpnZ)EtP":
            match = _BEFORE.match(sentence.backwards, size - opening)
            if match and not match["aux"]:
                return _trimmed(tags, size - match.end(), opening)[0], comma + 1
        opening = tags.rfind(",", 0, opening)
    return None


def _trimmed(tags: str, begin: int, end: int) -> Tokens:
    """Leave out the day and the participles before the phrase proper."""
    at_edge = begin == 0 or tags[begin - 1] in ",.qQ-"
    while end - begin > 1 and (tags[begin] == "t" or (tags[begin] in "dg" and not at_edge)):
        begin += 1
    return begin, end
