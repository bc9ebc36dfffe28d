"""The value of a number as written: figures, words, fractions, and words such as "dozens"."""

from collections.abc import Mapping
from typing import Final, cast

from workbench.analysis.numbers.number_figures import figures, is_group, scientific, slash
from workbench.analysis.numbers.number_tokens import (
    CARDINAL,
    DIGITS,
    FRACTION,
    MULTIPLIER,
    UNIT,
    VAGUE,
    Sentence,
    Token,
)
from workbench.analysis.numbers.numeral import Numeral
from workbench.analysis.numbers.numeral_words import LooseNumerals, article_before, one_unit
from workbench.tables import Table

_HUNDRED: Final = 100
_LARGEST: Final = 10**12


class Numerals:
    """Reads numbers.

    Args:
        table: The table "quantities".
    """

    def __init__(self, table: Table) -> None:
        self._cardinals = cast("Mapping[str, int]", table["cardinals"])
        self._multipliers = cast("Mapping[str, int]", table["multipliers"])
        self._fractions = cast("Mapping[str, int]", table["fractions"])
        self._loose = LooseNumerals(table, self._multiplied)

    def read(self, sentence: Sentence, i: int) -> Numeral | None:
        """Read the number that begins with a token.

        Args:
            sentence: The sentence.
            i: The token.

        Returns:
            The number, or None when the token begins none.
        """
        token = sentence.tokens[i]
        kind = token.kind
        if kind & DIGITS:
            return self._in_figures(sentence, i, token)
        if kind & CARDINAL:
            return self.cardinal(sentence, i)
        if kind & VAGUE:
            return self._loose.vague(sentence, i, token)
        if kind & FRACTION:
            return self._loose.fraction(sentence, i, token)
        if kind & MULTIPLIER:
            return self._single(sentence, i, token)
        if kind & UNIT:
            return one_unit(sentence, i, token)
        return None

    def cardinal(self, sentence: Sentence, i: int) -> Numeral | None:
        """Read a number in words: "two hundred and six", "two and a half", "three quarters"."""
        tokens = sentence.tokens
        total, current, ceiling, scale = 0, 0, _LARGEST * _HUNDRED**2, 1.0
        j, after_multiplier = i, False
        while j < len(tokens):
            token = tokens[j]
            if j > i and not _continues(sentence.gap(j - 1), after_multiplier):
                break
            if token.kind & CARDINAL:
                value = self._cardinals[token.word]
                if j > i and not _fits(current, value):
                    break
                current, after_multiplier = current + value, False
            elif token.kind & MULTIPLIER and current < _HUNDRED**2:
                factor = self._multipliers[token.word]
                if factor <= _HUNDRED:
                    if not 0 < current < _HUNDRED:
                        break
                    current *= factor
                elif factor < ceiling and (current or not total):
                    total += max(current, 1) * factor
                    current, ceiling, scale = 0, factor, float(factor)
                else:
                    break
                after_multiplier = True
            else:
                break
            j += 1
        if j == i:
            return None
        whole = float(total + current)
        numeral = Numeral(whole, whole, tokens[i].start, tokens[j - 1].end, j, scale=scale)
        return self._with_fraction(sentence, numeral)

    def _in_figures(self, sentence: Sentence, i: int, token: Token) -> Numeral | None:
        value = figures(token.word)
        if value is None:
            return None
        tokens, end, j = sentence.tokens, token.end, i + 1
        while is_group(tokens, j, end) and value < _LARGEST and "." not in token.word:
            value, end, j = value * 1000 + float(tokens[j].word), tokens[j].end, j + 1
        value, end = scientific(sentence.lower, end, value)
        while j < len(tokens) and tokens[j].start < end:
            j += 1
        numeral = Numeral(value, value, token.start, end, j)
        if j < len(tokens) and tokens[j].kind & (MULTIPLIER | DIGITS | FRACTION):
            numeral = self._slashed(sentence, self._multiplied(sentence, numeral))
            return self._with_fraction(sentence, numeral)
        return numeral

    def _multiplied(self, sentence: Sentence, numeral: Numeral) -> Numeral:
        """Apply the multipliers that follow: "2 hundred thousand"."""
        tokens, j = sentence.tokens, numeral.following
        while j < len(tokens) and tokens[j].kind & MULTIPLIER and numeral.scale < _LARGEST:
            if sentence.gap(j - 1) not in ("", "-"):
                break
            factor = self._multipliers[tokens[j].word]
            numeral = numeral._replace(
                low=numeral.low * factor,
                high=numeral.high * factor,
                end=tokens[j].end,
                following=j + 1,
                scale=numeral.scale * factor,
            )
            j += 1
        return numeral

    def _slashed(self, sentence: Sentence, numeral: Numeral) -> Numeral:
        """Read "1/40" and "2 1/2"."""
        tokens, j = sentence.tokens, numeral.following
        mixed = slash(sentence, j) if sentence.lower[numeral.end : numeral.end + 1] == " " else 0.0
        if mixed and tokens[j].start == numeral.end + 1:
            value = numeral.low + mixed
            return numeral._replace(low=value, high=value, end=tokens[j + 1].end, following=j + 2)
        share = slash(sentence, j - 1) if tokens[j - 1].end == numeral.end else 0.0
        if share:
            return numeral._replace(low=share, high=share, end=tokens[j].end, following=j + 1, is_share=True)
        return numeral

    def _with_fraction(self, sentence: Sentence, numeral: Numeral) -> Numeral:
        """Read "two thirds" and "two and a half", and "two and a half million"."""
        tokens, j = sentence.tokens, numeral.following
        if j >= len(tokens) or not tokens[j].kind & FRACTION:
            return numeral
        gap, token = sentence.gap(j - 1), tokens[j]
        part = 1 / self._fractions[token.word]
        if gap in ("and a", "and"):
            value = numeral.low + part
            return self._multiplied(
                sentence, numeral._replace(low=value, high=value, end=token.end, following=j + 1)
            )
        counted = token.word.endswith("s") or token.word == "half" or numeral.low == 1
        if gap in ("", "-") and counted and numeral.low < _HUNDRED and (token.word, gap) != ("quarter", "-"):
            value = numeral.low * part
            return self._multiplied(
                sentence,
                numeral._replace(low=value, high=value, end=token.end, following=j + 1, is_share=True),
            )
        return numeral

    def _single(self, sentence: Sentence, i: int, token: Token) -> Numeral | None:
        """Read "a hundred and two", "a dozen"."""
        start = article_before(sentence, token.start)
        if start == token.start:
            return None
        value = float(self._multipliers[token.word])
        numeral = self._multiplied(sentence, Numeral(value, value, start, token.end, i + 1, scale=value))
        if sentence.gap(i) == "and" and numeral.following == i + 1:
            rest = self.read(sentence, i + 1)
            if rest and sentence.tokens[i + 1].kind & CARDINAL and rest.high < value and not rest.is_share:
                return rest._replace(low=value + rest.low, high=value + rest.high, start=start)
        return numeral


def _continues(gap: str | None, after_multiplier: bool) -> bool:
    return gap in ("", "-") or (after_multiplier and gap in ("and", "&", ","))


def _fits(current: int, value: int) -> bool:
    """Tell whether a number word can follow within a hundred: "twenty one", not "one twenty"."""
    room = current % _HUNDRED
    return room == 0 if value >= 10 else value > 0 and (room == 0 or (room >= 20 and room % 10 == 0))
