"""The version of what is stored, and the way from each version to the next."""

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import msgspec

Data: TypeAlias = dict[str, dict[str, dict[str, Any]]]
"""All tables as TinyDB has them: name to document number to document."""

SESSION_TABLE = "session"
SESSION_NUMBER = "1"
"""Where the version is stored: in the field `schema` of this document."""


class Migration(msgspec.Struct, frozen=True):
    """The way from one version to the next. A new field with a default needs none."""

    name: str
    """What it does, for a person to read."""
    change: Callable[[Data], Data]
    """A pure function. It leaves stored events as they are: their hashes are over what was written."""


MIGRATIONS: tuple[Migration, ...] = ()
"""All migrations in their order: the first leads from version 1 to version 2."""

SCHEMA = 1 + len(MIGRATIONS)
"""The version that this program writes."""


def migrate(data: Data, version: int, migrations: Sequence[Migration] = MIGRATIONS) -> Data:
    """Lead data to the newest version.

    Args:
        data: The tables; they stay as they are.
        version: The version that they are in, from 1.
        migrations: All migrations in their order.

    Returns:
        New tables, stamped with the newest version.
    """
    for migration in migrations[version - 1 :]:
        data = migration.change(data)
    stamped = {**data[SESSION_TABLE][SESSION_NUMBER], "schema": max(version, 1 + len(migrations))}
    return {**data, SESSION_TABLE: {**data[SESSION_TABLE], SESSION_NUMBER: stamped}}
