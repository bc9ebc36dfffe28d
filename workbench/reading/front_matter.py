"""Front matter: the keys and values between two lines of marks at the top of a Markdown file."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from workbench.model.article import BlockKind, Span
from workbench.reading.pieces import Piece

_FRONT: Final = re.compile(
    r"\s*(?P<mark>---|\+\+\+)[ \t]*\n(?P<body>.*?)^(?P=mark)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_ENTRY: Final = re.compile(r"^[ \t]{0,3}([A-Za-z][\w-]{0,40})[ \t]*[:=][ \t]*(.*)$", re.MULTILINE)
_ITEM: Final = re.compile(r"[ \t]*-[ \t]+(.*)")
_LONGEST: Final = 10_000
"""Code points within which front matter has to end."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The front matter of a Markdown file; without keys where it has none."""

    end: int = 0
    """Where the text after it begins, in code points."""
    piece: Piece | None = None
    """The front matter as a piece that is set aside."""
    values: dict[str, str] = field(default_factory=dict)
    """Keys in lower case, each with its value as one line."""

    def first_of(self, keys: Iterable[str]) -> str:
        """Return the value of the first key that is there and not empty."""
        return next((self.values[key] for key in keys if self.values.get(key)), "")


def read_front_matter(text: str) -> FrontMatter:
    """Read the front matter, YAML or TOML, as far as it is lines of key and value.

    Args:
        text: The canonical text.

    Returns:
        The values, and where the article begins.
    """
    if text.lstrip()[:3] not in ("---", "+++"):
        return FrontMatter()
    match = _FRONT.match(text[:_LONGEST])
    values = _values(match["body"]) if match else {}
    if match is None or not values:
        return FrontMatter()
    span = Span(match.start("mark"), len(match.group().rstrip()))
    piece = Piece(span, " ".join(span.of(text).split()), False, BlockKind.BOILERPLATE, "front matter")
    return FrontMatter(match.end(), piece, values)


def _values(body: str) -> dict[str, str]:
    values: dict[str, str] = {}
    key = ""
    for line in body.splitlines():
        entry, item = _ENTRY.match(line), _ITEM.match(line)
        if item and key:
            values[key] = ", ".join(filter(None, (values[key], _plain(item[1]))))
        elif entry:
            key = entry[1].lower()
            values[key] = _plain(entry[2])
    return values


def _plain(value: str) -> str:
    """Return a value without quotes, and a list as its entries with commas."""
    value = value.strip()
    if value.startswith("[") and value.endswith("]"):
        return ", ".join(filter(None, (_plain(entry) for entry in value[1:-1].split(","))))
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value
