"""What is said of a claim holds for all claims in the same words, but not for every pair of hundreds."""

import pytest

from tests.builders import a_claim, an_article
from workbench.analysis.comparison.repeats import find_families
from workbench.analysis.comparison.spreading import moved, spread, spread_within
from workbench.model.article import Article, Span
from workbench.model.claim import Claim
from workbench.model.relation import Agreement, Difference, DifferenceKind, Provenance, Relation


@pytest.mark.parametrize("size", [1, 2, 12])
def test_a_few_are_all_paired(size: int) -> None:
    ones, others = list(range(size)), list(range(100, 100 + size))
    assert list(spread(ones, others)) == [(one, other) for one in ones for other in others]
    assert len(list(spread_within(ones))) == size * (size - 1) // 2


@pytest.mark.parametrize("size", [13, 500])
def test_of_many_each_has_a_pair_and_no_pair_comes_twice(size: int) -> None:
    ones, others = list(range(size)), list(range(1000, 1000 + size))
    pairs = list(spread(ones, others))
    assert len(pairs) == len(set(pairs)) == 2 * size - 1
    assert {item for pair in pairs for item in pair} == {*ones, *others}
    within = list(spread_within(list(range(2 * size))))
    assert len(within) == 2 * size - 1
    assert all(one < other for one, other in within)


def test_a_relation_that_is_passed_on_points_at_the_words_of_its_new_claims() -> None:
    texts = ("40 people were aboard.", "52 people were aboard.")
    one, other = (an_article(text, id=name) for name, text in zip("ab", texts, strict=True))
    third = an_article(f"The Osprey sank. {texts[1]}", id="c")
    a, b, c = a_claim(one, texts[0]), a_claim(other, texts[1]), a_claim(third, texts[1])
    number = Difference(Span(0, 2), Span(0, 2), DifferenceKind.NUMBER)
    found = Relation(a.id, b.id, Provenance.VERBATIM, Agreement.CONFLICT, "40 / 52", 0.9, (number,))
    passed_on = moved(found, (a, b), (a, c))
    assert passed_on.key == (a.id, c.id)
    (difference,) = passed_on.differences
    assert (difference.a.of(one.text), difference.b.of(third.text)) == ("40", "52")


def family_of(*texts: str) -> list[tuple[str, ...]]:
    articles = [an_article(text, id=str(number)) for number, text in enumerate(texts)]
    return [family.articles for family in find_families(articles, {a.id: claims(a) for a in articles})]


def claims(article: Article) -> list[Claim]:
    return [a_claim(article, f"{sentence}.") for sentence in article.text.rstrip(".").split(". ")]


STORY = "The Osprey sank. Forty people were aboard. Brandt saw it. Fog lay on the sea."


def test_articles_that_are_mostly_the_same_are_one_family() -> None:
    changed = STORY.replace("Forty", "Fifty")
    assert family_of(STORY, "Parliament met. Nobody came.", changed) == [("0", "2"), ("1",)]


def test_one_sentence_in_common_makes_no_family() -> None:
    other = "Parliament met. Nobody came. Lindqvist slept. Fog lay on the sea."
    assert family_of(STORY, other) == [("0",), ("1",)]
