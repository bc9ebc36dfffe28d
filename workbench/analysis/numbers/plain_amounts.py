"""The plain amounts that texts are full of, read without a grammar: "500 soldiers", "$3.5 million"."""

from collections.abc import Mapping
from typing import Final, cast

from workbench.analysis.numbers.number_figures import figures
from workbench.analysis.numbers.number_tokens import DIGITS, MULTIPLIER, Sentence
from workbench.analysis.numbers.quantity_amounts import Amount
from workbench.analysis.numbers.unit_grammar import UnitGrammar
from workbench.analysis.numbers.units import Units
from workbench.tables import Table

_NEAREST: Final = 9
_ENDING: Final = frozenset(',.;:)?!"”')
_OPENING: Final = frozenset(' ("“')
_SIGNS: Final = {"$": "usd", "£": "gbp", "€": "eur"}
_RATES: Final = (" per ", " a ", " an ", " p")
_AFTER_UNIT: Final = frozenset(' ,.;:)?!"”') | {""}
_CLOCK: Final = frozenset({"am", "pm", "a", "p", "o'clock", "gmt", "utc", "et", "est", "edt"})
_MARKS: Final = ".,;:)?!\"”'’"


class PlainAmounts:
    """Reads plain amounts; whatever is less plain is left to the grammar, which reads both alike.

    Args:
        table: The table "quantities".
        units: The units.
        grammar: What knows the words that may begin a unit.
    """

    def __init__(self, table: Table, units: Units, grammar: UnitGrammar) -> None:
        self._cardinals = cast("Mapping[str, int]", table["cardinals"])
        self._multipliers = cast("Mapping[str, int]", table["multipliers"])
        self._units = {
            name: unit
            for name, unit in units.names.items()
            if grammar.longest_name(name) == 1 and name not in ("second", "pound", "pounds")
        }
        self._opens_unit = grammar.opens_unit
        self._closes_money = grammar.closes_money

    def read(self, sentence: Sentence, i: int) -> Amount | None:
        """Read the plain amount that begins with a token.

        Args:
            sentence: The sentence.
            i: The token, in figures or a cardinal.

        Returns:
            The amount; None when it is not plain, or none at all.
        """
        tokens, raw = sentence.tokens, sentence.raw
        start, end, kind, word = tokens[i]
        if not start and raw[end : end + 1] != " ":
            return None
        before = raw[start - 1] if start else " "
        money = _SIGNS.get(before, "")
        if money:
            start -= 1
            before = raw[start - 1] if start else " "
        if before not in _OPENING or (start and not money and self._closes_money(raw, start)):
            return None
        if i and tokens[i - 1].end == start - 1 and tokens[i - 1].kind & DIGITS:
            return None
        value = figures(word) if kind & DIGITS else float(self._cardinals[word])
        if value is None:
            return None
        following, count = i + 1, len(tokens)
        if following < count and tokens[following].start == end + 1 and tokens[following].kind & MULTIPLIER:
            token = tokens[following]
            if raw[end] != " " or not kind & DIGITS:
                return None
            value *= self._multipliers[token.word]
            end, following = token.end, following + 1
        if following < count and tokens[following].start - end < _NEAREST:
            return None
        return self._with_unit(raw, Amount(value, value, start, end, following, money))

    def _with_unit(self, raw: str, amount: Amount) -> Amount | None:
        end = amount.end
        follows = raw[end : end + 1]
        if not follows or follows in _ENDING:
            return amount if not raw[end + 1 : end + 2].isdigit() else None
        if follows != " ":
            return None
        if amount.unit:
            return None if raw.startswith(_RATES, end) else amount
        words = raw[end + 1 : end + 20].split(None, 1)
        if not words or raw[end + 1].isspace():
            return None
        word = words[0].rstrip(_MARKS)
        bare = word.lower().replace("’", "'")
        unit = self._units.get(bare)
        if unit:
            stop = end + 1 + len(bare)
            if raw[stop : stop + 1] not in _AFTER_UNIT or raw.startswith(_RATES, stop):
                return None
            return Amount(amount.low, amount.high, amount.start, stop, amount.following, unit)
        return None if bare in _CLOCK or self._opens_unit(word) or "." in bare else amount
