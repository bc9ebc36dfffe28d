"""Event ids: made by the client, unique everywhere, rising with time."""

import os
import re
import threading
import time

from workbench.errors import StoreError

_ID = re.compile(r"[0-9a-f]{32}")

_lock = threading.Lock()
_last = ""


def new_event_id() -> str:
    """Make a UUIDv7 (RFC 9562, 5.7) that is greater than every earlier one of this process.

    Within one millisecond, and when the clock steps back, the last one counts on (RFC 9562, 6.2).

    Returns:
        32 hexadecimal digits.
    """
    global _last
    random = os.urandom(9).hex()
    made = f"{time.time_ns() // 1_000_000:012x}7{random[:3]}8{random[3:]}"
    with _lock:
        _last = made = made if made > _last else _following(_last)
    return made


def _following(event_id: str) -> str:
    """Return the next id: its version and variant stay, all other digits count."""
    digits = int(event_id[:12] + event_id[13:16] + event_id[17:], 16) + 1
    counted = f"{digits:030x}"
    return f"{counted[:12]}7{counted[12:15]}8{counted[15:]}"


def document_number(event_id: str) -> int:
    """Return the TinyDB document id of an event: the integer of its UUID.

    Two stores can then be united document by document, and the same event written twice is one.

    Raises:
        StoreError: The id is not one of 32 hexadecimal digits.
    """
    if not _ID.fullmatch(event_id):
        raise StoreError(f"{event_id!r} is not the id of an event: 32 hexadecimal digits")
    return int(event_id, 16)
