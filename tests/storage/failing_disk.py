"""The real file system, without waiting for the disk, except that chosen system calls fail."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

from workbench.storage.filesystem import FileSystem

Rule = Callable[[str, int], int]
"""Given the name of a call and its number since the rule was set, an errno, or 0 to let it pass."""


def never(call: str, number: int) -> int:
    """Let every call pass."""
    return 0


def the_nth(position: int, code: int = errno.EIO) -> Rule:
    """Fail one call, whatever it is."""
    return lambda call, number: code if number == position else 0


def every(call_name: str, code: int = errno.EIO) -> Rule:
    """Fail each call of that name."""
    return lambda call, number: code if call == call_name else 0


def first(call_name: str, code: int = errno.EIO) -> Rule:
    """Fail the first call of that name."""
    seen: list[str] = []

    def rule(call: str, number: int) -> int:
        if call != call_name or seen:
            return 0
        seen.append(call)
        return code

    return rule


class FailingDisk(FileSystem):
    """Real files, a rule that says which call fails, and a count of calls.

    A write that fails has written half of its bytes, as a full disk does.
    """

    def __init__(self) -> None:
        self.calls = 0
        self._rule: Rule = never
        self.log: list[str] = []

    def fail(self, rule: Rule) -> None:
        """Fail by this rule from now on; calls are counted anew."""
        self._rule = rule
        self.calls = 0
        self.log = []

    def _call(self, name: str) -> None:
        self.log.append(name)
        number, self.calls = self.calls, self.calls + 1
        code = self._rule(name, number)
        if code:
            raise OSError(code, os.strerror(code))

    def open(self, path: Path) -> int:
        self._call("open")
        return super().open(path)

    def write_at(self, descriptor: int, data: bytes, offset: int) -> None:
        try:
            self._call("write_at")
        except OSError:
            super().write_at(descriptor, data[: len(data) // 2], offset)
            raise
        super().write_at(descriptor, data, offset)

    def truncate(self, descriptor: int, size: int) -> None:
        self._call("truncate")
        super().truncate(descriptor, size)

    def sync(self, descriptor: int) -> None:
        self._call("sync")

    def sync_data(self, descriptor: int) -> None:
        self._call("sync_data")

    def sync_folder(self, folder: Path) -> None:
        self._call("sync_folder")

    def close(self, descriptor: int) -> None:
        super().close(descriptor)
        self._call("close")

    def replace(self, source: Path, target: Path) -> None:
        self._call("replace")
        super().replace(source, target)

    def link(self, source: Path, target: Path) -> None:
        self._call("link")
        super().link(source, target)

    def unlink(self, path: Path) -> None:
        self._call("unlink")
        super().unlink(path)
