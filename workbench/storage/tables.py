"""The tables of a session in memory: documents stay as JSON bytes until somebody reads them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

import msgspec

from workbench.errors import StoreError

Document: TypeAlias = dict[str, object]
"""What TinyDB stores: a JSON object."""


class Put(msgspec.Struct, frozen=True, array_like=True, tag="put"):
    """The document is there from now on, in place of an earlier one of that key."""

    table: str
    key: str
    document: msgspec.Raw


class Delete(msgspec.Struct, frozen=True, array_like=True, tag="del"):
    """The document is gone."""

    table: str
    key: str


class Clear(msgspec.Struct, frozen=True, array_like=True, tag="clr"):
    """The table is there and empty."""

    table: str


class Drop(msgspec.Struct, frozen=True, array_like=True, tag="drop"):
    """The table is gone."""

    table: str


Operation: TypeAlias = Put | Delete | Clear | Drop
"""One change. Whole documents, so that applying it twice is applying it once."""


class StoredTable(Mapping[str, Document]):
    """One table, by document key. Every reading decodes anew, so nobody can change what is stored in passing.

    Args:
        documents: JSON by key, in the order in which they were put.
    """

    __slots__ = ("_documents",)

    def __init__(self, documents: dict[str, msgspec.Raw]) -> None:
        self._documents = documents

    def __getitem__(self, key: str) -> Document:
        return decode_document(self._documents[key])

    def __iter__(self) -> Iterator[str]:
        return iter(self._documents)

    def __len__(self) -> int:
        return len(self._documents)

    def __contains__(self, key: object) -> bool:
        return key in self._documents

    def put(self, key: str, document: msgspec.Raw) -> None:
        """Store a document under a key."""
        self._documents[key] = document

    def delete(self, key: str) -> None:
        """Forget a document; nothing happens when it is not there."""
        self._documents.pop(key, None)

    def encoded(self) -> bytes:
        """Return the table as a JSON object."""
        return msgspec.json.encode(self._documents)

    def documents(self) -> list[msgspec.Raw]:
        """Return the JSON of the documents, in the order in which they were put."""
        return list(self._documents.values())


class Tables(dict[str, StoredTable]):
    """All tables by name."""

    def apply(self, operations: Iterable[Operation]) -> None:
        """Carry out changes in their order."""
        for operation in operations:
            if isinstance(operation, Put):
                self._table(operation.table).put(operation.key, operation.document)
            elif isinstance(operation, Delete):
                self._table(operation.table).delete(operation.key)
            elif isinstance(operation, Clear):
                self[operation.table] = StoredTable({})
            else:
                self.pop(operation.table, None)

    def _table(self, name: str) -> StoredTable:
        table = self.get(name)
        if table is None:
            table = self[name] = StoredTable({})
        return table


def decode_document(data: bytes | msgspec.Raw) -> Document:
    """Return a document from its JSON.

    Raises:
        msgspec.DecodeError: It is not a JSON object.
    """
    return _DOCUMENT.decode(data)


def encode_document(document: Mapping[str, object]) -> msgspec.Raw:
    """Return the JSON of a document; the document may change afterwards.

    Raises:
        TypeError: It holds what JSON cannot.
        StoreError: A text in it cannot be written in UTF-8.
    """
    return msgspec.Raw(encode(document))


def encode(value: object, *, sort_keys: bool = False) -> bytes:
    """Return the JSON of a value.

    Args:
        value: Anything that JSON can hold.
        sort_keys: Whether equal values must have equal bytes.

    Returns:
        JSON in UTF-8, without white space.

    Raises:
        TypeError: It holds what JSON cannot.
        StoreError: A text in it cannot be written in UTF-8.
    """
    try:
        return msgspec.json.encode(value, order="deterministic" if sort_keys else None)
    except UnicodeEncodeError as error:
        before = error.object[max(0, error.start - 20) : error.start]
        raise StoreError(
            f"a text holds half a surrogate pair, U+{ord(error.object[error.start]):04X}, after {before!r}",
            "read the source again with the right encoding",
        ) from error


_DOCUMENT = msgspec.json.Decoder(Document)
