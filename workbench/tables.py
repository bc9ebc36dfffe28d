"""Word lists: TOML files shipped with the rooms that use them, each with the user's own additions."""

import math
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, TypeAlias

from workbench.errors import ConfigError

Table: TypeAlias = dict[str, list[str] | dict[str, object]]
"""A word list (TOML array) or a mapping (TOML table) for each of its keys."""

_PART: Final = r"""(?:"[^"]*"|'[^']*'|[\w-]+)"""
_KEY_LINE: Final = re.compile(rf"\s*(\[{{0,2}})\s*({_PART}(?:\s*\.\s*{_PART})*)\s*(?:=|\])")
"""A line that opens a TOML table, or begins a value."""

_POSITION: Final = re.compile(r"(.*) \(at line (\d+), column (\d+)\)", re.DOTALL)
"""How tomllib ends a message."""


def read_table(folder: Path, name: str, own: Path | None = None) -> Table:
    """Read one table, with what the user adds to it.

    A user's file of the same name adds words to lists and entries to mappings; an entry that is
    there already is replaced.

    Args:
        folder: The folder of the shipped tables.
        name: The table's name, without `.toml`.
        own: The folder of the user's tables, or None.

    Returns:
        The table's keys, each a list of words or a mapping.

    Raises:
        ConfigError: The user's file does not parse, or holds a key or value that the table cannot take;
            the message names the file and the line.
    """
    shipped = folder / f"{name}.toml"
    table: Table = _parse(shipped, _read(shipped))
    added = own / f"{name}.toml" if own else None
    if added is None or not _is_there(added):
        return table
    text = _read(added)
    for key, value in _parse(added, text).items():
        _Addition(added, text, key).put_into(table, value)
    return table


def _is_there(file: Path) -> bool:
    try:
        return file.is_file()
    except OSError as error:
        raise ConfigError(f"{file}: cannot be read: {error.strerror}") from error


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ConfigError(f"{file}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise ConfigError(f"{file}:{line}: not UTF-8", "save the file as UTF-8") from error


def _parse(file: Path, text: str) -> Table:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        position = _POSITION.fullmatch(str(error))
        if position is None:
            raise ConfigError(f"{file}:{len(text.splitlines())}: {error}") from error
        reason, line, column = position.groups()
        raise ConfigError(f"{file}:{line}: {reason}, column {column}") from error


class _Addition:
    """One key of a user's file on its way into a table.

    Args:
        file: The user's file.
        text: What it holds.
        key: The key.
    """

    def __init__(self, file: Path, text: str, key: str) -> None:
        self._file = file
        self._text = text
        self._key = key

    def put_into(self, table: Table, value: object) -> None:
        """Add the value of the key to the table.

        Raises:
            ConfigError: The table has no such key, or the value does not fit.
        """
        if self._key not in table:
            known = ", ".join(sorted(table))
            raise ConfigError(f"{self._place()}: unknown key {self._key!r}", f"known: {known}")
        there = table[self._key]
        if isinstance(there, dict):
            if not isinstance(value, Mapping):
                raise ConfigError(f"{self._place()}: {self._key!r} must be a table")
            table[self._key] = {**there, **{entry: self._like(there, entry, value[entry]) for entry in value}}
        else:
            table[self._key] = list(dict.fromkeys([*there, *self._words(value)]))

    def _words(self, value: object) -> Iterator[str]:
        if not isinstance(value, list):
            raise ConfigError(f"{self._place()}: {self._key!r} must be a list of words")
        for word in value:
            if not isinstance(word, str) or not word.strip():
                raise ConfigError(f"{self._place()}: {self._key!r} holds {word!r}, which is no word")
            yield word

    def _like(self, there: Mapping[str, object], entry: str, value: object) -> object:
        """Return the value of an entry that has the shape of those that are there."""
        if not entry.strip():
            raise ConfigError(f"{self._place(entry)}: {self._key!r} holds {entry!r}, which is no word")
        examples = list(there.values()) or [value]
        if not any(_fits(value, example) for example in examples):
            raise ConfigError(f"{self._place(entry)}: {entry!r} must be like {examples[0]!r}")
        return value

    def _place(self, entry: str | None = None) -> str:
        """Return `file:line` of the key, or of the entry below it."""
        wanted = [self._key] if entry is None else [self._key, entry]
        nearest = 0
        for number, path in _key_lines(self._text):
            if path[: len(wanted)] == wanted:
                return f"{self._file}:{number}"
            if not nearest and path[0] == self._key:
                nearest = number
        return f"{self._file}:{nearest}" if nearest else str(self._file)


def _fits(value: object, example: object) -> bool:
    """Tell whether a value has the shape of an example; a whole number may stand for any number."""
    if isinstance(value, list) and isinstance(example, list):
        return len(value) == len(example) and all(map(_fits, value, example))
    if isinstance(value, float) and not math.isfinite(value):
        return False
    return type(value) is type(example) or (type(value) is int and type(example) is float)


def _key_lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the number of each line that names a key, with the whole path of that key."""
    section: list[str] = []
    for number, line in enumerate(text.splitlines(), start=1):
        named = _KEY_LINE.match(line)
        if named is None:
            continue
        path = [part.strip("\"'") for part in re.findall(_PART, named[2])]
        if named[1]:
            section = path
        yield number, path if named[1] else section + path
