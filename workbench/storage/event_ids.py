"""Event ids: made by the client, unique everywhere, rising with time."""

import os
import re
import threading
import time

from workbench.errors import StoreError

_RANDOM_BITS = 74
_LOW_BITS = 62
_VERSION = 7 << 76
_ID = re.compile(r"[0-9a-f]{32}")
_VARIANT = 2 << _LOW_BITS

_lock = threading.Lock()
_last = 0


def new_event_id() -> str:
    """Make a UUIDv7 (RFC 9562, 5.7) that is greater than every earlier one of this process.

    Within one millisecond, and when the clock steps back, the random part counts on (RFC 9562, 6.2).

    Returns:
        32 hexadecimal digits.
    """
    global _last
    milliseconds = time.time_ns() // 1_000_000
    random = int.from_bytes(os.urandom(10), "big") >> (80 - _RANDOM_BITS)
    with _lock:
        _last = value = max(milliseconds << _RANDOM_BITS | random, _last + 1)
    low = value & ((1 << _LOW_BITS) - 1)
    middle = value >> _LOW_BITS & 0xFFF
    stamp = value >> _RANDOM_BITS
    return f"{stamp << 80 | _VERSION | middle << 64 | _VARIANT | low:032x}"


def document_number(event_id: str) -> int:
    """Return the TinyDB document id of an event: the integer of its UUID.

    Two stores can then be united document by document, and the same event written twice is one.

    Raises:
        StoreError: The id is not one of 32 hexadecimal digits.
    """
    if not _ID.fullmatch(event_id):
        raise StoreError(f"{event_id!r} is not the id of an event: 32 hexadecimal digits")
    return int(event_id, 16)
