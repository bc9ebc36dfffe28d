"""Journal segments: the file that one life of the program appends to, and never trusts after an error."""

import os
import re
from pathlib import Path

import msgspec

from workbench.storage.disk_errors import says_full
from workbench.storage.filesystem import FileSystem

SEGMENT_MARK = ".j-"
ROOM_AHEAD = 256 * 1024
"""Bytes written ahead as zeros: then a commit changes no inode, and costs one flush of the drive, not two."""
_NAME = re.compile(r"(\d{15})-([0-9a-f]+)")


class SegmentName(msgspec.Struct, frozen=True, order=True):
    """A segment on disk."""

    first: int
    """The number of the first record that may be in it."""
    tag: str
    """Random, so that two lives never write the same file."""
    path: Path
    """Where it lies."""


def find_segments(files: FileSystem, snapshot: Path) -> list[SegmentName]:
    """Return the segments that lie beside a snapshot, in the order of their records."""
    prefix = snapshot.name + SEGMENT_MARK
    found = []
    for name in files.names(snapshot.parent):
        match = _NAME.fullmatch(name.removeprefix(prefix)) if name.startswith(prefix) else None
        if match:
            found.append(SegmentName(int(match[1]), match[2], snapshot.parent / name))
    return sorted(found)


class Segment:
    """A segment that is being written.

    Bytes count as written only once `accept` was called: until then `take_back` removes them.

    Args:
        files: The file system.
        snapshot: The snapshot beside which it lies.
        first: The number of the first record that will be in it.
        header: Its first bytes.

    Raises:
        OSError: It cannot be created; nothing is left of it.
    """

    def __init__(self, files: FileSystem, snapshot: Path, first: int, header: bytes) -> None:
        tag = os.urandom(4).hex()
        path = snapshot.parent / f"{snapshot.name}{SEGMENT_MARK}{first:015d}-{tag}"
        self.name = SegmentName(first, tag, path)
        self._files = files
        self._descriptor = files.open(path)
        self._end = self._size = 0
        self._written = 0
        self._passing: list[tuple[int, int]] = []
        self._durable_as_file = False
        try:
            self.write(header)
        except OSError:
            self.abandon()
            raise
        self.accept()

    @property
    def size(self) -> int:
        """The bytes of the header and the records in it."""
        return self._end

    def write(self, data: bytes) -> None:
        """Write bytes after those that were accepted."""
        if self._end + len(data) >= self._size:  # a zero at the end says that nobody has closed it
            self._make_room(len(data))
        self._files.write_at(self._descriptor, data, self._end)
        self._written = len(data)

    def write_passing(self, data: bytes, *, replaces: bool) -> None:
        """Write and accept a change that nobody waits for.

        Of changes that replace each other two are kept, in turn, so that one is always whole, and a cursor
        that moves all day does not make the segment longer.

        Args:
            data: The record, framed.
            replaces: Whether it says all that the change before it has said.
        """
        if not replaces:
            self._passing = []
        if len(self._passing) == 2 and self._passing[0][1] == len(data):
            offset = self._passing[0][0]
            self._files.write_at(self._descriptor, data, offset)
            kept = self._passing[1:]
        else:
            offset, kept = self._end, self._passing[-1:]
            self.write(data)
            self.accept()
        self._passing = [*kept, (offset, len(data))]

    def sync(self) -> None:
        """Make what was written durable, and with the first call that the file exists."""
        if self._durable_as_file:
            self._files.sync_data(self._descriptor)
            return
        self._files.sync(self._descriptor)
        self._files.sync_folder(self.name.path.parent)
        self._durable_as_file = True

    def accept(self) -> None:
        """Count what was written as part of the segment."""
        self._end += self._written
        self._written = 0
        self._passing = []

    def take_back(self) -> None:
        """Cut off what was written and not accepted, so that the next record follows the last good one."""
        self._written = 0
        self._files.truncate(self._descriptor, self._end)
        self._size = self._end

    def close(self) -> None:
        """Cut off the room written ahead, make the rest durable, and close the file."""
        try:
            self._files.truncate(self._descriptor, self._end)
            self._files.sync(self._descriptor)
        finally:
            self._files.close(self._descriptor)

    def abandon(self) -> None:
        """Close the file after an error, without what was not accepted as far as the disk still obeys."""
        try:
            try:
                self._files.truncate(self._descriptor, self._end)
            finally:
                self._files.close(self._descriptor)
            if self._end == 0:
                self._files.unlink(self.name.path)
        except OSError:
            return  # a torn record at the end of a segment that nobody continues does no harm

    def _make_room(self, needed: int) -> None:
        room = max(ROOM_AHEAD, needed)
        try:
            self._files.write_at(self._descriptor, b"\0" * room, self._size)
        except OSError as error:
            if not says_full(error):
                raise
            self._files.truncate(
                self._descriptor, self._size
            )  # there may still be room for the record itself
            room = needed
        self._size += room
