"""Holidays: the day that a name falls on in a year."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Final, cast

from workbench.analysis.dates.calendar_periods import month, moved, nth_weekday, valid_date
from workbench.tables import Table

_RULE: Final = re.compile(
    r"(?P<month>\d{1,2})-(?:(?P<nth>\d|last)(?P<weekday>[a-z]{3})|(?P<day>\d{1,2})|election)(?P<plus>[+-]\d+)?"
)
_EASTER: Final = re.compile(r"easter(?P<plus>[+-]\d+)")


class Holidays:
    """Knows holidays by name.

    Args:
        table: The table "dates".
    """

    def __init__(self, table: Table) -> None:
        self._rules = cast("Mapping[str, str]", table["holidays"])
        self._weekdays = cast("Mapping[str, int]", table["weekdays"])

    def day(self, name: str, year: int) -> date | None:
        """Return the day of a holiday in a year; None when the year or the rule has none."""
        rule = self._rules[name]
        moving = _EASTER.fullmatch(rule)
        if moving:
            easter = easter_sunday(year)
            return moved(easter, int(moving["plus"]), "day") if easter else None
        match = _RULE.fullmatch(rule)
        if not match:
            return None
        number = int(match["month"])
        if match["day"]:
            day = valid_date(year, number, int(match["day"]))
        else:
            day = self._by_weekday(match, year, number)
        return moved(day, int(match["plus"] or 0), "day") if day else None

    def _by_weekday(self, match: re.Match[str], year: int, number: int) -> date | None:
        within = month(year, number)
        if within is None:
            return None
        if not match["nth"]:
            monday = nth_weekday(within, 1, 1)
            return moved(monday, 1, "day") if monday else None
        nth = -1 if match["nth"] == "last" else int(match["nth"])
        return nth_weekday(within, self._weekdays.get(match["weekday"], 1), nth)


def easter_sunday(year: int) -> date | None:
    """Return Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher's algorithm)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leap, offset = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - correction + 15) % 30
    quarter, remainder = divmod(rest, 4)
    weekday = (32 + 2 * offset + 2 * quarter - epact - remainder) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    number, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return valid_date(year, number, day + 1)
