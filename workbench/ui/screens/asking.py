"""A screen that asks for a line now and then, in the place of its keys."""

from textual.screen import Screen

from workbench.ui.widgets.key_bar import KeyBar
from workbench.ui.widgets.prompt_bar import PromptBar


class AskingScreen(Screen[None]):
    """Lets a line be typed while its keys are hidden."""

    keys: KeyBar
    """The line of keys at the foot."""
    prompt: PromptBar | None = None
    """The line that is being typed into."""

    def ask(self, purpose: str, label: str, value: str = "") -> None:
        """Ask for a line, in the place of the keys.

        Args:
            purpose: What is asked for: the messages about the line name it.
            label: What the reviewer reads before the line.
            value: What stands in the line at first.
        """
        self.prompt = PromptBar(purpose, label, value)
        self.keys.display = False
        self.mount(self.prompt)

    def stop_asking(self) -> None:
        """Take the line away again."""
        if self.prompt is not None:
            self.prompt.remove()
            self.prompt = None
            self.keys.display = True
            self.set_focus(None)
