"""A person's word on spans: a claim made, given new bounds, merged with others, or split.

What is decided about a claim goes with it when a person gives it new bounds, and in no other case. Merged
and split claims are unreviewed, since nobody has judged what they say now; notes, evidence and tags go
along: of a split claim with its first part.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from workbench.errors import SpanError
from workbench.model.article import Article, Span, trimmed
from workbench.model.claim import Claim, claim_id
from workbench.model.decision import UNDECIDED, Decision, State
from workbench.model.event import ClaimsChange, DecisionChange
from workbench.review.analysers import analyser
from workbench.review.review import Review


class SpanEditor:
    """Works out what changes when a person edits spans; changes nothing itself.

    Args:
        review: The open review.
        tables: The folder of the user's word lists, or None.
    """

    def __init__(self, review: Review, tables: Path | None) -> None:
        self._session = review.session
        self._desk = review.session.desk
        self._reviewer, self._at = review.reviewer, review.clock()
        self._tables = tables

    def make(self, article: str, span: Span) -> ClaimsChange:
        """Make a claim of a run of text.

        Args:
            article: The id of the article.
            span: The run; white space at its ends is left out.

        Returns:
            The change: a claim that a person has accepted, without a verdict.

        Raises:
            SpanError: There is such a claim already, or the text is set aside.
        """
        made = self._read(article, span)
        return self._change((), (made,), {made.id: self._accepted(UNDECIDED)})

    def resize(self, claim: Claim, span: Span) -> ClaimsChange:
        """Give a claim other bounds; what is decided about it goes with it.

        Args:
            claim: One of the desk's claims.
            span: Its bounds from now on; white space at the ends is left out.

        Returns:
            The change.

        Raises:
            SpanError: A claim has these bounds already, or the text is set aside.
        """
        resized = self._read(claim.article, span)
        before = self._session.decision(claim.id)
        after = self._accepted(before) if before.state is State.SUGGESTED else before
        return self._change((claim,), (resized,), {resized.id: after})

    def merge(self, claims: Sequence[Claim]) -> ClaimsChange:
        """Make one claim of several, with all the text between them.

        Args:
            claims: Two or more claims of the desk.

        Returns:
            The change: the merged claim has their notes, evidence and tags, and no verdict.

        Raises:
            SpanError: They stand in several articles, or there is text set aside between them.
        """
        if len({claim.article for claim in claims}) != 1 or len(claims) < 2:
            raise SpanError("only claims of one article can be merged")
        span = Span(min(one.span.start for one in claims), max(one.span.end for one in claims))
        merged = self._read(claims[0].article, span, replacing=claims)
        written = _joined([self._session.decision(claim.id) for claim in claims])
        return self._change(tuple(claims), (merged,), {merged.id: self._accepted(written)})

    def split(self, claim: Claim, at: int) -> ClaimsChange:
        """Make two claims of one.

        Args:
            claim: One of the desk's claims.
            at: The offset in the article where the second one begins.

        Returns:
            The change: notes, evidence and tags stay with the first part, and neither has a verdict.

        Raises:
            SpanError: One part would be empty, or is a claim already.
        """
        if not claim.span.start < at < claim.span.end:
            raise SpanError("a claim is split between two of its words")
        first = self._read(claim.article, Span(claim.span.start, at))
        second = self._read(claim.article, Span(at, claim.span.end))
        written = replace(self._session.decision(claim.id), wording="")
        after = {first.id: self._accepted(written), second.id: self._accepted(UNDECIDED)}
        return self._change((claim,), (first, second), after)

    def _read(self, article: str, span: Span, replacing: Iterable[Claim] = ()) -> Claim:
        source = self._desk.article_by_id[article]
        clean = trimmed(source.text, span.start, span.end)
        if clean is None:
            raise SpanError("there are no words in it")
        if any(block.is_set_aside and block.span.overlaps(clean) for block in source.blocks):
            raise SpanError("a part of it is set aside", "B brings it into review")
        name = claim_id(article, clean)
        if name in self._desk.position and name not in {claim.id for claim in replacing}:
            raise SpanError("there is a claim with exactly these bounds already")
        return replace(analyser(self._tables).claim_at(source, clean), by_hand=True)

    def _accepted(self, written: Decision) -> Decision:
        return written.put(State.OPEN, None, self._reviewer, self._at)

    def _change(
        self, vanished: tuple[Claim, ...], appeared: tuple[Claim, ...], after: dict[str, Decision]
    ) -> ClaimsChange:
        decided = {claim.id: UNDECIDED for claim in vanished} | after
        return ClaimsChange(
            vanished,
            appeared,
            tuple(DecisionChange(one, self._session.decision(one), put) for one, put in decided.items()),
        )


def sentences_around(article: Article, offset: int, tables: Path | None, *, set_aside: bool) -> list[Span]:
    """Cut the block at an offset, and its neighbours, into sentences.

    Args:
        article: The article.
        offset: Where to look.
        tables: The folder of the user's word lists, or None.
        set_aside: Whether blocks excluded from review count as neighbours.

    Returns:
        The sentences in reading order.
    """
    blocks = [block for block in article.blocks if set_aside or not block.is_set_aside]
    here = next((i for i, block in enumerate(blocks) if block.span.end >= offset), len(blocks) - 1)
    cut = analyser(tables).splitter.cut
    return [
        Span(start, end)
        for block in blocks[max(here - 1, 0) : here + 2]
        for start, end in cut(article.text, block.span.start, block.span.end)
    ]


def _joined(decisions: Sequence[Decision]) -> Decision:
    """Return what was written about several claims as one decision without a verdict."""
    notes = [one.note for one in decisions if one.note is not None]
    note = replace(notes[-1], text="\n\n".join(one.text for one in notes)) if notes else None
    evidence = dict.fromkeys(source for one in decisions for source in one.evidence)
    tags = dict.fromkeys(tag for one in decisions for tag in one.tags)
    return Decision(note=note, evidence=tuple(evidence), tags=tuple(tags))
