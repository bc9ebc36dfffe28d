"""Article ids: short names of files, unique among the sources of a session."""

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final

STANDARD_INPUT_ID: Final = "standard input"


def name_uniquely(files: Sequence[Path | None]) -> dict[Path | None, str]:
    """Name each file by its shortest path suffix that no other file has.

    Args:
        files: Different absolute paths; None stands for standard input.

    Returns:
        Each file's id, such as "report.txt", or "a/report.txt" beside "b/report.txt".
    """
    ids: dict[Path | None, str] = {}
    waiting = list(files)
    folders = 0
    while waiting:
        names = [(file, _suffix(file, folders)) for file in waiting]
        count = Counter(name for _, name in names)
        longest = {file for file, _ in names if file is None or folders >= len(file.parts) - 1}
        taken = set(ids.values())
        waiting = []
        for file, name in names:
            if (count[name] == 1 and name not in taken) or file in longest:
                ids[file] = _free(name, taken)
                taken.add(ids[file])
            else:
                waiting.append(file)
        folders += 1
    return ids


def printable(name: str) -> str:
    """Return a file's name or path as text of one line that any terminal and any file can take.

    Bytes that are no UTF-8, and control characters, become replacement characters.
    """
    if name.isascii() and name.isprintable():
        return name
    text = os.fsencode(name).decode("utf-8", "replace")
    return "".join(c if c.isprintable() or c == " " else "\N{REPLACEMENT CHARACTER}" for c in text)


def _suffix(file: Path | None, folders: int) -> str:
    if file is None:
        return STANDARD_INPUT_ID
    return printable("/".join(file.parts[-folders - 1 :]))


def _free(name: str, taken: set[str]) -> str:
    """Number a name that two files share in full, which only unprintable characters can bring about."""
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name} ({number})"
    return free
