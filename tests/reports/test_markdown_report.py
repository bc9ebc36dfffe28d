"""The Markdown report tells a reader who was not there what was reviewed, decided and left undone."""

import re
from dataclasses import replace

import pytest

from tests.builders import (
    a_session,
    an_article,
    changed,
    marked,
    moment,
    noted,
    put,
    redone,
    the_ferry_session,
    undone,
)
from workbench.model.article import BlockKind
from workbench.model.claim import ClaimType
from workbench.model.decision import Decision, State, Verdict
from workbench.model.event import Action
from workbench.model.relation import DifferenceKind, Provenance
from workbench.model.session import Session
from workbench.reports.claim_sections import claim_markdown
from workbench.reports.markdown import markdown_report


def report_of(session: Session, reviewer: str = "Ana") -> str:
    return markdown_report(session, reviewer=reviewer, tool_version="1.2.3")


def section(report: str, heading: str) -> str:
    """Return the part of a report under a heading of the second level."""
    return re.split(r"^## ", report.split(f"\n## {heading}", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]


def a_reviewed_session() -> Session:
    session = the_ferry_session()
    first, second, third = session.desk.claims
    session = marked(session, first, Verdict.CONFIRMED)
    session = marked(session, second, Verdict.UNVERIFIED, reviewer="Ben")
    session = noted(session, second, "The log says 38.\nNo list of passengers.", reviewer="Ben")
    session = undone(marked(session, first, Verdict.DISPUTED))
    return put(session, third, State.NOT_CHECKABLE)


def test_a_whole_report_reads_like_this() -> None:
    report = report_of(a_reviewed_session())

    assert report.split("\n\n", 3)[3].split("\n## How to read this report\n")[0] == WHOLE_REPORT
    assert report.startswith(
        "# Fact-check report: ferry\n"
        "\n"
        "- Date: 2031-03-05T09:00:06Z, the last change; begun 2031-03-05T09:00:00Z\n"
        "- Reviewers: Ana, Ben\n"
        "- Report by: Ana\n"
        "- Made with: Workbench 1.2.3, claims found by analysis 1\n"
        "\n"
        "What the names, places and words below mean is told at the end: How to read this report.\n"
    )


WHOLE_REPORT = """\
## What was reviewed

### Article 1: Ferry runs aground off Port Ellery

- File: `ferry.txt`
- Byline: Mara Quill
- Date: 2031-03-04
- SHA-256: `13fad5fb5ed1d236c549746b5beca7b10fa0f329241a2ef2121f9a9a5e137e91`
- Claims: 3 (1 unverified, 1 confirmed, 1 not checkable)

## Counts

- ✗ disputed: 0 (the reviewer found it wrong or contradicted)
- ? unverified: 1 (looked into, and could not be established)
- ✓ confirmed: 1 (the reviewer found it right)
- parked: 0 (left for later)
- · unreviewed: 0 (nobody has decided about it)
- not checkable: 1 (an opinion or a prediction)
- not a claim: 0 (the program suggested it, and a person rejected it)
- all claims: 3

## Conflicts

None.

## Unverified (1)

### Claim 1.2

> Harbour master Tom Brandt said 40 people were on board.

- ? unverified by Ben, 2031-03-05T09:00:02Z
- Where: article 1 (Ferry runs aground off Port Ellery), paragraph, characters 98–153, `ferry.txt:98-153`
- Speaker: Tom Brandt (named), characters 113–123
- Types: quantity, attribution
- Check-worthiness: 0.80 (number, named source)

Note by Ben, 2031-03-05T09:00:03Z:

> The log says 38.\\
> No list of passengers.

## Confirmed (1)

### Claim 1.1

> The ferry Osprey ran aground on Tuesday night.

- ✓ confirmed by Ana, 2031-03-05T09:00:01Z
- Where: article 1 (Ferry runs aground off Port Ellery), paragraph, characters 51–97, `ferry.txt:51-97`
- Types: event
- Check-worthiness: 0.50 (event)

## Set aside: not checkable (1)

### Claim 1.3

> Nobody was hurt, Brandt said.

- not checkable by Ana, 2031-03-05T09:00:06Z
- Where: article 1 (Ferry runs aground off Port Ellery), paragraph, characters 155–184, `ferry.txt:155-184`
- Types: denial
- Check-worthiness: 0.50 (event)

## Text excluded from review

Article 1, characters 186–223, boilerplate (asks the reader to subscribe):

> Read more: sign up for our newsletter

## Corrections

- Claim 1.1: ✓ confirmed → ✗ disputed, verdict by Ana, 2031-03-05T09:00:04Z
- Claim 1.1: ✗ disputed → ✓ confirmed, undo by Ana, 2031-03-05T09:00:05Z
"""


def test_a_session_without_decisions_is_a_valid_report() -> None:
    report = report_of(the_ferry_session(), reviewer="")

    assert "- Reviewers: none, nothing is decided yet\n" in report
    assert "Report by" not in report
    assert "- · unreviewed: 3 " in section(report, "Counts")
    assert section(report, "Unreviewed (3)").count("### Claim ") == 3
    assert section(report, "Conflicts") == section(report, "Corrections") == "\n\nNone.\n\n"


def test_a_claim_that_nobody_has_touched_is_told_in_short() -> None:
    session = the_ferry_session()

    report = report_of(put(session, session.desk.claims[0], State.PARKED))

    assert section(report, "Unreviewed (2)") == (
        "\n\n### Claim 1.2\n"
        "\n"
        "> Harbour master Tom Brandt said 40 people were on board.\n"
        "\n"
        "- Where: article 1, paragraph, characters 98–153, `ferry.txt:98-153`\n"
        "\n"
        "### Claim 1.3\n"
        "\n"
        "> Nobody was hurt, Brandt said.\n"
        "\n"
        "- Where: article 1, paragraph, characters 155–184, `ferry.txt:155-184`\n"
        "\n"
    )


@pytest.mark.parametrize("touched", ["note", "hand"])
def test_an_unreviewed_claim_with_a_note_or_made_by_hand_is_told_in_full(touched: str) -> None:
    session = the_ferry_session()
    claim = session.desk.claims[1]
    if touched == "note":
        session = noted(session, claim, "ask the harbour office")
    else:
        claims = tuple(replace(one, by_hand=one is claim) for one in session.desk.claims)
        session = a_session(*session.desk.articles, claims=claims)

    report = report_of(session)

    assert "- · unreviewed\n" in report
    assert "- Speaker: Tom Brandt (named), characters 113–123\n" in report
    assert "ask the harbour office" in report or "- By hand: " in report


def test_the_guide_explains_every_word_that_stands_before_a_fact() -> None:
    guide = section(report_of(the_ferry_session()), "How to read this report")

    words = ["In conflict", "Differs", "The same", "Wording", "Words", "Lineage", "Check-worthiness", "Types"]
    assert all(f"\n- {word}: " in guide for word in words)
    assert all(kind.value in guide for kind in (*ClaimType, *DifferenceKind) if kind.value != "wording")
    assert all(provenance.value in guide.lower() for provenance in Provenance)


def test_a_session_without_articles_is_a_valid_report() -> None:
    report = report_of(a_session())

    assert "- all claims: 0" in section(report, "Counts")
    assert section(report, "Text excluded from review").strip() == "None."


def test_the_same_session_gives_the_same_report() -> None:
    assert report_of(a_reviewed_session()) == report_of(a_reviewed_session())


def test_a_decision_that_is_undone_and_redone_adds_only_to_the_corrections() -> None:
    session = the_ferry_session()
    before = marked(session, session.desk.claims[0], Verdict.CONFIRMED)

    old, new = (report_of(each).splitlines() for each in (before, redone(undone(before))))

    assert [line for line in new if line not in old] == [
        f"- Date: {moment(3)}, the last change; begun {moment(0)}",
        f"- Claim 1.1: ✓ confirmed → · unreviewed, undo by Ana, {moment(2)}",
        f"- Claim 1.1: · unreviewed → ✓ confirmed, redo by Ana, {moment(3)}",
    ]


@pytest.mark.parametrize(
    ("state", "heading"),
    [
        (State.PARKED, "Parked (1)"),
        (State.NOT_CHECKABLE, "Set aside: not checkable (1)"),
        (State.NOT_A_CLAIM, "Set aside: not a claim (1)"),
        (State.OPEN, "Unreviewed (3)"),
    ],
)
def test_the_ways_a_claim_can_stand_are_never_merged(state: State, heading: str) -> None:
    session = the_ferry_session()
    claim = session.desk.claims[0]

    report = report_of(put(session, claim, state))

    assert f"> {session.desk.quote(claim)}\n" in section(report, heading)
    assert "Disputed" not in report
    assert "- ? unverified: 0" in report


def test_an_accepted_claim_says_who_accepted_it() -> None:
    session = the_ferry_session()

    report = report_of(put(session, session.desk.claims[0], State.OPEN, reviewer="Ben"))

    assert f"- · unreviewed, accepted as a claim by Ben, {moment(1)}\n" in report


def test_every_claim_stands_in_the_report_once_and_keeps_its_number() -> None:
    session = a_reviewed_session()

    report = report_of(session)

    assert sorted(re.findall(r"^### Claim (\S+)$", report, re.MULTILINE)) == ["1.1", "1.2", "1.3"]
    for number, claim in enumerate(session.desk.claims, start=1):
        assert f"### Claim 1.{number}\n\n> {session.desk.quote(claim)}\n" in report


def test_all_reviewers_of_all_events_are_named_once_and_the_author_apart() -> None:
    session = the_ferry_session()
    first, second, third = session.desk.claims
    session = marked(session, first, Verdict.CONFIRMED, reviewer="Ben")
    session = marked(session, second, Verdict.CONFIRMED, reviewer="")
    session = undone(marked(session, third, Verdict.CONFIRMED, reviewer="Cleo"), reviewer="Ben")

    report = report_of(session, reviewer="Dora")

    assert "- Reviewers: Ben, an unnamed reviewer, Cleo\n- Report by: Dora\n" in report


def test_publisher_and_warnings_of_an_article_are_told() -> None:
    article = an_article(
        publisher="Ellery Post", warnings=("decoded as windows-1252", "no date found"), byline="", date=""
    )

    report = report_of(a_session(article))

    assert "- Published by: Ellery Post\n" in report
    assert "- Byline: not found\n- Date: not found\n" in report
    assert "- Claims: 0\n- Warning: decoded as windows-1252\n- Warning: no date found\n" in report


def test_excluded_text_is_quoted_with_its_reason_and_ordinary_blocks_are_not() -> None:
    article = an_article(
        "One.\n\nTwo.\n\nOne.", set_aside={"Two.": (BlockKind.OFFTOPIC, "shares no word with the rest")}
    )

    excluded = section(report_of(a_session(article)), "Text excluded from review")

    assert excluded.strip() == (
        "Article 1, characters 6–10, offtopic (shares no word with the rest):\n\n> Two."
    )


def test_decisions_about_claims_that_are_gone_are_mentioned() -> None:
    session = changed(
        the_ferry_session(),
        "gone.txt:0-9",
        Action.VERDICT,
        Decision(State.DECIDED, Verdict.CONFIRMED, "Ana", moment(1)),
    )

    report = report_of(session)

    assert "Decisions about claims that are no longer found, and are counted nowhere: 1." in report
    assert "- all claims: 3" in report
    assert section(report, "Corrections").strip() == "None."


def test_one_claim_is_copied_with_its_quote_its_source_and_its_note() -> None:
    session = a_reviewed_session()

    assert claim_markdown(session, session.desk.claims[1]) == (
        "> Harbour master Tom Brandt said 40 people were on board.\n"
        "\n"
        "- ? unverified by Ben, 2031-03-05T09:00:02Z\n"
        "- Where: Ferry runs aground off Port Ellery, 2031-03-04, paragraph, characters 98–153, "
        "`ferry.txt:98-153`\n"
        "- Speaker: Tom Brandt (named), characters 113–123\n"
        "- Types: quantity, attribution\n"
        "- Check-worthiness: 0.80 (number, named source)\n"
        "\n"
        "Note by Ben, 2031-03-05T09:00:03Z:\n"
        "\n"
        "> The log says 38.\\\n"
        "> No list of passengers.\n"
    )
