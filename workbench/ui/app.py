"""The application: one open review at a time, its theme, and the help."""

import gc
import os
import sys
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.command import CommandPalette, Provider
from textual.screen import Screen
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.theme import Theme, ThemeProvider

from workbench.config import DEFAULT, NO_THEME, REMEMBERED
from workbench.resources import styles_folder
from workbench.review.opening import Sessions
from workbench.review.relating import Compare
from workbench.review.review import Review
from workbench.ui.glyphs import ASCII, ASCII_CLASS, fitting_glyphs
from workbench.ui.plain_scroll_bar import PlainScrollBar
from workbench.ui.screens.review import ReviewScreen
from workbench.ui.screens.review_prompts import run_chosen
from workbench.ui.setup import PLAIN_SETUP, Setup
from workbench.ui.switching import SwitchingApp
from workbench.ui.theme import theme_named, verdict_colours

_TERMINAL_STYLES = styles_folder() / "terminal.tcss"
_ASCII_STYLES = styles_folder() / "ascii.tcss"
"""Apart from the others, since most starts save the 3 ms of reading it."""

_TURN = 0.001
"""Seconds for which a thread may keep the others waiting. A thread of its own writes to the terminal: with
the usual 5 ms a frame comes that much later whenever something else is going on."""


def _palette_commands() -> type[Provider]:
    from workbench.ui.palette_commands import ReviewCommands  # deferred: a start does not need it

    return ReviewCommands


class WorkbenchApp(SwitchingApp):
    """Shows a review until the user quits.

    Args:
        review: The review to begin with.
        sessions: Opens the others.
        notices: What the user has to know at the start, one line each.
        setup: What the screen is set to.
        compare: What compares articles; None for the analysis itself.
    """

    TITLE = "Workbench"
    CSS_PATH: ClassVar = [styles_folder() / "base.tcss", styles_folder() / "review.tcss"]
    COMMANDS: ClassVar = {_palette_commands}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "help_here", "Help", show=False, priority=True)
    ]

    def __init__(
        self,
        review: Review,
        sessions: Sessions,
        notices: tuple[str, ...] = (),
        setup: Setup = PLAIN_SETUP,
        compare: Compare | None = None,
    ) -> None:
        colourless = bool(os.environ.get("NO_COLOR")) or setup.settings.theme == NO_THEME
        super().__init__(review, sessions, notices, ansi_color=colourless or None)
        self.animation_level = "none"
        self.setup = setup
        self._compare = compare
        self._glyphs = fitting_glyphs(sys.__stdout__, ascii_wanted=setup.settings.ascii)
        self.set_class(self._glyphs is ASCII, ASCII_CLASS)
        ScrollBar.renderer = PlainScrollBar if self._glyphs is ASCII else ScrollBarRender
        few_colours = self.console.color_system in (None, "standard")
        wanted = theme_named(NO_THEME if colourless else setup.settings.theme, few_colours=few_colours)
        if wanted != self.theme:
            self.theme = wanted
        if self.native_ansi_color:
            self.css_path.append(_TERMINAL_STYLES)
        if self._glyphs is ASCII:
            self.css_path.append(_ASCII_STYLES)

    def watch_theme(self) -> None:
        """Read the styles for the terminal's own colours with the first theme that has them."""
        if self.native_ansi_color and self.is_running:
            self.stylesheet.read(_TERMINAL_STYLES)

    def on_ready(self) -> None:
        """Collect garbage from now on, but not among what is there already: it stays to the end."""
        gc.freeze()
        gc.enable()
        self.theme_changed_signal.subscribe(self, self.remember_theme)
        if self.setup.first_start and isinstance(self.screen, ReviewScreen):
            self.screen.call_after_refresh(self.screen.show_tour)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return the verdict colours that fit the theme."""
        return dict(verdict_colours(self.current_theme))

    def get_default_screen(self) -> Screen[None]:
        """Return the review as the first screen; pushing it later would cost another frame."""
        return ReviewScreen(
            self.review, self._glyphs, self._notices, self.sessions.tables, self.setup, self._compare
        )

    def remember_theme(self, theme: Theme) -> None:
        """Begin with this theme from now on, or say why the next start will have another one."""
        if self.setup.theme_origin not in (DEFAULT, REMEMBERED):
            self.notify(f"The next start has the theme of {self.setup.theme_origin}", markup=False)
        self.setup.remembered.keep_theme(theme.name)

    def action_command_palette(self) -> None:
        """Open the command palette."""
        if not isinstance(self.screen, CommandPalette):
            from workbench.ui.screens.palette import PaletteScreen  # deferred: a start does not need it

            self.push_screen(PaletteScreen(placeholder="Search for commands", id="--command-palette"))

    def search_themes(self) -> None:
        """Open the palette with the themes."""
        from workbench.ui.screens.palette import PaletteScreen  # deferred: a start does not need it

        self.push_screen(PaletteScreen(providers=[ThemeProvider], placeholder="Search for themes"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the keys of the help to the review screen, which has them from its keymap."""
        return action != "help_here" or not isinstance(self.screen, (ReviewScreen, CommandPalette))

    def action_help_quit(self) -> None:
        """Say what quits to who presses ctrl+c with nothing selected, as most programs end with it."""
        quits = self.setup.keymap.first("quit") or "ctrl+q"
        told = f"{quits} quits, everything is saved; ctrl+c copies what the mouse has selected"
        if isinstance(self.screen, ReviewScreen):
            self.screen.say(told)
        else:
            self.notify(f"esc leaves this screen; in the review {told}", markup=False, timeout=3)

    def action_help_here(self) -> None:
        """Show what the keys do on any other screen; on the help screen, leave it."""
        from workbench.ui.help_entries import entries_of_screen  # deferred: a start does not need it
        from workbench.ui.screens.help import HelpScreen

        if isinstance(self.screen, HelpScreen):
            self.screen.dismiss(None)
        else:
            self.push_screen(HelpScreen(entries_of_screen(self.screen)), run_chosen)


def run(review: Review, sessions: Sessions, notices: tuple[str, ...] = (), setup: Setup = PLAIN_SETUP) -> int:
    """Show a review until the user quits, and release it.

    Args:
        review: The open review.
        sessions: Opens others.
        notices: What the user has to know at the start, one line each.
        setup: What the screen is set to.

    Returns:
        The exit code.
    """
    if setup.settings.theme == NO_THEME:
        os.environ["NO_COLOR"] = "1"  # what Textual asks, and what the user's editor should know too
    elif "NO_COLOR" in os.environ:
        del os.environ["NO_COLOR"]  # empty, which means nothing to everybody but Textual
    sys.setswitchinterval(_TURN)
    app = WorkbenchApp(review, sessions, notices, setup)
    try:
        app.run()
    finally:
        app.review.close()
    return app.return_code or 0
