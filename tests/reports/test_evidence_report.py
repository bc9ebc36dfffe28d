"""The reports hold what was collected about a claim, and none of it can break them."""

import json
from dataclasses import replace

import pytest
from hypothesis import given

from tests.builders import changed, marked, span_of, the_ferry_session
from tests.reports.hostile import HOSTILE
from tests.reports.rendering import RENDERERS
from workbench.model.article import Span
from workbench.model.decision import Confidence, Verdict
from workbench.model.event import Action
from workbench.model.evidence import Evidence, Stance
from workbench.model.session import Session
from workbench.reports.jsonl import jsonl_report
from workbench.reports.markdown import markdown_report

LOG = Evidence(
    Stance.SUPPORTS,
    title="Harbour log",
    location="https://port.example/log/7",
    quote="Osprey aground, 40 aboard",
    date="2031-03-04",
    is_primary=True,
    reviewer="Ben",
    at="2031-03-05T09:00:05Z",
)


def collected(*evidence: Evidence, wording: str = "", tags: tuple[str, ...] = ()) -> Session:
    session = the_ferry_session()
    claim = session.desk.claims[1]
    session = marked(session, claim, Verdict.CONFIRMED)
    after = replace(
        session.decision(claim.id),
        evidence=evidence,
        tags=tags,
        wording=wording,
        confidence=Confidence.MEDIUM,
        reason="The log is beyond doubt.",
    )
    return changed(session, claim.id, Action.EVIDENCE, after)


def report_of(session: Session) -> str:
    return markdown_report(session, reviewer="Ana", tool_version="1.2.3")


def test_the_report_shows_wording_judgement_and_sources_beside_the_quote() -> None:
    article = the_ferry_session().desk.articles[0]
    span = span_of(article, "Nobody was hurt")
    said = Evidence(Stance.CONTEXT, quote=span.of(article.text), article=article.id, span=span)
    report = report_of(collected(LOG, said, wording="40 people were aboard.", tags=("ferry", "toll")))
    assert (
        "> Harbour master Tom Brandt said 40 people were on board.\n"
        "\n"
        "As the reviewer words it: 40 people were aboard.\n"
        "\n"
        "- ✓ confirmed by Ana, 2031-03-05T09:00:01Z\n"
        "- Confidence: medium\n"
        "- Reason given: The log is beyond doubt.\n"
        "- Tags: ferry, toll\n"
    ) in report
    assert (
        "Evidence 1: supports, primary source, Harbour log, `https://port.example/log/7`, 2031-03-04; "
        "added by Ben, 2031-03-05T09:00:05Z:\n"
        "\n"
        "> Osprey aground, 40 aboard\n"
        "\n"
        "Evidence 2: context, secondary source, article 1 (Ferry runs aground off Port Ellery), "
        "characters 155–170; added by an unnamed reviewer, :\n"
        "\n"
        "> Nobody was hurt\n"
    ) in report


def test_a_line_of_the_jsonl_report_lists_the_sources() -> None:
    rows = [json.loads(line) for line in jsonl_report(collected(LOG, wording="Worded.", tags=("toll",)))]
    assert rows[1]["evidence"] == [
        {
            "stance": "supports",
            "primary": True,
            "title": "Harbour log",
            "location": "https://port.example/log/7",
            "quote": "Osprey aground, 40 aboard",
            "date": "2031-03-04",
            "article": None,
            "start": None,
            "end": None,
            "reviewer": "Ben",
            "at": "2031-03-05T09:00:05Z",
        }
    ]
    assert (rows[1]["confidence"], rows[1]["tags"], rows[1]["wording"]) == ("medium", ["toll"], "Worded.")
    assert rows[1]["reason"] == "The log is beyond doubt."


@pytest.mark.parametrize("renderer", RENDERERS)
@given(HOSTILE.map(lambda text: f"x{text}"))
def test_no_text_of_a_source_changes_the_structure_of_the_report(renderer: str, text: str) -> None:
    hostile = Evidence(Stance.SUPPORTS, text, text, text, text, True, text, Span(0, 1), text, text)
    plain = Evidence(Stance.SUPPORTS, "x", "x", "x", "x", True, "x", Span(0, 1), "x", "x")
    shown, expected = (
        [
            token.type
            for token in RENDERERS[renderer].parse(report_of(collected(one, wording=word, tags=(word,))))
        ]
        for one, word in ((hostile, text), (plain, "x"))
    )
    assert shown == expected
