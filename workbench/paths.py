"""Where sessions, settings and logs live: platform folders, or one home folder for all of them."""

import os
from dataclasses import dataclass
from pathlib import Path

from workbench.errors import UsageError

APP = "workbench"
HOME_VARIABLE = "WORKBENCH_HOME"


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders of one user."""

    data: Path
    """Holds `sessions/`."""
    config: Path
    """Holds `config.toml` and the user's own tables."""
    logs: Path
    """Holds the log files."""

    @property
    def sessions(self) -> Path:
        """The folder that holds one folder a session."""
        return self.data / "sessions"


def find_paths(home: str | None = None) -> Paths:
    """Choose the folders; nothing is created.

    Args:
        home: The value of `--home`. Without it `WORKBENCH_HOME` counts, then the platform's folders.

    Returns:
        The folders, absolute.

    Raises:
        UsageError: The home of a user is meant who does not exist.
    """
    chosen = home or os.environ.get(HOME_VARIABLE)
    if chosen:
        try:
            root = Path(chosen).expanduser().absolute()
        except RuntimeError as error:
            raise UsageError(f"{chosen}: {str(error).rstrip('.')}", "name a folder") from error
        return Paths(data=root, config=root / "config", logs=root / "logs")
    import platformdirs  # deferred: 3 ms that a start with a home does not need

    dirs = platformdirs.PlatformDirs(APP, appauthor=False)
    return Paths(
        data=Path(dirs.user_data_dir), config=Path(dirs.user_config_dir), logs=Path(dirs.user_log_dir)
    )


def make_private(folder: Path) -> Path:
    """Create a folder that only its owner can enter.

    Args:
        folder: The folder; missing parents are made too, with the same mode.

    Returns:
        The folder.

    Raises:
        OSError: It cannot be made.
    """
    if folder.is_dir():
        return folder
    if not folder.parent.is_dir():
        make_private(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder
