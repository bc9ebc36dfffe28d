from datetime import timedelta

import pytest

from tests.builders import a_claim, a_session, an_article, marked, put
from workbench.model.counterparts import Counterparts
from workbench.model.decision import State, Verdict
from workbench.model.relation import Agreement, Comparison, Provenance, Relation
from workbench.review.overview import overview_of, time_spent

FORTY, FIFTY = (
    an_article(f"{number} were aboard.\n\nIt rained.", id=number) for number in ("Forty", "Fifty")
)
CLAIMS = tuple(
    a_claim(article, quote)
    for article in (FORTY, FIFTY)
    for quote in (f"{article.id} were aboard.", "It rained.")
)
CONFLICT = Relation(CLAIMS[0].id, CLAIMS[2].id, Provenance.NEAR, Agreement.CONFLICT, "other number", 0.9)


def test_each_article_tells_its_progress_and_its_conflicts() -> None:
    session = a_session(FORTY, FIFTY, claims=CLAIMS)
    session = marked(session, CLAIMS[0], Verdict.DISPUTED)
    session = put(session, CLAIMS[3], State.PARKED, reviewer="Ben")
    found = overview_of(session, Counterparts(session.desk, Comparison((CONFLICT,))))
    forty, fifty = found.articles
    assert (forty.progress.reviewed, forty.conflicts, forty.open_conflicts) == (1, 1, 0)
    assert (fifty.progress.parked, fifty.conflicts, fifty.open_conflicts) == (1, 1, 1)
    assert (found.conflicts, found.open_conflicts) == (2, 1)
    assert found.progress == session.progress
    assert found.reviewers == ("Ana", "Ben")
    assert found.spent == timedelta(seconds=1)


def test_a_conflict_with_both_sides_confirmed_is_still_open() -> None:
    session = a_session(FORTY, FIFTY, claims=CLAIMS)
    for claim in (CLAIMS[0], CLAIMS[2]):
        session = marked(session, claim, Verdict.CONFIRMED)
    found = overview_of(session, Counterparts(session.desk, Comparison((CONFLICT,))))
    assert found.open_conflicts == 2
    session = marked(session, CLAIMS[2], Verdict.DISPUTED)
    found = overview_of(session, Counterparts(session.desk, Comparison((CONFLICT,))))
    assert found.open_conflicts == 0


@pytest.mark.parametrize(
    ("moments", "minutes"),
    [
        ([], 0),
        (["2031-03-05T09:00:00Z"], 0),
        (["2031-03-05T09:00:00Z", "2031-03-05T09:04:00Z", "2031-03-05T09:07:00Z"], 7),
        (["2031-03-05T09:00:00Z", "2031-03-05T11:00:00Z", "2031-03-05T11:02:00Z"], 2),
        (["2031-03-05T09:00:00Z", "2031-03-05T08:00:00Z", "2031-03-05T08:01:00Z"], 1),
    ],
)
def test_pauses_are_no_time_spent(moments: list[str], minutes: int) -> None:
    assert time_spent(moments) == timedelta(minutes=minutes)
