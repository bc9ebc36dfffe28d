"""Where a reviewer is in a session."""

from dataclasses import dataclass, fields
from operator import attrgetter

from workbench.model.evidence import Evidence


@dataclass(frozen=True, slots=True)
class EvidenceDraft:
    """A source that is being described, not yet part of a decision."""

    claim: str
    """The id of the claim that it is about."""
    evidence: Evidence
    """The description so far."""
    number: int | None = None
    """The place, from 0, of the source that is described anew; None for another one."""


@dataclass(frozen=True, slots=True)
class View:
    """Where the reviewer was: enough to put the same claim under the cursor in the same layout."""

    claim: str = ""
    """The id of the claim under the cursor; empty when there is none."""
    article: str = ""
    """The id of the article whose pane is the current one."""
    leftmost: str = ""
    """The id of the article in the leftmost pane."""
    zoomed: bool = False
    """Whether the current pane has the whole width."""
    set_aside_shown: bool = False
    """Whether blocks excluded from review are shown."""
    claims_shown: bool = True
    """Whether the list of claims is shown where there is room for it."""
    search: str = ""
    """What was searched for last."""
    draft: str = ""
    """A note being written, not yet part of a decision."""
    draft_of: str = ""
    """The id of the claim that the note is about; empty for the one under the cursor."""
    evidence_draft: EvidenceDraft | None = None
    """A source being described; None for none."""
    filter: str = ""
    """What the reviewer typed to filter and sort the claims; empty goes through all."""
    pinned: tuple[str, ...] = ()
    """Ids of the articles that keep their panes, the one pinned last at the end."""
    card_shown: bool = False
    """Whether the claim card stands in the place of the articles."""

    def draft_for(self, claim: str) -> str:
        """Return the note that is being written to a claim; empty for none."""
        return self.draft if self.draft_of in ("", claim) else ""

    def evidence_draft_for(self, claim: str) -> EvidenceDraft | None:
        """Return the source that is being described for a claim; None for none."""
        draft = self.evidence_draft
        return draft if draft is not None and draft.claim == claim else None

    def at(self, claim: str, article: str) -> "View":
        """Return the view with another claim under the cursor.

        Args:
            claim: The id of the claim.
            article: The id of its article.
        """
        if claim == self.claim and article == self.article:
            return self
        return View(claim, article, *_layout_of(self))  # what `replace` does, in half the time


_layout_of = attrgetter(*[field.name for field in fields(View)][2:])
