"""Quantities in a sentence: numbers as intervals, with modifier, unit and what is counted."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from workbench.analysis.dates.dates import DateFinder
from workbench.analysis.numbers.counted_nouns import CountedNouns
from workbench.analysis.numbers.nought_counts import NoughtCounts
from workbench.analysis.numbers.number_tokens import COUNTING, NOUGHT, NumberTokens, Sentence
from workbench.analysis.numbers.quantity_amounts import Amount
from workbench.analysis.numbers.quantity_grammar import QuantityGrammar
from workbench.analysis.numbers.quantity_modifiers import Bound, Modifiers
from workbench.analysis.numbers.units import Units
from workbench.model.article import Span
from workbench.model.claim import Quantity

_ONE: Final = 1.0
_WITHIN: Final = "within"


class QuantityFinder:
    """Finds quantities. Dates, clock times, ordinals and names such as "F/A-18" are none.

    Args:
        tables_folder: The user's own tables, or None.

    Raises:
        ConfigError: A table of the user is broken.
    """

    def __init__(self, tables_folder: Path | None = None) -> None:
        self._tokens = NumberTokens(tables_folder)
        table = self._tokens.numbers
        self.units = Units(tables_folder)
        """The units, to convert quantities with."""
        self._nouns = CountedNouns(table)
        self._noughts = NoughtCounts(table, self._nouns)
        self._modifiers = Modifiers(table)
        self._grammar = QuantityGrammar(table, self.units, self._nouns, self._modifiers)
        self._folder = tables_folder
        self._dates: DateFinder | None = None

    def find(self, text: str, span: Span) -> tuple[Quantity, ...]:
        """Find the quantities of a sentence.

        Args:
            text: The canonical text.
            span: The sentence, or any other run of the text.

        Returns:
            The quantities in reading order; their spans are disjoint.
        """
        sentence = self._tokens.scan(text, span)
        if not sentence.kinds & COUNTING:
            return ()
        if self._dates is None:  # 6 ms that a caller of `in_sentence` need not spend
            self._dates = DateFinder(self._folder)
        return self.in_sentence(sentence, self._dates.spans(sentence))

    def in_sentence(self, sentence: Sentence, dates: Sequence[tuple[int, int]]) -> tuple[Quantity, ...]:
        """Find the quantities of a sentence whose tokens are known.

        Args:
            sentence: The sentence.
            dates: Where its dates begin and end, as offsets into the sentence, in order.

        Returns:
            The quantities in reading order; their spans are disjoint.
        """
        found: list[Quantity] = []
        tokens, floor, i, date = sentence.tokens, 0, 0, 0
        while i < len(tokens):
            token = tokens[i]
            while date < len(dates) and dates[date][1] <= token.start:
                floor = max(floor, dates[date][1])
                date += 1
            taken = date < len(dates) and dates[date][0] <= token.start
            if taken or not token.kind & COUNTING or token.start < floor:
                i += 1
                continue
            ceiling = dates[date][0] if date < len(dates) else len(sentence.raw)
            if token.kind & NOUGHT:
                counted = self._noughts.counted(sentence, token)
                if counted is not None:
                    place = sentence.span(self._noughts.first(token), token.end)
                    found.append(Quantity(place, 0.0, 0.0, "", "", counted))
                    floor = token.end
                i += 1
                continue
            amount = self._grammar.read(sentence, i, floor, ceiling)
            if amount is None:
                i += 1
                continue
            found.append(self._quantity(sentence, amount))
            floor = amount.end
            i = max(i + 1, amount.following)
        return tuple(found)

    def stated(self, quantity: Quantity) -> float:
        """Return the number that the text names: 100 for "more than 100"; the middle of a range."""
        low, high = quantity.low, quantity.high
        if low is None or high is None:
            return low if low is not None else (high or 0.0)
        if self._modifiers.bound(quantity.modifier) in (Bound.BELOW, Bound.NEARLY):
            return high
        return (low + high) / 2

    def _quantity(self, sentence: Sentence, amount: Amount) -> Quantity:
        low: float | None = amount.low
        high: float | None = amount.high
        if amount.modifier:
            low, high = self._modifiers.bound(amount.modifier).interval(amount.low, amount.high)
        counted = ""
        if amount.modifier != _WITHIN:  # "within 500 yards of a school" counts no schools
            is_single, is_measured = amount.low == amount.high == _ONE, amount.unit != ""
            counted = self._nouns.after(sentence.raw, amount.end, is_single, is_measured)
        return Quantity(
            sentence.span(amount.start, amount.end), low, high, amount.unit, amount.modifier, counted
        )
