"""Word lists: TOML files shipped with the rooms that use them, each with the user's own additions."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

from workbench.errors import ConfigError

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
    table = _parse(folder / f"{name}.toml")
    added = own / f"{name}.toml" if own else None
    if added is None or not added.is_file():
        return table
    for key, value in _parse(added).items():
        _add(table, key, value, added)
    return table


def _parse(file: Path) -> Table:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file}: cannot be read: {error}") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{file}: {error}") from error


def _add(table: Table, key: str, value: object, file: Path) -> None:
    if key not in table:
        raise ConfigError(f"{_place(file, key)}: unknown key {key!r}", f"known: {', '.join(sorted(table))}")
    known = table[key]
    if isinstance(known, list) and isinstance(value, list) and all(isinstance(word, str) for word in value):
        table[key] = [*known, *(word for word in value if word not in known)]
    elif isinstance(known, dict) and isinstance(value, Mapping):
        table[key] = {**known, **{entry: _like(known, entry, value[entry], file) for entry in value}}
    else:
        wanted = "a list of words" if isinstance(known, list) else "a table"
        raise ConfigError(f"{_place(file, key)}: {key!r} must be {wanted}")


def _like(known: Mapping[str, object], entry: str, value: object, file: Path) -> object:
    example = next(iter(known.values()), value)
    numbers = isinstance(example, int | float) and isinstance(value, int | float)
    if not numbers and type(value) is not type(example):
        raise ConfigError(f"{_place(file, entry)}: {entry!r} must be like {example!r}")
    return value


def _place(file: Path, word: str) -> str:
    """Return `file:line` of the first line that speaks of the word."""
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        if line.lstrip().lstrip("['\"").startswith(word):
            return f"{file}:{number}"
    return str(file)
