"""Judges claims for tests: two sentences of two articles, or all claims of some articles."""

from pathlib import Path

from tests.builders import an_article
from workbench.analysis.analyser import Analyser
from workbench.analysis.comparison.content import Contents
from workbench.analysis.comparison.judge import Judge
from workbench.analysis.comparison.words import Vocabulary
from workbench.model.article import Article
from workbench.model.desk import Desk
from workbench.model.relation import Agreement, DifferenceKind, Relation

ANALYSER = Analyser()


def the_relations(articles: list[Article], own: Path | None = None) -> dict[tuple[str, str], Relation]:
    """Judge every two claims; return what was found by the words of both."""
    vocabulary = Vocabulary()
    for article in articles:
        vocabulary.learn(article.text)
    claims = [claim for article in articles for claim in ANALYSER.claims(article)]
    desk = Desk.of(articles, claims)
    readings = {
        claim.id: vocabulary.read(desk.article_by_id[claim.article].text, claim.span) for claim in claims
    }
    judge = Judge(desk, Contents(vocabulary), readings, own)
    found = {}
    for number, one in enumerate(desk.claims):
        for other in desk.claims[number + 1 :]:
            relation = judge.judge(one, other)
            if relation is not None:
                found[desk.quote(one), desk.quote(other)] = relation
    return found


def judged(one: str, other: str) -> Relation | None:
    """Judge two claims of two articles, each of which holds nothing else."""
    articles = [
        an_article(one, id="one", date="2031-03-06"),
        an_article(other, id="other", date="2031-03-06"),
    ]
    return the_relations(articles).get((one, other))


def agreement(one: str, other: str) -> tuple[Agreement, DifferenceKind | None] | None:
    """Return whether two claims can both be true, and the first kind of difference."""
    relation = judged(one, other)
    if relation is None:
        return None
    kinds = [difference.kind for difference in relation.differences]
    return relation.agreement, kinds[0] if kinds else None


def whether(one: str, other: str) -> Agreement | None:
    """Return whether two claims can both be true; None when they are not about the same."""
    relation = judged(one, other)
    return relation.agreement if relation else None
