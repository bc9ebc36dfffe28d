"""Dates: what a text means by them, seen from the day it was published."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from workbench.analysis.dates.dates import DateFinder
from workbench.analysis.dates.holiday_days import easter_sunday
from workbench.errors import ConfigError
from workbench.model.article import Span
from workbench.model.claim import DateMention, DatePrecision

FINDER = DateFinder()
MONDAY = date(2018, 2, 12)


def found(text: str, reference: date | None = MONDAY) -> list[DateMention]:
    return list(FINDER.find(text, Span(0, len(text)), reference))


def only(text: str, reference: date | None = MONDAY) -> DateMention:
    (mention,) = found(text, reference)
    return mention


def days(text: str, reference: date | None = MONDAY) -> tuple[str, str, str]:
    mention = only(text, reference)
    return mention.span.of(text), mention.first, mention.last


def one_day(text: str) -> str:
    mention = only(text)
    assert mention.first == mention.last
    return mention.first


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("It was signed on March 3, 2016.", "2016-03-03"),
        ("It was signed on 3 March 2016.", "2016-03-03"),
        ("It was signed on the 3rd of March, 2016.", "2016-03-03"),
        ("It was signed on March the third, 2016.", "2016-03-03"),
        ("It was signed on Thursday, March 3, 2016.", "2016-03-03"),
        ("Signed 2016-03-03 in Lomé.", "2016-03-03"),
        ("Signed 3/31/2016 in Lomé.", "2016-03-31"),
        ("Signed 31/3/2016 in Lomé.", "2016-03-31"),
        ("Signed 31.03.2016 in Lomé.", "2016-03-31"),
        ("Signed 03-Mar-2016 in Lomé.", "2016-03-03"),
        ("They met on Sept. 9, 2011.", "2011-09-09"),
        ("They met on twenty-first May 2011.", "2011-05-21"),
        ("They met on May 21 nineteen ninety-six.", "1996-05-21"),
        ("They met at Easter 2018.", "2018-04-01"),
        ("They met on Thanksgiving 2016.", "2016-11-24"),
        ("They met on the last Friday of June 2016.", "2016-06-24"),
    ],
)
def test_a_full_date_needs_no_reference(text: str, day: str) -> None:
    mention = only(text, None)
    assert (mention.first, mention.last, mention.inferred) == (day, day, False)
    assert mention.precision is DatePrecision.DAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The bridge fell on Tuesday.", "2018-02-06"),
        ("The bridge fell on Monday.", "2018-02-12"),
        ("The mayor said on Friday that the bridge will be rebuilt.", "2018-02-09"),
        ("The council will vote on Friday.", "2018-02-16"),
        ("On Friday the council will vote.", "2018-02-16"),
        ("The council is to vote on the bill on Friday, he told reporters.", "2018-02-09"),
        ("Last Tuesday the bridge fell.", "2018-02-06"),
        ("They vote next Tuesday.", "2018-02-20"),
        ("The bridge fell yesterday.", "2018-02-11"),
        ("The council meets tomorrow.", "2018-02-13"),
        ("It fell the day before yesterday.", "2018-02-10"),
        ("It fell two weeks ago.", "2018-01-29"),
        ("They will return in three days.", "2018-02-15"),
        ("They will return a week from Tuesday.", "2018-02-20"),
        ("It fell three days before Christmas.", "2017-12-22"),
        ("The February 7 collapse killed nobody.", "2018-02-07"),
        ("It fell on December 20.", "2017-12-20"),
        ("The vote is scheduled for March 3.", "2018-03-03"),
        ("It fell on Tuesday of last week.", "2018-02-06"),
        ("The fair opens on the 5th of May of next year.", "2019-05-05"),
        ("Following Thursday's collapse the road was shut.", "2018-02-08"),
    ],
)
def test_a_relative_date_is_resolved_against_the_article(text: str, day: str) -> None:
    assert one_day(text) == day
    assert only(text).inferred


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("It fell on Tuesday night.", "night"),
        ("It fell late on Tuesday.", "late"),
        ("It fell early Tuesday morning.", "early morning"),
        ("It fell at 8:30 p.m. on Tuesday.", "20:30"),
        ("It fell on Tuesday at 8:30 p.m. local time.", "20:30"),
        ("It fell last night.", "night"),
        ("They will meet tomorrow at noon.", "noon"),
    ],
)
def test_the_part_of_the_day_is_kept(text: str, part: str) -> None:
    mention = only(text)
    assert (mention.part, mention.precision) == (part, DatePrecision.PART_OF_DAY)


@pytest.mark.parametrize(
    ("text", "quote", "first", "last"),
    [
        ("It opened in May 2016.", "May 2016", "2016-05-01", "2016-05-31"),
        ("It opened in 2016.", "2016", "2016-01-01", "2016-12-31"),
        ("It opened in June.", "June", "2017-06-01", "2017-06-30"),
        ("It opened last September.", "last September", "2017-09-01", "2017-09-30"),
        ("It opened last week.", "last week", "2018-02-05", "2018-02-11"),
        ("It opened last month.", "last month", "2018-01-01", "2018-01-31"),
        ("It opens next year.", "next year", "2019-01-01", "2019-12-31"),
        ("It opened in the 1990s.", "1990s", "1990-01-01", "1999-12-31"),
        ("It opened in the 15th century.", "15th century", "1400-01-01", "1499-12-31"),
        ("It opened in Q3 2016.", "Q3 2016", "2016-07-01", "2016-09-30"),
        ("It opened in the second half of 2016.", "second half of 2016", "2016-07-01", "2016-12-31"),
        ("It opened in early March 2016.", "early March 2016", "2016-03-01", "2016-03-15"),
        ("It opened in mid-March 2016.", "mid-March 2016", "2016-03-10", "2016-03-20"),
        ("It opened in late 2016.", "late 2016", "2016-09-01", "2016-12-31"),
        ("It stood from 2014 to 2017.", "from 2014 to 2017", "2014-01-01", "2017-12-31"),
        ("It stood between May and July 2016.", "between May and July 2016", "2016-05-01", "2016-07-31"),
        ("The fair ran November 18-19, 2016.", "November 18-19, 2016", "2016-11-18", "2016-11-19"),
        (
            "The fair ran from 18 to 19 November 2016.",
            "from 18 to 19 November 2016",
            "2016-11-18",
            "2016-11-19",
        ),
        ("It stood empty in 2013-14.", "2013-14", "2013-01-01", "2014-12-31"),
        ("The fair filled the past two weeks.", "past two weeks", "2018-01-29", "2018-02-11"),
        ("The fair fills the next 3 days.", "next 3 days", "2018-02-13", "2018-02-15"),
        ("It fell in the week of April 10, 2016.", "week of April 10, 2016", "2016-04-04", "2016-04-10"),
        ("It fell over the weekend.", "weekend", "2018-02-10", "2018-02-11"),
        ("It has been shut since 2011.", "since 2011", "2011-01-01", ""),
        ("It was shut before 2011.", "before 2011", "", "2010-12-31"),
        ("It stays shut until Friday.", "until Friday", "", "2018-02-09"),
        ("It will reopen after March 2019.", "after March 2019", "2019-04-01", ""),
    ],
)
def test_longer_and_open_times_are_ranges_of_days(text: str, quote: str, first: str, last: str) -> None:
    assert days(text) == (quote, first, last)


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("It opened in 2016.", DatePrecision.YEAR),
        ("It opened in May 2016.", DatePrecision.MONTH),
        ("It opened on May 7, 2016.", DatePrecision.DAY),
        ("It opened on May 7, 2016, at 9 a.m.", DatePrecision.PART_OF_DAY),
    ],
)
def test_precision_tells_how_much_is_stated(text: str, precision: DatePrecision) -> None:
    assert only(text).precision is precision


@pytest.mark.parametrize(
    "text", ["It fell on Tuesday.", "It fell in June.", "It fell last week.", "It fell on May 3."]
)
def test_without_a_reference_a_relative_date_is_found_and_left_open(text: str) -> None:
    mention = only(text, None)
    assert (mention.first, mention.last, mention.inferred) == ("", "", True)


@pytest.mark.parametrize(
    "text",
    [
        "This may or may not hold.",
        "They march on the town; may they win.",
        "The sun sat low.",
        "About 2000 marines landed.",
        "It cost $2018.",
        "It is 2000 km away.",
        "He spoke at 4:30 p.m.",
        "The ratio is 3/4 of it, around the clock, 24/7.",
        "Call 138-2010-2015.",
        "She was the second to leave and the first to speak.",
        "He is in his early 20s.",
        "An end of the line, a second wave.",
        "He died two days later.",
        "USA Today wrote it.",
        "It was the first win in three years.",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert found(text) == []


def test_two_dates_of_a_sentence_keep_their_own_direction() -> None:
    first, second = found("He said on Thursday that the court will rule on Friday.")
    assert (first.first, second.first) == ("2018-02-08", "2018-02-16")


def test_a_possessive_date_is_not_a_bound() -> None:
    assert days("After Tuesday's collapse the road was shut.") == ("Tuesday", "2018-02-06", "2018-02-06")


def test_an_impossible_day_is_no_day() -> None:
    assert all(
        mention.first != "2019-02-30" for mention in found("It fell on February 30, 2019, or February 473.")
    )


def test_dates_at_the_edge_of_the_calendar_do_not_fail() -> None:
    for reference in (date.min, date.max, date(9998, 12, 31)):
        for text in (
            "It fell 90000 years ago, last year, on Tuesday, in May, next week.",
            "In 999999 weeks it will.",
        ):
            found(text, reference)


def test_easter_follows_the_gregorian_calendar() -> None:
    known = {2000: (4, 23), 2016: (3, 27), 2018: (4, 1), 2024: (3, 31), 2038: (4, 25)}
    for year, (month, day) in known.items():
        assert easter_sunday(year) == date(year, month, day)


def test_a_user_adds_holidays(tmp_path: Path) -> None:
    (tmp_path / "dates.toml").write_text('[holidays]\n"harbour day" = "6-lastsat"\n', encoding="utf-8")
    text = "They met on Harbour Day 2016."
    (mention,) = DateFinder(tmp_path).find(text, Span(0, len(text)), None)
    assert (mention.span.of(text), mention.first) == ("Harbour Day 2016", "2016-06-25")


def test_a_broken_table_is_named(tmp_path: Path) -> None:
    (tmp_path / "dates.toml").write_text("[months]\nmay = 'five'\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"dates\.toml:2"):
        DateFinder(tmp_path)


WORDS = st.sampled_from([
    "on", "in", "since", "until", "before", "after", "between", "from", "to", "and", "-", "/", ".", ",",
    "the", "last", "next", "this", "Tuesday", "Fri", "May", "7", "31", "30th", "2018", "1990s", "week",
    "weeks", "two", "ago", "end", "of", "first", "Christmas", "night", "8:30", "p.m.", "today", "early",
    "2018-02-30", "9/31", "q3", "now",
])  # fmt: skip


@settings(max_examples=500, deadline=None)
@given(
    st.lists(WORDS, max_size=12),
    st.sampled_from([" ", ""]),
    st.one_of(st.none(), st.dates()),
)
@example(words=["last", "9/31", "night"], blank=" ", reference=date(2000, 1, 1))
def test_any_text_gives_ordered_disjoint_spans_and_real_days(
    words: list[str], blank: str, reference: date | None
) -> None:
    text = blank.join(words)
    end = 0
    for mention in FINDER.find(text, Span(0, len(text)), reference):
        assert end <= mention.span.start < mention.span.end <= len(text)
        end = mention.span.end
        first = date.fromisoformat(mention.first) if mention.first else None
        last = date.fromisoformat(mention.last) if mention.last else None
        if first and last:
            assert first <= last
