"""Whatever an article, a name or a note says, the report shows it and keeps its own structure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_claim, a_session, an_article, marked, noted
from tests.reports.hostile import HOSTILE
from tests.reports.rendering import RENDERERS, inline_tokens, kinds
from workbench.model.article import BlockKind
from workbench.model.decision import Verdict
from workbench.model.display import displayable
from workbench.model.session import Session
from workbench.reports.markdown import markdown_report
from workbench.resources import seeds_folder


def report_of(session: Session, reviewer: str = "Ana") -> str:
    return markdown_report(session, reviewer=reviewer, tool_version="1.2.3")


def paragraphs_shown(renderer: str, report: str) -> set[str]:
    return {
        "".join(part.content for part in token.children or [])
        for token in RENDERERS[renderer].parse(report)
        if token.type == "inline"
    }


@pytest.mark.parametrize("renderer", RENDERERS)
def test_quotes_survive_as_a_reader_sees_them(renderer: str) -> None:
    quotes = [
        "He said [sic] 5 < 6 & 7 > 2.",
        "*Nobody* _was_ `hurt`.",
        "👩‍🚒 said: e\u0301, 日本語.",
        "1. Not a list.",
    ]
    articles = [an_article(quote, id=f"{number}.txt") for number, quote in enumerate(quotes)]
    claims = tuple(a_claim(article, article.text) for article in articles)

    assert set(quotes) <= paragraphs_shown(renderer, report_of(a_session(*articles, claims=claims)))


def test_every_line_of_the_seeds_is_quoted_exactly() -> None:
    files = sorted(seeds_folder().glob("*.txt"))
    articles = [an_article(file.read_text(encoding="utf-8"), id=file.name) for file in files]
    lines = [(article, line.strip()) for article in articles for line in article.text.splitlines()]
    claims = tuple(a_claim(article, line) for article, line in lines if line)

    shown = paragraphs_shown("gfm", report_of(a_session(*articles, claims=claims)))

    assert len(files) == 5
    assert {line for _, line in lines if line} <= shown


def a_session_that_says(text: str) -> Session:
    """Build a session in which a stranger chose every text."""
    article = an_article(
        f"{text} one.\n\nAside.",
        id=text,
        source=text,
        title=text,
        byline=text,
        publisher=text,
        date=text,
        set_aside={"Aside.": (BlockKind.BOILERPLATE, text)},
        warnings=(text,),
    )
    claim = a_claim(article, f"{text} one.", speaker=text)
    session = Session.start(text, text, text, a_session(article, claims=(claim,)).desk)
    return noted(marked(session, claim, Verdict.CONFIRMED, reviewer=text), claim, text, reviewer=text)


@pytest.mark.parametrize("renderer", RENDERERS)
@given(HOSTILE.map(lambda text: f"x{text}"))
def test_no_text_of_others_changes_the_structure_of_the_report(renderer: str, text: str) -> None:
    markup = (
        "html_block",
        "html_inline",
        "link_open",
        "image",
        "em_open",
        "strong_open",
        "s_open",
        "table_open",
    )

    hostile, harmless = (
        kinds(renderer, report_of(a_session_that_says(each), reviewer=each)) for each in (text, "x")
    )

    assert not any(hostile[kind] for kind in markup)
    for block in ("heading_open", "blockquote_open", "list_item_open", "paragraph_open", "fence", "hr"):
        assert hostile[block] == harmless[block]


@given(st.text(st.characters(codec=None, categories=None)))
def test_nothing_in_the_report_steers_a_terminal(text: str) -> None:
    report = report_of(a_session_that_says(text), reviewer=text)

    assert displayable(report) == report


def test_the_report_links_to_nothing() -> None:
    session = a_session_that_says("see www.example.org, http://example.org, a@example.org or example.org")

    tokens = inline_tokens("gfm", report_of(session))

    assert "link_open" not in {token.type for token in tokens}
