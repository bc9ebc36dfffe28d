"""A process that does one thing with a whole session and may be killed meanwhile; what may be there then."""

import sys
from collections.abc import Callable
from pathlib import Path

from tests.builders import the_ferry_session
from tests.storage.quick_disk import QuickDisk
from tests.storage.verdicts import a_verdict
from workbench.model.event import Event
from workbench.model.view import View
from workbench.storage.filesystem import FileSystem
from workbench.storage.keeper import Keeper
from workbench.storage.library import Library

VERDICTS = 3


def a_library(folder: Path, disk: FileSystem | None = None) -> Library:
    return Library(folder / "sessions", disk or QuickDisk())


def write_ferry(library: Library) -> list[Event]:
    """Write a session with a few verdicts; return them."""
    session = the_ferry_session()
    events = [a_verdict(claim.id) for claim in session.desk.claims]
    with library.create(session) as store:
        for event in events:
            store.append(event, View(claim=event.claim))
    return events


def events_of(library: Library, name: str) -> list[Event]:
    assert not [finding for finding in library.verify(name) if finding.severity == "error"]
    with library.open(name, readonly=True) as store:
        return store.load().session.events


CHANGES: dict[str, Callable[[Keeper, Path], object]] = {
    "rename": lambda keeper, folder: keeper.rename("ferry", "port"),
    "duplicate": lambda keeper, folder: keeper.duplicate("ferry", "port"),
    "delete": lambda keeper, folder: keeper.delete("ferry"),
    "restore": lambda keeper, folder: keeper.restore("gone"),
    "backup": lambda keeper, folder: keeper.backup("ferry", folder / "new.backup"),
    "restore a backup": lambda keeper, folder: keeper.restore_backup(folder / "ferry.backup", "port"),
}


def prepare(folder: Path) -> list[Event]:
    """Make a session, another one in the trash, and a backup."""
    folder.mkdir()
    library = a_library(folder)
    events = write_ferry(library)
    Keeper(library).duplicate("ferry", "gone")
    Keeper(library).delete("gone")
    Keeper(library).backup("ferry", folder / "ferry.backup")
    return events


State = tuple[list[str], list[str], bool]
"""Names of sessions, names in the trash, and whether the new backup is there."""

BEFORE: State = (["ferry"], ["gone"], False)
AFTER: dict[str, State] = {
    "rename": (["port"], ["gone"], False),
    "duplicate": (["ferry", "port"], ["gone"], False),
    "delete": ([], ["ferry", "gone"], False),
    "restore": (["ferry", "gone"], [], False),
    "backup": (["ferry"], ["gone"], True),
    "restore a backup": (["ferry", "port"], ["gone"], False),
}


def state_of(folder: Path) -> State:
    """Return what is there, each session and the backup found to be whole."""
    library = a_library(folder)
    for name in library.names():
        assert len(events_of(library, name)) == VERDICTS
    backup = folder / "new.backup"
    if backup.exists():
        with library.open(Keeper(library).restore_backup(backup, "of backup")) as store:
            assert len(store.load().session.events) == VERDICTS
        Keeper(library).delete("of backup")
    deleted = sorted(entry.name for entry in Keeper(library).deleted() if entry.name != "of backup")
    return library.names(), deleted, backup.exists()


def main(folder: str, what: str) -> None:
    """Say that all is ready, and do it."""
    keeper = Keeper(a_library(Path(folder), FileSystem()))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    CHANGES[what](keeper, Path(folder))


if __name__ == "__main__":
    main(*sys.argv[1:])
