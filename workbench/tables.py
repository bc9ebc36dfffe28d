"""Word lists: TOML files shipped with the rooms that use them, each with the user's own additions."""

import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeAlias, cast

from workbench.errors import ConfigError
from workbench.toml_file import TomlFile, is_there, read_toml

Table: TypeAlias = dict[str, list[str] | dict[str, object]]
"""A word list (TOML array) or a mapping (TOML table) for each of its keys."""


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
    table = cast(Table, read_toml(folder / f"{name}.toml").values)
    added = own / f"{name}.toml" if own else None
    if added is None or not is_there(added):
        return table
    file = read_toml(added)
    for key, value in file.values.items():
        _Addition(file, key).put_into(table, value)
    return table


class _Addition:
    """One key of a user's file on its way into a table.

    Args:
        file: The user's file.
        key: The key.
    """

    def __init__(self, file: TomlFile, key: str) -> None:
        self._file = file
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
        return self._file.place(self._key) if entry is None else self._file.place(self._key, entry)


def _fits(value: object, example: object) -> bool:
    """Tell whether a value has the shape of an example; a whole number may stand for any number."""
    if isinstance(value, list) and isinstance(example, list):
        return len(value) == len(example) and all(map(_fits, value, example))
    if isinstance(value, float) and not math.isfinite(value):
        return False
    return type(value) is type(example) or (type(value) is int and type(example) is float)
