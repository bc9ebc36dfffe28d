"""Events for tests of the store."""

from workbench.model.decision import UNDECIDED, Decision, State, Verdict
from workbench.model.event import Action, Event
from workbench.storage.event_ids import new_event_id

AT = "2031-03-05T09:00:00Z"


def a_verdict(claim: str, verdict: Verdict = Verdict.CONFIRMED, reviewer: str = "Ana") -> Event:
    """Return a new event that gives a claim its verdict."""
    after = Decision(State.DECIDED, verdict, reviewer, AT)
    return Event(new_event_id(), AT, reviewer, Action.VERDICT, claim, UNDECIDED, after)
