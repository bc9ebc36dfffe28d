from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import moment
from workbench.errors import SessionLockedError, StoreReadOnlyError
from workbench.model.decision import State, Verdict
from workbench.model.session import Session
from workbench.paths import find_paths
from workbench.review.navigation import nearest_in, next_to_settle, next_unreviewed, step
from workbench.review.opening import Sessions
from workbench.review.review import Review

TEXT = """Fire in Orley

The mill in Orley burned down on Monday night. Two people were hurt, the mayor said.

The mayor said 40 firemen came. Nobody died in the fire on Monday, the police said.
"""


def begin(folder: Path, *texts: str, name: str = "desk") -> Review:
    desk = folder / "articles"
    desk.mkdir(exist_ok=True)
    for number, text in enumerate(texts or (TEXT,)):
        (desk / f"{number}.txt").write_text(text)
    return Sessions(find_paths(str(folder / "home"))).begin([str(desk)], "Ana", name).review


def on_disk(folder: Path, name: str = "desk") -> Session:
    return Sessions(find_paths(str(folder / "home"))).session(name)


def test_a_verdict_is_on_disk_when_the_call_returns(tmp_path: Path) -> None:
    review = begin(tmp_path)
    claim = review.view.claim
    review.mark(claim, Verdict.CONFIRMED)
    assert on_disk(tmp_path).decision(claim) == review.session.decision(claim)
    review.close()


def test_the_same_verdict_twice_is_one_event(tmp_path: Path) -> None:
    review = begin(tmp_path)
    assert review.mark(review.view.claim, Verdict.CONFIRMED) is not None
    assert review.mark(review.view.claim, Verdict.CONFIRMED) is None
    review.close()


def test_a_read_only_review_refuses_changes_and_forgets_moves(tmp_path: Path) -> None:
    begin(tmp_path).close()
    review = Sessions(find_paths(str(tmp_path / "home"))).resume("desk", "Ben", readonly=True).review
    with pytest.raises(StoreReadOnlyError):
        review.mark(review.view.claim, Verdict.CONFIRMED)
    assert review.session.trail is None
    review.close()


KEYS = st.lists(
    st.tuples(st.sampled_from("cduxopaeknzZR"), st.integers(min_value=0, max_value=4)), max_size=25
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(keys=KEYS)
def test_any_sequence_of_decisions_equals_the_fold_of_its_events(
    tmp_path_factory: pytest.TempPathFactory, keys: list[tuple[str, int]]
) -> None:
    folder = tmp_path_factory.mktemp("fold")
    review = begin(folder)
    for key, number in keys:
        review = press(review, folder, key, number)
    session = review.session
    fresh = Session.start(session.name, session.created_at, session.analyser, session.desk)
    assert fresh.fold(session.events) == session
    assert on_disk(folder) == session
    review.close()


def press(review: Review, folder: Path, key: str, number: int) -> Review:
    claims = review.session.desk.claims
    claim = claims[number % len(claims)].id
    verdicts = {"c": Verdict.CONFIRMED, "d": Verdict.DISPUTED, "u": Verdict.UNVERIFIED}
    states = {"x": State.NOT_A_CLAIM, "o": State.NOT_CHECKABLE, "p": State.PARKED, "a": State.OPEN}
    if key in verdicts:
        review.mark(claim, verdicts[key])
    elif key in states:
        review.put(claim, states[key])
    elif key == "k":
        review.clear(claim)
    elif key in "en":
        review.write_note(claim, f"note {number}" if key == "e" else "")
    elif key == "z":
        review.undo()
    elif key == "Z":
        review.redo()
    else:
        review.close()
        return Sessions(find_paths(str(folder / "home"))).resume("desk", "Ana").review
    return review


def test_undo_then_redo_changes_nothing(tmp_path: Path) -> None:
    review = begin(tmp_path)
    for claim in review.session.desk.claims[:3]:
        review.mark(claim.id, Verdict.DISPUTED)
    before = review.session.decisions
    for _ in range(3):
        review.undo()
    assert review.session.progress.reviewed == 0
    for _ in range(3):
        review.redo()
    assert review.session.decisions == before
    assert review.redo() is None
    review.close()


def test_events_carry_the_clock_and_the_reviewer(tmp_path: Path) -> None:
    begin(tmp_path).close()
    sessions = Sessions(find_paths(str(tmp_path / "home")))
    store = sessions.library.open("desk")
    review = Review(store, "Ben", clock=lambda: moment(7))
    event = review.mark(review.view.claim, Verdict.UNVERIFIED)
    assert event is not None
    assert (event.at, event.reviewer) == (moment(7), "Ben")
    review.close()


def test_the_same_sources_resume_their_session_and_others_begin_another(tmp_path: Path) -> None:
    desk, home = tmp_path / "desk", Sessions(find_paths(str(tmp_path / "home")))
    desk.mkdir()
    (desk / "a.txt").write_text(TEXT)
    first = home.begin([str(desk)], "Ana").review
    first.mark(first.view.claim, Verdict.CONFIRMED)
    first.close()
    again = home.begin([str(desk)], "Ana").review
    assert (again.session.name, again.session.progress.confirmed) == ("desk", 1)
    again.close()
    (desk / "b.txt").write_text(TEXT)
    other = home.begin([str(desk)], "Ana").review
    assert (other.session.name, other.session.progress.confirmed) == ("desk-2", 0)
    other.close()
    assert home.library.last() == "desk-2"


def test_navigation_goes_round_skips_the_settled_and_stops_at_the_ends(tmp_path: Path) -> None:
    review = begin(tmp_path, TEXT, TEXT.replace("Orley", "Harn"))
    claims = [claim.id for claim in review.session.desk.claims]
    assert step(review.session, review.view, -1) == claims[0]
    assert step(review.session, review.view, 1000) == claims[-1]
    assert next_unreviewed(review.session, claims[-1]) == claims[0]
    assert next_unreviewed(review.session, claims[0], -1) == claims[-1]
    review.put(claims[0], State.PARKED)
    for claim in claims[1:]:
        review.mark(claim, Verdict.CONFIRMED)
    assert next_unreviewed(review.session, claims[2]) == ""
    assert next_to_settle(review.session, claims[2]) == claims[0]
    review.close()


def test_the_nearest_claim_of_another_article_lies_about_as_far_down(tmp_path: Path) -> None:
    review = begin(tmp_path, TEXT, TEXT.replace("Orley", "Harn"))
    desk = review.session.desk
    first, second = (desk.claims_by_article[article.id] for article in desk.articles)
    for here, there in zip(first, second, strict=True):
        assert nearest_in(review.session, there.article, here.id) == there.id
    review.close()


def test_a_session_on_a_network_drive_is_opened_with_a_warning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(tmp_path).close()
    monkeypatch.setattr("workbench.review.opening.network_file_system", lambda folder: "nfs4")
    opened = Sessions(find_paths(str(tmp_path / "home"))).resume("desk", "Ana")
    assert "sessions lie on a network drive (nfs4)" in opened.notices[0]
    opened.review.close()


def test_sources_whose_session_is_open_elsewhere_are_not_begun_again(tmp_path: Path) -> None:
    first = begin(tmp_path, name="")
    with pytest.raises(SessionLockedError, match="'articles' is open in process") as caught:
        begin(tmp_path, name="")
    assert caught.value.session == "articles"
    first.close()


def test_a_session_of_other_articles_that_is_open_elsewhere_is_in_nobodys_way(tmp_path: Path) -> None:
    first = begin(tmp_path, name="")
    (tmp_path / "articles" / "other.txt").write_text(TEXT)
    second = begin(tmp_path, name="")
    assert (first.session.name, second.session.name) == ("articles", "articles-2")
    for review in (first, second):
        review.close()


def test_an_article_about_something_else_is_named_at_the_opening(tmp_path: Path) -> None:
    told = (
        "The mill in Orley burned down on Monday night, and forty firemen fought the flames until morning. "
        "Police said the mill's owner, Bo Lund, had stored straw and diesel beside the wheel. Two workers "
        "jumped from a window; the bakery across the street lost its roof, and the bridge stays closed."
    )
    recipe = (
        "Whisk three eggs with sugar until fluffy, fold almonds and lemon zest into them, and bake. "
        "Serve the cake warm, with cream, raspberries and plenty of freshly chopped pistachio kernels. "
        "Honey, vanilla and cinnamon suit it as well."
    )
    folder = tmp_path / "articles"
    folder.mkdir()
    for number, text in enumerate([told, f"{told} More.", f"Again: {told}", f"{told} Nobody died.", recipe]):
        (folder / f"{number}.txt").write_text(text)
    opened = Sessions(find_paths(str(tmp_path / "home"))).begin([str(folder)], "Ana", "mill")
    (notice,) = opened.notices
    assert notice.startswith("article 5 shares hardly any words with the other articles: “Whisk three eggs")
    opened.review.close()
