"""The system calls of the store, in one place, so that a test can fail, count or reorder them."""

import errno
import os
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows has none
    _FULL_SYNC = None
else:
    _FULL_SYNC = getattr(fcntl, "F_FULLFSYNC", None)

FILE_MODE = 0o600
_OPEN_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


class FileSystem:
    """Files and folders by plain system calls. All methods raise OSError."""

    def read(self, path: Path, limit: int = -1) -> bytes:
        """Return the bytes of a file, at most `limit` of them when it is not negative."""
        with path.open("rb") as file:
            return file.read(limit)

    def open(self, path: Path) -> int:
        """Open a file to read and write; create it, for its owner only, when it is not there."""
        return os.open(path, _OPEN_FLAGS, FILE_MODE)

    def write_at(self, descriptor: int, data: bytes, offset: int) -> None:
        """Write all bytes at an offset, in as many calls as the system needs: mostly one."""
        written = self._write_some(descriptor, data, offset)
        while written < len(data):
            written += self._write_some(descriptor, memoryview(data)[written:], offset + written)

    if hasattr(os, "pwrite"):

        def _write_some(self, descriptor: int, data: bytes | memoryview, offset: int) -> int:
            return os.pwrite(descriptor, data, offset)

    else:

        def _write_some(self, descriptor: int, data: bytes | memoryview, offset: int) -> int:
            os.lseek(descriptor, offset, os.SEEK_SET)  # one writer holds the lock, so nobody moves in between
            return os.write(descriptor, data)

    def truncate(self, descriptor: int, size: int) -> None:
        """Cut a file to a size in bytes."""
        os.ftruncate(descriptor, size)

    def sync(self, descriptor: int) -> None:
        """Make a file durable: its bytes, its size, and that it exists as an inode."""
        if _FULL_SYNC is not None:  # macOS: fsync stops at the drive's cache
            try:
                fcntl.fcntl(descriptor, _FULL_SYNC)
            except OSError as error:
                if error.errno not in (errno.ENOTSUP, errno.EINVAL, errno.ENOTTY):
                    raise
            else:
                return
        os.fsync(descriptor)

    def sync_data(self, descriptor: int) -> None:
        """Make the bytes of a file durable, and its size when it has changed."""
        if _FULL_SYNC is None and hasattr(os, "fdatasync"):
            os.fdatasync(descriptor)
        else:
            self.sync(descriptor)

    def sync_folder(self, folder: Path) -> None:
        """Make the names in a folder durable."""
        if os.name == "nt":  # folders cannot be opened there; renames are journaled
            return
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def close(self, descriptor: int) -> None:
        """Close a file."""
        os.close(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        """Rename a file over another, atomically."""
        source.replace(target)

    def link(self, source: Path, target: Path) -> None:
        """Give a file a second name."""
        target.hardlink_to(source)

    def unlink(self, path: Path) -> None:
        """Remove a name."""
        path.unlink()

    def remove_folder(self, folder: Path) -> None:
        """Remove an empty folder."""
        folder.rmdir()

    def names(self, folder: Path) -> list[str]:
        """Return the names in a folder, in any order."""
        return os.listdir(folder)  # noqa: PTH208 - four times as fast as building a Path for each

    def exists(self, path: Path) -> bool:
        """Tell whether there is a file of that name."""
        return path.exists()
