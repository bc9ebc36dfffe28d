"""Restoring a record in which a single byte has changed: its checksum says which one, and to what."""

import re
import zlib

_TABLE = [zlib.crc32(bytes([byte])) ^ zlib.crc32(b"\0") for byte in range(256)]
"""What a wrong last byte does to a CRC-32, by the bits that are wrong in it."""
_WRONG_BITS = {effect: bits for bits, effect in enumerate(_TABLE) if bits}
_BY_HIGH_BYTE = {effect >> 24: bits for bits, effect in enumerate(_TABLE)}
_HEAD = re.compile(rb"([0-9a-f]{8}) (\d{1,9}) ")
_CHECKSUM_DIGITS = 8


def mend(damaged: bytes) -> bytes | None:
    """Restore the body of a record in which one byte is wrong.

    Args:
        damaged: The frame, from its first byte; bytes after it do no harm.

    Returns:
        The body, or None when no single byte explains the damage.
    """
    head = _HEAD.match(damaged)
    if head is not None:
        body = damaged[head.end() : head.end() + int(head[2])]
        if len(body) == int(head[2]):
            mended = _with_byte_restored(body, int(head[1], 16))
            if mended is not None:
                return mended
    return _with_head_ignored(damaged)


def _with_byte_restored(body: bytes, checksum: int) -> bytes | None:
    """Find the wrong byte by running the CRC backwards from the end.

    The difference of two CRCs of equal length depends on the differing bits alone. A wrong byte leaves
    one of 255 differences when it is the last one; each byte after it shifts the difference once more.
    """
    difference = zlib.crc32(body) ^ checksum
    for position in range(len(body) - 1, -1, -1):
        bits = _WRONG_BITS.get(difference)
        if bits is not None:
            return body[:position] + bytes([body[position] ^ bits]) + body[position + 1 :]
        shifted = _BY_HIGH_BYTE[difference >> 24]
        difference = ((difference ^ _TABLE[shifted]) << 8 | shifted) & 0xFFFF_FFFF
    return None


def _with_head_ignored(damaged: bytes) -> bytes | None:
    body = damaged[damaged.find(b'{"', _CHECKSUM_DIGITS) : damaged.rfind(b"}") + 1]
    stored, computed = damaged[:_CHECKSUM_DIGITS], b"%08x" % zlib.crc32(body)
    wrong_digits = sum(a != b for a, b in zip(stored, computed, strict=False))
    return body if body and len(stored) == _CHECKSUM_DIGITS and wrong_digits <= 1 else None
