"""Content before its cue: "…," she said, and what goes on after the cue."""

import re
from collections.abc import Iterator
from typing import Final

from workbench.analysis.speech.candidates import Candidate, CuePlace, Side
from workbench.analysis.speech.frames import NOMINAL, frame_after
from workbench.analysis.speech.speakers_phrases import after
from workbench.analysis.speech.tokens import Sentence

_NEXT_CUE: Final = re.compile(r",R?G|,?c|,[K&BR]?[DjNnpEMt#]{0,8}R{0,2}[szZ]")
_QUOTED_REST: Final = re.compile(rf"[{NOMINAL},]{{0,18}}?(?P<rest>[K&]?R?)(?=[qQ])")
_REST: Final = re.compile(rf"[{NOMINAL}]{{0,12}}?,(?P<rest>)(?=[^GgBWKRc&,.])")
_QUOTE: Final = re.compile(r"[qQ]")


def preceding(place: CuePlace) -> Iterator[Candidate]:
    """Give the candidates whose content stands before the source and its verb.

    Args:
        place: The cue.

    Yields:
        Candidates with content before the cue, or on both sides of it.
    """
    tags, token, last = place.sentence.tags, place.token, place.sentence.size
    edge = place.source[0] if place.source and place.link == "before" else token
    if edge <= 0 or tags[edge - 1] not in "q,-":
        return
    if place.link != "before":
        place = _inverted(place)
    boundary = tags[edge - 1]
    is_quoted = boundary == "q" or (boundary == "," and tags[edge - 2] == "q")
    end = edge if boundary == "q" else edge - 1
    begin = tags.rfind(":", 0, edge) + 1 if is_quoted else 0
    if end <= begin:
        return
    goes_on = _rest(place, end - 1 if is_quoted else None)
    rest_end = right_end(tags, goes_on) if goes_on < last else goes_on
    if is_quoted and rest_end == goes_on and begin < end - 1:
        yield place.candidate(Side.LEFT, (end - 1, end), is_quoted=True, is_tight=True)
    if rest_end == goes_on or not is_quoted:
        yield place.candidate(Side.LEFT, (begin, end), is_quoted=is_quoted)
    if rest_end > goes_on:
        yield place.candidate(Side.AROUND, (begin, end), (goes_on, rest_end), is_quoted=is_quoted)


def by_agent(place: CuePlace) -> Iterator[Candidate]:
    """Give the candidate of a passive: "the strike was confirmed by the army".

    Args:
        place: The cue, in the form of a participle.

    Yields:
        The candidate whose content stands before the cue, and whose source after "by".
    """
    sentence, token = place.sentence, place.token
    if sentence.words[token + 1 : token + 2] != ("by",) or sentence.tags[token - 1] not in "yR":
        return
    agent, subject = after(sentence, token + 2), place.source
    if agent is not None and subject is not None and place.link == "before":
        frame = place.frame._replace(name="agent")
        yield place._replace(source=agent, link="agent", frame=frame).candidate(Side.LEFT, subject)


def after_as(place: CuePlace) -> Iterator[Candidate]:
    """Give the candidate of "As the army reported, …".

    Args:
        place: The cue.

    Yields:
        The candidate whose content begins after the comma.
    """
    tags, source = place.sentence.tags, place.source
    if source is not None and source[0] == 1 and tags[0] == "a" and place.link == "before":
        comma = tags.find(",", place.token)
        if 0 < comma < len(tags) - 1:
            frame = place.frame._replace(name="as", closing="")
            yield place._replace(frame=frame).candidate(Side.RIGHT, (comma + 1, len(tags)))


def right_end(tags: str, begin: int) -> int:
    """Return where content that begins at a token ends at the latest: at the next cue, or at the end."""
    match = _NEXT_CUE.search(tags, begin + 1)
    return match.start() if match else len(tags)


def _rest(place: CuePlace, quote: int | None) -> int:
    """Return the token at which the content goes on after the cue, or the sentence's end."""
    tags, last = place.sentence.tags, place.sentence.size
    following = max(place.token + 1, place.source[1] if place.source else 0)
    rest = (_REST if quote is None else _QUOTED_REST).match(tags, following)
    if rest and rest.end() < last:
        return rest.start("rest")
    return last if quote is None else _interrupted(place.sentence, quote, following)


def _interrupted(sentence: Sentence, quote: int, following: int) -> int:
    """Return the quotation that goes on in the middle of what another one left, or the sentence's end."""
    later = _QUOTE.search(sentence.tags, following)
    if later is None or sentence.tags[later.start() - 1] != ",":
        return sentence.size
    if "," in sentence.words[quote] and "a" in sentence.words[later.start()]:
        return later.start()
    return sentence.size


def _inverted(place: CuePlace) -> CuePlace:
    """Take the phrase after the verb for its source: "…," said the mayor."""
    source = after(place.sentence, place.token + 1)
    if source is None:
        return place
    return place._replace(source=source, link="after", frame=frame_after(place.sentence.tags, source[1]))
