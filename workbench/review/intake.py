"""Articles taken in from the disk, and what has become of their files since."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from workbench.errors import SourceError
from workbench.model.article import Article

Report = Callable[[str, int, int], None]
"""Called while long work goes on: what is being done, how many are done, how many there are."""


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
    good, first_fault = 0, None
    for done, source in enumerate(found):
        report("reading", done, len(found))
        try:
            article = read_article(source, tables)
        except SourceError as error:
            if source.is_named:
                raise
            first_fault = first_fault or error
            yield error
            continue
        good += 1
        yield replace(article, source=place_of(source.path))
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
    try:
        data = Path(article.source).read_bytes()
    except FileNotFoundError:
        return "is gone"
    except OSError:
        return "cannot be read any more"
    import hashlib  # deferred: 2 ms of a start, which looks after the sources later

    if hashlib.sha256(data).hexdigest() == article.sha256:
        return ""
    from workbench.reading.charset import NotTextError, decode_text  # deferred: most files are plain UTF-8

    try:
        text, _ = decode_text(data)
    except NotTextError:
        return "has changed"
    return "" if hashlib.sha256(text.encode("utf-8")).hexdigest() == article.sha256 else "has changed"


def place_of(path: Path | None) -> str:
    """Return how an article names its source: the absolute path, or "-" for standard input."""
    return "-" if path is None else str(path.absolute())
