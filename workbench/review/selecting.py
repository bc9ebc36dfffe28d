"""A span being selected by keyboard: its two ends move by letter, word and sentence, or all of it does."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.model.article import Span

_WORD = re.compile(r"\w[\w\u0300-\u036f]*(?:[.,:’'-]\w[\w\u0300-\u036f]*)*")
_JOINER = "\u200d"
_LONGEST_CLUSTER = 32
"""Code points after which a run of combining marks counts as several letters."""


@dataclass(frozen=True, slots=True)
class Selecting:
    """A run of an article that a person is selecting. One of its ends is the one that moves."""

    article: str
    """The id of the article."""
    span: Span
    """What is selected; never empty."""
    claim: str = ""
    """The id of the claim that it began at; empty for none."""
    moves_end: bool = True
    """Whether the end moves, and not the start."""

    @property
    def head(self) -> int:
        """The offset that moves."""
        return self.span.end if self.moves_end else self.span.start

    @property
    def turned(self) -> "Selecting":
        """The same selection with its other end to move."""
        return replace(self, moves_end=not self.moves_end)

    def moved_to(self, head: int) -> "Selecting":
        """Return the selection with its moving end elsewhere; the same one where nothing would be left."""
        start, end = (self.span.start, head) if self.moves_end else (head, self.span.end)
        return replace(self, span=Span(start, end)) if start < end else self

    def on(self, span: Span) -> "Selecting":
        """Return the selection with both ends elsewhere, its end to move."""
        return replace(self, span=span, moves_end=True)


def words_in(text: str, span: Span) -> list[Span]:
    """Return the words of a run of text, numbers and hyphenated words as one.

    Args:
        text: The canonical text.
        span: The run.
    """
    return [Span(*found.span()) for found in _WORD.finditer(text, span.start, span.end)]


def moved(selecting: Selecting, units: Sequence[Span], by: int) -> Selecting:
    """Move an end to the next or previous place where a word or sentence ends, or, for the start, begins.

    Args:
        selecting: The selection.
        units: Words or sentences around its moving end, in reading order.
        by: 1 forwards, -1 backwards.

    Returns:
        The selection; the same one where there is no such place, or nothing would be left.
    """
    places = [unit.end if selecting.moves_end else unit.start for unit in units]
    index = bisect_right(places, selecting.head) if by > 0 else bisect_left(places, selecting.head) - 1
    return selecting.moved_to(places[index]) if 0 <= index < len(places) else selecting


def moved_by_letter(selecting: Selecting, text: str, by: int) -> Selecting:
    """Move an end by one letter with its marks.

    Args:
        selecting: The selection.
        text: The canonical text.
        by: 1 forwards, -1 backwards.
    """
    head = selecting.head + by
    for _ in range(_LONGEST_CLUSTER):
        if not (0 < head < len(text) and _joins(text, head)):
            break
        head += by
    return selecting.moved_to(min(max(head, 0), len(text)))


def neighbour(selecting: Selecting, sentences: Sequence[Span], by: int) -> Selecting:
    """Select the whole next or previous sentence instead.

    Args:
        selecting: The selection.
        sentences: Those around it, in reading order.
        by: 1 forwards, -1 backwards.

    Returns:
        The selection; the same one where there is no such sentence.
    """
    if by > 0:
        found = next((one for one in sentences if one.start >= selecting.span.end), None)
    else:
        found = next((one for one in reversed(sentences) if one.end <= selecting.span.start), None)
    return selecting.on(found) if found is not None else selecting


def _joins(text: str, offset: int) -> bool:
    """Tell whether the letters before and after an offset are one."""
    after, before = text[offset], text[offset - 1]
    return bool(unicodedata.combining(after)) or after in "\ufe0e\ufe0f\u200d" or before == _JOINER


def likely_cut(text: str, span: Span) -> int:
    """Return where a claim most likely falls into two.

    Args:
        text: The canonical text.
        span: The claim, of at least two words.

    Returns:
        The offset of the word after the comma, semicolon or colon that is nearest to the middle; of the
        middle word where there is none.
    """
    words = words_in(text, span)[1:]
    after_pause = [word for word in words if text[span.start : word.start].rstrip(" “\"‘'(")[-1:] in ",;:"]
    middle = (span.start + span.end) / 2
    return min(after_pause or words, key=lambda word: abs(word.start - middle)).start


def cut_moved(text: str, span: Span, cut: int, by: int) -> int:
    """Return the next or previous word of a claim at which it could be cut; the same one at its ends.

    Args:
        text: The canonical text.
        span: The claim.
        cut: The offset of the word where it would be cut now.
        by: 1 forwards, -1 backwards.
    """
    starts = [word.start for word in words_in(text, span)[1:]]
    index = bisect_right(starts, cut) if by > 0 else bisect_left(starts, cut) - 1
    return starts[index] if 0 <= index < len(starts) else cut
