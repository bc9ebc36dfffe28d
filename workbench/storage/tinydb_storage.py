"""TinyDB on the journal: an ordinary database whose writes are durable and cost the same at every size."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from tinydb import TinyDB
from tinydb.storages import Storage

from workbench.storage.filesystem import FileSystem
from workbench.storage.journal import Journal
from workbench.storage.snapshot import META
from workbench.storage.tables import (
    Clear,
    Delete,
    Document,
    Drop,
    Operation,
    Put,
    StoredTable,
    Tables,
    decode_document,
    encode_document,
)
from workbench.storage.tinydb_table import JournalTable


class JournalStorage(Storage):
    """TinyDB's storage protocol over a journal.

    `read` and `write` serve TinyDB's own tables: right, but as slow as the session is long. `JournalTable`
    goes past them.

    Args:
        path: The snapshot.
        readonly: Whether to leave the disk alone.
        files: The file system.
        may_write: Asked once about what was read, before anything changes on disk; no means read only.

    Raises:
        StoreError: The files cannot be read.
    """

    def __init__(
        self,
        path: str | Path,
        *,
        readonly: bool = False,
        files: FileSystem | None = None,
        may_write: Callable[[Tables], bool] | None = None,
    ) -> None:
        super().__init__()
        self.journal = Journal(Path(path), readonly=readonly, files=files, may_write=may_write)
        self._together: list[Operation] | None = None

    def table(self, name: str) -> StoredTable | None:
        """Return a table as it is stored, or None."""
        return self.journal.tables.get(name)

    def commit(self, operations: Sequence[Operation]) -> None:
        """Make changes durable, or hold them back until the block of `together` ends.

        Raises:
            StoreError: As `Journal.commit`.
        """
        if self._together is not None:
            self._together.extend(operations)
        elif operations:
            self.journal.commit(operations)

    @contextmanager
    def together(self, *, durable: bool = True) -> Iterator[None]:
        """Make all writes in the block one commit: all of them or none.

        Inside the block reading shows what was there before it. A block that raises writes nothing.

        Args:
            durable: Whether to wait for the disk.

        Raises:
            StoreError: As `Journal.commit`.
        """
        operations: list[Operation] = []
        self._together = operations
        try:
            yield
        finally:
            self._together = None
        if operations:
            (self.journal.commit if durable else self.journal.pass_on)(operations)

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Return a copy of all tables, or None when there are none."""
        tables = self.journal.tables
        return {name: dict(table) for name, table in tables.items()} if tables else None

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Store all tables: what differs from what is stored becomes one commit."""
        stored = self.journal.tables
        operations: list[Operation] = [Drop(name) for name in stored.keys() - data.keys()]
        for name, documents in data.items():
            if name != META:
                operations.extend(_difference(name, stored.get(name), documents))
        self.commit(operations)

    def replace(self, data: dict[str, dict[str, Any]]) -> None:
        """Store all tables as `write` does; when reading only, show them without storing them."""
        if self.journal.readonly:
            self.journal.tables = Tables(
                (name, StoredTable({key: encode_document(document) for key, document in documents.items()}))
                for name, documents in data.items()
            )
        else:
            self.write(data)

    def close(self) -> None:
        """Close the files."""
        self.journal.close()


class JournalDatabase(TinyDB):
    """A TinyDB whose every write is one durable record."""

    table_class = JournalTable
    default_storage_class = JournalStorage  # type: ignore[assignment]  # TinyDB types it as its own

    def journal_table(self, name: str) -> JournalTable:
        """Return a table, as what it is."""
        return cast(JournalTable, self.table(name))

    @property
    def journal_storage(self) -> JournalStorage:
        """The storage, as what it is."""
        return cast(JournalStorage, self.storage)


def _difference(name: str, stored: StoredTable | None, documents: dict[str, Document]) -> Iterator[Operation]:
    if stored is None:
        stored = StoredTable({})
        yield Clear(name)
    for key in stored.keys() - documents.keys():
        yield Delete(name, key)
    for key, document in documents.items():
        encoded = encode_document(document)
        if key not in stored or stored[key] != decode_document(encoded):
            yield Put(name, key, encoded)
