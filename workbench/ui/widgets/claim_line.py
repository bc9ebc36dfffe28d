"""The line about the claim under the cursor: where, what is decided, who else says it; or a message."""

from collections.abc import Iterator, Sequence

from workbench.model.claim import Claim
from workbench.model.counterparts import Counterparts
from workbench.model.decision import Decision
from workbench.model.display import displayable
from workbench.ui.answers import claims_in_conflict, corroboration_told
from workbench.ui.fitting import fitted
from workbench.ui.glyphs import Glyphs
from workbench.ui.palette import Palette
from workbench.ui.widgets.painted import PLAIN, Painted, Piece

_NAMED = 3
"""Claims in conflict that are named at least, where there are so many."""

_WIDTH_OF_NAMED = 25
"""Cells of the line for each further one that is named."""


class ClaimLine(Painted):
    """Shows facts of one claim, and messages in their place until the next key.

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
        self._pieces: list[Piece] = []

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
            pieces: list[Piece] = [("No claims in this article", PLAIN)]
        else:
            gap = "   "
            label = f"{self._glyphs.of(decision)} {decision.label}"
            reasons = f": {f' {self._glyphs.dot} '.join(claim.reasons)}" if claim.reasons else ""
            note = decision.note.text.replace("\n", " ") if decision.note else ""
            pieces = [
                (place + gap, PLAIN),
                (label, self._palette.of_label(decision.label)),
                *self._others(claim, counterparts),
                *((f"{gap}{fact}", self._palette["strong"]) for fact in _collected(decision)),
            ]
            if note:
                pieces.append((f"{gap}{self._glyphs.note} {displayable(note)}", self._palette["strong"]))
            pieces.append((f"{gap}worth {claim.score:.2f}{reasons}", PLAIN))
            if claim.speaker is not None:
                pieces.append((f"{gap}says {displayable(claim.speaker.text)}", PLAIN))
            if claim.orphaned:
                pieces.append((f"{gap}orphaned: found by an older analysis only", self._palette["strong"]))
        if pieces != self._pieces:
            self._pieces = pieces
            self.refresh()

    def _others(self, claim: Claim, counterparts: Counterparts) -> list[Piece]:
        """Say which claims contradict a claim, also out of sight, and how many articles say the same."""
        pieces: list[Piece] = []
        if claim.id in counterparts.conflicts:
            numbers = claims_in_conflict(counterparts, claim.id)
            named = max(_NAMED, self.size.width // _WIDTH_OF_NAMED)
            more = f" and {len(numbers) - named} more" if len(numbers) > named else ""
            told = f"   {self._glyphs.conflict} in conflict with {', '.join(numbers[:named])}{more}"
            pieces.append((told, self._palette["conflict"]))
        told = corroboration_told(counterparts, claim.id)
        return [*pieces, (f"   {told}", PLAIN)] if told else pieces

    def line_pieces(self, y: int, width: int) -> Sequence[Piece]:
        """Return the pieces of the one line."""
        if self._message:
            return [(" " + fitted(self._message, width - 2, self._glyphs.ellipsis), self._palette["strong"])]
        pieces: list[Piece] = [(" ", PLAIN)]
        room = width - 2
        for text, style in self._pieces:
            shown = fitted(text, max(0, room), self._glyphs.ellipsis)
            pieces.append((shown, style))
            room -= len(text)
            if room <= 0:
                break
        return pieces


def _collected(decision: Decision) -> Iterator[str]:
    """Yield what a reviewer has collected beside verdict and note, a few words each."""
    if decision.confidence is not None:
        yield f"confidence {decision.confidence.value}"
    if decision.evidence:
        yield f"evidence {len(decision.evidence)}"
    if decision.tags:
        yield displayable(" ".join(f"#{tag}" for tag in decision.tags))
    if decision.wording:
        yield f"worded: {displayable(decision.wording)}"
