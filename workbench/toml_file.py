"""A user's TOML file, with the line that each of its keys stands on."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workbench.errors import ConfigError

_PART: Final = r"""(?:"[^"]*"|'[^']*'|[\w-]+)"""
_KEY_LINE: Final = re.compile(rf"\s*(\[{{0,2}})\s*({_PART}(?:\s*\.\s*{_PART})*)\s*(?:=|\])")
"""A line that opens a TOML table, or begins a value."""

_POSITION: Final = re.compile(r"(.*) \(at line (\d+), column (\d+)\)", re.DOTALL)
"""How tomllib ends a message."""


@dataclass(frozen=True, slots=True)
class TomlFile:
    """What one file holds."""

    path: Path
    """The file."""
    text: str
    """What stands in it."""
    values: dict[str, object]
    """The same, parsed."""

    def place(self, *keys: str) -> str:
        """Return `file:line` of a key, or of the nearest key above it that has a line.

        Args:
            keys: The path of the key: `("keys", "verdict.confirm")`.
        """
        wanted, nearest = list(keys), 0
        for number, path in _key_lines(self.text):
            if path[: len(wanted)] == wanted:
                return f"{self.path}:{number}"
            if not nearest and path[0] == wanted[0]:
                nearest = number
        return f"{self.path}:{nearest}" if nearest else str(self.path)


def is_there(path: Path) -> bool:
    """Tell whether a file of the user exists.

    Raises:
        ConfigError: The folder does not say.
    """
    try:
        return path.is_file()
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from error


def read_toml(path: Path) -> TomlFile:
    """Read a file.

    Raises:
        ConfigError: It cannot be read, or is no TOML; the message names the file and the line.
    """
    text = _read(path)
    return TomlFile(path, text, _parse(path, text))


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise ConfigError(f"{path}:{line}: not UTF-8", "save the file as UTF-8") from error


def _parse(path: Path, text: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        position = _POSITION.fullmatch(str(error))
        if position is None:
            raise ConfigError(f"{path}:{len(text.splitlines())}: {error}") from error
        reason, line, column = position.groups()
        raise ConfigError(f"{path}:{line}: {reason}, column {column}") from error


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
