"""Claims: what the analysis of an article finds, through its public door."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import an_article
from workbench.analysis.analyser import Analyser
from workbench.analysis.version import VERSION
from workbench.errors import ConfigError
from workbench.model.article import Article, BlockKind
from workbench.model.claim import Claim, ClaimType
from workbench.resources import seeds_folder

ANALYSER = Analyser()


def quotes(article: Article, claims: tuple[Claim, ...]) -> list[str]:
    return [claim.span.of(article.text) for claim in claims]


def the_claim(text: str, date: str = "2031-03-04") -> Claim:
    (claim,) = ANALYSER.claims(an_article(text, date=date))
    return claim


def score(text: str) -> float:
    return the_claim(text).score


def test_every_sentence_of_a_paragraph_is_a_claim() -> None:
    article = an_article("The bridge closed on Monday. Repairs cost the town $2 million.")
    assert quotes(article, ANALYSER.claims(article)) == [
        "The bridge closed on Monday.",
        "Repairs cost the town $2 million.",
    ]


@pytest.mark.parametrize(
    "kind",
    [BlockKind.BOILERPLATE, BlockKind.DUPLICATE, BlockKind.OFFTOPIC, BlockKind.BYLINE, BlockKind.DATELINE],
)
def test_blocks_that_are_set_aside_and_lines_about_the_article_make_no_claims(kind: BlockKind) -> None:
    line = "Sign up for the letter that 5,000 people read every morning."
    article = an_article(f"The bridge closed on Monday.\n\n{line}", set_aside={line: (kind, "")})
    assert quotes(article, ANALYSER.claims(article)) == ["The bridge closed on Monday."]


@pytest.mark.parametrize(
    "text", ["The agency reports:", "Yes.", "Of course not!", "Story continues below", "…"]
)
def test_fragments_and_lead_ins_are_no_claims(text: str) -> None:
    claims = ANALYSER.claims(an_article(text, set_aside={"Story continues below": (BlockKind.HEADING, "")}))
    assert claims == ()


def test_three_words_that_tell_something_are_a_claim() -> None:
    assert the_claim("Nine people died.").types[0] is ClaimType.QUANTITY


def test_a_number_in_a_factual_sentence_scores_high_and_says_why() -> None:
    claim = the_claim("The fire destroyed 240 homes in the valley on Tuesday.")
    assert claim.score > 0.8
    assert claim.reasons[:2] == ("number", "date")
    assert claim.types[:2] == (ClaimType.QUANTITY, ClaimType.DATE)


@pytest.mark.parametrize(
    ("lower", "reason"),
    [
        ("Did the fire destroy 240 homes in the valley on Tuesday?", "question"),
        ("“Did the fire destroy 240 homes in the valley on Tuesday?”", "question"),
        ("Why did the fire destroy 240 homes?!", "question"),
        ("The fire should never have destroyed 240 homes, and you know it.", "what ought to be"),
        ("I believe the council made a shameful, disgraceful mistake.", "opinion words"),
        ("The council will probably rebuild the homes in the valley.", "prediction"),
    ],
)
def test_questions_opinions_and_predictions_are_kept_and_scored_down(lower: str, reason: str) -> None:
    claim = the_claim(lower)
    assert claim.score < score("The fire destroyed 240 homes in the valley on Tuesday.")
    assert reason in claim.reasons


def test_a_question_hardly_counts() -> None:
    assert score("Why did the fire destroy 240 homes in the valley?") < 0.5


def test_a_sentence_that_says_who_asked_is_no_question() -> None:
    assert "question" not in the_claim("On Tuesday Ida Lund wrote: “Who set fire to the 240 homes?”").reasons


def test_a_heading_scores_lower_than_the_same_words_in_a_paragraph() -> None:
    line = "Fire destroyed 240 homes in the valley"
    (heading,) = ANALYSER.claims(an_article(line, set_aside={line: (BlockKind.HEADING, "")}))
    assert heading.score < score(line)
    assert "heading" in heading.reasons
    assert heading.kind is BlockKind.HEADING


def test_a_claim_always_has_a_reason() -> None:
    assert the_claim("The lamp stands beside the door.").reasons


def test_saying_that_nothing_happened_is_a_denial_and_no_quantity() -> None:
    claim = the_claim("The crew suffered no injuries.")
    assert ClaimType.DENIAL in claim.types
    assert ClaimType.QUANTITY not in claim.types
    assert claim.quantities[0].high == 0


@pytest.mark.parametrize(
    "text", ["The ship was not only late but overloaded.", "There is no doubt that it sank."]
)
def test_not_only_and_no_doubt_deny_nothing(text: str) -> None:
    assert ClaimType.DENIAL not in the_claim(text).types


@pytest.mark.parametrize(
    ("text", "compares"),
    [
        ("It was the largest fire in the history of the valley.", True),
        ("The valley is poorer than the coast.", True),
        ("More than 240 homes burned.", False),
        ("At least two people were hurt.", False),
    ],
)
def test_a_comparison_is_told_from_a_bound(text: str, compares: bool) -> None:
    assert (ClaimType.COMPARISON in the_claim(text).types) is compares


def test_a_name_with_figures_is_no_number() -> None:
    claim = the_claim("The navy sent an F/A-18 over the harbour.")
    assert claim.quantities == ()
    assert "number" not in claim.reasons


def test_quantities_and_dates_lie_within_their_claim() -> None:
    article = an_article("Ferries stopped. About 300 people waited on Monday night, 40 of them outside.")
    second = ANALYSER.claims(article)[-1]
    places = [one.span for one in second.quantities] + [one.span for one in second.dates]
    assert [place.of(article.text) for place in places] == ["About 300", "40", "Monday night"]
    assert second.dates[0].first == "2031-03-03"
    assert all(second.span.contains(place) for place in places)


def test_the_same_article_gives_the_same_claims_whatever_was_analysed_before() -> None:
    one = an_article("The mill burned on Monday. Three men were hurt.", date="2031-03-04")
    other = an_article("Yesterday the mill burned on Monday. Three men were hurt.", date="2029-01-01")
    fresh = Analyser().claims(one)
    ANALYSER.claims(other)
    assert ANALYSER.claims(one) == fresh == ANALYSER.claims(one)


def test_a_wrong_date_of_an_article_does_no_harm() -> None:
    assert the_claim("The mill burned on Monday.", date="not a date").types


def test_a_user_adds_words(tmp_path: Path) -> None:
    text = "The blorgest plan of all began on the first day."
    (tmp_path / "wording.toml").write_text('blame = ["blorgest"]\n', encoding="utf-8")
    (with_own,) = Analyser(tmp_path).claims(an_article(text))
    assert with_own.score < score(text)


def test_a_broken_table_is_named(tmp_path: Path) -> None:
    (tmp_path / "worth.toml").write_text('[shares]\nworthy = "much"\n', encoding="utf-8")
    with pytest.raises(ConfigError, match=r"worth\.toml:2.*worthy"):
        Analyser(tmp_path)


def test_the_version_is_a_word() -> None:
    assert VERSION.isalnum()


@pytest.mark.parametrize("seed", sorted(seeds_folder().glob("*.txt")), ids=lambda seed: seed.stem[:3])
def test_claims_of_the_seeds_are_exact_ordered_and_disjoint(seed: Path) -> None:
    article = an_article(seed.read_text(encoding="utf-8"), id=seed.name)
    claims = ANALYSER.claims(article)
    assert len(claims) > 10
    end = 0
    for claim in claims:
        quote = claim.span.of(article.text)
        assert claim.id == f"{seed.name}:{claim.span.start}-{claim.span.end}"
        assert quote == quote.strip() != ""
        assert claim.span.start >= end
        assert any(block.span.contains(claim.span) for block in article.blocks)
        assert 0 <= claim.score <= 1
        end = claim.span.end


@given(st.text(alphabet=st.sampled_from('aB 1,.?!"“”\n%$é中😀İ\u202e\x00-n'), max_size=60))
def test_any_text_gives_claims_within_its_blocks(text: str) -> None:
    article = an_article(text)
    for claim in ANALYSER.claims(article):
        assert any(block.span.contains(claim.span) for block in article.blocks)
