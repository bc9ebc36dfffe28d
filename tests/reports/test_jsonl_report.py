"""The JSONL report holds every claim and its decision, exactly, in lines that any terminal may print."""

import json
import math
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.builders import a_claim, a_session, an_article, marked, noted, put, the_ferry_session, undone
from workbench.model.article import Article, BlockKind, Span
from workbench.model.claim import Claim, Quantity, claim_id
from workbench.model.decision import State, Verdict
from workbench.reports.claim_fields import claim_line, json_line
from workbench.reports.jsonl import jsonl_report

ANY_TEXT = st.text(st.characters(codec=None, categories=None))


def a_claim_on_all_of(article: Article) -> Claim:
    span = Span(0, len(article.text))
    return Claim(claim_id(article.id, span), article.id, span, BlockKind.PARAGRAPH, (), 0.5, ())


def test_a_claim_is_written_with_these_fields_in_this_order() -> None:
    session = the_ferry_session()
    claim = session.desk.claims[1]

    assert list(claim_line(claim, session.desk.quote(claim)).items()) == [
        ("id", "ferry.txt:98-153"),
        ("article", "ferry.txt"),
        ("start", 98),
        ("end", 153),
        ("text", "Harbour master Tom Brandt said 40 people were on board."),
        ("kind", "paragraph"),
        ("types", ["quantity", "attribution"]),
        ("score", 0.8),
        ("reasons", ["number", "named source"]),
        ("speaker", {"text": "Tom Brandt", "start": 113, "end": 123}),
        (
            "quantities",
            [
                {
                    "start": 129,
                    "end": 138,
                    "low": 40,
                    "high": 40,
                    "unit": "",
                    "modifier": "",
                    "counted": "people",
                }
            ],
        ),
    ]


def test_the_report_has_one_line_a_claim_in_reading_order() -> None:
    session = the_ferry_session()

    rows = [json.loads(line) for line in jsonl_report(session)]

    assert [row["id"] for row in rows] == [claim.id for claim in session.desk.claims]


def test_a_claim_that_nobody_touched_has_nulls_and_empty_lists() -> None:
    row = json.loads(next(jsonl_report(the_ferry_session())))

    decided = "orphaned state verdict note noted_by noted_at evidence reviewer decided_at relations"
    collected = "confidence reason tags wording by_hand number"
    assert list(row)[11:] == [*decided.split(), *collected.split()]
    assert list(row.values())[11:21] == [False, "suggested", None, None, None, None, [], None, None, []]
    assert list(row.values())[21:] == [None, None, [], None, False, "1.1"]


def test_a_decided_claim_says_what_was_decided_by_whom_and_when() -> None:
    session = the_ferry_session()
    claim = session.desk.claims[0]

    session = noted(
        marked(session, claim, Verdict.DISPUTED, reviewer="Ben"), claim, "Two *logs* differ.\n- A"
    )

    row = json.loads(next(jsonl_report(session)))
    assert (row["state"], row["verdict"], row["reviewer"]) == ("decided", "disputed", "Ben")
    assert row["decided_at"] == session.events[0].at
    assert row["note"] == "Two *logs* differ.\n- A"
    assert (row["noted_by"], row["noted_at"]) == ("Ana", session.events[1].at)


@pytest.mark.parametrize("state", [State.PARKED, State.NOT_CHECKABLE, State.NOT_A_CLAIM, State.OPEN])
def test_a_state_is_written_without_a_verdict(state: State) -> None:
    session = the_ferry_session()

    row = json.loads(next(jsonl_report(put(session, session.desk.claims[0], state))))

    assert (row["state"], row["verdict"], row["reviewer"]) == (state.value, None, "Ana")


def test_an_undone_decision_leaves_no_trace_in_the_line() -> None:
    session = the_ferry_session()

    again = undone(marked(session, session.desk.claims[0], Verdict.CONFIRMED))

    assert list(jsonl_report(again)) == list(jsonl_report(session))


@given(ANY_TEXT)
@example("\x00 \x1b[31m \x7f \x9b \u2028 \u202e \ufeff")
def test_the_quote_comes_back_exactly_and_the_line_is_printable_ascii(text: str) -> None:
    article = an_article(text, id="odd\x1b[1m\u202e.txt")
    session = a_session(article, claims=(a_claim_on_all_of(article),))

    (line,) = jsonl_report(session)

    assert json.loads(line)["text"] == text
    assert json.loads(line)["article"] == article.id
    assert line.isascii()
    assert line.isprintable()


@pytest.mark.parametrize(
    "text", ["👩‍🚒 1️⃣ 😀", "\x00\x1b[31m\x7f\x9b", "\u2028\u202e\ufeff", "[sic] [/b]", "日本語 שלום"]
)
def test_offsets_into_the_article_give_the_quote(text: str) -> None:
    article = an_article(f"Before {text} was said. After.")
    claim = a_claim(article, f"{text} was said.")

    row = json.loads(next(jsonl_report(a_session(article, claims=(claim,)))))

    assert article.text[row["start"] : row["end"]] == row["text"]


def test_a_bound_beyond_all_floats_is_written_as_none() -> None:
    article = an_article("At least 1e999 grains.")
    claim = a_claim(article, article.text, quantities=(Quantity(Span(0, 14), 1.0, math.inf, "", "at least"),))

    line = json_line(claim_line(claim, article.text))

    assert json.loads(line)["quantities"][0]["low"] == 1.0
    assert json.loads(line)["quantities"][0]["high"] is None


def test_the_report_of_a_session_without_claims_is_empty() -> None:
    assert list(jsonl_report(a_session(an_article()))) == []


def test_a_speaker_is_null_for_the_voice_of_the_article() -> None:
    session = the_ferry_session()
    claim = replace(session.desk.claims[1], speaker=None)

    assert claim_line(claim, "")["speaker"] is None
