"""What the screen is set to: settings, keys, and what is remembered of its user."""

from dataclasses import dataclass, field

from workbench.config import DEFAULT, Settings
from workbench.remembered import Remembered
from workbench.ui.keymap import DEFAULT_KEYMAP, Keymap


@dataclass(frozen=True, slots=True)
class Setup:
    """One user's screen; as it stands, that of a user who has set nothing."""

    settings: Settings = field(default_factory=Settings)
    """What the user has set."""
    keymap: Keymap = DEFAULT_KEYMAP
    """The keys of the commands."""
    remembered: Remembered = field(default_factory=lambda: Remembered(None))
    """What outlives a start without being part of a session."""
    theme_origin: str = DEFAULT
    """Where the theme comes from, to say when choosing another one will not last."""
    first_start: bool = False
    """Whether to show the tour."""


PLAIN_SETUP = Setup()
