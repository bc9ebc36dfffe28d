"""Dates in a sentence, resolved against the article's date."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

from workbench.analysis.dates.grammar import DateExpression, DateGrammar
from workbench.analysis.numbers.number_tokens import NumberTokens, Sentence
from workbench.analysis.numbers.units import Units
from workbench.model.article import Span
from workbench.model.claim import DateMention

_ANY_DAY: Final = date(2000, 1, 1)


class DateFinder:
    """Finds dates.

    Args:
        tables_folder: The user's own tables, or None.

    Raises:
        ConfigError: A table of the user is broken.
    """

    def __init__(self, tables_folder: Path | None = None) -> None:
        self._tokens = NumberTokens(tables_folder)
        self._grammar = DateGrammar(self._tokens, Units(tables_folder))

    def find(self, text: str, span: Span, reference: date | None) -> tuple[DateMention, ...]:
        """Find the dates of a sentence.

        Args:
            text: The canonical text.
            span: The sentence, or any other run of the text.
            reference: The article's date; without it, only dates that the text states in full get days.

        Returns:
            The dates in reading order; their spans are disjoint. A bound is empty where the date has none
            ("since 2011" has no last day), and both are where it could not be resolved.
        """
        sentence = self._tokens.scan(text, span)
        return mentions(sentence, self.expressions(sentence, reference), reference)

    def expressions(self, sentence: Sentence, reference: date | None) -> tuple[DateExpression, ...]:
        """Find the dates of a sentence whose tokens are known, with all that was read in them."""
        return tuple(self._grammar.read(sentence, reference or _ANY_DAY))

    def spans(self, sentence: Sentence) -> Sequence[tuple[int, int]]:
        """Return where the dates of a sentence begin and end, as offsets into it, in order."""
        return [(found.start, found.end) for found in self._grammar.read(sentence, _ANY_DAY)]


def mentions(
    sentence: Sentence, expressions: Sequence[DateExpression], reference: date | None
) -> tuple[DateMention, ...]:
    """Return the dates as the model has them.

    Args:
        sentence: The sentence.
        expressions: What was read in it.
        reference: The article's date; without it, a date that was reckoned from it has empty days.

    Returns:
        The dates, in order.
    """
    found = []
    for one in expressions:
        period = one.period
        known = reference or not period.is_inferred
        first = one.first.isoformat() if one.first and known else ""
        last = one.last.isoformat() if one.last and known else ""
        span = sentence.span(one.start, one.end)
        found.append(DateMention(span, first, last, period.precision, period.part, period.is_inferred))
    return tuple(found)
