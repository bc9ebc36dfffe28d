"""Days and months by name: "February 7, 2018", "7 February", "March"."""

from typing import Final

from workbench.analysis.dates.calendar_periods import days, month, valid_date
from workbench.analysis.dates.numeric import NumericDates, may_be_numeric
from workbench.analysis.dates.reading import Found, Reading
from workbench.analysis.dates.words import DateWords
from workbench.analysis.numbers.number_tokens import CARDINAL, DIGITS, MONTH, ORDINAL, SHIFT

_BEFORE_DAY: Final = frozenset({"", "the", ".", ". the", ", the"})
_BEFORE_YEAR: Final = frozenset(
    {"", ",", "of", "in", ".", ".,", ", of", ", in", "'", "-", "/", "of the year", "in the year"}
)
_BEFORE_MONTH: Final = frozenset({"", "of", "-", "/", ".", "of the"})
_SPECIFIC: Final = frozenset(
    {
        "in",
        "since",
        "until",
        "till",
        "by",
        "during",
        "last",
        "next",
        "early",
        "late",
        "mid",
        "of",
        "from",
        "between",
        "through",
        "before",
        "after",
    }
)
_GLUED: Final = tuple("$£€.,/#")
_MONEY: Final = ("$ ", "£ ", "€ ")
_JOINING_MONTHS: Final = frozenset({"-", "–", "to", "and", "or", "/", "through", "until", "till", ","})
_VERBS: Final = frozenset({"may", "march"})


class AbsoluteDates:
    """Reads days and months.

    Args:
        words: The words of dates.
    """

    def __init__(self, words: DateWords) -> None:
        self._words = words
        self.numeric = NumericDates(words)

    def read(self, reading: Reading, i: int) -> Found | None:
        """Read the date that begins with a token.

        Args:
            reading: The sentence.
            i: The token.

        Returns:
            The date, or None.
        """
        token = reading.sentence.tokens[i]
        kind = token.kind
        found = None
        if kind & (DIGITS | MONTH) and may_be_numeric(reading.sentence, token):
            found = self.numeric.read(reading, i)
        if found is None and kind & MONTH:
            found = self._month_first(reading, i)
        if found is None and kind & (DIGITS | ORDINAL | CARDINAL):
            found = self._day_first(reading, i)
        return found

    def _month_first(self, reading: Reading, i: int) -> Found | None:
        """Read "February 7, 2018", "March the third", "May 2018", "September"."""
        sentence = reading.sentence
        token = sentence.tokens[i]
        number = self._words.months[token.word]
        gap = sentence.gap(i)
        day = self._words.day(sentence, i + 1) if gap in _BEFORE_DAY else None
        if gap == "," and i + 1 < len(sentence.tokens) and sentence.tokens[i + 1].kind & ORDINAL:
            day = self._words.day(sentence, i + 1)
        if day and self._is_day(reading, i, day[1]):
            end = sentence.tokens[day[1] - 1].end
            return self._with_year(reading, number, day[0], token.start, end, day[1])
        if gap in _BEFORE_YEAR:
            stated = self._words.year(sentence, i + 1, short=gap == "of")
            if stated:
                period = month(stated[0], number)
                end = sentence.tokens[stated[1] - 1].end
                return Found(period.stated(), token.start, end, stated[1]) if period else None
        if not self._is_month(reading, i):
            return None
        shifted = self._shifted_year(reading, i + 1)
        if shifted:
            period = month(shifted[0], number)
            return Found(period, token.start, shifted[1], i + 3) if period else None
        period = reading.nearest(token.start, number, None)
        return Found(period, token.start, token.end, i + 1) if period else None

    def _day_first(self, reading: Reading, i: int) -> Found | None:
        """Read "7 February 2018", "the 4th of July", "18 and 19 June" (its first day)."""
        sentence = reading.sentence
        day = self._words.day(sentence, i)
        start = sentence.tokens[i].start
        if (
            not day
            or sentence.lower[start - 1 : start] in _GLUED
            or sentence.lower[max(0, start - 2) : start] in _MONEY
        ):
            return None
        j = day[1]
        if j >= len(sentence.tokens):
            return None
        gap = sentence.gap(j - 1)
        if (
            sentence.tokens[j].word == "day"
            and gap == ""
            and sentence.gap(j) == "of"
            and sentence.tokens[i].kind & (ORDINAL | CARDINAL)
        ):
            j, gap = j + 1, "of"
        if j >= len(sentence.tokens) or not sentence.tokens[j].kind & MONTH or gap not in _BEFORE_MONTH:
            return self._listed(reading, i, day[0], day[1], gap)
        token = sentence.tokens[j]
        if sentence.gap(j) in ("", ".") and self._words.day(sentence, j + 1) and gap in ("", "."):
            return None  # "the 19 Sept. 11 hijackers"
        is_ordinal = sentence.tokens[day[1] - 1].kind & ORDINAL or gap in ("of", "-", "/")
        if token.word in _VERBS and not is_ordinal and sentence.raw[sentence.tokens[j].start].islower():
            follows = sentence.word_after(token.end)
            if follows[:1].isalpha():
                return None
        return self._with_year(reading, self._words.months[token.word], day[0], start, token.end, j + 1)

    def _listed(self, reading: Reading, i: int, day: int, following: int, gap: str | None) -> Found | None:
        """Read the first of several days of one month: "18 and 19 June"."""
        if gap not in ("and", ",", "or", "&") or following >= len(reading.sentence.tokens):
            return None
        found = (
            self._day_first(reading, following)
            if following - i < 3 and self._words.day(reading.sentence, following)
            else None
        )
        if found is None or not found.period.is_day:
            return None
        first = valid_date(found.period.first.year, found.period.first.month, day)
        period = days(first) if first else None
        if period is None:
            return None
        token = reading.sentence.tokens[following - 1]
        period = period._replace(is_inferred=found.period.is_inferred, floating=found.period.floating)
        return Found(period, reading.sentence.tokens[i].start, token.end, following)

    def _with_year(
        self, reading: Reading, number: int, day: int, start: int, end: int, following: int
    ) -> Found | None:
        """Add the year that follows a day and a month, or the one that is meant."""
        sentence = reading.sentence
        gap = sentence.gap(following - 1)
        stated = None
        if gap in _BEFORE_YEAR and gap != "." and following < len(sentence.tokens):
            stated = self._words.year(sentence, following, short=gap in ("of", "'"))
        if stated:
            first = valid_date(stated[0], number, day)
            period = days(first) if first else None
            stop = sentence.tokens[stated[1] - 1].end
            return Found(period.stated(), start, stop, stated[1]) if period else None
        shifted = self._shifted_year(reading, following)
        if shifted:
            first = valid_date(shifted[0], number, day)
            period = days(first) if first else None
            return Found(period, start, shifted[1], following + 2) if period else None
        period = reading.nearest(start, number, day)
        return Found(period, start, end, following) if period else None

    def _shifted_year(self, reading: Reading, i: int) -> tuple[int, int] | None:
        """Read "of last year" after a month or day: the year, and where it ends."""
        sentence = reading.sentence
        if sentence.gap(i - 1) not in ("of", "", ",") or sentence.gap(i) != "":
            return None
        shift, unit = sentence.tokens[i], sentence.tokens[i + 1]
        if not shift.kind & SHIFT or unit.word != "year":
            return None
        return reading.today.year + self._words.shifts[shift.word], unit.end

    def _is_day(self, reading: Reading, i: int, following: int) -> bool:
        """Tell whether the number after a month is its day: not in "In May 20 people died"."""
        sentence = reading.sentence
        token = sentence.tokens[following - 1]
        if sentence.lower[token.end : token.end + 1] in (":", "%"):
            return False
        follows = sentence.word_after(token.end).strip(".,;:\"'”")
        if follows in ("percent", "million", "billion", "thousand"):
            return False
        plural = (follows.endswith("s") and len(follows) > 3) or follows in (
            "people",
            "men",
            "women",
            "children",
        )
        return not (plural and reading.last_word(sentence.tokens[i].start) in ("in", "since"))

    def _is_month(self, reading: Reading, i: int) -> bool:
        """Tell whether a word that may be a month, alone, is one."""
        sentence = reading.sentence
        token = sentence.tokens[i]
        if token.start and sentence.lower[token.start - 1] in "$@#_":
            return False
        if token.word not in self._words.unsure:
            return True
        if sentence.raw[token.start].isupper() and self._joins_month(reading, i):
            return True
        before = reading.last_word(token.start)
        if token.word in _VERBS and sentence.raw[token.start].islower():
            return before in _SPECIFIC and not sentence.word_after(token.end).startswith(
                ("be", "have", "not")
            )
        if before not in self._words.assuring:
            return (
                token.word not in _VERBS
                and sentence.raw[token.start : token.end + 1].istitle()
                and sentence.raw[token.end : token.end + 1] == "."
            )
        return sentence.raw[token.start].isupper() or before in _SPECIFIC

    @staticmethod
    def _joins_month(reading: Reading, i: int) -> bool:
        """Tell whether another month stands next to one: "Jan-Feb", "May to October"."""
        sentence = reading.sentence
        if sentence.gap(i) in _JOINING_MONTHS and sentence.tokens[i + 1].kind & MONTH:
            return True
        return i > 0 and bool(sentence.tokens[i - 1].kind & MONTH) and sentence.gap(i - 1) in _JOINING_MONTHS
