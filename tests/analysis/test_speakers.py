"""Speakers: who stands behind an attribution."""

import pytest

from workbench.analysis.speech.attributions import AttributionFinder
from workbench.analysis.speech.speakers import speaker_of
from workbench.model.article import Span
from workbench.model.claim import Speaker, SpeakerKind

FINDER = AttributionFinder()
LEAD = "The harbour was closed for a day.\n"


def speakers(text: str) -> list[Speaker | None]:
    whole, paragraphs, start = LEAD + text, [], 0
    for line in whole.split("\n"):
        paragraphs.append(Span(start, start + len(line)))
        start += len(line) + 1
    return [one.speaker for one in FINDER.find(whole, paragraphs)]


def last_speaker(text: str) -> Speaker:
    speaker = speakers(text)[-1]
    assert speaker is not None
    return speaker


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Harbour master Ann Lee said two boats sank.", "Ann Lee", SpeakerKind.NAMED),
        ("Gov. Ann Lee (D-Maine) said two boats sank.", "Gov. Ann Lee", SpeakerKind.NAMED),
        ("Two boats sank, said a lawyer for the crews, Ann Lee.", "Ann Lee", SpeakerKind.NAMED),
        ("The US-led coalition said two boats sank.", "US-led coalition", SpeakerKind.NAMED),
        ("The Bank of England said prices rose.", "Bank of England", SpeakerKind.NAMED),
        ("A U.S. official said two boats sank.", "A U.S. official", SpeakerKind.ANONYMOUS),
        ("Officials said two boats sank.", "Officials", SpeakerKind.ANONYMOUS),
        ("Many said two boats sank.", "Many", SpeakerKind.ANONYMOUS),
        ("Two boats sank, Reuters reported.", "Reuters", SpeakerKind.OUTLET),
        ("Two boats sank, the Port Vale Herald reported.", "Port Vale Herald", SpeakerKind.OUTLET),
        ("According to comments by harbour master Col. Ann Lee, it sank.", "Col. Ann Lee", SpeakerKind.NAMED),
        ("A letter written by Ann Lee says two boats sank.", "Ann Lee", SpeakerKind.NAMED),
        ("According to a letter seen by Ann Lee, it sank.", "a letter", SpeakerKind.ANONYMOUS),
        ("According to a report in the Port Herald, it sank.", "Port Herald", SpeakerKind.OUTLET),
        ("A sailor from Port Vale said two boats sank.", "A sailor from Port Vale", SpeakerKind.ANONYMOUS),
        ("A spokesman for Ann Lee said it sank.", "A spokesman for Ann Lee", SpeakerKind.ANONYMOUS),
        ("Syria's state media say two boats sank.", "Syria's state media", SpeakerKind.OUTLET),
    ],
)
def test_speakers_are_named_unnamed_or_outlets(text: str, name: str, kind: SpeakerKind) -> None:
    speaker = last_speaker(text)
    assert (speaker.text, speaker.kind) == (name, kind)


def test_he_stands_for_the_last_man_who_spoke() -> None:
    speaker = last_speaker("The diver Tom Hill said the dam held.\nHe said the bridge fell.")
    assert (speaker.text, speaker.kind) == ("Tom Hill", SpeakerKind.NAMED)


def test_she_does_not_stand_for_a_man() -> None:
    speaker = last_speaker("Mayor Ann Lee said it rained. Tom Hill said it snowed. She said it hailed.")
    assert speaker.text == "Mayor Ann Lee"


def test_he_may_stand_for_somebody_who_has_not_spoken_yet() -> None:
    speaker = last_speaker("Tom Hill has run the port since May. He said the bridge fell.")
    assert speaker.text == "Tom Hill"


def test_he_stands_for_an_unnamed_official() -> None:
    speaker = last_speaker("The official said the dam held.\n“The bridge fell,” he said.")
    assert (speaker.text, speaker.kind) == ("The official", SpeakerKind.ANONYMOUS)


def test_he_does_not_stand_for_a_country() -> None:
    speaker = last_speaker("The diver Tom Hill said it rained. Russia said it snowed. He said it hailed.")
    assert speaker.text == "Tom Hill"


def test_a_pronoun_that_stands_for_nobody_stays_marked() -> None:
    speaker = last_speaker("He said the bridge fell.")
    assert (speaker.text, speaker.kind) == ("He", SpeakerKind.PRONOUN)


def test_the_mayor_is_the_mayor_named_before() -> None:
    speaker = last_speaker("Mayor Ann Lee said it rained. The mayor said it snowed.")
    assert speaker.text == "Mayor Ann Lee"


def test_who_is_traced_back_to_the_phrase_before_it() -> None:
    speaker = last_speaker("The storm surprised Ann Lee, who said that the gate was open.")
    assert speaker.text == "Ann Lee"


def test_a_quotation_alone_belongs_to_the_last_one_quoted() -> None:
    speaker = last_speaker("“The dam held,” Ann Lee said.\n“The bridge did not survive the night.”")
    assert speaker.text == "Ann Lee"


def speaker_of_sentence(text: str, sentence: str) -> str | None:
    attributions = FINDER.find(text, [Span(0, len(text))])
    start = text.index(sentence)
    speaker = speaker_of(Span(start, start + len(sentence)), attributions)
    return speaker.text if speaker else None


def test_a_sentence_has_the_speaker_that_it_names() -> None:
    text = "Two boats sank. The crews were safe, Ann Lee said."
    assert speaker_of_sentence(text, "The crews were safe, Ann Lee said.") == "Ann Lee"


def test_a_sentence_in_the_articles_own_voice_has_no_speaker() -> None:
    text = "Two boats sank. The crews were safe, Ann Lee said."
    assert speaker_of_sentence(text, "Two boats sank.") is None


def test_a_sentence_inside_a_quotation_has_its_speaker() -> None:
    text = "“Two boats sank. The crews were safe,” Ann Lee said."
    assert speaker_of_sentence(text, "“Two boats sank.") == "Ann Lee"


def test_the_first_of_two_speakers_is_the_sentences_speaker() -> None:
    text = "A harbour official said two boats sank, but Lee said the crews were safe."
    assert speaker_of_sentence(text, text) == "A harbour official"


def test_a_pronoun_may_mean_whoever_was_asked() -> None:
    speaker = last_speaker(
        "Tom Hill said it snowed. Lund was asked about the dam.\n“No comment for now,” she said."
    )
    assert speaker.text == "Lund"


def test_a_clause_that_comes_first_has_another_subject() -> None:
    speaker = last_speaker(
        "Though some of the captains have left the port, the harbour office vets its ferries, "
        "and maintains that they are safe."
    )
    assert speaker.text == "the harbour office"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Tom Hill said it rained.\nThe guard, Emeka Roth, was alone. He told reporters it fell.",
            "Emeka Roth",
        ),
        (
            "Tom Hill said it rained.\nEmeka Roth, a guard at the bridge, was alone. He said it fell.",
            "Emeka Roth",
        ),
        ("Tom Hill said it rained.\nEmeka Roth was on the bridge alone. He said it fell.", "Emeka Roth"),
        ("Tom Hill said it rained.\nThe guard, Emeka Roth, was alone.\n“It fell,” he said.", "Emeka Roth"),
        ("Tom Hill said it rained.\nThe Kessel Bridge was open. He said it fell.", "Tom Hill"),
        ("Ann Lee said it rained. Lee was asked about Tom Hill.\n“It fell,” she said.", "Lee"),
        ("Tom Hill said it rained. Hill left.\n“It fell,” she said.", "she"),
    ],
)
def test_he_and_she_stand_for_the_nearest_person_who_fits(text: str, name: str) -> None:
    assert last_speaker(text).text == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The Port Herald said it rained.\nBrookfell said it paid. On Friday it said it did not.",
            "Brookfell",
        ),
        ("The council said it rained.\nBo Lund said it fell. It said the road was closed.", "the council"),
    ],
)
def test_it_stands_for_a_company_and_not_for_a_person(text: str, name: str) -> None:
    assert last_speaker(text).text.lower() == name.lower()
