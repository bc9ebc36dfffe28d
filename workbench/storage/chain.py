"""The hash chain over the events: each stored event holds the hash of the one before, and its own."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from workbench.storage.tables import Document, encode

NO_EVENT = "0" * 64
"""What the first event holds as the hash of the one before."""


class ChainEnd(msgspec.Struct, frozen=True):
    """Where the chain ends: kept apart from the events, so that a missing last event is noticed."""

    events: int = 0
    """How many events there are."""
    last: str = NO_EVENT
    """The hash of the last one."""


class Break(msgspec.Struct, frozen=True):
    """A place where the chain does not hold."""

    number: int
    """The number of the event, counted from 1."""
    event: str
    """The id of the event."""
    problem: str
    """What is wrong with it, for a person to read."""


def link(document: Mapping[str, object], end: ChainEnd) -> tuple[Document, ChainEnd]:
    """Chain an event to the ones before.

    Args:
        document: The event as a document.
        end: Where the chain ends.

    Returns:
        The document with the hash of the event before (`previous`) and its own (`hash`), and the new end.

    Raises:
        StoreError: A text in it cannot be written in UTF-8.
    """
    linked: Document = {**document, "previous": end.last}
    linked["hash"] = own = _digest(linked)
    return linked, ChainEnd(end.events + 1, own)


def own_hash(document: Mapping[str, object]) -> str:
    """Return the SHA-256 of an event: of its JSON with sorted keys, with `previous`, without `hash`."""
    return _digest({key: value for key, value in document.items() if key != "hash"})


def _digest(content: Document) -> str:
    import hashlib  # deferred: 2 ms of a start, which reads the chain's end and no more

    return hashlib.sha256(encode(content, sort_keys=True)).hexdigest()


def find_breaks(documents: Iterable[Mapping[str, object]], end: ChainEnd) -> Iterator[Break]:
    """Follow the chain.

    Args:
        documents: The stored events, in their order.
        end: Where the chain is said to end.

    Yields:
        The places where it does not hold, first to last.
    """
    number, previous, event = 0, NO_EVENT, ""
    for number, document in enumerate(documents, start=1):
        event = str(document.get("id", ""))
        if own_hash(document) != document.get("hash"):
            yield Break(number, event, "it was altered")
        elif document.get("previous") != previous:
            yield Break(
                number, event, "it does not follow the event before: one is missing, or they were reordered"
            )
        previous = str(document.get("hash", ""))
    if number != end.events:
        yield Break(number, event, f"it is the last of {number}, but {end.events} were stored")
    elif previous != end.last:
        yield Break(number, event, "it is not the event that was stored last")
