"""Claims in the very same words, and articles made of them: looked at once, however many they are."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from workbench.model.article import Article
from workbench.model.claim import Claim

_FEWEST: Final = 4
"""Claims without which an article is not taken for a copy of another."""
_MOSTLY: Final = 0.5
"""The share of an article's claims that another one has word for word, from which on both are one family."""


@dataclass(frozen=True, slots=True)
class Family:
    """Articles that are mostly word for word the same; most articles are a family of their own."""

    articles: tuple[str, ...]
    """Their ids in the order of the desk."""
    firsts: tuple[Claim, ...]
    """The first claim of each text, in the order of the desk."""
    repeated: Mapping[str, tuple[Claim, ...]]
    """The claims in the very words of one of the first ones, by its id, that one included; few have any."""

    def alike(self, first: Claim) -> tuple[Claim, ...]:
        """Return the claims in the very words of a first one, in the order of the desk, that one included."""
        return self.repeated.get(first.id) or (first,)


def find_families(articles: Sequence[Article], claims: Mapping[str, Sequence[Claim]]) -> list[Family]:
    """Group articles that repeat each other; time grows with the number of claims.

    Args:
        articles: The articles in the order of the desk.
        claims: Article id to its claims in reading order.

    Returns:
        The families in the order of their first articles.
    """
    first_with: dict[str, int] = {}
    quotes: list[list[str]] = []
    lead = list(range(len(articles)))
    for number, article in enumerate(articles):
        own = [claim.span.of(article.text) for claim in claims.get(article.id, ())]
        quotes.append(own)
        # whom it repeats: the lead of the article that was the first to use the words
        repeated = Counter(lead[first_with.setdefault(quote, number)] for quote in own)
        del repeated[number]
        if repeated and len(own) >= _FEWEST:
            nearest = min(repeated, key=lambda other: (-repeated[other], other))
            if repeated[nearest] >= _MOSTLY * len(own):
                lead[number] = nearest
    members: dict[int, list[int]] = defaultdict(list)
    for number, first in enumerate(lead):
        members[first].append(number)
    return [
        _family(
            [articles[number].id for number in numbers],
            [quote for number in numbers for quote in quotes[number]],
            [claim for number in numbers for claim in claims.get(articles[number].id, ())],
        )
        for numbers in members.values()
    ]


def _family(articles: Iterable[str], quotes: Sequence[str], claims: Sequence[Claim]) -> Family:
    if len(set(quotes)) == len(quotes):  # most articles: no sentence comes twice
        return Family(tuple(articles), tuple(claims), {})
    by_quote: dict[str, list[Claim]] = defaultdict(list)
    for quote, claim in zip(quotes, claims, strict=True):
        by_quote[quote].append(claim)
    return Family(
        tuple(articles),
        tuple([same[0] for same in by_quote.values()]),
        {same[0].id: tuple(same) for same in by_quote.values() if len(same) > 1},
    )
