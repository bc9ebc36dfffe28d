"""What has room on the review screen: which articles, the current one always among them, and which lists."""

from collections.abc import Collection, Mapping, Sequence
from enum import IntEnum

from workbench.model.desk import Desk
from workbench.model.view import View


class Relevance(IntEnum):
    """What earns an article a pane while a claim is the current one; the least number is shown first."""

    CONFLICT = 0
    """It contradicts the claim."""
    LINKED = 1
    """A person has linked it to the claim."""
    SAME = 2
    """It says the same, copied or not."""
    DIFFERS = 3
    """It says something else that the claim does not exclude."""


_SILENT = len(Relevance)
_LIST_HEIGHTS = ((50, 16), (32, 10), (22, 6), (0, 4))
"""Lines that the list of claims has, by the least height of the screen."""
_LINES_EVEN_IF_EMPTY = 10
_HEIGHT_FOR_BOTH = 32
_PANES_FROM_WIDTH = ((160, 4), (110, 3), (72, 2), (0, 1))


def panes_for(width: int, view: View, desk: Desk) -> int:
    """Return how many articles fit side by side.

    Args:
        width: Cells of the screen.
        view: Tells whether one pane has the whole width.
        desk: The articles.

    Returns:
        1 to 4.
    """
    if view.zoomed:
        return 1
    fitting = next(panes for least, panes in _PANES_FROM_WIDTH if width >= least)
    return max(1, min(fitting, len(desk.articles)))


def lines_for_list(height: int, claims: int) -> int:
    """Return how many lines the list of claims has below the panes.

    Args:
        height: Lines of the screen.
        claims: How many claims there are; a tall screen leaves no more room than they need.
    """
    lines = next(lines for least, lines in _LIST_HEIGHTS if height >= least)
    return min(lines, max(_LINES_EVEN_IF_EMPTY, claims))


def has_room_for_both(height: int) -> bool:
    """Tell whether a screen of some lines has room for the claim card and the list below it."""
    return height >= _HEIGHT_FOR_BOTH


def leftmost_for(view: View, desk: Desk, panes: int) -> int:
    """Return the index of the article in the leftmost pane, moved as little as shows the current one.

    Args:
        view: Names the current article and the one that was leftmost.
        desk: The articles.
        panes: How many are shown.

    Returns:
        The index into `desk.articles`.
    """
    current = desk.article_position.get(view.article, 0)
    left = desk.article_position.get(view.leftmost, 0)
    left = min(max(left, current - panes + 1), current)
    return max(0, min(left, len(desk.articles) - panes))


def beside(current: str, direction: int, shown: Sequence[str], desk: Desk) -> str:
    """Return the article that is reached from the current one: panes first, then articles out of sight.

    Args:
        current: The id of the article to go from.
        direction: 1 to the right, -1 to the left.
        shown: Ids of the articles in the panes, from left to right.
        desk: The articles.

    Returns:
        The id of the article in the pane beside; from the outermost pane, of the next article on the desk
        that has no pane, round at the ends; where all have one, of the article in the pane at the other end.
    """
    place = shown.index(current) + direction if current in shown else -1
    if 0 <= place < len(shown):
        return shown[place]
    here, number = desk.article_position[current], len(desk.articles)
    ways = (desk.articles[(here + direction * step) % number].id for step in range(1, number))
    at_the_other_end = shown[0 if direction > 0 else -1] if shown else current
    return next((article for article in ways if article not in shown), at_the_other_end)


def with_pinned(
    shown: Sequence[str], before: Sequence[str], current: str, pinned: Sequence[str]
) -> list[str]:
    """Give pinned articles their panes back; the current article keeps its own in any case.

    Args:
        shown: Ids of the articles that the panes would have, from left to right.
        before: Those that they had.
        current: The id of the current one, which is among them.
        pinned: Ids of the pinned articles; where there is no room for all, the first ones have to wait.

    Returns:
        The ids of the articles from left to right.
    """
    chosen = list(shown)
    for article in reversed(pinned):
        free = [pane for pane, other in enumerate(chosen) if other != current and other not in pinned]
        if article not in chosen and free:
            had = before.index(article) if article in before else len(chosen)
            chosen[had if had in free else free[-1]] = article
    return chosen


def with_relevant(
    shown: Sequence[str],
    current: str,
    relevance: Mapping[str, Relevance],
    position: Mapping[str, int],
    pinned: Collection[str] = (),
) -> list[str]:
    """Give panes to articles out of sight that are more relevant than those there; no other pane changes.

    A pane keeps its article while that is the current one, or pinned, or as relevant as any out of sight.
    The least relevant are given away first, and among them those to the right of the current one.

    Args:
        shown: Ids of the articles in the panes, from left to right.
        current: The id of the current one, which is among them.
        relevance: Article id to how relevant it is to the current claim, silent ones left out; among
            equals what weighs most first.
        position: Article id to its place on the desk, which decides between the panes given away.
        pinned: Ids of the articles that keep their panes.

    Returns:
        The ids of the articles from left to right.
    """
    chosen = list(shown)
    here = chosen.index(current)
    order = (*range(here + 1, len(chosen)), *range(here - 1, -1, -1))
    free = [(relevance.get(chosen[pane], _SILENT), pane) for pane in order if chosen[pane] not in pinned]
    free.sort(key=lambda one: -one[0])
    unseen = sorted((one for one in relevance if one not in chosen), key=relevance.__getitem__)
    coming = [(one, pane) for one, (there, pane) in zip(unseen, free, strict=False) if relevance[one] < there]
    panes = sorted(pane for _, pane in coming)
    articles = sorted((one for one, _ in coming), key=position.__getitem__)
    for pane, article in zip(panes, articles, strict=True):
        chosen[pane] = article
    return chosen
