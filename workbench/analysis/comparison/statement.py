"""A sentence prepared for being compared with many others, as sets that are quick to intersect."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from pathlib import Path
from typing import Final, TypeVar, cast

from workbench.analysis.comparison.words import CAPITAL, NEGATOR, NUMBER, PLACE, Reading, Vocabulary, Word
from workbench.analysis.figures import Figures
from workbench.tables import read_table

_TABLES: Final = Path(__file__).parents[1] / "tables"
_Member = TypeVar("_Member")
_REACH: Final = 10
"""In words; how far a negation goes."""
_TURNS: Final = frozenset(
    {"but", "while", "although", "though", "because", "which", "who", "whereas", "however"}
)
"""Where a negation ends."""
_CLOSED: Final = ".!?\"”’')]…"


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """A sentence, with all that is needed to compare it."""

    text: str
    """The sentence."""
    reading: Reading
    """Its words."""
    figures: Figures
    """Its numbers and dates."""
    content: tuple[Word, ...]
    """The words that say something by themselves, in order."""
    stems: frozenset[str]
    """Their stems."""
    all_stems: frozenset[str]
    """The stems of all words."""
    rows: frozenset[int]
    """The rows of synonyms that its content is in."""
    broader: frozenset[str]
    """What its content is a kind of."""
    opposites: frozenset[str]
    """What its words exclude."""
    sets: frozenset[int]
    """The sets that it names a member of where only one can hold."""
    starts: frozenset[str]
    """The first letters of its longer words."""
    negated: frozenset[str]
    """The stems that it denies."""
    negators: tuple[Word, ...]
    """The words that deny."""
    names: tuple[Word, ...]
    """Places, and words with a capital letter; of the first word of the sentence only what no table knows."""
    pairs: frozenset[tuple[str, str]]
    """Its content words with the next one each, as stems."""
    stances: Mapping[str, tuple[str, ...]]
    """The words for how it stands to what it tells: "falsehood", "denial", "reserve", "attribution",
    "question"."""
    is_sentence: bool
    """Whether it is written like a sentence and no heading: a capital letter first, a stop at the end."""


class StatementReader:
    """Prepares sentences.

    Args:
        vocabulary: The words of all articles that are compared.
        own: The folder of the user's tables, or None.

    Raises:
        ConfigError: A table of the user is broken.
    """

    def __init__(self, vocabulary: Vocabulary, own: Path | None = None) -> None:
        self._concepts = vocabulary.concepts
        table = read_table(_TABLES, "stances", own)
        self.strict: frozenset[str] = frozenset(cast("list[str]", table.pop("strict")))
        """Modifiers that leave the number itself out."""
        self._stances: dict[str, list[str]] = {}
        for stance, words in table.items():
            for stem in dict.fromkeys(vocabulary.word(word).stem for word in words):
                self._stances.setdefault(stem, []).append(stance)

    def read(self, text: str, reading: Reading, figures: Figures) -> Statement:
        """Prepare one sentence.

        Args:
            text: The sentence.
            reading: Its words.
            figures: Its numbers and dates.

        Returns:
            The sentence, ready to be compared.
        """
        concepts, words = self._concepts, reading.words
        content = tuple([word for word in words if word.is_content])
        stems = [word.stem for word in content]
        everything = frozenset([word.stem for word in words])
        known = self._stances
        stances: dict[str, tuple[str, ...]] = {"question": ("?",)} if "?" in text else {}
        if not everything.isdisjoint(known):
            for word in words:
                for stance in known.get(word.stem, ()):
                    stances[stance] = (*stances.get(stance, ()), word.written)
        return Statement(
            text=text,
            reading=reading,
            figures=figures,
            content=content,
            stems=frozenset(stems),
            all_stems=everything,
            rows=_union(map(concepts.rows, stems)),
            broader=_union(map(concepts.broader, stems)),
            opposites=_union(map(concepts.opposites, everything)),
            sets=_union(map(concepts.exclusive, stems)),
            starts=frozenset([stem[:4] for stem in stems if len(stem) >= 4 and stem.isalpha()]),
            negated=frozenset(_negated(words)),
            negators=tuple([word for word in words if word.flags & NEGATOR]),
            names=tuple([word for place, word in enumerate(words) if self._is_name(word, not place)]),
            pairs=frozenset(pairwise(stems)),
            stances=stances,
            is_sentence=text[:1].isupper() and text.rstrip()[-1:] in _CLOSED,
        )

    def _is_name(self, word: Word, is_first: bool) -> bool:
        if not word.is_content or word.flags & NUMBER:
            return False
        if word.flags & PLACE:
            return True
        known = is_first and bool(self._concepts.rows(word.stem) or self._concepts.broader(word.stem))
        return bool(word.flags & CAPITAL) and not known


def has_figure(statement: Statement) -> bool:
    """Tell whether a sentence has a number in digits."""
    return any(word.flags & NUMBER and word.written[0].isdigit() for word in statement.content)


def _negated(words: Sequence[Word]) -> Iterator[str]:
    """Yield the stems in reach of a negation."""
    left = 0
    for word in words:
        if word.flags & NEGATOR:
            left = _REACH
        elif word.normal in _TURNS:
            left = 0
        elif left:
            left -= 1
            if word.is_content:
                yield word.stem


def _union(sets: Iterable[frozenset[_Member]]) -> frozenset[_Member]:
    return frozenset(chain.from_iterable(sets))
