"""Boundaries: the places where content may end, and what the linear model sees of them."""

import re
from collections.abc import Iterator
from typing import Final

from workbench.analysis.speech.candidates import Candidate
from workbench.analysis.speech.features import FINITE, Key, length_class
from workbench.analysis.speech.frames import family
from workbench.analysis.speech.tokens import Sentence

_PUNCTUATION: Final = ",;-(&K"
_SMALL_WORDS: Final = "KB&WTGwai"
_VERB: Final = {True: "with verb", False: "without verb"}
_BOUNDARY: Final = re.compile(r"[,;(KBF&tWToaicG-]|(?<=q).")
_NEXT_VERB: Final = re.compile(r".[^,.;szdvxyG]{0,5}([szdvxyG])")
_FOLLOWING: Final = re.compile(
    r",?(?:[-KB&]R?)?(?:(?P<gerund>R?G)|(?P<according>c)|(?P<same>R{0,2}[szZ])"
    r"|(?P<other>[DjNnpEMt#P]{1,8}R{0,2}x?[szZ])|(?P<clause>[DjNnpEMt#P]{1,8}R{0,2}[xyvd])|(?P<verb>R{0,2}[xyvd]))"
)


def boundaries(sentence: Sentence, begin: int) -> Iterator[int]:
    """Give the tokens before which content that begins at a token may end, in order."""
    for match in _BOUNDARY.finditer(sentence.tags, begin + 1):
        yield match.start()


def keys_of_boundary(sentence: Sentence, candidate: Candidate, begin: int, at: int) -> tuple[Key, ...]:
    """Return what each family of `BOUNDARY_FAMILIES` depends on, for one place where content may end."""
    tags, words, form = sentence.tags, sentence.words, candidate.form
    here = tags[at]
    word = here if here in _PUNCTUATION else words[at] or here
    following = tags[at + 1 : at + 3]
    next_word = words[at + 1] if following and following[0] in _SMALL_WORDS else following[:1]
    group = family(candidate.frame.name)
    has_verb = FINITE.search(tags, begin, at) is not None
    rest = _FOLLOWING.match(tags, at)
    verb = _NEXT_VERB.match(tags, at)
    next_verb = verb[1] if verb else ""
    return (
        (here, group, word),
        (here, group, following),
        (here, group, tags[at - 1]),
        (here, next_word),
        (here, group, length_class(at - begin), has_verb),
        (word, has_verb),
        (here, group, rest.lastgroup if rest else "", form),
        (here, group, form, next_verb),
        (here, group, length_class(sentence.size - at)),
        (here, group, candidate.cue.groups),
    )


def _of_word(here: str, group: str, word: str) -> list[str]:
    return [here, f"{group} {here}", f"{group} word {word}"]


def _of_following(here: str, group: str, following: str) -> list[str]:
    return [f"{group} {here} before {following[:1]}", f"{here} before {following}"]


def _of_left(here: str, group: str, left: str) -> list[str]:
    return [f"{here} after {left}", f"{group} {here} after {left}"]


def _of_next_word(here: str, next_word: str) -> list[str]:
    return [f"{here} next {next_word}"]


def _of_length(here: str, group: str, length: int, has_verb: bool) -> list[str]:
    return [f"length {length} {here}", f"length {length} {group}", f"{_VERB[has_verb]} {here} {group}"]


def _of_verb(word: str, has_verb: bool) -> list[str]:
    return [f"{_VERB[has_verb]} {word}"]


def _of_clause(here: str, group: str, clause: str, form: str) -> list[str]:
    return [f"clause {clause} {here}", f"clause {clause} form {form}", f"clause {clause} {here} {group}"]


def _of_next_verb(here: str, group: str, form: str, verb: str) -> list[str]:
    return [f"verb {verb} {here} form {form}", f"verb {verb} {here} {group}"]


def _of_rest(here: str, group: str, rest: int) -> list[str]:
    return [f"rest {rest} {here}", f"rest {rest} {group}"]


def _of_groups(here: str, group: str, groups: tuple[str, ...]) -> list[str]:
    return [f"{name} {here} {group}" for name in groups]


BOUNDARY_FAMILIES: Final = (
    _of_word,
    _of_following,
    _of_left,
    _of_next_word,
    _of_length,
    _of_verb,
    _of_clause,
    _of_next_verb,
    _of_rest,
    _of_groups,
)
"""The families of features of a boundary, in the order of `keys_of_boundary`."""
