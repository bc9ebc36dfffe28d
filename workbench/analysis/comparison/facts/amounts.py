"""The number of a quantity, in SI, with how it is meant."""

import math
import re
from typing import Final

from workbench.analysis.comparison.facts.frames import MONEY, Amount, Bound
from workbench.analysis.numbers.quantities import QuantityFinder
from workbench.model.claim import Quantity

_VAGUE: Final = re.compile(
    r"\b(?:several|few|many|couple|handful|dozens|scores|hundreds|thousands|tens|millions|billions|numerous)\b"
)

_AT_LEAST: Final = frozenset(
    {
        "at least",
        "no fewer than",
        "no less than",
        "not less than",
        "not fewer than",
        "a minimum of",
        "minimum of",
        "or more",
    }
)


class Amounts:
    """Reads the numbers of quantities.

    Args:
        quantities: What found them.
    """

    def __init__(self, quantities: QuantityFinder) -> None:
        self._quantities = quantities

    def read(self, quantity: Quantity, words: str) -> Amount:
        """Read one number.

        Args:
            quantity: The quantity.
            words: The words that state it.

        Returns:
            The number.
        """
        low, high, dimension = self._quantities.units.to_si(quantity)
        unit = quantity.unit.partition("/")[0]
        if self._quantities.units.is_money(unit):
            dimension = MONEY
        else:
            unit = quantity.unit
        return Amount(
            -math.inf if low is None else low,
            math.inf if high is None else high,
            self._quantities.stated(quantity),
            unit,
            dimension,
            _bound(quantity, words.lower()),
        )


def _bound(quantity: Quantity, words: str) -> Bound:
    low, high = quantity.low, quantity.high
    if low is None or (low == 0 and high and quantity.modifier):
        return Bound.MOST
    if high is None:
        return Bound.LEAST if quantity.modifier in _AT_LEAST else Bound.MORE
    if low == high:
        return Bound.EXACT
    if _VAGUE.search(words):
        return Bound.VAGUE
    return Bound.ABOUT
