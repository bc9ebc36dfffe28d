"""Which claims touch a run of text, and where their edges lie; overlapping claims allowed."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from workbench.model.claim import Claim


class ClaimIndex:
    """The claims of one article, findable by place.

    Args:
        claims: Sorted by start.
    """

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.claims = claims
        self._starts = [claim.span.start for claim in claims]
        self._furthest_ends = list(accumulate((claim.span.end for claim in claims), max))

    def touching(self, start: int, end: int) -> list[Claim]:
        """Return the claims that share a code point with `[start, end)`, in reading order.

        Args:
            start: The first code point.
            end: One past the last.
        """
        first = bisect_right(self._furthest_ends, start)
        last = bisect_left(self._starts, end)
        return [claim for claim in self.claims[first:last] if claim.span.end > start]
