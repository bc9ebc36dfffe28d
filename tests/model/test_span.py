"""Spans are half-open code-point offsets, and their quote is the slice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model.article import Span


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = draw(st.integers(0, 30))
    return Span(start, draw(st.integers(start, 40)))


@given(st.text(), spans())
def test_the_quote_is_the_slice_of_the_text(text: str, span: Span) -> None:
    assert span.of(text) == text[span.start : span.end]


@given(spans(), spans())
def test_two_spans_overlap_when_they_share_a_code_point(a: Span, b: Span) -> None:
    shared = set(range(a.start, a.end)) & set(range(b.start, b.end))
    if a.start < a.end and b.start < b.end:
        assert a.overlaps(b) == bool(shared)
    assert a.overlaps(b) == b.overlaps(a)


@given(spans(), spans())
def test_a_span_contains_another_when_it_holds_both_of_its_ends(a: Span, b: Span) -> None:
    assert a.contains(b) == (a.start <= b.start and b.end <= a.end)
    assert a.contains(a)


@given(st.lists(spans()))
def test_spans_sort_by_their_start_and_then_their_end(some: list[Span]) -> None:
    assert sorted(some) == sorted(some, key=lambda span: (span.start, span.end))


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (4, 3), (-2, -1)])
def test_offsets_that_no_text_can_have_are_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_an_emoji_and_a_combining_accent_count_as_their_code_points() -> None:
    text = "👩‍🚒 cafe\N{COMBINING ACUTE ACCENT} burns"

    assert Span(4, 9).of(text) == "cafe\N{COMBINING ACUTE ACCENT}"
