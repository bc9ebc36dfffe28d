"""How far a session is, for the lists of sessions."""

from dataclasses import dataclass

from workbench.model.progress import Progress


@dataclass(frozen=True, slots=True)
class Summary:
    """How far one session is."""

    name: str
    """The session's name."""
    articles: int
    """How many articles it holds."""
    progress: Progress
    """How many claims stand where."""
    updated_at: str
    """When the last decision was made, or the session began; ISO 8601 in UTC."""
