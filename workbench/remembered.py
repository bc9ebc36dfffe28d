"""What the screen remembers of its user outside of any session: the theme, and that the tour was seen."""

import os
from contextlib import suppress
from pathlib import Path

from workbench.paths import make_private

_LONGEST = 100
"""Characters of a remembered word at most; a longer file is none of ours."""


class Remembered:
    """A few words in files of their own, each replaced whole. A disk that refuses them is no matter.

    Args:
        folder: The data folder; None to remember nothing.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    @property
    def theme(self) -> str:
        """The theme that was chosen on the screen; empty for none."""
        return self._read(".theme")

    def keep_theme(self, name: str) -> bool:
        """Remember a theme, and tell whether the disk took it."""
        return self._write(".theme", name)

    def wants_tour(self, sessions: Path) -> bool:
        """Tell whether this is the first start: no tour was shown yet, and there is no session.

        Args:
            sessions: The folder of the sessions.
        """
        if self._folder is None or self._read(".tour"):
            return False
        try:
            with os.scandir(sessions) as entries:
                return not any(entry.is_dir() for entry in entries)
        except OSError:
            return True

    def keep_tour(self) -> None:
        """Remember that the tour was shown."""
        self._write(".tour", "seen")

    def _read(self, name: str) -> str:
        if self._folder is None:
            return ""
        try:
            text = (self._folder / name).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return ""
        return text.strip() if len(text) <= _LONGEST else ""

    def _write(self, name: str, word: str) -> bool:
        if self._folder is None:
            return False
        part = self._folder / f"{name}.{os.getpid()}"
        try:
            make_private(self._folder)
            part.write_text(f"{word}\n", encoding="utf-8")
            part.replace(self._folder / name)
        except OSError:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            return False
        return True
