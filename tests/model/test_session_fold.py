"""A session is the fold of its events: undo is an event too, and the counts always equal a recount."""

from collections import Counter
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import (
    a_claim,
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
from workbench.model.article import Block, BlockKind, Span
from workbench.model.claim import Claim, claim_id
from workbench.model.decision import UNDECIDED, Decision, State, Verdict
from workbench.model.desk import Desk
from workbench.model.event import Action, BlockChange, ClaimsChange, DecisionChange, Event
from workbench.model.progress import Progress
from workbench.model.relation import Agreement, Provenance, Relation, RelationChange, Standing
from workbench.model.session import Session

WITHOUT_VERDICT = [state for state in State if state is not State.DECIDED]

STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("mark"), st.integers(0, 2), st.sampled_from(Verdict)),
        st.tuples(st.just("put"), st.integers(0, 2), st.sampled_from(WITHOUT_VERDICT)),
        st.tuples(st.just("note"), st.integers(0, 2), st.text(max_size=5)),
        st.tuples(st.just("undo"), st.just(0), st.none()),
        st.tuples(st.just("redo"), st.just(0), st.none()),
    ),
    max_size=25,
)

DECISIONS = st.one_of(
    st.builds(Decision, st.just(State.DECIDED), st.sampled_from(Verdict)),
    st.builds(Decision, st.sampled_from(WITHOUT_VERDICT)),
)

Step = tuple[str, int, Verdict | State | str | None]


def worked(steps: list[Step]) -> Session:
    session = the_ferry_session()
    for step, index, value in steps:
        session = taken(session, step, session.desk.claims[index], value)
    return session


def taken(session: Session, step: str, claim: Claim, value: Verdict | State | str | None) -> Session:
    if isinstance(value, Verdict):
        return marked(session, claim, value)
    if isinstance(value, State):
        return put(session, claim, value)
    if isinstance(value, str):
        return noted(session, claim, value)
    return undone(session) if step == "undo" else redone(session)


def recount(session: Session) -> Progress:
    labels = Counter(session.decision(claim.id).label for claim in session.desk.claims)
    return Progress(
        total=len(session.desk.claims),
        confirmed=labels["confirmed"],
        disputed=labels["disputed"],
        unverified=labels["unverified"],
        parked=labels["parked"],
        not_checkable=labels["not checkable"],
        not_a_claim=labels["not a claim"],
    )


@given(STEPS)
def test_a_session_is_the_fold_of_its_events(steps: list[Step]) -> None:
    session = worked(steps)

    assert the_ferry_session().fold(session.events) == session


@given(STEPS, st.integers(0, 25))
def test_folding_may_stop_anywhere_and_go_on(steps: list[Step], stop: int) -> None:
    events = worked(steps).events

    assert the_ferry_session().fold(events[:stop]).fold(events[stop:]) == the_ferry_session().fold(events)


def shorter(claim: Claim) -> ClaimsChange:
    """Give a claim bounds that leave its last three characters out, and its decision with them."""
    span = Span(claim.span.start, claim.span.end - 3)
    made = replace(claim, id=claim_id(claim.article, span), span=span, by_hand=True)
    parked = Decision(State.PARKED)
    decided = DecisionChange(claim.id, parked, UNDECIDED), DecisionChange(made.id, UNDECIDED, parked)
    return ClaimsChange((claim,), (made,), decided)


@given(st.data())
def test_folding_many_events_is_applying_each_whatever_they_change(data: st.DataObject) -> None:
    begun = the_ferry_session()
    claims = [*begun.desk.claims, a_claim(an_article("Gone.", id="gone.txt"), "Gone.")]
    events: list[Event] = []
    for number in range(data.draw(st.integers(0, 15))):
        claim = data.draw(st.sampled_from(claims))
        aside = BlockChange(claim.article, *two_blocks_of(claim), vanished=(claim,))
        events.append(
            Event(
                f"{number:032x}",
                moment(number),
                "Ana",
                data.draw(st.sampled_from(Action)),
                claim.id,
                data.draw(DECISIONS),
                data.draw(DECISIONS),
                data.draw(st.sampled_from(["", *(event.id for event in events)])),
                block=data.draw(st.sampled_from([None, aside, aside.reversed])),
                relation=data.draw(st.sampled_from([None, said_about(claims[0], claim)])),
                claims=data.draw(st.sampled_from([None, shorter(claim), shorter(claim).reversed])),
            )
        )

    one_by_one = begun
    for event in events:
        one_by_one = one_by_one.apply(event)

    assert begun.fold(events) == one_by_one


def two_blocks_of(claim: Claim) -> tuple[Block, Block]:
    block = Block(claim.span, BlockKind.PARAGRAPH, "running text")
    return block, replace(block, kind=BlockKind.BOILERPLATE, reason="set aside by Ana")


def said_about(one: Claim, other: Claim) -> RelationChange:
    relation = Relation(one.id, other.id, Provenance.NEAR, Agreement.DIFFERS, "other words", 0.7)
    return RelationChange(relation, Standing.SUGGESTED, Standing.ACCEPTED)


@given(STEPS)
def test_undo_then_redo_changes_nothing(steps: list[Step]) -> None:
    session = worked(steps)
    if session.done is None:
        return

    again = redone(undone(session))

    assert again.decisions == session.decisions
    assert again.progress == session.progress
    assert again.done == session.done


@given(STEPS)
def test_undoing_everything_leaves_no_decision_and_no_event_lost(steps: list[Step]) -> None:
    session = worked(steps)
    events = session.events

    while session.done is not None:
        session = undone(session)

    assert {session.decision(claim.id) for claim in session.desk.claims} == {UNDECIDED}
    assert session.progress == Progress(total=3)
    assert session.events[: len(events)] == events


@given(STEPS)
def test_redoing_everything_brings_every_decision_back(steps: list[Step]) -> None:
    session = worked([step for step in steps if step[0] not in ("undo", "redo")])
    before = session.decisions

    while session.done is not None:
        session = undone(session)
    while session.undone is not None:
        session = redone(session)

    assert session.decisions == before


@given(STEPS)
def test_progress_equals_a_recount(steps: list[Step]) -> None:
    session = worked(steps)

    assert session.progress == recount(session)


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from(Action), DECISIONS, DECISIONS), max_size=20))
def test_progress_equals_a_recount_whatever_events_an_import_brings(
    rows: list[tuple[int, Action, Decision, Decision]],
) -> None:
    session = the_ferry_session()
    ids = [*(claim.id for claim in session.desk.claims), "gone.txt:0-9"]

    for number, (index, action, before, after) in enumerate(rows):
        event = Event(f"{number:032x}", moment(number), "Ana", action, ids[index], before, after, "0" * 32)
        session = session.apply(event)

    assert session.progress == recount(session)
    assert session.progress.reviewed + session.progress.parked + session.progress.unreviewed == 3


def test_a_new_decision_forgets_what_could_be_redone() -> None:
    session = the_ferry_session()
    first, second, _ = session.desk.claims

    session = marked(undone(marked(session, first, Verdict.CONFIRMED)), second, Verdict.DISPUTED)

    assert session.undone is None
    assert redone(session) is session


def test_an_event_about_a_claim_that_is_gone_is_kept_and_counts_nowhere() -> None:
    session = the_ferry_session()

    after = changed(
        session, "gone.txt:0-9", Action.VERDICT, Decision(State.DECIDED, Verdict.CONFIRMED, "Ana", moment(1))
    )

    assert after.progress == session.progress
    assert after.decision("gone.txt:0-9").label == "confirmed"
    assert len(after.events) == 1


def test_a_decision_changes_no_more_of_a_session_than_decisions_and_history() -> None:
    begun = the_ferry_session()
    given = {field.name: object() for field in fields(Session)}
    known = {"desk": begun.desk, "decisions": begun.decisions, "progress": begun.progress}
    session = Session(**(given | known | {"trail": None, "done": None}))  # type: ignore[arg-type]  # any value will do

    after = marked(session, begun.desk.claims[0], Verdict.CONFIRMED)

    changed_fields = {name for name in given if getattr(after, name) is not getattr(session, name)}
    assert changed_fields == {"decisions", "progress", "trail", "done", "undone"}


def test_a_change_leaves_the_earlier_session_as_it_was() -> None:
    session = the_ferry_session()

    marked(session, session.desk.claims[0], Verdict.CONFIRMED)

    assert session == the_ferry_session()


def test_the_date_of_a_session_is_that_of_its_last_event() -> None:
    session = the_ferry_session()

    assert session.updated_at == session.created_at
    assert marked(session, session.desk.claims[0], Verdict.CONFIRMED).updated_at == moment(1)


def test_an_accepted_claim_is_still_unreviewed() -> None:
    session = the_ferry_session()

    session = put(session, session.desk.claims[0], State.OPEN)

    assert session.progress.unreviewed == 3
    assert session.decision(session.desk.claims[0].id).label == "unreviewed"


def test_a_verdict_without_the_state_decided_is_refused() -> None:
    with pytest.raises(ValueError, match="does not go with"):
        Decision(State.OPEN, Verdict.CONFIRMED)
    with pytest.raises(ValueError, match="does not go with"):
        Decision(State.DECIDED)


def test_a_desk_sorts_claims_into_reading_order_article_by_article() -> None:
    one, two = an_article("First. Second.", id="one.txt"), an_article("Third. Fourth.", id="two.txt")
    claims = [
        a_claim(two, "Fourth."),
        a_claim(one, "Second."),
        a_claim(two, "Third."),
        a_claim(one, "First."),
    ]

    desk = Desk.of([one, two], claims)

    assert [desk.quote(claim) for claim in desk.claims] == ["First.", "Second.", "Third.", "Fourth."]
    assert [desk.claim(claim.id) for claim in desk.claims] == list(desk.claims)


def test_a_claim_of_an_article_that_is_not_there_is_refused() -> None:
    one, two = an_article("First.", id="one.txt"), an_article("Third.", id="two.txt")

    with pytest.raises(KeyError):
        a_session(one, claims=(a_claim(two, "Third."),))


def test_setting_a_block_aside_takes_its_claims_out_of_the_count_and_undo_brings_them_back() -> None:
    session = the_ferry_session()
    claim = session.desk.claims[2]
    session = marked(session, claim, Verdict.CONFIRMED)
    block = next(one for one in session.desk.articles[0].blocks if one.span.contains(claim.span))
    after = replace(block, kind=BlockKind.BOILERPLATE, reason="set aside by Ana")
    change = BlockChange("ferry.txt", block, after, vanished=(claim,))

    aside = session.apply(a_block_event("2", change))
    back = aside.apply(a_block_event("3", change.reversed))

    assert (aside.progress.total, aside.progress.confirmed) == (2, 0)
    assert claim.id not in aside.desk.position
    assert aside.overrides == {("ferry.txt", block.span): after}
    assert back.progress == session.progress
    assert back.desk == session.desk


def a_block_event(number: str, change: BlockChange) -> Event:
    none = Decision()
    return Event(f"{number:0>32}", moment(9), "Ana", Action.BLOCK, "", none, none, block=change)
