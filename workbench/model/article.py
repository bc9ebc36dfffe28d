"""An article and its blocks: the canonical text that never changes, and what each run of it is."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open code-point offsets `[start, end)` into a canonical text."""

    start: int
    """The first code point."""
    end: int
    """One past the last code point; never below `start`."""

    def __post_init__(self) -> None:
        """Refuse offsets that no text can have."""
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def of(self, text: str) -> str:
        """Return the quote: the run of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Tell whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the span between two offsets without white space at its ends; None where nothing is left."""
    quote = text[start:end]
    start += len(quote) - len(quote.lstrip())
    end = start + len(quote.strip())
    return Span(start, end) if start < end else None


class BlockKind(StrEnum):
    """What a run of an article is."""

    TITLE = "title"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BOILERPLATE = "boilerplate"
    DUPLICATE = "duplicate"
    OFFTOPIC = "offtopic"


SET_ASIDE = frozenset({BlockKind.BOILERPLATE, BlockKind.DUPLICATE, BlockKind.OFFTOPIC})
"""Kinds that are excluded from review: visible on request, never counted."""


@dataclass(frozen=True, slots=True)
class Block:
    """A run of an article that is one thing: a title, a paragraph, a line of boilerplate."""

    span: Span
    """Where it lies, without surrounding white space."""
    kind: BlockKind
    """What it is."""
    reason: str
    """Why it was taken for that, for a person to read: "repeats the title"."""

    @property
    def is_set_aside(self) -> bool:
        """Whether the block is excluded from review."""
        return self.kind in SET_ASIDE


@dataclass(frozen=True, slots=True)
class Article:
    """One source text. Blocks cover all of the text but white space, in order, without overlap."""

    id: str
    """Names the article within a session: its file name, made unique."""
    source: str
    """Where it was read from, as the user named it."""
    text: str
    """The canonical text: all spans are offsets into it."""
    sha256: str
    """Of the canonical text in UTF-8, 64 hexadecimal digits."""
    title: str
    """The title, or the first sentence where the article has none."""
    byline: str
    """Who wrote it, without "By"; empty when not found."""
    publisher: str
    """Who published it; empty when not found."""
    date: str
    """ISO date of publication; empty when not found."""
    blocks: tuple[Block, ...]
    """The runs of the text."""
    warnings: tuple[str, ...] = ()
    """What a reader has to know about the reading: "decoded as windows-1252"."""

    @property
    def origin(self) -> str:
        """The publisher; where it is not known the title, which says more than the file's name."""
        return self.publisher or self.title or self.id
