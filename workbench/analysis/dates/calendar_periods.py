"""Runs of days: weeks, months, quarters, years, and the arithmetic between them."""

from calendar import isleap
from datetime import date, timedelta
from enum import Enum
from typing import Final, NamedTuple

from workbench.model.claim import DatePrecision

MONDAY: Final = 1
_DAYS: Final = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7, "workweek": 7}
_MONTHS: Final = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_LENGTHS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_ONE_DAY: Final = timedelta(1)
_MOST_STEPS: Final = 100_000
_LAST_YEAR: Final = 9998


class Floating(Enum):
    """What a stated date leaves open, and what another date next to it can fix."""

    NOTHING = "nothing"
    YEAR = "year"
    WEEK = "week"


class Period(NamedTuple):
    """A run of whole days."""

    first: date
    """The first day."""
    end: date
    """The day after the last."""
    precision: DatePrecision
    """How much of it is stated."""
    part: str = ""
    """The part of the day, or the clock time: "night", "20:30"."""
    is_inferred: bool = True
    """Whether it was reckoned from another date."""
    floating: Floating = Floating.NOTHING
    """What was left open and reckoned."""

    @property
    def is_day(self) -> bool:
        """Whether it is one day."""
        return self.end - self.first == _ONE_DAY

    @property
    def last(self) -> date:
        """The last day."""
        return self.end - _ONE_DAY

    def stated(self) -> "Period":
        """Return the same as a period that the text states in full."""
        return Period(self.first, self.end, self.precision, self.part, False, self.floating)

    def at(self, part: str) -> "Period":
        """Return the same with a part of the day."""
        return Period(self.first, self.end, DatePrecision.PART_OF_DAY, part, self.is_inferred, self.floating)


def length_of_month(year: int, month: int) -> int:
    """Return how many days a month has, 1 to 12 of its year."""
    return 29 if month == 2 and isleap(year) else _LENGTHS[month - 1]


def valid_date(year: int, month: int, day: int) -> date | None:
    """Return the date, or None when the calendar has no such day (or ends soon after)."""
    if not (1 <= year <= _LAST_YEAR and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    return date(year, month, day) if day <= length_of_month(year, month) else None


def days(first: date, count: int = 1, floating: Floating = Floating.NOTHING) -> Period | None:
    """Return the period of a number of days, or None when the calendar does not reach so far."""
    try:
        end = first + (_ONE_DAY if count == 1 else timedelta(count))
    except OverflowError:
        return None
    return Period(first, end, DatePrecision.DAY, "", True, floating)


def month(year: int, number: int, floating: Floating = Floating.NOTHING) -> Period | None:
    """Return a month, 1 to 12 of its year."""
    if not (1 <= year <= _LAST_YEAR and 1 <= number <= 12):
        return None
    end = date(year, number + 1, 1) if number < 12 else date(year + 1, 1, 1)
    return Period(date(year, number, 1), end, DatePrecision.MONTH, "", True, floating)


def year(number: int, count: int = 1) -> Period | None:
    """Return a number of whole years."""
    return months(number, 1, 12 * count, DatePrecision.YEAR)


def months(year: int, number: int, count: int, precision: DatePrecision) -> Period | None:
    """Return the period of a number of whole months from the first of a month."""
    first = valid_date(year, number, 1)
    end = moved(first, count, "month") if first else None
    return Period(first, end, precision) if first and end else None


def moved(start: date, count: float, unit: str) -> date | None:
    """Return the date a number of units later, the last of the month where the month is too short.

    Args:
        start: The date to count from.
        count: How many, negative for earlier; a fraction of a unit is rounded down to whole days or months.
        unit: "day", "week", "month", "quarter", "year", ...

    Returns:
        The date, or None when the calendar does not reach so far or does not know the unit.
    """
    if abs(count) > _MOST_STEPS:
        return None
    steps = _DAYS.get(unit)
    if steps:
        try:
            return start + timedelta(int(count * steps))
        except OverflowError:
            return None
    if unit not in _MONTHS:
        return None
    total = start.year * 12 + start.month - 1 + int(count * _MONTHS[unit])
    to_year, to_month = divmod(total, 12)
    if not 1 <= to_year <= _LAST_YEAR:
        return None
    return date(to_year, to_month + 1, min(start.day, length_of_month(to_year, to_month + 1)))


def around(day: date, unit: str) -> Period | None:
    """Return the calendar unit around a day: its week (from Monday), month, quarter, year, decade."""
    monday = moved(day, 1 - day.isoweekday(), "day")
    if unit in ("week", "fortnight", "workweek"):
        return days(monday, {"week": 7, "fortnight": 14, "workweek": 5}[unit]) if monday else None
    if unit == "weekend":
        saturday = moved(monday, 5, "day") if monday else None
        return days(saturday, 2) if saturday else None
    if unit == "day":
        return days(day)
    if unit == "month":
        return month(day.year, day.month)
    if unit in ("quarter", "half"):
        length = _MONTHS[unit]
        return months(day.year, (day.month - 1) // length * length + 1, length, DatePrecision.MONTH)
    if unit == "year":
        return year(day.year)
    if unit == "decade":
        return year(day.year // 10 * 10, 10)
    if unit == "century":
        return year(day.year // 100 * 100, 100)
    return None


def weeks_of(period: Period) -> tuple[date, int]:
    """Return the Monday of a period's first week, and how many weeks it has.

    A week belongs to the month or year that its Thursday lies in (ISO 8601).
    """
    offset = (4 - period.first.isoweekday()) % 7
    thursday = moved(period.first, offset, "day") or period.first
    count = max(0, -((thursday - period.end).days // 7))
    return moved(thursday, -3, "day") or period.first, count


def nth_weekday(period: Period, weekday: int, number: int) -> date | None:
    """Return the n-th of a weekday within a period (from the end when negative), or None."""
    if number > 0:
        first = moved(period.first, (weekday - period.first.isoweekday()) % 7, "day")
        found = moved(first, 7 * (number - 1), "day") if first else None
    else:
        last = moved(period.end, -1, "day")
        back = moved(last, -((last.isoweekday() - weekday) % 7), "day") if last else None
        found = moved(back, 7 * (number + 1), "day") if back else None
    return found if found and period.first <= found < period.end else None
