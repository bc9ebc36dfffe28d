"""The words of a sentence that can state a number or a date, found in one pass over it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple, cast

from workbench.model.article import Span
from workbench.tables import Table, read_table

DIGITS: Final = 1 << 0
CARDINAL: Final = 1 << 1
ORDINAL: Final = 1 << 2
MULTIPLIER: Final = 1 << 3
VAGUE: Final = 1 << 4
FRACTION: Final = 1 << 5
NOUGHT: Final = 1 << 6
MONTH: Final = 1 << 7
WEEKDAY: Final = 1 << 8
DAYWORD: Final = 1 << 9
PART: Final = 1 << 10
UNIT: Final = 1 << 11
SHIFT: Final = 1 << 12
EDGE: Final = 1 << 13
DIRECTION: Final = 1 << 14
SEASON: Final = 1 << 15
HOLIDAY: Final = 1 << 16
DECADE: Final = 1 << 17
QUARTER: Final = 1 << 18
YEAR: Final = 1 << 19

NUMERIC: Final = DIGITS | CARDINAL | ORDINAL | MULTIPLIER | VAGUE | FRACTION | NOUGHT
COUNTING: Final = DIGITS | CARDINAL | MULTIPLIER | VAGUE | FRACTION | NOUGHT
DATING: Final = MONTH | WEEKDAY | DAYWORD | UNIT | SEASON | HOLIDAY | DECADE | QUARTER | YEAR | PART | DIGITS

VULGAR: Final[Mapping[str, float]] = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5,
    "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
}  # fmt: skip

_TABLES: Final = Path(__file__).parent / "tables"
_LONGEST_GAP: Final = 18
_PLAIN: Final = (("’", "'"), ("\u00a0", " "), ("\u202f", " "), ("−", "-"), ("‑", "-"))


class Token(NamedTuple):
    """A word or figure that can be part of a number or a date."""

    kind: int
    """The flags of all that it can be."""
    start: int
    """Where it begins in the sentence."""
    end: int
    """Where it ends in the sentence."""
    word: str
    """The word, in lower case; an ordinal in figures without its letters."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the tokens that can state a number or a date."""

    text: str
    """The canonical text."""
    offset: int
    """Where the sentence begins in it."""
    raw: str
    """The sentence as it stands."""
    lower: str
    """The same in lower case, with straight apostrophes and plain spaces; as long as `raw`."""
    tokens: tuple[Token, ...]
    """The tokens, in order."""
    kinds: int
    """The flags of all tokens."""

    def gap(self, token: int) -> str | None:
        """Return what stands between a token and the next, stripped; None when it is long or there is none."""
        if token + 1 >= len(self.tokens):
            return None
        start, end = self.tokens[token].end, self.tokens[token + 1].start
        return " ".join(self.lower[start:end].split()) if end - start <= _LONGEST_GAP else None

    def words_before(self, start: int, reach: int = 32) -> list[str]:
        """Return the last words before an offset, in lower case, no further back than `reach` characters."""
        return self.lower[max(0, start - reach) : start].split()

    def word_after(self, end: int, reach: int = 24) -> str:
        """Return the word that begins right after an offset and one space; empty when there is none."""
        words = self.lower[end : end + reach].split(None, 1)
        return words[0] if words and self.lower[end : end + 1] == " " else ""

    def span(self, start: int, end: int) -> Span:
        """Return the span in the canonical text of two offsets into the sentence."""
        return Span(self.offset + start, self.offset + end)


class NumberTokens:
    """Finds the tokens of a sentence that matter for numbers and dates.

    Args:
        tables_folder: The user's own tables, or None.

    Raises:
        ConfigError: A table of the user is broken.
    """

    def __init__(self, tables_folder: Path | None = None) -> None:
        self.numbers: Table = read_table(_TABLES, "quantities", tables_folder)
        self.dates: Table = read_table(_TABLES, "dates", tables_folder)
        self._kinds = _kinds(self.numbers, self.dates)
        words, vulgar = _trie(self._kinds), "".join(VULGAR)
        self._scan = re.compile(
            rf"\b(?:([0-9](?:[0-9.,]*[0-9])?[{vulgar}]?|[{vulgar}])(?:(st|nd|rd|th)(?![a-z]))?|(?:{words})(?![a-z]))"
        ).finditer
        telling = NUMERIC | MONTH | WEEKDAY | DAYWORD | UNIT | HOLIDAY | DECADE | QUARTER | PART
        self.triggers: frozenset[str] = frozenset(
            word.split()[0] for word, kind in self._kinds.items() if kind & telling
        )
        """Lower-case words without one of which, and without a digit, a sentence states no number and no date."""

    def scan(self, text: str, span: Span) -> Sentence:
        """Find the tokens of one sentence.

        Args:
            text: The canonical text.
            span: The sentence.

        Returns:
            The sentence with its tokens.
        """
        raw = text[span.start : span.end]
        lower = _lowered(raw)
        kinds = self._kinds
        tokens = []
        seen = 0
        for match in self._scan(lower):
            group = match.lastindex
            if group is None:
                word = match.group()
                kind = kinds[word]
            elif group == 1:
                word = match[1]
                kind = DIGITS | YEAR if len(word) == 4 and word.isdigit() else DIGITS
            else:
                word = match[1]
                kind = ORDINAL
            seen |= kind
            tokens.append(Token(kind, match.start(), match.end(), word))
        return Sentence(text, span.start, raw, lower, tuple(tokens), seen)


def _lowered(raw: str) -> str:
    """Return the text in lower case and at the same length, so that offsets keep."""
    lower = raw.lower()
    if len(lower) != len(raw):
        lower = "".join(low if len(low := char.lower()) == 1 else char for char in raw)
    if not raw.isascii():
        for odd, plain in _PLAIN:
            lower = lower.replace(odd, plain)
    return lower


def _kinds(numbers: Table, dates: Table) -> dict[str, int]:
    kinds: dict[str, int] = {"no": NOUGHT, "none": NOUGHT, "without": NOUGHT}
    kinds |= dict.fromkeys(("q1", "q2", "q3", "q4", "h1", "h2"), QUARTER)
    sources: tuple[tuple[Table, str, int], ...] = (
        (numbers, "cardinals", CARDINAL), (numbers, "multipliers", MULTIPLIER), (numbers, "vague", VAGUE),
        (numbers, "fractions", FRACTION), (numbers, "ordinals", ORDINAL), (dates, "months", MONTH),
        (dates, "weekdays", WEEKDAY), (dates, "days", DAYWORD), (dates, "parts", PART), (dates, "units", UNIT),
        (dates, "shifts", SHIFT), (dates, "edges", EDGE), (dates, "directions", DIRECTION),
        (dates, "seasons", SEASON), (dates, "holidays", HOLIDAY), (dates, "decades", DECADE),
    )  # fmt: skip
    for table, key, kind in sources:
        for word in table[key]:
            kinds[word] = kinds.get(word, 0) | kind
    return kinds


def _trie(words: Iterable[str]) -> str:
    """Return a pattern that matches the longest of the words, sharing prefixes: far faster than a list of them."""
    root: dict[str, object] = {}
    for word in words:
        node = root
        for char in word:
            node = cast("dict[str, object]", node.setdefault(char, {}))
        node[""] = None
    return _branch(root)


def _branch(node: Mapping[str, object]) -> str:
    branches = [
        re.escape(char) + _branch(cast("Mapping[str, object]", node[char])) for char in sorted(node) if char
    ]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{joined})?" if "" in node else joined
