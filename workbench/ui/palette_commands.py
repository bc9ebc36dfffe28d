"""Every command of the review screen in the command palette."""

from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from workbench.ui.commands import COMMANDS, Command


class ReviewCommands(Provider):
    """Offers the registry's commands, with their keys."""

    async def discover(self) -> Hits:
        """Yield all commands, for an empty search."""
        for command in COMMANDS:
            yield DiscoveryHit(_label(command), partial(self._run, command), help=command.group.value)

    async def search(self, query: str) -> Hits:
        """Yield the commands that match."""
        matcher = self.matcher(query)
        for command in COMMANDS:
            score = matcher.match(_label(command))
            if score > 0:
                shown = matcher.highlight(_label(command))
                yield Hit(score, shown, partial(self._run, command), help=command.group.value)

    async def _run(self, command: Command) -> None:
        await self.screen.run_action(command.action_string)


def _label(command: Command) -> str:
    return f"{command.title}  ({command.shown_keys})"
