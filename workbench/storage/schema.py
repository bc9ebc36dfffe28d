"""The version of what is stored, and the way from each version to the next."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

SCHEMA = 1
"""The version that this program writes."""

Data: TypeAlias = dict[str, dict[str, Any]]
"""All tables as TinyDB has them: name to document number to document."""


@dataclass(frozen=True, slots=True)
class Migration:
    """The way from one version to the next. A new field with a default needs none."""

    version: int
    """The version that it leads to."""
    name: str
    """What it does, for a person to read."""
    change: Callable[[Data], Data]
    """A pure function. It leaves stored events as they are: their hashes are over what was written."""


MIGRATIONS: tuple[Migration, ...] = ()
"""All migrations, the first one leading to version 2."""


def migrate(data: Data, version: int, migrations: Sequence[Migration] = MIGRATIONS) -> Data:
    """Lead data to the newest version.

    Args:
        data: The tables.
        version: The version that they are in.
        migrations: The migrations, by rising version.

    Returns:
        New tables; `data` is unchanged when no migration applies.
    """
    for migration in migrations:
        if migration.version > version:
            data = migration.change(data)
    return data
