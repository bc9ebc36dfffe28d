"""Dates in figures joined by strokes, dots or hyphens: 2018-02-07, 7/2/2018, 07-Feb-2018."""

from typing import Final

from workbench.analysis.dates.calendar_periods import Period, days, month, valid_date
from workbench.analysis.dates.reading import Found, Reading
from workbench.analysis.dates.words import DateWords, full_year, whole
from workbench.analysis.numbers.number_tokens import DIGITS, MONTH, Sentence, Token

_JOINTS: Final = "/-.–"
_ONLY: Final = frozenset({"24/7", "9/11", "50/50", "20/20", "9/10"})
_MONTHLY: Final = frozenset(
    {
        "on",
        "by",
        "until",
        "till",
        "from",
        "before",
        "after",
        "since",
        "between",
        "this",
        "next",
        "last",
        "and",
        "or",
        "dated",
        "to",
    }
)
_SMALL: Final = 13


class NumericDates:
    """Reads dates in figures.

    Args:
        words: The names of the months.
    """

    def __init__(self, words: DateWords) -> None:
        self._months = words.months

    def read(self, reading: Reading, i: int, in_range: bool = False) -> Found | None:
        """Read the numeric date that begins with a token.

        Args:
            reading: The sentence.
            i: The token, in figures or the name of a month.
            in_range: Whether a weekday or a range stands around it, so that "10-7" may be a day.

        Returns:
            The date, or None.
        """
        sentence = reading.sentence
        tokens, joint = _joined(sentence, i)
        start = tokens[0].start
        if start != reading.joint and _is_glued_before(sentence, start, tokens[0]):
            return None
        if len(tokens) == 1:
            return self._single(reading, i, tokens[0], in_range)
        period = None
        if len(tokens) == 3:
            period = self._full(reading, [token.word for token in tokens], joint)
        elif not in_range and self._is_year_first(tokens):
            period = self._year_month(tokens)
        if period is None and len(tokens) >= 2 and (len(tokens) == 2 or in_range):
            tokens = tokens[:2]
            period = self._short(reading, tokens, joint, in_range)
        if period is None:
            return None
        return Found(period, start, tokens[-1].end, i + len(tokens))

    def _single(self, reading: Reading, i: int, token: Token, in_range: bool) -> Found | None:
        """Read "20180207", "7.2.2018", and after a weekday "7.2"."""
        word, period = token.word, None
        parts = word.split(".")
        if len(word) == 8 and word.isdigit() and word[:2] in ("19", "20"):
            period = _day(int(word[:4]), int(word[4:6]), int(word[6:]))
        elif len(parts) == 3 and all(part.isdigit() for part in parts):
            period = self._full(reading, parts, ".")
        elif len(parts) == 2 and in_range:
            period = self._month_day(reading, token.start, whole(parts[0]), whole(parts[1]))
        return Found(period, token.start, token.end, i + 1) if period else None

    def _full(self, reading: Reading, parts: list[str], joint: str) -> Period | None:
        """Read year, month and day in whatever order their look allows."""
        named = [place for place, part in enumerate(parts) if part in self._months]
        if len(named) > 1:
            return None
        years = [place for place, part in enumerate(parts) if len(part) == 4 and part.isdigit()]
        place = years[0] if years else 2
        numbers = [self._months.get(part) or (whole(part) if len(part) <= 4 else None) for part in parts]
        if any(number is None for number in numbers) or len(years) > 1:
            return None
        values = [number or 0 for number in numbers]
        stated = values.pop(place)
        year = stated if years else full_year(stated)
        if not years and (len(parts[2]) != 2 or (joint == "-" and not named)):
            return None
        if named:
            month_place = named[0] - (named[0] > place)
            number, day = values[month_place], values[1 - month_place]
        elif place == 0 or (joint != "." and values[0] < _SMALL):
            number, day = values
        else:
            day, number = values
        if number >= _SMALL and day < _SMALL:
            number, day = day, number
        return _day(year, number, day)

    @staticmethod
    def _is_year_first(tokens: list[Token]) -> bool:
        return any(len(token.word) == 4 and token.word.isdigit() for token in tokens)

    def _year_month(self, tokens: list[Token]) -> Period | None:
        """Read "2015-3", "12/2015", "Dec-2018"; not "2014-2018"."""
        first, second = tokens[0].word, tokens[1].word
        year, other = (first, second) if len(first) == 4 and first.isdigit() else (second, first)
        number = self._months.get(other) or (whole(other) if len(other) <= 2 else None)
        if (
            not number
            or number >= _SMALL
            or (year == first and len(other) == 2 and int(year[2:]) + 1 == number)
        ):
            return None
        if not 1000 <= int(year) < 3000:
            return None
        period = month(int(year), number)
        return period.stated() if period else None

    def _short(self, reading: Reading, tokens: list[Token], joint: str, in_range: bool) -> Period | None:
        """Read month and day without a year: "Oct/2", "22/04"."""
        first, second = tokens[0].word, tokens[1].word
        start = tokens[0].start
        if first in self._months or second in self._months:
            number = self._months.get(first) or self._months.get(second)
            return self._month_day(reading, start, number, whole(second if first in self._months else first))
        if len(first) > 2 or len(second) > 2 or f"{first}/{second}" in _ONLY:
            return None
        if joint != "/" and not in_range:
            return None
        one, two = whole(first), whole(second)
        cued = in_range or reading.last_word(start) in _MONTHLY
        if one is None or two is None or not (cued or two >= _SMALL or "0" in (first[0], second[0])):
            return None
        if not cued and _is_measured(reading.sentence, tokens[1].end):
            return None
        return self._month_day(reading, start, one, two)

    @staticmethod
    def _month_day(reading: Reading, start: int, number: int | None, day: int | None) -> Period | None:
        if number is None or day is None:
            return None
        if number >= _SMALL and day < _SMALL:
            number, day = day, number
        return reading.nearest(start, number, day)


def may_be_numeric(sentence: Sentence, token: Token) -> bool:
    """Tell whether a date in figures may begin with a token; most begin none."""
    return (
        sentence.lower[token.end : token.end + 1] in ("/", "-", ".", "–")
        or "." in token.word
        or len(token.word) == 8
    )


def _joined(sentence: Sentence, i: int) -> tuple[list[Token], str]:
    """Return the tokens that one kind of joint glues together, three at most, and the joint."""
    tokens = sentence.tokens
    found, joint = [tokens[i]], ""
    for token in tokens[i + 1 : i + 4]:
        between = sentence.lower[found[-1].end : token.start]
        if len(between) != 1 or between not in _JOINTS or (joint and between != joint):
            break
        if not token.kind & (DIGITS | MONTH):
            break
        if len(found) == 3:
            # Four glued numbers are a telephone number, unless they are two dates.
            return found[:1] if found[2].end - found[2].start > 2 else found[:2], joint
        found.append(token)
        joint = between
    return found, joint


def _is_glued_before(sentence: Sentence, start: int, token: Token) -> bool:
    lower = sentence.lower
    if start < 2 or lower[start - 1] not in "/-.–:$£€#":
        return start > 0 and lower[start - 1] in "$£€#"
    is_iso = len(token.word) in (4, 8) and lower[start - 1] in "-/" and not lower[start - 2].isdigit()
    return lower[start - 2].isalnum() and not is_iso


def _is_measured(sentence: Sentence, end: int) -> bool:
    """Tell whether a fraction is measured or divided: "1/14 of", "3/16 inch"."""
    return sentence.word_after(end) in ("of", "inch", "inches", "mile", "miles", "cup", "cups", "percent")


def _day(year: int, number: int, day: int) -> Period | None:
    first = valid_date(year, number, day) if 1000 <= year < 3000 else None
    period = days(first) if first else None
    return period.stated() if period else None
