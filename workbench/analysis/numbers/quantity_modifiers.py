"""How a number is qualified ("more than", "or so"), and the interval that this makes of it."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Final, cast

from workbench.analysis.numbers.number_tokens import Sentence
from workbench.tables import Table

_REACH: Final = 34
_OPENING: Final = " \n\"“'‘("
_LASTING: Final = frozenset(
    {"for", "well", "just", "in", "is", "was", "lasted", "of", "than", "after", "took"}
)
_ABOUT: Final = 0.1
_NEARLY: Final = 0.15


class Bound(StrEnum):
    """What a modifier does to a number."""

    ABOVE = "above"
    BELOW = "below"
    ABOUT = "about"
    NEARLY = "nearly"
    EXACTLY = "exactly"

    def interval(self, low: float, high: float) -> tuple[float | None, float | None]:
        """Return the interval that the modifier makes of a number.

        Args:
            low: The number, or the lower bound of a range.
            high: The same, or the upper bound of the range.

        Returns:
            The bounds, None where there is none.
        """
        match self:
            case Bound.ABOVE:
                return low, None
            case Bound.BELOW:
                return (0.0 if high >= 0 else None), high
            case Bound.ABOUT if low == high:
                return low - _ABOUT * abs(low), high + _ABOUT * abs(high)
            case Bound.NEARLY if low == high:
                return low - _NEARLY * abs(low), high
            case _:
                return low, high


class Modifiers:
    """Finds modifiers around a number.

    Args:
        table: The table "quantities".
    """

    def __init__(self, table: Table) -> None:
        before = cast("Mapping[str, str]", table["modifiers"])
        self._before = {phrase: Bound(bound) for phrase, bound in before.items()}
        after = cast("Mapping[str, str]", table["afterwards"])
        self._after = {phrase: Bound(bound) for phrase, bound in after.items()}
        self._by_last_word: dict[str, list[str]] = {}
        for phrase in sorted(self._before, key=len, reverse=True):
            self._by_last_word.setdefault(phrase.split()[-1], []).append(phrase)
        phrases = sorted(self._after, key=len, reverse=True)
        spaced = "|".join(re.escape(phrase) for phrase in phrases if phrase[0].isalpha())
        glued = "|".join(re.escape(phrase) for phrase in phrases if not phrase[0].isalpha())
        self._following = re.compile(rf"(?:\s({spaced})|({glued}))(?![a-z0-9])").match

    def bound(self, modifier: str) -> Bound:
        """Return what a modifier does; EXACTLY for none."""
        return self._before.get(modifier) or self._after.get(modifier) or Bound.EXACTLY

    def before(self, sentence: Sentence, start: int, floor: int, unit_is_time: bool) -> tuple[str, int]:
        """Return the modifier right before an offset and where it begins; "" and the offset for none.

        Args:
            sentence: The sentence.
            start: Where the number begins, its currency sign included.
            floor: Where the last quantity ended; the modifier lies after it.
            unit_is_time: Whether the number is a length of time, where "over" may mean "during".
        """
        lower = sentence.lower
        reach = max(floor, start - _REACH)
        segment = lower[reach:start].rstrip(_OPENING)
        if "\n" in segment:
            segment = segment.replace("\n", " ")
        last = segment[segment.rfind(" ") + 1 :].lstrip(_OPENING)
        for phrase in self._by_last_word.get(last, ()):
            begin = reach + len(segment) - len(phrase)
            if segment.endswith(phrase) and (begin == 0 or not lower[begin - 1].isalnum()):
                if unit_is_time and phrase == "over" and not _lasts(lower, begin):
                    return "", start
                return phrase, begin
        return ("~", start - 1) if lower[start - 1 : start] == "~" else ("", start)

    def after(self, sentence: Sentence, end: int) -> tuple[str, int]:
        """Return the modifier right after an offset and where it ends; "" and the offset for none."""
        match = self._following(sentence.lower, end)
        return (match[1] or match[2], match.end()) if match else ("", end)


def _lasts(lower: str, start: int) -> bool:
    """Tell whether "over" before a length of time means "more than": "for over two days"."""
    return lower[max(0, start - _REACH) : start].rstrip().rpartition(" ")[2] in _LASTING
