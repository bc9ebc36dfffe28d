"""Where a date may begin: a quick look at a token and its neighbours, before anything is read."""

import re
from typing import Final

from workbench.analysis.numbers.number_tokens import (
    CARDINAL,
    DAYWORD,
    DECADE,
    DIGITS,
    DIRECTION,
    EDGE,
    FRACTION,
    HOLIDAY,
    MONTH,
    MULTIPLIER,
    ORDINAL,
    PART,
    QUARTER,
    SEASON,
    SHIFT,
    UNIT,
    VAGUE,
    WEEKDAY,
    YEAR,
    Sentence,
)

_SURE: Final = MONTH | WEEKDAY | DAYWORD | HOLIDAY | QUARTER | DECADE | YEAR
_NUMBER: Final = DIGITS | CARDINAL | ORDINAL | VAGUE | FRACTION
_NAMED: Final = MONTH | WEEKDAY | DAYWORD | HOLIDAY | SHIFT
_AFTER_SHIFT: Final = _SURE | UNIT | PART | SEASON | SHIFT | _NUMBER
_AFTER_EDGE: Final = _SURE | UNIT | SHIFT | ORDINAL | DIGITS | SEASON
_AFTER_UNIT: Final = DIRECTION | SHIFT | WEEKDAY | MONTH | DAYWORD | DIGITS | ORDINAL | EDGE | HOLIDAY | UNIT
_AFTER_PART: Final = WEEKDAY | MONTH | DAYWORD | DIGITS | ORDINAL | CARDINAL | SHIFT | HOLIDAY
_NEAR: Final = 14
_DIRECTED: Final = re.compile(
    r"'?,? (?:ago|earlier|later|hence|before|after|from|since|prior|following|starting|beginning|commencing"
    r"|and|in|of|[0-9])\b"
)
_AHEAD: Final = ("in ", "within ", "in a ", "within a ", "in an ", "in about ")


def may_start(sentence: Sentence, i: int) -> bool:
    """Tell whether a date may begin with a token; most numbers of a text are none.

    Args:
        sentence: The sentence.
        i: The token.

    Returns:
        False only where no date can begin.
    """
    tokens = sentence.tokens
    token = tokens[i]
    kind = token.kind
    if kind & _SURE:
        return True
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    near = after.kind if after and after.start - token.end <= _NEAR else 0
    if kind & _NUMBER and (near or kind & (DIGITS | ORDINAL)) and _number_may_start(sentence, i, near):
        return True
    if kind & UNIT:
        return token.word == "weekend" or near & _AFTER_UNIT != 0 or _is_directed(sentence, i, i)
    if kind & SHIFT:
        return near & _AFTER_SHIFT != 0
    if kind & EDGE:
        return near & _AFTER_EDGE != 0
    if kind & PART:
        return near & _AFTER_PART != 0
    return bool(kind & SEASON and near & YEAR) or token.word == "now"


def _number_may_start(sentence: Sentence, i: int, near: int) -> bool:
    tokens = sentence.tokens
    token = tokens[i]
    if near & UNIT:
        return token.kind & ORDINAL != 0 or _is_directed(sentence, i, i + 1)
    if near & (_NAMED | PART):
        return True
    if token.start and sentence.lower[token.start - 1] == "/":
        return False
    following = sentence.lower[token.end : token.end + 1]
    if token.kind & DIGITS and (following in ("/", "s", "'") or token.word.count(".") == 2):
        return True
    if token.kind & ORDINAL and sentence.lower.endswith("on the ", 0, token.start):
        return True
    if near & (_NUMBER | MULTIPLIER):
        # "9 to 12 June", "twenty two years ago", "nineteen ninety-six"
        further = 0
        for other in tokens[i + 2 : i + 5]:
            further |= other.kind
        if further & (_NAMED | DIRECTION) or (further & UNIT and _is_directed(sentence, i, i + 2)):
            return True
        return token.kind & CARDINAL != 0 and sentence.words_before(token.start, 8)[-1:] in (
            ["in"],
            ["since"],
        )
    return False


def _is_directed(sentence: Sentence, i: int, unit: int) -> bool:
    """Tell whether a length of time leads to a date: "two weeks ago", "in 3 days"."""
    if sentence.lower.endswith(_AHEAD, 0, sentence.tokens[i].start):
        return True
    return _DIRECTED.match(sentence.lower, sentence.tokens[unit].end) is not None
