"""The claim card as lines: one claim in every article, under each other, with the words that differ."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from rich.style import Style

from workbench.model.article import Article, Span
from workbench.model.claim import Claim
from workbench.model.counterparts import COPIES, Answer, Counterparts, answer
from workbench.model.display import displayable
from workbench.model.relation import Relation
from workbench.model.session import Session
from workbench.ui.answers import Mark, marked_words
from workbench.ui.collected_drawing import CollectedDrawing
from workbench.ui.fitting import fitted
from workbench.ui.glyphs import Glyphs
from workbench.ui.palette import Palette
from workbench.ui.widgets.painted import PLAIN, Piece
from workbench.ui.wrapping import line_starts

_INDENT = 3
_LONGEST_QUOTE = 4000
"""Code points of a quote that the card shows at most: a paste without a full stop is no quote to read."""

CardLine = tuple[Piece, ...]


class CardDrawing:
    """Draws the card of a claim.

    Args:
        palette: The styles of the claims.
        glyphs: The signs of the decisions and answers.
    """

    def __init__(self, palette: Palette, glyphs: Glyphs) -> None:
        self._palette = palette
        self._glyphs = glyphs
        self._collected = CollectedDrawing(palette, glyphs, _INDENT)

    def lines(
        self, session: Session, between: Counterparts, claim: Claim, pending: str, width: int
    ) -> list[CardLine]:
        """Return the lines of a claim's card.

        Args:
            session: The session.
            between: What the articles say about each other's claims.
            claim: The claim.
            pending: What to say of an article that is not compared yet; empty where all are.
            width: Cells that a line has.

        Returns:
            The claim and what the reviewer made of it, then what each other article says, the weightiest
            answer first, then those that are silent.
        """
        said = between.by_article(claim.id)
        relations = list(said.values())
        marked = [mark for one in relations for mark in marked_words(one, claim) if mark.is_telling]
        lines = [self._heading(session, claim, self._corroborated(between, claim), width)]
        lines += self._quote(session, claim, marked, width)
        lines += self._collected.lines(session.decision(claim.id), width - _INDENT - 1)
        for relation in relations:
            other = session.desk.claim(relation.other(claim.id))
            lines += [(), self._heading(session, other, self._answer(between, relation), width)]
            lines += self._reason(relation, width)
            lines += self._quote(session, other, marked_words(relation, other), width)
        silent = [one for one in session.desk.articles if one.id not in said and one.id != claim.article]
        return lines + list(self._silent(session, silent, pending, width))

    def _heading(self, session: Session, claim: Claim, after: Sequence[Piece], width: int) -> CardLine:
        article = session.desk.article_by_id[claim.article]
        number = session.desk.number(claim.id)
        decision = session.decision(claim.id)
        sign = (f" {self._glyphs.of(decision)} ", self._palette.of_label(decision.label) + Style(bold=True))
        room = width - _INDENT - sum(len(text) for text, _ in after) - 1
        title = fitted(f"{number} {_on_one_line(article.title)}", max(8, room), self._glyphs.ellipsis)
        return (sign, (title, self._palette["strong"]), (" ", PLAIN), *after)

    def _corroborated(self, between: Counterparts, claim: Claim) -> list[Piece]:
        found = between.corroboration(claim.id)
        if found.articles < 2:
            return [("  1 article", self._palette["text"])]
        return [(f"  {found.articles} articles, {found.independent} independent", self._palette["strong"])]

    def _answer(self, between: Counterparts, relation: Relation) -> list[Piece]:
        found = answer(relation)
        copied = (
            f" {self._glyphs.dot} copied"
            if relation.provenance in COPIES and found is not Answer.COPIED
            else ""
        )
        look = self._palette["conflict"] if found is Answer.CONFLICT else self._palette["marker"]
        standing = between.standing(relation)
        said = "" if standing.value == "suggested" else f" {self._glyphs.dot} {standing.value}"
        return [
            (f"  {self._glyphs.of_answer(found)} {found.value}", look),
            (copied + said, self._palette["text"]),
        ]

    def _reason(self, relation: Relation, width: int) -> Iterator[CardLine]:
        text, room = _on_one_line(relation.reason)[:_LONGEST_QUOTE], max(8, width - _INDENT - 1)
        for start, end in pairwise([*line_starts(text, room), len(text)]):
            if start < end:
                yield ((" " * _INDENT, PLAIN), (text[start:end].rstrip(), self._palette["text"]))

    def _quote(
        self, session: Session, claim: Claim, marked: Sequence[Mark], width: int
    ) -> Iterator[CardLine]:
        article = session.desk.article_by_id[claim.article]
        look = self._palette.of_label(session.decision(claim.id).label)
        text = _on_one_line(claim.span.of(article.text)[:_LONGEST_QUOTE])
        starts = line_starts(text, max(8, width - _INDENT - 1))
        for start, end in pairwise([*starts, len(text)]):
            here = Span(claim.span.start + start, claim.span.start + end)
            pieces = [
                (text[a - claim.span.start : b - claim.span.start], look + style)
                for a, b, style in self._cut(here, marked)
            ]
            yield ((" " * _INDENT, PLAIN), *pieces)
        if claim.speaker is not None:
            who = fitted(
                f"says {_on_one_line(claim.speaker.text)}", width - _INDENT - 1, self._glyphs.ellipsis
            )
            yield ((" " * _INDENT, PLAIN), (who, self._palette["text"]))

    def _cut(self, line: Span, marked: Sequence[Mark]) -> Iterator[tuple[int, int, Style]]:
        """Cut a line where words begin or cease to differ."""
        edges = {line.start, line.end}
        for mark in marked:
            edges |= {min(max(line.start, edge), line.end) for edge in (mark.span.start, mark.span.end)}
        for start, end in pairwise(sorted(edges)):
            over = [mark.is_telling for mark in marked if mark.span.start <= start < mark.span.end]
            look = "difference" if any(over) else "difference-soft"
            yield start, end, self._palette[look] if over else PLAIN

    def _silent(
        self, session: Session, articles: Iterable[Article], pending: str, width: int
    ) -> Iterator[CardLine]:
        silent = f"{self._glyphs.of_answer(Answer.SILENT)} silent"
        for index, article in enumerate(articles):
            if index == 0:
                yield ()
            number = session.desk.article_position[article.id] + 1
            shown = f"{number} {_on_one_line(article.title)}  {pending or silent}"
            yield (
                (" " * _INDENT, PLAIN),
                (fitted(shown, width - _INDENT - 1, self._glyphs.ellipsis), self._palette["text"]),
            )


def _on_one_line(text: str) -> str:
    return displayable(text).replace("\n", " ")
