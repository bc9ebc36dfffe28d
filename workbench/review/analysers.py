"""The analyser of this process: its tables are read once, and not before somebody needs it."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.analysis.analyser import Analyser


@cache
def analyser(tables: Path | None) -> "Analyser":
    """Return the analyser that reads with some tables.

    Args:
        tables: The folder of the user's word lists, or None.

    Raises:
        ConfigError: A table of the user's is broken.
    """
    from workbench.analysis.analyser import Analyser  # deferred: 40 ms that a review without edits saves

    return Analyser(tables)
