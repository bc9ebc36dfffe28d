"""The journal of one session: a commit is on disk before it is visible, and costs the same at every size."""

import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from workbench.errors import StoreError, StoreFailedError, StoreReadOnlyError
from workbench.storage.collection_pause import paused_collections
from workbench.storage.compaction import compact, write_first_snapshots
from workbench.storage.disk_errors import explained, says_full, says_read_only
from workbench.storage.entries import encode_commit, encode_header, encode_passing
from workbench.storage.filesystem import FileSystem
from workbench.storage.growth import is_worth_a_snapshot_at_the_end, is_worth_a_snapshot_at_the_opening
from workbench.storage.recovery import Recovered, recover, recover_beside_writer
from workbench.storage.repair import repair
from workbench.storage.segment import Segment
from workbench.storage.snapshot import Standing
from workbench.storage.tables import Operation, Put, Tables


class Journal:
    """Tables in memory, and the files that hold them.

    Args:
        path: The snapshot; everything else lies beside it, under names that begin with its name.
        readonly: Whether to leave the disk alone.
        files: The file system.
        may_write: Asked once about what was read, before anything changes on disk; no means read only.

    Raises:
        StoreError: The files cannot be read.
    """

    def __init__(
        self,
        path: Path,
        *,
        readonly: bool = False,
        files: FileSystem | None = None,
        may_write: Callable[[Tables], bool] | None = None,
    ) -> None:
        self.path = path
        self._files = files or FileSystem()
        self._lock = threading.RLock()
        self._segment: Segment | None = None
        self._failure = ""
        self._is_closed = False
        self.recovered = self._recover(beside_writer=readonly)
        self.tables: Tables = self.recovered.tables
        self.sequence = self.recovered.sequence
        self._known_tags = {segment.tag for segment in self.recovered.segments}
        self._last_passing = self.recovered.last_passing
        self._passing_targets: list[tuple[str, str]] = []
        self._snapshot_size = self.recovered.snapshot_size
        self._closed_size = self.recovered.journal_size
        self._closed_segments = self.recovered.journal_segments
        self._is_current_trusted = self.recovered.standing in (Standing.INTACT, Standing.EDITED)
        self.readonly = readonly or (may_write is not None and not may_write(self.tables))
        if not self.readonly:
            self._put_in_order()

    def commit(self, operations: Sequence[Operation]) -> None:
        """Make changes durable, all or none, then visible.

        Args:
            operations: The changes.

        Raises:
            StoreFullError: There is no room; nothing has changed, and the call may be repeated.
            StoreFailedError: The disk failed; the journal takes no more changes.
            StoreReadOnlyError: Nothing may be written there.
        """
        with self._lock:
            self._refuse_unless_writable()
            data = encode_commit(self.sequence + 1, operations)
            self._write_durably(data)
            self.sequence += 1
            self.tables.apply(operations)

    def pass_on(self, operations: Sequence[Operation]) -> None:
        """Write changes without waiting for the disk: they survive the end of the process, not a power cut.

        Args:
            operations: The changes; each is durable after the next commit.

        Raises:
            StoreError: As for `commit`.
        """
        with self._lock:
            self._refuse_unless_writable()
            self._last_passing = max(self._last_passing + 1, time.time_ns())
            data = encode_passing(self.sequence, self._last_passing, operations)
            targets = [(change.table, change.key) for change in operations if isinstance(change, Put)]
            replaces = targets == self._passing_targets and len(targets) == len(operations)
            self._passing_targets = targets
            try:
                self._current_segment().write_passing(data, replaces=replaces)
            except OSError as error:
                if says_full(error):
                    self._take_back()
                else:
                    self._abandon_segment()
                raise explained(error) from error
            self.tables.apply(operations)

    def is_worth_compacting(self) -> bool:
        """Tell whether a snapshot would make the next opening faster."""
        live = self._segment.size if self._segment else 0
        segments = self._closed_segments + bool(live)
        return is_worth_a_snapshot_at_the_end(self._closed_size + live, segments, self._snapshot_size)

    def compact(self) -> None:
        """Put everything into a new snapshot, and drop the segments that two snapshots contain.

        Raises:
            StoreError: It could not be done; the old snapshot and the journal are as they were.
        """
        with self._lock:
            self._refuse_unless_writable()
            try:
                self._retire_segment()
                self._snapshot_size = compact(
                    self._files,
                    self.path,
                    self.tables,
                    self.sequence,
                    self._known_tags,
                    keep=self._is_current_trusted,
                )
            except OSError as error:
                raise explained(error) from error
            self._is_current_trusted = True
            self._closed_size = self._closed_segments = 0

    def found(self, tables: Tables) -> None:
        """Begin a new session: two snapshots, so that one may be damaged from the first day.

        Raises:
            StoreError: They could not be written.
        """
        try:
            self._snapshot_size = write_first_snapshots(self._files, self.path, tables)
        except OSError as error:
            raise explained(error) from error
        self.tables = tables
        self._is_current_trusted = True

    def close(self) -> None:
        """Make all durable and close the files; nothing can be written afterwards."""
        with self._lock:
            self._is_closed = True
            try:
                self._retire_segment()
            except OSError:
                return  # every commit is on disk already; what follows the last one is a place on the screen

    def _recover(self, *, beside_writer: bool) -> Recovered:
        try:
            with paused_collections():
                recovered = (recover_beside_writer if beside_writer else recover)(self._files, self.path)
        except OSError as error:
            raise StoreError(f"{self.path}: cannot be read: {error.strerror}") from error
        if recovered.is_hopeless:
            damaged = " and ".join(path.name for path in recovered.unreadable)
            raise StoreError(f"{self.path.parent}: {damaged} cannot be read", "nothing there was changed")
        return recovered

    def _put_in_order(self) -> None:
        try:
            repair(self._files, self.path, self.recovered)
        except OSError as error:
            if says_full(error):
                return  # nothing can be kept aside, so nothing is put in its place
            raise explained(error) from error
        grown = (self._closed_size, self._closed_segments, self._snapshot_size)
        if not self.recovered.is_clean or is_worth_a_snapshot_at_the_opening(*grown):
            with suppress(StoreError):  # the same recovery happens at the next opening
                self.compact()

    def _refuse_unless_writable(self) -> None:
        if self._is_closed:
            raise StoreError(f"{self.path.parent.name}: the session is closed")
        if self.readonly:
            raise StoreReadOnlyError(f"{self.path.parent.name}: open for reading only")
        if self._failure:
            raise StoreFailedError(self._failure, "what was saved before is safe; open the session again")

    def _current_segment(self) -> Segment:
        if self._segment is None:
            header = encode_header(self.sequence)
            self._segment = Segment(self._files, self.path, self.sequence + 1, header)
            self._known_tags.add(self._segment.name.tag)
        return self._segment

    def _write_durably(self, data: bytes) -> None:
        try:
            segment = self._current_segment()
            segment.write(data)
        except OSError as error:
            if says_full(error):
                self._take_back()
                raise explained(error) from error
            segment = self._write_to_fresh_segment(data, error)
        else:
            try:
                segment.sync()
            except OSError as error:
                segment = self._write_to_fresh_segment(data, error)
        segment.accept()

    def _write_to_fresh_segment(self, data: bytes, cause: OSError) -> Segment:
        """After an error the kernel may have dropped what was written: that file is never trusted again."""
        self._abandon_segment()
        try:
            segment = self._current_segment()
            segment.write(data)
            segment.sync()
        except OSError as error:
            self._abandon_segment()
            if says_full(error) or says_read_only(error):
                raise explained(error) from cause
            self._failure = (
                f"{self.path.parent.name}: the disk does not take what is written: {error.strerror}"
            )
            raise StoreFailedError(self._failure) from cause
        return segment

    def _take_back(self) -> None:
        if self._segment is None:
            return
        try:
            self._segment.take_back()
        except OSError:
            self._abandon_segment()

    def _abandon_segment(self) -> None:
        if self._segment is not None:
            self._segment.abandon()
            self._count_closed(self._segment)
            self._segment = None

    def _retire_segment(self) -> None:
        if self._segment is None:
            return
        segment, self._segment = self._segment, None
        self._count_closed(segment)
        segment.close()

    def _count_closed(self, segment: Segment) -> None:
        self._closed_size += segment.size
        self._closed_segments += 1
