"""Sessions opened, resumed and begun: from sources on the disk to a review."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.analysis.version import VERSION as ANALYSIS
from workbench.errors import SessionLockedError, SessionNotFoundError, StoreError, StoreReadOnlyError
from workbench.model.article import Article
from workbench.model.claim import Claim
from workbench.model.desk import Desk
from workbench.model.session import Session
from workbench.paths import Paths
from workbench.review.analysers import analyser
from workbench.review.clock import now
from workbench.review.intake import Report, place_of, read_each
from workbench.review.review import Review
from workbench.storage.library import Library
from workbench.storage.mounts import network_file_system

if TYPE_CHECKING:
    from workbench.review.summary import Summary
    from workbench.storage.keeper import Keeper


@dataclass(frozen=True, slots=True)
class Opened:
    """A review, and what its user has to know about how it was opened."""

    review: Review
    """The open review."""
    notices: tuple[str, ...]
    """One line each: what was recovered, which sources could not be read."""


class Sessions:
    """All sessions of one user.

    Args:
        paths: Where they live.
        report: Called while a session is begun.
    """

    def __init__(self, paths: Paths, report: Report = lambda *_: None) -> None:
        self.library = Library(paths.sessions)
        self._tables = paths.config / "tables"
        self._report = report

    def resume(self, name: str, reviewer: str, *, readonly: bool = False, at_cursor: bool = False) -> Opened:
        """Open a session that exists; for reading only where the disk takes no changes.

        Args:
            name: Its name.
            reviewer: The name that events carry.
            readonly: Whether to look without changing anything, also while another process has it.
            at_cursor: Whether a very large session may be loaded later than what lies around the cursor.

        Returns:
            The review.

        Raises:
            SessionNotFoundError: There is none of this name.
            SessionLockedError: Another process has it.
            StoreError: It cannot be read.
        """
        try:
            store = self.library.open(name, readonly=readonly)
        except StoreReadOnlyError:
            store = self.library.open(name, readonly=True)
        review = Review(store, reviewer, at_cursor=at_cursor)
        if not store.readonly:
            self.library.mark_last(name)
        return Opened(review, (*store.recovery, *_newer_analysis(review.glimpse), *self._doubtful_place()))

    def analyse_again(self, opened: Opened) -> Opened:
        """Find the claims of an open session anew; every decision is kept.

        Args:
            opened: The session.

        Returns:
            The same review, on the new claims.

        Raises:
            StoreError: The disk refuses the new claims.
        """
        from workbench.review.analysing import analysed_again  # deferred: 40 ms that resuming saves

        before = opened.review.session
        opened.review.replace_analysis(analysed_again(before, self.tables))
        after = opened.review.session
        orphaned = sum(claim.orphaned for claim in after.desk.claims)
        told = f"{len(after.desk.claims)} claims, before {len(before.desk.claims)}; orphaned: {orphaned}"
        return Opened(opened.review, (*opened.review.store.recovery, told))

    def begin(self, sources: Sequence[str], reviewer: str, name: str = "") -> Opened:
        """Open the session of some sources, making it where there is none.

        A session that holds just these files is resumed, whatever has become of them since.

        Args:
            sources: Files and folders as the user named them.
            reviewer: The name that events carry.
            name: The session's name; empty to take it from the sources.

        Returns:
            The review.

        Raises:
            SourceError: Nothing can be read, or a file that was named cannot.
            SessionLockedError: Another process has the session of these sources.
            StoreError: The name is taken by a session with other articles, or the disk refuses it.
        """
        from workbench.reading.sources import find_sources  # deferred: resuming needs no reading

        found = find_sources(sources)
        files = [place_of(source.path) for source in found]
        for candidate in _names(name, sources):
            if not self.library.exists(candidate):
                articles, faults = self._read(sources)
                return self._create(candidate, articles, reviewer, faults)
            try:
                opened = self.resume(candidate, reviewer, at_cursor=True)
            except SessionLockedError:
                if name or [article.source for article in self.session(candidate).desk.articles] == files:
                    raise
                continue
            if [article.source for article in opened.review.glimpse.desk.articles] == files:
                return opened
            opened.review.close()
        raise StoreError(
            f"the session {name!r} exists and holds other articles",
            "choose another name, or resume it without naming sources",
        )

    def summary(self, name: str) -> "Summary":
        """Tell how far one session is, without taking it from whoever has it open.

        Args:
            name: Its name.

        Raises:
            StoreError: It cannot be read.
        """
        from workbench.review.summary import Summary  # deferred: opening does not need it

        session = self.session(name)
        return Summary(name, len(session.desk.articles), session.progress, session.updated_at)

    def session(self, name: str) -> Session:
        """Read a session without changing or locking it.

        Args:
            name: Its name.

        Raises:
            StoreError: It cannot be read.
        """
        if not self.library.exists(name):
            known = ", ".join(self.library.names()) or "none yet"
            raise SessionNotFoundError(f"no session is named {name!r}", f"there are: {known}")
        with self.library.open(name, readonly=True) as store:
            return store.load().session

    def _create(self, name: str, articles: Sequence[Article], reviewer: str, faults: list[str]) -> Opened:
        found = analyser(self.tables)
        claims: list[Claim] = []
        for done, article in enumerate(articles):
            self._report("finding claims", done, len(articles))
            claims += found.claims(article)
        self._report("finding claims", len(articles), len(articles))
        store = self.library.create(Session.start(name, now(), ANALYSIS, Desk.of(articles, claims)))
        self.library.mark_last(name)
        return Opened(Review(store, reviewer), (*faults, *self._doubtful_place()))

    def _doubtful_place(self) -> tuple[str, ...]:
        kind = network_file_system(self.library.sessions)
        warning = f"sessions lie on a network drive ({kind}), whose locks may not hold: open each only once"
        return (warning,) if kind else ()

    def _read(self, sources: Sequence[str]) -> tuple[tuple[Article, ...], list[str]]:
        from workbench.reading.offtopic import (  # deferred: resuming needs no reading
            STANDS_ALONE,
            set_aside_offtopic,
        )

        articles: list[Article] = []
        faults: list[str] = []
        for outcome in read_each(sources, self.tables, self._report):
            if isinstance(outcome, Article):
                articles.append(outcome)
            else:
                faults.append(f"left out: {outcome}")
        judged = set_aside_offtopic(articles, self.tables)
        for number, article in enumerate(judged, start=1):
            if STANDS_ALONE in article.warnings:
                faults.append(f"article {number} {STANDS_ALONE}: “{article.title}”")
        return judged, faults

    @cached_property
    def keeper(self) -> "Keeper":
        """What renames, duplicates, deletes and backs up sessions."""
        from workbench.storage.keeper import Keeper  # deferred: 2 ms that opening saves

        return Keeper(self.library)

    @property
    def tables(self) -> Path | None:
        """The folder of the user's own word lists, or None where there is none."""
        return self._tables if self._tables.is_dir() else None


def _newer_analysis(session: Session) -> tuple[str, ...]:
    if session.analyser == ANALYSIS:
        return ()
    command = f"workbench review --session {session.name} --analyse-again"
    return (
        f"claims found by analysis {session.analyser}, this is {ANALYSIS}: {command} keeps every decision",
    )


def _names(name: str, sources: Sequence[str]) -> Iterator[str]:
    """Yield the names that a session of these sources may have, the best first."""
    if name:
        yield name
        return
    derived = _name_of(sources)
    yield derived
    for number in range(2, 1000):
        yield f"{derived}-{number}"


def _name_of(sources: Sequence[str]) -> str:
    paths = [Path(source).absolute() for source in sources if source != "-"]
    if not paths:
        return "standard-input"
    if len(paths) == 1:
        name = paths[0].name if paths[0].is_dir() else paths[0].stem
    else:
        name = paths[0].parent.name
    cleaned = re.sub(r"[^\w.-]+", "-", name).strip("-._")[:60]
    return cleaned or "review"
