"""TinyDB's table over a journal: a write touches the documents it changes, and no others."""

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from tinydb.queries import QueryLike
from tinydb.table import Table

from workbench.storage.tables import (
    Clear,
    Delete,
    Document,
    Operation,
    Put,
    StoredTable,
    encode_document,
)

if TYPE_CHECKING:
    from workbench.storage.tinydb_storage import JournalStorage

Fields: TypeAlias = Mapping[str, Any] | Callable[[MutableMapping[str, Any]], None]
"""What TinyDB takes as an update: fields, or a function that changes a document in place."""


class TableChange(MutableMapping[int, Document]):
    """What TinyDB's updaters work on: a table by number, as a copy of what is touched.

    Args:
        stored: The table as it is, or None.
    """

    def __init__(self, stored: StoredTable | None) -> None:
        self._exists = stored is not None
        self._stored = stored if stored is not None else StoredTable({})
        self._changed: dict[int, Document | None] = {}
        self._cleared = False

    def __getitem__(self, number: int) -> Document:
        if number in self._changed:
            document = self._changed[number]
            if document is None:
                raise KeyError(number)
            return document
        if self._cleared:
            raise KeyError(number)
        document = self._changed[number] = self._stored[str(number)]
        return document

    def __setitem__(self, number: int, document: Document) -> None:
        self._changed[number] = document

    def __delitem__(self, number: int) -> None:
        if number not in self:
            raise KeyError(number)
        self._changed[number] = None

    def __contains__(self, number: object) -> bool:
        if number in self._changed:
            return self._changed[number] is not None
        return not self._cleared and str(number) in self._stored

    def __iter__(self) -> Iterator[int]:
        stored = () if self._cleared else tuple(map(int, self._stored))
        yield from (number for number in stored if number in self)
        before = set(stored)
        changed = [number for number, document in self._changed.items() if document is not None]
        yield from (number for number in changed if number not in before)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def clear(self) -> None:
        """Remove all documents."""
        self._cleared = True
        self._changed = {}

    def operations(self, name: str) -> list[Operation]:
        """Return the operations that make the change.

        Raises:
            TypeError: A document holds what JSON cannot.
            StoreError: A text cannot be written in UTF-8.
        """
        operations: list[Operation] = [] if self._exists and not self._cleared else [Clear(name)]
        for number, document in self._changed.items():
            key = str(number)
            is_stored = key in self._stored and not self._cleared
            if document is not None:
                if not is_stored or self._stored[key] != document:
                    operations.append(Put(name, key, encode_document(document)))
            elif is_stored:
                operations.append(Delete(name, key))
        return operations


class JournalTable(Table):
    """A table whose writes cost the same at every size. Queries read all of it, as in any TinyDB."""

    @property
    def _journal_storage(self) -> "JournalStorage":
        return cast("JournalStorage", self._storage)

    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        stored = self._journal_storage.table(self.name)
        # TinyDB only reads what it gets here, and a mapping that decodes on reading is enough for that
        return cast("dict[str, Mapping[str, Any]]", stored if stored is not None else {})

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        change = TableChange(self._journal_storage.table(self.name))
        updater(change)
        self._journal_storage.commit(change.operations(self.name))
        self.clear_cache()

    def _numbers_where(self, condition: QueryLike | None) -> list[int]:
        table = self._read_table()
        if condition is None:
            return list(map(int, table))
        return [int(key) for key, document in table.items() if condition(document)]

    def update(
        self,
        fields: Fields,
        cond: QueryLike | None = None,
        doc_ids: Iterable[int] | None = None,
    ) -> list[int]:
        """Update documents as TinyDB does, without copying those that the condition leaves alone."""
        return super().update(fields, doc_ids=self._numbers_where(cond) if doc_ids is None else doc_ids)

    def update_multiple(self, updates: Iterable[tuple[Fields, QueryLike]]) -> list[int]:
        """Update documents as TinyDB does: each pair meets what the pairs before it have made."""
        pairs = list(updates)
        touched: list[int] = []

        def update_those_that_match(table: TableChange) -> None:
            for number in self._numbers_where(lambda document: any(cond(document) for _, cond in pairs)):
                for fields, condition in pairs:
                    if condition(table[number]):
                        touched.append(number)
                        if callable(fields):
                            fields(table[number])
                        else:
                            table[number].update(fields)

        self._update_table(update_those_that_match)
        return touched

    def remove(self, cond: QueryLike | None = None, doc_ids: Iterable[int] | None = None) -> list[int]:
        """Remove documents as TinyDB does, without copying those that the condition leaves alone."""
        if doc_ids is None and cond is not None:
            doc_ids = self._numbers_where(cond)
        return super().remove(doc_ids=doc_ids)

    def put(self, document: Mapping[str, Any], number: int) -> None:
        """Store a document under a number, in place of the one that is there, without looking at it.

        Raises:
            StoreError: As `JournalStorage.commit`.
        """
        self._journal_storage.commit([Put(self.name, str(number), encode_document(document))])
        self.clear_cache()

    def insert(self, document: Mapping[str, Any]) -> int:
        """Insert a document as TinyDB does, without looking for the highest id after each."""
        known = cast("int | None", self._next_id)
        number = super().insert(document)
        if known is not None:
            self._next_id = max(known, number + 1)  # type: ignore[assignment]  # TinyDB infers None
        return number
