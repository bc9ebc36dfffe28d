"""Sessions opened, resumed and begun: from sources on the disk to a review."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.errors import SessionNotFoundError, SourceError, StoreError
from workbench.model.article import Article
from workbench.model.claim import Claim
from workbench.model.session import Desk, Progress, Session
from workbench.paths import Paths
from workbench.review.clock import now
from workbench.review.review import Review
from workbench.storage.library import Library

Report = Callable[[str, int, int], None]
"""Called while long work goes on: what is being done, how many are done, how many there are."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A review, and what its user has to know about how it was opened."""

    review: Review
    """The open review."""
    notices: tuple[str, ...]
    """One line each: what was recovered, which sources could not be read."""


@dataclass(frozen=True, slots=True)
class Summary:
    """How far one session is."""

    name: str
    """The session's name."""
    articles: int
    """How many articles it holds."""
    progress: Progress
    """How many claims stand where."""
    updated_at: str
    """When the last decision was made, or the session began; ISO 8601 in UTC."""


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

    def resume(self, name: str, reviewer: str, *, readonly: bool = False) -> Opened:
        """Open a session that exists.

        Args:
            name: Its name.
            reviewer: The name that events carry.
            readonly: Whether to look without changing anything, also while another process has it.

        Returns:
            The review.

        Raises:
            SessionNotFoundError: There is none of this name.
            SessionLockedError: Another process has it.
            StoreError: It cannot be read.
        """
        store = self.library.open(name, readonly=readonly)
        review = Review(store, reviewer)
        if not store.readonly:
            self.library.mark_last(name)
        return Opened(review, store.recovery)

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
            StoreError: The name is taken by a session with other articles, or the disk refuses it.
        """
        from workbench.reading.sources import find_sources  # deferred: resuming needs no reading

        found = find_sources(sources)
        files = [_place(source.path) for source in found]
        for candidate in _names(name, sources):
            if not self.library.exists(candidate):
                articles, faults = self._read(sources)
                return self._create(candidate, articles, reviewer, faults)
            opened = self.resume(candidate, reviewer)
            if [article.source for article in opened.review.session.desk.articles] == files:
                return opened
            opened.review.close()
        raise StoreError(
            f"the session {name!r} exists and holds other articles",
            "choose another name, or resume it without naming sources",
        )

    def summaries(self) -> list[Summary]:
        """Tell how far every session is, the latest first.

        Raises:
            StoreError: A session cannot be read.
        """
        found = [self.summary(name) for name in self.library.names()]
        return sorted(found, key=lambda summary: summary.updated_at, reverse=True)

    def summary(self, name: str) -> Summary:
        """Tell how far one session is, without taking it from whoever has it open.

        Args:
            name: Its name.

        Raises:
            StoreError: It cannot be read.
        """
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

    def claims_of(self, sources: Sequence[str]) -> Iterator[tuple[Article, tuple[Claim, ...]] | SourceError]:
        """Find the claims of some sources, one source after the other, without a session.

        Args:
            sources: Files and folders as the user named them.

        Yields:
            An article with its claims, or, for a file inside a folder that cannot be read, why.

        Raises:
            SourceError: A file that was named itself cannot be read, or none of the files can.
        """
        from workbench.analysis.analyser import Analyser  # deferred: 40 ms that resuming saves

        analyser = Analyser(self._own_tables())
        for outcome in read_each(sources, self._own_tables(), self._report):
            yield (outcome, analyser.claims(outcome)) if isinstance(outcome, Article) else outcome

    def _create(self, name: str, articles: Sequence[Article], reviewer: str, faults: list[str]) -> Opened:
        from workbench.analysis.analyser import VERSION, Analyser  # deferred: 40 ms that resuming saves

        analyser = Analyser(self._own_tables())
        claims: list[Claim] = []
        for done, article in enumerate(articles):
            self._report("finding claims", done, len(articles))
            claims += analyser.claims(article)
        self._report("finding claims", len(articles), len(articles))
        store = self.library.create(Session.start(name, now(), VERSION, Desk.of(articles, claims)))
        self.library.mark_last(name)
        return Opened(Review(store, reviewer), tuple(faults))

    def _read(self, sources: Sequence[str]) -> tuple[tuple[Article, ...], list[str]]:
        from workbench.reading.offtopic import set_aside_offtopic  # deferred: resuming needs no reading

        articles: list[Article] = []
        faults: list[str] = []
        for outcome in read_each(sources, self._own_tables(), self._report):
            if isinstance(outcome, Article):
                articles.append(outcome)
            else:
                faults.append(f"left out: {outcome}")
        return set_aside_offtopic(articles), faults

    def _own_tables(self) -> Path | None:
        return self._tables if self._tables.is_dir() else None


def read_each(
    sources: Sequence[str], tables: Path | None, report: Report = lambda *_: None
) -> Iterator[Article | SourceError]:
    """Read the articles of some sources one after the other.

    Args:
        sources: Files and folders as the user named them.
        tables: The folder of the user's word lists, or None.
        report: Called before each.

    Yields:
        The article, or, for a file inside a folder that cannot be read, the error that says why.

    Raises:
        SourceError: A file that was named itself cannot be read, or none of the files can.
    """
    from workbench.reading.articles import read_article
    from workbench.reading.sources import find_sources

    found = find_sources(sources)
    named = {Path(source).absolute() for source in sources if source != "-"}
    good, first_fault = 0, None
    for done, source in enumerate(found):
        report("reading", done, len(found))
        try:
            article = read_article(source, tables)
        except SourceError as error:
            if source.path is None or source.path.absolute() in named:
                raise
            first_fault = first_fault or error
            yield error
            continue
        good += 1
        yield replace(article, source=_place(source.path))
    if first_fault and not good:
        raise first_fault


def changed_sources(articles: Iterable[Article]) -> list[str]:
    """Name the articles whose file has another text now than in the session, or is gone.

    Args:
        articles: The articles of a session.

    Returns:
        One phrase an article: `report.txt has changed`.
    """
    return [f"{article.id} {fate}" for article in articles if (fate := _fate(article))]


def _fate(article: Article) -> str:
    if article.source == "-":
        return ""
    import hashlib  # deferred: 1 ms that the first paint does not wait for

    try:
        data = Path(article.source).read_bytes()
    except FileNotFoundError:
        return "is gone"
    except OSError:
        return "cannot be read any more"
    if hashlib.sha256(data).hexdigest() == article.sha256:
        return ""
    from workbench.reading.charset import NotTextError, decode_text  # deferred: most files are plain UTF-8

    try:
        text, _ = decode_text(data)
    except NotTextError:
        return "has changed"
    return "" if hashlib.sha256(text.encode("utf-8")).hexdigest() == article.sha256 else "has changed"


def _place(path: Path | None) -> str:
    return "-" if path is None else str(path.absolute())


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
