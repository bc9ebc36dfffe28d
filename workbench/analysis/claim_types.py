"""The types of a claim, and the two that are told from the words alone: denial and comparison."""

import re
from collections.abc import Mapping
from typing import Final

from workbench.analysis.wording import Wording
from workbench.model.claim import ClaimType

# The patterns begin with letters that must be there, so that a search for them is a scan in C.
_NOT_DENIED: Final = re.compile(
    r"no(?:t (?:only|just|merely|simply|to mention|so much)"
    r"| (?:doubt|matter|wonder|less than|fewer than|more than)|thing (?:but|less than)|t or)\b|not\?"
)
_EITHER_WAY: Final = re.compile(r"\b(?:whether|if|why|or) not\b")
_DENIED: Final = re.compile(
    r"\b(?:not|no|never|none|neither|nor|nobody|nothing|without|cannot)\b|n['’]t\b", re.I
)
_THAN: Final = re.compile(
    r"than (?!\d|\$|£|€|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|half|twice|dozens|hundreds"
    r"|thousands|millions|billions)\b)"
)
_NO_COMPARISON: Final = ("rather than", "other than")
_MOST: Final = re.compile(r"(?:most|least)\b")
_OWNERS: Final = tuple(
    f"{owner} "
    for word in ("the", "its", "their", "our", "his", "her", "'s", "’s")
    for owner in (word, word.capitalize())
)
_HAPPENING: Final = ("event", "done", "decision", "past", "past_verb")


class StatedTypes:
    """Tells denials and comparisons, with patterns that are tried only where the words call for them.

    Args:
        wording: What the words of a sentence are.
        fact: The bits of what is found in a sentence beyond its words.
    """

    def __init__(self, wording: Wording, fact: Mapping[str, int]) -> None:
        bit = wording.bit
        self._denied, self._compared = fact["denied"], fact["compared"]
        self._negation, self._refusal = bit["negation"], bit["denial"]
        self._extreme, self._than, self._most = bit["extreme"], bit["than"], bit["most"]
        self._either = self._negation | self._refusal | self._extreme | self._than | self._most

    def facts(self, sentence: str, bits: int) -> int:
        """Return the facts that a sentence denies and that it compares, where it does.

        "No doubt" and "not only" deny nothing; "more than 100" is a bound and no comparison.

        Args:
            sentence: The sentence.
            bits: The classes of its words.

        Returns:
            The bits of the facts.
        """
        if not bits & self._either:
            return 0
        denied = self._denied if self._denies(sentence, bits) else 0
        return denied | (self._compared if self._compares(sentence, bits) else 0)

    def _denies(self, sentence: str, bits: int) -> bool:
        if bits & self._refusal or not bits & self._negation:
            return bits & self._refusal != 0
        if " not" not in sentence and not _NOT_DENIED.search(sentence):
            return True
        rest = _EITHER_WAY.sub("", _NOT_DENIED.sub("", sentence))
        return _DENIED.search(rest) is not None

    def _compares(self, sentence: str, bits: int) -> bool:
        if bits & self._extreme:
            return True
        if bits & self._than:
            if "compared " in sentence or "versus" in sentence:
                return True
            if _THAN.search(sentence) and not any(phrase in sentence for phrase in _NO_COMPARISON):
                return True
        return bits & self._most != 0 and any(
            sentence.endswith(_OWNERS, 0, found.start()) for found in _MOST.finditer(sentence)
        )


class ClaimTypes:
    """Names the types of a sentence, the most telling one first.

    Args:
        wording: What the words of a sentence are.
        fact: The bits of what was found in it beyond its words.
    """

    def __init__(self, wording: Wording, fact: Mapping[str, int]) -> None:
        self._order = (
            (ClaimType.QUANTITY, fact["quantity"]),
            (ClaimType.DATE, fact["date"]),
            (ClaimType.QUOTE, fact["quotation"]),
            (ClaimType.ATTRIBUTION, fact["attributed"]),
            (ClaimType.EVENT, sum(wording.bit[name] for name in _HAPPENING)),
            (ClaimType.COMPARISON, fact["compared"]),
            (ClaimType.DENIAL, fact["denied"]),
        )
        self._telling = 0
        for _, bits in self._order:
            self._telling |= bits
        self._known: dict[int, tuple[ClaimType, ...]] = {}

    def of(self, bits: int) -> tuple[ClaimType, ...]:
        """Return the types of a sentence with these classes and facts; an event when it shows no other."""
        key = bits & self._telling
        types = self._known.get(key)
        if types is None:
            found = tuple([kind for kind, some in self._order if key & some])
            types = self._known[key] = found or (ClaimType.EVENT,)
        return types
