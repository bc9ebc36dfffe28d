"""The words of all articles that are compared: a spelling is worked out once, a sentence read in one pass."""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Final

from workbench.analysis.comparison.acronyms import explained_acronyms
from workbench.analysis.comparison.concepts import Concepts
from workbench.analysis.comparison.forms import Forms
from workbench.analysis.comparison.stemming import stem_of
from workbench.analysis.comparison.tokens import MOST_CHUNKS, TOKEN, Places, TokenPlaces
from workbench.model.article import Span

STOP: Final = 1
"""A word without content of its own."""
NUMBER: Final = 2
"""Digits, or a numeral."""
CAPITAL: Final = 4
"""Written with a capital letter first; the first word of a sentence too."""
NEGATOR: Final = 8
"""It denies what follows: "not", "no", "never"."""
PLACE: Final = 16
"""A country, or its people, or what is named like one."""

_FIRST_CODE: Final = 0x100
_SURROGATES: Final = 0xD800
_AFTER_SURROGATES: Final = 0xE000


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A spelling, and what it counts as; there is one of each in a vocabulary."""

    written: str
    """As the text has it: "Russians"."""
    normal: str
    """The normal form in lower case: "russia", "us", "2000", "not"."""
    stem: str
    """The normal form without its endings."""
    concept: str
    """The stem that stands for all words of its meaning; the stem itself when nothing else means the same."""
    sign: str
    """One character that stands for the stem, the same in all sentences of a vocabulary."""
    flags: int
    """STOP, NUMBER and so on, added."""

    @property
    def is_content(self) -> bool:
        """Whether it says something by itself: no stop word, no negator."""
        return not self.flags & (STOP | NEGATOR)


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A sentence as its words."""

    span: Span
    """Where it stands in the canonical text."""
    words: tuple[Word, ...]
    """Its words in order; a run that stands for one name ("United States") is one."""
    signs: str
    """The sign of each word in order: two sentences with the same stems are equal, an n-gram is a slice."""


class Vocabulary:
    """Reads sentences into words that are the same for all articles of a comparison.

    Args:
        own: The folder of the user's tables, or None.

    Raises:
        ConfigError: A table of the user is broken.
    """

    def __init__(self, own: Path | None = None) -> None:
        self.forms = Forms(own)
        """The normal forms."""
        self.concepts = Concepts(self.forms, own)
        """Which words mean the same, and which the opposite."""
        self._words: dict[str, Word] = {}
        self._normals: dict[str, tuple[str, str, str, int]] = {}
        self._signs: dict[str, str] = {}
        self._stems: list[str] = []
        self._chunks = _Chunks(self)
        self._chunk_signs = _ChunkSigns(self._chunks)
        self._tokens = TokenPlaces()
        self._phrases: dict[str, list[tuple[str, Word]]] = {}
        self._heads = re.compile(r"(?!)")
        self._put_phrases(self.forms.phrases.items())

    def learn(self, text: str) -> None:
        """Learn the acronyms that a text explains: "Syrian Democratic Forces (SDF)".

        Learn from all articles before reading any, so that the order of articles does not matter.

        Args:
            text: The canonical text of an article.
        """
        found = [
            (tuple([word.lower() for word in name]), self.forms.normal(acronym))
            for name, acronym in explained_acronyms(text)
        ]
        if found:
            self._put_phrases(found)

    def read(self, text: str, span: Span) -> Reading:
        """Read one sentence.

        Args:
            text: The canonical text of its article.
            span: Where the sentence stands.

        Returns:
            Its words.
        """
        chunks = text[span.start : span.end].split()
        words = tuple(chain.from_iterable(map(self._chunks.__getitem__, chunks)))
        signs = "".join(map(self._chunk_signs.__getitem__, chunks))
        if self._heads.search(signs):
            words, signs = self._joined(words, signs)
        return Reading(span, words, signs)

    def places(self, text: str, reading: Reading) -> Places:
        """Find where the words of a sentence stand.

        Args:
            text: The canonical text of its article.
            reading: The sentence.

        Returns:
            The place of each word in the canonical text.
        """
        starts, ends = self._tokens.find(text, reading.span)
        if len(starts) != len(reading.words):  # else no run of words is one name: the usual case
            signs = "".join(
                [self.word(text[start:end]).sign for start, end in zip(starts, ends, strict=True)]
            )
            for first, last, _ in reversed(list(self._runs(signs))):
                del starts[first + 1 : last], ends[first : last - 1]
        return Places(tuple(starts), tuple(ends))

    def word(self, written: str) -> Word:
        """Return the word with this spelling."""
        known = self._words.get(written)
        if known is None:
            known = self._words[written] = self._new(written, self.forms.normal(written))
        return known

    def signs_of(self, normals: Iterable[str]) -> frozenset[str]:
        """Return the signs of normal forms; other words of the same stems have them too."""
        return frozenset([self._sign(stem_of(normal)) for normal in sorted(normals)])

    def stem(self, sign: str) -> str:
        """Return the stem that a sign stands for."""
        code = ord(sign) - _FIRST_CODE
        if code >= _AFTER_SURROGATES - _FIRST_CODE:
            code -= _AFTER_SURROGATES - _SURROGATES
        return self._stems[code]

    def _new(self, written: str, normal: str) -> Word:
        known = self._normals.get(normal)
        if known is None:
            stem = stem_of(normal)
            known = stem, self.concepts.of(stem), self._sign(stem), self._flags(normal)
            self._normals[normal] = known
        stem, concept, sign, flags = known
        if written[:1].isupper():
            flags |= CAPITAL
        return Word(written, normal, stem, concept, sign, flags)

    def _flags(self, normal: str) -> int:
        forms = self.forms
        flags = NUMBER if normal[0].isdigit() else 0
        if normal in forms.stop:
            flags |= STOP
        if normal in forms.negators:
            flags |= NEGATOR
        return flags | PLACE if normal in forms.countries else flags

    def _sign(self, stem: str) -> str:
        sign = self._signs.get(stem)
        if sign is None:
            code = _FIRST_CODE + len(self._stems)
            if code >= _SURROGATES:
                code += _AFTER_SURROGATES - _SURROGATES
            sign = self._signs[stem] = chr(min(code, sys.maxunicode))
            self._stems.append(stem)
        return sign

    def _put_phrases(self, phrases: Iterable[tuple[Sequence[str], str]]) -> None:
        for parts, name in phrases:
            signs = "".join([self.word(part).sign for part in parts])
            joined = self._new(name, name)
            known = self._phrases.setdefault(signs[0], [])
            if all(signs != other for other, _ in known):
                known.append((signs, joined))
                known.sort(key=lambda phrase: -len(phrase[0]))
        seconds = {run[1] for runs in self._phrases.values() for run, _ in runs}
        self._heads = re.compile(f"[{''.join(self._phrases)}](?=[{''.join(seconds)}])")

    def _runs(self, signs: str) -> Iterator[tuple[int, int, Word]]:
        """Yield the first and last+1 place of each run that stands for one word, and that word."""
        at = 0
        for head in self._heads.finditer(signs):
            start = head.start()
            if start < at:
                continue
            for run, word in self._phrases[head[0]]:
                if signs.startswith(run, start):
                    at = start + len(run)
                    yield start, at, word
                    break

    def _joined(self, words: tuple[Word, ...], signs: str) -> tuple[tuple[Word, ...], str]:
        found: list[Word] = []
        at = 0
        for start, end, word in self._runs(signs):
            found += [*words[at:start], word]
            at = end
        if not at:
            return words, signs
        found += words[at:]
        return tuple(found), "".join([word.sign for word in found])


class _Chunks(dict[str, tuple[Word, ...]]):
    """What stands between white space, as words; worked out once for each spelling."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._word = vocabulary.word

    def __missing__(self, chunk: str) -> tuple[Word, ...]:
        if len(self) >= MOST_CHUNKS:
            self.clear()
        words = self[chunk] = tuple(map(self._word, TOKEN.findall(chunk)))
        return words


class _ChunkSigns(dict[str, str]):
    """The signs of the words of what stands between white space; likewise."""

    def __init__(self, chunks: _Chunks) -> None:
        super().__init__()
        self._chunks = chunks

    def __missing__(self, chunk: str) -> str:
        if len(self) >= MOST_CHUNKS:
            self.clear()
        signs = self[chunk] = "".join([word.sign for word in self._chunks[chunk]])
        return signs
