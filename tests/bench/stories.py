"""Stories for measuring: the seeds told again and again, each time about other people, places and numbers."""

import random
import re
from collections.abc import Iterator, Sequence
from typing import Final

from workbench.model.article import Article
from workbench.reading.blocks import find_blocks
from workbench.reading.pieces import split_lines
from workbench.reading.vocabulary import read_vocabulary
from workbench.resources import seeds_folder

_WORD: Final = re.compile(r"\d[\d,]*|[^\W\d_]+")
_KEPT_WORDS: Final = """
killed wounded injured harmed hurt died dead casualties deaths troops soldiers fighters forces militants
yards meters miles kilometers about around more than least some dozens scores official officials
spokeswoman minister military said told reporters added statement according reported attack strikes
airstrike January February March April May June July August September October November December
"""
_KEPT: Final = frozenset(_KEPT_WORDS.lower().split())
"""Words that stay: what happened, how many, who says so."""
_SMALL: Final = 5
"""Letters below which a word stays."""
_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_VOCABULARY: Final = read_vocabulary()
_SYLLABLES: Final = (
    "ba", "den", "for", "gol", "ka", "lun", "mir", "nes", "or", "tal", "vik", "wen", "sha", "pu", "cor",
    "dra", "el", "fin", "gru", "hol", "il", "jo", "kel", "lop", "mun", "nar", "os", "pir", "qua", "rot",
    "sil", "tur",
)  # fmt: skip
"""Three of them make a word: some 30,000 words, about as many as there are names in the news."""


def seed_articles() -> list[Article]:
    """Return the seeds themselves."""
    return [_article(f"seed-{place}", text) for place, text in enumerate(_seeds())]


def stories(size: int) -> Iterator[list[Article]]:
    """Yield stories of five articles each, until they are `size` code points together."""
    seeds, total, number = _seeds(), 0, 0
    words = sorted({word for seed in seeds for word in _WORD.findall(seed) if _is_ordinary(word)})
    while total < size:
        telling = _Telling(random.Random(number), words)
        story = [_article(f"{number}-{place}", telling.told(seed)) for place, seed in enumerate(seeds)]
        total += sum(len(article.text) for article in story)
        number += 1
        yield story


def _seeds() -> list[str]:
    return [file.read_text(encoding="utf-8") for file in sorted(seeds_folder().glob("*.txt"))]


def _article(id: str, text: str) -> Article:
    blocks = find_blocks(split_lines(text), _VOCABULARY).blocks
    return Article(id, "", text, "", "", "", "", "2031-03-04", blocks)


class _Telling:
    """One story's own words."""

    def __init__(self, chance: random.Random, words: Sequence[str]) -> None:
        self._chance = chance
        self._shift = chance.randrange(7)
        # ordinary words change places with each other, so that the news keep their vocabulary
        self._words = dict(zip(words, chance.sample(words, len(words)), strict=True))

    def told(self, text: str) -> str:
        """Return a seed with this story's words; the same word becomes the same in all of its articles."""
        return _WORD.sub(lambda match: self._word(match[0]), text)

    def _word(self, word: str) -> str:
        if word not in self._words:
            self._words[word] = self._another(word)
        return self._words[word]

    def _another(self, word: str) -> str:
        chance = self._chance
        if word[0].isdigit():
            is_year = len(word) == 4 and "," not in word
            return word if is_year else str(max(2, int(word.replace(",", "")) + chance.randrange(-9, 90)))
        if word in _DAYS:
            return _DAYS[(_DAYS.index(word) + self._shift) % 7]
        if not word[0].isupper() or not _is_ordinary(word.lower()):
            return word
        return "".join(chance.choices(_SYLLABLES, k=3)).capitalize()


def _is_ordinary(word: str) -> bool:
    """Tell whether a word may change: it is long enough, and says neither what happened nor who says so."""
    return word.islower() and len(word) >= _SMALL and word not in _KEPT
