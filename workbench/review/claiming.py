"""The claims of any number of sources, one source after the other, without a session."""

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from workbench.errors import SourceError, WorkbenchError
from workbench.model.claim import Claim
from workbench.reading.articles import read_article
from workbench.reading.offtopic import set_aside_offtopic
from workbench.reading.sources import Source, find_sources
from workbench.review.analysers import analyser
from workbench.review.intake import Report

_WAITING_PER_JOB = 4
"""Sources that are read ahead for each process; more would only cost memory."""


@dataclass(frozen=True, slots=True)
class Claims:
    """What one source came to."""

    source: str
    """The source, as the user named it."""
    claims: tuple[tuple[Claim, str], ...] = ()
    """The claims in reading order, each with its quote."""
    fault: str = ""
    """Why the source could not be read; empty when it could."""


def claims_of(sources: Sequence[str], tables: Path | None, jobs: int, report: Report) -> Iterator[Claims]:
    """Find the claims of some sources; memory does not grow with their number.

    Args:
        sources: Files and folders as the user named them.
        tables: The folder of the user's word lists, or None.
        jobs: How many processes work at once; 1 works in this one.
        report: Called before each source is waited for.

    Yields:
        What each source came to, in the order of the sources.

    Raises:
        SourceError: A source does not exist, or a folder holds no articles.
        ConfigError: A table of the user's is broken.
        WorkbenchError: A process was ended from outside.
    """
    found = find_sources(sources)
    outcomes: Iterator[Claims]
    if jobs == 1 or len(found) < 2:
        outcomes = (_claims_of(source, tables) for source in found)
    else:
        outcomes = _in_processes(found, tables, jobs)
    for done, outcome in enumerate(outcomes, start=1):
        report("finding claims", done, len(found))
        yield outcome


def _in_processes(found: Sequence[Source], tables: Path | None, jobs: int) -> Iterator[Claims]:
    waiting: deque[Future[Claims]] = deque()
    with ProcessPoolExecutor(max_workers=jobs) as pool:
        try:
            for source in found:
                waiting.append(pool.submit(_claims_of, source, tables))
                if len(waiting) > jobs * _WAITING_PER_JOB:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool as error:
            raise WorkbenchError("a process was ended from outside", "try --jobs 1") from error
        finally:
            pool.shutdown(cancel_futures=True)


def _claims_of(source: Source, tables: Path | None) -> Claims:
    try:
        article = read_article(source, tables)
    except SourceError as error:
        return Claims(source.name, fault=str(error))
    (article,) = set_aside_offtopic([article], tables)
    claims = analyser(tables).claims(article)
    return Claims(source.name, tuple((claim, claim.span.of(article.text)) for claim in claims))
