"""Dates counted in units: "two weeks ago", "the next 3 days", "in 2 years", "a week before Christmas"."""

from datetime import date
from typing import Final

from workbench.analysis.dates.calendar_periods import Period, around, days, moved
from workbench.analysis.dates.reading import Found, PointReader, Reading
from workbench.analysis.dates.tense import Direction
from workbench.analysis.dates.words import Count, DateWords
from workbench.analysis.numbers.number_tokens import DIRECTION, SHIFT, UNIT
from workbench.model.claim import DatePrecision

_WHOLE: Final = frozenset({"quarter", "decade", "century"})
_ONWARD: Final = frozenset({"after", "from", "since", "following", "after the", "from the", "later than"})
_STARTING: Final = frozenset(
    {"starting", "starting from", "starting on", "beginning", "beginning on", ", from", "commencing"}
)
_AND: Final = frozenset({"and", "", ","})
_DAYS_BUSINESS: Final = "business"
_MOST_COUNTS: Final = 4
_SHORT: Final = frozenset({"hour", "minute"})


class CountedDates:
    """Reads dates that are a number of units away.

    Args:
        words: The words of dates.
        point: What reads any single date.
    """

    def __init__(self, words: DateWords, point: PointReader) -> None:
        self._words = words
        self._point = point

    def read(self, reading: Reading, i: int) -> Found | None:
        """Read the date that begins with a count, or with a unit after "a" or "the".

        Args:
            reading: The sentence.
            i: The token.

        Returns:
            The date; None when the count is a length of time only.
        """
        sentence = reading.sentence
        if sentence.tokens[i].kind & UNIT:
            count = self._single(reading, i)
        else:
            count = self._words.count(sentence, i)
            if count is None:
                return self._counted_steps(reading, i)
        if count is None or count.unit in _SHORT:
            return None
        counts = [count]
        while len(counts) < _MOST_COUNTS and sentence.gap(counts[-1].following - 1) in _AND:
            more = self._words.count(sentence, counts[-1].following)
            if more is None:
                break
            counts.append(more)
        if sentence.lower.startswith("the ", count.start):
            return self._relative_to_point(reading, counts)
        return self._directed(reading, counts) or self._ahead(reading, counts)

    def rolling(self, reading: Reading, i: int, step: int) -> Found | None:
        """Read "3 days" after "next", "past", "last": the days from today, or whole quarters and decades.

        Args:
            reading: The sentence.
            i: The token after the word of shifting.
            step: Where that points: -1 back, 1 ahead.

        Returns:
            The days, or None.
        """
        sentence = reading.sentence
        count = self._words.count(sentence, i)
        if count is None or step == 0 or count.unit in _SHORT:
            return None
        business = _DAYS_BUSINESS in sentence.lower[count.start : sentence.tokens[count.following - 1].end]
        end = sentence.tokens[count.following - 1].end
        longer = self._and_more(reading, count) if step < 0 else None
        if longer:
            return longer
        period = _rolled(reading.today, count, step, business)
        return Found(period, count.start, end, count.following) if period else None

    def _and_more(self, reading: Reading, count: Count) -> Found | None:
        """Read "the last 3 months and 2 weeks" as one length, unless "ago" makes a date of the rest."""
        sentence = reading.sentence
        more = None
        if sentence.gap(count.following - 1) == "and":
            more = self._words.count(sentence, count.following)
        if more is None or more.unit in _SHORT or self._directed(reading, [more]):
            return None
        back = moved(reading.today, -count.number, count.unit)
        first = moved(back, -more.number, more.unit) if back else None
        if first is None:
            return None
        period = Period(first, reading.today, DatePrecision.DAY)
        return Found(period, count.start, sentence.tokens[more.following - 1].end, more.following)

    def _single(self, reading: Reading, i: int) -> Count | None:
        """Read "a week", "the day" as one unit."""
        sentence = reading.sentence
        token = sentence.tokens[i]
        for article in ("a ", "an ", "the "):
            if sentence.lower.endswith(article, 0, token.start):
                start = token.start - len(article)
                return (
                    None
                    if token.word.endswith("s")
                    else Count(1, self._words.units[token.word], start, i + 1)
                )
        return None

    def _counted_steps(self, reading: Reading, i: int) -> Found | None:
        """Read "5 past years", "2 next days"."""
        sentence = reading.sentence
        number = self._words.plain(sentence, i)
        if number is None or sentence.gap(number[1] - 1) != "" or not sentence.tokens[number[1]].kind & SHIFT:
            return None
        j = number[1] + 1
        if (
            sentence.gap(j - 1) != ""
            or not sentence.tokens[j].kind & UNIT
            or not sentence.tokens[j].word.endswith("s")
        ):
            return None
        step = self._words.shifts[sentence.tokens[j - 1].word]
        count = Count(number[0], self._words.units[sentence.tokens[j].word], sentence.tokens[i].start, j + 1)
        period = _rolled(reading.today, count, step, business=False) if step else None
        return Found(period, count.start, sentence.tokens[j].end, j + 1) if period else None

    def _directed(self, reading: Reading, counts: list[Count]) -> Found | None:
        """Read what tells the direction: "ago", "later", "before Christmas", "from today"."""
        sentence = reading.sentence
        j = counts[-1].following
        start = counts[0].start
        gap = sentence.gap(j - 1)
        if gap is None:
            return None
        token = sentence.tokens[j]
        if gap in ("", "from", "'") and token.kind & DIRECTION:
            step = 1 if token.word == "now" else self._words.directions[token.word]
            if (token.word == "now") != (gap == "from") or (token.word in ("before", "date")):
                return self._relative_to_point(reading, counts)
            if token.word in ("later", "earlier") and reading.direction(start) is not Direction.FUTURE:
                return None  # told from within the story
            return self._stepped(reading.today, counts, step, start, token.end, j + 1)
        if gap in _STARTING:
            return self._starting(reading, counts, j)
        return self._relative_to_point(reading, counts)

    def _relative_to_point(self, reading: Reading, counts: list[Count]) -> Found | None:
        """Read "two weeks before Christmas", "3 days from today", "the day after tomorrow"."""
        sentence, j = reading.sentence, counts[-1].following
        gap = sentence.gap(j - 1)
        if gap == "" and sentence.tokens[j].word == "before" and sentence.gap(j) in ("", "the"):
            step, j = -1, j + 1
        elif gap in _ONWARD:
            step = 1
        else:
            return None
        base = self._point(reading, j)
        if base is None:
            return None
        return self._stepped(base.period.first, counts, step, counts[0].start, base.end, base.following)

    def _starting(self, reading: Reading, counts: list[Count], j: int) -> Found | None:
        """Read "3 days starting next Monday"."""
        base = self._point(reading, j)
        end = base.period.first if base else None
        for count in counts:
            end = moved(end, count.number, count.unit) if end else None
        if base is None or end is None:
            return None
        period = Period(base.period.first, end, DatePrecision.DAY)
        return Found(period, counts[0].start, base.end, base.following)

    def _ahead(self, reading: Reading, counts: list[Count]) -> Found | None:
        """Read "in two weeks", "within 9 months" where the sentence speaks of the future."""
        sentence, start = reading.sentence, counts[0].start
        before = reading.last_word(start)
        if before not in ("in", "within") or reading.direction(start) is not Direction.FUTURE:
            return None
        j = counts[-1].following
        end = sentence.tokens[j - 1].end
        begin = sentence.lower.rindex(before, 0, start)
        found = self._stepped(reading.today, counts, 1, begin, end, j)
        if found and before == "within":
            return found._replace(period=Period(reading.today, found.period.first, DatePrecision.DAY))
        return found

    @staticmethod
    def _stepped(
        base: date, counts: list[Count], step: int, start: int, end: int, following: int
    ) -> Found | None:
        day: date | None = base
        for count in counts:
            day = moved(day, step * count.number, count.unit) if day else None
        period = days(day) if day else None
        return Found(period, start, end, following) if period else None


def _rolled(today: date, count: Count, step: int, business: bool) -> Period | None:
    if count.unit in _WHOLE:
        current = around(today, count.unit)
        if current is None:
            return None
        first = current.end if step > 0 else moved(current.first, -count.number, count.unit)
        if step > 0 and count.unit == "decade":
            first = current.end
        end = moved(current.end, count.number, count.unit) if step > 0 else current.first
        return Period(first, end, current.precision) if first and end and first < end else None
    if business:
        return _business_days(today, int(count.number), step)
    if count.unit == "weekend":
        return None
    first = moved(today, 1, "day") if step > 0 else moved(today, -count.number, count.unit)
    end = moved(first, count.number, count.unit) if first and step > 0 else today
    # "the last 1/2 day" covers no day
    return Period(first, end, DatePrecision.DAY) if first and end and first < end else None


def _business_days(today: date, count: int, step: int) -> Period | None:
    """Return a number of working days after today, or before it."""
    left, day, furthest = count, today, today
    while left > 0 and count < 400:
        moved_on = moved(day, step, "day")
        if moved_on is None:
            return None
        day = moved_on
        if day.isoweekday() <= 5:
            left, furthest = left - 1, day
    after = moved(furthest if step > 0 else today, 1 if step > 0 else 0, "day")
    first = moved(today, 1, "day") if step > 0 else furthest
    return Period(first, after, DatePrecision.DAY) if first and after else None
