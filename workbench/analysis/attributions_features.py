"""Features: what the linear models see of a candidate, as words that a person can read."""

import re
from typing import Final

from workbench.analysis.attributions_candidates import Candidate, Side
from workbench.analysis.attributions_tokens import Tagged

_GROUP_OF_FRAME: Final = {
    "quote": "quote", "colon": "colon",
    "that": "clause", "laterthat": "clause", "told": "clause", "wh": "clause", "toldwh": "clause", "clausep": "clause",
    "toldclause": "clause", "clause": "clause", "laterclause": "clause", "claused": "claused",
    "inf": "inf", "infn": "inf", "objinf": "inf", "ing": "ing",
    "prep": "prep", "np": "np", "pronoun": "np", "mixed": "mixed", "end": "end", "according": "according",
}  # fmt: skip
_FINITE: Final = re.compile(r"[xyvhszd]")
_MODALS: Final = frozenset("will would can could should may might must shall".split())


def frame_group(frame: str) -> str:
    """Return the family of a frame: "clause" for all ways to put a subordinate clause."""
    return _GROUP_OF_FRAME[frame]


def of_candidate(tagged: Tagged, candidate: Candidate, is_title: bool) -> list[str]:
    """List the features of a candidate."""
    tags, token, cue = tagged.tags, candidate.token, candidate.cue
    side, frame = candidate.side.value, candidate.frame
    group = _GROUP_OF_FRAME[frame]
    if frame == "prep":
        group = "prep " + tagged.word(candidate.contents[0][0] - 1) if candidate.side is Side.RIGHT else "prep"
    place = f"{side} {group}"
    first, last = candidate.contents[0]
    content_tags = "".join([tags[a:b] for a, b in candidate.contents])
    size = len(content_tags)
    subject = _subject(tagged, candidate)
    auxiliary = _auxiliary(tagged, token)
    left = tags[token - 1] if token > candidate.sentence[0] else "^"
    right = tags[token + 1] if token + 1 < len(tags) else "$"
    has_quote = "q" in content_tags or "Q" in content_tags
    has_verb = _FINITE.search(content_tags) is not None
    length = 0 if size < 2 else 1 if size < 4 else 2 if size < 8 else 3 if size < 16 else 4
    listed = cue.groups
    features = [
        "bias",
        place,
        f"{side} {frame}",
        f"verb {cue.lemma}",
        f"verb {cue.lemma} {group}",
        f"verb {cue.lemma} {side}",
        f"form {candidate.tag}",
        f"form {candidate.tag} after {left}",
        f"form {candidate.tag} before {right}",
        f"form {candidate.tag} {group}",
        f"subject {subject}",
        f"{auxiliary}",
        f"{auxiliary} {group}",
        f"content {tags[first]} {side}",
        f"content {tags[first]} {group}",
        f"length {length} {side}",
        f"quote {has_quote} {place}",
        f"finite {has_verb} {place}",
        f"title {is_title}",
        f"title {is_title} form {candidate.tag}",
        f"sentence {'start' if candidate.sentence[0] >= token - 1 else 'later'}",
    ]
    for name in listed:
        features += [
            f"{name} {place}",
            f"{name} subject {subject}",
            f"{name} {auxiliary}",
            f"{name} form {candidate.tag}",
            f"{name} finite {has_verb} {place}",
        ]
    return features


def _subject(tagged: Tagged, candidate: Candidate) -> str:
    source = candidate.source
    if source is None:
        return f"none {candidate.source_kind}"
    tags = tagged.tags
    last = source[1] - 1
    if tags[last] == "," and last > source[0]:
        return f"appositive {candidate.source_kind}"
    head = tags[source[0]:source[1]]
    core = re.split(r"[FfWT(,]", head)[0] or head
    letter = core[-1]
    if letter == "p" and tagged.word(source[0] + len(core) - 1) in PAPERS:
        letter = "paper"
    elif letter == "n" and "N" in core:
        letter = "nN"
    return f"{letter} {candidate.source_kind}"


PAPERS: set[str] = set()


def _auxiliary(tagged: Tagged, token: int) -> str:
    tags = tagged.tags
    at = token - 1
    found = []
    while at >= 0 and tags[at] in "Rxyo":
        word = tagged.word(at)
        if tags[at] == "o":
            found.append("to")
        elif word == "not" or word.endswith("n't") or word == "never":
            found.append("not")
        elif word in _MODALS:
            found.append("modal")
        elif tags[at] == "y":
            found.append("be")
        elif tags[at] == "x":
            found.append("have")
        at -= 1
    return "aux " + " ".join(sorted(set(found)))


_BOUNDARY: Final = re.compile(r",|;|-|\(|[KBF&tWToaicG]")


def boundaries(tagged: Tagged, begin: int, last: int) -> list[int]:
    """Return the tokens at which content that begins at `begin` may end, in order."""
    return [match.start() for match in _BOUNDARY.finditer(tagged.tags, begin + 1, last)]


def of_boundary(tagged: Tagged, candidate: Candidate, begin: int, at: int) -> list[str]:
    """List the features of a place where content may end."""
    tags = tagged.tags
    group = _GROUP_OF_FRAME[candidate.frame]
    here, left = tags[at], tags[at - 1]
    word = tagged.word(at)
    if here in ",;-(&K":
        word = here
    following = tags[at + 1 : at + 4]
    next_word = tagged.word(at + 1) if at + 1 < len(tagged.words) and tags[at + 1] in "KB&WTGwaiR" else tags[at + 1 : at + 2]
    size = at - begin
    length = 0 if size < 2 else 1 if size < 4 else 2 if size < 8 else 3
    content = tags[begin:at]
    has_verb = _FINITE.search(content) is not None
    rest = _CUE_CLAUSE.match(tags, at)
    return [
        "bias",
        f"{here}",
        f"{group} {here}",
        f"{group} {word}",
        f"{here} {next_word}",
        f"{group} {here} {following[:1]}",
        f"{here} {following[:2]}",
        f"{here} {following[:3]}",
        f"{left}{here}",
        f"{left}{here} {group}",
        f"length {length} {here}",
        f"length {length} {group}",
        f"finite {has_verb} {here} {group}",
        f"finite {has_verb} {word}",
        f"cue {rest.lastgroup if rest else ''} {here}",
        f"cue {rest.lastgroup if rest else ''} {candidate.tag}",
        f"cue {rest.lastgroup if rest else ''} {here} {group}",
    ]


_CUE_CLAUSE: Final = re.compile(
    r",?(?:[-KB&]R?)?(?:(?P<gerund>R?G)|(?P<according>c)|(?P<same>R{0,2}[szZ])|(?P<other>[DNnpEMt#P]{1,8}R{0,2}x?[szZ])"
    r"|(?P<clause>[DNnpEMt#P]{1,8}R{0,2}[xyvd])|(?P<verb>R{0,2}[xyvd]))"
)
