"""The amount that a sentence states from a token on: currency, number, range, unit and modifier."""

import re
from typing import Final

from workbench.analysis.numbers.counted_nouns import CountedNouns
from workbench.analysis.numbers.number_tokens import CARDINAL, COUNTING, DIGITS, NOUGHT, Sentence
from workbench.analysis.numbers.numeral import Numeral
from workbench.analysis.numbers.numerals import Numerals
from workbench.analysis.numbers.plain_amounts import PlainAmounts
from workbench.analysis.numbers.quantity_amounts import Amount
from workbench.analysis.numbers.quantity_guards import QuantityGuards
from workbench.analysis.numbers.quantity_modifiers import Modifiers
from workbench.analysis.numbers.unit_grammar import UnitGrammar
from workbench.analysis.numbers.units import Units
from workbench.tables import Table

_SUFFIX: Final = re.compile(r"([a-z]{1,8})(?![a-z0-9])")
_SIGNS: Final = " $£€¥₹"
_DASHES: Final = frozenset({"-", "–", "—", "- to", "-to-", "– to"})
_MEASURES: Final = frozenset(
    {
        "tall",
        "high",
        "long",
        "wide",
        "deep",
        "away",
        "above",
        "below",
        "race",
        "from",
        "north",
        "south",
        "east",
        "west",
        "sprint",
        "freestyle",
        "hurdles",
    }
)
_ENDING: Final = frozenset({"", ",", ".", ";", ":", ")", "?", "!", '"', "”"})
_TELEPHONE: Final = re.compile(r"[0-9]{3}-[0-9]{3}[1-9](?![0-9])")
_AGES: Final = frozenset({"year", "month", "week", "day"})
_WORD: Final = 4
_MILLION: Final = 1e6


class QuantityGrammar:
    """Reads amounts.

    Args:
        table: The table "quantities".
        units: The units.
        nouns: What reads the words that follow.
        modifiers: What reads the words that qualify.
    """

    def __init__(self, table: Table, units: Units, nouns: CountedNouns, modifiers: Modifiers) -> None:
        self._numerals = Numerals(table)
        self._guards = QuantityGuards(table, nouns)
        self._unit_grammar = UnitGrammar(units)
        self._units = units
        self._nouns = nouns
        self._modifiers = modifiers
        self._plain = PlainAmounts(table, units, self._unit_grammar)
        suffixes = table["suffixes"]
        assert isinstance(suffixes, dict)
        multipliers = table["multipliers"]
        assert isinstance(multipliers, dict)
        self._suffixes = {word: float(str(value)) for word, value in (suffixes | multipliers).items()}
        self._changes = frozenset(table["changes"])

    def read(self, sentence: Sentence, i: int, floor: int, ceiling: int) -> Amount | None:
        """Read the amount that begins with a token.

        Args:
            sentence: The sentence.
            i: The token.
            floor: Where what was read before ends.
            ceiling: Where the next date begins.

        Returns:
            The amount, or None when the token begins none.
        """
        start, _, kind, _ = sentence.tokens[i]
        if start > 1 and sentence.lower[start - 1] == "-" and sentence.lower[start - 2].isalnum():
            return None  # "F/A-18", "T-54"
        if kind & (DIGITS | CARDINAL):
            amount = self._plain.read(sentence, i)
            if amount and amount.start >= floor and amount.end <= ceiling:
                is_bare = amount.unit == "" and amount.following == i + 1
                return self._qualified(sentence, i, amount, floor, is_bare)
        if self._guards.in_long_row(sentence, i):
            return None
        numeral = self._numerals.read(sentence, i)
        if numeral is None or numeral.start < floor or self._guards.refuse_before(sentence, numeral):
            return None
        if self._guards.in_row(sentence, i, numeral.following, floor):
            return None
        amount = self._single(sentence, numeral)
        if amount is None or amount.end > ceiling:
            return None
        amount = self._ranged(sentence, amount, numeral, ceiling)
        if self._guards.refuse_dash(sentence, amount.end):
            return None
        is_bare = amount.unit == "" and amount.following == numeral.following == i + 1
        if numeral.is_share and amount.unit == "":
            if sentence.raw[numeral.end : numeral.end + 1] == "-":
                return None  # "half-frozen"
            amount = amount._replace(unit="fraction")
        return self._qualified(sentence, i, amount, floor, is_bare)

    def _qualified(
        self, sentence: Sentence, i: int, amount: Amount, floor: int, is_bare: bool
    ) -> Amount | None:
        """Add the modifiers before and after; without any, refuse a bare number that is part of a name."""
        low, high, start, end, following, unit, _ = amount
        modifier, begin = self._modifiers.before(sentence, start, floor, self._is_time(unit))
        if is_bare and not modifier and self._is_name(sentence, i, amount):
            return None
        after, stop = self._modifiers.after(sentence, end)
        if stop == end and sentence.lower[end : end + 1] == "-":
            stop = _suffixed(sentence.lower, end, unit)
        return Amount(low, high, begin, stop, following, unit, modifier or after)

    def _single(self, sentence: Sentence, numeral: Numeral) -> Amount | None:
        """Read one number with currency, sign, suffix and unit."""
        raw = sentence.raw
        money, start = self._unit_grammar.money_before(raw, numeral.start)
        low, high, end = numeral.low, numeral.high, numeral.end
        if _is_negative(raw, numeral.start):
            low, high, start = -high, -low, min(start, numeral.start - 1)
        elif money and _is_negative(raw, start):
            low, high, start = -high, -low, start - 1
        follows = raw[end : end + 1]
        factor, unit, stop = 1.0, "", end
        if money or follows not in _ENDING:
            if self._guards.is_clock(sentence, numeral):
                return None
            if follows.isalpha():
                factor, stop = self._suffix(sentence, numeral, money)
                end, low, high = stop, low * factor, high * factor
            unit, stop = self._unit(sentence, numeral, money, end)
            if not unit and stop == numeral.end and self._guards.refuse_after(sentence, numeral):
                return None
        elif self._guards.refuse_after(sentence, numeral):
            return None
        if unit == "pound" and numeral.scale * factor >= _MILLION:
            unit = "gbp"
        following = numeral.following
        while following < len(sentence.tokens) and sentence.tokens[following].start < stop:
            following += 1
        return Amount(low, high, start, stop, following, unit)

    def _unit(self, sentence: Sentence, numeral: Numeral, money: str, end: int) -> tuple[str, int]:
        if money:
            return self._unit_grammar.rate(sentence.raw, money, end)
        unit, stop = self._unit_grammar.after(sentence.raw, end)
        if not unit and numeral.low < numeral.high and sentence.lower.startswith(" of ", end):
            unit, further = self._unit_grammar.after(sentence.raw, end + len(" of"))  # "dozens of miles"
            stop = further if unit else stop
        return unit, stop

    def _suffix(self, sentence: Sentence, numeral: Numeral, money: str) -> tuple[float, int]:
        """Return the factor of letters glued to the number, and where they end: "20m", "$3bn"."""
        match = _SUFFIX.match(sentence.lower, numeral.end)
        if not match or match[1] not in self._suffixes:
            return 1.0, numeral.end
        letter = sentence.raw[numeral.end : match.end()]
        if (
            not money
            and len(letter) < _WORD
            and letter not in ("k", "K", "M", "bn", "mn", "tn", "mln", "bln", "trn", "mio")
        ):
            follows = sentence.word_after(match.end()).strip(".,;:\"'”")
            if letter not in ("m", "B", "b") or follows in _MEASURES or not self._nouns.is_plural(follows):
                return 1.0, numeral.end
        if letter == "K" and numeral.low % 1 and not money:
            return 1.0, numeral.end
        return self._suffixes[match[1]], match.end()

    def _ranged(self, sentence: Sentence, first: Amount, numeral: Numeral, ceiling: int) -> Amount:
        """Read the rest of a range: "20 to 30", "between $3 and $5 million", "44 mg - 50 mg"."""
        tokens, j = sentence.tokens, first.following
        if (
            j >= len(tokens)
            or tokens[j].start >= ceiling
            or not tokens[j].kind & COUNTING
            or tokens[j].kind & NOUGHT
        ):
            return first
        between = sentence.gap(j - 1)
        separator = sentence.lower[first.end : tokens[j].start].strip(_SIGNS) if between is not None else ""
        second_numeral = self._numerals.read(sentence, j) if self._joins(sentence, first, separator) else None
        if second_numeral is None:
            return first
        second = self._single(sentence, second_numeral)
        if second is None or second.end > ceiling or not self._matches(first, second, separator):
            return first
        low, unit = first.low, first.unit or second.unit
        if not unit and separator == "-" and _TELEPHONE.match(sentence.lower, first.start):
            return first
        if (
            numeral.scale == 1.0
            and second_numeral.scale > 1.0
            and abs(low) < second.high / second_numeral.scale
        ):
            low *= second_numeral.scale
        if separator == "or" and not (0 < second.low - low <= 2 and tokens[j].kind & (CARDINAL | DIGITS)):
            return first
        if not low < second.high and not (low < 0 and separator in ("-", "to -", "to")):
            return first
        start = first.start
        if separator in ("and", "to", "or") and sentence.lower[max(0, start - 8) : start] == "between ":
            start -= len("between ")
        bounds = sorted((low, second.high))
        return Amount(bounds[0], bounds[1], start, second.end, second.following, unit)

    def _joins(self, sentence: Sentence, first: Amount, separator: str) -> bool:
        if separator in _DASHES or separator == "or":
            return True
        before = sentence.words_before(first.start)
        if separator in ("to", "to -"):
            return "from" not in before[-3:] or not self._changes.intersection(before)
        return separator == "and" and before[-1:] == ["between"]

    def _matches(self, first: Amount, second: Amount, separator: str) -> bool:
        if first.unit and second.unit:
            return first.unit == second.unit
        return not first.unit or self._units.is_money(first.unit) or separator not in ("or", "and")

    def _is_name(self, sentence: Sentence, i: int, amount: Amount) -> bool:
        token = sentence.tokens[i]
        if token.kind & DIGITS:
            return self._guards.refuse_name(sentence, token.start, token.end)
        if amount.low == 1 and self._guards.refuse_one(sentence, token.start, token.end):
            return True
        return token.kind & CARDINAL != 0 and self._guards.refuse_title(sentence, token.start, token.end)

    def _is_time(self, unit: str) -> bool:
        return unit != "" and self._units.dimension(unit) == "time"


def _suffixed(lower: str, end: int, unit: str) -> int:
    """Return where "-strong" or "-old", glued to a number, ends."""
    for suffix in ("-strong", "-old"):
        if lower.startswith(suffix, end) and (suffix == "-strong" or unit in _AGES):
            return end + len(suffix)
    return end


def _is_negative(raw: str, start: int) -> bool:
    """Tell whether a minus sign stands right before a number, and nothing that it could join."""
    return start > 0 and raw[start - 1] in "-−" and (start == 1 or raw[start - 2] in " ($£€")
