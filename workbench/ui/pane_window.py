"""Which articles stand side by side: as many as the width allows, the current one always among them."""

from workbench.model.desk import Desk
from workbench.model.view import View

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
