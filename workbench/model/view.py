"""Where a reviewer is in a session."""

from dataclasses import dataclass


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
    """A note being written to the claim under the cursor, not yet part of a decision."""
    filter: str = ""
    """What the reviewer typed to filter and sort the claims; empty goes through all."""
    pinned: tuple[str, ...] = ()
    """Ids of the articles that keep their panes, the one pinned last at the end."""
    card_shown: bool = False
    """Whether the claim card stands in the place of the articles."""
