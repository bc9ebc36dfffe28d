"""The comparison of all articles of a desk, batch by batch, so that nobody has to wait for its end."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

from workbench.analysis.comparison.batches import Batches
from workbench.analysis.comparison.judge import Judge
from workbench.analysis.comparison.judging import JudgeMaker
from workbench.analysis.comparison.words import Vocabulary
from workbench.model.article import Article
from workbench.model.claim import Claim
from workbench.model.desk import Desk
from workbench.model.relation import Comparison

Report: TypeAlias = Callable[[str, int, int], None]
"""Called while work goes on: what is being done, how many are done, how many there are."""


class Comparer:
    """Compares articles. The same articles give the same relations, whichever come first.

    Args:
        tables: The folder of the user's own tables, or None.
        make_judge: Makes what judges two claims.

    Raises:
        ConfigError: A table of the user is broken.
    """

    def __init__(self, tables: Path | None = None, make_judge: JudgeMaker = Judge) -> None:
        self._make_judge = make_judge
        self._tables = tables

    def compare(
        self,
        articles: Iterable[Article],
        claims: Iterable[Claim],
        near: str = "",
        report: Report = lambda *_: None,
    ) -> Iterator[Comparison]:
        """Compare articles; whoever wants no more of it stops asking.

        Args:
            articles: In the order of the desk.
            claims: Their claims.
            near: The id of the claim whose article is compared first; empty for the order of the desk.
            report: Called before each batch.

        Yields:
            What is new: relations and passages in the order of the desk. The last one holds the lineages.
        """
        desk = Desk.of(articles, claims)
        vocabulary = Vocabulary(self._tables)
        for article in desk.articles:
            vocabulary.learn(article.text)
        batches = Batches(desk, vocabulary, self._make_judge, self._tables)
        done = 0
        for family in batches.order(near):
            report("comparing", done, len(desk.articles))
            yield batches.batch(family)
            done += len(batches.families[family].articles)
        yield Comparison(lineages=batches.lineages.groups(article.id for article in desk.articles))
