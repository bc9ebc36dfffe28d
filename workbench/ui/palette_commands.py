"""Every command of the review screen in the command palette, dimmed with the reason where impossible."""

from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from workbench.ui.commands import COMMANDS, Command
from workbench.ui.screens.review_display import ReviewDisplay


class ReviewCommands(Provider):
    """Offers the registry's commands, with their keys; on other screens than the review's, nothing."""

    async def discover(self) -> Hits:
        """Yield all commands, for an empty search."""
        review = self._review()
        if review is None:
            return
        for command in COMMANDS:
            label, help = _described(command, review)
            yield DiscoveryHit(label, partial(self._run, review, command), text=command.title, help=help)

    async def search(self, query: str) -> Hits:
        """Yield the commands that match."""
        review = self._review()
        if review is None:
            return
        matcher = self.matcher(query)
        for command in COMMANDS:
            label, help = _described(command, review)
            score = matcher.match(label.plain)
            if score > 0:
                shown = label if label.spans else matcher.highlight(label.plain)
                run = partial(self._run, review, command)
                yield Hit(score, shown, run, text=command.title, help=help)

    def _review(self) -> ReviewDisplay | None:
        return self.screen if isinstance(self.screen, ReviewDisplay) else None

    async def _run(self, review: ReviewDisplay, command: Command) -> None:
        await review.run_command(command)


def _described(command: Command, review: ReviewDisplay) -> tuple[Content, str]:
    """Return the line of a command, dimmed where it can do nothing, and its group or what is in the way."""
    keys = review.setup.keymap.shown(command.id)
    label = f"{command.title}  ({keys})" if keys else command.title
    reason = review.obstacle_of(command)
    if reason:
        return Content.styled(label, "dim"), reason
    return Content(label), command.group.value
