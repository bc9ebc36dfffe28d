"""Cues: the words of a sentence that may attribute, and every way to read each of them."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from workbench.analysis.speech.candidates import Candidate, CuePlace, Side
from workbench.analysis.speech.cuewords import Cue
from workbench.analysis.speech.frames import CLAUSES, WITHOUT_CONTENT, Frame, frame_after
from workbench.analysis.speech.preceding import after_as, by_agent, preceding, right_end
from workbench.analysis.speech.sources import source_of
from workbench.analysis.speech.speakers_phrases import after
from workbench.analysis.speech.tokens import Sentence, Tokens

CUE_LETTERS: Final = re.compile(r"[szeGEc]|Z(?!n)|k(?=R?[TofFwi,:])")
"""The letters of the words that may be a cue where they stand."""

_TAIL: Final = re.compile(
    r"[,q](?:[DjNnp#tPEZMFf]{1,12}R?x?[szZ]|[sz][DjNnp][DjNnpEZMFf]{0,12})(?:[RtFo][RtFofaDjNMnpEZ#&]{0,8})?(?:$|,G)"
)
_LEADS_WITHIN: Final = 2
_ACCORDING: Final = Cue("according", ("according",))


def candidates(sentence: Sentence, cues: Mapping[str, Cue]) -> Iterator[Candidate]:
    """Give the candidates of one sentence.

    Args:
        sentence: The sentence.
        cues: The cue words by their forms.

    Yields:
        Candidates in the order of their cues; one cue may have several.
    """
    tags = sentence.tags
    earlier: Tokens | None = None
    clause_until = 0
    tail: re.Match[str] | None = None
    for count, match in enumerate(CUE_LETTERS.finditer(tags)):
        token = match.start()
        if tags[token] == "c":
            yield from _according(sentence, token)
            continue
        cue = cues.get(sentence.words[token])
        if cue is None or (tags[token] == "k" and "noun" not in cue.groups):
            continue
        if count == 0:
            tail = _TAIL.search(tags)
        source, link = source_of(sentence, token, earlier)
        frame = frame_after(tags, token + 1, hears="hearer" in cue.groups)
        nesting = "clause" if clause_until > token else "tail" if tail and tail.start() > token else ""
        for candidate in _of_cue(CuePlace(sentence, token, cue, frame, source, link, nesting)):
            yield candidate
            if tags[token] in "szZ" and candidate.link in ("before", "after") and not nesting:
                earlier = candidate.source
            if candidate.side is Side.RIGHT and candidate.frame.name in CLAUSES and candidate.contents:
                clause_until = max(clause_until, candidate.contents[0][1])


def _of_cue(place: CuePlace) -> Iterator[Candidate]:
    """Give the candidates of a verb or noun: content after it, before it, or on both sides."""
    tags, frame, size = place.sentence.tags, place.frame, place.sentence.size
    if frame.name == "colon" and frame.begin >= size and place.sentence.ends_paragraph:
        yield place._replace(frame=frame._replace(name="next")).candidate(Side.RIGHT)
        return
    form = tags[place.token]
    if form == "s" and place.token > 0:
        yield from by_agent(place)
    if form in "szZ":
        yield from after_as(place)
    before = list(preceding(place)) if form in "szZeE" else []
    is_interrupted = frame.name == "quote" and any(
        one.side is Side.AROUND and one.is_quoted for one in before
    )
    if frame.name not in WITHOUT_CONTENT and frame.begin < size and not is_interrupted:
        end = right_end(tags, frame.begin)
        if end > frame.begin:
            yield place.candidate(Side.RIGHT, (frame.begin, end))
    yield from before


def _according(sentence: Sentence, token: int) -> Iterator[Candidate]:
    """Read "according to" and its source, which stand before the content, after it, or in its middle."""
    tags, size = sentence.tags, sentence.size
    leads = token == 0 or (token <= _LEADS_WITHIN and tags[0] in "&KRB")
    source = after(sentence, token + 2, leads=leads) if tags[token + 1 : token + 2] == "o" else None
    if source is None:
        return
    end = source[1] + 1 if tags[source[1] : source[1] + 1] == "," else source[1]
    if leads:
        side, contents = Side.RIGHT, [(end, size)]
    else:
        side, contents = Side.LEFT, [(0, token - 1 if tags[token - 1] == "," else token)]
        if end > source[1] and tags[end : end + 1] not in ("&", "K", "B", "G"):
            side = Side.AROUND
            contents.append((end, size))
    runs = tuple(run for run in contents if run[1] > run[0])
    if runs:
        yield Candidate(token, "c", _ACCORDING, side, Frame("according", end, ""), source, "after", runs)
