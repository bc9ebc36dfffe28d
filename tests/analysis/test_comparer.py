"""Articles are compared batch by batch: what comes out in the end does not depend on what comes first."""

import random
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pytest

from tests.builders import an_article
from workbench.analysis.comparison.comparer import Comparer
from workbench.analysis.comparison.content import Contents
from workbench.analysis.comparison.words import NUMBER, Reading
from workbench.model.article import Article, Span
from workbench.model.claim import Claim, ClaimType, claim_id
from workbench.model.desk import Desk
from workbench.model.relation import Agreement, Comparison, Provenance, Relation

FERRY = (
    "The ferry Osprey ran aground off Port Ellery. Harbour master Brandt said 40 people were on the Osprey.",
    "Fishermen pulled 52 people from the stranded ferry Osprey. Brandt praised the fishermen of Port Ellery.",
    "The Osprey had left Port Ellery late. Harbour master Brandt said 40 people were on the Osprey.",
)
PENSIONS = (
    "Parliament in Tarsk passed the pension reform by 211 votes. Minister Lindqvist welcomed the reform.",
    "The Tarsk pension reform of Lindqvist passed with 198 votes. Unions in Tarsk called for a strike.",
)


class SharedWords:
    """A judge for tests: claims with three concepts in common are related, with other numbers in conflict."""

    def __init__(
        self, desk: Desk, contents: Contents, readings: Mapping[str, Reading], tables: Path | None
    ) -> None:
        self.readings = readings
        self.judged: list[tuple[str, str]] = []

    def keys(self, claim: Claim) -> Iterable[str]:
        return ()

    def judge(self, a: Claim, b: Claim) -> Relation | None:
        self.judged.append((a.id, b.id))
        one, other = self.readings[a.id].words, self.readings[b.id].words
        shared = {word.concept for word in one if word.is_content} & {word.concept for word in other}
        if len(shared) < 3:
            return None
        numbers = [{word.normal for word in words if word.flags & NUMBER} for words in (one, other)]
        agreement = Agreement.CONFLICT if numbers[0] != numbers[1] else Agreement.SAME
        return Relation(a.id, b.id, Provenance.TOPIC, agreement, " ".join(sorted(shared)), 0.5)


def desk_of(*texts: str) -> list[Article]:
    return [an_article(text, id=f"{number:03}.txt") for number, text in enumerate(texts)]


def claims_of(articles: Iterable[Article]) -> list[Claim]:
    """One claim a sentence."""
    found = []
    for article in articles:
        start = 0
        while (end := article.text.find(".", start) + 1) > 0:
            first = start + len(article.text[start:end]) - len(article.text[start:end].lstrip())
            span = Span(first, end)
            types, reasons = (ClaimType.EVENT,), ("event",)
            kind = article.blocks[0].kind
            found.append(Claim(claim_id(article.id, span), article.id, span, kind, types, 0.5, reasons))
            start = end
    return found


def compare(articles: Sequence[Article], near: str = "") -> list[Comparison]:
    return list(Comparer(make_judge=SharedWords).compare(articles, claims_of(articles), near))


def relations(articles: Sequence[Article], near: str = "") -> set[Relation]:
    batches = compare(articles, near)
    found = [relation for batch in batches for relation in batch.relations]
    assert len(found) == len(set(found)), "a relation was given twice"
    return set(found)


def articles_of(relation: Relation) -> set[str]:
    return {relation.a.partition(":")[0], relation.b.partition(":")[0]}


def test_two_stories_in_one_session_are_kept_apart() -> None:
    found = relations(desk_of(*FERRY, *PENSIONS))
    assert found
    ferry, pensions = {"000.txt", "001.txt", "002.txt"}, {"003.txt", "004.txt"}
    assert all(articles_of(relation) <= ferry or articles_of(relation) <= pensions for relation in found)
    assert {frozenset(articles_of(relation)) for relation in found} >= {
        frozenset({"000.txt", "002.txt"}),
        frozenset(pensions),
    }


def test_an_article_that_contradicts_itself_is_found() -> None:
    text = "Brandt said 40 people were aboard the Osprey. Later Brandt counted 52 people aboard the Osprey."
    (relation,) = relations(desk_of(text))
    assert relation.agreement is Agreement.CONFLICT
    assert articles_of(relation) == {"000.txt"}


def test_the_same_sentence_in_two_articles_is_verbatim() -> None:
    articles = desk_of(*FERRY)
    same = [one for one in relations(articles) if one.provenance is Provenance.VERBATIM]
    (relation,) = same
    assert articles_of(relation) == {"000.txt", "002.txt"}
    assert (relation.agreement, relation.reason) == (Agreement.SAME, "the same words")


@pytest.mark.parametrize("place", range(10))
def test_the_result_does_not_depend_on_where_the_cursor_is(place: int) -> None:
    articles = desk_of(*FERRY, *PENSIONS)
    claims = claims_of(articles)
    assert relations(articles, claims[place].id) == relations(articles)
    everything = [passage for batch in compare(articles) for passage in batch.passages]
    from_there = [passage for batch in compare(articles, claims[place].id) for passage in batch.passages]
    assert sorted(everything, key=str) == sorted(from_there, key=str)


def test_nor_does_it_in_a_session_of_many_articles() -> None:
    stories = [
        text.replace("Osprey", name).replace("Ellery", f"{name}ham").replace("Brandt", f"{name}son")
        for name in (
            "Heron",
            "Plover",
            "Curlew",
            "Dunlin",
            "Gannet",
            "Puffin",
            "Smew",
            "Teal",
            "Wigeon",
            "Knot",
            "Ruff",
        )
        for text in FERRY
    ]
    articles = desk_of(*stories)
    claims = claims_of(articles)
    found = relations(articles)
    assert len({frozenset(articles_of(relation)) for relation in found}) >= 11
    for place in (0, 29, 40, len(claims) - 1):
        assert relations(articles, claims[place].id) == found


def test_the_article_under_the_cursor_comes_first() -> None:
    articles = desk_of(*PENSIONS, *FERRY)
    near = claims_of(articles)[-1]
    first = next(Comparer(make_judge=SharedWords).compare(articles, claims_of(articles), near.id))
    assert first.relations
    assert all("004.txt" in articles_of(relation) for relation in first.relations)


def test_relations_name_the_earlier_claim_first_and_come_in_the_order_of_the_desk() -> None:
    articles = desk_of(*FERRY, *PENSIONS)
    place = {claim.id: number for number, claim in enumerate(claims_of(articles))}
    for batch in compare(articles, claims_of(articles)[5].id):
        pairs = [(place[relation.a], place[relation.b]) for relation in batch.relations]
        assert all(a < b for a, b in pairs)
        assert pairs == sorted(pairs)


def test_nothing_is_judged_after_the_reader_has_gone() -> None:
    judges: list[SharedWords] = []

    def make(
        desk: Desk, contents: Contents, readings: Mapping[str, Reading], tables: Path | None
    ) -> SharedWords:
        judges.append(SharedWords(desk, contents, readings, tables))
        return judges[-1]

    articles = desk_of(*FERRY, *PENSIONS)
    batches = Comparer(make_judge=make).compare(articles, claims_of(articles))
    next(batches)
    judged = list(judges[0].judged)
    assert {claim.partition(":")[0] for pair in judged for claim in pair} <= {"000.txt", "001.txt", "002.txt"}
    del batches
    assert judges[0].judged == judged


def test_two_hundred_near_copies_are_judged_like_a_few() -> None:
    chance = random.Random(1)
    copies = [text.replace("late", f"{chance.randrange(99)} minutes late") for text in FERRY * 67]
    found = relations(desk_of(*copies))
    assert len(found) < 40 * len(copies)


def test_copies_are_of_one_lineage_and_the_last_batch_names_it() -> None:
    *others, last = compare(desk_of(*FERRY[:2], *PENSIONS, FERRY[0]))
    assert last.lineages == (frozenset({"000.txt", "004.txt"}),)
    assert not any(batch.lineages for batch in others)
    assert not last.relations


def test_a_copied_sentence_relates_articles_that_tell_different_stories() -> None:
    copied = (
        "The lighthouse keeper Mats Holm has counted every ship that passed Port Ellery since the war ended."
    )
    one, other = f"{FERRY[0]} {copied}", f"{PENSIONS[0]} {copied.replace('every ship', 'every single ship')}"
    batches = compare(desk_of(one, other))
    assert [len(batch.passages) for batch in batches] == [1, 0, 0]
    assert any(relation.provenance is Provenance.TOPIC for relation in batches[0].relations)


def test_an_empty_desk_has_nothing_to_compare() -> None:
    assert compare([]) == [Comparison()]


def test_progress_is_told_before_each_batch() -> None:
    articles = desk_of(*FERRY)
    told: list[tuple[str, int, int]] = []
    list(
        Comparer(make_judge=SharedWords).compare(
            articles, claims_of(articles), report=lambda *step: told.append(step)
        )
    )
    assert told == [("comparing", 0, 3), ("comparing", 1, 3), ("comparing", 2, 3)]
