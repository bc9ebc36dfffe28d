"""Whatever two claims say: marked words lie in them, and it does not matter which article comes first."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import an_article
from workbench.analysis.analyser import Analyser
from workbench.analysis.comparison.content import Contents
from workbench.analysis.comparison.judge import Judge
from workbench.analysis.comparison.words import Vocabulary
from workbench.model.article import Article
from workbench.model.desk import Desk
from workbench.model.relation import Agreement, Relation

ANALYSER = Analyser()
PARTS = (
    ("The blast in Orvel", "Danish strikes on Tarsk", "The ferry Osprey", "Police in Port Ellery"),
    ("killed", "wounded", "did not kill", "rescued", "left behind", "came within"),
    ("at least 12", "about 40", "no", "dozens of", "300 yards of the", "300 meters of the", "two of the"),
    ("people", "Kurdish fighters", "children", "sailors", "mill", "others 😀"),
    ("on Tuesday night", "late on Wednesday", "since 2024", "", "(officials said)", "– “none of them hurt”"),
)
SENTENCES = st.tuples(*(st.sampled_from(part) for part in PARTS)).map(
    lambda words: " ".join(words).strip() + "."
)


STORIES = st.lists(SENTENCES, min_size=2, max_size=12, unique=True)
VOCABULARY = Vocabulary()


def relations(articles: list[Article]) -> tuple[Desk, list[Relation]]:
    """Judge every two claims of some articles."""
    desk = Desk.of(articles, [claim for article in articles for claim in ANALYSER.claims(article)])
    readings = {
        claim.id: VOCABULARY.read(desk.article_by_id[claim.article].text, claim.span) for claim in desk.claims
    }
    judge = Judge(desk, Contents(VOCABULARY), readings, None)
    pairs = [(a, b) for n, a in enumerate(desk.claims) for b in desk.claims[n + 1 :]]
    return desk, [relation for a, b in pairs if (relation := judge.judge(a, b)) is not None]


def articles_of(sentences: list[str]) -> list[Article]:
    """Make an article of each sentence."""
    return [an_article(sentence, id=f"{number}") for number, sentence in enumerate(sentences)]


@settings(max_examples=40)
@given(STORIES)
def test_marked_words_lie_in_the_claims(sentences: list[str]) -> None:
    desk, found = relations([an_article(" ".join(sentences)), *articles_of(sentences)])
    for relation in found:
        a, b = desk.claim(relation.a), desk.claim(relation.b)
        assert 0 <= relation.confidence <= 1
        for difference in relation.differences:
            assert a.span.start <= difference.a.start <= difference.a.end <= a.span.end
            assert b.span.start <= difference.b.start <= difference.b.end <= b.span.end


@settings(max_examples=40)
@given(STORIES)
def test_the_order_of_articles_changes_no_agreement(sentences: list[str]) -> None:
    articles = articles_of(sentences)
    _, forth = relations(articles)
    _, back = relations(articles[::-1])

    def told(found: list[Relation]) -> dict[frozenset[str], Agreement]:
        return {frozenset((relation.a, relation.b)): relation.agreement for relation in found}

    assert told(forth) == told(back)


@settings(max_examples=40)
@given(STORIES)
def test_a_claim_agrees_with_its_copy(sentences: list[str]) -> None:
    copies = [an_article(sentence, id=f"copy {number}") for number, sentence in enumerate(sentences)]
    desk, found = relations([*articles_of(sentences), *copies])
    for relation in found:
        if desk.quote(desk.claim(relation.a)) == desk.quote(desk.claim(relation.b)):
            assert relation.agreement is Agreement.SAME
