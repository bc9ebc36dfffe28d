"""Sources: the phrase that a cue belongs to, before it, after it, or shared with an earlier verb."""

import re
from typing import Final

from workbench.analysis.speech.speakers_phrases import before
from workbench.analysis.speech.tokens import Sentence, Tokens

_FINITE: Final = re.compile(r"[vxyszd]")
_CLAUSE_FIRST: Final = re.compile(r"[Bi][^.;:qQ]*?[vxyszd][^.;:qQ,]*,(?=[DjNnpEMP#])")
"""A subordinate clause before the main one: "Though rain has fallen for days, the town ..."."""
_OWNERS: Final = frozenset({"his", "her", "their", "my", "our", "its"})


def source_of(sentence: Sentence, token: int, earlier: Tokens | None) -> tuple[Tokens | None, str]:
    """Find who a cue belongs to.

    Args:
        sentence: The sentence.
        token: The cue.
        earlier: The source of the cue before it in the same sentence, or None.

    Returns:
        The source's tokens or None, and how it was found: "before", "possessor", "shared", "none".
    """
    tags = sentence.tags
    tag, left = tags[token], tags[token - 1] if token else ""
    if tag == "k":
        return _possessor(sentence, token)
    is_joined = left == "&" or (tag == "G" and left in (",", "-", "F", "f")) or (tag in "eE" and left == "o")
    phrase = None if is_joined else before(sentence, token)
    if phrase is not None:
        return phrase, "before"
    return _shared(sentence, token, earlier)


def _possessor(sentence: Sentence, token: int) -> tuple[Tokens | None, str]:
    """Find whose claim it is: "the mayor's claim", "his claim"."""
    tags = sentence.tags
    at = token - 1
    while at > 0 and tags[at] in "nNEZRgd":
        at -= 1
    if at >= 0 and tags[at] == "M":
        begin = at
        while begin > 0 and tags[begin - 1] in "NnpDj":
            begin -= 1
        return (begin, at + 1), "possessor"
    if at >= 0 and tags[at] == "D" and sentence.words[at] in _OWNERS:
        return (at, at + 1), "possessor"
    return None, "none"


def _shared(sentence: Sentence, token: int, earlier: Tokens | None) -> tuple[Tokens | None, str]:
    """Take the source of an earlier cue, or the subject of the sentence's first verb."""
    if earlier is not None:
        return earlier, "shared"
    clause = _CLAUSE_FIRST.match(sentence.tags, 0, token)
    finite = _FINITE.search(sentence.tags, clause.end() if clause else 0, token)
    phrase = before(sentence, finite.start()) if finite else None
    return (phrase, "shared") if phrase else (None, "none")
