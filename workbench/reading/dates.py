"""Dates of publication: a full date in a header line, in many languages, as an ISO date."""

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from workbench.model.article import Span

_ORDINAL = r"(?:st|nd|rd|th|er|º|ª|\.)?"
_YEAR_FIRST: Final = re.compile(r"(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_ASIAN: Final = re.compile(r"(?<!\d)(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_MONTH_FIRST: Final = re.compile(rf"(?<!\w)([^\W\d_]{{3,12}})\.?\s+(\d{{1,2}}){_ORDINAL},?\s+(\d{{4}})(?!\d)")
_DAY_FIRST: Final = re.compile(
    rf"(?<![\d.:/])(\d{{1,2}}){_ORDINAL}[\s-](?:of\s|de\s|d['’])?([^\W\d_]{{3,12}})\.?,?[\s-](?:de\s|del\s)?(\d{{4}})(?!\d)"
)
_DAY_FIRST_DOTTED: Final = re.compile(r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)")
_SLASHED: Final = re.compile(r"(?<![\d/])(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?![\d/])")
_YEARS: Final = range(1500, 2200)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a line."""

    iso: str
    """The ISO date."""
    span: Span
    """Where it stands in the line."""


def find_date(line: str, months: Mapping[str, int]) -> FoundDate | None:
    """Find the first full date of a line: day, month and year.

    A date such as 03/04/2018, which reads differently in London and New York, is none.

    Args:
        line: Any text; only short lines are worth the time.
        months: Names of months in lower case, each with its number.

    Returns:
        The date, or None.
    """
    found = [date for search in _SEARCHES for date in search(line, months)]
    return min(found, key=lambda date: date.span, default=None)


def _numeric(line: str, months: Mapping[str, int]) -> list[FoundDate]:
    found = [_date(m.span(), m[1], m[3], m[4]) for m in _YEAR_FIRST.finditer(line)]
    found += [_date(m.span(), m[1], m[2], m[3]) for m in _ASIAN.finditer(line)]
    found += [_date(m.span(), m[3], m[2], m[1]) for m in _DAY_FIRST_DOTTED.finditer(line)]
    for match in _SLASHED.finditer(line):
        first, second = int(match[1]), int(match[3])
        if first > 12 or first == second:
            found.append(_date(match.span(), match[4], match[3], match[1]))
        elif second > 12:
            found.append(_date(match.span(), match[4], match[1], match[3]))
    return [date for date in found if date]


def _named(line: str, months: Mapping[str, int]) -> list[FoundDate]:
    found = [_date(m.span(), m[3], months.get(m[1].lower()), m[2]) for m in _MONTH_FIRST.finditer(line)]
    found += [_date(m.span(), m[3], months.get(m[2].lower()), m[1]) for m in _DAY_FIRST.finditer(line)]
    return [date for date in found if date]


_SEARCHES: Final[tuple[Callable[[str, Mapping[str, int]], list[FoundDate]], ...]] = (_numeric, _named)


def _date(span: tuple[int, int], year: str, month: int | str | None, day: str) -> FoundDate | None:
    if month is None or int(year) not in _YEARS:
        return None
    try:
        return FoundDate(datetime.date(int(year), int(month), int(day)).isoformat(), Span(*span))
    except ValueError:
        return None
