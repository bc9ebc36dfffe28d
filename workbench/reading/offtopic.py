"""Off-topic inserts: blocks that share words neither with their article nor with the others of the story."""

import heapq
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from workbench.model.article import Article, Block, BlockKind
from workbench.reading.vocabulary import read_vocabulary

_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_ENDINGS: Final = ("ing", "ers", "ed", "es", "er", "ly", "s")
_STEM: Final = 7
"""Code points of a word that count: "government" and "governments" are one."""
_FEWEST_WORDS: Final = 6
"""Different content words below which a block says too little to be judged."""
_OTHERS: Final = 2
"""Related articles without which nothing is judged."""
_NEAREST: Final = 12
"""Related articles that an article is compared with, however many there are."""
_HOLDERS: Final = 40
"""Articles that one word leads to, at most."""
_COPY: Final = 0.9
"""The share of the longer one's words above which two articles are copies."""
_RELATED: Final = 0.25
"""The share of the shorter article's words that related articles have in common, at least."""
_AS_NEAR: Final = 0.65
"""The share of the nearest article's, below which another one tells a different story."""
_TYPICAL: Final = 0.45
"""The share of a median block's words that the others use too; an article below tells its own story."""
_ALONE: Final = 0.33
"""A block is off topic below this share of what the article's median block has in common."""
_UNDER_HEADING: Final = 0.45
"""The same for a paragraph under a heading of its own, which is how inserts are pasted."""
_FEWEST_UNITS_ALONE: Final = 6
"""Paragraphs below which an article says too little to judge one by the others."""
_FEWEST_WORDS_ALONE: Final = 12
"""Different content words below which a paragraph is not judged by its own article alone."""
_TYPICAL_ALONE: Final = 0.3
"""The share of a median block's words that its article uses elsewhere, at least, to judge by that."""
_MOST: Final = 0.34
"""No more than this share of an article can be an insert."""
_FEWEST_TOGETHER: Final = 5
"""Articles below which none is said to stand alone."""
_FEWEST_WORDS_OF_ONE: Final = 20
"""Different content words below which an article says too little for that."""
_ALIEN: Final = 0.15
"""An article stands alone when no other one has this share of its words; the least in one story is 0.23."""
_MOSTLY_RELATED: Final = 0.6
"""The share of the articles that must be related to another one for that."""
STANDS_ALONE: Final = "shares hardly any words with the other articles"
"""The warning on an article that seems to be about something else."""
_QUOTES: Final = "\"“”'‘’„«"


@dataclass(frozen=True, slots=True)
class _Unit:
    """A paragraph, with the heading above it."""

    blocks: range
    stems: frozenset[str]
    in_others: float
    """Share of its words that the other articles use."""
    in_article: float
    """Share of its words that the rest of the article uses."""

    @property
    def common(self) -> float:
        return self.in_others + self.in_article


def set_aside_offtopic(articles: Sequence[Article], own_tables: Path | None = None) -> tuple[Article, ...]:
    """Set aside what was pasted into an article from another story.

    A block is compared by its content words with the related articles and with the rest of its own
    article, and both with what is usual in that article. Time grows with the length of the articles.

    Args:
        articles: The articles of a session.
        own_tables: The folder of the user's word lists, or None.

    Returns:
        The same articles, in order. Without two related articles only a paragraph under a heading of its
        own is judged, by the rest of its article. An article that has next to nothing in common with
        any other one keeps its blocks, since a person chose it, and gets a warning.
    """
    stop = read_vocabulary(own_tables).stop_words
    stems = [_block_stems(article, stop) for article in articles]
    whole = [frozenset().union(*blocks) for blocks in stems]
    judged = []
    related = list(_related(whole))
    for index, (article, (others, _)) in enumerate(zip(articles, related, strict=True)):
        if len(others) < _OTHERS:
            judged.append(_judge_alone(article, stems[index]))
            continue
        known = frozenset().union(*(whole[other] for other in others))
        judged.append(_judge(article, stems[index], known))
    alone = _standing_alone(whole, [nearest for _, nearest in related])
    return tuple(_with_warning(article, index in alone) for index, article in enumerate(judged))


def _standing_alone(whole: Sequence[frozenset[str]], nearest: Sequence[float]) -> frozenset[int]:
    """Return the articles that have next to nothing in common with the rest, where most have much."""
    told = [index for index, stems in enumerate(whole) if len(stems) >= _FEWEST_WORDS_OF_ONE]
    if len(told) < _FEWEST_TOGETHER:
        return frozenset()
    if sum(nearest[index] >= _RELATED for index in told) < _MOSTLY_RELATED * len(told):
        return frozenset()
    return frozenset(index for index in told if nearest[index] < _ALIEN)


def _with_warning(article: Article, is_alone: bool) -> Article:
    others = tuple(warning for warning in article.warnings if warning != STANDS_ALONE)
    warnings = (*others, STANDS_ALONE) if is_alone else others
    return article if warnings == article.warnings else replace(article, warnings=warnings)


def _block_stems(article: Article, stop: frozenset[str]) -> list[frozenset[str]]:
    return [
        frozenset() if block.is_set_aside else content_stems(block.span.of(article.text), stop)
        for block in article.blocks
    ]


def content_stems(text: str, stop: frozenset[str]) -> frozenset[str]:
    """Return the crude stems of the words that carry the content."""
    words = set(_WORD.findall(text.lower())) - stop
    return frozenset(_stem(word) for word in words)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)][:_STEM]
    return word[:_STEM]


def _related(whole: Sequence[frozenset[str]]) -> Iterator[tuple[list[int], float]]:
    """Yield for each article the nearest ones that share enough of its words, and the share of the nearest.

    Each word leads to a few articles at most, so that the time stays linear. A copy of the article is not
    among them: what was pasted into one is in the other as well.
    """
    copies = Counter(whole)
    holders: dict[str, list[int]] = defaultdict(list)
    first_of: dict[frozenset[str], int] = {}
    for index, stems in enumerate(whole):
        if first_of.setdefault(stems, index) == index:
            for stem in stems:
                holders[stem].append(index)
    for stems in whole:
        weight: dict[int, float] = defaultdict(float)
        for stem in stems:
            having = holders[stem]
            rarity = math.log(1 + len(whole) / len(having))
            for other in having[:_HOLDERS]:
                weight[other] += rarity
        weight.pop(first_of[stems], None)
        nearest = heapq.nlargest(_NEAREST, weight, key=weight.__getitem__)
        all_shares = {other: _share(stems, whole[other]) for other in nearest}
        shares = {other: all_shares[other] for other in nearest if not _is_copy(stems, whole[other])}
        enough = max(_RELATED, _AS_NEAR * max(shares.values(), default=0))
        closest = 1.0 if copies[stems] > 1 else max(all_shares.values(), default=0.0)
        yield [other for other, share in shares.items() if share >= enough], closest


def _is_copy(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) > _COPY * max(len(one), len(other))


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0


def _judge(article: Article, stems: Sequence[frozenset[str]], known: frozenset[str]) -> Article:
    units = list(_units(article, stems, known))
    if len(units) < 4:
        return article
    usual = _median(unit.common for unit in units)
    if _median(unit.in_others for unit in units) < _TYPICAL:
        return article
    foreign = [unit for unit in units if _is_foreign(article, unit, usual)]
    if sum(len(unit.stems) for unit in foreign) > _MOST * sum(len(unit.stems) for unit in units):
        return article
    blocks = list(article.blocks)
    for unit in foreign:
        for index in unit.blocks:
            share = f"the other articles use {round(100 * unit.in_others)}% of its words"
            blocks[index] = _set_aside(blocks[index], share)
    return replace(article, blocks=tuple(blocks)) if foreign else article


def _judge_alone(article: Article, stems: Sequence[frozenset[str]]) -> Article:
    """Judge by the article itself, which takes a clearer case: a heading and a long paragraph under it."""
    units = list(_units(article, stems, frozenset()))
    if len(units) < _FEWEST_UNITS_ALONE:
        return article
    usual = _median(unit.in_article for unit in units)
    blocks = list(article.blocks)
    for unit in units:
        pasted = len(unit.blocks) > 1 and len(unit.stems) >= _FEWEST_WORDS_ALONE
        if pasted and unit.in_article < _ALONE * usual and usual > _TYPICAL_ALONE:
            for index in unit.blocks:
                share = f"the rest of the article uses {round(100 * unit.in_article)}% of its words"
                blocks[index] = _set_aside(blocks[index], share)
    return replace(article, blocks=tuple(blocks))


def _median(values: Iterable[float]) -> float:
    ordered = sorted(values)
    return ordered[len(ordered) // 2]


def _units(article: Article, stems: Sequence[frozenset[str]], known: frozenset[str]) -> Iterator[_Unit]:
    count = Counter(stem for block in stems for stem in block)
    start = -1
    for index, block in enumerate(article.blocks):
        if block.kind is BlockKind.HEADING:
            start = index
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        run = range(start if start == index - 1 and start >= 0 else index, index + 1)
        unit = frozenset().union(*(stems[i] for i in run))
        if len(unit) >= _FEWEST_WORDS:
            near = range(max(0, run.start - 1), min(len(stems), run.stop + 1))
            local = Counter(stem for i in near for stem in stems[i])
            yield _Unit(
                run,
                unit,
                in_others=len(unit & known) / len(unit),
                in_article=sum(count[stem] > local[stem] for stem in unit) / len(unit),
            )


def _is_foreign(article: Article, unit: _Unit, usual: float) -> bool:
    """Tell whether a unit has little in common; a quote is how people talk, whatever the story."""
    if article.blocks[unit.blocks[-1]].span.of(article.text)[0] in _QUOTES:
        return False
    return unit.common < usual * (_UNDER_HEADING if len(unit.blocks) > 1 else _ALONE)


def _set_aside(block: Block, share: str) -> Block:
    return replace(block, kind=BlockKind.OFFTOPIC, reason=f"about something else: {share}")
