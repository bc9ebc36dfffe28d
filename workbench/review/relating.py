"""The comparison of a session's articles, batch by batch, beside the reviewer's work."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from workbench.model.article import Article
from workbench.model.claim import Claim
from workbench.model.counterparts import Counterparts
from workbench.model.relation import Comparison
from workbench.model.session import Session
from workbench.review.intake import Report


class Compare(Protocol):
    """Compares articles; what it finds comes in batches."""

    def __call__(
        self, articles: Sequence[Article], claims: Sequence[Claim], near: str, report: Report
    ) -> Iterator[Comparison]:
        """Yield what is new, the neighbourhood of a claim first.

        Args:
            articles: In the order of the desk.
            claims: Their claims, in the order of the desk.
            near: The id of the claim to begin with; empty for none.
            report: Called while it works, with the number of articles done and of all.
        """
        ...


def comparison(tables: Path | None) -> Compare:
    """Return what compares articles.

    Args:
        tables: The folder of the user's word lists, or None.
    """

    def compare(
        articles: Sequence[Article], claims: Sequence[Claim], near: str, report: Report
    ) -> Iterator[Comparison]:
        from workbench.analysis.comparison.comparer import (
            Comparer,  # deferred: it comes after the first paint
        )

        yield from Comparer(tables).compare(articles, claims, near, report)

    return compare


def compared(session: Session, tables: Path | None, report: Report) -> Counterparts:
    """Compare all articles of a session.

    Args:
        session: The session.
        tables: The folder of the user's word lists, or None.
        report: Called while it works, with the number of articles done and of all.

    Returns:
        What the articles say about each other, after the reviewer's word.

    Raises:
        ConfigError: A table of the user's is broken.
    """
    found = Counterparts(session.desk, said=session.relations)
    for batch in comparison(tables)(session.desk.articles, session.desk.claims, "", report):
        found.add(batch)
    return found
