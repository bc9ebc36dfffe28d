"""Relations of claims that many articles repeat word for word: judged once, and passed on to the others."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from workbench.model.article import Span
from workbench.model.claim import Claim
from workbench.model.relation import Difference, Relation

_MOST_PAIRS: Final = 144
"""Pairs up to which everything is paired with everything: twelve articles with twelve."""

Item = TypeVar("Item")


def spread(ones: Sequence[Item], others: Sequence[Item]) -> Iterator[tuple[Item, Item]]:
    """Pair what says the same with what says the same.

    Args:
        ones: At least one item.
        others: At least one item.

    Yields:
        All pairs; where there are very many, the first of each side with all of the other.
    """
    if len(ones) * len(others) <= _MOST_PAIRS:
        for one in ones:
            for other in others:
                yield one, other
        return
    for other in others:
        yield ones[0], other
    for one in ones[1:]:
        yield one, others[0]


def spread_within(items: Sequence[Item]) -> Iterator[tuple[Item, Item]]:
    """Pair items with each other.

    Args:
        items: Any number of items.

    Yields:
        All pairs, the earlier item first; where there are very many, the first with all others.
    """
    if len(items) ** 2 <= 2 * _MOST_PAIRS:
        for place, one in enumerate(items):
            for other in items[place + 1 :]:
                yield one, other
    else:
        for other in items[1:]:
            yield items[0], other


def moved(relation: Relation, judged: tuple[Claim, Claim], meant: tuple[Claim, Claim]) -> Relation:
    """Return the relation of two claims that say what two others say.

    Args:
        relation: The relation of the two that were judged.
        judged: Those, as the relation has them.
        meant: Two claims in the same words.

    Returns:
        The relation, with the places of the claims that are meant.
    """
    (a, b), (other_a, other_b) = judged, meant
    if other_a is a and other_b is b:
        return relation
    by_a, by_b = other_a.span.start - a.span.start, other_b.span.start - b.span.start
    differences = tuple(
        Difference(_moved(one.a, by_a), _moved(one.b, by_b), one.kind) for one in relation.differences
    )
    return replace(relation, a=other_a.id, b=other_b.id, differences=differences)


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
