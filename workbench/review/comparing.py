"""The relations between the claims of any number of sources, without a session."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.analysis.comparison.comparer import Comparer
from workbench.errors import SourceError
from workbench.model.article import Article
from workbench.model.claim import Claim
from workbench.model.desk import Desk
from workbench.model.relation import Comparison
from workbench.reading.offtopic import set_aside_offtopic
from workbench.review.analysers import analyser
from workbench.review.intake import Report, read_each


@dataclass(frozen=True, slots=True)
class Compared:
    """Articles that are being compared."""

    desk: Desk
    """The articles and their claims."""
    batches: Iterator[Comparison]
    """What is found, as it comes; asking for the next one does the work."""
    faults: tuple[str, ...]
    """Why sources could not be read; one for each that could not."""


def compare_sources(sources: Sequence[str], tables: Path | None, report: Report) -> Compared:
    """Read articles, find their claims, and begin to compare them.

    Args:
        sources: Files and folders as the user named them.
        tables: The folder of the user's word lists, or None.
        report: Called while the work goes on.

    Returns:
        The articles, and what is found.

    Raises:
        SourceError: A source does not exist, or a folder holds no articles.
        ConfigError: A table of the user's is broken.
    """
    articles: list[Article] = []
    faults: list[str] = []
    for outcome in read_each(sources, tables, report):
        if isinstance(outcome, SourceError):
            faults.append(str(outcome))
        else:
            articles.append(outcome)
    reader = analyser(tables)
    claims: list[Claim] = []
    on_topic = set_aside_offtopic(articles, tables)
    for done, article in enumerate(on_topic):
        report("finding claims", done, len(on_topic))
        claims += reader.claims(article)
    desk = Desk.of(on_topic, claims)
    batches = Comparer(tables).compare(desk.articles, desk.claims, report=report)
    return Compared(desk, batches, tuple(faults))
