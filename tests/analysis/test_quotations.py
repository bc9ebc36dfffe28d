"""Quotations: paired marks, paragraph by paragraph."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.analysis.speech.quotations import find_quotations
from workbench.model.article import Span


def quoted(text: str) -> list[str]:
    return [quotation.span.of(text) for quotation in find_quotations(text, [Span(0, len(text))])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We left," he said. "All of us."', ['"We left,"', '"All of us."']),
        ("“We left,” he said. “All of us.”", ["“We left,”", "“All of us.”"]),
        ("«We left», he said.", ["«We left»"]),
        ("``We left,'' he said.", ["``We left,''"]),
        ('“We left," he said.', ['“We left,"']),
        ("'We left the port,' she said.", ["'We left the port,'"]),
        ("‘We left the port,’ she said.", ["‘We left the port,’"]),
    ],
)
def test_every_kind_of_mark_is_paired(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_apostrophes_are_no_quotation_marks() -> None:
    assert quoted("The workers' union didn't say why '90s rules weren't the ministers' concern.") == []


def test_inches_are_no_quotation_marks() -> None:
    assert quoted('The pipe is 12" wide and the board 8" thick.') == []


def test_a_quotation_in_a_quotation_belongs_to_the_outer_one() -> None:
    text = "“She told me “go home” and I went,” he said."
    assert quoted(text) == ["“She told me “go home” and I went,”"]


def test_a_quotation_left_open_runs_to_the_end_of_its_paragraph() -> None:
    text = "“The dam held.\n“The bridge did not.”"
    paragraphs = [Span(0, 14), Span(15, len(text))]
    first, second = find_quotations(text, paragraphs)
    assert (first.span, first.is_closed, first.paragraph) == (Span(0, 14), False, 0)
    assert (second.span, second.is_closed, second.paragraph) == (Span(15, len(text)), True, 1)


def test_a_mark_before_a_block_of_quoted_text_gives_way_to_the_quotations_in_it() -> None:
    text = '"The mayor rose. “We will rebuild,” she said.'
    assert quoted(text) == ["“We will rebuild,”"]


@given(st.text(alphabet="aB .,?!\"“”‘’'«»`\n1", max_size=80), st.integers(1, 20))
def test_quotations_are_disjoint_and_lie_within_their_paragraphs(text: str, size: int) -> None:
    paragraphs = [Span(start, min(start + size, len(text))) for start in range(0, len(text), size)]
    quotations = find_quotations(text, paragraphs)
    for quotation in quotations:
        assert paragraphs[quotation.paragraph].contains(quotation.span)
    for one, next_one in pairwise(quotations):
        assert one.span.end <= next_one.span.start
