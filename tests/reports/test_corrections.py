"""A correction is a change to a claim that was settled before; a first decision is none."""

from tests.builders import marked, noted, put, redone, the_ferry_session, undone
from workbench.model.decision import State, Verdict
from workbench.model.session import Session
from workbench.reports.corrections import corrections


def changes(session: Session) -> list[tuple[str, str]]:
    return [(correction.before.label, correction.after.label) for correction in corrections(session)]


def test_a_first_decision_is_no_correction() -> None:
    session = the_ferry_session()
    for claim in session.desk.claims:
        session = marked(session, claim, Verdict.CONFIRMED)

    assert changes(session) == []


def test_a_changed_verdict_is_a_correction_with_who_and_when() -> None:
    session = the_ferry_session()
    claim = session.desk.claims[0]

    session = marked(marked(session, claim, Verdict.CONFIRMED), claim, Verdict.DISPUTED, reviewer="Ben")

    (correction,) = corrections(session)
    assert (correction.before.label, correction.after.label) == ("confirmed", "disputed")
    assert correction.event == session.events[-1]
    assert correction.event.reviewer == "Ben"


def test_undo_and_redo_of_a_decision_are_corrections() -> None:
    session = the_ferry_session()

    session = redone(undone(marked(session, session.desk.claims[0], Verdict.CONFIRMED)))

    assert changes(session) == [("confirmed", "unreviewed"), ("unreviewed", "confirmed")]


def test_a_claim_that_was_rejected_and_then_confirmed_is_a_correction() -> None:
    session = the_ferry_session()
    claim = session.desk.claims[0]

    session = marked(put(session, claim, State.NOT_A_CLAIM), claim, Verdict.CONFIRMED)

    assert changes(session) == [("not a claim", "confirmed")]


def test_deciding_a_parked_claim_is_no_correction() -> None:
    session = the_ferry_session()
    claim = session.desk.claims[0]

    session = marked(put(session, claim, State.PARKED), claim, Verdict.CONFIRMED)

    assert changes(session) == []


def test_a_note_and_the_same_verdict_again_are_no_corrections() -> None:
    session = the_ferry_session()
    claim = session.desk.claims[0]

    session = marked(session, claim, Verdict.CONFIRMED)
    session = marked(noted(session, claim, "see the log"), claim, Verdict.CONFIRMED, reviewer="Ben")

    assert changes(session) == []
