"""Rows of the tables about words: strings of several words, some of them in two halves."""

from pathlib import Path
from typing import Final, cast

from workbench.errors import ConfigError
from workbench.tables import read_table

_TABLES: Final = Path(__file__).parents[1] / "tables"


class WordTable:
    """A table whose keys hold rows of words.

    Args:
        name: Its name, without `.toml`.
        own: The folder of the user's tables, or None.

    Raises:
        ConfigError: The user's table is broken.
    """

    def __init__(self, name: str, own: Path | None = None) -> None:
        self._table = read_table(_TABLES, name, own)
        self._place = str(own / f"{name}.toml" if own else name)

    def rows(self, key: str, fewest: int = 1) -> list[list[str]]:
        """Return the rows of a key as their words, in lower case.

        Args:
            key: The key.
            fewest: How many words a row has at least.

        Raises:
            ConfigError: A row has fewer words.
        """
        found = [row.lower().split() for row in cast("list[str]", self._table[key])]
        for words in found:
            if len(words) < fewest:
                raise ConfigError(
                    f"{self._place}: {key!r} holds {' '.join(words)!r}, which needs {fewest} words"
                )
        return found

    def halves(self, key: str, mark: str) -> list[tuple[str, str]]:
        """Return the rows of a key as what stands before and after a mark, in lower case.

        Raises:
            ConfigError: A row lacks the mark, or has no word on one side of it.
        """
        found = []
        for row in cast("list[str]", self._table[key]):
            before, _, after = row.lower().partition(mark)
            if not any(map(str.isalnum, before)) or not any(map(str.isalnum, after)):
                raise ConfigError(
                    f"{self._place}: {key!r} holds {row!r}", f"a row is like “one word{mark}others”"
                )
            found.append((before, after))
        return found
