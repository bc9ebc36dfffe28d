"""What a reader sees of a run of Markdown: its text without links, emphasis and tags."""

import re
from typing import Final

_IMAGE: Final = re.compile(r"!\[[^\[\]]{0,1000}\](?:\([^()\n]{0,2000}\)|\[[^\[\]]{0,200}\])")
_LINK: Final = re.compile(
    r"\[([^\[\]]{0,1000})\](?:\([^()\n]{0,2000}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\)|\[[^\[\]]{0,200}\])"
)
_AUTOLINK: Final = re.compile(r"<(https?://[^<>\s]{1,2000})>")
_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]{0,1000}>|<!--.{0,5000}?-->", re.DOTALL)
_ESCAPE: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_EMPHASIS: Final = re.compile(r"[*`~]+|(?<!\w)_+|_+(?!\w)")
_MARKS: Final = " \t\n*_`~.,;:|·•-–—()[]"


def visible_text(source: str) -> str:
    """Return what a reader sees of Markdown, on one line.

    Args:
        source: A paragraph or a heading, without its opening marks.

    Returns:
        Its text; pictures leave nothing.
    """
    text = source
    if "[" in text:
        text = _LINK.sub(r"\1", _IMAGE.sub(" ", text))
    if "<" in text:
        text = _TAG.sub(" ", _AUTOLINK.sub(r"\1", text))
    text = _EMPHASIS.sub("", text)
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    return " ".join(text.split())


def is_image(source: str) -> bool:
    """Tell whether a paragraph is nothing but pictures, linked or not."""
    if not source.startswith(("![", "[![", "<img")):
        return False
    rest = _TAG.sub("", _LINK.sub("", _IMAGE.sub("", source)))
    return not rest.strip(_MARKS)


def is_link(source: str) -> bool:
    """Tell whether a paragraph is nothing but links, as in a menu."""
    if not source.lstrip(_MARKS + "<").startswith(("http",)) and "](" not in source and "][" not in source:
        return False
    rest = _AUTOLINK.sub("", _LINK.sub("", source))
    return not rest.strip(_MARKS) or (rest.startswith(("http://", "https://")) and " " not in rest)
