"""What a number measures, as the words beside it name it: profit or debt, depth or distance."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final, cast

from workbench.analysis.comparison.facts.sentences import Layout
from workbench.tables import read_table

_TABLES: Final = Path(__file__).parents[2] / "tables"
_BEFORE: Final = 6
"""Words before a number in which it is named what it measures."""
_BEHIND: Final = 4
"""The same behind it."""
_FARTHER: Final = 1.5
"""How much nearer a word behind a number has to be than one before it."""


class Measures:
    """Knows the words for what is measured.

    Args:
        names: Each word, as it is written, to what it names.
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names

    def beside(self, layout: Layout, first: int, last: int) -> str:
        """Return what a number measures.

        Args:
            layout: The claim.
            first: The number of the first word of the quantity.
            last: One past the last.

        Returns:
            The name of the measure whose word is nearest, with nothing but words between; empty for none.
        """
        words, names = layout.words, self._names
        found, least = "", float(_BEFORE + 1)
        for number in range(first - 1, max(-1, first - 1 - _BEFORE), -1):
            if layout.breaks_after(number):
                break
            name = names.get(words[number].written.lower())
            if name:
                found, least = name, float(first - number)
                break
        for number in range(last, min(len(words), last + _BEHIND)):
            if (number - last + 1) * _FARTHER >= least or layout.breaks_after(number - 1):
                break
            name = names.get(words[number].written.lower())
            if name:
                return name
        return found


def read_measures(own: Path | None = None) -> Measures:
    """Read the words for what is measured.

    Args:
        own: The folder of the user's tables, or None.

    Raises:
        ConfigError: The user's table is broken.
    """
    rows = cast("Mapping[str, str]", read_table(_TABLES, "measures", own)["measures"])
    return Measures({word: name for name, words in rows.items() for word in words.split()})
