"""The styles of claims, asked of the stylesheet once and kept until the theme changes."""

from rich.style import Style
from textual.widget import Widget

from workbench.model.counterparts import Answer

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
        "counterpart",
        "difference",
        "difference-soft",
        "conflict",
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


def style_of_answer(answer: Answer | None) -> str:
    """Return the name of the style of what an article says about a claim, None for what is not known."""
    if answer is Answer.CONFLICT:
        return "conflict"
    return "text" if answer in (Answer.SILENT, None) else "strong"


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

    def of_answer(self, answer: Answer) -> Style:
        """Return the style of what an article says about a claim."""
        return self[style_of_answer(answer)]

    def forget(self) -> None:
        """Ask the stylesheet again from now on: the theme has changed."""
        self._styles.clear()
