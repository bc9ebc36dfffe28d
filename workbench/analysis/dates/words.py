"""The numbers inside dates: the day of a month, a year, a count of units, in figures or words."""

from collections.abc import Mapping
from typing import Final, NamedTuple, cast

from workbench.analysis.numbers.number_figures import figures
from workbench.analysis.numbers.number_tokens import (
    CARDINAL,
    DIGITS,
    FRACTION,
    ORDINAL,
    UNIT,
    VAGUE,
    YEAR,
    NumberTokens,
    Sentence,
)
from workbench.analysis.numbers.numerals import Numerals

_EARLIEST: Final = 1000
_LATEST: Final = 2999
_LAST_DAY: Final = 31
_YOUNGEST: Final = 40
_MONEY: Final = "$£€¥"


class Count(NamedTuple):
    """A number of units: "two weeks"."""

    number: float
    """How many."""
    unit: str
    """The unit: "week"."""
    start: int
    """Where it begins in the sentence."""
    following: int
    """The token after the unit."""


class DateWords:
    """Reads the numbers of dates.

    Args:
        tokens: The tables, as the tokens know them.
    """

    def __init__(self, tokens: NumberTokens) -> None:
        table = tokens.dates
        self.months = cast("Mapping[str, int]", table["months"])
        self.weekdays = cast("Mapping[str, int]", table["weekdays"])
        self.days = cast("Mapping[str, int]", table["days"])
        self.parts = cast("Mapping[str, str]", table["parts"])
        self.units = cast("Mapping[str, str]", table["units"])
        self.shifts = cast("Mapping[str, int]", table["shifts"])
        self.edges = cast("Mapping[str, str]", table["edges"])
        self.directions = cast("Mapping[str, int]", table["directions"])
        self.seasons = cast("Mapping[str, int]", table["seasons"])
        self.decades = cast("Mapping[str, int]", table["decades"])
        self.unsure = frozenset(table["unsure"])
        self.assuring = frozenset(table["assuring"])
        self.yearly = frozenset(table["yearly"])
        self._cardinals = cast("Mapping[str, int]", tokens.numbers["cardinals"])
        self._ordinals = cast("Mapping[str, int]", tokens.numbers["ordinals"])
        self._numerals = Numerals(tokens.numbers)

    def day(self, sentence: Sentence, i: int) -> tuple[int, int] | None:
        """Return the day of a month that begins with a token, and the token after it."""
        if i >= len(sentence.tokens):
            return None
        token = sentence.tokens[i]
        if token.kind & DIGITS:
            if len(token.word) > 2 or not token.word.isdigit():
                return None
            number, following = int(token.word), i + 1
        else:
            ordinal = self.ordinal(sentence, i) or self._cardinal(sentence, i)
            if not ordinal:
                return None
            number, following = ordinal
        return (number, following) if 1 <= number <= _LAST_DAY else None

    def ordinal(self, sentence: Sentence, i: int) -> tuple[int, int] | None:
        """Return the ordinal that begins with a token ("3rd", "twenty-first"), and the token after it."""
        token = sentence.tokens[i]
        if token.kind & ORDINAL:
            if token.word in self._ordinals:
                return self._ordinals[token.word], i + 1
            return (int(token.word), i + 1) if token.word.isdigit() and len(token.word) < 4 else None
        tens = self._cardinals.get(token.word, 0) if token.kind & CARDINAL else 0
        if tens < 20 or sentence.gap(i) not in ("", "-"):
            return None
        ones = self._ordinals.get(sentence.tokens[i + 1].word, 0)
        return (tens + ones, i + 2) if 0 < ones < 10 else None

    def year(self, sentence: Sentence, i: int, short: bool = False) -> tuple[int, int] | None:
        """Return the year that begins with a token, and the token after it.

        Args:
            sentence: The sentence.
            i: The token.
            short: Whether two figures may be a year: "of 87".
        """
        if i >= len(sentence.tokens):
            return None
        token = sentence.tokens[i]
        if token.kind & YEAR:
            number = int(token.word)
            return (number, i + 1) if _EARLIEST <= number <= _LATEST else None
        if token.kind & DIGITS:
            apostrophe = token.start > 0 and sentence.lower[token.start - 1] == "'"
            if (short or apostrophe) and len(token.word) == 2 and token.word.isdigit():
                return full_year(int(token.word)), i + 1
            return None
        return self._year_in_words(sentence, i) if token.kind & CARDINAL else None

    def count(self, sentence: Sentence, i: int) -> Count | None:
        """Return the number of units that begins with a token: "two weeks", "3 days", "half a year"."""
        tokens = sentence.tokens
        if not tokens[i].kind & (DIGITS | CARDINAL | VAGUE | FRACTION):
            return None
        if i + 1 < len(tokens) and tokens[i + 1].kind & UNIT and tokens[i + 1].kind & FRACTION:
            # "two quarters" of a year, not of a cake
            number = self.plain(sentence, i)
            unit = self.units[tokens[i + 1].word]
            return Count(number[0], unit, tokens[i].start, i + 2) if number and number[1] == i + 1 else None
        numeral = self._numerals.read(sentence, i)
        if numeral is None or numeral.following >= len(tokens):
            return None
        j = numeral.following
        token = tokens[j]
        if numeral.start and sentence.lower[numeral.start - 1] in _MONEY:
            return None
        if not token.kind & UNIT or sentence.gap(j - 1) not in (
            "",
            "-",
            "of",
            "a",
            "an",
            "more",
            "business",
            "working",
        ):
            return None
        if numeral.low != numeral.high and tokens[i].word != "couple":
            return None  # nobody counted: "several weeks"
        return Count(numeral.low, self.units[token.word], numeral.start, j + 1)

    def plain(self, sentence: Sentence, i: int) -> tuple[int, int] | None:
        """Return the whole number, below ten thousand, that begins with a token, and the token after it."""
        if sentence.tokens[i].kind & DIGITS:
            number = whole(sentence.tokens[i].word)
            return (number, i + 1) if number is not None else None
        return self._cardinal(sentence, i)

    def _cardinal(self, sentence: Sentence, i: int) -> tuple[int, int] | None:
        numeral = self._numerals.cardinal(sentence, i) if sentence.tokens[i].kind & CARDINAL else None
        return (int(numeral.low), numeral.following) if numeral and numeral.low <= _LAST_DAY else None

    def _year_in_words(self, sentence: Sentence, i: int) -> tuple[int, int] | None:
        first = self._numerals.cardinal(sentence, i)
        if first is None:
            return None
        if _EARLIEST < first.low < _LATEST and first.low % 1 == 0:
            return int(first.low), first.following
        j = first.following
        if (
            not 10 <= first.low <= 20
            or sentence.gap(j - 1) not in ("", "-")
            or not sentence.tokens[j].kind & CARDINAL
        ):
            return None
        second = self._numerals.cardinal(sentence, j)
        if second is None or not 10 <= second.low <= 99:
            return None
        return int(first.low * 100 + second.low), second.following


def full_year(short: int) -> int:
    """Return the year that two figures stand for: 87 is 1987, 18 is 2018."""
    return short + (2000 if short < _YOUNGEST else 1900)


def whole(word: str) -> int | None:
    """Return the value of a token in figures when it is a whole number below ten thousand."""
    value = figures(word) if len(word) <= 4 else None
    return int(value) if value is not None and value % 1 == 0 else None
