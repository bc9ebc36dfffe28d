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
    return (
        (here, group, word, next_word, following, tags[at - 1]),
        (here, group, word, length_class(at - begin), has_verb),
        (here, group, rest.lastgroup if rest else "", form),
        (here, group, form, verb[1] if verb else "", length_class(sentence.size - at), candidate.cue.groups),
    )


def _of_words(here: str, group: str, word: str, next_word: str, following: str, left: str) -> list[str]:
    return [
        here,
        f"{group} {here}",
        f"{group} word {word}",
        f"{here} next {next_word}",
        f"{group} {here} before {following[:1]}",
        f"{here} before {following}",
        f"{here} after {left}",
        f"{group} {here} after {left}",
    ]


def _of_length(here: str, group: str, word: str, length: int, has_verb: bool) -> list[str]:
    verb = "with verb" if has_verb else "without verb"
    return [
        f"length {length} {here}",
        f"length {length} {group}",
        f"{verb} {here} {group}",
        f"{verb} {word}",
    ]


def _of_clause(here: str, group: str, clause: str, form: str) -> list[str]:
    return [f"clause {clause} {here}", f"clause {clause} form {form}", f"clause {clause} {here} {group}"]


def _of_rest(here: str, group: str, form: str, verb: str, rest: int, groups: tuple[str, ...]) -> list[str]:
    return [
        f"verb {verb} {here} form {form}",
        f"verb {verb} {here} {group}",
        f"rest {rest} {here}",
        f"rest {rest} {group}",
        *(f"{name} {here} {group}" for name in groups),
    ]


BOUNDARY_FAMILIES: Final = (_of_words, _of_length, _of_clause, _of_rest)
"""The families of features of a boundary, in the order of `keys_of_boundary`."""
