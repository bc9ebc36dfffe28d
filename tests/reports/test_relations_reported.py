"""The reports say what every other article says about a claim, and by which rule it is known."""

import json
import re

import pytest
from hypothesis import given

from tests.builders import a_claim, a_session, an_article, related, span_of, undone
from tests.reports.hostile import HOSTILE
from tests.reports.rendering import RENDERERS, kinds
from workbench.model.counterparts import Counterparts
from workbench.model.relation import (
    Agreement,
    Comparison,
    Difference,
    DifferenceKind,
    Provenance,
    Relation,
    Standing,
)
from workbench.model.session import Session
from workbench.reports.jsonl import jsonl_report
from workbench.reports.markdown import markdown_report

FORTY = "The ferry carried 40 people, Tom Brandt said."
FIFTY = "The ferry carried 50 people, Tom Brandt said."
ARTICLES = tuple(
    an_article(text, id=id, title=id)
    for id, text in (("a", FORTY), ("b", FIFTY), ("c", FORTY), ("d", "It rained."))
)
CLAIMS = tuple(a_claim(article, article.text) for article in ARTICLES)
SESSION = a_session(*ARTICLES, claims=CLAIMS)
CONFLICT = Relation(
    CLAIMS[0].id,
    CLAIMS[1].id,
    Provenance.VERBATIM,
    Agreement.CONFLICT,
    "40 people / 50 people: other number",
    0.9,
    (Difference(span_of(ARTICLES[0], "40"), span_of(ARTICLES[1], "50"), DifferenceKind.NUMBER),),
)
COPY = Relation(CLAIMS[0].id, CLAIMS[2].id, Provenance.VERBATIM, Agreement.SAME, "the same words", 1.0)
STRUCTURE = ("heading_open", "bullet_list_open", "list_item_open", "html_block", "html_inline", "link_open")
FOUND = Comparison((CONFLICT, COPY), lineages=(frozenset("abc"),))


def report_of(session: Session = SESSION, found: Comparison | None = FOUND) -> str:
    return markdown_report(
        session, Counterparts(session.desk, found, session.relations), reviewer="", tool_version="1"
    )


def claim_of(report: str, number: int) -> str:
    """Return what the report says about the claim of a number."""
    return re.split(r"^#{2,3} ", report.split(f"### Claim {number}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[
        0
    ]


def test_a_claim_stands_with_what_each_article_says_about_it() -> None:
    assert claim_of(report_of(), 1) == (
        "\n"
        "> The ferry carried 40 people, Tom Brandt said.\n"
        "\n"
        "- · unreviewed\n"
        "- Where: article 1 (a), paragraph, characters 0–45, `a:0-45`\n"
        "- States: event\n"
        "- Said by: 2 articles, 1 independent\n"
        "\n"
        "In conflict: article 2 (b), characters 0–45, `b:0-45`\n"
        "\n"
        "- Wording: copied, verbatim\n"
        "- Rule: 40 people / 50 people: other number\n"
        "- Words: “40” against “50” (number)\n"
        "- Standing: suggested by the program, confidence 0.90\n"
        "\n"
        "> The ferry carried 50 people, Tom Brandt said.\n"
        "\n"
        "The same: article 3 (c), characters 0–45, `c:0-45`\n"
        "\n"
        "- Wording: copied, verbatim\n"
        "- Rule: the same words\n"
        "- Standing: suggested by the program, confidence 1.00\n"
        "\n"
        "> The ferry carried 40 people, Tom Brandt said.\n"
        "\n"
    )


def test_the_words_of_the_claim_itself_come_first_at_both_ends() -> None:
    assert "- Words: “50” against “40” (number)\n" in claim_of(report_of(), 2)


def test_a_claim_that_others_are_silent_about_stands_alone() -> None:
    assert not re.search("same|Said by|conflict", claim_of(report_of(), 4))


def test_of_what_does_not_contradict_the_weightiest_in_each_article_is_told() -> None:
    twice = an_article(f"{FORTY}\n\nForty were aboard.", id="e")
    claims = tuple(a_claim(twice, quote) for quote in (FORTY, "Forty were aboard."))
    session = a_session(ARTICLES[0], twice, claims=(CLAIMS[0], *claims))
    copied, loose = (
        Relation(CLAIMS[0].id, claim.id, provenance, Agreement.SAME, "same number", 0.9)
        for claim, provenance in zip(claims, (Provenance.VERBATIM, Provenance.PARAPHRASE), strict=True)
    )
    told = claim_of(report_of(session, Comparison((copied, loose))), 1)
    assert told.count("The same: ") == 1
    assert "Wording: copied, verbatim" in told


def test_an_article_names_the_articles_that_it_shares_text_with() -> None:
    report = report_of()
    assert "- Lineage: shares copied text with article 2, article 3\n" in report
    assert report.count("- Lineage: ") == 3


def test_the_counts_tell_conflicts_and_how_many_are_accepted() -> None:
    assert "Pairs of claims in conflict: 1, 0 of them accepted by a reviewer.\n" in report_of()
    accepted = related(SESSION, CONFLICT, Standing.ACCEPTED)
    assert "Pairs of claims in conflict: 1, 1 of them accepted by a reviewer.\n" in report_of(accepted)
    assert "- Standing: accepted by a reviewer, confidence 0.90\n" in report_of(accepted)


def test_a_rejected_relation_is_told_among_the_corrections_only() -> None:
    report = report_of(related(SESSION, CONFLICT, Standing.REJECTED))
    assert "In conflict" not in report
    assert "Pairs of claims in conflict" not in report
    assert (
        "- Claims 1 and 2: conflict, suggested → rejected, relation by Ana, 2031-03-05T09:00:01Z\n" in report
    )


def test_a_word_that_is_taken_back_leaves_the_relation_as_it_was() -> None:
    report = report_of(undone(related(SESSION, CONFLICT, Standing.REJECTED)))
    assert "In conflict: article 2" in report
    assert "- Claims 1 and 2: conflict, rejected → suggested, undo by Ana, 2031-03-05T09:00:02Z\n" in report


def test_a_link_by_hand_needs_no_comparison_to_be_reported() -> None:
    link = Relation(CLAIMS[0].id, CLAIMS[3].id, Provenance.TOPIC, Agreement.DIFFERS, "linked by hand", 1.0)
    report = report_of(related(SESSION, link, Standing.LINKED), None)
    assert "Differs: article 4 (d), characters 0–10, `d:0-10`\n" in report
    assert "- Standing: made by a reviewer, confidence 1.00\n" in report


def test_the_jsonl_report_lists_the_relations_of_a_claim_from_its_own_side() -> None:
    lines = [json.loads(line) for line in jsonl_report(SESSION, Counterparts(SESSION.desk, FOUND))]
    assert [len(line["relations"]) for line in lines] == [2, 1, 1, 0]
    assert lines[1]["relations"][0] == {
        "claim": "a:0-45",
        "article": "a",
        "start": 0,
        "end": 45,
        "text": FORTY,
        "provenance": "verbatim",
        "agreement": "conflict",
        "reason": "40 people / 50 people: other number",
        "confidence": 0.9,
        "standing": "suggested",
        "differs": [{"here": [18, 20], "there": [18, 20], "kind": "number"}],
    }


@pytest.mark.parametrize("renderer", RENDERERS)
@given(HOSTILE)
def test_what_an_article_says_never_changes_the_structure_of_its_relations(renderer: str, text: str) -> None:
    def shape(words: str) -> list[int]:
        articles = [an_article(f"{words}.", id=id, title=words) for id in "ab"]
        claims = tuple(a_claim(article, article.text) for article in articles)
        whole = Difference(claims[0].span, claims[1].span, DifferenceKind.NUMBER)
        relation = Relation(
            claims[0].id, claims[1].id, Provenance.NEAR, Agreement.CONFLICT, f"rule {words}", 0.5, (whole,)
        )
        session = a_session(*articles, claims=claims)
        counted = kinds(renderer, report_of(session, Comparison((relation,))))
        return [counted[kind] for kind in STRUCTURE]

    assert shape(text) == shape("plain")
