"""Attributions: who says what, directly or in other words, found in one article."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from workbench.analysis.speech.paragraphs import Draft, ParagraphReader, ReadParagraph
from workbench.analysis.speech.speakers import ArticleSpeakers, SpeakerFinder
from workbench.analysis.speech.turns import Turn, find_turns
from workbench.model.article import Span
from workbench.model.claim import Speaker


class AttributionMode(StrEnum):
    """How words are attributed."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words of an article, and who says or thinks them."""

    contents: tuple[Span, ...]
    """What is said, in reading order; a quotation that "he said" interrupts has two."""
    source: Span | None
    """The whole phrase that names the speaker, as in the text; None when nobody is named."""
    cue: Span | None
    """The word that attributes: "said", "according"; None for a quotation that stands alone."""
    mode: AttributionMode
    """Whether the content is quoted, put in other words, or both."""
    speaker: Speaker | None
    """Who it is, pronouns resolved; None when the article does not tell."""
    is_speech: bool
    """Whether somebody says it, in so many words; else it is thought, wanted or shown."""


_MODES: Final = {
    "all": AttributionMode.DIRECT,
    "some": AttributionMode.MIXED,
    "none": AttributionMode.INDIRECT,
}


class AttributionFinder:
    """Finds attributions. Pure: the same text gives the same attributions.

    Args:
        tables_folder: The user's own tables, or None.

    Raises:
        ConfigError: A table of the user is broken.
    """

    def __init__(self, tables_folder: Path | None = None) -> None:
        self._reader = ParagraphReader(tables_folder)
        self._speakers = SpeakerFinder(tables_folder)

    def find(
        self, text: str, paragraphs: Sequence[Span], *, speech_only: bool = False
    ) -> tuple[Attribution, ...]:
        """Find the attributions of one article.

        Args:
            text: The canonical text.
            paragraphs: Its paragraphs in order, the title first where there is one.
            speech_only: Whether to leave out what is thought, wanted or shown.

        Returns:
            The attributions, paragraph by paragraph, in the order of what is said.
        """
        read = [
            self._reader.read(text[paragraph.start : paragraph.end], number == 0)
            for number, paragraph in enumerate(paragraphs)
        ]
        turns = find_turns(text, paragraphs)
        article = _Article(paragraphs, read, self._speakers.article())
        found: list[Attribution] = []
        for number, paragraph in enumerate(read):
            if number in turns:
                found += self._of_turn(text, turns[number], article)
                continue
            for draft in paragraph.drafts:
                if draft.is_speech or not speech_only:
                    found += article.attributions(number, draft)
        return tuple(found)

    def _of_turn(self, text: str, turn: Turn | None, article: "_Article") -> list[Attribution]:
        if turn is None:
            return []
        name = self._reader.name(turn.label.of(text))
        speaker = article.speakers.speaker(name, (0, len(name.tags)), turn.label, turn.label.start)
        return [Attribution(turn.contents, turn.label, turn.cue, AttributionMode.DIRECT, speaker, True)]


class _Article:
    """The read paragraphs of one article, with its speakers so far."""

    def __init__(
        self, paragraphs: Sequence[Span], read: Sequence[ReadParagraph], speakers: ArticleSpeakers
    ) -> None:
        self._paragraphs = paragraphs
        self._read = read
        self.speakers = speakers
        self._quoted: tuple[int, Speaker | None] = -1, None
        self._taken: set[int] = set()

    def attributions(self, number: int, draft: Draft) -> Iterator[Attribution]:
        """Give the attribution of a draft; nothing where it announces a paragraph that does not come."""
        base, quoted = self._paragraphs[number].start, draft.quoted
        if draft.contents:
            if draft.cue is None and base + draft.contents[0][0] in self._taken:
                return
            contents = [Span(base + start, base + end) for start, end in draft.contents]
            if draft.contents[-1][1] == len(self._read[number].tagged.text):
                contents += self._continued(number)
        else:
            contents = self._announced(number + 1)
            if not contents:
                return
            announced = self._read[number + 1]
            quoted = "all" if announced.opens_quoted else "some" if announced.quotations else "none"
        source = (
            Span(base + draft.source_place[0], base + draft.source_place[1]) if draft.source_place else None
        )
        cue = Span(base + draft.cue[0], base + draft.cue[1]) if draft.cue else None
        self._taken.update(span.start for span in contents[len(draft.contents) :])
        speaker = None
        if draft.source and source:
            speaker = self.speakers.speaker(self._read[number].tagged, draft.source, source, base)
        elif cue is None and self._quoted[0] >= number - 1:
            speaker = self._quoted[1]
        if quoted != "none":
            self._quoted = number, speaker
        yield Attribution(tuple(contents), source, cue, _MODES[quoted], speaker, draft.is_speech)

    def _continued(self, number: int) -> list[Span]:
        """Return the quotations of the next paragraphs that go on with one left open."""
        found: list[Span] = []
        while (
            self._read[number].is_left_open
            and number + 1 < len(self._read)
            and self._read[number + 1].goes_on
            and (not found or found[-1].end == self._paragraphs[number].end)
        ):
            number += 1
            found.append(self._opening(number))
        return found

    def _announced(self, number: int) -> list[Span]:
        """Return what "he said:" announces: the next paragraph's quotation, else the next paragraph."""
        if number >= len(self._read):
            return []
        if not self._read[number].opens_quoted:
            return [self._paragraphs[number]]
        opening = self._opening(number)
        if opening.end == self._paragraphs[number].end:
            return [opening, *self._continued(number)]
        return [opening]

    def _opening(self, number: int) -> Span:
        """Return the quotation that a paragraph begins with."""
        base = self._paragraphs[number].start
        return Span(base, base + self._read[number].quotations[0].end)
