"""What a search has found, and which of it is the current match."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from workbench.model.article import Span
from workbench.model.desk import Desk
from workbench.model.view import View

if TYPE_CHECKING:
    from workbench.review.searching import Match


@dataclass(frozen=True, slots=True)
class Found:
    """The matches of one search."""

    words: str = ""
    """What was searched for."""
    matches: "tuple[Match, ...]" = ()
    """In reading order."""
    index: int = -1
    """Which of them is the current one; -1 for none."""
    spans: Mapping[str, Sequence[Span]] = field(default_factory=dict)
    """The places of the matches by article."""

    @property
    def current(self) -> "Match | None":
        """The current match."""
        return self.matches[self.index] if 0 <= self.index < len(self.matches) else None

    def spans_in(self, article: str) -> Sequence[Span]:
        """Return the places of the matches in one article, in order."""
        return self.spans.get(article, ())

    def moved(self, by: int) -> "Found":
        """Return the search with another current match, going round at the ends."""
        if not self.matches:
            return self
        return replace(self, index=(self.index + by) % len(self.matches))

    @property
    def summary(self) -> str:
        """The words and the place among the matches: `“drone” 3/12`."""
        if not self.matches:
            return f"“{self.words}” not found"
        return f"“{self.words}” {self.index + 1}/{len(self.matches)}"


def find_from(desk: Desk, view: View, words: str) -> Found:
    """Search, and take the first match at or after the cursor.

    Args:
        desk: The articles.
        view: Tells where the cursor is, and whether text set aside is shown.
        words: What to look for.

    Returns:
        The matches; without any where nothing is found.
    """
    from workbench.review.searching import search  # deferred: a start does not need it

    matches = search(desk, words, set_aside=view.set_aside_shown)
    order = desk.article_position
    claim = desk.claim(view.claim) if view.claim else None
    start = claim.span.start if claim and claim.article == view.article else 0
    here = (order.get(view.article, 0), start)
    at = next((i for i, match in enumerate(matches) if (order[match.article], match.span.start) >= here), 0)
    spans: dict[str, list[Span]] = {}
    for match in matches:
        spans.setdefault(match.article, []).append(match.span)
    return Found(words, matches, at if matches else -1, spans)
