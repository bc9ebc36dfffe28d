"""Copied text is found as exact spans in both articles, through small changes, and stock phrases are not."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import an_article
from workbench.analysis.comparison.copies import Copies, CopyFinder
from workbench.analysis.comparison.words import Vocabulary
from workbench.model.article import BlockKind, Span

VOCABULARY = Vocabulary()
SENTENCE = (
    "The ferry Osprey ran aground on a sandbank off Port Ellery on Tuesday night with 40 people on board, "
    "harbour master Tom Brandt told reporters."
)
ONE = f"Rain fell on the coast all week.\n\n{SENTENCE} Nobody expects the service to resume before May."
OTHER = "The mayor wants a new lighthouse, and has wanted one for years.\n\n"


def compare(one: str, other: str) -> Copies:
    return CopyFinder(VOCABULARY).compare(an_article(one, id="one"), an_article(other, id="other"))


def quotes(one: str, other: str) -> list[tuple[str, str]]:
    return [(passage.span.of(one), passage.other_span.of(other)) for passage in compare(one, other).passages]


def test_a_copied_sentence_is_found_from_its_first_letter_to_its_last() -> None:
    copied = SENTENCE.rstrip(".")
    assert quotes(ONE, OTHER + SENTENCE) == [(copied, copied)]


def test_a_changed_number_and_a_swapped_word_do_not_end_a_passage() -> None:
    changed = (
        SENTENCE.replace("40", "52").replace("told reporters", "told journalists").replace(" ran ", " went ")
    )
    assert quotes(ONE, OTHER + changed) == [
        (SENTENCE.removesuffix(" reporters."), changed.removesuffix(" journalists."))
    ]


def test_other_names_of_a_country_and_other_quotation_marks_make_no_difference() -> None:
    one = "A USA diplomat called the lighthouse of Port Ellery 'a wonder of the western coast' on Friday."
    other = "A U.S. diplomat called the lighthouse of Port Ellery “a wonder of the western coast” on Friday."
    assert quotes(one, other) == [(one.rstrip("."), other.rstrip("."))]


def test_the_beginning_of_another_paragraph_is_no_part_of_a_passage() -> None:
    copied = SENTENCE.rstrip(".")
    assert quotes(f"{SENTENCE}\n\nHe said nothing.", f"{SENTENCE}\n\nHe slept.") == [(copied, copied)]


def test_stock_phrases_are_no_copies() -> None:
    one = "The firm did not immediately respond to a request for comment. Sales of umbrellas have doubled."
    other = "The harbour office did not immediately respond to a request for comment on the new timetable."
    assert quotes(one, other) == []


def test_text_that_is_set_aside_is_not_compared() -> None:
    footer = "Sign up for our newsletter to get the best stories of the coast every single morning for free"
    texts = (f"{ONE}\n\n{footer}", f"{OTHER}{footer}")
    assert len(quotes(*texts)) == 1
    aside = {footer: (BlockKind.BOILERPLATE, "newsletter")}
    one, other = (an_article(text, id=str(place), set_aside=aside) for place, text in enumerate(texts))
    assert CopyFinder(VOCABULARY).compare(one, other) == Copies()


def test_two_reports_of_one_speech_with_words_changed_are_no_copies() -> None:
    speech = "We will never again let a ship leave the harbour at night without a pilot who knows the bank"
    heard = speech.replace("never again", "not ever").replace("a pilot", "the pilot")
    one, other = f"Brandt said: “{speech}.”", f"The harbour master promised: “{heard}.”"
    assert quotes(one, other) == []
    assert len(quotes(one.replace("“", "").replace("”", ""), other.replace("“", "").replace("”", ""))) == 1


def test_copied_speech_makes_articles_less_dependent_than_copied_prose() -> None:
    speech = f"Brandt said this in the harbour: “{SENTENCE}”"
    spoken = compare(speech, f"{OTHER}It was there that he said: “{SENTENCE}”").share
    written = compare(SENTENCE, f"{OTHER}{SENTENCE}").share
    assert 0 < spoken < 0.3 < 0.9 < written <= 1


def test_the_share_is_that_of_the_shorter_article() -> None:
    long = ONE + "\n\n" + "\n\n".join(f"Paragraph {number} tells of birds." for number in range(60))
    assert compare(SENTENCE, long).share == compare(long, SENTENCE).share > 0.9


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from([*SENTENCE.split(), "“", "—", "\n\n", "U.S.", "🚢"]), max_size=80),
    st.lists(st.sampled_from([*SENTENCE.split(), "”", "(", "\n\n", "USA", "🚢"]), max_size=80),
)
def test_passages_are_trimmed_runs_of_whole_words(one: list[str], other: list[str]) -> None:
    texts = " ".join(one), " ".join(other)
    for found in quotes(*texts):
        for quote, text in zip(found, texts, strict=True):
            assert (quote[0].isalnum() and quote[-1].isalnum()) or quote.endswith("U.S.")
            assert f" {quote.split()[0]}" in f" {text}".replace("\n", " ")


def test_sentences_that_are_read_already_make_no_difference() -> None:
    one, other = an_article(ONE, id="one"), an_article(OTHER + SENTENCE + " Who knew?", id="other")
    known = {
        article.id: [
            VOCABULARY.read(article.text, Span(start, start + len(quote)))
            for quote in (SENTENCE, "Nobody expects the service to resume before May.", "Who knew?")
            if (start := article.text.find(quote)) >= 0
        ]
        for article in (one, other)
    }
    finder = CopyFinder(VOCABULARY, lambda article: known[article.id])
    assert finder.compare(one, other) == CopyFinder(VOCABULARY).compare(one, other)
    assert finder.compare(one, other).passages
