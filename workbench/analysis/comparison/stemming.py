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
_INFLECTED: Final = ("ing", "ed")
_VERBS: Final = ("at", "iz", "is")
"""What is left of "-ating", "-izing", "-ising"."""
_DERIVED: Final = re.compile(
    r"(?:i[sz]ation(?:al)?|ational|ation|ator|fulness|ousness|iveness|fully|ously|ively|ably|ibly|ically|"
    r"ability|ibility|ement|ment|ness|ingly|edly|ally|ical|ion|ive|ance|ence|i[sz]er|er|or|ate|al|ly|able|ible|ant|"
    r"ent|ism|ist|ity|ious|ous|ful|ic|i[sz]e)$"
)
_SHORTEST: Final = 4
"""In letters; what a derived word must keep, and below which a word has no endings."""


def stem_of(word: str) -> str:
    """Take the endings off a word, so that its forms become alike.

    In the order of Porter's algorithm (1980): the plural, the verb's endings, one derivation, the last vowel.
    American and British spelling become one. The stem need not be a word.

    Args:
        word: A word in lower case.

    Returns:
        The stem: "cancel" for "cancelled" and "cancellation".
    """
    if len(word) < _SHORTEST or not word.isalpha():
        return word
    if word.endswith("s") and not word.endswith(_NO_PLURAL):
        word = _singular(word)
    word = _BRITISH_OUR.sub(lambda found: found[0][:-2] + "o", word, count=1)
    word = _BRITISH_RE.sub(lambda found: found[0][:-2] + "er", word)
    for ending in _INFLECTED:
        if word.endswith(ending) and _VOWEL.search(word, 0, len(word) - len(ending)):
            word = word[: -len(ending)]
            word += "e" if word.endswith(_VERBS) else ""
            break
    derived = _DERIVED.search(word, _SHORTEST)
    return _trimmed(word[: derived.start()] if derived else word)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return word[:-2]
    return word[:-1]


def _trimmed(word: str) -> str:
    """Take off what comes and goes with an ending: "e", a doubled letter; and write "i" for "y"."""
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiou":
        word = word[:-1]
    if len(word) > 2 and word.endswith("y") and word[-2] not in "aeiou":
        word = word[:-1] + "i"
    return word
