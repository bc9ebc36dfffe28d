"""Attributions: what is said, by whom, with which words."""

import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.analysis.speech.attributions import Attribution, AttributionFinder, AttributionMode
from workbench.model.article import Span

FINDER = AttributionFinder()
SIZE = 400_000


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution as words."""

    contents: list[str]
    source: str | None
    cue: str | None
    mode: AttributionMode


def paragraphs_of(text: str) -> list[Span]:
    found, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Span(start, start + len(line)))
        start += len(line) + 1
    return found


def find(text: str) -> tuple[Attribution, ...]:
    """Find the attributions of a text, read as the body of an article."""
    lead = "The harbour was closed for a day.\n"
    found = FINDER.find(lead + text, paragraphs_of(lead + text))
    return tuple(one for one in found if one.contents[0].start >= len(lead))


def said(text: str) -> list[Said]:
    whole = "The harbour was closed for a day.\n" + text
    return [
        Said(
            [span.of(whole) for span in one.contents],
            one.source.of(whole) if one.source else None,
            one.cue.of(whole) if one.cue else None,
            one.mode,
        )
        for one in find(text)
    ]


def only(text: str) -> Said:
    (one,) = said(text)
    return one


@pytest.mark.parametrize(
    ("text", "content", "source", "cue"),
    [
        ("“The dam held,” the mayor said.", "“The dam held,”", "the mayor", "said"),
        ('"The dam held," said Ann Lee, a diver.', '"The dam held,"', "Ann Lee, a diver", "said"),
        ("“The dam held,” notes Reuters.", "“The dam held,”", "Reuters", "notes"),
        ("Ann Lee told reporters: “The dam held.”", "“The dam held.”", "Ann Lee", "told"),
        ("“Who opened the gate?” a diver asked.", "“Who opened the gate?”", "a diver", "asked"),
        ("“No one knows,” read the statement.", "“No one knows,”", "the statement", "read"),
    ],
)
def test_direct_speech_is_found(text: str, content: str, source: str, cue: str) -> None:
    assert only(text) == Said([content], source, cue, AttributionMode.DIRECT)


@pytest.mark.parametrize(
    ("text", "content", "source", "cue"),
    [
        ("The mayor said that the dam had held.", "that the dam had held", "The mayor", "said"),
        ("The mayor said the dam had held.", "the dam had held", "The mayor", "said"),
        ("The dam had held, the mayor told reporters on Monday.", "The dam had held", "the mayor", "told"),
        ("Two boats sank, SANA added.", "Two boats sank", "SANA", "added"),
        ("According to the coast guard, two boats sank.", "two boats sank", "the coast guard", "According"),
        ("Two boats sank, according to the coast guard.", "Two boats sank", "the coast guard", "according"),
        (
            "Ann Lee, who runs the port, said two boats sank.",
            "two boats sank",
            "Ann Lee, who runs the port,",
            "said",
        ),
        ("That official also said the pumps had failed.", "the pumps had failed", "That official", "said"),
        (
            "As Reuters reported, two boats sank in the storm.",
            "two boats sank in the storm",
            "Reuters",
            "reported",
        ),
    ],
)
def test_indirect_speech_is_found(text: str, content: str, source: str, cue: str) -> None:
    assert only(text) == Said([content], source, cue, AttributionMode.INDIRECT)


def test_words_partly_quoted_are_mixed_speech() -> None:
    one = only("The mayor said that it was “a night of horror” for the port.")
    assert one.mode is AttributionMode.MIXED
    assert one.contents == ["that it was “a night of horror” for the port"]


def test_a_quotation_that_he_said_interrupts_is_one_attribution() -> None:
    one = only("“The dam held,” Lee said, “but the bridge did not.”")
    assert one.contents == ["“The dam held,”", "“but the bridge did not.”"]


def test_the_quotation_after_he_said_belongs_to_it() -> None:
    one = only("“The dam held,” Lee said. “The bridge did not survive the night.”")
    assert one.contents == ["“The dam held,”", "“The bridge did not survive the night.”"]


def test_a_quotation_runs_on_over_paragraphs_left_open() -> None:
    one = only("Lee said: “The dam held.\n“The bridge did not.\n“Nobody was hurt.”")
    assert one.contents == ["“The dam held.", "“The bridge did not.", "“Nobody was hurt.”"]


def test_a_colon_announces_the_next_paragraph() -> None:
    first, *_ = said("The alliance noted:\nThe ships remain in port until the storm has passed.")
    assert first.contents == ["The ships remain in port until the storm has passed."]
    assert first.source == "The alliance"


def test_two_speakers_in_one_sentence_are_told_apart() -> None:
    found = said("A harbour official said two boats sank, but Lee said the crews were safe.")
    assert [(one.source, one.contents) for one in found] == [
        ("A harbour official", ["two boats sank"]),
        ("Lee", ["the crews were safe"]),
    ]


def test_saying_shares_the_subject_of_the_verb_before_it() -> None:
    found = said("The minister rejected the plan, saying that it would cost too much.")
    assert [one.source for one in found if one.cue == "saying"] == ["The minister"]


def test_a_passive_is_said_by_its_agent() -> None:
    one = only("The strikes were confirmed by the army.")
    assert (one.source, one.contents) == ("the army", ["The strikes"])


def test_a_transcript_gives_each_speaker_a_turn() -> None:
    found = said("LEE: The dam held.\nSTONE: And the bridge?\nLEE: It fell.")
    assert [(one.source, one.contents[0]) for one in found] == [
        ("LEE", "The dam held."),
        ("STONE", "And the bridge?"),
        ("LEE", "It fell."),
    ]


def test_thoughts_are_no_speech_and_can_be_left_out() -> None:
    text = "The mayor believes that the dam will hold. The diver said that it leaks."
    paragraphs = paragraphs_of(text)
    assert [one.is_speech for one in FINDER.find(text, paragraphs)] == [False, True]
    assert [one.is_speech for one in FINDER.find(text, paragraphs, speech_only=True)] == [True]


def test_an_empty_text_has_no_attributions() -> None:
    assert FINDER.find("", []) == FINDER.find("", [Span(0, 0)]) == ()


def test_plain_narration_has_no_attribution() -> None:
    assert said("Two boats sank in the harbour on Monday. The crews were safe by noon.") == []


def test_a_quotation_that_nobody_says_still_counts() -> None:
    one = only("“Nobody told us that the gate was open.”")
    assert (one.source, one.cue, one.mode) == (None, None, AttributionMode.DIRECT)


def test_a_word_held_at_arms_length_is_no_attribution() -> None:
    assert said("The “red gate” opens on Sundays.") == []


def test_attributions_stay_the_same_when_their_paragraphs_were_read_before() -> None:
    text = "Lee said: “The dam held.\n“The bridge did not.”\nTwo boats sank, Lee added."
    assert FINDER.find(text, paragraphs_of(text)) == AttributionFinder().find(text, paragraphs_of(text))


def test_a_users_own_verb_of_speech_counts(tmp_path: Path) -> None:
    text = "“The dam will surely hold,” the diver yodeled."
    (tmp_path / "speech.toml").write_text('say = ["yodel"]\n', encoding="utf-8")
    (one,) = AttributionFinder(tmp_path).find(text, [Span(0, len(text))])
    assert one.cue is not None
    assert one.cue.of(text) == "yodeled"


NEWS_LIKE = st.lists(
    st.sampled_from(
        [
            "said", "says", "told", "according", "to", "that", "the", "mayor", "Lee", "Mr.", "U.S.", "he",
            "who", "and", "but", ",", ".", ":", "?", '"', "“", "”", "‘", "’", "'", "—", "(", ")", "\n", " ",
            "  ", "\xa0", "saying", "was", "by", "12", "claim", "İ", "ß", "🙂", "LEE:", "As", "not",
        ]
    ),
    max_size=40,
)  # fmt: skip


@settings(max_examples=300)
@given(NEWS_LIKE, st.sampled_from(["", " "]))
def test_spans_lie_within_paragraphs_and_repeat(words: list[str], separator: str) -> None:
    text = separator.join(words)
    paragraphs = paragraphs_of(text)
    found = FINDER.find(text, paragraphs)
    for one in found:
        assert one.contents
        for span in (*one.contents, one.source, one.cue):
            if span is not None:
                assert span.start < span.end
                assert any(paragraph.contains(span) for paragraph in paragraphs)
    assert found == FINDER.find(text, paragraphs)


@pytest.mark.parametrize(
    "unit",
    [
        "A ", '("', '"', "“", "'", "said ", "he said ", "said that ", "US-led ", "\n", "according to ",
        "Lee, ", "and the ", "“A b c d,” he said. ", "The man, who said, ", ", saying ", "officials, ",
        "to say ", "LEE: ", "- ",
    ],
)  # fmt: skip
def test_a_long_run_of_the_same_words_takes_less_than_a_second(unit: str) -> None:
    text = unit * (SIZE // len(unit))
    started = time.process_time()
    FINDER.find(text, [Span(0, len(text))])
    assert time.process_time() - started < 1.0
