"""How a line looks by itself: its length, its ending, its letters and its words, as named features."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from workbench.reading.boilerplate import bare_form, phrase_form, phrases_in
from workbench.reading.header_lines import read_header_line
from workbench.reading.vocabulary import Vocabulary

_WIDE: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
"""Kana and Han, which have no spaces between words; two of them count as a word."""
_STOP: Final = re.compile(r"[.!?…。！？][\"'”’»)\]*]*$")
_SENTENCES: Final = re.compile(r"[.!?][\"”’)]? [A-Z“\"]|[。！？].")
_ADDRESS: Final = re.compile(r"https?://|www\.|\w\.(?:com|org|net)\b|@\w")
_BARS: Final = re.compile(r"\s[|•·»>/]\s|[|»]$")
_TIME: Final = re.compile(r"\d{1,2}:\d\d|\b(?:19|20)\d\d\b|\bago\b")
_COUNTED: Final = re.compile(r"\d+\s?(?:of|/)\s?\d+\b")
_SIZES: Final = (
    (1, "1 word"),
    (2, "2 words"),
    (4, "3 to 4 words"),
    (7, "5 to 7 words"),
    (12, "8 to 12 words"),
    (20, "13 to 20 words"),
    (40, "21 to 40 words"),
)
_LONGEST: Final = "over 40 words"
_LOWER: Final = ((0.0, "no lower-case words"), (0.3, "few lower-case words"), (0.5, "some lower-case words"))
_MOST_LOWER: Final = ((0.7, "many lower-case words"), (1.0, "mostly lower-case words"))


@dataclass(frozen=True, slots=True)
class Look:
    """What can be said of a line without looking at the others, but for its repetitions."""

    form: str
    """The line in lower case, without marks around it."""
    size: int
    """Words."""
    ending: str
    """How it ends: "a full stop", "a colon", "a comma", "dots" or "no stop"."""
    features: tuple[str, ...]
    """All that is remarkable, in words."""


def look_at(lines: Sequence[str], words: Vocabulary) -> list[Look]:
    """Look at every line of an article.

    Args:
        lines: The lines, trimmed, none empty.
        words: The phrases to look for.

    Returns:
        One look a line.
    """
    forms = [phrase_form(line) for line in lines]
    times = Counter(forms)
    looks: dict[str, Look] = {}
    for line, form in zip(lines, forms, strict=True):
        if line not in looks:
            looks[line] = _look(line, form, times[form], words)
    return [looks[line] for line in lines]


def _look(line: str, form: str, times: int, words: Vocabulary) -> Look:
    tokens = line.split()
    wide = len(_WIDE.findall(line))
    size = len(tokens) + wide // 2
    ending = _ending(line)
    long = "long" if size > 12 else "short"
    bin_ = next((name for limit, name in _SIZES if size <= limit), _LONGEST)
    features = [bin_, f"ends in {ending}", f"{bin_}, {ending}"]
    features += _letters(line, tokens)
    features += _marks(line, form, size)
    for phrase in (*phrases_in(form, words.phrases), *_header(line, words)):
        features += [phrase, f"{phrase}, {long}"]
    if times > 1:
        features.append(f"repeated, {'long' if size > 8 else 'short'}")
    return Look(bare_form(form) or form, size, ending, tuple(features))


def _ending(line: str) -> str:
    if line.endswith(("...", "…", "[…]")):
        return "dots"
    if _STOP.search(line[-6:]):
        return "a full stop"
    if line[-1] in ":：":
        return "a colon"
    return "a comma" if line[-1] in ",、，" else "no stop"


def _letters(line: str, tokens: Sequence[str]) -> list[str]:
    found = []
    lettered = [token for token in tokens if token[0].isalpha()]
    if len(lettered) >= 3:
        share = sum(token[0].islower() for token in lettered) / len(lettered)
        found.append(next(name for limit, name in (*_LOWER, *_MOST_LOWER) if share <= limit))
    if len(line) > 3 and line.isupper():
        found.append("capitals only")
    if line[0].islower():
        found.append("begins in lower case")
    if sum(map(str.isdigit, line)) > 0.15 * len(line):
        found.append("many digits")
    return found


def _marks(line: str, form: str, size: int) -> list[str]:
    tests = (
        (form.isdigit(), "a number only"),
        ("," in line or "、" in line, "a comma inside"),
        (":" in line[1:40], "a colon inside"),
        (line[-2:].count("?") > 0, "a question"),
        (line[0] in '"“‘«„「『', "opens a quote"),
        (line[0] in "-*•–·►▪", "a bullet"),
        ("©" in line or "(c)" in form, "a copyright sign"),
        (_SENTENCES.search(line), "several sentences"),
        (_ADDRESS.search(line), "a web or mail address"),
        (_BARS.search(line), "bars or arrows"),
        (size < 15 and _TIME.search(line), "a time or a year"),
        (_COUNTED.match(line), "one of a number"),
    )
    return [name for test, name in tests if test]


def _header(line: str, words: Vocabulary) -> list[str]:
    header = read_header_line(line, words)
    if header is None:
        return []
    return ["says when"] if header.is_date_only else ["says who"]
