"""The blocks of one article: what was set aside and why, and a person's word against it."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets.option_list import Option

from workbench.model.article import Article, Block
from workbench.model.display import displayable
from workbench.resources import styles_folder
from workbench.ui.widgets.choice_list import ChoiceList
from workbench.ui.widgets.key_line import KeyLine

_SHOWN_TEXT = 200


class BlocksScreen(ModalScreen[Block | None]):
    """Lists an article's blocks; enter returns one, esc leaves.

    Args:
        article: The article.
        at: An offset in its text: where the cursor begins when nothing is set aside.
    """

    CSS_PATH = styles_folder() / "blocks.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,B", "dismiss(None)", "Close"),
    ]

    def __init__(self, article: Article, at: int) -> None:
        super().__init__()
        self._article = article
        self._at = at

    def compose(self) -> ComposeResult:
        """Create the list and the line of keys."""
        options = [Option(_line(self._article, block)) for block in self._article.blocks]
        yield ChoiceList(*options, id="blocks-list", markup=False)
        yield KeyLine(
            ("enter", "set aside, or bring into review"),
            ("j k", "choose"),
            ("?", "all keys"),
            ("esc", "close"),
            id="blocks-keys",
        )

    def on_mount(self) -> None:
        """Put the cursor on the first block set aside, else on that of the current claim."""
        options = self.query_one(ChoiceList)
        blocks = self._article.blocks
        aside = [index for index, block in enumerate(blocks) if block.is_set_aside]
        here = [index for index, block in enumerate(blocks) if block.span.start <= self._at]
        options.highlighted = (aside or here[-1:] or [0])[0]
        options.focus()

    @on(ChoiceList.OptionSelected)
    def return_the_chosen(self, event: ChoiceList.OptionSelected) -> None:
        """Return the block that was chosen."""
        self.dismiss(self._article.blocks[event.option_index])


def _line(article: Article, block: Block) -> Content:
    text = displayable(article.text[block.span.start : block.span.end][:_SHOWN_TEXT]).replace("\n", " ")
    mark = "set aside" if block.is_set_aside else "in review"
    return Content(f"{mark}  {block.kind.value}: {block.reason}\n  {text}")
