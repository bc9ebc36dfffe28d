"""Sources: what a user names on the command line, turned into a list of articles to read."""

import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workbench.errors import SourceError
from workbench.reading.article_ids import name_uniquely, printable

STANDARD_INPUT: Final = "-"
MARKDOWN_ENDINGS: Final = frozenset({".md", ".markdown"})
FOLDER_ENDINGS: Final = frozenset({".txt", ".text"}) | MARKDOWN_ENDINGS
"""The files that are read when a user names a folder."""

_LATER: Final = {
    ".html": "HTML",
    ".htm": "HTML",
    ".xhtml": "HTML",
    ".pdf": "PDF",
    ".docx": "Word",
    ".doc": "Word",
    ".odt": "OpenDocument",
    ".rtf": "RTF",
    ".epub": "EPUB",
    ".jsonl": "JSON Lines",
    ".json": "JSON",
    ".csv": "CSV",
}
_URL = re.compile(r"[a-z][a-z0-9+.-]{1,20}://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Source:
    """One article to read: a file, or standard input."""

    article_id: str
    """The file's name, with as many of its folders as make it unique among the sources."""
    name: str
    """How the user named it: the path, below the folder as it was given, or "-"."""
    path: Path | None
    """The file, or None for standard input."""
    is_named: bool = True
    """Whether the user named it, and not just a folder that it lies in."""


def find_sources(sources: Sequence[str]) -> list[Source]:
    """List the articles that the sources name, without opening them.

    Args:
        sources: Files, folders and "-" as the user named them. A folder stands for its text and Markdown
            files, those of its folders included, in the order of their names; hidden ones are left out.

    Returns:
        One source an article, in the order given; a file that is named twice comes once.

    Raises:
        SourceError: A source does not exist, is of a kind that cannot be read yet, or is a folder
            without articles; the message names it.
    """
    names: dict[Path | None, str] = {}
    named: set[Path | None] = set()
    for source in sources:
        for name, file in _files_of(source):
            names.setdefault(file, name)
            if name == source:
                named.add(file)
    ids = name_uniquely(list(names))
    return [Source(ids[file], printable(name), file, file in named) for file, name in names.items()]


def _files_of(source: str) -> Iterator[tuple[str, Path | None]]:
    if source == STANDARD_INPUT:
        yield source, None
        return
    mode = _mode_of(source)
    if stat.S_ISDIR(mode):
        yield from _articles_in(source)
    elif stat.S_ISREG(mode):
        _refuse_other_formats(source)
        yield source, Path(os.path.realpath(source))
    elif stat.S_ISFIFO(mode):
        yield source, Path(source).absolute()  # the shell's <(...) has no other name that can be opened
    else:
        raise SourceError(f"{printable(source)}: is neither a file nor a folder")


def _mode_of(source: str) -> int:
    if _URL.match(source):
        raise SourceError(
            f"{printable(source)}: web addresses cannot be read yet", "save the text as a .txt or .md file"
        )
    try:
        return Path(source).stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        raise SourceError(f"{printable(source)}: no such file or folder") from None
    except (OSError, ValueError) as error:
        raise SourceError(f"{printable(source)}: cannot be read: {fault(error)}") from error


def _articles_in(folder: str) -> Iterator[tuple[str, Path]]:
    root = os.path.realpath(folder)
    found = False
    for file in _walk(root):
        found = True
        below = os.path.relpath(file.path, root)
        path = os.path.realpath(file.path) if file.is_symlink() else file.path
        yield os.path.join(folder, below), Path(path)  # noqa: PTH118 "./" must survive
    if not found:
        wanted = ", ".join(sorted(FOLDER_ENDINGS))
        raise SourceError(f"{printable(folder)}: no articles in this folder", f"it has no {wanted} files")


def _walk(folder: str) -> Iterator["os.DirEntry[str]"]:
    """Yield the article files of a folder and its folders, by name; links to folders are not followed."""
    try:
        with os.scandir(folder) as listing:
            entries = sorted((entry for entry in listing if not entry.name.startswith(".")), key=_by_name)
    except OSError as error:
        raise SourceError(f"{printable(folder)}: cannot be read: {fault(error)}") from error
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path)
        elif ending_of(entry.name) in FOLDER_ENDINGS and entry.is_file():
            yield entry


def _by_name(entry: "os.DirEntry[str]") -> str:
    return entry.name


def _refuse_other_formats(source: str) -> None:
    kind = _LATER.get(ending_of(source))
    if kind:
        raise SourceError(
            f"{printable(source)}: {kind} files cannot be read yet", "save the text as a .txt or .md file"
        )


def ending_of(name: str) -> str:
    """Return the file name's ending in lower case, with its dot."""
    return os.path.splitext(name)[1].lower()  # noqa: PTH122 a Path a name costs ten times as much


def fault(error: OSError | ValueError) -> str:
    """Say in words what the system said, without the path and the number."""
    said = error.strerror if isinstance(error, OSError) else str(error)
    return (said or type(error).__name__).lower()
