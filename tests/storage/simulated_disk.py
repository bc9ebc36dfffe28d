"""A disk in memory that forgets, at a power cut, what nobody waited for."""

import random
from dataclasses import dataclass, field
from pathlib import Path

from workbench.storage.filesystem import FileSystem

SECTOR = 512


@dataclass(eq=False)
class Inode:
    cached: bytearray = field(default_factory=bytearray)
    durable: bytes = b""
    unsynced: list[tuple[int, int]] = field(default_factory=list)

    def lose_power(self, chance: random.Random) -> None:
        """Keep what was synced, and of what was not any sectors, written whole or not at all."""
        if not self.unsynced:
            return
        size = max(len(self.durable), chance.choice([len(self.durable), len(self.cached)]))
        if len(self.cached) < len(self.durable):
            size = chance.choice([len(self.cached), len(self.durable)])
        survivor = bytearray(self.durable[:size].ljust(size, b"\0"))
        for start, end in self.unsynced:
            for sector in range(start // SECTOR, (end + SECTOR - 1) // SECTOR):
                if chance.random() < 0.5:
                    piece = self.cached[sector * SECTOR : (sector + 1) * SECTOR]
                    survivor[sector * SECTOR : sector * SECTOR + len(piece)] = piece
        self.cached = survivor[:size]
        self.durable = bytes(self.cached)
        self.unsynced = []


class SimulatedDisk(FileSystem):
    """Files of one folder. Syncing can be switched off, to show that the tests would notice."""

    def __init__(self, *, syncs_files: bool = True, syncs_folder: bool = True) -> None:
        self.files: dict[str, Inode] = {}
        self._durable_names: dict[str, Inode] = {}
        self._name_changes: list[tuple[str, Inode | None]] = []
        self._open: dict[int, Inode] = {}
        self._descriptors = 2
        self._syncs_files = syncs_files
        self._syncs_folder = syncs_folder
        self.calls_left = -1

    def kill(self) -> None:
        """End the process: its files are closed, what it wrote stays in the memory of the kernel."""
        self._open = {}
        self.calls_left = -1

    def cut_power(self, chance: random.Random) -> None:
        """Forget what was not synced, each sector and each change of a name by chance."""
        self.kill()
        for name, inode in self._name_changes:
            if chance.random() < 0.5:
                if inode is None:
                    self._durable_names.pop(name, None)
                else:
                    self._durable_names[name] = inode
        self._name_changes = []
        for inode in {id(inode): inode for inode in self._durable_names.values()}.values():
            inode.lose_power(chance)
        self.files = dict(self._durable_names)

    def _count_call(self) -> None:
        if self.calls_left == 0:
            raise ProcessKilled
        self.calls_left -= 1

    def _name(self, path: Path, inode: Inode | None) -> None:
        if inode is None:
            self.files.pop(path.name)
        else:
            self.files[path.name] = inode
        self._name_changes.append((path.name, inode))

    def _find(self, path: Path) -> Inode:
        if path.name not in self.files:
            raise FileNotFoundError(2, "No such file", str(path))
        return self.files[path.name]

    def read(self, path: Path, limit: int = -1) -> bytes:
        content = bytes(self._find(path).cached)
        return content if limit < 0 else content[:limit]

    def open(self, path: Path) -> int:
        self._count_call()
        if path.name not in self.files:
            self._name(path, Inode())
        self._descriptors += 1
        self._open[self._descriptors] = self.files[path.name]
        return self._descriptors

    def write_at(self, descriptor: int, data: bytes, offset: int) -> None:
        self._count_call()
        inode = self._open[descriptor]
        inode.cached.extend(b"\0" * (offset - len(inode.cached)))
        inode.cached[offset : offset + len(data)] = data
        inode.unsynced.append((offset, offset + len(data)))

    def truncate(self, descriptor: int, size: int) -> None:
        self._count_call()
        inode = self._open[descriptor]
        inode.unsynced.append((min(size, len(inode.cached)), max(size, len(inode.cached))))
        inode.cached = inode.cached[:size].ljust(size, b"\0")

    def sync(self, descriptor: int) -> None:
        self._count_call()
        if self._syncs_files:
            inode = self._open[descriptor]
            inode.durable = bytes(inode.cached)
            inode.unsynced = []

    def sync_data(self, descriptor: int) -> None:
        self.sync(descriptor)

    def sync_folder(self, folder: Path) -> None:
        self._count_call()
        if self._syncs_folder:
            self._durable_names = dict(self.files)
            self._name_changes = []

    def close(self, descriptor: int) -> None:
        self._open.pop(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        self._count_call()
        inode = self._find(source)
        self._name(target, inode)
        self._name(source, None)

    def link(self, source: Path, target: Path) -> None:
        self._count_call()
        if target.name in self.files:
            raise FileExistsError(17, "File exists", str(target))
        self._name(target, self._find(source))

    def unlink(self, path: Path) -> None:
        self._count_call()
        self._find(path)
        self._name(path, None)

    def names(self, folder: Path) -> list[str]:
        return list(self.files)

    def exists(self, path: Path) -> bool:
        return path.name in self.files


class ProcessKilled(BaseException):
    """The simulated process ends here; nothing in it may catch this."""
