"""The report tells which claims a person made or gave other bounds, and which judgements that gave up."""

from dataclasses import replace

from tests.builders import a_claim, edited, marked, the_ferry_session, undone
from workbench.model.claim import Claim
from workbench.model.decision import UNDECIDED, Decision, State, Verdict
from workbench.model.event import Action, ClaimsChange, DecisionChange
from workbench.model.session import Session
from workbench.reports.corrections import corrections
from workbench.reports.markdown import markdown_report


def by_hand(quote: str) -> Claim:
    return replace(a_claim(the_ferry_session().desk.articles[0], quote), by_hand=True)


def put_in_place(session: Session, old: Claim, *new: Claim, decision: Decision = UNDECIDED) -> Session:
    decided = (
        DecisionChange(old.id, session.decision(old.id), UNDECIDED),
        DecisionChange(new[0].id, UNDECIDED, decision),
    )
    return edited(session, ClaimsChange((old,), new, decided))


def corrections_of(session: Session) -> list[str]:
    report = markdown_report(session, reviewer="", tool_version="1")
    return report.split("## Corrections\n\n")[1].split("\n\n")[0].splitlines()


def test_new_bounds_are_a_correction_and_the_verdict_that_went_along_is_none() -> None:
    session = the_ferry_session()
    claim = session.desk.claims[0]
    session = marked(session, claim, Verdict.CONFIRMED)
    shorter = by_hand("The ferry Osprey ran aground")
    session = put_in_place(session, claim, shorter, decision=session.decision(claim.id))
    assert corrections_of(session) == [
        "- Article 1: characters 51–97 → 51–79 (now claim 1.1), span by Ana, 2031-03-05T09:00:02Z"
    ]
    report = markdown_report(session, reviewer="", tool_version="1")
    assert "> The ferry Osprey ran aground\n\n- ✓ confirmed by Ana" in report
    assert "- By hand: a person made this claim, or set its bounds" in report
    assert "no longer found" not in report


def test_a_judgement_that_a_split_gives_up_is_named_and_undo_is_listed_too() -> None:
    session = the_ferry_session()
    claim = session.desk.claims[1]
    session = marked(session, claim, Verdict.DISPUTED)
    parts = by_hand("Harbour master Tom Brandt said"), by_hand("40 people were on board.")
    session = put_in_place(session, claim, *parts, decision=Decision(State.OPEN, None, "Ana"))
    assert corrections_of(undone(session)) == [
        "- Article 1: characters 98–153 → 98–128 and 129–153 (was disputed), "
        "span by Ana, 2031-03-05T09:00:02Z",
        "- Article 1: characters 98–128 and 129–153 → 98–153 (now claim 1.2), "
        "undo by Ana, 2031-03-05T09:00:03Z",
    ]


def test_a_verdict_changed_before_new_bounds_is_a_correction_of_the_claim_as_it_is_now() -> None:
    session = the_ferry_session()
    claim = session.desk.claims[0]
    session = marked(marked(session, claim, Verdict.CONFIRMED), claim, Verdict.DISPUTED)
    shorter = by_hand("The ferry Osprey ran aground")
    session = put_in_place(session, claim, shorter, decision=session.decision(claim.id))
    session = marked(session, shorter, Verdict.UNVERIFIED)
    found = [(one.claim, one.before.label, one.after.label) for one in corrections(session)]
    assert found == [(shorter.id, "confirmed", "disputed"), (shorter.id, "disputed", "unverified")]
    assert "- Claim 1.1: ✓ confirmed → ✗ disputed" in "\n".join(corrections_of(session))


def experimented(session: Session, times: int = 1) -> Session:
    """Give the second claim other bounds and take that back at once."""
    claim = session.desk.claims[1]
    for _ in range(times):
        shorter = by_hand("Tom Brandt said 40 people were on board.")
        session = undone(put_in_place(session, claim, shorter, decision=Decision(State.OPEN, None, "Ana")))
    return session


def test_edits_that_were_undone_at_once_are_counted_in_one_line() -> None:
    assert corrections_of(experimented(the_ferry_session())) == [
        "- Edits of spans that were undone, nothing settled in between: 1"
    ]
    session = experimented(the_ferry_session(), times=7)
    session = marked(session, session.desk.claims[1], Verdict.CONFIRMED)
    session = marked(session, session.desk.claims[1], Verdict.DISPUTED)
    assert corrections_of(session) == [
        "- Claim 1.2: ✓ confirmed → ✗ disputed, verdict by Ana, 2031-03-05T09:00:16Z",
        "- Edits of spans that were undone, nothing settled in between: 7",
    ]


def test_an_undone_edit_of_a_settled_claim_is_told_line_by_line() -> None:
    session = the_ferry_session()
    session = experimented(marked(session, session.desk.claims[1], Verdict.CONFIRMED))
    assert [line.split(",")[1] for line in corrections_of(session)] == [" span by Ana", " undo by Ana"]


def test_an_undone_edit_of_what_was_settled_meanwhile_is_told_with_the_judgement() -> None:
    session = the_ferry_session()
    shorter = by_hand("Tom Brandt said 40 people were on board.")
    session = put_in_place(session, session.desk.claims[1], shorter)
    session = undone(undone(marked(session, shorter, Verdict.DISPUTED)))
    assert corrections_of(session) == [
        "- Article 1: characters 98–153 → 113–153, span by Ana, 2031-03-05T09:00:01Z",
        "- Claim 1.2: ✗ disputed → · unreviewed, undo by Ana, 2031-03-05T09:00:03Z",
        "- Article 1: characters 113–153 → 98–153 (now claim 1.2), undo by Ana, 2031-03-05T09:00:04Z",
    ]


def test_an_edit_that_was_undone_and_redone_stands_and_is_told() -> None:
    session = experimented(the_ferry_session())
    edit = session.events[0]
    again = replace(edit, id=f"{3:032x}", at="2031-03-05T09:00:03Z", action=Action.REDO, reverts=edit.id)
    told = corrections_of(session.apply(again))
    assert [line.rsplit(",", 2)[1] for line in told] == [" span by Ana", " undo by Ana", " redo by Ana"]
