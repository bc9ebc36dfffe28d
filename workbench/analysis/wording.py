"""What the words of a sentence are, as bits: one pass over them, at the speed of a lookup each."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from operator import or_
from pathlib import Path
from typing import Final

from workbench.tables import read_table

NAME: Final = "name"
QUOTED: Final = "quoted"
NUMBER: Final = "digits"

_SIGNS: Final = {
    "?": "question_mark", "!": "exclamation", "—": "dash", "–": "dash", "(": "bracket", "[": "bracket",
    ";": "semicolon", ":": "colon", "…": "ellipsis", '"': QUOTED, "“": QUOTED, "”": QUOTED, "„": QUOTED,
    "«": QUOTED, "»": QUOTED, "%": "money_or_percent", "$": "money_or_percent", "£": "money_or_percent",
    "€": "money_or_percent", "--": "dash", "...": "ellipsis", "``": QUOTED, "''": QUOTED,
}  # fmt: skip
_SIGN: Final = re.compile("|".join(map(re.escape, _SIGNS)))
_ENDINGS: Final = (
    ("past", 5, "ed"),
    ("adverb", 6, "ly"),
    ("participle", 6, "ing"),
    ("highest", 6, "est"),
    ("school", 7, ("ism", "ist", "ists")),
    ("quality", 7, ("ous", "ful", "less", "ive", "able", "ible")),
)
_MARKS: Final = "\"'“”‘’„«».,;:!?…()[]{}*—–-"
_YEAR: Final = re.compile(r"(?:19|20)\d\d(?!\d)")
_PARTS: Final = re.compile(r"[^\W_]+(?:'[a-z]+)?")
_LENGTHS: Final = (8, 12, 18, 25, 35)
_CAPITALS: Final = (3, 5)
_MOST_WORDS: Final = 200_000


class Wording:
    """Knows the classes of words, and of the signs between them.

    Args:
        tables: The folder of the shipped tables.
        own: The folder of the user's tables, or None.
        gates: Further classes by name, each with its words in lower case.

    Raises:
        ConfigError: The user's table is broken.
    """

    def __init__(
        self, tables: Path, own: Path | None = None, gates: Mapping[str, Iterable[str]] | None = None
    ) -> None:
        table = read_table(tables, "wording", own)
        classes: dict[str, Iterable[str]] = {key: words for key, words in table.items() if key != "single"}
        classes |= {f"word_{word}": (word,) for word in table["single"]}
        signs = dict.fromkeys([*_SIGNS.values(), *(name for name, _, _ in _ENDINGS), NUMBER, "year", NAME])
        counted = [f"words_{least}" for least in _LENGTHS] + [f"capitals_{least}" for least in _CAPITALS]
        self.names: tuple[str, ...] = (*classes, *signs, *counted, *(gates or ()))
        """The class that each bit stands for, lowest bit first."""
        self.bit: Mapping[str, int] = {name: 1 << place for place, name in enumerate(self.names)}
        """The bit of each class."""
        self._words = _WordBits({**classes, **(gates or {})}, self.bit)
        self._lengths = self._reached("words", _LENGTHS)
        self._capitals = self._reached("capitals", _CAPITALS)
        self._not_name = ~self.bit[NAME]

    def bits(self, words: Sequence[str]) -> int:
        """Return the classes of a sentence.

        Args:
            words: The sentence, split at white space.

        Returns:
            The bits of all classes that one of its words belongs to.
        """
        if not words:
            return 0
        known, rest = self._words, iter(words)
        found = known[next(rest)] & self._not_name
        found = reduce(or_, map(known.__getitem__, rest), found)
        capitals, count = sum(map(str.istitle, words)), len(words)
        return (
            found
            | self._lengths[count if count < _LENGTHS[-1] else _LENGTHS[-1]]
            | self._capitals[capitals if capitals < _CAPITALS[-1] else _CAPITALS[-1]]
        )

    def _reached(self, name: str, thresholds: Sequence[int]) -> list[int]:
        """Return the bits of the thresholds that each count reaches, up to the highest."""
        return [
            sum(self.bit[f"{name}_{least}"] for least in thresholds if least <= count)
            for count in range(thresholds[-1] + 1)
        ]


class _WordBits(dict[str, int]):
    """The bits of each word as it is written, worked out once."""

    def __init__(self, classes: Mapping[str, Iterable[str]], bit: Mapping[str, int]) -> None:
        super().__init__()
        self._bit = bit
        self._name, self._number, self._year = bit[NAME], bit[NUMBER], bit["year"]
        self._endings = [(shortest, ending, bit[name]) for name, shortest, ending in _ENDINGS]
        self._classes: dict[str, int] = {}
        for name, words in classes.items():
            for word in words:
                self._classes[word] = self._classes.get(word, 0) | bit[name]

    def __missing__(self, written: str) -> int:
        if len(self) >= _MOST_WORDS:
            self.clear()
        bits = self[written] = self._of(written)
        return bits

    def _of(self, written: str) -> int:
        if written.isalpha():
            bits = self._name if written[0].isupper() else 0
            lower = written.lower()
            if lower.isalpha():
                return bits | self._classes.get(lower, 0) | self._of_ending(lower)
        bit, classes = self._bit, self._classes
        core = written.rstrip(",.")
        if core.replace(",", "").isdigit() and len(written) - len(core) < len("..."):
            bits = self._of_figures(core) | classes.get(core, 0)
            for part in core.split(","):
                bits |= classes.get(part, 0)
            return bits
        bits = 0
        for sign in _SIGN.findall(written):
            bits |= bit[_SIGNS[sign]]
        core = written.strip(_MARKS)
        if core[:1].isupper():
            bits |= self._name
        lower = core.lower().replace("’", "'")
        plain = lower.removesuffix("'s")
        bits |= classes.get(lower, 0) | classes.get(plain, 0)
        if plain.isalpha():
            return bits | self._of_ending(plain)
        parts = _PARTS.findall(lower)
        if len(parts) > 1:
            for part in parts:
                bits |= classes.get(part, 0)
        if any(map(str.isdigit, core)):
            bits |= self._of_figures(core)
        return bits

    def _of_figures(self, core: str) -> int:
        return self._number | self._year if _YEAR.search(core) else self._number

    def _of_ending(self, word: str) -> int:
        size, bits = len(word), 0
        for shortest, ending, bit in self._endings:
            if size >= shortest and word.endswith(ending):
                bits |= bit
        return bits
