"""When a journal has grown so long that a snapshot should take its place.

Never while a reviewer works. Ten hours of a decision every two seconds are 18,000 decisions: 16 MB that cost
the next opening 0.15 s. At its end a session has time, and a session that was never ended (a kill, a closed
window) has it at the next opening: there a snapshot of as much costs 40 to 90 ms, once.
"""

WORTHWHILE_SIZE = 256 * 1024
"""Bytes of journal below which a snapshot saves the next opening nothing that anybody could notice."""
WORTHWHILE_SEGMENTS = 16
"""Segments, one a life, above which they are put into a snapshot however small they are."""
UNENDED_SIZE = 4 * 1024 * 1024
"""Bytes of journal, of lives without an end, that an opening puts up with."""
UNENDED_SEGMENTS = 16
"""Segments, of lives without an end, that an opening puts up with: each costs it 1 ms."""


def is_worth_a_snapshot_at_the_end(size: int, segments: int, snapshot: int) -> bool:
    """Tell whether a snapshot would make the next opening faster.

    Args:
        size: Bytes of the journal.
        segments: How many segments they lie in.
        snapshot: Bytes of the snapshot: a journal shorter than it can wait, since both are read at once.
    """
    return size > max(WORTHWHILE_SIZE, snapshot) or segments > WORTHWHILE_SEGMENTS


def is_worth_a_snapshot_at_the_opening(size: int, segments: int, snapshot: int) -> bool:
    """Tell whether lives that nobody has ended make every opening slow.

    Args:
        size: Bytes of the journal.
        segments: How many segments they lie in.
        snapshot: Bytes of the snapshot.
    """
    return size > max(UNENDED_SIZE, snapshot) or segments > UNENDED_SEGMENTS
