"""The part of the review screen that asks: search, note, report, and the screens laid over it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on
from textual.app import SuspendNotSupported
from textual.message import Message

from workbench.errors import UsageError, WorkbenchError
from workbench.model.view import View
from workbench.review.exporting import claim_as_markdown
from workbench.ui.found import Found, find_from
from workbench.ui.screens.review_filter import ReviewFilter
from workbench.ui.widgets.prompt_bar import PromptBar

if TYPE_CHECKING:
    from workbench.ui.help_entries import HelpEntry

SEARCH = "search"


async def run_chosen(entry: "HelpEntry | None") -> None:
    """Run what was chosen on the help screen."""
    if entry is not None:
        await entry.run()


class ReviewPrompts(ReviewFilter):
    """Actions that need more than one key."""

    class OtherSessionWanted(Message):
        """The user wants to open another session."""

    _searched_from: View

    def on_mount(self) -> None:
        """Go on with a note that was being written when the program ended."""
        view = self.review.view
        if view.draft_for(view.claim) and not self.review.store.readonly:
            self.call_after_refresh(self.action_note)

    # Searching

    def action_search(self) -> None:
        """Ask what to search for."""
        self._searched_from = self.review.view
        self.ask(SEARCH, "/")

    @on(PromptBar.Edited)
    def search_while_typing(self, event: PromptBar.Edited) -> None:
        """Show the first match of what is typed so far."""
        if event.purpose == SEARCH and self.prompt is not None:
            self._search(event.value)

    @on(PromptBar.Submitted)
    def take_the_line(self, event: PromptBar.Submitted) -> None:
        """Keep the search."""
        if event.purpose == SEARCH:
            self.stop_asking()
            self._search(event.value or self._searched_from.search)

    @on(PromptBar.Left)
    def leave_the_line(self, event: PromptBar.Left) -> None:
        """Go back to where the search began."""
        if event.purpose == SEARCH:
            self.found = Found()
            self.stop_asking()
            self.show_view(self._searched_from)

    def action_match(self, by: int) -> None:
        """Go to another match."""
        self.found = self.found.moved(by)
        self._show_match()

    def action_leave(self) -> None:
        """Take messages away; leave the search, the card, the zoom, the filter: one at a time."""
        self.app.clear_notifications()
        if self.found.words:
            self.found = Found()
            self.show_view(self.review.view)
        elif self.review.view.card_shown:
            self.show_view(replace(self.review.view, card_shown=False))
        elif self.review.view.zoomed:
            self.show_view(replace(self.review.view, zoomed=False))
        elif self.review.view.filter:
            self.clear_filter()
        else:
            self.say("")

    def _search(self, words: str) -> None:
        self.found = find_from(self.review.session.desk, self._searched_from, words)
        if self.found.current is None:
            self.show_view(self._searched_from)
            if words:
                self.say(self.found.summary)
        else:
            self._show_match()

    def _show_match(self) -> None:
        match = self.found.current
        if match is None:
            return
        view = replace(self.review.view, article=match.article, search=self.found.words)
        claims = self.review.session.desk.claims_by_article[match.article]
        above = [claim.id for claim in claims if claim.span.start <= match.span.start]
        nearest = match.claim or (above[-1] if above else claims[0].id if claims else "")
        self.show_view(replace(view, claim=nearest))
        keys = self.setup.keymap
        self.say(
            f"{self.found.summary}   {keys.first('search.next')} next   "
            f"{keys.first('search.previous')} previous   {keys.first('leave')} leave"
        )

    # Notes

    def action_note(self) -> None:
        """Write a note to the claim under the cursor."""
        from workbench.ui.screens.note import NoteScreen  # deferred: 15 ms for the text area

        claim = self.review.claim
        if claim is None:
            return
        note = self.review.session.decision(claim.id).note
        text = self.review.view.draft_for(claim.id) or (note.text if note else "")
        quote = self.review.session.desk.quote(claim)
        self.app.push_screen(NoteScreen(quote, text, self._keep_draft), self._take_note)

    def action_note_in_editor(self) -> None:
        """Write a note in the user's own editor."""
        from workbench.ui.external_editor import edit  # deferred: subprocess costs 4 ms

        claim = self.review.claim
        if claim is None:
            return
        note = self.review.session.decision(claim.id).note
        outcome: str | WorkbenchError
        try:
            with self.app.suspend():
                try:  # inside: what leaves the block as an exception leaves the terminal suspended
                    outcome = edit(note.text if note else "")
                except WorkbenchError as error:
                    outcome = error
        except SuspendNotSupported:
            outcome = UsageError("no editor can be opened here", "press e")
        if isinstance(outcome, WorkbenchError):
            self.complain(outcome)
        else:
            self._take_note(outcome)

    def _keep_draft(self, text: str) -> None:
        view = self.review.view
        self.review.look(replace(view, draft=text, draft_of=view.claim))

    def _drop_draft(self, claim: str) -> None:
        view = self.review.view
        if view.draft_for(claim):
            self.review.look(replace(view, draft="", draft_of=""))

    def _take_note(self, text: str | None) -> None:
        claim = self.review.view.claim
        if text is None:
            self._drop_draft(claim)
            return
        done, event = self.attempt(lambda: self.review.write_note(claim, text))
        if done:
            self._drop_draft(claim)
            self.show_view(self.review.view)
            self.say("Note saved" if event and event.after.note else "Note removed" if event else "")

    # Leaving with something

    def action_copy(self) -> None:
        """Copy the claim as Markdown to the terminal's clipboard."""
        claim = self.review.claim
        if claim is not None:
            self.app.copy_to_clipboard(claim_as_markdown(self.review.session, claim))
            self.say("Copied the claim as Markdown")

    # Other screens

    def action_overview(self) -> None:
        """Show how far the session is."""
        from workbench.review.overview import overview_of  # deferred: a start does not need it
        from workbench.ui.screens.overview import OverviewScreen

        found = overview_of(self.review.session, self.counterparts)
        self.app.push_screen(
            OverviewScreen(found, self.review.session.name, self.glyphs), self._after_overview
        )

    def _after_overview(self, wish: str | None) -> None:
        if wish is None:
            return
        session = self.review.session
        if wish not in session.desk.article_position:
            self.call_next(self.run_action, str(wish))
            return
        claims = session.desk.claims_by_article[wish]
        to_do = (claim.id for claim in claims if not session.decision(claim.id).is_settled)
        claim = next(to_do, claims[0].id if claims else "")
        self.show_view(replace(self.review.view, article=wish, claim=claim))

    def action_help(self) -> None:
        """Show all keys, and run what is chosen there."""
        from workbench.ui.help_entries import entries_of_review  # deferred: a start does not need it
        from workbench.ui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(entries_of_review(self)), run_chosen)

    def action_sessions(self) -> None:
        """Choose another session."""
        self.post_message(self.OtherSessionWanted())

    def action_theme(self) -> None:
        """Choose a theme, which is remembered."""
        self.app.action_change_theme()

    def action_palette(self) -> None:
        """Open the command palette."""
        self.app.action_command_palette()

    def action_quit_review(self) -> None:
        """Quit; every decision is saved already."""
        self.app.exit()
