"""The commands that read sources without a session: their claims, and what these say about each other."""

import argparse
import os
import sys

from workbench.cli_progress import progress_on_terminal
from workbench.errors import EXIT_BAD_INPUT, EXIT_DONE, EXIT_NO
from workbench.model.display import displayable
from workbench.paths import Paths


def run_claims(options: argparse.Namespace, paths: Paths) -> int:
    """Print the claims of some sources, one source after the other."""
    from workbench.cli_output import print_claims  # deferred: 1 ms that other commands save
    from workbench.review.claiming import claims_of
    from workbench.review.opening import Sessions

    tables = Sessions(paths).tables
    with progress_on_terminal() as report:
        outcomes = claims_of(options.sources, tables, options.jobs or os.cpu_count() or 1, report)
        found = print_claims(outcomes, as_json=options.format == "jsonl")
    if found.faults:
        return EXIT_BAD_INPUT
    return EXIT_DONE if found.claims else EXIT_NO


def run_compare(options: argparse.Namespace, paths: Paths) -> int:
    """Print what the claims of some sources have to do with each other."""
    from workbench.cli_output import print_relations  # deferred: 1 ms that other commands save
    from workbench.review.comparing import compare_sources
    from workbench.review.opening import Sessions

    tables = Sessions(paths).tables
    with progress_on_terminal() as report:
        compared = compare_sources(options.sources, tables, report)
        for fault in compared.faults:
            print(f"workbench: {displayable(fault)}", file=sys.stderr)
        printed = print_relations(compared, as_json=options.format == "jsonl")
    if compared.faults:
        return EXIT_BAD_INPUT
    return EXIT_DONE if printed else EXIT_NO
