"""Header lines: what a line above or below an article says about who wrote it, when, and for whom."""

import re
from dataclasses import dataclass
from typing import Final

from workbench.reading.dates import find_date
from workbench.reading.vocabulary import Vocabulary

_LONGEST: Final = 160
"""Code points beyond which no line is a header line."""
_SEPARATORS: Final = re.compile(r"\s+[|•·／–—/-]\s+|\s*[|•·／]\s*")
_NAME: Final = re.compile(
    r"(?:[^\W\d_][\w’'.-]*\s+(?:(?:and|&|de|del|della|van|von|der|den|al|bin|el|la|di|da|dos|und|et|y)\s+)*,?){0,7}[^\W\d_][\w’'.-]*",
)
_TIME: Final = re.compile(
    r"\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s*[+-]\d{1,2}:?\d{2})?", re.IGNORECASE
)
_WORD: Final = re.compile(r"[^\W_]+(?:\.[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class HeaderLine:
    """What one line says about the article."""

    byline: str = ""
    """The names after "By"."""
    publisher: str = ""
    """What stands before a bar and a byline."""
    date: str = ""
    """ISO date, or empty."""
    is_date_only: bool = False
    """Whether the line says when and nothing else."""


def read_header_line(line: str, words: Vocabulary) -> HeaderLine | None:
    """Read a line that may be a byline, a dateline or both.

    Args:
        line: One line, trimmed.
        words: Introductions of bylines, months, and what may stand beside a date.

    Returns:
        What it says, or None when it is no such line.
    """
    if len(line) > _LONGEST:
        return None
    found = find_date(line, words.months)
    rest = (line[: found.span.start] + " | " + line[found.span.end :]) if found else line
    date = found.iso if found else ""
    byline, publisher = _byline(rest, words)
    if byline:
        return HeaderLine(byline, publisher, date)
    if date and _says_only_when(rest, words):
        return HeaderLine(date=date, is_date_only=True)
    return None


def _byline(line: str, words: Vocabulary) -> tuple[str, str]:
    """Return the names after an introduction such as "By", and what stands before a bar."""
    before = ""
    for part in filter(None, (part.strip(" ,;:()[]") for part in _SEPARATORS.split(line))):
        name = _without_introduction(part, words)
        if name:
            return name, before
        before = before or (part if not _says_only_when(part, words) else "")
    return "", ""


def _without_introduction(part: str, words: Vocabulary) -> str:
    lower = part.lower()
    for introduction in words.bylines:
        if lower.startswith(introduction) and lower[len(introduction) : len(introduction) + 1] in (" ", ":"):
            name = _without_date_words(part[len(introduction) :].strip(" :"), words)
            return name if looks_like_name(name, most_words=10) else ""
    return ""


def _without_date_words(name: str, words: Vocabulary) -> str:
    """Cut what leads over to a date: "on Monday," after the names."""
    kept = name.split()
    while kept and kept[-1].strip(" ,.;").lower() in words.beside_dates:
        kept.pop()
    return " ".join(kept).strip(" ,;")


def looks_like_name(text: str, most_words: int = 4) -> bool:
    """Tell whether a text is built like the name of a person or of several: capitalised words, no digits."""
    parts = text.replace(",", " ").split()
    if not 1 <= len(parts) <= most_words or not _NAME.fullmatch(text.replace(",", "")):
        return False
    capitals = sum(part[0].isupper() or not part[0].isascii() for part in parts)
    return capitals >= max(1, len(parts) - len(parts) // 2) and parts[0][0].isupper()


def _says_only_when(text: str, words: Vocabulary) -> bool:
    left = _TIME.sub(" ", text)
    return all(word.lower() in words.beside_dates or word.isdigit() for word in _WORD.findall(left))
