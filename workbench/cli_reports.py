"""Reports on the command line: `export` writes one, `import` brings the decisions of one back in."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from workbench.cli_progress import progress_on_terminal
from workbench.errors import EXIT_DONE, EXIT_NO, ReportError
from workbench.model.display import displayable
from workbench.paths import Paths

_Run = Callable[[argparse.Namespace, Paths], int]


def add_reports(command: Callable[[str, _Run, str], argparse.ArgumentParser]) -> None:
    """Give the command line its commands about reports.

    Args:
        command: Adds a command by its name, what runs it, and a summary.
    """
    export = command("export", run_export, "write a report; stdout when no file is named")
    export.add_argument("session", metavar="SESSION")
    export.add_argument("--format", choices=("md", "jsonl"), default="md")
    export.add_argument("--output", metavar="FILE", default="", help="written whole or not at all")

    bring = command("import", run_import, "bring decisions back in")
    bring.add_argument("session", metavar="SESSION")
    bring.add_argument(
        "file", metavar="FILE", help="what export --format jsonl has written; - for standard input"
    )
    bring.add_argument(
        "--overrule", action="store_true", help="let the file count where something else is decided here"
    )
    bring.add_argument(
        "--reviewer", metavar="NAME", default="", help="who brings it in (else your login name)"
    )


def run_export(options: argparse.Namespace, paths: Paths) -> int:
    """Write a report."""
    from workbench.review.exporting import report, write_report
    from workbench.review.opening import Sessions
    from workbench.review.relating import compared

    sessions = Sessions(paths)
    session = sessions.session(options.session)
    with progress_on_terminal() as progress:
        between = compared(session, sessions.tables, progress)
    if options.output:
        write_report(session, between, options.format, Path(options.output))
    else:
        for part in report(session, between, options.format):
            sys.stdout.write(part)
    return EXIT_DONE


def run_import(options: argparse.Namespace, paths: Paths) -> int:
    """Bring the decisions of a JSONL report into a session, and say what became of them."""
    from workbench.reports.jsonl_reading import read_jsonl_report
    from workbench.review.importing import bring_in
    from workbench.review.opening import Sessions
    from workbench.review.review import Review

    sessions = Sessions(paths)
    reported = list(read_jsonl_report(_lines_of(options.file), options.file))
    # not Sessions.resume: what is resumed next stays what the reviewer had open last
    review = Review(sessions.library.open(options.session), options.reviewer.strip() or login_name())
    try:
        became = bring_in(review, reported, sessions.tables, overrule=options.overrule)
    finally:
        review.close()
    for what, lines in (("kept as it is here", became.kept), ("left out", became.strays)):
        for line in lines:
            _say(f"{options.file}: {what}: {line}")
    if became.kept:
        _say("--overrule lets the file count where something else is decided here")
    _say(
        f"{options.session}: claims: {became.changed} changed, {became.unchanged} unchanged, "
        f"{len(became.kept)} kept, {len(became.strays)} left out; relations: {became.related} changed"
    )
    return EXIT_DONE if became.changed or became.unchanged or became.related or became.kept else EXIT_NO


def login_name() -> str:
    """Return what the reviewer is called where nobody says it."""
    import getpass  # deferred: 1 ms that the other commands save

    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "reviewer"


def _lines_of(name: str) -> list[bytes]:
    try:
        content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise ReportError(f"{name}: cannot be read: {error.strerror}") from error
    return content.split(b"\n")


def _say(line: str) -> None:
    print(displayable(line), file=sys.stderr)
