"""The project's public functions under the names that the measuring harness asks for.

All offsets are code points into the text that was given.
"""

import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import TypedDict

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from workbench.analysis.analyser import Analyser
from workbench.analysis.comparison.comparer import Comparer
from workbench.analysis.comparison.containment import containment as contained_share
from workbench.analysis.comparison.copies import CopyFinder
from workbench.analysis.comparison.pairs import PairJudge
from workbench.analysis.comparison.statement import Statement
from workbench.analysis.comparison.words import Vocabulary
from workbench.analysis.dates.dates import DateFinder
from workbench.analysis.dates.grammar import DateExpression
from workbench.analysis.figures import FigureFinder
from workbench.analysis.numbers.number_tokens import NumberTokens
from workbench.analysis.numbers.quantities import QuantityFinder
from workbench.analysis.speech.attributions import AttributionFinder
from workbench.model.article import Article, Block, BlockKind, Span
from workbench.model.relation import Agreement
from workbench.reading.articles import read_article
from workbench.reading.blocks import find_blocks
from workbench.reading.offtopic import set_aside_offtopic
from workbench.reading.pieces import split_lines
from workbench.reading.sources import find_sources
from workbench.reading.vocabulary import read_vocabulary

ANALYSER = Analyser()
ATTRIBUTIONS = AttributionFinder()
QUANTITIES = QuantityFinder()
DATES = DateFinder()
TOKENS = NumberTokens()
VOCABULARY = read_vocabulary()
WORDS = Vocabulary()
PAIRS = PairJudge(WORDS)
FIGURES = FigureFinder()

ARTICLE_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})
"""The blocks that are an article's running text."""


class Told(TypedDict):
    """An article of a story."""

    id: str
    text: str


class Place(TypedDict):
    """Where a run of an article lies."""

    article: str
    start: int
    end: int


class Figure(TypedDict):
    """A number or date that was found; a pair of ISO dates is a range whose end is not part of it."""

    start: int
    end: int
    value: float | str | list[str | None]


def segment(text: str) -> list[tuple[int, int]]:
    """Return the sentences of every block."""
    return [
        (sentence.start, sentence.end)
        for block in _blocks(text)
        for sentence in ANALYSER.splitter.split(text, block.span)
    ]


def claims(text: str) -> list[dict[str, object]]:
    """Return the claims of one article; questions, which the program keeps and scores down, are left out."""
    article = _article(text)
    return [
        {
            "start": claim.span.start,
            "end": claim.span.end,
            "types": [str(kind) for kind in claim.types],
            "source": claim.speaker.text if claim.speaker else None,
        }
        for claim in ANALYSER.claims(article)
        if not claim.span.of(article.text).endswith("?")
    ]


def worthy(sentence: str) -> float:
    """Return how likely a sentence is worth checking."""
    return ANALYSER.reader.worthy(sentence)


def objective(sentence: str) -> float:
    """Return how likely a sentence states facts."""
    return ANALYSER.reader.objective(sentence)


def link(articles: Sequence[Told]) -> list[dict[str, object]]:
    """Return the relations between the claims of one story; what merely differs is reported as the same."""
    desk = _articles(articles)
    claims = [claim for article in desk for claim in ANALYSER.claims(article)]
    spans = {claim.id: _place(claim.article, claim.span) for claim in claims}
    return [
        {
            "a": spans[relation.a],
            "b": spans[relation.b],
            "relation": "conflict" if relation.agreement is Agreement.CONFLICT else "same",
        }
        for batch in Comparer().compare(desk, claims)
        for relation in batch.relations
    ]


def copied(articles: Sequence[Told]) -> list[dict[str, Place]]:
    """Return the passages that two of the articles share."""
    finder = CopyFinder(WORDS)
    return [
        {
            "a": _place(passage.article, passage.span),
            "b": _place(passage.other_article, passage.other_span),
        }
        for one, other in combinations(_articles(articles), 2)
        for passage in finder.compare(one, other).passages
    ]


def containment(text: str, source: str) -> float:
    """Return the share of a text that is taken from a source."""
    return contained_share(text, source, WORDS)


def quotes(text: str) -> list[dict[str, object]]:
    """Return the attributions of one article."""
    paragraphs = [block.span for block in _blocks(text)]
    return [
        {
            "content": [[span.start, span.end] for span in found.contents],
            "source": [found.source.start, found.source.end] if found.source else None,
        }
        for found in ATTRIBUTIONS.find(text, paragraphs)
    ]


def numbers(text: str) -> list[Figure]:
    """Return the quantities of a text, each with the number that the text names."""
    return [
        {"start": found.span.start, "end": found.span.end, "value": QUANTITIES.stated(found)}
        for found in QUANTITIES.find(text, Span(0, len(text)))
    ]


def dates(text: str, reference: str) -> list[Figure]:
    """Return the dates and durations of a text."""
    sentence = TOKENS.scan(text, Span(0, len(text)))
    day = date.fromisoformat(reference[:10]) if reference else None
    found: list[Figure] = [
        {"start": one.start, "end": one.end, "value": _days(one)} for one in DATES.expressions(sentence, day)
    ]
    return found + list(_durations(text, found))


def keep_lines(lines: Sequence[str]) -> list[int]:
    """Return the numbers of the lines that are article text."""
    text = "\n".join(lines)
    kept = [block.span for block in _blocks(text) if block.kind in ARTICLE_TEXT]
    numbers_kept, start = [], 0
    for number, line in enumerate(lines):
        here = Span(start, start + len(line))
        if any(span.overlaps(here) for span in kept):
            numbers_kept.append(number)
        start = here.end + 1
    return numbers_kept


def pair(a: str, b: str) -> tuple[str, float]:
    """Return what the second sentence says to the first, and how near they are in meaning."""
    judgement = PAIRS.judge(_statement(a), _statement(b))
    return judgement.outcome, judgement.similarity


def _statement(text: str) -> Statement:
    reading = WORDS.read(text, Span(0, len(text)))
    return PAIRS.reader.read(text, reading, FIGURES.find(text, 0, None))


def _blocks(text: str) -> tuple[Block, ...]:
    return find_blocks(split_lines(text), VOCABULARY).blocks


def _place(article: str, span: Span) -> Place:
    return {"article": article, "start": span.start, "end": span.end}


def _articles(told: Iterable[Told]) -> tuple[Article, ...]:
    """Read the articles of one story."""
    return set_aside_offtopic([replace(_read(one["text"]), id=one["id"]) for one in told])


def _article(text: str) -> Article:
    (article,) = set_aside_offtopic([_read(text)])
    return article


def _read(text: str) -> Article:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "article.txt"
        file.write_bytes(text.encode("utf-8", "surrogatepass"))
        return read_article(find_sources([str(file)])[0])


def _days(found: DateExpression) -> str | list[str | None]:
    part = found.period.part
    if part[:1].isdigit() and found.first == found.last:
        return f"{found.first} {part if part.count(':') == 2 else part + ':00'}"
    if found.first and found.first == found.last:
        return found.first.isoformat()
    closing = found.closing or (found.last and found.last + timedelta(1))
    return [found.first.isoformat() if found.first else None, closing.isoformat() if closing else None]


def _durations(text: str, found: Iterable[Figure]) -> Iterable[Figure]:
    """Give the quantities of time, in seconds, that are no part of a date."""
    taken = [Span(one["start"], one["end"]) for one in found]
    for quantity in QUANTITIES.find(text, Span(0, len(text))):
        stated = QUANTITIES.stated(quantity)
        low, high, dimension = QUANTITIES.units.to_si(replace(quantity, low=stated, high=stated))
        if dimension == "time" and not any(span.overlaps(quantity.span) for span in taken):
            seconds = low or high or 0.0
            yield {"start": quantity.span.start, "end": quantity.span.end, "value": f"{seconds:.12g}"}
