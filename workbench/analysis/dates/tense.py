"""Whether a sentence speaks of the past or of the future around a date."""

from enum import IntEnum
from typing import Final

from workbench.analysis.numbers.number_tokens import Sentence
from workbench.tables import Table

_REACH: Final = 120
_MOST_REMEMBERED: Final = 20_000
_BACK: Final = 90
_NEXT: Final = 40
_WORDS_AFTER: Final = 14
_NEAR: Final = 12
_MARKS: Final = ".,;:\"“”'()"
_CLAUSES: Final = frozenset({"that", "which", "who", "whose", "whether", "because", "saying", "if", "where"})
_PASSIVE: Final = frozenset({"be"})
_NOT_PAST: Final = frozenset(
    {
        "need",
        "indeed",
        "hundred",
        "united",
        "speed",
        "feed",
        "seed",
        "exceed",
        "proceed",
        "succeed",
        "embed",
        "sacred",
        "naked",
    }
)


class Direction(IntEnum):
    """Where a date lies, seen from the article's date."""

    PAST = -1
    UNKNOWN = 0
    FUTURE = 1


class Tense:
    """Tells the direction of time from the words around a date.

    Args:
        table: The table "dates".
    """

    def __init__(self, table: Table) -> None:
        self._past = frozenset(table["past"])
        self._future = frozenset(table["future"])
        self._plain: set[str] = set()

    def at(self, sentence: Sentence, start: int) -> Direction:
        """Return the direction that the words around an offset tell.

        The word right after the date decides ("on Saturday announced"), else the nearest verb before it
        ("said on Tuesday that troops will leave" is past), else the first one after it in its clause ("On
        Friday the court will rule"). A word of the future counts less far off than one of the past: the
        news mostly tells what happened.

        Args:
            sentence: The sentence.
            start: Where the date begins.

        Returns:
            The direction, UNKNOWN when no word tells.
        """
        lower, plain = sentence.lower, self._plain
        after = lower[start : start + _NEXT].split(None, 2)
        if len(after) > 1 and not after[0].endswith((",", "'s")) and self._of(after[1]) is Direction.PAST:
            return Direction.PAST
        before = lower[max(0, start - _BACK) : start].split()
        place = len(before)
        while place:
            place -= 1
            word = before[place]
            direction = Direction.UNKNOWN if word in plain else self._of(word)
            if not direction or (direction is Direction.PAST and place and before[place - 1] in _PASSIVE):
                continue
            if direction is Direction.FUTURE and len(before) - place > _NEAR:
                break
            return direction
        for word in lower[start : start + _REACH].split()[1:_WORDS_AFTER]:
            direction = self._of(word)
            if direction or word in _CLAUSES:
                return direction
        return Direction.UNKNOWN

    def _of(self, word: str) -> Direction:
        bare = word.strip(_MARKS)
        if bare in self._future or bare.endswith("'ll"):
            return Direction.FUTURE
        if bare in self._past or (bare.endswith("ed") and len(bare) > 4 and bare not in _NOT_PAST):
            return Direction.PAST
        if len(self._plain) >= _MOST_REMEMBERED:
            self._plain.clear()
        self._plain.add(word)
        return Direction.UNKNOWN
