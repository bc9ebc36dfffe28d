"""Dataclasses to documents and back. Nobody writes a `to_dict` by hand."""

from collections.abc import Sequence
from typing import Any, TypeVar

import msgspec

from workbench.errors import StoreError
from workbench.storage.tables import Document, StoredTable, encode

Model = TypeVar("Model")

_TOGETHER = 1_000
"""Documents decoded by one call, which keeps all other threads waiting: also the one that paints."""
_DECODERS: dict[Any, msgspec.json.Decoder[Any]] = {}


def to_document(value: object) -> Document:
    """Return a dataclass as a document: enumerations by value, dataclasses as objects.

    Args:
        value: An instance of a dataclass.

    Returns:
        The document.
    """
    document: Document = msgspec.to_builtins(value)
    return document


def decode_table(table: StoredTable | None, model: type[Model], name: str) -> list[Model]:
    """Return all documents of a table as dataclasses, in the order in which they were put.

    Fields that a document lacks have their defaults; fields that the dataclass lacks are passed over.

    Args:
        table: The table, or None.
        model: The dataclass.
        name: The table's name, for the message.

    Returns:
        The values.

    Raises:
        StoreError: A document does not fit; the message says where.
    """
    return decode_documents(table.documents(), model, name) if table else []


def decode_documents(documents: Sequence[msgspec.Raw], model: type[Model], name: str) -> list[Model]:
    """Return documents as dataclasses, in their order.

    Args:
        documents: The JSON of each.
        model: The dataclass.
        name: The table's name, for the message.

    Returns:
        The values.

    Raises:
        StoreError: A document does not fit; the message says where.
    """
    decoder = _DECODERS.get(model)
    if decoder is None:
        decoder = _DECODERS[model] = msgspec.json.Decoder(list[model])  # type: ignore[valid-type]  # known at run time only
    values: list[Model] = []
    for first in range(0, len(documents), _TOGETHER):
        try:
            values += decoder.decode(encode(documents[first : first + _TOGETHER]))
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            place = f"in the {_TOGETHER} documents after {first}" if first else ""
            raise StoreError(
                f"the table {name!r} cannot be read {place}: {error}".replace(" :", ":")
            ) from error
    return values
