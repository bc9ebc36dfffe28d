"""Who says which sentence of an article: attributions, laid over the sentences."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

from workbench.analysis.speech.attributions import Attribution, AttributionMode
from workbench.model.article import BlockKind, Span
from workbench.model.claim import Speaker, SpeakerKind
from workbench.tables import read_table

Sentence: TypeAlias = tuple[int, int, BlockKind]
"""Where a sentence begins and ends, and the kind of its block."""

_CLAUSE: Final = "that "
_LABEL: Final = ":"


class Attributed(NamedTuple):
    """What is known of who says a sentence."""

    speaker: Speaker | None = None
    """Who says it; None for the article's own voice."""
    is_quoted: bool = False
    """Whether words of it are quoted."""
    is_attributed: bool = False
    """Whether the sentence itself says who says it."""


NOBODY: Final = Attributed()


class SpeechActs:
    """Tells the attributions that make a sentence somebody's claim.

    Args:
        tables: The folder of the shipped tables.
        own: The folder of the user's tables, or None.

    Raises:
        ConfigError: The user's table is broken.
    """

    def __init__(self, tables: Path, own: Path | None = None) -> None:
        table = read_table(tables, "speech_acts", own)
        self._of_clauses = frozenset(table["of_clauses"])
        self._thoughts = frozenset(table["thoughts"])

    def lay_over(
        self, text: str, sentences: Sequence[Sentence], attributions: Iterable[Attribution]
    ) -> dict[int, Attributed]:
        """Find the sentences that are attributed to somebody, wholly or in part.

        Args:
            text: The canonical text.
            sentences: In order, disjoint.
            attributions: In reading order.

        Returns:
            What is known of them, by the sentence's place in `sentences`. Where two speak in one sentence,
            the first one counts whom that sentence names.
        """
        starts = [start for start, _, _ in sentences]
        found: dict[int, Attributed] = {}
        for attribution in attributions:
            if not self._is_said(text, attribution):
                continue
            is_quoted = attribution.mode is not AttributionMode.INDIRECT
            namers = [span for span in (attribution.source, attribution.cue) if span]
            alone = _only_place(starts, sentences, [*attribution.contents, *namers])
            if alone >= 0:
                _attribute(found, alone, attribution.speaker, is_quoted, bool(namers))
                continue
            named = _places(starts, sentences, namers)
            content = _places(starts, sentences, attribution.contents)
            for place in named | content:
                quotes = is_quoted and place in content
                _attribute(found, place, attribution.speaker, quotes, place in named)
        return found

    def _is_said(self, text: str, attribution: Attribution) -> bool:
        if attribution.cue is None or attribution.mode is not AttributionMode.INDIRECT:
            return True
        cue = attribution.cue.of(text).lower()
        if not attribution.is_speech:
            return cue in self._thoughts
        if cue == _LABEL:
            return attribution.speaker is not None and attribution.speaker.kind is SpeakerKind.NAMED
        content = attribution.contents[0].start if attribution.contents else len(text)
        return cue not in self._of_clauses or text.startswith(_CLAUSE, content)


def _attribute(
    found: dict[int, Attributed], place: int, speaker: Speaker | None, is_quoted: bool, is_here: bool
) -> None:
    """Add an attribution to what is known of a sentence."""
    known = found.get(place)
    if known is None:
        found[place] = Attributed(speaker, is_quoted, is_here)
        return
    takes_over = known.speaker is None or (is_here and not known.is_attributed)
    found[place] = Attributed(
        speaker if takes_over else known.speaker,
        known.is_quoted or is_quoted,
        known.is_attributed or is_here,
    )


def _only_place(starts: list[int], sentences: Sequence[Sentence], spans: Sequence[Span]) -> int:
    """Return the place of the one sentence that has all of the spans, or -1."""
    first, last = spans[0].start, 0
    for span in spans:
        start, end = span.start, span.end
        if start < first:
            first = start
        if end > last:
            last = end
    place = bisect_right(starts, first) - 1
    return place if place >= 0 and last <= sentences[place][1] and first < last else -1


def _places(starts: list[int], sentences: Sequence[Sentence], spans: Iterable[Span]) -> set[int]:
    """Return the sentences that share a code point with one of the spans."""
    places = set()
    for span in spans:
        start, end = span.start, span.end
        place = max(bisect_right(starts, start) - 1, 0)
        while place < len(starts) and starts[place] < end:
            closing = sentences[place][1]
            if closing > start:
                places.add(place)
                if closing >= end:
                    break
            place += 1
    return places
