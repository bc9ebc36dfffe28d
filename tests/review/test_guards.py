"""A guard objects to a verdict that nothing but one story bears out, and to a dispute that nothing opens."""

import pytest

from workbench.model.corroboration import Corroboration
from workbench.model.decision import Decision, State, Verdict
from workbench.model.evidence import Evidence, Stance
from workbench.review.guards import Guard, warning

ALONE, COPIED, TWICE = Corroboration(1, 1), Corroboration(4, 1), Corroboration(2, 2)


def with_evidence(stance: Stance, *, primary: bool = False) -> Decision:
    return Decision(evidence=(Evidence(stance, "Log", is_primary=primary),))


@pytest.mark.parametrize(
    ("decision", "corroboration", "objects"),
    [
        (Decision(), ALONE, True),
        (Decision(), COPIED, True),
        (Decision(), TWICE, False),
        (with_evidence(Stance.SUPPORTS), ALONE, True),
        (with_evidence(Stance.SUPPORTS, primary=True), ALONE, False),
        (with_evidence(Stance.CONTEXT, primary=True), ALONE, True),
        (Decision(State.DECIDED, Verdict.CONFIRMED), ALONE, False),
    ],
)
def test_confirmed_needs_two_lineages_or_a_primary_source(
    decision: Decision, corroboration: Corroboration, objects: bool
) -> None:
    assert bool(warning(decision, Verdict.CONFIRMED, corroboration, False)) is objects


@pytest.mark.parametrize(
    ("decision", "in_conflict", "objects"),
    [
        (Decision(), False, True),
        (Decision(), True, False),
        (with_evidence(Stance.UNDERMINES), False, False),
        (with_evidence(Stance.SUPPORTS, primary=True), False, True),
    ],
)
def test_disputed_needs_a_conflict_or_evidence_against_it(
    decision: Decision, in_conflict: bool, objects: bool
) -> None:
    assert bool(warning(decision, Verdict.DISPUTED, ALONE, in_conflict)) is objects


def test_what_conflicts_with_something_confirmed_is_not_confirmed_without_a_word() -> None:
    proven = with_evidence(Stance.SUPPORTS, primary=True)
    told = warning(proven, Verdict.CONFIRMED, TWICE, True, rival="4.2")
    assert told == "it conflicts with claim 4.2, which is confirmed too"
    assert warning(proven, Verdict.DISPUTED, TWICE, True, rival="4.2") == ""


def test_unverified_needs_nothing() -> None:
    assert warning(Decision(), Verdict.UNVERIFIED, ALONE, False) == ""


def test_a_warning_is_given_once_for_each_claim_and_verdict() -> None:
    guard = Guard()
    assert [guard.is_first("a", verdict) for verdict in (Verdict.CONFIRMED,) * 2] == [True, False]
    assert guard.is_first("a", Verdict.DISPUTED)
    assert guard.is_first("b", Verdict.CONFIRMED)
