"""What the command line prints: tables for people, JSON for programs."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from workbench.model.display import displayable

if TYPE_CHECKING:
    from workbench.model.claim import Claim
    from workbench.model.desk import Desk
    from workbench.model.relation import Relation
    from workbench.review.claiming import Claims
    from workbench.review.comparing import Compared
    from workbench.review.summary import Summary
    from workbench.storage.trash import Deleted

_LONGEST_WORD = len("paraphrase")
"""Of those that say how claims are related: none is broken in the table."""


@dataclass(frozen=True, slots=True)
class Found:
    """What printing the claims came to."""

    claims: int
    """How many were printed."""
    faults: int
    """How many sources could not be read."""


def print_claims(outcomes: "Iterable[Claims]", *, as_json: bool) -> Found:
    """Print claims as they come: memory does not grow with their number.

    Args:
        outcomes: What each source came to.
        as_json: Whether to print JSON lines instead of a table.

    Returns:
        How much there was.
    """
    from workbench.reports.claim_fields import (  # deferred: the other commands need no JSON
        claim_line,
        json_line,
    )

    width = get_terminal_size().columns if sys.stdout.isatty() else 0
    claims = faults = 0
    for outcome in outcomes:
        if outcome.fault:
            faults += 1
            print(f"workbench: {displayable(outcome.fault)}", file=sys.stderr)
        claims += len(outcome.claims)
        for claim, quote in outcome.claims:
            print(json_line(claim_line(claim, quote)) if as_json else _row(claim, quote, width))
    return Found(claims, faults)


def _row(claim: "Claim", quote: str, width: int) -> str:
    """Return one line of the table; cut to the terminal where there is one."""
    types = ",".join(claim.types)
    text = displayable(quote).replace("\n", " ")
    row = f"{claim.score:.2f}  {types:<28}  {displayable(claim.id)}  {text}"
    if width:
        from rich.cells import cell_len, set_cell_size  # deferred: a pipe needs no measuring

        row = set_cell_size(row, width - 1) + "…" if cell_len(row) > width else row
    return row


def print_relations(compared: "Compared", *, as_json: bool) -> int:
    """Print relations as they come: memory does not grow with their number.

    Args:
        compared: Articles that are being compared.
        as_json: Whether to print JSON lines instead of a table.

    Returns:
        How many there were.
    """
    from workbench.reports.claim_fields import json_line  # deferred: the other commands need no JSON
    from workbench.reports.relation_fields import relation_line

    printed = 0
    for batch in compared.batches:
        if as_json:
            for relation in batch.relations:
                print(json_line(relation_line(relation, compared.desk)))
        elif batch.relations:
            _print_rows(compared.desk, batch.relations, with_header=not printed)
        printed += len(batch.relations)
    return printed


def _print_rows(desk: "Desk", relations: "Iterable[Relation]", *, with_header: bool) -> None:
    from rich.console import Console  # deferred: 30 ms that JSON does without
    from rich.table import Table

    table = Table(box=None, expand=True, show_header=with_header, padding=(0, 2, 1, 0))
    for name, share in (("quote", 5), ("quote", 5), ("relation", None), ("reason", 4)):
        table.add_column(name, ratio=share, width=None if share else _LONGEST_WORD, overflow="fold")
    for relation in relations:
        table.add_row(
            *(_quote(desk, claim) for claim in relation.key),
            f"{relation.agreement.value}, {relation.provenance.value}",
            displayable(relation.reason),
        )
    console = Console(markup=False, highlight=False, width=None if sys.stdout.isatty() else 200)
    console.print(table, soft_wrap=False)


def _quote(desk: "Desk", claim: str) -> str:
    """Return a claim as a cell of the table: its article, and what it says there."""
    said = desk.claim(claim)
    article, quote = (displayable(text).replace("\n", " ") for text in (said.article, desk.quote(said)))
    return f"{article}\n{quote}"


def print_sessions(summaries: "Iterable[Summary]", *, as_json: bool) -> None:
    """Print how far the sessions are.

    Args:
        summaries: One a session.
        as_json: Whether to print a JSON array instead of a table.
    """
    if as_json:
        import json  # deferred: 5 ms that a table does without

        print(json.dumps([_fields(summary) for summary in summaries], indent=2))
        return
    from rich.console import Console  # deferred: 30 ms that JSON does without
    from rich.table import Table

    table = Table(
        "session", "reviewed", "confirmed", "disputed", "unverified", "articles", "updated", box=None
    )
    for summary in summaries:
        progress = summary.progress
        table.add_row(
            displayable(summary.name),
            f"{progress.reviewed}/{progress.total}",
            *map(str, (progress.confirmed, progress.disputed, progress.unverified, summary.articles)),
            summary.updated_at[:16].replace("T", " "),
        )
    if table.row_count:
        Console(markup=False, highlight=False, width=None if sys.stdout.isatty() else 200).print(table)
    else:
        print("no sessions yet", file=sys.stderr)


def print_deleted(deleted: "Iterable[Deleted]", *, as_json: bool) -> None:
    """Print what is in the trash.

    Args:
        deleted: The entries, the latest first.
        as_json: Whether to print a JSON array instead of a table.
    """
    entries = list(deleted)
    if as_json:
        import json  # deferred: 5 ms that a table does without

        fields = ("id", "name", "deleted_at")
        print(json.dumps([{name: getattr(entry, name) for name in fields} for entry in entries], indent=2))
    elif entries:
        width = max(len(entry.id) for entry in entries)
        for entry in entries:
            print(f"{entry.id:<{width}}  deleted {entry.deleted_at[:16].replace('T', ' ')}")
    else:
        print("the trash is empty", file=sys.stderr)


def _fields(summary: "Summary") -> dict[str, object]:
    progress = summary.progress
    return {
        "name": summary.name,
        "articles": summary.articles,
        "claims": progress.total,
        "decided": progress.decided,
        "confirmed": progress.confirmed,
        "disputed": progress.disputed,
        "unverified": progress.unverified,
        "updated_at": summary.updated_at,
    }
