"""The command palette, which keeps its head when a key comes before its list is laid out."""

from contextlib import suppress

from textual.command import CommandPalette


class PaletteScreen(CommandPalette):
    """Textual's command palette, in which a page key too early does nothing instead of ending the program."""

    def _action_command_list(self, action: str) -> None:
        with suppress(KeyError):  # a list that was never drawn knows the lines of none of its options
            super()._action_command_list(action)
