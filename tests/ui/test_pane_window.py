"""Which articles have a pane: those that speak of the current claim, with as little change as can be."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from workbench.ui.pane_window import with_pinned, with_speaking

ARTICLES = "abcdefgh"
POSITION = {article: place for place, article in enumerate(ARTICLES)}


def panes(shown: str, current: str, speaking: str) -> str:
    return "".join(with_speaking(shown, current, speaking, POSITION))


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


@given(
    st.permutations(ARTICLES).map(lambda order: order[:4]),
    st.integers(0, 3),
    st.permutations(ARTICLES).flatmap(lambda order: st.integers(0, 7).map(lambda number: order[:number])),
)
def test_a_pane_changes_only_from_silence_to_speech(
    shown: Sequence[str], here: int, speaking: Sequence[str]
) -> None:
    current = shown[here]
    others = [article for article in speaking if article != current]
    chosen = with_speaking(shown, current, others, POSITION)
    assert chosen[here] == current
    assert len(set(chosen)) == len(shown)
    for before, after in zip(shown, chosen, strict=True):
        assert before == after or (before not in others and after in others)
    assert with_speaking(chosen, current, others, POSITION) == chosen


def test_a_pinned_article_keeps_its_pane_when_others_move_on() -> None:
    assert with_pinned("bcd", "abc", "d", "a") == ["a", "c", "d"]
    assert with_pinned("cde", "abc", "e", "b") == ["c", "b", "e"]


def test_the_current_article_has_a_pane_however_many_are_pinned() -> None:
    assert with_pinned("d", "a", "d", "a") == ["d"]
    assert with_pinned("cd", "ab", "d", "ab") == ["b", "d"]


def test_a_pinned_article_that_is_silent_gives_its_pane_to_nobody() -> None:
    assert with_speaking("abc", "a", "e", POSITION, "c") == ["a", "e", "c"]
