"""Who says which sentence of an article: attributions, laid over the sentences."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from workbench.analysis.speech.attributions import Attribution, AttributionMode
from workbench.model.article import BlockKind, Span
from workbench.model.claim import Speaker, SpeakerKind
from workbench.tables import read_table

Sentence: TypeAlias = tuple[int, int, BlockKind]
"""Where a sentence begins and ends, and the kind of its block."""

_CLAUSE: Final = "that "
_LABEL: Final = ":"


@dataclass(frozen=True, slots=True)
class Attributed:
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
            named = _places(starts, sentences, (attribution.source, attribution.cue))
            content = _places(starts, sentences, attribution.contents)
            for place in {*named, *content}:
                known = found.get(place, NOBODY)
                is_here = place in named
                takes_over = known.speaker is None or (is_here and not known.is_attributed)
                found[place] = Attributed(
                    speaker=attribution.speaker if takes_over else known.speaker,
                    is_quoted=known.is_quoted or (is_quoted and place in content),
                    is_attributed=known.is_attributed or is_here,
                )
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


def _places(starts: list[int], sentences: Sequence[Sentence], spans: Iterable[Span | None]) -> set[int]:
    places = set()
    for span in spans:
        if span is None:
            continue
        place = max(bisect_right(starts, span.start) - 1, 0)
        while place < len(starts) and starts[place] < span.end:
            if sentences[place][1] > span.start:
                places.add(place)
            place += 1
    return places
