"""The command line: argparse only; Textual is imported when the review screen opens, and not before."""

import argparse
import gc
import io
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NoReturn

from workbench import __version__
from workbench.cli_progress import progress_on_terminal
from workbench.cli_reports import add_reports, login_name
from workbench.cli_sessions import add_actions, run_list, wants_to_look
from workbench.cli_sources import run_claims, run_compare
from workbench.errors import (
    EXIT_BAD_INPUT,
    EXIT_DONE,
    EXIT_INTERRUPTED,
    EXIT_NO,
    SessionLockedError,
    UsageError,
    WorkbenchError,
)
from workbench.model.display import displayable
from workbench.paths import HOME_VARIABLE, Paths, find_paths
from workbench.resources import seeds_folder

if TYPE_CHECKING:
    from workbench.cli_config import Chosen
    from workbench.review.intake import Report
    from workbench.review.opening import Opened, Sessions

EPILOG = """\
Without a command the last session is resumed; where there is none, the sample articles are opened.
stdout is data, stderr is for messages. Exit codes: 0 done; 1 the answer is no; 2 bad usage or bad
input; 130 interrupted.
"""


_SOURCE = "a text or Markdown file, a folder of them, or - for standard input"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program.

    Args:
        arguments: The command line without the program's name; None for that of the process.

    Returns:
        The exit code.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    try:
        parser = build_parser()
        options = parser.parse_args(_with_command(list(sys.argv[1:] if arguments is None else arguments)))
        run: Callable[[argparse.Namespace, Paths], int] = options.run
        code = run(options, find_paths(getattr(options, "home", None)))
        sys.stdout.flush()
        return code
    except WorkbenchError as error:
        print(f"workbench: {_one_line(str(error))}", file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        # The reader of stdout has gone: nothing more can be said there, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_INTERRUPTED
    except OSError as error:
        print(f"workbench: {_one_line(str(error))}", file=sys.stderr)
        return EXIT_BAD_INPUT


class _Parser(argparse.ArgumentParser):
    """Raises what argparse would print in two lines."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(message, f"{self.prog} --help tells more")


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    everywhere = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    everywhere.add_argument(
        "--home",
        metavar="DIR",
        help=f"where sessions live (or {HOME_VARIABLE}; else the platform's data folder)",
    )
    parser = _Parser(
        prog="workbench",
        description="Read articles side by side, decide claim by claim, leave with a report.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[everywhere],
    )
    parser.add_argument("--version", action="version", version=f"workbench {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def command(
        name: str, run: Callable[[argparse.Namespace, Paths], int], summary: str
    ) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=summary, description=summary, parents=[everywhere])
        added.set_defaults(run=run)
        return added

    def settable(added: argparse.ArgumentParser) -> argparse.ArgumentParser:
        added.add_argument(
            "--reviewer", metavar="NAME", default="", help="who decides (else your login name)"
        )
        added.add_argument(
            "--theme", metavar="NAME", default="", help="dark, light, terminal, none or another"
        )
        added.add_argument("--ascii", action="store_true", help="draw with ASCII signs")
        return added

    review = command("review", run_review, "open or resume a session in the terminal UI")
    review.add_argument("sources", nargs="*", metavar="SOURCE", help=_SOURCE)
    review.add_argument("--session", metavar="NAME", default="", help="the session to open or begin")
    settable(review)
    review.add_argument(
        "--analyse-again", action="store_true", help="find the claims anew, keeping every decision"
    )
    review.add_argument("--read-only", action="store_true", help="look without changing anything")

    sessions = command("sessions", run_list, "list, rename, duplicate, delete, restore, back up sessions")
    sessions.add_argument("--json", action="store_true", help="as a JSON array")
    add_actions(sessions, everywhere)

    claims = command("claims", run_claims, "claims of the sources, no session, no UI")
    claims.add_argument("sources", nargs="+", metavar="SOURCE", help=_SOURCE)
    claims.add_argument("--format", choices=("table", "jsonl"), default="table")
    claims.add_argument(
        "--jobs", type=_jobs, default=1, metavar="N", help="processes at work (1; 0 for one a core)"
    )

    compare = command("compare", run_compare, "relations between the sources' claims")
    compare.add_argument("sources", nargs="+", metavar="SOURCE", help=_SOURCE)
    compare.add_argument("--format", choices=("table", "jsonl"), default="table")

    add_reports(command)

    verify = command("verify", run_verify, "check store, hashes, spans; exit 0 or 1")
    verify.add_argument("session", metavar="SESSION")

    settable(command("config", run_config, "every setting: its value, its default, where it comes from"))
    command("paths", run_paths, "where data, config and logs live")
    return parser


def run_review(options: argparse.Namespace, paths: Paths) -> int:
    """Open a session in the terminal."""
    if (
        not sys.__stderr__
        or not sys.__stderr__.isatty()
        or not (sys.stdin.isatty() or "-" in options.sources)
    ):
        raise UsageError("the review screen needs a terminal", "in a pipe use claims or export")
    chosen = _chosen(options, paths)
    chosen.refuse_faults()
    gc.disable()  # until the first paint: collections cost 30 ms of a start, and find nothing
    reviewer = chosen.configuration.settings.reviewer
    try:
        opened, sessions = _open_at_terminal(options, paths, reviewer)
    except SessionLockedError as error:
        if options.analyse_again:
            raise
        if not wants_to_look(error):
            return error.exit_code
        options.session, options.sources, options.read_only = error.session, [], True
        opened, sessions = _open_at_terminal(options, paths, reviewer)
    if "-" in options.sources:
        os.dup2(os.open("/dev/tty", os.O_RDWR), sys.stdin.fileno())
    from workbench.ui.app import run  # deferred: Textual costs 120 ms, and only this command needs it

    return run(opened.review, sessions, opened.notices, chosen.setup)


def _chosen(options: argparse.Namespace, paths: Paths) -> "Chosen":
    from workbench.cli_config import choose  # deferred: the other commands have no settings

    named = {"theme": options.theme, "ascii": options.ascii, "reviewer": options.reviewer.strip()}
    return choose(paths, named)


def _open_at_terminal(
    options: argparse.Namespace, paths: Paths, reviewer: str
) -> tuple["Opened", "Sessions"]:
    with progress_on_terminal() as report:
        opened, sessions = _open(options, paths, report, reviewer)
        return (sessions.analyse_again(opened) if options.analyse_again else opened), sessions


def _open(
    options: argparse.Namespace, paths: Paths, report: "Report", reviewer: str
) -> tuple["Opened", "Sessions"]:
    from workbench.review.opening import Sessions

    sessions = Sessions(paths, report)
    reviewer = reviewer.strip() or login_name()
    sources = options.sources
    name = options.session or ("" if sources else sessions.library.last() or "")
    if sources and not options.read_only:
        return sessions.begin(sources, reviewer, name), sessions
    if name:
        return sessions.resume(name, reviewer, readonly=options.read_only, at_cursor=True), sessions
    if options.read_only:
        raise UsageError("--read-only needs a session that exists", "name one with --session")
    return sessions.begin([str(seeds_folder())], reviewer, "seeds"), sessions


def _jobs(text: str) -> int:
    """Return a number of processes, 0 for as many as there are cores."""
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError("must be 0 or more")
    return number


def run_verify(options: argparse.Namespace, paths: Paths) -> int:
    """Check a session."""
    from workbench.review.opening import Sessions

    findings = Sessions(paths).library.verify(options.session)
    for finding in findings:
        print(f"{finding.severity}: {displayable(finding.message)}")
    if not findings:
        print(f"{options.session}: store, hashes, spans and events are right")
    return EXIT_NO if any(finding.severity == "error" for finding in findings) else EXIT_DONE


def run_config(options: argparse.Namespace, paths: Paths) -> int:
    """Print the settings."""
    from workbench.cli_config import print_settings

    chosen = _chosen(options, paths)
    print_settings(chosen)
    return EXIT_BAD_INPUT if chosen.faults else EXIT_DONE


def run_paths(options: argparse.Namespace, paths: Paths) -> int:
    """Print the folders."""
    for name, folder in (("data", paths.data), ("config", paths.config), ("logs", paths.logs)):
        print(f"{name:<7} {folder}")
    return EXIT_DONE


def _with_command(arguments: list[str]) -> list[str]:
    """Return the arguments with the command `review` where no command is given."""
    rest = iter(arguments)
    for argument in rest:
        if argument == "--home":
            next(rest, None)
        elif argument in ("-h", "--help", "--version") or not argument.startswith("--home="):
            return arguments
    return [*arguments, "review"]


def _one_line(message: str) -> str:
    return displayable(" ".join(message.split()))
