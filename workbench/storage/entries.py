"""What the records of a journal say: the JSON inside the frames."""

from collections.abc import Sequence

import msgspec

from workbench.storage.records import frame
from workbench.storage.tables import Operation

FORMAT = 1
PASSING_STEP = 256
"""Bytes: the lengths of changes that were not waited for are multiples of it."""


class Entry(msgspec.Struct, frozen=True, omit_defaults=True):
    """One record: the header of a segment, a commit, or a change that was not waited for."""

    format: int = 0
    """In a header: the format of the segment; else 0."""
    base: int = -1
    """In a header: the number of the last record before the segment; else -1."""
    sequence: int = msgspec.field(default=0, name="s")
    """In a commit: its number, counted from 1; else 0."""
    after: int = -1
    """In a change that was not waited for: the number of the commit that it follows; else -1."""
    at: int = 0
    """In a change that was not waited for: when, nanoseconds, rising; of two the later one counts."""
    operations: list[Operation] = msgspec.field(default_factory=list, name="o")
    """The changes, in their order."""


def encode_header(base: int) -> bytes:
    """Return the first record of a segment, framed."""
    return frame(_ENCODER.encode(Entry(format=FORMAT, base=base)))


def encode_commit(sequence: int, operations: Sequence[Operation]) -> bytes:
    """Return a commit, framed."""
    return frame(_ENCODER.encode(Entry(sequence=sequence, operations=list(operations))))


def encode_passing(after: int, at: int, operations: Sequence[Operation]) -> bytes:
    """Return a change that was not waited for, framed and filled up, so that many have the same length."""
    body = _ENCODER.encode(Entry(after=after, at=at, operations=list(operations)))
    return frame(body.ljust(-len(body) % PASSING_STEP + len(body)))


def decode_entry(body: bytes) -> Entry | None:
    """Return the entry, or None when a body whose checksum holds says nothing that is known here."""
    try:
        return _DECODER.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Entry)
