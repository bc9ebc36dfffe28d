"""What `workbench sessions` does with whole sessions: rename, duplicate, delete, restore, back up."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import EXIT_DONE, SessionLockedError, UsageError, WorkbenchError
from workbench.model.display import displayable
from workbench.paths import Paths

if TYPE_CHECKING:
    from workbench.review.opening import Sessions
    from workbench.review.summary import Summary


def add_actions(sessions: argparse.ArgumentParser, everywhere: argparse.ArgumentParser) -> None:
    """Give the command `sessions` its actions; without one it lists the sessions.

    Args:
        sessions: The parser of the command.
        everywhere: The options that every command has.
    """
    actions = sessions.add_subparsers(title="actions", metavar="ACTION")

    def action(
        name: str, run: Callable[[argparse.Namespace, Paths], int], summary: str, *names: str
    ) -> argparse.ArgumentParser:
        added = actions.add_parser(name, help=summary, description=summary, parents=[everywhere])
        added.set_defaults(run=run)
        for each in names:
            added.add_argument(each.lower(), metavar=each)
        return added

    action("rename", run_rename, "give a session another name", "OLD", "NEW")
    action("duplicate", run_duplicate, "make a second session of the same content", "NAME", "NEW")
    action("delete", run_delete, "move a session to the trash, from where it can be restored", "NAME")
    trash = action("trash", run_trash, "list what can be restored")
    trash.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="as a JSON array")
    restore = action("restore", run_restore, "bring a session back from the trash, or from a backup")
    restore.add_argument(
        "name", metavar="NAME", nargs="?", default="", help="what it was called, or its id in the trash"
    )
    restore.add_argument(
        "--from", dest="file", metavar="FILE", default="", help="a backup, instead of the trash"
    )
    restore.add_argument(
        "--as", dest="new", metavar="NEW", default="", help="what to call it (else as it was called)"
    )
    action("backup", run_backup, "write everything of a session into one private file", "NAME", "FILE")


def run_list(options: argparse.Namespace, paths: Paths) -> int:
    """List the sessions; one that cannot be read is named, and the others are listed."""
    from workbench.cli_output import print_sessions  # deferred: 1 ms that other commands save

    sessions = _sessions(paths)
    readable: list[Summary] = []
    code = EXIT_DONE
    for name in sessions.library.names():
        try:
            readable.append(sessions.summary(name))
        except WorkbenchError as error:
            print(f"workbench: {displayable(str(error))}", file=sys.stderr)
            code = error.exit_code
    latest_first = sorted(readable, key=lambda summary: summary.updated_at, reverse=True)
    print_sessions(latest_first, as_json=options.json)
    return code


def run_rename(options: argparse.Namespace, paths: Paths) -> int:
    """Give a session another name."""
    _sessions(paths).keeper.rename(options.old, options.new)
    return _done(f"{options.old} is called {options.new} now")


def run_duplicate(options: argparse.Namespace, paths: Paths) -> int:
    """Make a second session of the same content."""
    remarks = _sessions(paths).keeper.duplicate(options.name, options.new)
    return _done(*remarks, f"{options.new} holds all that {options.name} holds")


def run_delete(options: argparse.Namespace, paths: Paths) -> int:
    """Move a session to the trash."""
    deleted = _sessions(paths).keeper.delete(options.name)
    return _done(
        f"{deleted.name} is in the trash: `workbench sessions restore '{deleted.id}'` brings it back"
    )


def run_trash(options: argparse.Namespace, paths: Paths) -> int:
    """List what can be restored."""
    from workbench.cli_output import print_deleted  # deferred: 1 ms that other commands save

    print_deleted(_sessions(paths).keeper.deleted(), as_json=options.json)
    return EXIT_DONE


def run_restore(options: argparse.Namespace, paths: Paths) -> int:
    """Bring a session back."""
    if bool(options.name) == bool(options.file):
        raise UsageError("name a session in the trash, or a backup with --from FILE", "one of the two")
    keeper = _sessions(paths).keeper
    if options.file:
        name = keeper.restore_backup(Path(options.file), options.new)
    else:
        name = keeper.restore(options.name, options.new)
    return _done(f"{name} is back")


def run_backup(options: argparse.Namespace, paths: Paths) -> int:
    """Write everything of a session into one file."""
    size, remarks = _sessions(paths).keeper.backup(options.name, Path(options.file))
    return _done(*remarks, f"{options.file}: {size:,} bytes, everything of {options.name}")


def wants_to_look(error: SessionLockedError) -> bool:
    """Say who has a session, and ask whether to open it read-only, where somebody can be asked.

    Args:
        error: Says who has it.

    Returns:
        Whether the answer is yes.
    """
    print(f"workbench: {displayable(error.message)}", file=sys.stderr)
    if not sys.stdin.isatty():
        print(f"workbench review --session '{error.session}' --read-only opens it meanwhile", file=sys.stderr)
        return False
    print("Open it read-only? [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def _sessions(paths: Paths) -> "Sessions":
    from workbench.review.opening import Sessions  # deferred: --help and usage errors need no storage

    return Sessions(paths)


def _done(*lines: str) -> int:
    """Say what was done: on stderr, since nothing of it is data."""
    for line in lines:
        print(displayable(line), file=sys.stderr)
    return EXIT_DONE
