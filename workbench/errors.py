"""The errors a user can meet, each with a title, a message of one line, a hint and an exit code."""

from typing import ClassVar, Final

EXIT_DONE: Final = 0
EXIT_NO: Final = 1
EXIT_BAD_INPUT: Final = 2
EXIT_INTERRUPTED: Final = 130


class WorkbenchError(Exception):
    """Something a user can mend, or at least has to know.

    Args:
        message: One line naming the file or value and what is wrong with it.
        hint: What to do about it, one line, or empty.
    """

    title: ClassVar[str] = "Workbench"
    exit_code: ClassVar[int] = EXIT_BAD_INPUT

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        """Return the message and the hint on one line."""
        return f"{self.message} ({self.hint})" if self.hint else self.message


class SourceError(WorkbenchError):
    """A source cannot be read as an article."""

    title = "Cannot read this source"


class StoreError(WorkbenchError):
    """A session cannot be read from, or written to, the disk."""

    title = "The session store"


class StoreFullError(StoreError):
    """The disk is full: nothing was acknowledged, and the same write may be tried again."""

    title = "The disk is full"


class StoreFailedError(StoreError):
    """The disk failed: the session stays readable and takes no more changes."""

    title = "The disk failed"


class StoreReadOnlyError(StoreError):
    """The session is open for reading only."""

    title = "Read only"


class SessionLockedError(StoreError):
    """Another process has the session open."""

    title = "The session is in use"
    session: str = ""
    """The name of the session."""


class SessionNotFoundError(StoreError):
    """No session has this name."""

    title = "No such session"


class SpanError(WorkbenchError):
    """A span cannot be edited so."""

    title = "Spans"


class ReportError(WorkbenchError):
    """A report cannot be read back."""

    title = "The report"


class ComparisonError(WorkbenchError):
    """The articles of a session cannot be compared."""

    title = "Comparing the articles"


class ConfigError(WorkbenchError):
    """A settings file or table has an unknown key or a bad value."""

    title = "Settings"


class UsageError(WorkbenchError):
    """The command line or the terminal does not fit the command."""

    title = "Usage"
