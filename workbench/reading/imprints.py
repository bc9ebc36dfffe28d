"""Imprints: lines that name a publisher without "by", as "Coast Gazette, 5 March 2021" does."""

import re
from collections.abc import Iterable
from typing import Final

from workbench.reading.dates import find_date
from workbench.reading.header_lines import TIME, HeaderLine, looks_like_name, says_only_when
from workbench.reading.vocabulary import Vocabulary

_LONGEST: Final = 120
"""Code points beyond which no line is an imprint."""
_MOST_WORDS: Final = 6
"""Words beyond which nothing is a publisher's name."""
_MOST_NAMES: Final = 2
"""Names in one imprint: the publisher, and its section or town."""
_YEAR: Final = re.compile(r"\d{4}")
_PARTS: Final = re.compile(r"\s+[|•·／–—/-]+\s+|\s*[|•·／;,()\[\]]\s*|\s[-–—]+$")
_PAGE: Final = re.compile(
    r"(?:pages?|pp?\.|section|issue|volume|vol\.|no\.|nr\.)?\s?[A-Z]?\d{1,4}", re.IGNORECASE
)
_SITE: Final = re.compile(r"[\w-]+(?:\.[\w-]+){0,3}\.[a-z]{2,10}")
_MARGIN: Final = " ,;:.|•·-–—/"
_PLACE: Final = r"\b(?:in|at|near|outside|around)\s+{}\b"


def read_imprint(line: str, words: Vocabulary) -> HeaderLine | None:
    """Read a line that names a publisher or an author beside a date, or says that a staff wrote it.

    Args:
        line: One line, trimmed.
        words: Months, words for staffs and agencies, and what may stand beside a date.

    Returns:
        What it says, or None when it is no such line.
    """
    if len(line) > _LONGEST:
        return None
    lower = line.lower().rstrip(".")
    if lower.endswith(words.staffs):
        return _staff(line, lower, words)
    found = find_date(line, words.months) if _YEAR.search(line) else None
    if found is None:
        return None
    names = list(_names(f"{line[: found.span.start]} | {line[found.span.end :]}", words))
    if len(names) > _MOST_NAMES or not all(_may_be_name(name, words) for name in names):
        return None
    if len(names) > 1 and not names_publisher(names[0], words) and names_publisher(names[1], words):
        return HeaderLine(name=names[0], publisher=names[1], date=found.iso)
    return HeaderLine(name=names[0] if names else "", date=found.iso)


def names_publisher(name: str, words: Vocabulary) -> bool:
    """Tell whether a name is that of a paper, a station or a body, and not of a person.

    Args:
        name: A name, as a line gives it.
        words: Words in the names of publishers.

    Returns:
        True for "Coast Gazette", "The Coast", and for one word; False for "Ana Lund".
    """
    parts = name.split()
    return len(parts) == 1 or parts[0] == "The" or not words.publisher_words.isdisjoint(map(str.lower, parts))


def is_place(name: str, texts: Iterable[str]) -> bool:
    """Tell whether an article speaks of a name as of a place: "in Port Ellery"."""
    place = re.compile(_PLACE.format(re.escape(name)), re.IGNORECASE)
    return any(place.search(text) for text in texts)


def without_publisher(byline: str, words: Vocabulary) -> tuple[str, str]:
    """Part a byline from the publisher that it ends with.

    Args:
        byline: The names after "By".
        words: Words in the names of publishers.

    Returns:
        The authors, and the publisher or nothing: "Ana Lund" and "Coast Gazette".
    """
    authors, comma, last = byline.rpartition(", ")
    if comma and last[:1].isupper() and " and " not in last and names_publisher(last, words):
        return (authors, last) if last.rstrip(".").lower() not in words.name_suffixes else (byline, "")
    return byline, ""


def publisher_beside(line: str, words: Vocabulary) -> str:
    """Return the publisher that a byline names after a bar: "By Ana Lund | Coast Gazette".

    Args:
        line: The line of the byline.
        words: Words in the names of publishers.

    Returns:
        The publisher, or nothing.
    """
    parts = (part.strip(_MARGIN) for part in _PARTS.split(line)[1:])
    found = (part for part in parts if " " in part and not says_only_when(part, words))
    return next((one for one in found if names_publisher(one, words) and _may_be_name(one, words)), "")


def _staff(line: str, lower: str, words: Vocabulary) -> HeaderLine | None:
    """Read a line that ends like "staff" or "from agency reports"."""
    ending = next(staff for staff in words.staffs if lower.endswith(staff))
    name = line[: len(lower) - len(ending)]
    if name and name[-1].isalpha():
        return None
    name = name.strip(" ,;|-–—")
    if name[:3].lower() == "by ":
        line, name = line[3:].strip(), name[3:].strip()
    if not name:
        return HeaderLine(byline=line)
    if not looks_like_name(name, words, most_words=_MOST_WORDS):
        return None
    return HeaderLine(byline=line, publisher=name if names_publisher(name, words) else "")


def _names(rest: str, words: Vocabulary) -> Iterable[str]:
    """Give what an imprint names beside its date."""
    for part in _PARTS.split(rest):
        kept = TIME.sub(" ", part).strip(_MARGIN).split()
        while kept and kept[0] != "The" and kept[0].strip(":").lower() in words.beside_imprints:
            kept.pop(0)
        while kept and kept[-1].islower() and kept[-1].strip(":") in words.beside_imprints:
            kept.pop()
        name = " ".join(kept)
        lower = name.lower()
        if lower in words.staffs or lower in words.name_suffixes or _PAGE.fullmatch(name):
            continue
        if name and not says_only_when(name, words):
            yield name


def _may_be_name(name: str, words: Vocabulary) -> bool:
    if _SITE.fullmatch(name):
        return True
    plain = " ".join(word for word in name.split() if word not in ("of", "the", "for"))
    return looks_like_name(plain, words, most_words=_MOST_WORDS)
