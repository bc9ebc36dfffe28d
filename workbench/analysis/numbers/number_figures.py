"""Numbers in figures: "2,000", "10 000", "2.5e6", "1/40"."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from workbench.analysis.numbers.number_tokens import DIGITS, VULGAR, Sentence, Token

_FIGURES: Final = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}|[0-9]+)(?:\.[0-9]+)?")
_POWER: Final = re.compile(
    r"e(?P<e>[+-]?[0-9]{1,2})(?![a-z0-9])"
    r"|\s?[x×*·]\s?10\s?\^?\s?(?P<ten>[+-]?[0-9]{1,2})(?![0-9])"
    r"|\s?[x×*·]\s?(?P<base>[0-9]{1,2})\^(?P<exponent>[+-]?[0-9]{1,2})"
)
_SCIENTIFIC: Final = re.compile(r"\s?[ex×*·±+^][\s0-9/+-]")
_TOLERANCE: Final = re.compile(r"\s?(?:±|\+/-)\s?[0-9][0-9.]*(?:e[+-]?[0-9]{1,3})?")
_MOST_FIGURES: Final = 18
_MOST_OF_FRACTION: Final = 8


@lru_cache(maxsize=4096)
def figures(word: str) -> float | None:
    """Return the value of a number in figures: "2,000.5"; None when they are no number: "1.2.3"."""
    extra = VULGAR.get(word[-1], 0.0)
    if extra:
        word = word[:-1]
    if not word:
        return extra
    if len(word) > _MOST_FIGURES or not (word.isdigit() or _FIGURES.fullmatch(word)):
        return None
    return float(word.replace(",", "")) + extra


def scientific(lower: str, end: int, value: float) -> tuple[float, int]:
    """Apply the power of ten and skip the tolerance that follow a number: "2.5×10^6", "5 ± 0.1".

    Args:
        lower: The sentence in lower case.
        end: Where the number ends.
        value: Its value so far.

    Returns:
        Its value, and where it ends.
    """
    if not _SCIENTIFIC.match(lower, end):
        return value, end
    power = _POWER.match(lower, end)
    if power:
        value, end = value * _factor(power), power.end()
    tolerance = _TOLERANCE.match(lower, end)
    return value, tolerance.end() if tolerance else end


def is_group(tokens: Sequence[Token], j: int, end: int) -> bool:
    """Tell whether a token is three figures more of a number with blanks: "10 000"."""
    if j >= len(tokens):
        return False
    token = tokens[j]
    return (
        token.start == end + 1
        and len(token.word) == 3
        and token.word.isdigit()
        and token.kind & DIGITS != 0
        and tokens[j - 1].word.isdigit()
        and len(tokens[j - 1].word) <= 3
    )


def slash(sentence: Sentence, j: int) -> float:
    """Return the proper fraction "1/40" that begins with a token, or 0."""
    tokens = sentence.tokens
    if (
        j + 1 >= len(tokens)
        or tokens[j + 1].start != tokens[j].end + 1
        or sentence.lower[tokens[j].end] != "/"
    ):
        return 0.0
    above, below = tokens[j].word, tokens[j + 1].word
    if not (
        above.isdigit()
        and below.isdigit()
        and len(above + below) <= _MOST_OF_FRACTION
        and int(above) < int(below)
    ):
        return 0.0
    return int(above) / int(below)


def _factor(power: re.Match[str]) -> float:
    if power["base"]:
        return float(power["base"]) ** int(power["exponent"])
    return float(10.0 ** int(power["e"] or power["ten"]))
