"""The styles of claims, asked of the stylesheet once and kept until the theme changes."""

from rich.style import Style
from textual.widget import Widget

CLAIM_STYLES = frozenset(
    f"claim--{name}"
    for name in (
        "any",
        "confirmed",
        "disputed",
        "unverified",
        "unreviewed",
        "parked",
        "rejected",
        "text",
        "set-aside",
        "current",
        "overlap",
        "selecting",
        "match",
        "match-current",
        "marker",
        "strong",
        "key",
        "heading-current",
    )
)
"""The component classes that a stylesheet gives a look: `claim--confirmed` and its like."""

_OF_LABEL = {
    "confirmed": "confirmed",
    "disputed": "disputed",
    "unverified": "unverified",
    "unreviewed": "unreviewed",
    "parked": "parked",
    "not checkable": "rejected",
    "not a claim": "rejected",
}


class Palette:
    """Looks up styles by name; one for all widgets of a screen, since each widget's own costs a restyle.

    Args:
        owner: The widget whose component classes carry the styles.
    """

    def __init__(self, owner: Widget) -> None:
        self._owner = owner
        self._styles: dict[str, Style] = {}

    def __getitem__(self, name: str) -> Style:
        """Return the style of `claim--name`, without what it inherits."""
        style = self._styles.get(name)
        if style is None:
            style = self._owner.get_component_rich_style(f"claim--{name}", partial=True)
            self._styles[name] = style
        return style

    def of_label(self, label: str) -> Style:
        """Return the style of a decision's label."""
        return self[_OF_LABEL[label]]

    def forget(self) -> None:
        """Ask the stylesheet again from now on: the theme has changed."""
        self._styles.clear()
