"""The line about the claim under the cursor: where, what is decided, who else says it; or a message."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.style import Style

from workbench.model.claim import Claim
from workbench.model.counterparts import Counterparts
from workbench.model.decision import Decision
from workbench.model.desk import Desk
from workbench.model.display import displayable
from workbench.review.queue import Queue
from workbench.ui.answers import claims_in_conflict, corroboration_told
from workbench.ui.fitting import fitted_words
from workbench.ui.glyphs import Glyphs
from workbench.ui.palette import Palette
from workbench.ui.widgets.painted import PLAIN, Painted, Piece

_GAP = "   "
_MOST_NAMED = 20
"""Claims in conflict that are named at most: of a thousand nobody reads the numbers."""
_LEAST_CUT = 12
"""Cells that a text which may be cut is worth showing in."""


@dataclass(frozen=True, slots=True)
class _Fact:
    """Something about the claim."""

    variants: tuple[str, ...]
    """How to say it, the longest way first."""
    style: Style
    """Its look."""
    is_needed: bool = False
    """Whether the others have to make room for it: they come after the last one that is needed."""
    can_be_cut: bool = False
    """Whether the beginning of its longest variant tells something too."""


class ClaimLine(Painted):
    """Shows facts of one claim, and messages in their place until the next key.

    What a decision needs comes first: where the claim is, how it stands, what contradicts it; then what the
    reviewer has collected, who else says it, and why it is worth checking. Facts are shown whole.

    Args:
        palette: The styles of the verdicts.
        glyphs: The signs.
        id: The widget's id.
    """

    def __init__(self, palette: Palette, glyphs: Glyphs, *, id: str) -> None:
        super().__init__(id=id)
        self._palette = palette
        self._glyphs = glyphs
        self._message = ""
        self._facts: list[_Fact] = []

    def show_message(self, message: str) -> None:
        """Show a message in place of the claim's facts; empty shows the facts again."""
        if message != self._message:
            self._message = displayable(self._glyphs.plain(message))
            self.refresh()

    def show_claim(
        self, claim: Claim | None, decision: Decision, place: str, counterparts: Counterparts
    ) -> None:
        """Show the facts of a claim.

        Args:
            claim: The claim under the cursor, or None.
            decision: What is decided about it.
            place: Its number, and of how many: `Claim 2.4 of 2.21`.
            counterparts: What the articles say about each other.
        """
        if claim is None:
            facts = [_Fact(("No claims in this article",), PLAIN, is_needed=True)]
        else:
            facts = list(self._facts_of(claim, decision, place, counterparts))
        if facts != self._facts:
            self._facts = facts
            self.refresh()

    def _facts_of(
        self, claim: Claim, decision: Decision, place: str, counterparts: Counterparts
    ) -> Iterator[_Fact]:
        strong = self._palette["strong"]
        yield _Fact((place, place.removeprefix("Claim ")), PLAIN, is_needed=True)
        label = f"{self._glyphs.of(decision)} {decision.label}"
        yield _Fact((label,), self._palette.of_label(decision.label), is_needed=True)
        if claim.id in counterparts.conflicts:
            numbers = claims_in_conflict(counterparts, claim.id)
            sign = self._glyphs.conflict
            named = *_named(f"{sign} in conflict with ", numbers), f"{sign} conflict"
            yield _Fact(named, self._palette["conflict"], is_needed=True)
        for said in _collected(decision):
            yield _Fact((said,), strong)
        if decision.note:
            note = displayable(decision.note.text).replace("\n", " ")
            yield _Fact((f"{self._glyphs.note} {note}", self._glyphs.note), strong, can_be_cut=True)
        told = corroboration_told(counterparts, claim.id)
        if told:
            yield _Fact((told,), PLAIN)
        if claim.orphaned:
            yield _Fact(("orphaned: found by an older analysis only", "orphaned"), strong)
        reasons = f" {self._glyphs.dot} ".join(claim.reasons)
        score = f"worth {claim.score:.2f}"
        yield _Fact((f"{score}: {reasons}" if reasons else score, score), PLAIN)
        if claim.speaker is not None:
            yield _Fact((f"says {displayable(claim.speaker.text)}",), PLAIN, can_be_cut=True)
        if decision.wording:
            yield _Fact((f"worded: {displayable(decision.wording)}",), strong, can_be_cut=True)

    def line_pieces(self, y: int, width: int) -> Sequence[Piece]:
        """Return the pieces of the one line."""
        if self._message:
            message = fitted_words(self._message, width - 2, self._glyphs.ellipsis)
            return [(f" {message}", self._palette["strong"])]
        said = self._needed(width - 2)
        room = width - 2 - _cells(said)
        for fact in self._facts:
            if fact.is_needed:
                continue
            text = self._optional(fact, room - len(_GAP))
            if text:
                said.append((text, fact.style))
                room -= cell_len(text) + len(_GAP)
        pieces: list[Piece] = [(" ", PLAIN)]
        for text, style in said:
            pieces += [(text, style), (_GAP, PLAIN)]
        return pieces[:-1]

    def _optional(self, fact: _Fact, room: int) -> str:
        """Say a fact in the longest way there is room for; empty for none."""
        longest = fact.variants[0][: 4 * max(0, room) + 4]
        if fact.can_be_cut and room >= _LEAST_CUT:
            return fitted_words(longest, room, self._glyphs.ellipsis)
        return next((one for one in (longest, *fact.variants[1:]) if cell_len(one) <= room), "")

    def _needed(self, width: int) -> list[Piece]:
        """Say what has to be said; where there is little room shorter, the first facts first."""
        needed = [fact for fact in self._facts if fact.is_needed]
        said = [(fact.variants[0], fact.style) for fact in needed]
        for place, fact in enumerate(needed):
            for variant in fact.variants:
                if _cells(said) - len(_GAP) > width:
                    said[place] = (variant, fact.style)
        over = _cells(said) - len(_GAP) - width
        if said and over > 0:
            text, style = said[-1]
            said[-1] = (fitted_words(text, max(0, cell_len(text) - over), self._glyphs.ellipsis), style)
        return said


def _cells(said: Sequence[Piece]) -> int:
    """Return the cells of some facts, each with the gap behind it."""
    return sum(cell_len(text) + len(_GAP) for text, _ in said)


def _named(words: str, numbers: Sequence[str]) -> Iterator[str]:
    """Yield words and the numbers of claims: all of them where they are not many, then ever fewer."""
    if len(numbers) <= _MOST_NAMED:
        yield words + ", ".join(numbers)
    for shown in range(min(_MOST_NAMED, len(numbers) - 1), 0, -1):
        yield f"{words}{', '.join(numbers[:shown])} and {len(numbers) - shown} more"


def _collected(decision: Decision) -> Iterator[str]:
    """Yield what a reviewer has collected beside verdict and note, a few words each."""
    if decision.confidence is not None:
        yield f"confidence {decision.confidence.value}"
    if decision.evidence:
        yield f"evidence {len(decision.evidence)}"
    if decision.tags:
        yield displayable(" ".join(f"#{tag}" for tag in decision.tags))


def place_told(desk: Desk, claim: Claim, queue: Queue | None) -> str:
    """Say which claim it is, and of how many: `Claim 2.4 of 2.21`.

    Args:
        desk: Articles and claims.
        claim: One of the claims.
        queue: The claims that a filter lets through; None without a filter.
    """
    number = desk.number(claim.id)
    if queue is not None and claim.id in queue.position:
        return f"Claim {number}, {queue.position[claim.id] + 1} of {len(queue.claims)} in the filter"
    return f"Claim {number} of {desk.number(desk.claims_by_article[claim.article][-1].id)}"
