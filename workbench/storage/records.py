"""Frames of the journal: one line a record, with a length and a checksum, found again after damage."""

import re
import zlib
from collections.abc import Iterator

import msgspec

_FRAME_HEAD = re.compile(rb"([0-9a-f]{8}) (\d{1,9}) ")
_LOOKS_LIKE_RECORD = re.compile(rb'[0-9a-f]{8} \d{1,9} \{"')
_ZERO_STEP = 65_536


class Record(msgspec.Struct, frozen=True):
    """A record whose checksum holds."""

    offset: int
    """Where its frame begins, in bytes."""
    end: int
    """One past its newline."""
    body: bytes
    """The JSON in it."""


class Damage(msgspec.Struct, frozen=True):
    """A run of bytes that is no record."""

    offset: int
    """The first byte."""
    end: int
    """One past the last byte."""


def frame(body: bytes) -> bytes:
    """Frame a body: CRC-32 in hexadecimal, length in bytes, the body, a newline."""
    return b"%08x %d %b\n" % (zlib.crc32(body), len(body), body)


def scan(buffer: bytes) -> Iterator[Record | Damage]:
    """Read the records of a journal segment, and what lies between them.

    After damage the scan goes on at the next thing that looks like a record. Quotes inside JSON
    strings are escaped, so no text can look like one. Zeros at the end are room written ahead.

    Args:
        buffer: The bytes of the segment.

    Yields:
        Records and damage in the order of their offsets.
    """
    offset, size = 0, len(buffer)
    while offset < size:
        if buffer[offset] == 0:
            end = _end_of_zeros(buffer, offset)
            if end < size:
                yield Damage(offset, end)
            offset = end
            continue
        record = _record_at(buffer, offset)
        if record is not None:
            body, end = record
            yield Record(offset, end, body)
        else:
            end = _end_of_damage(buffer, offset)
            if buffer[offset:end].strip(b"\n"):
                yield Damage(offset, end)
        offset = end


def _record_at(buffer: bytes, offset: int) -> tuple[bytes, int] | None:
    head = _FRAME_HEAD.match(buffer, offset)
    if head is None:
        return None
    end = head.end() + int(head[2])
    body = buffer[head.end() : end]
    if end > len(buffer) or zlib.crc32(body) != int(head[1], 16):
        return None
    # the newline is for people: a flipped one must not cost the record before or after it
    return body, end + 1 if buffer[end : end + 1] == b"\n" else end


def _end_of_zeros(buffer: bytes, offset: int) -> int:
    while offset < len(buffer) and not buffer[offset : offset + _ZERO_STEP].strip(b"\0"):
        offset += _ZERO_STEP
    if offset >= len(buffer):
        return len(buffer)
    rest = buffer[offset : offset + _ZERO_STEP]
    return offset + len(rest) - len(rest.lstrip(b"\0"))


def _end_of_damage(buffer: bytes, offset: int) -> int:
    following = _LOOKS_LIKE_RECORD.search(buffer, offset + 1)
    end = following.start() if following else len(buffer)
    zeros = buffer.find(b"\0", offset, end)  # a torn record before the room written ahead
    return zeros if zeros > offset else end
