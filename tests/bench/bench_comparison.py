"""Speed of the comparison beside the analysis of the same articles, and how much its candidates miss.

    python tests/bench/bench_comparison.py [MEGABYTES ...]

Every story tells the five seeds with names, numbers and words of its own, so that no two stories are alike.
Processor time of one core, the best of some runs, since other work on the machine only ever adds to it.
"""

import gc
import math
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench.stories import seed_articles, stories
from workbench.analysis.analyser import Analyser
from workbench.analysis.comparison.comparer import Comparer
from workbench.analysis.comparison.content import Contents
from workbench.analysis.comparison.judge import Judge
from workbench.analysis.comparison.words import Vocabulary
from workbench.model.article import Article
from workbench.model.claim import Claim
from workbench.model.desk import Desk
from workbench.model.relation import Comparison

MEGABYTE: Final = 1_000_000
MOST_MILLISECONDS: Final = 40.0
"""What the five seeds may take, the tables apart."""
MOST_TIMES: Final = 1.5
"""How many times the analysis the comparison may take."""
STEEPEST: Final = 1.15
"""The highest exponent of growth."""
LEAST_RECALL: Final = 0.99
"""The share of all relations that the candidates must lead to."""
STORIES_JUDGED: Final = 40
"""Stories of five articles of which every two claims are judged."""


@dataclass(frozen=True, slots=True)
class Times:
    """Processor seconds."""

    size: int
    """Code points of all articles."""
    analysis: float
    """What finding the claims took."""
    comparison: float
    """What comparing them took, tables and all."""


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time that some work takes."""
    gc.collect()
    started = time.process_time()
    work()
    return time.process_time() - started


def analysed(articles: Iterable[Article]) -> list[Claim]:
    """Return the claims of articles, found by a new analyser."""
    analyser = Analyser()
    return [claim for article in articles for claim in analyser.claims(article)]


def compared(articles: Sequence[Article], claims: Sequence[Claim]) -> None:
    """Compare articles, and let what is found go at once, as the command line does."""
    deque(Comparer().compare(articles, claims), maxlen=0)


def measure_seeds() -> bool:
    """Print what the five seeds take; return whether that is little enough."""
    articles = seed_articles()
    claims = analysed(articles)
    whole = min(seconds(lambda: compared(articles, claims)) for _ in range(7))
    tables = min(seconds(lambda: compared([], [])) for _ in range(7))
    spent = 1000 * (whole - tables)
    print(f"five seeds: {spent:.0f} ms, and {1000 * tables:.0f} ms once for the tables")
    return spent <= MOST_MILLISECONDS


def measure(megabytes: float) -> Times:
    """Print and return what a number of stories takes."""
    articles = [article for story in stories(int(megabytes * MEGABYTE)) for article in story]
    size = sum(len(article.text) for article in articles)
    runs = 3 if megabytes <= 2 else 1
    analysis = min(seconds(lambda: analysed(articles)) for _ in range(runs))
    claims = analysed(articles)
    gc.freeze()
    comparison = min(seconds(lambda: compared(articles, claims)) for _ in range(runs))
    gc.unfreeze()
    print(
        f"{size / MEGABYTE:6.1f} MB  {len(articles):6} articles  analysis {analysis:6.2f} s  "
        f"comparison {comparison:6.2f} s  ratio {comparison / analysis:.2f}"
    )
    return Times(size, analysis, comparison)


def measure_recall() -> bool:
    """Print the share of relations that are found among all that exhaustive judging finds."""
    found = expected = conflicts = conflicts_found = 0
    desks = [story for story, _ in zip(stories(100 * MEGABYTE), range(STORIES_JUDGED), strict=False)]
    articles = [article for story in desks for article in story]
    claims = analysed(articles)
    known = {relation.key for batch in Comparer().compare(articles, claims) for relation in batch.relations}
    for batch in exhaustive(articles, claims):
        for relation in batch.relations:
            is_found = relation.key in known
            expected, found = expected + 1, found + is_found
            if relation.agreement.value == "conflict":
                conflicts, conflicts_found = conflicts + 1, conflicts_found + is_found
    print(
        f"recall on {len(articles)} articles: {found} of {expected} relations = {found / expected:.4f}; "
        f"conflicts {conflicts_found} of {conflicts}"
    )
    return found >= LEAST_RECALL * expected


def exhaustive(articles: Sequence[Article], claims: Sequence[Claim]) -> Iterator[Comparison]:
    """Judge every two claims of a story, as the comparison judges those that it picks."""
    desk = Desk.of(articles, claims)
    vocabulary = Vocabulary()
    for article in articles:
        vocabulary.learn(article.text)
    readings = {
        claim.id: vocabulary.read(desk.article_by_id[claim.article].text, claim.span) for claim in claims
    }
    judge = Judge(desk, Contents(vocabulary), readings)
    story_of = {article.id: article.id.partition("-")[0] for article in articles}
    told: dict[str, list[Claim]] = {}
    for claim in desk.claims:
        told.setdefault(story_of[claim.article], []).append(claim)
    for same_story in told.values():
        relations = (
            judge.judge(a, b) for a, b in combinations(same_story, 2) if desk.quote(a) != desk.quote(b)
        )
        yield Comparison(tuple(relation for relation in relations if relation is not None))


def main(sizes: Sequence[float]) -> int:
    """Print all figures; return 1 where one misses its mark."""
    right = measure_seeds()
    right &= measure_recall()
    times = [measure(megabytes) for megabytes in sizes]
    right &= all(one.comparison <= MOST_TIMES * one.analysis for one in times)
    if len(times) > 1:
        first, last = times[0], times[-1]
        exponent = math.log(last.comparison / first.comparison) / math.log(last.size / first.size)
        right &= exponent <= STEEPEST
        print(f"growth exponent {exponent:.3f}")
    return int(not right)


if __name__ == "__main__":
    sys.exit(main([float(word) for word in sys.argv[1:]] or [1, 10, 30]))
