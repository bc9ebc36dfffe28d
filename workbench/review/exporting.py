"""Reports written from a session: to a text, or to a file in one stroke."""

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from workbench import __version__
from workbench.errors import StoreError
from workbench.model.claim import Claim
from workbench.model.counterparts import Counterparts
from workbench.model.session import Session


def _markdown(session: Session, between: Counterparts, reviewer: str) -> Iterator[str]:
    from workbench.reports.markdown import markdown_parts  # deferred: a start of the screen needs no report

    yield from markdown_parts(session, between, reviewer=reviewer, tool_version=__version__)


def _jsonl(session: Session, between: Counterparts, reviewer: str) -> Iterator[str]:
    from workbench.reports.jsonl import jsonl_report  # deferred: a start of the screen needs no report

    for line in jsonl_report(session, between):
        yield f"{line}\n"


FORMATS: dict[str, Callable[[Session, Counterparts, str], Iterator[str]]] = {"md": _markdown, "jsonl": _jsonl}
"""The formats of a report, by the name that the command line gives them."""


def report(session: Session, between: Counterparts, format: str, *, reviewer: str = "") -> Iterator[str]:
    """Make a report.

    Args:
        session: What to report on.
        between: What its articles say about each other.
        format: One of FORMATS.
        reviewer: Who makes it; empty when that is not to be said.

    Yields:
        The parts of the text.

    Raises:
        KeyError: There is no such format.
    """
    yield from FORMATS[format](session, between, reviewer)


def write_report(
    session: Session,
    between: Counterparts,
    format: str,
    target: Path,
    *,
    reviewer: str = "",
    before_part: Callable[[], None] = lambda: None,
) -> None:
    """Write a report to a file: whole, or not at all.

    Args:
        session: What to report on.
        between: What its articles say about each other.
        format: One of FORMATS.
        target: The file; it is replaced where it exists.
        reviewer: Who makes it; empty when that is not to be said.
        before_part: Called before each part of the text; what it raises ends the writing.

    Raises:
        StoreError: The file cannot be written; what was there is untouched.
    """
    if target.is_dir():
        raise StoreError(f"{target}: is a folder", "name a file")
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    except OSError as error:
        raise StoreError(f"{target}: cannot be written: {error.strerror}") from error
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            for part in report(session, between, format, reviewer=reviewer):
                before_part()
                file.write(part)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(_mode_for(target))
        Path(name).replace(target)
    except BaseException as error:
        Path(name).unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise StoreError(f"{target}: cannot be written: {error.strerror}") from error
        raise


def claim_as_markdown(session: Session, claim: Claim) -> str:
    """Return one claim as the report shows it, for the clipboard.

    Args:
        session: The session.
        claim: One of its claims.
    """
    from workbench.reports.claim_sections import (
        claim_markdown,
    )  # deferred: a start of the screen needs no report

    return claim_markdown(session, claim)


def free_path(wanted: Path) -> Path:
    """Return the path, or the first like it that no file has: `seeds-2.md`."""
    candidate, number = wanted, 2
    while candidate.exists():
        candidate = wanted.with_stem(f"{wanted.stem}-{number}")
        number += 1
    return candidate


def _mode_for(target: Path) -> int:
    """Return the permissions of the file that is replaced, or those that a new file gets."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
