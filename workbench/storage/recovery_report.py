"""What was wrong with a session on disk, in words for the person who opens it."""

from collections.abc import Iterator

import msgspec

from workbench.storage.journal_reading import Piece
from workbench.storage.recovery import Recovered
from workbench.storage.snapshot import Standing


class Remark(msgspec.Struct, frozen=True):
    """One thing that was not as the last life had left it."""

    line: str
    """What, for a person to read."""
    is_harm: bool
    """Whether something is damaged or missing that had been stored."""


def describe(recovered: Recovered, *, kept_aside: bool) -> tuple[str, ...]:
    """Say what was recovered, dropped or kept aside.

    Args:
        recovered: What was found on disk.
        kept_aside: Whether what is damaged has been kept aside, as an opening for writing does.

    Returns:
        One line each, losses first; empty when all was as the last life had left it.
    """
    lines = [remark.line for remark in remarks(recovered)]
    is_damaged = recovered.pieces or recovered.mended or recovered.unreadable
    if kept_aside and (is_damaged or recovered.standing is Standing.MISMATCHED):
        lines.append("what was damaged is kept beside the session, in files with .damaged- in their names")
    return tuple(lines)


def remarks(recovered: Recovered) -> Iterator[Remark]:
    """Yield what was not as the last life had left it, losses first."""
    yield from _losses(recovered)
    yield from _snapshot_remarks(recovered)
    for piece in recovered.mended:
        yield Remark(f"a damaged byte among {_bytes(piece)} was restored by its checksum", is_harm=True)
    for piece in recovered.pieces:
        if piece.at_end:
            cut = f"a write that was cut short was dropped ({_bytes(piece)}); it had not been confirmed"
            yield Remark(cut, is_harm=False)
    if recovered.forks:
        numbers = ", ".join(map(str, recovered.forks))
        both = f"two programs have written at once, without a working lock; all is kept: changes {numbers}"
        yield Remark(both, is_harm=False)


def _losses(recovered: Recovered) -> Iterator[Remark]:
    for first, last in recovered.gaps:
        which = f"change {first} is" if first == last else f"changes {first} to {last} are"
        yield Remark(f"{which} missing from the journal", is_harm=True)
    for piece in recovered.pieces:
        if not piece.at_end:
            yield Remark(f"{_bytes(piece)} are damaged; what follows them is used", is_harm=True)


def _snapshot_remarks(recovered: Recovered) -> Iterator[Remark]:
    for path in recovered.unreadable:
        yield Remark(f"{path.name} is damaged", is_harm=True)
    is_mismatched = recovered.standing is Standing.MISMATCHED
    if is_mismatched and recovered.used_earlier:
        yield Remark("the checksum of the snapshot does not hold", is_harm=True)
    elif is_mismatched:
        no_other = "the checksum of the snapshot does not hold; it is used because no other leads here"
        yield Remark(no_other, is_harm=True)
    if recovered.used_earlier:
        rebuilt = "the session was rebuilt from the snapshot before the last one and the journal"
        yield Remark(rebuilt, is_harm=False)
    if recovered.standing is Standing.EDITED:
        yield Remark("another program has changed the snapshot; its version is used", is_harm=False)


def _bytes(piece: Piece) -> str:
    return f"{len(piece.content)} bytes of {piece.segment.path.name}"
