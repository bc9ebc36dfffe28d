"""The word lists of this room, read once, in the form in which they are looked up."""

import functools
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workbench.tables import Table, read_table

_TABLES: Final = Path(__file__).parent / "tables"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the tables say, for one user."""

    bylines: tuple[str, ...]
    """Introductions of bylines, the longest first."""
    beside_dates: frozenset[str]
    """Words that may stand in a line that only says when; names of months and weekdays too."""
    months: dict[str, object]
    """Names of months, each with its number."""
    front: dict[str, tuple[str, ...]]
    """Keys of front matter for title, byline, date and publisher."""
    phrases: "Phrases"
    """The phrases that are put around articles."""
    stop_words: frozenset[str]
    """Words that any story uses."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases of boilerplate, all in lower case with straight quotes."""

    lines: frozenset[str]
    """Whole lines."""
    starts: re.Pattern[str]
    """Beginnings of lines."""
    contains: re.Pattern[str]
    """Phrases anywhere in a line."""
    captions: re.Pattern[str]
    """Phrases of captions, anywhere in a line."""
    sections: frozenset[str]
    """Headings over lists of other articles."""


@functools.cache
def read_vocabulary(own: Path | None = None) -> Vocabulary:
    """Read the tables, with what the user adds to them.

    Args:
        own: The folder of the user's tables, or None.

    Returns:
        The word lists; read once a process.

    Raises:
        ConfigError: A user's table does not parse, or has an unknown key.
    """
    metadata = read_table(_TABLES, "metadata", own)
    boilerplate = read_table(_TABLES, "boilerplate", own)
    months = _mapping(metadata, "months")
    weekdays = _mapping(metadata, "weekdays")
    return Vocabulary(
        bylines=tuple(sorted(_words(metadata, "bylines"), key=len, reverse=True)),
        beside_dates=frozenset(_words(metadata, "beside_dates")) | months.keys() | weekdays.keys(),
        months=months,
        front={
            key: tuple(_words(metadata, f"front_{key}s")) for key in ("title", "byline", "date", "publisher")
        },
        phrases=Phrases(
            lines=frozenset(_words(boilerplate, "lines")),
            starts=_any_of(_words(boilerplate, "starts")),
            contains=_any_of(_words(boilerplate, "contains")),
            captions=_any_of(_words(boilerplate, "captions")),
            sections=frozenset(_words(boilerplate, "sections")),
        ),
        stop_words=frozenset(_words(read_table(_TABLES, "stopwords", own), "words")),
    )


def _words(table: Table, key: str) -> list[str]:
    words = table[key]
    return [word.lower() for word in words]


def _mapping(table: Table, key: str) -> dict[str, object]:
    mapping = table[key]
    return dict(mapping) if isinstance(mapping, dict) else {}


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    """Compile phrases that must not end in the middle of a word."""
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(
        "|".join(
            re.escape(p) + (r"(?!\w)" if p[-1:].isalnum() and p.isascii() else "") for p in longest_first
        )
    )
