"""Who says a claim, and what that makes of its types and score."""

import pytest

from tests.builders import an_article
from workbench.analysis.analyser import Analyser
from workbench.model.claim import Claim, ClaimType, SpeakerKind

ANALYSER = Analyser()


def claims(text: str) -> tuple[Claim, ...]:
    return ANALYSER.claims(an_article(text))


def the_claim(text: str) -> Claim:
    (claim,) = claims(text)
    return claim


def test_a_named_source_is_the_speaker_and_a_reason() -> None:
    claim = the_claim("The bridge is closed to lorries, Mayor Ida Lund said.")
    assert claim.speaker is not None
    assert claim.speaker.kind is SpeakerKind.NAMED
    assert "Lund" in claim.speaker.text
    assert ClaimType.ATTRIBUTION in claim.types
    assert "named source" in claim.reasons


def test_a_source_without_a_name_counts_less_than_a_named_one() -> None:
    named = the_claim("Mayor Ida Lund said the bridge is closed to lorries.")
    unnamed = the_claim("Some officials said the bridge is closed to lorries.")
    assert unnamed.speaker is not None
    assert unnamed.speaker.kind is SpeakerKind.ANONYMOUS
    assert unnamed.score < named.score


def test_the_articles_own_voice_has_no_speaker() -> None:
    claim = the_claim("The bridge was closed to lorries in the spring.")
    assert claim.speaker is None
    assert ClaimType.ATTRIBUTION not in claim.types


def test_every_sentence_of_a_quotation_is_a_quote_of_its_speaker() -> None:
    first, second = claims("“The bridge was never safe. Nobody inspected it for years,” Ida Lund said.")
    assert first.speaker is not None
    assert second.speaker is not None
    assert first.speaker.text == second.speaker.text
    assert ClaimType.QUOTE in first.types
    assert ClaimType.QUOTE in second.types
    assert ClaimType.ATTRIBUTION in second.types


def test_a_quotation_that_nobody_is_named_for_is_a_quote_too() -> None:
    claim = the_claim("“The bridge was never inspected in all those years”.")
    assert ClaimType.QUOTE in claim.types


@pytest.mark.parametrize(
    "text",
    [
        "The town maintains forty bridges along the river.",
        "The rebels attacked two villages on Monday.",
        "The council discussed the bridge for three hours.",
    ],
)
def test_doing_something_is_not_saying_it(text: str) -> None:
    assert ClaimType.ATTRIBUTION not in the_claim(text).types


def test_maintaining_that_something_is_so_is_saying_it() -> None:
    claim = the_claim("The town maintains that the bridge is safe.")
    assert ClaimType.ATTRIBUTION in claim.types


def test_the_first_of_two_speakers_counts() -> None:
    claim = the_claim("Ida Lund said nine people were hurt, but Piet Orr said the number was wrong.")
    assert claim.speaker is not None
    assert "Lund" in claim.speaker.text


@pytest.mark.parametrize(
    "text",
    [
        "Some 2,100 people were ordered to leave the lower town.",
        "The harbour master was accused of taking money from two ferry companies.",
        "The two captains were asked about the fog on Friday.",
        "Ida Lund has been advised to stay at home.",
    ],
)
def test_whoever_is_told_something_does_not_say_it(text: str) -> None:
    claim = the_claim(text)
    assert claim.speaker is None
    assert ClaimType.ATTRIBUTION not in claim.types


def test_what_was_reported_by_nobody_named_is_attributed_without_a_speaker() -> None:
    claim = the_claim("It was reported that two ferries had collided in the fog.")
    assert claim.speaker is None
    assert ClaimType.ATTRIBUTION in claim.types


def test_whoever_is_expected_to_say_something_is_its_speaker() -> None:
    assert the_claim("“We were told to wait,” Ida Lund is expected to say on Friday.").speaker is not None


@pytest.mark.parametrize(
    "text",
    [
        "Opinion: the harbour bridge was never safe",
        "Fact check: the bridge did not fall on Friday",
        "Exclusive: the town sold the bridge in 2019",
        "Port Vale Bridge Authority: statement on the bridge",
        "Ferries: the town has bought two more boats",
    ],
)
def test_not_every_colon_follows_a_speaker(text: str) -> None:
    claim = claims(f"{text}\n\nThe bridge was closed to lorries in the spring.")[0]
    assert claim.speaker is None
    assert ClaimType.ATTRIBUTION not in claim.types


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Anna Lund: the harbour bridge was never safe", "The bridge is closed to lorries."),
        ("Police: two ferries collided in the fog", "The bridge is closed to lorries."),
        ("Lund: the town has sold the bridge", "The bridge was sold in May, Mayor Ida Lund said."),
    ],
)
def test_a_person_or_body_before_the_colon_of_a_title_is_its_speaker(title: str, said: str) -> None:
    claim = claims(f"{title}\n\n{said}")[0]
    assert claim.speaker is not None
    assert claim.speaker.text == title.partition(":")[0]
