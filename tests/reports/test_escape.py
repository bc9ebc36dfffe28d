"""Text of others comes out of Markdown as it went in, and as nothing else."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.reports.hostile import HOSTILE
from tests.reports.rendering import RENDERERS, kinds, visible_text
from workbench.model.display import displayable
from workbench.reports.escape import code, inline, quoted

PLAIN_PARTS = {"paragraph_open", "paragraph_close", "inline", "text", "code_inline", "hardbreak"}

each_renderer = pytest.mark.parametrize("renderer", RENDERERS)


@each_renderer
@given(HOSTILE)
@example("www.\n.x")
@example("a@b.co`c@d.co")
@example("[sic](x) ![sic] [sic][sic]")
@example("+ one\n+ two")
def test_a_quote_is_shown_as_it_is_and_makes_no_markup(renderer: str, text: str) -> None:
    markdown = quoted(text)

    assert visible_text(renderer, markdown) == displayable(text).strip("\n")
    assert kinds(renderer, markdown).keys() <= PLAIN_PARTS | {"blockquote_open", "blockquote_close"}
    assert kinds(renderer, markdown)["blockquote_open"] == 1


@each_renderer
@given(HOSTILE)
def test_a_line_is_shown_with_single_spaces_and_makes_no_markup(renderer: str, text: str) -> None:
    markdown = inline(text)

    assert visible_text(renderer, markdown) == " ".join(displayable(text).split())
    assert kinds(renderer, markdown).keys() <= PLAIN_PARTS


@each_renderer
@pytest.mark.parametrize(("before", "block"), [("### ", "heading_open"), ("- ", "list_item_open")])
@given(HOSTILE)
def test_a_line_stays_whole_in_a_heading_and_in_a_list(
    renderer: str, before: str, block: str, text: str
) -> None:
    markdown = f"{before}{inline(text)}"

    assert visible_text(renderer, markdown) == " ".join(displayable(text).split())
    assert kinds(renderer, markdown)[block] == 1
    assert kinds(renderer, markdown)["link_open"] == kinds(renderer, markdown)["html_inline"] == 0


@each_renderer
@given(st.text(st.sampled_from("`\\ a|<\n&\x1b"), min_size=1))
def test_code_is_shown_as_it_is(renderer: str, text: str) -> None:
    markdown = f"id: {code(text)}."

    shown = displayable(text).replace("\n", "␊")
    assert visible_text(renderer, markdown) == f"id: {shown}."
    assert kinds(renderer, markdown)["code_inline"] == 1


@given(HOSTILE)
def test_nothing_that_a_terminal_obeys_comes_out(text: str) -> None:
    for markdown in (inline(text), quoted(text), code(text)):
        assert displayable(markdown) == markdown


def test_empty_text_makes_an_empty_line_code_and_quote() -> None:
    assert inline("") == code("") == ""
    assert quoted("") == "> "


@pytest.mark.parametrize(
    "text",
    [
        'The U.S. envoy said the ferry (the "Osprey") was late - by 3.5 hours, at a cost of $2.1 million.',
        "“He were there,” [sic] she said; AT&T’s own log shows 20 to 30 calls.",
        "Nobody was hurt: 40 people, 2 dogs and 1 cat were on board!",
    ],
)
def test_ordinary_prose_reads_the_same_in_the_source(text: str) -> None:
    assert quoted(text) == f"> {text}"


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("a *b* _c_ [d](e)", r"a \*b\* \_c\_ \[d\](e)"),
        ("<b>x</b> &amp; y", "&lt;b&gt;x&lt;/b&gt; &amp;amp; y"),
        ("1. one", r"1\. one"),
        ("- two", r"\- two"),
        ("[sic](x)", r"\[sic\](x)"),
        (
            "mail a@b.example, or see https://b.example/x.",
            "mail `a@b.example`, or see `https://b.example/x`.",
        ),
        ("\x1b[2Jgone", r"␛\[2Jgone"),
    ],
)
def test_markup_is_escaped_and_addresses_are_code(text: str, markdown: str) -> None:
    assert inline(text) == markdown


def test_line_breaks_and_the_spaces_beside_them_are_kept() -> None:
    assert quoted("one\n  two\n\nthree \n") == "> one\\\n> &#32;&#32;two\\\n> \\\n> three&#32;"


@pytest.mark.parametrize("part", ["a ", "@ ", "`", "[", "[aa ", "&a", "1", "www.", " #", "\n ", "\\", "//"])
def test_a_long_run_of_one_thing_does_not_blow_up(part: str) -> None:
    assert len(quoted(part * 50_000)) >= 50_000
