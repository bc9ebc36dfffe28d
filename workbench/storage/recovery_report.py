"""What was wrong with a session on disk, in words for the person who opens it."""

from collections.abc import Iterator

from workbench.storage.recovery import Piece, Recovered
from workbench.storage.snapshot import Standing


def describe(recovered: Recovered) -> tuple[str, ...]:
    """Say what was recovered, dropped or kept aside.

    Args:
        recovered: What was found on disk.

    Returns:
        One line each, losses first; empty when all was as the last life had left it.
    """
    return tuple(_lines(recovered))


def _lines(recovered: Recovered) -> Iterator[str]:
    for first, last in recovered.gaps:
        which = f"change {first} is" if first == last else f"changes {first} to {last} are"
        yield f"{which} missing from the journal"
    for piece in recovered.pieces:
        if not piece.at_end:
            yield f"{_bytes(piece)} are damaged; they are kept aside, and what follows them is used"
    for path in recovered.unreadable:
        yield f"{path.name} was damaged; it is kept aside"
    if recovered.used_earlier:
        yield "the session was rebuilt from the snapshot before the last one and the journal"
    if recovered.standing is Standing.MISMATCHED and not recovered.used_earlier:
        yield "the checksum of the snapshot does not hold, and no other leads here; a copy is kept aside"
    if recovered.standing is Standing.EDITED:
        yield "another program has changed the snapshot; its version is used"
    for piece in recovered.pieces:
        if piece.at_end:
            yield f"a write that was cut short was dropped ({_bytes(piece)}); it had not been confirmed"
    if recovered.forks:
        yield f"two programs have written at once, without a working lock; all is kept: {recovered.forks}"


def _bytes(piece: Piece) -> str:
    return f"{len(piece.content)} bytes of {piece.segment.path.name}"
