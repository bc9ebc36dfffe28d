"""Boilerplate by its words: phrases that web pages put around every article."""

from typing import Final

from workbench.model.article import BlockKind
from workbench.reading.vocabulary import Phrases

_MARGIN: Final = " \t.:;,!?…»›>«<|*•·-–—_[]()#\"'"
_SIGNS: Final = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("\xa0", " "))
_LONGEST: Final = 300
"""Code points beyond which a line is not searched: long paragraphs are running text."""
_LONGEST_CAPTION: Final = 220
_LONGEST_NOTICE: Final = 240
"""The same for phrases that news can be about, such as a privacy policy."""

Judgement = tuple[BlockKind, str]
"""A kind and the reason for it."""


def phrase_form(line: str) -> str:
    """Return a line as phrases are written: in lower case, with straight quotes and plain spaces.

    A line that is too long for a phrase stays as it is.
    """
    if len(line) > _LONGEST:
        return line
    form = line.lower()
    if not form.isascii():
        for sign, plain in _SIGNS:
            form = form.replace(sign, plain)
    return form.strip()


def bare_form(form: str) -> str:
    """Return the form of a line without the marks around it."""
    return form.strip(_MARGIN)


def judge_words(form: str, phrases: Phrases) -> Judgement | None:
    """Judge one line by its words alone.

    A phrase that news can be about too, such as "privacy policy", counts only in a short line that
    speaks to the reader or for the publisher.

    Args:
        form: The phrase form of one line or paragraph.
        phrases: The phrases to look for.

    Returns:
        Boilerplate or caption with the words that say so, or None when no phrase fits.
    """
    if len(form) > _LONGEST:
        return None
    bare = bare_form(form)
    if not bare:
        return BlockKind.BOILERPLATE, "a line of marks, without words"
    if bare in phrases.lines or bare in phrases.sections:
        return BlockKind.BOILERPLATE, f"a phrase of web pages: “{bare}”"
    if form[0] in "©ⓒ":
        return BlockKind.BOILERPLATE, "a copyright notice"
    words = frozenset(form.split())
    if phrases.triggers.isdisjoint(words) and form.isascii() and form[-1] not in ")]" and len(words) > 1:
        return None
    if len(words) == 1 and form.startswith(("http://", "https://", "www.")):
        return BlockKind.BOILERPLATE, "nothing but a web address"
    found = phrases.starts.opening(form, words) or phrases.contains.inside(form, words)
    if not found and len(form) <= _LONGEST_NOTICE:
        notice = phrases.notices.inside(form, words)
        found = notice if notice and _is_address(form, words, phrases) else ""
    if found:
        return BlockKind.BOILERPLATE, f"a phrase of web pages: “{found}”"
    caption = _caption(form, words, phrases)
    return (BlockKind.CAPTION, f"names a picture: “{caption}”") if caption else None


def asks_the_reader(form: str, phrases: Phrases) -> bool:
    """Tell whether a line asks its reader for something, or is what a publisher says of itself.

    Args:
        form: The phrase form of one line.
        phrases: Words of address and of request.

    Returns:
        True for "Follow us on ..." and "We welcome your comments"; never for a quote.
    """
    if len(form) > _LONGEST_NOTICE or '"' in form:
        return False
    tokens = frozenset(form.split())
    first = form.split(" ", 1)[0]
    speaks_for_house = not phrases.house.isdisjoint(tokens)
    speaks_to_reader = not phrases.reader.isdisjoint(tokens)
    return (first in phrases.requests and (speaks_for_house or speaks_to_reader or "@" in form)) or (
        speaks_for_house and speaks_to_reader
    )


def phrases_in(form: str, phrases: Phrases) -> list[str]:
    """Name the kinds of phrases that a line has, for the model that judges whole pages.

    Args:
        form: The phrase form of one line.
        phrases: The phrases to look for.

    Returns:
        Features, such as "opens with a phrase of web pages".
    """
    if len(form) > _LONGEST:
        return []
    bare = bare_form(form)
    tokens = frozenset(form.split())
    first = bare.split(" ", 1)[0]
    short = len(form) <= _LONGEST_CAPTION
    tests = (
        (bare in phrases.lines, "is a phrase of web pages"),
        (bare in phrases.sections, "is a heading over links"),
        (phrases.starts.opening(form, tokens), "opens with a phrase of web pages"),
        (
            phrases.contains.inside(form, tokens) or phrases.notices.inside(form, tokens),
            "holds a phrase of web pages",
        ),
        (phrases.captions.inside(form, tokens) if short else "", "names a picture"),
        (short and form[-1:] in ")]" and phrases.credits.search(form), "ends in a credit"),
        (not phrases.reader.isdisjoint(tokens), "speaks to the reader"),
        (not phrases.house.isdisjoint(tokens), "speaks for the publisher"),
        (first in phrases.requests, "asks for something"),
        (first in phrases.lists and len(form) < 50 and form[-1:] not in ".!?", "announces a list"),
    )
    return [name for test, name in tests if test]


def _is_address(form: str, tokens: frozenset[str], phrases: Phrases) -> bool:
    return '"' not in form and not (phrases.reader.isdisjoint(tokens) and phrases.house.isdisjoint(tokens))


def _caption(form: str, words: frozenset[str], phrases: Phrases) -> str:
    if len(form) > _LONGEST_CAPTION:
        return ""
    found = phrases.captions.inside(form, words)
    if found or form[-1] not in ")]":
        return found
    credit = phrases.credits.search(form)
    return credit.group() if credit else ""
