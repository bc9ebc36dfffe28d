"""Boilerplate by its words: phrases that web pages put around every article."""

from typing import Final

from workbench.model.article import BlockKind
from workbench.reading.vocabulary import Phrases

_STRAIGHT: Final = str.maketrans("’‘“”\xa0", "''\"\" ")
_MARGIN: Final = " \t.:;,!?…»›>«<|*•·-–—_[]()#"
_LONGEST: Final = 400
"""Code points beyond which a line is not searched: long paragraphs are running text."""
_LONGEST_CAPTION: Final = 220

Judgement = tuple[BlockKind, str]
"""A kind and the reason for it."""


def plain_form(line: str) -> str:
    """Return a line as phrases are written: lower case, straight quotes, no marks around it."""
    return line.translate(_STRAIGHT).lower().strip(_MARGIN)


def judge_words(line: str, phrases: Phrases) -> Judgement | None:
    """Judge one line by its words alone.

    Args:
        line: One line or paragraph.
        phrases: The phrases to look for.

    Returns:
        Boilerplate or caption with the words that say so, or None when no phrase fits.
    """
    if len(line) > _LONGEST:
        return None
    form = line.translate(_STRAIGHT).lower().strip()
    bare = form.strip(_MARGIN)
    if bare in phrases.lines or bare in phrases.sections:
        return BlockKind.BOILERPLATE, f"a phrase of web pages: “{bare}”"
    found = phrases.starts.match(form) or phrases.contains.search(form)
    if found:
        return BlockKind.BOILERPLATE, f"a phrase of web pages: “{found.group()}”"
    if len(line) <= _LONGEST_CAPTION:
        caption = phrases.captions.search(form)
        if caption:
            return BlockKind.CAPTION, f"names a picture: “{caption.group()}”"
    return None
