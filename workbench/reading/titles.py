"""The title: the line above the text that says what the article is called."""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Final

from workbench.reading.boilerplate import bare_form, phrase_form
from workbench.reading.pieces import Piece
from workbench.reading.running_text import is_running_text

_WORDS: Final = 30
_LENGTH: Final = 200
_FEW_WORDS: Final = 4
"""A title on a crowded page has at least so many words, unless the page's first line has it too."""
_SHORTEST_AGAIN: Final = 8
"""Code points below which a line that the page's first line holds may be there by chance."""
_SITE: Final = re.compile(r"\s+[-–—|:•·»]\s+")
"""What stands between a page's title and the name of its site."""
_SITE_LENGTH: Final = 60
_AFTER_TITLE: Final = re.compile(r"\s*(?:[-–—|•·»<>«/(…]|\.\.)|\s+:|$")
"""How a page's first line goes on after the title. "Port Office: a statement" is a title of its own."""
_BEFORE_TITLE: Final = re.compile(r"[-–—|•·»«<>:/]\s+$")
"""How it begins where the name of the site comes first."""


@dataclass(frozen=True, slots=True)
class Title:
    """Where the title stands."""

    piece: int
    """The number of its piece."""
    text: str
    """The title as one line, without the name of the site."""


def find_title(
    pieces: Sequence[Piece], above: Sequence[int], headers: Container[int], *, is_crowded: bool
) -> Title | None:
    """Find the title among the lines above the text.

    An article begins with it. A page has menus first; there it is the line that the page's first line
    holds as well (a browser's window title, with the name of the site), or that stands over the byline.

    Args:
        pieces: The pieces of the article.
        above: Numbers of the lines that may be the title, in order.
        headers: Numbers of the lines that say who and when.
        is_crowded: Whether there is more above the text than an article's own lines.

    Returns:
        The title, or None.
    """
    candidates = [index for index in above if _may_be_title(pieces[index].text)]
    again = _again(pieces, candidates, is_crowded=is_crowded)
    if again >= 0:
        return _title(pieces, again)
    if not is_crowded:
        return _title(pieces, candidates[0]) if candidates else None
    parts = _SITE.split(pieces[0].text)
    if len(parts) > 1 and parts[0].count(" ") >= _FEW_WORDS:
        return Title(0, parts[0])
    long = [index for index in candidates if _is_long_heading(pieces[index].text)]
    over = [i for i in long if i + 1 in headers or i + 2 in headers]
    best = over or long
    return _title(pieces, best[-1]) if best else None


def site_of(pieces: Sequence[Piece], title: str) -> str:
    """Return the name of the site that follows the title in a page's first line, or nothing."""
    first = pieces[0].text
    parts = _SITE.split(first)
    if not title or len(parts) < 2 or not first.lower().startswith(title.lower()) or len(first) == len(title):
        return ""
    return parts[-1] if len(parts[-1]) <= _SITE_LENGTH else ""


def _again(pieces: Sequence[Piece], candidates: Sequence[int], *, is_crowded: bool) -> int:
    """Return the last candidate that the first line begins with or holds, or -1."""
    forms = {index: bare_form(phrase_form(pieces[index].text)) for index in (0, *candidates)}
    again = [index for index in candidates if index and _is_held(forms[index], forms[0], or_equal=is_crowded)]
    return again[-1] if again else -1


def _is_held(form: str, page: str, *, or_equal: bool) -> bool:
    """Tell whether a page's first line is a title with the name of its site before or after it."""
    if form == page:
        return or_equal
    at = page.find(form)
    if at < 0 or not _AFTER_TITLE.match(page, at + len(form)):
        return False
    if at == 0:
        return len(form) >= _SHORTEST_AGAIN
    return len(form) > 2 * _SHORTEST_AGAIN and _BEFORE_TITLE.search(page, 0, at) is not None


def _is_long_heading(text: str) -> bool:
    return text.count(" ") >= _FEW_WORDS - 1 and not is_running_text(text)


def _title(pieces: Sequence[Piece], index: int) -> Title:
    return Title(index, " ".join(pieces[index].text.split()))


def _may_be_title(text: str) -> bool:
    return len(text) <= _LENGTH and text.count(" ") < _WORDS and any(map(str.isalpha, text))
