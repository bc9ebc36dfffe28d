"""The part of the review screen that loads what the first paint did without, in threads."""

import gc
from dataclasses import dataclass

from rich.text import Text
from textual import on, work
from textual.message import Message

from workbench.errors import StoreError
from workbench.model.display import displayable
from workbench.review.intake import changed_sources
from workbench.ui.screens.review_display import ReviewDisplay


class ReviewLoading(ReviewDisplay):
    """Reads the whole of a very large session, and looks after the sources."""

    @dataclass
    class SourcesChanged(Message):
        """Files of some articles are not what the session holds."""

        changes: list[str]

    @dataclass
    class SessionRead(Message):
        """The whole of a very large session is read, or cannot be."""

        fault: StoreError | None

    def on_mount(self) -> None:
        """Load the rest after the first paint, and not before it."""
        self.call_after_refresh(self.show_all)

    def show_all(self) -> None:
        """Load what the first paint did without, and look after the sources."""
        if self.review.is_whole:
            self.look_for_changed_sources()
        else:
            self.read_session()

    @work(thread=True, exclusive=True, group="reading")
    def read_session(self) -> None:
        """Read the whole session beside the screen, which goes on with what lies around the cursor."""
        fault = None
        try:
            self.review.read()
        except StoreError as error:
            fault = error
        self.post_message(self.SessionRead(fault))

    @on(SessionRead)
    def show_session(self, event: SessionRead) -> None:
        """Show the whole session; without it there is nothing to go on with."""
        if event.fault is not None:
            message = Text(f"workbench: {displayable(str(event.fault))}")
            self.app.exit(return_code=event.fault.exit_code, message=message)
            return
        self.review.load()
        gc.freeze()  # a session stays to the end: no collection needs to look through it
        self.show_view(self.review.view)
        self.show_all()

    @work(thread=True, exclusive=True, group="sources")
    def look_for_changed_sources(self) -> None:
        """Compare the articles with their files, beside the first paint and not before it."""
        changes = changed_sources(self.review.session.desk.articles)
        if changes:
            self.post_message(self.SourcesChanged(changes))

    @on(SourcesChanged)
    def tell_changed_sources(self, event: SourcesChanged) -> None:
        """Say which files are not what the session holds."""
        shown = ", ".join(event.changes[:3])
        more = f" and {len(event.changes) - 3} more" if len(event.changes) > 3 else ""
        self.say(f"{shown}{more}: the session keeps the text it was made with")
