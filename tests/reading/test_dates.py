"""A full date of publication is found however it is written, and never guessed."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.reading.dates import find_date
from workbench.reading.vocabulary import read_vocabulary

MONTHS = read_vocabulary().months


def iso(line: str) -> str:
    found = find_date(line, MONTHS)
    return found.iso if found else ""


@pytest.mark.parametrize(
    "line",
    [
        "March 5, 2021",
        "Mar. 5, 2021",
        "5 March 2021",
        "5th March 2021",
        "the 5th of March, 2021",
        "Fri, March 5, 2021",
        "Friday 5 Mar 2021 10:48",
        "05-Mar-2021",
        "2021-03-05",
        "2021-03-05T10:48:00Z",
        "2021/03/05",
        "2021.03.05",
        "5.3.2021",
        "5. März 2021",
        "5 mars 2021",
        "5 de marzo de 2021",
        "5 maart 2021",
        "2021年3月5日",
        "2021년 03월 05일",
    ],
)
def test_one_day_in_many_spellings(line: str) -> None:
    assert iso(line) == "2021-03-05"


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)))
def test_every_day_is_found_as_it_is_printed(day: datetime.date) -> None:
    printed = f"Published: {day.strftime('%a, %B')} {day.day}, {day.year}"

    assert iso(printed) == day.isoformat()


def test_a_day_that_reads_differently_in_two_countries_is_none() -> None:
    assert iso("03/04/2021") == ""


@pytest.mark.parametrize(("line", "day"), [("25/12/2020", "2020-12-25"), ("12/25/2020", "2020-12-25")])
def test_a_day_that_can_be_read_in_one_way_only_is_read(line: str, day: str) -> None:
    assert iso(line) == day


@pytest.mark.parametrize("line", ["February 30, 2021", "2021-13-01", "March 2021", "5 March", "12345-01-01"])
def test_what_is_no_full_date_is_none(line: str) -> None:
    assert iso(line) == ""


def test_the_first_of_several_dates_counts() -> None:
    assert iso("Published 5 March 2021, updated 2021-03-09") == "2021-03-05"
