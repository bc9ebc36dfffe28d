"""Sentences: where one ends and the next begins, as exact spans within a block."""

import re
from pathlib import Path
from typing import Final, Protocol

from workbench.analysis.segmentation.enumerations import FIRST_OF_LIST, item_starts
from workbench.analysis.segmentation.stops import Stop, StopRules
from workbench.model.article import Span

# A stop with what closes with it and the white space after it; a stop with a capital glued to it; a blank
# line. The pattern begins with one set of characters, so that the search for it is a scan in C.
_STOP: Final = re.compile(
    r"""[.!?…\n](?:
        (?<!\n) [.!?…]* (?:\s{1,2}[.!?…]+)* ["'”’»)\]*]* (?:\s[”»]+)? (?:\[\d{1,3}\])? (?:\s+|\Z)
      | (?<=[a-z0-9][a-z0-9%)].) ["”’)]{0,2} (?=["“‘(]?[A-Z][a-z’'\s])
      | (?<=\n) [^\S\n]* \n\s*
    )""",
    re.VERBOSE,
)


class Segmenter(Protocol):
    """What cuts a run of text into sentences."""

    def split(self, text: str, span: Span) -> list[Span]:
        """Return the sentences of `text` within `span`, in order, trimmed, without overlap."""
        ...


class SentenceSplitter:
    """A scan for stops, and rules for those that are not plainly the end of a sentence.

    Args:
        tables: The folder of the shipped tables.
        own: The folder of the user's tables, or None.

    Raises:
        ConfigError: The user's table is broken.
    """

    def __init__(self, tables: Path, own: Path | None = None) -> None:
        self._rules = StopRules(tables, own)

    def split(self, text: str, span: Span) -> list[Span]:
        """Return the sentences of one block.

        Args:
            text: The canonical text.
            span: The block, in code points.

        Returns:
            Spans in order, trimmed, disjoint, with only white space between them.
        """
        return [Span(first, last) for first, last in self.cut(text, span.start, span.end)]

    def cut(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """Return the sentences of `text[start:end]` as pairs of offsets: `split` without its objects."""
        while start < end and text[start].isspace():
            start += 1
        sentences: list[tuple[int, int]] = []
        if text[start : start + 1] in FIRST_OF_LIST:
            for item in item_starts(text, start, end):
                self._scan(text, start, item, sentences)
                start = item
        self._scan(text, start, end, sentences)
        return sentences

    def _scan(self, text: str, start: int, end: int, sentences: list[tuple[int, int]]) -> None:
        end = _trimmed(text, start, end)
        abbreviations = self._rules.abbreviations
        for found in _STOP.finditer(text, start, end):
            at, following = found.span()
            if following == end:
                break
            last = _trimmed(text, at, following)
            certain = False
            if last < following and text[at] == "." and text[following].isupper():
                word = text[max(text.rfind(" ", start, at) + 1, start) : at]
                certain = word.isalpha() and len(word) > 1 and word not in abbreviations
            if certain or self._rules.ends(Stop(text, start, at, last, following, end)):
                sentences.append((start, last))
                start = following
        if start < end:
            sentences.append((start, end))


def _trimmed(text: str, start: int, end: int) -> int:
    """Return the end of `text[start:end]` without the white space before it."""
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
