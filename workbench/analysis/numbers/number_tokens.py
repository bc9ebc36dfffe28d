"""The words of a sentence that can state a number or a date."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

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

COUNTING: Final = DIGITS | CARDINAL | MULTIPLIER | VAGUE | FRACTION | NOUGHT | UNIT
DATING: Final = MONTH | WEEKDAY | DAYWORD | UNIT | SEASON | HOLIDAY | DECADE | QUARTER | YEAR | PART | DIGITS
_MAYBE_HOLIDAY: Final = 1 << 20
_TELLING: Final = COUNTING | MONTH | WEEKDAY | DAYWORD | PART | UNIT | DECADE | QUARTER | HOLIDAY

VULGAR: Final[Mapping[str, float]] = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5,
    "⅘": 4 / 5, "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
}  # fmt: skip

_TABLES: Final = Path(__file__).parents[1] / "tables"
_LONGEST_GAP: Final = 18
_ODD: Final = (("’", "'"), ("‘", "'"), ("\u00a0", " "), ("\u202f", " "), ("−", "-"), ("‑", "-"))
_LENGTHS_OF_YEARS: Final = (4, 8)
_STOPS: Final = '.,;:)"'
_LONGEST_REMEMBERED: Final = 24
_MOST_REMEMBERED: Final = 20_000
_SOURCES: Final = (
    ("cardinals", CARDINAL), ("multipliers", MULTIPLIER), ("vague", VAGUE), ("fractions", FRACTION),
    ("ordinals", ORDINAL), ("months", MONTH), ("weekdays", WEEKDAY), ("days", DAYWORD), ("parts", PART),
    ("units", UNIT), ("shifts", SHIFT), ("edges", EDGE), ("directions", DIRECTION), ("seasons", SEASON),
    ("decades", DECADE),
)  # fmt: skip


class Token(NamedTuple):
    """A word or figure that can be part of a number or a date."""

    start: int
    """Where it begins in the sentence."""
    end: int
    """Where it ends in the sentence, the letters of an ordinal included."""
    kind: int
    """The flags of all that it can be."""
    word: str
    """The word, in lower case; an ordinal in figures without its letters."""


_make: Final = tuple.__new__


@dataclass(slots=True)
class Sentence:
    """A sentence with the tokens that can state a number or a date."""

    offset: int
    """Where the sentence begins in the canonical text."""
    raw: str
    """The sentence as it stands."""
    lower: str
    """The same in lower case, with straight apostrophes and plain spaces; as long as `raw`."""
    tokens: list[Token]
    """The tokens, in order and disjoint."""
    kinds: int
    """The flags of all tokens."""

    def gap(self, token: int) -> str | None:
        """Return what stands between a token and the next, stripped; None when it is long."""
        tokens = self.tokens
        if token + 1 >= len(tokens):
            return None
        start, end = tokens[token].end, tokens[token + 1].start
        if end - start == 1:
            return self.lower[start].strip()
        return " ".join(self.lower[start:end].split()) if end - start <= _LONGEST_GAP else None

    def words_before(self, start: int, reach: int = 32) -> list[str]:
        """Return the last words before an offset, in lower case, no further back than `reach` characters."""
        return self.lower[max(0, start - reach) : start].split()

    def word_after(self, end: int, reach: int = 24) -> str:
        """Return the word that begins right after an offset and one space; empty when there is none."""
        if self.lower[end : end + 1] != " ":
            return ""
        words = self.lower[end : end + reach].split(None, 1)
        return words[0] if words else ""

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
        self._kinds: dict[str, int] = _kinds(self.numbers | self.dates)
        holidays = sorted(self.dates["holidays"], key=len, reverse=True)
        names = "|".join(re.escape(name).replace("'", "['’]") for name in holidays)
        self._holiday = re.compile(rf"(?:{names})(?![a-z0-9])", re.IGNORECASE)
        for name in holidays:
            first = re.split(r"[ .']", name)[0]
            self._kinds[first] = self._kinds.get(first, 0) | _MAYBE_HOLIDAY
        self.triggers: frozenset[str] = frozenset(
            word for word, kind in self._kinds.items() if kind & (_TELLING | _MAYBE_HOLIDAY)
        )
        """Lower-case words: without any of them and without a digit, a sentence states no number or date."""
        vulgar = "".join(VULGAR)
        self._pieces = re.compile(
            rf"([0-9{vulgar}](?:[0-9.,]*[0-9])?[{vulgar}]?)(?:(?:st|nd|rd|th)(?![a-z])())?|[a-z]+[0-9]*"
        )
        self._remembered: dict[str, tuple[Token, ...]] = {}
        self._plain: set[str] = set()

    def scan(self, text: str, span: Span) -> Sentence:
        """Find the tokens of one sentence.

        Args:
            text: The canonical text.
            span: The sentence, or any other run of the text.

        Returns:
            The sentence with its tokens; without any when it states no number and no date.
        """
        raw = text[span.start : span.end]
        return self.scan_words(raw, raw.split(), span.start)

    def scan_words(self, raw: str, words: Sequence[str], offset: int) -> Sentence:
        """Find the tokens of one sentence that is cut into words already.

        Args:
            raw: The sentence.
            words: The same, split at white space.
            offset: Where it begins in the canonical text.

        Returns:
            The sentence with its tokens.
        """
        plain, remembered = self._plain, self._remembered
        tokens: list[Token] = []
        kinds = place = holiday_end = 0
        for word in [word for word in words if word not in plain]:
            found = remembered.get(word) or self._read(word)
            if not found:
                continue
            place = _place(raw, word, place)
            for start, end, kind, piece in found:
                if place + start < holiday_end:
                    continue  # "good friday" is no Friday
                if kind & _MAYBE_HOLIDAY:
                    named = self._holiday.match(raw, place + start)
                    if named:
                        holiday_end = named.end()
                        tokens.append(Token(place + start, holiday_end, HOLIDAY, folded(named.group())))
                        kinds |= HOLIDAY
                        break
                    kind ^= _MAYBE_HOLIDAY
                    if not kind:
                        continue
                # Half of the time goes into making tokens, so the constructor is passed by.
                tokens.append(_make(Token, (place + start, place + end, kind, piece)))
                kinds |= kind
            place += len(word)
        return Sentence(offset, raw, folded(raw) if tokens else raw, tokens, kinds)

    def _read(self, word: str) -> tuple[Token, ...]:
        """Return the tokens in a run without blanks, and remember them: most words come again."""
        lower = folded(word)
        found = []
        if lower.isascii():
            if lower.isalpha():
                kind = self._kinds.get(lower, 0)
                return self._remember(word, (Token(0, len(word), kind, lower),) if kind else ())
            figures = lower.rstrip(_STOPS)
            if figures[:1].isdigit() and figures.replace(",", "").isdigit():
                kind = DIGITS | YEAR if len(figures) in _LENGTHS_OF_YEARS and figures.isdigit() else DIGITS
                return self._remember(word, (Token(0, len(figures), kind, figures),))
        for match in self._pieces.finditer(lower):
            (start, end), figures = match.span(), match[1]
            if figures is None:
                piece = match.group()
                kind = self._kinds.get(piece, 0)
            elif start and lower[start - 1].isalpha():
                continue
            else:
                piece = figures
                is_year = len(piece) in _LENGTHS_OF_YEARS and piece.isdigit()
                kind = ORDINAL if match.lastindex == 2 else DIGITS | YEAR if is_year else DIGITS
            if kind:
                found.append(Token(start, end, kind, piece))
        return self._remember(word, tuple(found))

    def _remember(self, word: str, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
        if len(word) <= _LONGEST_REMEMBERED:
            if len(self._remembered) + len(self._plain) >= _MOST_REMEMBERED:
                self._remembered.clear()
                self._plain.clear()
            if tokens:
                self._remembered[word] = tokens
            else:
                self._plain.add(word)
        return tokens


def folded(raw: str) -> str:
    """Return the text in lower case, with straight apostrophes and plain spaces, as long as it was."""
    lower = raw.lower()
    if len(lower) != len(raw):
        lower = "".join(low if len(low := char.lower()) == 1 else char for char in raw)
    if not raw.isascii():
        for odd, plain in _ODD:
            lower = lower.replace(odd, plain)
    return lower


def _place(raw: str, word: str, start: int) -> int:
    """Return where a word, between blanks, stands from an offset on."""
    place = raw.find(word, start)
    while True:
        end = place + len(word)
        before, after = raw[place - 1] if place else " ", raw[end : end + 1]
        if (before == " " or before.isspace()) and (after in ("", " ") or after.isspace()):
            return place
        place = raw.find(word, place + 1)


def _kinds(tables: Table) -> dict[str, int]:
    kinds: dict[str, int] = dict.fromkeys(("no", "none", "nobody", "without", "single"), NOUGHT)
    kinds |= dict.fromkeys(("q1", "q2", "q3", "q4", "h1", "h2"), QUARTER)
    for key, kind in _SOURCES:
        for word in tables[key]:
            kinds[word] = kinds.get(word, 0) | kind
    return kinds
