"""Eight lines for the first start: laid over the foot of the review, gone with the first key."""

from textual import events
from textual.content import Content
from textual.widgets import Static

from workbench.ui.glyphs import Glyphs
from workbench.ui.keymap import Keymap

_KEY_COLUMN = 9


class Tour(Static, can_focus=False):
    """Says what a newcomer has to know; a click takes it away.

    Args:
        keymap: The keys of the commands.
        glyphs: The signs.
    """

    def __init__(self, keymap: Keymap, glyphs: Glyphs) -> None:
        super().__init__(Content("\n").join(_lines(keymap, glyphs)), id="tour", markup=False)

    def on_click(self, event: events.Click) -> None:
        """Go away."""
        event.stop()
        self.remove()


def _lines(keymap: Keymap, glyphs: Glyphs) -> list[Content]:
    """Return the eight lines."""

    def keyed(ids: str, text: str) -> Content:
        keys = " ".join(filter(None, map(keymap.first, ids.split())))
        return Content.assemble((keys.ljust(_KEY_COLUMN), "bold $wb-key"), " ", text)

    first = f"Welcome. Shaded sentences are claims; {glyphs.bar} marks the one that you decide now."
    return [
        Content.styled(first, "bold $block-cursor-foreground on $block-cursor-background"),
        keyed(
            "verdict.confirm verdict.dispute verdict.unverify",
            "confirmed, disputed, unverified: saved, and on",
        ),
        keyed(
            "state.park state.not_checkable state.not_a_claim", "park for later, not checkable, not a claim"
        ),
        keyed("claim.next claim.previous pane.next", "next and previous claim, next article"),
        keyed("search note.write", "search all articles, write a note to the claim"),
        keyed("undo", "takes any decision back, also one of last week"),
        keyed("report quit", "write the report, quit; workbench comes back to this place"),
        keyed("help", "every command, to search and to run. esc closes this tour"),
    ]
