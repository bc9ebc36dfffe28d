"""Features: what the linear model sees of a candidate, in words that a person can read.

They come in families. The features of a family depend on a short key alone, so that the model adds them
up once for every key and not once for every candidate.
"""

import re
from typing import Final

from workbench.analysis.speech.candidates import Candidate, Side
from workbench.analysis.speech.frames import family
from workbench.analysis.speech.tokens import Sentence

Key = tuple[object, ...]
"""What the features of one family depend on."""

FINITE: Final = re.compile(r"[xyvhszd]")
"""The letters of verbs that can be the verb of a clause."""

_CUE: Final = re.compile(r"[szG]")
_CORE: Final = re.compile(r"[^FfWT(,]*")
_AUXILIARIES: Final = re.compile(r"[Rxyo]*")
_MODALS: Final = (
    "will", "would", "can", "could", "should", "may", "might", "must", "shall",
    "won't", "wouldn't", "can't", "couldn't",
)  # fmt: skip
_NEGATIONS: Final = (
    "not", "never", "don't", "doesn't", "didn't", "isn't", "aren't", "wasn't",
    "weren't", "hasn't", "haven't", "hadn't",
)  # fmt: skip
_AUXILIARY_WORDS: Final = {**dict.fromkeys(_MODALS, "modal"), **dict.fromkeys(_NEGATIONS, "not")}
_AUXILIARY_LETTERS: Final = {"o": "to", "y": "be", "x": "have"}
_LENGTH_CLASSES: Final = (0, 0, 1, 1, *(2,) * 4, *(3,) * 8, 4)
_REPORTING: Final = frozenset({"speech", "think", "assess"})
_SMALL_WORDS: Final = "DjPhTOwi"
_SIDES: Final = {
    (side, is_quoted, is_tight): side.value + " tight" * is_tight + " quoted" * is_quoted
    for side in Side
    for is_quoted in (False, True)
    for is_tight in (False, True)
}


def length_class(size: int) -> int:
    """Return how long a run of tokens is, from 0 for one to 4 for sixteen and more."""
    return _LENGTH_CLASSES[min(size, 16)]


def keys_of_cue(sentence: Sentence, candidate: Candidate, is_title: bool) -> tuple[Key, ...]:
    """Return what each family of `CUE_FAMILIES` depends on: a candidate, whatever its content."""
    tags, token, cue, form = sentence.tags, candidate.token, candidate.cue, candidate.form
    side, group = place_of(sentence, candidate)
    left = tags[token - 1] if token else "^"
    earlier = "cue" if _CUE.search(tags, 0, token) else "verb" if FINITE.search(tags, 0, token) else "none"
    auxiliaries = _auxiliaries(sentence, token)
    return (
        (cue.lemma, cue.groups, side, group, candidate.frame.name),
        (form, left, tags[token + 1 : token + 2], group),
        (cue.groups, _subject(sentence, candidate), side, group),
        (cue.groups, form, auxiliaries, group),
        (is_title, form, candidate.nesting, earlier, side, group, token <= 1),
        (cue.lemma, cue.groups, side, candidate.frame.closing, earlier, form),
    )


def place_of(sentence: Sentence, candidate: Candidate) -> tuple[str, str]:
    """Return the side of the content in words, and the family of the frame, with its preposition."""
    side = _SIDES[candidate.side, candidate.is_quoted, candidate.is_tight]
    group = family(candidate.frame.name)
    if group == "prep" and candidate.side is Side.RIGHT:
        group = f"prep {sentence.words[candidate.contents[0][0] - 1]}"
    return side, group


def _of_cue(lemma: str, groups: tuple[str, ...], side: str, group: str, frame: str) -> list[str]:
    return [
        f"{side} {group}",
        f"{side} {frame}",
        f"verb {lemma}",
        f"verb {lemma} {group}",
        f"verb {lemma} {side}",
        *(f"{name} {side} {group}" for name in groups),
    ]


def _of_form(form: str, left: str, right: str, group: str) -> list[str]:
    return [
        f"form {form}",
        f"form {form} after {left}",
        f"form {form} before {right}",
        f"form {form} {group}",
    ]


def _of_subject(groups: tuple[str, ...], subject: str, side: str, group: str) -> list[str]:
    return [
        f"subject {subject}",
        f"subject {subject} {side}",
        f"subject {subject} {group}",
        *(f"{name} subject {subject}" for name in groups),
        *(f"{name} subject {subject} {side} {group}" for name in groups),
    ]


def _of_auxiliaries(groups: tuple[str, ...], form: str, auxiliaries: str, group: str) -> list[str]:
    return [
        f"aux {auxiliaries}",
        f"aux {auxiliaries} {group}",
        *(f"{name} aux {auxiliaries}" for name in groups),
        *(f"{name} form {form}" for name in groups),
    ]


def _of_context(
    is_title: bool, form: str, nesting: str, earlier: str, side: str, group: str, starts: bool
) -> list[str]:
    found = [f"earlier {earlier} {side}"]
    if is_title:
        found += ["title", f"title form {form}"]
    if nesting:
        found += [f"nested {nesting}", f"nested {nesting} {group}", f"nested {nesting} {side}"]
    if starts:
        found.append("starts the sentence")
    return found


def _of_closing(
    lemma: str, groups: tuple[str, ...], side: str, closing: str, earlier: str, form: str
) -> list[str]:
    closing = f"closing {closing}" if closing else "going on"
    return [
        f"{closing} {side}",
        f"{closing} {side} earlier {earlier}",
        f"{closing} form {form}",
        f"verb {lemma} {side} {closing}",
        *(f"{name} {side} {closing}" for name in groups),
        *(f"{name} {side} {closing} earlier {earlier}" for name in groups),
    ]


CUE_FAMILIES: Final = (_of_cue, _of_form, _of_subject, _of_auxiliaries, _of_context, _of_closing)
"""The families of features of a candidate, whatever its content, in the order of `keys_of_cue`."""


def keys_of_content(sentence: Sentence, candidate: Candidate) -> tuple[Key, ...]:
    """Return what each family of `CONTENT_FAMILIES` depends on."""
    tags, groups = sentence.tags, candidate.cue.groups
    side, group = place_of(sentence, candidate)
    has_verb = any(FINITE.search(tags, begin, end) for begin, end in candidate.contents)
    has_quote = any(tags.find(quote, begin, end) >= 0 for quote in "qQ" for begin, end in candidate.contents)
    length = length_class(sum(end - begin for begin, end in candidate.contents))
    return (
        (_opening(sentence, candidate), side, group, length, has_quote),
        (groups, side, group, has_verb, candidate.frame.closing),
        (has_verb and _is_plain(sentence, candidate),),
    )


def _of_content(opening: str, side: str, group: str, length: int, has_quote: bool) -> list[str]:
    quote = "with quote" if has_quote else "without quote"
    return [
        f"opening {opening} {side}",
        f"opening {opening} {group}",
        f"length {length} {side}",
        f"{quote} {side} {group}",
    ]


def _of_verb(groups: tuple[str, ...], side: str, group: str, has_verb: bool, closing: str) -> list[str]:
    verb = "with verb" if has_verb else "without verb"
    closing = f"closing {closing}" if closing else "going on"
    return [
        f"{verb} {side} {group}",
        *(f"{name} {verb} {side} {group}" for name in groups),
        *(f"{name} {side} {closing} {verb}" for name in groups),
    ]


def _of_pattern(is_plain: bool) -> list[str]:
    return ["plain report"] if is_plain else []


CONTENT_FAMILIES: Final = (_of_content, _of_verb, _of_pattern)
"""The families of features of a candidate's content, in the order of `keys_of_content`."""


def _is_plain(sentence: Sentence, candidate: Candidate) -> bool:
    """Tell whether a clause, a source, a verb of speech or belief and nothing more follow each other."""
    return (
        candidate.side is Side.LEFT
        and candidate.frame.closing == "end"
        and candidate.form in "szZe"
        and candidate.link in ("before", "after")
        and not _REPORTING.isdisjoint(candidate.cue.groups)
        and candidate.source is not None
        and sentence.tags[candidate.source[0]] != "W"
        and sentence.tags[candidate.token - 1] != "y"
    )


def _opening(sentence: Sentence, candidate: Candidate) -> str:
    """Name the content's first word where it is a small one, else its letter."""
    if not candidate.contents:
        return ""
    first = candidate.contents[0][0]
    letter = sentence.tags[first]
    return sentence.words[first] if letter in _SMALL_WORDS else letter


def _subject(sentence: Sentence, candidate: Candidate) -> str:
    """Tell what kind of phrase the source is, and how it was found."""
    source = candidate.source
    if source is None:
        return f"none {candidate.link}"
    tags, (first, last) = sentence.tags, source
    if last - first == 1:
        head = first
        if tags[head] in "PhW":
            return f"{sentence.words[head]} {candidate.link}"
    elif tags[last - 1] == ",":
        return f"apposition {candidate.link}"
    else:
        core = _CORE.match(tags, first, last)
        head = core.end() - 1 if core and core.end() > first else first
    letter = tags[head]
    if letter == "p" and sentence.words[head] == "paper":
        letter = "paper"
    elif letter == "n" and "N" in tags[first:head]:
        letter = "nN"
    return f"{letter} {candidate.link}"


def _auxiliaries(sentence: Sentence, token: int) -> str:
    """Name the auxiliaries before a verb: "have not", "modal", "to"."""
    if token == 0 or sentence.tags[token - 1] not in "Rxyo":
        return ""
    match = _AUXILIARIES.match(sentence.backwards, sentence.size - token)
    found = set()
    for at in range(sentence.size - match.end() if match else token, token):
        kind = _AUXILIARY_WORDS.get(sentence.words[at]) or _AUXILIARY_LETTERS.get(sentence.tags[at])
        if kind:
            found.add(kind)
    return " ".join(sorted(found))
