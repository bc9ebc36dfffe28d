"""One line of an article as coloured segments: claims by colour and sign, the current one with a bar.

Counterparts of the current claim have the sign of what they say in place of the bar, and the words that
differ stand out.
"""

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
from workbench.ui.answers import NOTHING, Mark
from workbench.ui.article_layout import ArticleLayout, Line, Paragraph
from workbench.ui.claim_index import ClaimIndex
from workbench.ui.glyphs import Glyphs
from workbench.ui.palette import Palette

GUTTER = 3
"""Cells before the text: the bar of the current claim or what a counterpart says, a sign, a space."""

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
        self.marks = NOTHING
        self.matches: Sequence[Span] = ()
        self.current_match: Span | None = None

    def strip(self, y: int, width: int, base: Style, selected: Span | None, *, placed: bool = False) -> Strip:
        """Draw one line.

        Args:
            y: Its number, from 0.
            width: Cells that it fills.
            base: The style of the pane.
            selected: What is selected, by mouse or by keyboard, or None.
            placed: Whether each segment carries, as meta data, the place in the text that it shows (for
                selecting) and the claim that it belongs to (for clicking). Without, segments of one look
                share their style and what Rich keeps of it: that is three times as fast.

        Returns:
            The segments.
        """
        line = self.layout.line(y)
        if line is None:
            return Strip.blank(width, base)
        paragraph = self.layout.paragraphs[line.paragraph]
        claims = self.claims.touching(line.start, line.end)
        words = [mark for mark in self.marks.words if mark.span.overlaps(Span(line.start, line.end))]
        segments = self._gutter(line, claims, base, placed=placed)
        used = GUTTER
        for start, end in self._pieces(line, claims, words, selected):
            text = paragraph.text[start - paragraph.start : end - paragraph.start]
            if end == line.end:
                text = text.rstrip(" ")
            if not text:
                continue
            claim = self._claim_at(start, claims)
            style = base + self._style(start, claim, words, paragraph)
            if sum(one.span.start <= start < one.span.end for one in claims) > 1:
                style += self._palette["overlap"]
            if selected is not None and selected.start <= start < selected.end:
                style += self._palette["selecting"]
            if placed:
                style += _place(start - paragraph.start, line.paragraph, claim)
            segments.append(Segment(text, style))
            used += cell_len(text)
        if used < width:
            place = _place(line.end - paragraph.start, line.paragraph) if placed else Style.null()
            segments.append(Segment(" " * (width - used), base + place))
        return Strip(segments, max(used, width))

    def _gutter(self, line: Line, claims: Sequence[Claim], base: Style, *, placed: bool) -> list[Segment]:
        bar = self._bar(line, claims, base)
        starting = [claim for claim in claims if line.start <= claim.span.start < line.end]
        if not starting:
            # Most lines have neither: one segment costs half of two.
            return [Segment(" " * GUTTER, base)] if bar.text == " " else [bar, Segment("  ", base)]
        shown = next((claim for claim in starting if claim is self.current), starting[0])
        decision = self._decision_of(shown.id)
        style = base + self._palette.of_label(decision.label) + _BOLD
        if placed:
            style += Style.from_meta({"claim": shown.id})
        sign = Segment(self._glyphs.of(decision), style)
        if any(claim.id in self.marked for claim in starting):
            return [bar, sign, Segment(self._glyphs.mark, base + self._palette["marker"])]
        return [bar, sign, Segment(" ", base)]

    def _bar(self, line: Line, claims: Sequence[Claim], base: Style) -> Segment:
        """Return the cell that tells the current claim and its counterparts from all others."""
        if self.current in claims:
            return Segment(self._glyphs.bar, base + self._palette["marker"])
        answered = [claim for claim in claims if claim.id in self.marks.answers]
        if not answered:
            return Segment(" ", base)
        claim = answered[-1]
        answer = self.marks.answers[claim.id]
        begins = line.start <= claim.span.start
        sign = self._glyphs.of_answer(answer) if begins else self._glyphs.rule
        return Segment(sign, base + self._palette.of_answer(answer))

    def _pieces(
        self, line: Line, claims: Sequence[Claim], words: Sequence[Mark], selected: Span | None
    ) -> list[tuple[int, int]]:
        """Cut the line where its look changes."""
        spans = [claim.span for claim in claims] + [mark.span for mark in words]
        spans += self._matches_touching(line.start, line.end)
        if selected is not None:
            spans.append(selected)
        edges = {line.start, line.end}
        for span in spans:
            edges.add(min(max(line.start, span.start), line.end))
            edges.add(max(line.start, min(line.end, span.end)))
        cuts = sorted(edges)
        return list(pairwise(cuts))

    def _claim_at(self, offset: int, claims: Sequence[Claim]) -> Claim | None:
        """Return the claim that an offset shows: the current one, a counterpart, or the shortest."""
        covering = [claim for claim in claims if claim.span.start <= offset < claim.span.end]
        if self.current is not None and self.current in covering:
            return self.current
        answers = self.marks.answers
        return min(
            covering, key=lambda one: (one.id not in answers, one.span.end - one.span.start), default=None
        )

    def _style(self, offset: int, claim: Claim | None, words: Sequence[Mark], paragraph: Paragraph) -> Style:
        if claim is None:
            style = self._palette["set-aside" if paragraph.block.is_set_aside else "text"]
        else:
            style = self._palette["any"] + self._palette.of_label(self._decision_of(claim.id).label)
            if claim is self.current:
                style += self._palette["current"]
            elif claim.id in self.marks.answers:
                style += self._palette["counterpart"]
        differing = [mark.is_telling for mark in words if mark.span.start <= offset < mark.span.end]
        if differing:
            style += self._palette["difference" if any(differing) else "difference-soft"]
        for match in self._matches_touching(offset, offset + 1):
            style += self._palette["match-current" if match == self.current_match else "match"]
        return style

    def _matches_touching(self, start: int, end: int) -> list[Span]:
        first = bisect_right(self.matches, start, key=lambda span: span.end)
        last = bisect_left(self.matches, end, key=lambda span: span.start)
        return list(self.matches[first:last])


def _place(offset: int, paragraph: int, claim: Claim | None = None) -> Style:
    """Return the mark by which the character, and the claim, under the mouse are found."""
    place = (offset, paragraph)
    return Style.from_meta({"offset": place, "claim": claim.id} if claim else {"offset": place})
