"""The time, as events record it."""

from datetime import UTC, datetime


def now() -> str:
    """Return the present moment, ISO 8601 in UTC with milliseconds: `2026-02-12T09:30:00.000Z`."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").removesuffix("+00:00") + "Z"
