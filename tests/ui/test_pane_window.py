"""Which articles have a pane: the most relevant to the current claim, with as little change as can be."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import an_article
from workbench.model.desk import Desk
from workbench.ui.pane_window import Relevance, beside, with_pinned, with_relevant

ARTICLES = "abcdefgh"
POSITION = {article: place for place, article in enumerate(ARTICLES)}


def panes(shown: str, current: str, speaking: str) -> str:
    """The panes after articles have spoken that all say the same."""
    return "".join(with_relevant(shown, current, dict.fromkeys(speaking, Relevance.SAME), POSITION))


def test_silent_panes_are_given_to_articles_that_speak() -> None:
    assert panes("abc", "a", "e") == "aec"
    assert panes("abc", "a", "ec") == "aec"
    assert panes("abc", "a", "eg") == "aeg"
    assert panes("abc", "a", "ge") == "aeg"


def test_panes_to_the_right_are_given_away_before_those_to_the_left() -> None:
    assert panes("abc", "b", "e") == "abe"
    assert panes("abc", "c", "e") == "aec"


def test_nothing_moves_where_nobody_else_speaks() -> None:
    assert panes("aec", "a", "") == "aec"
    assert panes("aec", "a", "c") == "aec"


def test_a_conflict_goes_before_a_link_before_the_same_before_what_differs() -> None:
    said = dict(zip("bcde", reversed(Relevance), strict=True))
    for shown, better in (("ab", "e"), ("ac", "e"), ("ad", "e")):
        assert with_relevant(shown, "a", said, POSITION) == ["a", better]
    del said["e"]
    assert with_relevant("ab", "a", said, POSITION) == ["a", "d"]
    assert with_relevant("abc", "a", said, POSITION) == ["a", "d", "c"]


def test_an_article_as_relevant_as_one_out_of_sight_keeps_its_pane() -> None:
    said = {"d": Relevance.CONFLICT, "b": Relevance.CONFLICT, "c": Relevance.DIFFERS}
    assert with_relevant("ab", "a", said, POSITION) == ["a", "b"]
    assert with_relevant("abc", "a", said, POSITION) == ["a", "b", "d"]


@given(
    st.permutations(ARTICLES).map(lambda order: order[:4]),
    st.integers(0, 3),
    st.dictionaries(st.sampled_from(ARTICLES), st.sampled_from(Relevance)),
    st.sets(st.sampled_from(ARTICLES)),
)
def test_a_pane_changes_only_to_what_is_more_relevant_and_the_most_relevant_are_in_sight(
    shown: Sequence[str], here: int, said: dict[str, Relevance], pinned: set[str]
) -> None:
    current = shown[here]
    said.pop(current, None)
    chosen = with_relevant(shown, current, said, POSITION, pinned)
    assert len(set(chosen)) == len(shown)
    for before, after in zip(shown, chosen, strict=True):
        assert before == after or said[after] < said.get(before, len(Relevance))
        assert before == after or before not in {current, *pinned}
    free = [said.get(one, len(Relevance)) for one in chosen if one not in {current, *pinned}]
    unseen = [said[one] for one in said if one not in chosen]
    assert not free or not unseen or max(free) <= min(unseen)
    assert with_relevant(chosen, current, said, POSITION, pinned) == chosen


def test_a_pinned_article_keeps_its_pane_when_others_move_on() -> None:
    assert with_pinned("bcd", "abc", "d", "a") == ["a", "c", "d"]
    assert with_pinned("cde", "abc", "e", "b") == ["c", "b", "e"]


def test_the_current_article_has_a_pane_however_many_are_pinned() -> None:
    assert with_pinned("d", "a", "d", "a") == ["d"]
    assert with_pinned("cd", "ab", "d", "ab") == ["b", "d"]


def test_a_pinned_article_that_is_silent_gives_its_pane_to_nobody() -> None:
    assert with_relevant("abc", "a", {"e": Relevance.SAME}, POSITION, "c") == ["a", "e", "c"]


def test_beside_is_the_next_pane_and_then_the_next_article_out_of_sight() -> None:
    desk = Desk.of([an_article("Text.", id=one) for one in "abcde"], [])
    assert beside("a", 1, "ad", desk) == "d"
    assert beside("d", -1, "ad", desk) == "a"
    assert beside("d", 1, "ad", desk) == "e"
    assert beside("a", -1, "ad", desk) == "e"
    assert beside("d", 1, "ed", desk) == "a"
    assert beside("e", 1, "abcde", desk) == "a"
    assert beside("c", 1, "ab", desk) == "d"
