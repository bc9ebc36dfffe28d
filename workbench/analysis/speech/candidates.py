"""Candidates: one way to read one cue, and what all ways to read it share."""

from enum import StrEnum
from typing import NamedTuple

from workbench.analysis.speech.cuewords import Cue
from workbench.analysis.speech.frames import Frame
from workbench.analysis.speech.tokens import Sentence, Tokens


class Side(StrEnum):
    """Where the content of a candidate lies, seen from its cue."""

    RIGHT = "right"
    LEFT = "left"
    AROUND = "around"


class Candidate(NamedTuple):
    """One way to read one cue. A tuple, since thousands are made for each megabyte."""

    token: int
    """The cue's token."""
    form: str
    """The cue's letter."""
    cue: Cue
    """The cue's entry in the lexicon."""
    side: Side
    """Where the content lies."""
    frame: Frame
    """How the cue goes on."""
    source: Tokens | None
    """The source's phrase."""
    link: str
    """How the source was found: "before", "after", "possessor", "shared", "none"."""
    contents: tuple[Tokens, ...]
    """The content, in order; empty when it is the next paragraph."""
    nesting: str = ""
    """What else puts words around it: "clause" of an earlier cue, "tail" of a later one; or nothing."""
    is_quoted: bool = False
    """Whether the content before the cue ends with a quotation."""
    is_tight: bool = False
    """Whether the sentence has words before that quotation which the content leaves out."""


class CuePlace(NamedTuple):
    """A cue in its sentence: what all its candidates share."""

    sentence: Sentence
    """The sentence."""
    token: int
    """The cue's token."""
    cue: Cue
    """The cue's entry in the lexicon."""
    frame: Frame
    """How the cue goes on."""
    source: Tokens | None
    """The source's phrase."""
    link: str
    """How the source was found."""
    nesting: str
    """What else puts words around it."""

    def candidate(
        self, side: Side, *contents: Tokens, is_quoted: bool = False, is_tight: bool = False
    ) -> Candidate:
        """Return the candidate with the given content."""
        form = self.sentence.tags[self.token]
        return Candidate(
            self.token, form, self.cue, side, self.frame, self.source, self.link, contents,
            self.nesting, is_quoted, is_tight,
        )  # fmt: skip
