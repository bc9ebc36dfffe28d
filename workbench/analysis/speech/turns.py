"""Turns: the paragraphs of a transcript, which begin with the speaker's name in capitals and a colon."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from workbench.model.article import Span

_LABEL: Final = re.compile(r"[\"“]?([A-Z][A-Z.'’ -]{0,30}):\s+(?=\S)")
_MARKS: Final = ('"', "“")
_CLOSING: Final = ('"', "”")
_FEWEST: Final = 2


class Turn(NamedTuple):
    """What one speaker says until the next one speaks."""

    label: Span
    """The speaker's name."""
    cue: Span
    """The colon."""
    contents: tuple[Span, ...]
    """What is said, a span for each paragraph."""


def find_turns(text: str, paragraphs: Sequence[Span]) -> dict[int, Turn | None]:
    """Find the turns of a transcript.

    One label may be anything; two or more different ones are a transcript.

    Args:
        text: The canonical text.
        paragraphs: Its paragraphs, in order.

    Returns:
        The turns by the number of their paragraph, and None for the paragraphs that go on with one.
    """
    if ":" not in text:
        return {}
    labels = {}
    for number, paragraph in enumerate(paragraphs):
        label = _LABEL.match(text, paragraph.start, paragraph.end)
        if label:
            labels[number] = label
    if len({label[1] for label in labels.values()}) < _FEWEST:
        return {}
    turns: dict[int, Turn | None] = {}
    for number, label in labels.items():
        contents = [Span(label.end(), paragraphs[number].end)]
        following = number + 1
        while (
            following < len(paragraphs) and following not in labels and _goes_on(text, paragraphs[following])
        ):
            contents.append(paragraphs[following])
            turns[following] = None
            following += 1
        colon = label.end(1)
        turns[number] = Turn(Span(label.start(1), colon), Span(colon, colon + 1), tuple(contents))
    return turns


def _goes_on(text: str, paragraph: Span) -> bool:
    """Tell whether a paragraph goes on with a turn of a quoted transcript: its quotation is left open."""
    return text.startswith(_MARKS, paragraph.start, paragraph.end) and not text.endswith(
        _CLOSING, paragraph.start, paragraph.end
    )
