"""Parses: the readings of a sentence that the models believe, remembered by its letters and small words.

Papers copy each other, and sentences that differ in names and numbers alone have the same parse.
"""

from pathlib import Path
from typing import Final, NamedTuple

from workbench.analysis.speech.boundaries import BOUNDARY_FAMILIES
from workbench.analysis.speech.candidates import Candidate, Side
from workbench.analysis.speech.cues import candidates
from workbench.analysis.speech.ends import with_end
from workbench.analysis.speech.features import (
    CONTENT_FAMILIES,
    CUE_FAMILIES,
    keys_of_content,
    keys_of_cue,
)
from workbench.analysis.speech.frames import CLAUSES
from workbench.analysis.speech.lexicon import Lexicon
from workbench.analysis.speech.tokens import Sentence, Tokens, sentence_of
from workbench.analysis.speech.weights import LinearModel, weights_of
from workbench.tables import read_table

_TABLES: Final = Path(__file__).parents[1] / "tables"
_THRESHOLD: Final = 0.2
_HOPELESS: Final = -1.0
_SAME: Final = 0.8
_MOST_KEPT: Final = 8_000
_SAYING: Final = frozenset({"speech", "according"})
_JUDGING: Final = frozenset({"discuss", "voice", "judge", "request"})
_TELLING: Final = _JUDGING | {"assess", "show"}
_PLAIN: Final = frozenset({"next", "agent", "as"})


class Reading(NamedTuple):
    """A candidate with its score."""

    candidate: Candidate
    """The candidate, its content cut to size."""
    score: float
    """How likely it is, in log-odds."""
    is_speech: bool
    """Whether it is said, and not thought, wanted or shown."""
    is_chosen: bool
    """Whether it counts; the others may yet be the best for a quotation."""
    quoted: str
    """How much of its content is quoted: "all", "some", "none"."""
    subject: Tokens | None = None
    """Who is told it, or spoken of, where the cue is a passive."""


class SentenceParser:
    """Parses sentences.

    Args:
        lexicon: The cue words.
        tables_folder: The user's own tables, or None.

    Raises:
        ConfigError: A table of the user is broken.
    """

    def __init__(self, lexicon: Lexicon, tables_folder: Path | None = None) -> None:
        weights = read_table(_TABLES, "attribution_weights", tables_folder)
        self._cue_words = lexicon.cues
        self._cues = LinearModel(weights_of(weights, "cue"), (*CUE_FAMILIES, *CONTENT_FAMILIES))
        self._ends = LinearModel(weights_of(weights, "end"), BOUNDARY_FAMILIES)
        self._kept: dict[tuple[str, str, bool, bool], tuple[Reading, ...]] = {}

    def parse(self, tags: str, words: str, ends_paragraph: bool, is_title: bool) -> tuple[Reading, ...]:
        """Read one sentence.

        Args:
            tags: Its letters.
            words: Its words that tell more than their letter, a tab after each.
            ends_paragraph: Whether nothing follows it in its paragraph.
            is_title: Whether it stands in the article's first paragraph.

        Returns:
            The best reading of each cue, in the order of the cues.
        """
        key = (tags, words, ends_paragraph, is_title)
        known = self._kept.get(key)
        if known is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            known = self._kept[key] = self._parse(sentence_of(tags, words, ends_paragraph), is_title)
        return known

    def _parse(self, sentence: Sentence, is_title: bool) -> tuple[Reading, ...]:
        best: dict[int, Reading] = {}
        for candidate in candidates(sentence, self._cue_words):
            score = self._cues.score(keys_of_cue(sentence, candidate, is_title))
            if score < _HOPELESS and candidate.frame.name not in _PLAIN:
                continue
            cut = with_end(sentence, candidate, self._ends)
            score += self._cues.part(keys_of_content(sentence, cut), len(CUE_FAMILIES))
            known = best.get(cut.token)
            if known is None or score > known.score:
                best[cut.token] = reading_of(sentence, cut, score)
        return _without_doubles(best)


def reading_of(sentence: Sentence, candidate: Candidate, score: float) -> Reading:
    """Return a candidate with its score and what follows from it."""
    content = "".join([sentence.tags[begin:end] for begin, end in candidate.contents])
    quotations = content.count("q") + content.count("Q")
    quoted = "all" if quotations == len(content) else "some" if quotations else "none"
    is_speech = _is_speech(candidate, quotations > 0)
    subject = None
    if candidate.form == "s" and candidate.link == "before" and _is_passive(sentence.tags, candidate):
        subject = candidate.source
        candidate = candidate._replace(source=None, link="none")
        # "people were ordered to leave" tells what happened to them
        is_speech = quotations > 0 or (is_speech and candidate.frame.name in CLAUSES)
    is_plain = is_speech and candidate.source is not None and _is_plain(candidate)
    return Reading(candidate, score, is_speech, is_plain or score > _THRESHOLD, quoted, subject)


def _is_passive(tags: str, candidate: Candidate) -> bool:
    """Tell whether the cue's subject hears it, or is what it is about: "the guard was told"."""
    at = candidate.token - 1
    while at > 0 and tags[at] == "R":
        at -= 1
    return tags[at] == "y" and candidate.side is Side.RIGHT and "minded" not in candidate.cue.groups


def _is_plain(candidate: Candidate) -> bool:
    """Tell whether a reading counts whatever its score: it is too plain for doubt."""
    if candidate.frame.name in _PLAIN:
        return True
    return candidate.cue.lemma == "say" and candidate.frame.name in CLAUSES and candidate.link == "before"


def _is_speech(candidate: Candidate, is_quoted: bool) -> bool:
    """Tell whether something is said: by a verb of speech, in quotation marks, or in a clause of its own."""
    if is_quoted:
        return True
    groups = candidate.cue.groups
    if not _SAYING.isdisjoint(groups):
        return candidate.form != "k" or candidate.frame.name in CLAUSES
    if candidate.frame.name in CLAUSES or (candidate.frame.closing and candidate.side is Side.LEFT):
        return not _TELLING.isdisjoint(groups)
    return not _JUDGING.isdisjoint(groups) and candidate.form in "szZ" and candidate.link != "shared"


def _without_doubles(best: dict[int, Reading]) -> tuple[Reading, ...]:
    """Leave out those whose content a better one has."""
    kept: list[Reading] = []
    for reading in sorted(best.values(), key=lambda one: -one.score):
        contents = reading.candidate.contents
        if not contents or all(_overlap(contents, other.candidate.contents) <= _SAME for other in kept):
            kept.append(reading)
    return tuple(sorted(kept, key=lambda one: one.candidate.token))


def _overlap(one: tuple[Tokens, ...], other: tuple[Tokens, ...]) -> float:
    """Return the overlap of two contents, as intersection over union."""
    shared = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)
    return shared / (sum(end - begin for begin, end in (*one, *other)) - shared)
