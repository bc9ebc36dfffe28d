"""Paragraphs: the attributions within one paragraph."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from workbench.analysis.speech.cues import CUE_LETTERS
from workbench.analysis.speech.lexicon import Lexicon
from workbench.analysis.speech.parses import Reading, SentenceParser
from workbench.analysis.speech.quotations import QuotedRun, quoted_runs
from workbench.analysis.speech.tokens import Place, Tagged, Tokens

_TITLE_LABEL: Final = re.compile(r"N{1,4}:(?=..)|[DjNnpMEZk#Ff&t]{1,8}:(?=[qQ])")
_LABEL: Final = re.compile(r"N{1,4}:(?=[qQ])")
_SIGNED: Final = re.compile(r"[qQ]-[DjNnpE,Ff]{1,12}$")
_MARKS: Final = "\"“”«»'’‘`"
_FEWEST_WORDS: Final = 4
_LONGEST_SENTENCE: Final = 400
_HALF: Final = 0.5


class Draft(NamedTuple):
    """An attribution within a paragraph, before its speaker is known."""

    contents: tuple[Place, ...]
    """What is said; nothing where it is the next paragraph."""
    source: Tokens | None
    """The source's tokens."""
    source_place: Place | None
    """Where the source lies."""
    cue: Place | None
    """Where the cue lies."""
    is_speech: bool
    """Whether it is said, and not thought, wanted or shown."""
    quoted: str
    """How much of the content is quoted: "all", "some", "none"."""
    subject: Tokens | None = None
    """Who is told it, or spoken of, where the cue is a passive."""


class ReadParagraph(NamedTuple):
    """A paragraph and what was found in it."""

    tagged: Tagged
    """Its letters."""
    quotations: Sequence[QuotedRun]
    """Its quotations."""
    drafts: Sequence[Draft]
    """Its attributions, in the order of what is said."""

    @property
    def opens_quoted(self) -> bool:
        """Whether it begins with a quotation."""
        return bool(self.quotations) and self.quotations[0].start == 0

    @property
    def goes_on(self) -> bool:
        """Whether it begins with a quotation that nobody in it is said to say."""
        return self.opens_quoted and not any(
            draft.cue and draft.contents[:1] and draft.contents[0][0] == 0 for draft in self.drafts
        )

    @property
    def is_left_open(self) -> bool:
        """Whether its last quotation has no closing mark."""
        return bool(self.quotations) and not self.quotations[-1].is_closed


class ParagraphReader:
    """Reads paragraphs.

    Args:
        tables_folder: The user's own tables, or None.

    Raises:
        ConfigError: A table of the user is broken.
    """

    def __init__(self, tables_folder: Path | None = None) -> None:
        self._lexicon = Lexicon(tables_folder)
        self._parser = SentenceParser(self._lexicon, tables_folder)

    def read(self, text: str, is_title: bool) -> ReadParagraph:
        """Read one paragraph.

        Args:
            text: Its text.
            is_title: Whether it is the article's first.

        Returns:
            The paragraph with its attributions.
        """
        quotations = quoted_runs(text)
        tagged = Tagged(text, quotations, self._lexicon)
        tags = tagged.tags
        has_colon = ":" in tags
        drafts = self._said(tagged, is_title) if CUE_LETTERS.search(tags) else []
        if quotations or has_colon:
            drafts = [*_labelled(tagged, is_title), *drafts]
            drafts += [
                Draft(((run.start, run.end),), None, None, None, True, "all")
                for run in _uncovered(tagged, drafts)
            ]
        if len(drafts) > 1:
            drafts.sort(key=_contents_first)
        return ReadParagraph(tagged, quotations, drafts)

    def name(self, text: str) -> Tagged:
        """Tag a name that stands outside a sentence."""
        return Tagged(text, (), self._lexicon)

    def _said(self, tagged: Tagged, is_title: bool) -> list[Draft]:
        """Lay the parses of the sentences over the paragraph."""
        chosen: list[Draft] = []
        doubtful: list[tuple[float, Tokens, Reading]] = []
        tags = tagged.tags
        for run, ends_paragraph in tagged.sentences():
            first, last = run
            if last - first > _LONGEST_SENTENCE or not CUE_LETTERS.search(tags, first, last):
                continue
            words = tagged.words(run)
            for reading in self._parser.parse(tags[first:last], words, ends_paragraph, is_title):
                if reading.is_chosen:
                    chosen.append(laid_over(tagged, run, reading))
                elif tagged.quotations:
                    doubtful.append((-reading.score, run, reading))
        uncovered = _uncovered(tagged, chosen) if doubtful else []
        for _, run, reading in sorted(doubtful, key=lambda one: one[:2]):
            if not uncovered:
                break
            draft = laid_over(tagged, run, reading)
            if any(_fits(quotation, draft) for quotation in uncovered):
                chosen.append(draft)
                uncovered = [quotation for quotation in uncovered if not _covers(draft, quotation)]
        return chosen


def laid_over(tagged: Tagged, sentence: Tokens, reading: Reading) -> Draft:
    """Lay one reading of a sentence over its paragraph.

    Args:
        tagged: The paragraph.
        sentence: Its sentence that is read.
        reading: The reading.

    Returns:
        The draft, with the quotations that follow the sentence and go on with it.
    """
    candidate, (first, last) = reading.candidate, sentence
    place, at = tagged.place, first + candidate.token
    contents = tuple([place((first + begin, first + end)) for begin, end in candidate.contents])
    if candidate.is_quoted:
        contents += _following(tagged, last)
    source, source_place = candidate.source, None
    if source:
        source = first + source[0], first + source[1]
        source_place = place(source)
    subject = (first + reading.subject[0], first + reading.subject[1]) if reading.subject else None
    cue = place((at, at + 1))
    return Draft(contents, source, source_place, cue, reading.is_speech, reading.quoted, subject)


def _following(tagged: Tagged, at: int) -> tuple[Place, ...]:
    """Return the quotations that stand alone as sentences after a sentence with a quotation."""
    tags = tagged.tags
    if tags[at : at + 1] == ".":
        at += 1
    found = []
    while tags[at : at + 1] == "Q" or (tags[at : at + 1] == "q" and at + 1 == len(tags)):
        found.append(tagged.place((at, at + 1)))
        at += 1
    return tuple(found)


def _contents_first(draft: Draft) -> tuple[Place, ...]:
    """Sort drafts by where what is said begins."""
    return draft.contents[:1]


def _labelled(tagged: Tagged, is_title: bool) -> list[Draft]:
    """Read a paragraph that a name and a colon introduce, or that a dash and a name sign."""
    tags = tagged.tags
    if _SIGNED.match(tags):
        source = (2, len(tags))
        contents = (tagged.place((0, 1)),)
        return [Draft(contents, source, tagged.place(source), tagged.place((1, 2)), True, "all")]
    label = (_TITLE_LABEL if is_title else _LABEL).match(tags)
    if label is None:
        return []
    colon, end = label.end() - 1, len(tags.rstrip("."))
    content = tags[colon + 1 : end]
    quoted = "all" if content in ("q", "Q") else "some" if "q" in content or "Q" in content else "none"
    contents = (tagged.place((colon + 1, max(end, colon + 2))),)
    source = (0, colon)
    return [Draft(contents, source, tagged.place(source), tagged.place((colon, colon + 1)), True, quoted)]


def _uncovered(tagged: Tagged, drafts: Sequence[Draft]) -> list[QuotedRun]:
    """Return the full quotations that no draft covers."""
    return [
        run
        for run in tagged.quotations.values()
        if _is_full(tagged.text[run.start : run.end]) and not any(_covers(draft, run) for draft in drafts)
    ]


def _covers(draft: Draft, quotation: QuotedRun) -> bool:
    """Tell whether a draft has half of a quotation or more."""
    return _shared(quotation, draft.contents) > _HALF * (quotation.end - quotation.start)


def _fits(quotation: QuotedRun, draft: Draft) -> bool:
    """Tell whether a quotation is what most of a draft's content is."""
    size = sum(end - start for start, end in draft.contents)
    return _shared(quotation, draft.contents) > _HALF * size


def _is_full(quotation: str) -> bool:
    """Tell whether a quotation is a sentence, and not a title or a word held at arm's length."""
    words = quotation.strip(_MARKS)
    return words[:1].isupper() and words[-1:] in ".,!?…" and len(words.split()) >= _FEWEST_WORDS


def _shared(run: QuotedRun, contents: Sequence[Place]) -> int:
    return sum(max(0, min(run.end, end) - max(run.start, start)) for start, end in contents)
