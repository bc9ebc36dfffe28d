"""Acronyms that a text explains: "Harbour Workers of Lund (HWL)"."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

_ACRONYM: Final = re.compile(r"\(\s*[\"“'‘]?([A-Z][A-Za-z]{1,7}|(?:[A-Z]\.){2,7})[\"”'’]?\s*[),;]")
_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LONGEST_NAME: Final = 120
"""In code points; how far before its acronym a name is looked for."""
_LONGEST_SMALL_WORD: Final = 3


def explained_acronyms(text: str) -> Iterator[tuple[Sequence[str], str]]:
    """Find the acronyms of a text that stand in brackets after what they are short for.

    Args:
        text: The canonical text of an article.

    Yields:
        The words of the long name and the acronym, as they are written.
    """
    for match in _ACRONYM.finditer(text):
        before = _WORD.findall(text, max(0, match.start() - _LONGEST_NAME), match.start())
        name = _long_name(match[1].replace(".", ""), before)
        if len(name) > 1:
            yield name, match[1]


def _long_name(acronym: str, before: Sequence[str]) -> Sequence[str]:
    """Return the last words whose initials spell the acronym; small words between them may be skipped.

    Schwartz and Hearst (2003) match letters; initials alone are surer, and news spells its acronyms so.
    """
    letters = [letter.lower() for letter in acronym if letter.isupper()]
    if len(letters) < 2:
        return ()
    at = len(before)
    for letter in reversed(letters):
        at -= 1
        while (
            at >= 0
            and before[at][:1].lower() != letter
            and before[at].islower()
            and len(before[at]) <= _LONGEST_SMALL_WORD
        ):
            at -= 1
        if at < 0 or before[at][:1].lower() != letter:
            return ()
    return before[at:] if before[at][:1].isupper() else ()
