"""Header lines: what a line above or below an article says about who wrote it, when, and for whom."""

import re
from dataclasses import dataclass
from typing import Final

from workbench.reading.dates import find_date
from workbench.reading.vocabulary import Vocabulary

_LONGEST: Final = 120
"""Code points beyond which no line says who wrote it and when; who had a part in it may take longer."""
_SEPARATORS: Final = re.compile(r"\s+[|•·／–—/-]\s+|\s*[|•·／]\s*")
_YEAR: Final = re.compile(r"\d{4}")
"""What every full date has."""
TIME: Final = re.compile(
    r"\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s*[+-]\d{1,2}:?\d{2})?", re.IGNORECASE
)
"""A time of day, with its zone as an offset."""
_WHERE: Final = " in "
_WORD: Final = re.compile(r"[^\W_]+(?:\.[^\W_]+)*")
_NO_NAME: Final = re.compile(r"[\d:;!?@/\\\"“”()\[\]<>|%$€]")


@dataclass(frozen=True, slots=True)
class HeaderLine:
    """What one line says about the article."""

    byline: str = ""
    """The names after "By"."""
    publisher: str = ""
    """What stands before a bar and a byline."""
    date: str = ""
    """ISO date, or empty."""
    name: str = ""
    """Who stands beside the date without "By": the author or the publisher."""
    is_credit: bool = False
    """Whether it says who else had a part: "Editing by ..."."""

    @property
    def is_date_only(self) -> bool:
        """Whether the line says when and nothing else."""
        return bool(self.date) and not self.byline and not self.is_credit


def read_header_line(line: str, words: Vocabulary) -> HeaderLine | None:
    """Read a line that may be a byline, a dateline or both.

    Args:
        line: One line, trimmed.
        words: Introductions of bylines, months, and what may stand beside a date.

    Returns:
        What it says, or None when it is no such line.
    """
    if line[:30].lower().lstrip("([ ").startswith(words.credit_lines) and len(line) < 3 * _LONGEST:
        return HeaderLine(is_credit=True)
    if len(line) > _LONGEST:
        return None
    found = find_date(line, words.months) if _YEAR.search(line) else None
    rest = f"{line[: found.span.start]} | {line[found.span.end :]}" if found else line
    date = found.iso if found else ""
    byline, publisher = _byline(rest, words)
    if byline:
        return HeaderLine(byline, publisher, date)
    return HeaderLine(date=date) if date and says_only_when(rest, words) else None


def looks_like_name(text: str, words: Vocabulary, most_words: int = 4) -> bool:
    """Tell whether a text is built like the name of a person, or of several: capitals and no digits."""
    parts = text.replace(",", " ").split()
    if not 1 <= len(parts) <= most_words or _NO_NAME.search(text) or text.endswith("."):
        return False
    names = [part for part in parts if part.lower() not in words.name_particles]
    if most_words == 4 and not (len(names) >= 2 and text[0].isalpha() and not text.isupper()):
        return False
    return bool(names) and all(part[0].isupper() or not part[0].isascii() for part in names)


def _byline(line: str, words: Vocabulary) -> tuple[str, str]:
    """Return the names after an introduction such as "By", and what stands before a bar."""
    if words.byline_words.isdisjoint(line.lower().replace("|", " ").split()):
        return "", ""
    before = ""
    for part in (part.strip(" ,;:()[]") for part in _SEPARATORS.split(line)):
        name = _without_introduction(part, words)
        if name:
            return name, before
        if part and not before and not says_only_when(part, words):
            before = part
    return "", ""


def _without_introduction(part: str, words: Vocabulary) -> str:
    lower = part.lower()
    for introduction in words.bylines:
        if lower.startswith(introduction) and lower[len(introduction) : len(introduction) + 1] in (" ", ":"):
            name = _without_date_words(part[len(introduction) :].strip(" :"), words)
            name, _, town = name.partition(_WHERE)
            is_name = looks_like_name(name, words, most_words=10)
            return name if is_name and (not town or town[0].isupper()) else ""
    return ""


def _without_date_words(name: str, words: Vocabulary) -> str:
    """Cut what leads over to a date: "on Monday," after the names."""
    kept = name.split()
    while kept and kept[-1].strip(" ,.;").lower() in words.beside_dates:
        kept.pop()
    return " ".join(kept).strip(" ,;")


def says_only_when(text: str, words: Vocabulary) -> bool:
    """Tell whether nothing stands in a text but numbers and what may stand beside a date."""
    left = _WORD.findall(TIME.sub(" ", text))
    return all(word.lower() in words.beside_dates or word.isdigit() for word in left)
