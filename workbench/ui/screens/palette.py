"""The command palette, which keeps its head when a key comes before its list is laid out."""

from contextlib import suppress

from textual.command import CommandPalette, SearchIcon

from workbench.ui.glyphs import ASCII, glyphs_of


class PaletteScreen(CommandPalette):
    """Textual's command palette, in which a page key too early does nothing instead of ending the program."""

    def on_mount(self) -> None:
        """Show a sign that every terminal has before the words."""
        if glyphs_of(self.app) is ASCII:
            self.query_one(SearchIcon).icon = ">"

    def _action_command_list(self, action: str) -> None:
        with suppress(KeyError):  # a list that was never drawn knows the lines of none of its options
            super()._action_command_list(action)
