"""The stem of an English word: what is left when its endings are taken off."""

import re
from typing import Final

_VOWEL: Final = re.compile("[aeiouy]")
_BRITISH_OUR: Final = re.compile(
    r"(?:arm|behavi|clam|col|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|neighb|od|parl|ranc|rum|sav|savi|splend|"
    r"succ|tum|val|vap|vig)ou(?=r)"
)
_BRITISH_RE: Final = re.compile(r"(?:calib|cent|fib|lit|lust|meag|met|sab|somb|spect|theat)re$")
_NO_PLURAL: Final = ("ss", "us", "is")
_HISSING: Final = ("sses", "xes", "ches", "shes", "zzes")
_INFLECTED: Final = ("ing", "ed")
_VERBS: Final = ("at", "iz", "is")
"""What is left of "-ating", "-izing", "-ising"."""
_SHORT: Final = re.compile(r"[^aeiou]*[aeiouy][^aeiouwxy]")
"""One syllable that needs its "e": "hop" of "hoping", not "hopp" of "hopping"."""
_DERIVED: Final = re.compile(
    r"(?:(?<=.{4})(?:ment|ness|fully|ful|ly)|(?<=.{5})(?:i[sz]ation(?:al)?|ational|ation|ator|ously|ively|ably|ibly|"
    r"ically|ability|ibility|ally|ical|ion|ive|ance|ence|i[sz]er|ate|al|able|ible|ant|ent|ism|ist|ity|ious|"
    r"ous|ic|i[sz]e)|(?<=.{6})[eo]r)$"
)
_SHORTEST: Final = 4
"""In letters; a shorter word has no endings."""


def stem_of(word: str) -> str:
    """Take the endings off a word, so that its forms become alike.

    In the order of Porter's algorithm (1980): the plural, the verb's endings, one derivation, the last vowel.
    American and British spelling become one. The stem need not be a word.

    Args:
        word: A word in lower case.

    Returns:
        The stem: "cancel" for "cancelled" and "cancellation".
    """
    if not word.isalpha():
        return word
    if len(word) < _SHORTEST:
        return _trimmed(word)
    if word.endswith("s") and not word.endswith(_NO_PLURAL):
        word = _singular(word)
    if "our" in word:
        word = _BRITISH_OUR.sub(lambda found: found[0][:-2] + "o", word, count=1)
    if word.endswith("re"):
        word = _BRITISH_RE.sub(lambda found: found[0][:-2] + "er", word)
    word = _infinitive(word)
    derived = _DERIVED.search(word)
    return _trimmed(word[: derived.start()] if derived else word)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-2] if word.endswith(_HISSING) else word[:-1]


def _infinitive(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if len(word) > 5 else word
    for ending in _INFLECTED:
        if word.endswith(ending) and _VOWEL.search(word, 0, len(word) - len(ending)):
            stem = word[: -len(ending)]
            return stem + "e" if stem.endswith(_VERBS) or _SHORT.fullmatch(stem) else stem
    return word


def _trimmed(word: str) -> str:
    """Take off what comes and goes with an ending: "e", a doubled letter; and write "i" for "y"."""
    if word.endswith("e") and not word.endswith("ee") and len(word) > 3 and not _SHORT.fullmatch(word[:-1]):
        word = word[:-1]
        if word.endswith("is"):
            word = word[:-1] + "z"
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiou":
        word = word[:-1]
    if len(word) > 2 and word.endswith("y") and word[-2] not in "aeiou":
        word = word[:-1] + "i"
    return word
