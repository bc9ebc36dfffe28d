"""A claim's words as content for lists and cards: what differs is marked, nothing in them is markup."""

from collections.abc import Sequence

from rich.style import Style as RichStyle
from textual.content import Content
from textual.style import Style

from workbench.model.claim import Claim
from workbench.model.desk import Desk
from workbench.model.display import displayable
from workbench.ui.answers import Mark
from workbench.ui.fitting import fitted
from workbench.ui.glyphs import Glyphs
from workbench.ui.palette import Palette

_LONGEST_ORIGIN = 48
"""Cells of a publisher's name or a title that stands before a date and a speaker."""

_LONGEST = 600
"""Code points of a claim that are shown at most."""


def quoted(desk: Desk, claim: Claim, words: Sequence[Mark], palette: Palette) -> Content:
    """Return a claim's words with those marked that differ.

    Args:
        desk: The articles.
        claim: One of their claims.
        words: What differs.
        palette: The styles.
    """
    text = displayable(desk.quote(claim)[:_LONGEST]).replace("\n", " ")
    content = Content(text)
    for mark in words:
        look = palette["difference" if mark.is_telling else "difference-soft"]
        start, end = mark.span.start - claim.span.start, mark.span.end - claim.span.start
        content = content.stylize(as_content_style(look), max(0, start), min(end, len(text)))
    return content


def styled(text: str, look: RichStyle) -> Content:
    """Return a text in a style of the palette."""
    return Content.styled(text, as_content_style(look))


def as_content_style(look: RichStyle) -> Style:
    """Return a style of the palette as contents know it."""
    from textual.color import Color  # deferred: nothing of this is needed before the first paint

    return Style(
        background=Color.from_rich_color(look.bgcolor) if look.bgcolor else None,
        foreground=Color.from_rich_color(look.color) if look.color else None,
        bold=look.bold,
        dim=look.dim,
        italic=look.italic,
        underline=look.underline,
        reverse=look.reverse,
    )


def said_where(desk: Desk, claim: Claim, glyphs: Glyphs) -> str:
    """Name a claim, its article and who says it: `2.3 Harbour Post · 2031-03-04 · says Tom Brandt`.

    Args:
        desk: Articles and claims.
        claim: The claim.
        glyphs: The signs that the screen shows.
    """
    article = desk.article_by_id[claim.article]
    origin = fitted(displayable(article.origin).replace("\n", " "), _LONGEST_ORIGIN, glyphs.ellipsis)
    who = f"says {claim.speaker.text}" if claim.speaker else ""
    facts = f" {glyphs.dot} ".join(filter(None, (origin, article.date, who)))
    return displayable(f"{desk.number(claim.id)} {facts}").replace("\n", " ")
