"""Filter and sort: what a reviewer types, read into conditions that claims meet or do not."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workbench.model.claim import Claim, ClaimType
from workbench.model.counterparts import Counterparts
from workbench.model.desk import Desk
from workbench.model.session import Session
from workbench.review.queue import Queue

Nearest = Callable[[str, Collection[str]], Collection[str]]
"""Finds, among known words, those that a word may be a slip of."""

_PART = re.compile(r'(?P<no>-?)(?:(?P<facet>[a-z]+):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>\S+))')
_WORD = re.compile(r"\w+")

STANDS = (
    "unreviewed", "confirmed", "disputed", "unverified", "parked", "not-checkable", "not-a-claim",
    "reviewed", "conflict", "alone", "noted", "orphaned",
)  # fmt: skip
"""What `is:` may ask for: labels of decisions, and what else can be said of a claim."""


class Sort(StrEnum):
    """The orders in which claims can be gone through."""

    ARTICLE = "article"
    """Reading order, article by article."""
    WORTH = "worth"
    """The most check-worthy first."""
    CONFLICT = "conflict"
    """Those in conflict first."""
    SOURCES = "sources"
    """Those that the fewest lineages state first."""


FACETS: Mapping[str, Sequence[str]] = {
    "is": STANDS,
    "type": tuple(kind.value for kind in ClaimType),
    "article": (),
    "speaker": (),
    "sort": tuple(sort.value for sort in Sort),
}
"""What can be asked for by name, and the values it takes; none where any text will do."""


NOTHING = "nothing"
"""The facet of a condition that was not understood: a slip must not let every claim through."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that is asked of a claim."""

    facet: str
    """One of FACETS; empty for a word of its text, NOTHING for what no claim meets."""
    value: str
    """What is asked for, case folded."""
    wanted: bool = True
    """Whether claims must meet it; False where they must not."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What a reviewer wants to see, and in which order."""

    conditions: tuple[Condition, ...] = ()
    """All of them have to hold."""
    sort: Sort = Sort.ARTICLE
    """The order."""
    problem: str = ""
    """What could not be understood, for the reviewer to read; empty when all could."""


def read_filter(typed: str) -> Filter:
    """Read what a reviewer typed: `is:conflict type:quantity speaker:brandt ferry sort:worth`.

    Args:
        typed: Words and `facet:value` pairs; a `-` before one turns it round, quotes keep words together.

    Returns:
        The filter. What is not understood is named in its problem, and lets no claim through.
    """
    conditions, sort, problems = [], Sort.ARTICLE, []
    for part in _PART.finditer(typed):
        facet, value = part["facet"] or "", (part["phrase"] or part["word"] or "").casefold()
        if facet and facet not in FACETS:
            problems.append(f"no {facet}: but {', '.join(FACETS)}")
            conditions.append(Condition(NOTHING, value))
        elif facet and FACETS[facet] and value not in FACETS[facet]:
            problems.append(f"{facet}: takes {', '.join(FACETS[facet])}")
            if facet != "sort":
                conditions.append(Condition(NOTHING, value))
        elif facet == "sort":
            sort = Sort(value)
        elif value:
            conditions.append(Condition(facet, value, not part["no"]))
    return Filter(tuple(conditions), sort, "; ".join(problems))


def queue_of(session: Session, wanted: Filter, between: Counterparts, nearest: Nearest) -> Queue:
    """Gather the claims that a filter lets through, in its order.

    A word that no claim holds is taken for a slip of those words that are nearest to it.

    Args:
        session: The session.
        wanted: The filter.
        between: What the articles say about each other's claims.
        nearest: Finds the words nearest to one that no claim holds.

    Returns:
        The queue; all claims where the filter asks for nothing.
    """
    desk = session.desk
    if not wanted.conditions and wanted.sort is Sort.ARTICLE:
        return Queue.of(desk)
    claims: Sequence[Claim] = desk.claims
    for condition in wanted.conditions:
        met = _met_by(condition, session, claims, between, nearest)
        claims = [claim for claim in claims if (claim.id in met) == condition.wanted]
    ordered = tuple(_sorted(claims, wanted.sort, between))
    return Queue(ordered, {claim.id: index for index, claim in enumerate(ordered)})


def _met_by(
    condition: Condition, session: Session, claims: Sequence[Claim], between: Counterparts, nearest: Nearest
) -> set[str]:
    desk, value = session.desk, condition.value
    if condition.facet == NOTHING:
        return set()
    if condition.facet == "is":
        return {claim.id for claim in claims if _stands(value, claim, session, between)}
    if condition.facet == "type":
        return {claim.id for claim in claims if value in claim.types}
    if condition.facet == "speaker":
        return {claim.id for claim in claims if claim.speaker and value in claim.speaker.text.casefold()}
    if condition.facet == "article":
        named = set(_articles_named(value, desk))
        return {claim.id for claim in claims if claim.article in named}
    return _holding(value, {claim.id: desk.quote(claim).casefold() for claim in claims}, nearest)


def _stands(value: str, claim: Claim, session: Session, between: Counterparts) -> bool:
    decision = session.decision(claim.id)
    if value == "reviewed":
        return decision.is_settled
    if value == "conflict":
        return between.in_conflict(claim.id)
    if value == "alone":
        return between.corroboration(claim.id).independent < 2
    if value == "noted":
        return decision.note is not None
    if value == "orphaned":
        return claim.orphaned
    return decision.label.replace(" ", "-") == value


def _articles_named(value: str, desk: Desk) -> Iterator[str]:
    for number, article in enumerate(desk.articles, start=1):
        if value == str(number) or (
            not value.isdecimal() and value in f"{article.title} {article.id}".casefold()
        ):
            yield article.id


def _holding(words: str, texts: Mapping[str, str], nearest: Nearest) -> set[str]:
    """Find the claims whose text holds some words, or else words that these are a slip of."""
    found = {claim for claim, text in texts.items() if words in text}
    if found or " " in words:
        return found
    words_of = {claim: set(_WORD.findall(text)) for claim, text in texts.items()}
    meant = set(nearest(words, set().union(*words_of.values())))
    return {claim for claim, its_words in words_of.items() if meant & its_words}


def _sorted(claims: Sequence[Claim], sort: Sort, between: Counterparts) -> Sequence[Claim]:
    if sort is Sort.WORTH:
        return sorted(claims, key=lambda claim: -claim.score)
    if sort is Sort.CONFLICT:
        return sorted(claims, key=lambda claim: not between.in_conflict(claim.id))
    if sort is Sort.SOURCES:
        return sorted(claims, key=lambda claim: between.corroboration(claim.id).independent)
    return claims
