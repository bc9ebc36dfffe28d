"""Years and what they are made of: "2018", "the 1990s", "the 15th century", "Q1 2018"."""

import re
from typing import Final

from workbench.analysis.dates.calendar_periods import Period, month, months, year
from workbench.analysis.dates.reading import Found, Reading
from workbench.analysis.dates.words import DateWords, full_year
from workbench.analysis.numbers.number_tokens import DECADE, MONTH, ORDINAL, QUARTER, UNIT, YEAR, Sentence
from workbench.analysis.numbers.unit_grammar import UnitGrammar
from workbench.model.claim import DatePrecision

_MEANT_AS_NUMBER: Final = frozenset(
    {"about", "around", "some", "nearly", "almost", "over", "than", "least", "estimated", "approximately",
     "roughly", "only", "just", "another"}
)  # fmt: skip
_EDGED: Final = re.compile(r"\bthe (?:early|mid|late)[ -]$")
_PEOPLE: Final = frozenset(
    {
        "people",
        "men",
        "women",
        "children",
        "troops",
        "soldiers",
        "fighters",
        "militants",
        "workers",
        "jobs",
        "members",
    }
)
_MEASURES: Final = frozenset({"million", "billion", "percent", "dollars"})
_NOT_PLURAL: Final = frozenset({"was", "has", "this", "is", "census", "does"})
_OWNERS: Final = frozenset({"his", "her", "their", "my", "your", "our"})
_VERBS: Final = frozenset({"may", "march"})
_MODERN: Final = range(1900, 2100)
_OLD_DECADE: Final = 50
_ROUND: Final = 50


class YearDates:
    """Reads years, decades, centuries and quarters.

    Args:
        words: The words of dates.
        units: What reads a unit after a number.
    """

    def __init__(self, words: DateWords, units: UnitGrammar) -> None:
        self._words = words
        self._units = units

    def read(self, reading: Reading, i: int) -> Found | None:
        """Read the years that begin with a token.

        Args:
            reading: The sentence.
            i: The token.

        Returns:
            The years, or a part of one; None when the number is none.
        """
        token = reading.sentence.tokens[i]
        kind = token.kind
        if kind & QUARTER:
            return self._quarter(reading, i)
        if kind & ORDINAL:
            return self._century(reading, i)
        if token.word.isdigit() and reading.sentence.lower[token.end : token.end + 1] in ("s", "'"):
            found = self._decade(reading, i)
            if found:
                return found
        if kind & DECADE:
            before = reading.last_word(token.start)
            if before not in ("the", "early", "late", "mid", "in", "roaring"):
                return None
            period = year(1900 + self._words.decades[token.word], 10)
            return Found(period.stated(), token.start, token.end, i + 1) if period else None
        return self._year(reading, i)

    def is_year(self, reading: Reading, i: int) -> bool:
        """Tell whether four figures are a year: not in "2000 troops", "about 1900 soldiers", "2000 km"."""
        sentence = reading.sentence
        token = sentence.tokens[i]
        number = int(token.word)
        lower, start = sentence.lower, token.start
        if (start and lower[start - 1] in "$£€¥#@_.:$+") or lower[token.end : token.end + 1] in (
            "%",
            ":",
            "_",
        ):
            return False
        if start > 1 and lower[start - 1] in "-–/" and lower[start - 2].isalnum() and start != reading.joint:
            return False
        if lower[token.end : token.end + 1] in ("-", "–", "/") and not _opens_range(sentence, i):
            return False
        follows = sentence.word_after(token.end)
        before = reading.last_word(start)
        if self._units.after(sentence.raw, token.end)[0]:
            return False
        if follows[:1].isalnum() and before in _MEANT_AS_NUMBER:
            return False
        if _is_plural(follows) and sentence.raw[token.end + 1].islower():
            is_counted = follows in _PEOPLE or (number % _ROUND == 0 and before != "the")
            if is_counted or before not in self._words.yearly | {"the"}:
                return False
        return number in _MODERN or before in self._words.yearly or "year" in lower[max(0, start - 8) : start]

    def _year(self, reading: Reading, i: int) -> Found | None:
        """Read "2018", "2018 Q1", "2017 April"."""
        sentence = reading.sentence
        token = sentence.tokens[i]
        if not token.kind & YEAR:
            return self._year_in_words(reading, i)
        stated = self._words.year(sentence, i)
        if not stated:
            return None
        gap = sentence.gap(i)
        if gap in ("", "-"):
            after = sentence.tokens[i + 1]
            period = None
            if after.kind & QUARTER:
                period = _part_of_year(stated[0], after.word)
            elif after.kind & MONTH and after.word not in _VERBS and not self._words.day(sentence, i + 2):
                period = month(stated[0], self._words.months[after.word])
            if period:
                return Found(period.stated(), token.start, after.end, i + 2)
        period = year(stated[0]) if self.is_year(reading, i) else None
        return Found(period.stated(), token.start, token.end, i + 1) if period else None

    def _year_in_words(self, reading: Reading, i: int) -> Found | None:
        """Read "in nineteen ninety-six"."""
        sentence = reading.sentence
        start = sentence.tokens[i].start
        stated = (
            self._words.year(sentence, i)
            if reading.last_word(start) in ("in", "since", "until", "of", "year")
            else None
        )
        if not stated or (
            sentence.word_after(sentence.tokens[stated[1] - 1].end)[:1].isalpha() and stated[0] % 1000 == 0
        ):
            return None
        period = year(stated[0])
        return (
            Found(period.stated(), start, sentence.tokens[stated[1] - 1].end, stated[1]) if period else None
        )

    def _quarter(self, reading: Reading, i: int) -> Found | None:
        """Read "Q1 2018", and "Q3" of this year."""
        sentence = reading.sentence
        token = sentence.tokens[i]
        stated = None
        if sentence.gap(i) in ("", "of", "-", "in", "of the year", "'"):
            stated = self._words.year(sentence, i + 1)
        period = _part_of_year(stated[0] if stated else reading.today.year, token.word)
        if period is None:
            return None
        if stated:
            return Found(period.stated(), token.start, sentence.tokens[stated[1] - 1].end, stated[1])
        return Found(period, token.start, token.end, i + 1)

    def _century(self, reading: Reading, i: int) -> Found | None:
        sentence = reading.sentence
        stated = self._words.ordinal(sentence, i)
        if not stated or sentence.gap(stated[1] - 1) not in ("", "-"):
            return None
        token = sentence.tokens[stated[1]]
        if not token.kind & UNIT or self._words.units[token.word] != "century" or not 10 < stated[0] < 30:
            return None
        period = year((stated[0] - 1) * 100, 100)
        return Found(period.stated(), sentence.tokens[i].start, token.end, stated[1] + 1) if period else None

    def _decade(self, reading: Reading, i: int) -> Found | None:
        """Read "1990s", "the '90s", "the 90s"."""
        sentence = reading.sentence
        token = sentence.tokens[i]
        lower = sentence.lower
        end = token.end + (1 if lower[token.end] == "s" else 2)
        if lower[end - 1 : end] != "s" or lower[end : end + 1].isalpha() or int(token.word[:5]) % 10:
            return None
        number, before = int(token.word[:5]), reading.last_word(token.start)
        is_introduced = (
            before == "the" or _EDGED.search(lower, max(0, token.start - 12), token.start) is not None
        )
        if len(token.word) == 2:
            apostrophe = token.start > 0 and lower[token.start - 1] == "'"
            if not (apostrophe or is_introduced) or before in _OWNERS:
                return None
            if not apostrophe and number < _OLD_DECADE:
                return None  # "in the mid-30s" is an age, a temperature or a share
            number = full_year(number)
        elif len(token.word) != 4 or (lower[token.end] == "'" and not is_introduced):
            return None
        span = 100 if number % 100 == 0 and number < 2000 else 10
        period = year(number, span)
        return Found(period.stated(), token.start, end, i + 1) if period else None


def _is_plural(word: str) -> bool:
    """Tell whether a word in lower case, without marks after it, looks like what a number counts."""
    if word in _PEOPLE or word in _MEASURES:
        return True
    return word.endswith("s") and len(word) > 3 and "'" not in word and word not in _NOT_PLURAL


def _opens_range(sentence: Sentence, i: int) -> bool:
    """Tell whether a range may be glued to a year ("2014-2018", "2013-14"), not a longer number."""
    token = sentence.tokens[i]
    if not sentence.lower[token.end + 1 : token.end + 2].isdigit():
        return True
    end = sentence.tokens[i + 1].end
    return sentence.lower[end : end + 1] not in ("-", "–", "/") and len(sentence.tokens[i + 1].word) in (2, 4)


def _part_of_year(number: int, name: str) -> Period | None:
    length = 3 if name[0] == "q" else 6
    return months(number, (int(name[1]) - 1) * length + 1, length, DatePrecision.MONTH)
