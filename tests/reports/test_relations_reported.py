"""The reports say what every other article says about a claim, and by which rule it is known."""

import json
import re

import pytest
from hypothesis import given

from tests.builders import a_claim, a_session, an_article, marked, related, span_of, undone
from tests.reports.hostile import HOSTILE
from tests.reports.rendering import RENDERERS, kinds
from workbench.model.counterparts import Counterparts
from workbench.model.decision import Verdict
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
STRUCTURE = (
    "heading_open",
    "paragraph_open",
    "hr",
    "fence",
    "blockquote_open",
    "bullet_list_open",
    "list_item_open",
    "html_block",
    "html_inline",
    "link_open",
)
FOUND = Comparison((CONFLICT, COPY), lineages=(frozenset("abc"),))


def report_of(session: Session = SESSION, found: Comparison | None = FOUND) -> str:
    return markdown_report(
        session, Counterparts(session.desk, found, session.relations), reviewer="", tool_version="1"
    )


def confirmed(*numbers: int, session: Session = SESSION) -> Session:
    """Confirm the claims of these places, from 0."""
    for number in numbers:
        session = marked(session, session.desk.claims[number], Verdict.CONFIRMED)
    return session


def under(report: str, heading: str) -> str:
    """Return what the report says under a heading."""
    return re.split(r"^#{2,3} ", report.split(f"# {heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]


def test_a_decided_claim_stands_with_what_each_article_says_about_it() -> None:
    assert under(report_of(confirmed(0)), "Claim 1.1") == (
        "\n"
        "> The ferry carried 40 people, Tom Brandt said.\n"
        "\n"
        "- ✓ confirmed by Ana, 2031-03-05T09:00:01Z\n"
        "- Where: article 1 (a), paragraph, characters 0–45, `a:0-45`\n"
        "- Types: event\n"
        "- Check-worthiness: 0.50 (event)\n"
        "- Said by: 2 articles, 1 independent\n"
        "\n"
        "In conflict: claim 2.1 (· unreviewed), article 2 (b), characters 0–45, `b:0-45`\n"
        "\n"
        "- Wording: copied, verbatim\n"
        "- Rule: 40 people / 50 people: other number\n"
        "- Words: “40” against “50” (number)\n"
        "- Standing: suggested by the program, confidence 0.90\n"
        "\n"
        "> The ferry carried 50 people, Tom Brandt said.\n"
        "\n"
        "The same: claim 3.1 (· unreviewed), article 3 (c), characters 0–45, `c:0-45`;\n"
        "Wording: copied, verbatim; Rule: the same words; "
        "Standing: suggested by the program, confidence 1.00\n"
        "\n"
        "> The ferry carried 40 people, Tom Brandt said.\n"
        "\n"
    )


def test_the_words_of_the_claim_itself_come_first_at_both_ends() -> None:
    assert "- Words: “50” against “40” (number)\n" in under(report_of(confirmed(1)), "Claim 2.1")


def test_a_claim_that_others_are_silent_about_stands_alone() -> None:
    for session in (SESSION, confirmed(3)):
        assert not re.search("same|Said by|conflict|Related", under(report_of(session), "Claim 4.1"))


def test_an_unreviewed_claim_says_in_one_line_what_is_related_to_it() -> None:
    assert under(report_of(), "Claim 1.1") == (
        "\n"
        "> The ferry carried 40 people, Tom Brandt said.\n"
        "\n"
        "- Where: article 1, paragraph, characters 0–45, `a:0-45`\n"
        "- Related claims: 1 in conflict (2.1), 1 the same; said by 2 articles, 1 independent\n"
        "\n"
    )


def test_the_conflicts_stand_together_with_both_sides() -> None:
    assert under(report_of(confirmed(1)), "Conflicts") == (
        "\n"
        "Pairs of claims in conflict: 1, 0 of them accepted by a reviewer.\n"
        "\n"
        "- 1.1 and 2.1: “40” against “50” (number)\n"
        "  - Claim 1.1: · unreviewed, article 1 (a)\n"
        "  - Claim 2.1: ✓ confirmed, article 2 (b)\n"
        "  - Rule: 40 people / 50 people: other number\n"
        "  - Standing: suggested by the program, confidence 0.90\n"
        "\n"
    )


def test_two_confirmed_claims_in_conflict_are_called_that() -> None:
    report = report_of(confirmed(0, 1))

    conflicts = under(report, "Conflicts")
    assert "Both claims are confirmed, though they cannot both be true: 1.1 and 2.1.\n" in conflicts
    for part in (conflicts, under(report, "Claim 1.1"), under(report, "Claim 2.1")):
        assert "- Both are confirmed, though they cannot both be true\n" in part
    assert "Both " not in report_of(confirmed(0, 2))


def test_each_pair_in_conflict_is_listed_once_in_the_order_of_the_desk() -> None:
    pairs = [(2, 3), (0, 3), (1, 2), (0, 1)]
    found = Comparison(
        tuple(
            Relation(CLAIMS[a].id, CLAIMS[b].id, Provenance.TOPIC, Agreement.CONFLICT, "other number", 0.7)
            for a, b in pairs
        )
    )
    listed = re.findall(r"^- (\S+ and \S+)$", under(report_of(found=found), "Conflicts"), re.MULTILINE)
    assert listed == ["1.1 and 2.1", "1.1 and 4.1", "2.1 and 3.1", "3.1 and 4.1"]


def test_of_what_does_not_contradict_the_weightiest_in_each_article_is_told() -> None:
    twice = an_article(f"{FORTY}\n\nForty were aboard.", id="e")
    claims = tuple(a_claim(twice, quote) for quote in (FORTY, "Forty were aboard."))
    session = a_session(ARTICLES[0], twice, claims=(CLAIMS[0], *claims))
    copied, loose = (
        Relation(CLAIMS[0].id, claim.id, provenance, Agreement.SAME, "same number", 0.9)
        for claim, provenance in zip(claims, (Provenance.VERBATIM, Provenance.PARAPHRASE), strict=True)
    )
    session = confirmed(0, session=session)
    told = under(report_of(session, Comparison((copied, loose))), "Claim 1.1")
    assert told.count("The same: ") == 1
    assert "Wording: copied, verbatim" in told


def test_an_article_names_the_articles_that_it_shares_text_with() -> None:
    report = report_of()
    assert "- Lineage: shares copied text with article 2, article 3\n" in report
    assert report.count("- Lineage: shares ") == 3


def test_the_counts_tell_conflicts_and_how_many_are_accepted() -> None:
    assert "Pairs of claims in conflict: 1, 0 of them accepted by a reviewer.\n" in report_of()
    accepted = related(SESSION, CONFLICT, Standing.ACCEPTED)
    assert "Pairs of claims in conflict: 1, 1 of them accepted by a reviewer.\n" in report_of(accepted)
    assert "  - Standing: accepted by a reviewer, confidence 0.90\n" in report_of(accepted)
    told = under(report_of(confirmed(0, session=accepted)), "Claim 1.1")
    assert "\n- Standing: accepted by a reviewer, confidence 0.90\n" in told


def test_a_rejected_relation_is_told_among_the_corrections_only() -> None:
    report = report_of(related(SESSION, CONFLICT, Standing.REJECTED))
    assert "in conflict (" not in report
    assert "Pairs of claims in conflict" not in report
    assert (
        "- Claims 1.1 and 2.1: conflict, suggested → rejected, relation by Ana, 2031-03-05T09:00:01Z\n"
        in report
    )


def test_a_word_that_is_taken_back_leaves_the_relation_as_it_was() -> None:
    report = report_of(undone(related(SESSION, CONFLICT, Standing.REJECTED)))
    assert "1 in conflict (2.1)" in report
    assert (
        "- Claims 1.1 and 2.1: conflict, rejected → suggested, undo by Ana, 2031-03-05T09:00:02Z\n" in report
    )


def test_a_link_by_hand_needs_no_comparison_to_be_reported() -> None:
    link = Relation(CLAIMS[0].id, CLAIMS[3].id, Provenance.TOPIC, Agreement.DIFFERS, "linked by hand", 1.0)
    report = report_of(related(confirmed(0), link, Standing.LINKED), None)
    assert (
        "Differs: claim 4.1 (· unreviewed), article 4 (d), characters 0–10, `d:0-10`;\n"
        "Wording: topic; Rule: linked by hand; Standing: made by a reviewer, confidence 1.00\n"
    ) in report
    assert "- Related claims: 1 differs\n" in report


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
        "number": "1.1",
    }
    assert [line["number"] for line in lines] == ["1.1", "2.1", "3.1", "4.1"]


def a_reviewed_session_that_says(words: str) -> tuple[Session, Comparison]:
    """Build three articles that say the same words, in conflict and not, two of them confirmed."""
    articles = [an_article(f"{words}.", id=id, title=words) for id in "abc"]
    claims = tuple(a_claim(one, one.text, reasons=(f"why {words}",)) for one in articles)
    found = tuple(
        Relation(
            claims[0].id,
            other.id,
            Provenance.NEAR,
            agreement,
            f"rule {words}",
            0.5,
            (Difference(claims[0].span, other.span, DifferenceKind.NUMBER),),
        )
        for other, agreement in zip(claims[1:], (Agreement.CONFLICT, Agreement.SAME), strict=True)
    )
    return confirmed(0, 1, session=a_session(*articles, claims=claims)), Comparison(found)


def shape(renderer: str, words: str) -> list[int]:
    counted = kinds(renderer, report_of(*a_reviewed_session_that_says(words)))
    return [counted[kind] for kind in STRUCTURE]


PLAIN_SHAPES = {renderer: shape(renderer, "plain") for renderer in RENDERERS}


@pytest.mark.parametrize("renderer", RENDERERS)
@given(HOSTILE)
def test_what_an_article_says_never_changes_the_structure_of_its_relations(renderer: str, text: str) -> None:
    assert shape(renderer, text) == PLAIN_SHAPES[renderer]
