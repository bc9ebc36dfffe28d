"""The unit of a number: what stands right after it, or the currency right before it."""

import re
from collections.abc import Mapping
from typing import Final

from workbench.analysis.numbers.units import Units

_MONEY_BEFORE: Final = re.compile(r"(?:\b[A-Z]{1,3}|\bRs\.?)?[$£€¥₹₽₩₪₺₴₦₱]?-?[  ]?$")
_AFTER: Final = re.compile(r"([\s-]?)([%‰°℃℉％][CF]?|[$£€¥₹](?![\d.])|[A-Za-zµμ]+\.?)")
_POWER: Final = re.compile(r"([²³])|\^([23])(?!\d)|([23])(?![\d,.])|\s(squared|cubed)\b")
_INVERSE: Final = re.compile(r"\^?[-−][1-9]\b")
_PER: Final = re.compile(r"(?:\s?/\s?|\sper\s|\s?[·*]\s?)([A-Za-zµμ]+)")
_EVERY: Final = re.compile(
    r"\san?\s(hour|day|week|month|year|minute|barrel|gallon|liter|litre|pound|ton|tonne|share|head)\b"
)
_SUPERSCRIPT: Final = {"2": "²", "3": "³", "²": "²", "³": "³", "squared": "²", "cubed": "³"}
_COMPOUNDING: Final = " /·*^-−"
_RAISING: Final = {"square": "²", "sq": "²", "sq.": "²", "cubic": "³", "cu": "³", "cu.": "³"}
_GLUED_ONLY: Final = frozenset({"D", "Y", "B", "x", "s", "b"})
_NOT_GLUED: Final = frozenset({"in"})
_AFTER_INCH: Final = frozenset(
    {"thick", "wide", "long", "tall", "deep", "high", "by", "x", "diameter", "per"}
)
_WORDS: Final = re.compile(r"([a-z.]*[a-z])(?:[ -]([a-z.]*[a-z]))?(?:[ -]([a-z]+))?", re.IGNORECASE)
_REACH: Final = 48


class UnitGrammar:
    """Reads units around a number.

    Args:
        units: What the units are called.
    """

    def __init__(self, units: Units) -> None:
        self._names = units.names
        self._symbols = units.symbols
        self._signs = units.signs
        self._longest: Mapping[str, int] = _longest(units.names)
        openers = {*self._longest, *self._symbols, *_RAISING}
        self._openers = frozenset(openers | {f"{opener}." for opener in openers})
        self._closers = frozenset(sign[-1] for sign in self._signs) | {"-"}

    def opens_unit(self, word: str) -> bool:
        """Tell whether a word may begin the name or symbol of a unit."""
        return word in self._openers or word.lower() in self._openers

    def closes_money(self, raw: str, start: int) -> bool:
        """Tell whether what stands before an offset may end the sign of a currency."""
        before = raw[start - 1]
        if before == " " and start > 1:
            before = raw[start - 2]
        return before in self._closers

    def longest_name(self, first: str) -> int:
        """Return how many words the longest name of a unit has that begins with a word; 0 for none."""
        return self._longest.get(first, 0)

    def money_before(self, raw: str, start: int) -> tuple[str, int]:
        """Return the currency right before an offset and where it begins; "" and the offset for none."""
        before = raw[start - 1] if start else ""
        if before == " " and start > 1:
            before = raw[start - 2]
        if before not in self._closers:
            return "", start
        match = _MONEY_BEFORE.search(raw, max(0, start - 6), start)
        if not match:
            return "", start
        sign = match.group().strip(" -\u00a0")
        if sign in self._signs:
            return self._signs[sign], match.start()
        if sign and sign[-1] in self._signs and not sign[-1].isalpha():
            return self._signs[sign[-1]], match.start() + match.group().index(sign[-1])
        return "", start

    def after(self, raw: str, end: int) -> tuple[str, int]:
        """Return the unit that stands right after an offset, and where it ends; "" and the offset if none."""
        match = _AFTER.match(raw, end, end + _REACH)
        if not match:
            return "", end
        space, word = match[1], match[2]
        if word not in self._openers and word.lower() not in self._openers:
            return "", end
        unit, stop = self._raised(raw, word, match) or self._named(raw, match) or ("", end)
        if not unit:
            unit, stop = self._symbol(raw, space, word, match.end())
        if not unit:
            return "", end
        return self._compound(raw, unit, stop)

    def rate(self, raw: str, unit: str, end: int) -> tuple[str, int]:
        """Return the unit with what it is counted per ("usd/hour"), and where that ends."""
        return self._compound(raw, unit, end)

    def _named(self, raw: str, match: re.Match[str]) -> tuple[str, int] | None:
        longest = self._longest.get(match[2].lower().rstrip("."))
        if not longest:
            return None
        start = match.start(2)
        for stop in _word_ends(raw, start, longest):
            name = raw[start:stop].lower().replace("-", " ")
            unit = self._names.get(name)
            if unit:
                # "two second chances": the ordinal, unless a hyphen joins it to the number.
                return None if name == "second" and match[1] == " " else (unit, stop)
        return None

    def _raised(self, raw: str, word: str, match: re.Match[str]) -> tuple[str, int] | None:
        """Read "square kilometers", "sq mi", "cubic feet"."""
        power = _RAISING.get(word.lower())
        if not power:
            return None
        base = _AFTER.match(raw, match.end())
        if not base:
            return None
        unit = self._names.get(base[2].lower()) or self._symbols.get(base[2])
        return (unit + power, base.end()) if unit else None

    def _symbol(self, raw: str, space: str, word: str, stop: int) -> tuple[str, int]:
        unit = self._symbols.get(word)
        if not unit and word.endswith("."):
            word, stop = word[:-1], stop - 1
            unit = self._symbols.get(word)
        if not unit or (space and word in _GLUED_ONLY) or (not space and word in _NOT_GLUED):
            return "", stop
        follows = raw[stop : stop + 1]
        if follows.isalnum() and follows not in "23":
            return "", stop
        if word == "in":
            after = raw[stop : stop + 12].strip(" .,;:)").split(" ")[0]
            return (unit, stop) if not after or after in _AFTER_INCH or follows in ".)" else ("", stop)
        return unit, stop

    def _compound(self, raw: str, unit: str, stop: int) -> tuple[str, int]:
        """Read the powers and the "per" that follow a unit."""
        power = _POWER.match(raw, stop) if raw[stop : stop + 1] in "²³^23 " else None
        if power:
            unit, stop = unit + _SUPERSCRIPT[power[power.lastindex or 1]], power.end()
        if raw[stop : stop + 1] not in _COMPOUNDING:
            return unit, stop
        inverse = _INVERSE.match(raw, stop)
        if inverse:
            return unit + raw[stop : inverse.end()], inverse.end()
        per = _PER.match(raw, stop) or _EVERY.match(raw, stop)
        if not per:
            return unit, stop
        below = self._symbols.get(per[1]) or self._names.get(per[1].lower())
        if not below:
            return unit, stop
        stop = per.end()
        power = _POWER.match(raw, stop)
        if power:
            below, stop = below + _SUPERSCRIPT[power[power.lastindex or 1]], power.end()
        return f"{unit}/{below}", stop


def _word_ends(raw: str, start: int, most: int) -> list[int]:
    """Return where the first words from an offset end, the longest run of them first."""
    words = _WORDS.match(raw, start, start + _REACH)
    ends = [words.end(group) for group in range(1, most + 1) if words and words[group]]
    return ends[::-1]


def _longest(names: Mapping[str, str]) -> dict[str, int]:
    """Return the longest name, in words, that begins with each first word."""
    longest: dict[str, int] = {}
    for name in names:
        words = name.split()
        longest[words[0].rstrip(".")] = max(longest.get(words[0].rstrip("."), 0), len(words))
    return longest
