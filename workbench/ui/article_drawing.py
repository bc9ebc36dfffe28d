"""One line of an article as coloured segments: claims by colour and sign, the current one with a bar."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import pairwise

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from workbench.model.article import Span
from workbench.model.claim import Claim
from workbench.model.decision import Decision
from workbench.ui.article_layout import ArticleLayout, Line, Paragraph
from workbench.ui.claim_index import ClaimIndex
from workbench.ui.glyphs import Glyphs
from workbench.ui.palette import Palette

GUTTER = 3
"""Cells before the text: the bar of the current claim, a sign, a space."""

_BOLD = Style(bold=True)


class ArticleDrawing:
    """What an article pane shows, and how each of its lines looks.

    Args:
        decision_of: Tells what is decided about a claim, by its id.
        palette: The styles of the claims.
        glyphs: The signs of the decisions.
    """

    def __init__(self, decision_of: Callable[[str], Decision], palette: Palette, glyphs: Glyphs) -> None:
        self._decision_of = decision_of
        self._palette = palette
        self._glyphs = glyphs
        self.layout = ArticleLayout((), 1)
        self.claims = ClaimIndex(())
        self.current: Claim | None = None
        self.marked: frozenset[str] = frozenset()
        self.matches: Sequence[Span] = ()
        self.current_match: Span | None = None

    @property
    def selecting(self) -> Style:
        """The style of what is selected, by mouse or by keyboard."""
        return self._palette["selecting"]

    def strip(self, y: int, width: int, base: Style, selected: Span | None, selection: Style) -> Strip:
        """Draw one line.

        Args:
            y: Its number, from 0.
            width: Cells that it fills.
            base: The style of the pane.
            selected: What the mouse has selected, or None.
            selection: The style of what is selected.

        Returns:
            The segments. Each carries, as meta data, the place in the text that it shows (for
            selecting) and the claim that it belongs to (for clicking).
        """
        line = self.layout.line(y)
        if line is None:
            return Strip.blank(width, base)
        paragraph = self.layout.paragraphs[line.paragraph]
        claims = self.claims.touching(line.start, line.end)
        segments = self._gutter(line, claims, base)
        used = GUTTER
        for start, end in self._pieces(line, claims, selected):
            text = paragraph.text[start - paragraph.start : end - paragraph.start]
            if end == line.end:
                text = text.rstrip(" ")
            if not text:
                continue
            style = base + self._style(start, claims, paragraph)
            if selected is not None and selected.start <= start < selected.end:
                style += selection
            segments.append(Segment(text, style + _place(start - paragraph.start, line.paragraph)))
            used += cell_len(text)
        if used < width:
            place = _place(line.end - paragraph.start, line.paragraph)
            segments.append(Segment(" " * (width - used), base + place))
        return Strip(segments, max(used, width))

    def _gutter(self, line: Line, claims: Sequence[Claim], base: Style) -> list[Segment]:
        bar = self._glyphs.bar if self.current in claims else " "
        segments = [Segment(bar, base + self._palette["marker"])]
        starting = [claim for claim in claims if line.start <= claim.span.start < line.end]
        if not starting:
            return [*segments, Segment("  ", base)]
        shown = next((claim for claim in starting if claim is self.current), starting[0])
        decision = self._decision_of(shown.id)
        style = base + self._palette.of_label(decision.label) + _BOLD
        sign = Segment(self._glyphs.of(decision), style + Style.from_meta({"claim": shown.id}))
        if any(claim.id in self.marked for claim in starting):
            return [*segments, sign, Segment(self._glyphs.mark, base + self._palette["marker"])]
        return [*segments, sign, Segment(" ", base)]

    def _pieces(self, line: Line, claims: Sequence[Claim], selected: Span | None) -> list[tuple[int, int]]:
        """Cut the line where its look changes."""
        spans = [claim.span for claim in claims] + self._matches_touching(line.start, line.end)
        if selected is not None:
            spans.append(selected)
        edges = {line.start, line.end}
        for span in spans:
            edges.add(min(max(line.start, span.start), line.end))
            edges.add(max(line.start, min(line.end, span.end)))
        cuts = sorted(edges)
        return list(pairwise(cuts))

    def _style(self, offset: int, claims: Sequence[Claim], paragraph: Paragraph) -> Style:
        style = self._palette["set-aside" if paragraph.block.is_set_aside else "text"]
        covering = [claim for claim in claims if claim.span.start <= offset < claim.span.end]
        if covering:
            top = min(covering, key=lambda claim: claim.span.end - claim.span.start)
            if self.current is not None and self.current in covering:
                top = self.current
            style = self._palette["any"] + self._palette.of_label(self._decision_of(top.id).label)
            if top is self.current:
                style += self._palette["current"]
            if len(covering) > 1:
                style += self._palette["overlap"]
            style += Style.from_meta({"claim": top.id})
        for match in self._matches_touching(offset, offset + 1):
            style += self._palette["match-current" if match == self.current_match else "match"]
        return style

    def _matches_touching(self, start: int, end: int) -> list[Span]:
        first = bisect_right(self.matches, start, key=lambda span: span.end)
        last = bisect_left(self.matches, end, key=lambda span: span.start)
        return list(self.matches[first:last])


def _place(offset: int, paragraph: int) -> Style:
    """Return the mark by which Textual finds the character under the mouse."""
    return Style.from_meta({"offset": (offset, paragraph)})
