"""Bringing a session that an older Workbench has written up to date, as one commit."""

from collections.abc import Sequence

from workbench.storage.contents import read_record
from workbench.storage.schema import MIGRATIONS, Migration, migrate
from workbench.storage.tinydb_storage import JournalStorage


def bring_up_to_date(storage: JournalStorage, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Migrate what is stored; without leave to write, only what is shown.

    Args:
        storage: The session's tables.
        migrations: All migrations in their order.

    Raises:
        StoreError: It is not a session, or the change cannot be written.
    """
    version = read_record(storage.journal.tables).schema
    if version <= len(migrations):
        storage.replace(migrate(storage.read() or {}, version, migrations))
