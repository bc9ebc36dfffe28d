"""The version of the analysis, apart from the analysis itself: resuming a session needs only this."""

from typing import Final

VERSION: Final = "3"
"""It rises whenever the same article may give other claims."""
