"""Attributions: who says what, directly or in other words, found in one article."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple

from workbench.analysis.speech.paragraphs import Draft, ParagraphReader, ReadParagraph
from workbench.analysis.speech.speakers import ArticleSpeakers, SpeakerFinder
from workbench.analysis.speech.speakers_mentions import Paragraph
from workbench.analysis.speech.tokens import Tokens
from workbench.analysis.speech.turns import Turn, find_turns
from workbench.model.article import Span
from workbench.model.claim import Speaker


class AttributionMode(StrEnum):
    """How words are attributed."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Attribution(NamedTuple):
    """Words of an article, and who says or thinks them. A tuple, since thousands are made a megabyte."""

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
                    attribution = article.attribution(number, draft)
                    if attribution:
                        found.append(attribution)
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

    def attribution(self, number: int, draft: Draft) -> Attribution | None:
        """Return the attribution of a draft; None where it announces a paragraph that does not come."""
        places, source, source_place, cue_place, is_speech, quoted, subject = draft
        paragraph, base = self._read[number], self._paragraphs[number].start
        is_label = quoted == "none" and cue_place and paragraph.tagged.text[cue_place[0]] == ":"
        if is_label and source and not self._is_speaker(number, source):
            return None
        if places:
            if cue_place is None and base + places[0][0] in self._taken:
                return None
            contents = [Span(base + start, base + end) for start, end in places]
            if places[-1][1] == len(paragraph.tagged.text) and paragraph.is_left_open:
                contents += self._taken_on(self._continued(number))
        else:
            contents = self._taken_on(self._announced(number + 1))
            if not contents:
                return None
            announced = self._read[number + 1]
            quoted = "all" if announced.opens_quoted else "some" if announced.quotations else "none"
        cue = Span(base + cue_place[0], base + cue_place[1]) if cue_place else None
        source_span, speaker = None, None
        if source and source_place:
            source_span = Span(base + source_place[0], base + source_place[1])
            speaker = self.speakers.speaker(paragraph.tagged, source, source_span, base, self._before(number))
        elif subject:
            self.speakers.mention(paragraph.tagged, subject, base)
        elif cue is None and self._quoted[0] >= number - 1:
            speaker = self._quoted[1]
        if quoted != "none":
            self._quoted = number, speaker
        return Attribution(tuple(contents), source_span, cue, _MODES[quoted], speaker, is_speech)

    def _before(self, number: int) -> Paragraph | None:
        """Return the paragraph before one, and where it starts."""
        return (self._read[number - 1].tagged, self._paragraphs[number - 1].start) if number else None

    def _is_speaker(self, number: int, label: Tokens) -> bool:
        """Tell whether what stands before a colon is somebody who speaks."""
        others = [
            other.tagged.written(draft.source)
            for place, other in enumerate(self._read)
            for draft in other.drafts
            if place != number and draft.source
        ]
        return self.speakers.is_label(self._read[number].tagged, label, others)

    def _taken_on(self, contents: list[Span]) -> list[Span]:
        """Note that the quotations of other paragraphs are somebody's already."""
        self._taken.update([span.start for span in contents])
        return contents

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
