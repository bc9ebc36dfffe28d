"""The part of the review screen where a person overrules the program about what is reviewed."""

from dataclasses import dataclass

from textual import on, work
from textual.message import Message

from workbench.errors import WorkbenchError
from workbench.model.article import Block
from workbench.model.event import BlockChange
from workbench.model.session import Session
from workbench.ui.screens.review_display import ReviewDisplay


class ReviewBlocks(ReviewDisplay):
    """The action that sets a block aside, or brings it into review."""

    @dataclass
    class BlockRead(Message):
        """It is known what changes with a block, or why it cannot be."""

        session: Session
        """The session in which that holds."""
        article: str
        """The id of the article."""
        block: Block
        outcome: BlockChange | WorkbenchError

    def action_blocks(self) -> None:
        """Choose a block of the current article to set aside or to bring into review."""
        from workbench.ui.screens.blocks import BlocksScreen  # deferred: a start does not need it

        desk, view = self.review.session.desk, self.review.view
        if view.article:
            at = self.review.claim.span.start if self.review.claim else 0
            self.app.push_screen(BlocksScreen(desk.article_by_id[view.article], at), self._toggle_block)

    def _toggle_block(self, block: Block | None) -> None:
        if block is not None:
            self.say("Reading the block")
            self._read_block(self.review.session, self.review.view.article, block)

    @work(thread=True, exclusive=True, group="blocks")
    def _read_block(self, session: Session, article: str, block: Block) -> None:
        """Find out what changes: a thread, since the claims of a long block take seconds."""
        from workbench.review.blocks import toggled  # deferred: a start does not need it

        outcome: BlockChange | WorkbenchError
        try:
            outcome = toggled(session, article, block, self.review.reviewer, self.tables)
        except WorkbenchError as error:
            outcome = error
        self.post_message(self.BlockRead(session, article, block, outcome))

    @on(BlockRead)
    def change_the_block(self, event: BlockRead) -> None:
        """Set the block aside or bring it into review, unless claims have changed since it was read."""
        change, session = event.outcome, self.review.session
        if isinstance(change, WorkbenchError):
            self.complain(change)
        elif event.session.desk is session.desk:
            done, _ = self.attempt(lambda: self.review.change_block(change))
            if done:
                self.show_view(self.review.view)
                word = "Set aside" if change.after.is_set_aside else "In review"
                number = len(change.vanished) or len(change.appeared)
                self.say(f"{word}: {number} claim{'' if number == 1 else 's'}")
        elif event.block in session.desk.article_by_id[event.article].blocks:
            self._read_block(session, event.article, event.block)
