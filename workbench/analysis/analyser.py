"""The analysis of an article: the claims it makes, each with its types, score and reasons."""

from bisect import bisect_right
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from workbench.analysis.attributed import NOBODY, Attributed, Sentence, SpeechActs
from workbench.analysis.figures import Figures
from workbench.analysis.readings import SentenceReader
from workbench.analysis.segmentation.sentences import SentenceSplitter
from workbench.analysis.speech.attributions import AttributionFinder
from workbench.analysis.statements import is_statement
from workbench.model.article import Article, Block, BlockKind, Span
from workbench.model.claim import Claim, SpeakerKind

_TABLES: Final = Path(__file__).parent / "tables"
_WITH_CLAIMS: Final = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.CAPTION, BlockKind.PARAGRAPH})
_LONGEST_SENTENCE: Final = 3_000
"""In code points; what is longer is no prose, and has no speaker to be found."""
_PARAGRAPHS_BEFORE: Final = 12
"""Blocks before a claim in which the name behind a pronoun is looked for."""
_FACT_OF_KIND: Final = {
    BlockKind.TITLE: "heading",
    BlockKind.HEADING: "heading",
    BlockKind.CAPTION: "caption",
}
_FACT_OF_SPEAKER: Final = {
    SpeakerKind.NAMED: "named_source",
    SpeakerKind.ANONYMOUS: "anonymous_source",
    SpeakerKind.OUTLET: "outlet_source",
    SpeakerKind.PRONOUN: "unresolved_source",
}


class Analyser:
    """Finds the claims of an article. Pure: the same article gives the same claims.

    Args:
        tables_folder: The user's own tables, or None.

    Raises:
        ConfigError: A table of the user is broken.
    """

    def __init__(self, tables_folder: Path | None = None) -> None:
        self.splitter = SentenceSplitter(_TABLES, tables_folder)
        """What cuts a block into sentences."""
        self.reader = SentenceReader(_TABLES, tables_folder)
        """What reads a sentence that stands alone."""
        self._attributions = AttributionFinder(tables_folder)
        self._speech = SpeechActs(_TABLES, tables_folder)
        self._worth, self._types = self.reader.worth, self.reader.types
        self._fact = fact = self._worth.fact
        self._fact_of_kind = {kind: fact[name] for kind, name in _FACT_OF_KIND.items()}
        self._fact_of_speaker = {kind: fact[name] for kind, name in _FACT_OF_SPEAKER.items()}

    def claims(self, article: Article) -> tuple[Claim, ...]:
        """Find the claims of one article.

        Args:
            article: The article with its blocks.

        Returns:
            The claims in reading order.
        """
        text, reference, reader = article.text, _day(article.date), self.reader
        sentences, paragraphs = self._cut(article)
        attributions = self._attributions.find(text, paragraphs)
        said = self._speech.lay_over(text, sentences, attributions)
        claims = []
        for place, (start, end, kind) in enumerate(sentences):
            sentence = text[start:end]
            words = sentence.split()
            bits = reader.bits(words)
            if is_statement(sentence, words, kind, bits & reader.telling != 0):
                bits, figures = reader.read(sentence, words, bits, start, reference)
                speech = said.get(place, NOBODY)
                claims.append(self._claim(article.id, Span(start, end), kind, bits, figures, speech))
        return tuple(claims)

    def claim_at(self, article: Article, span: Span) -> Claim:
        """Read the claim that a person sees at a span, whatever a sentence is.

        Args:
            article: The article with its blocks.
            span: Where the claim lies.

        Returns:
            The claim, with types, score, numbers and dates of exactly these words. Its speaker is looked
            for in the paragraphs around it.
        """
        text = article.text
        place = max(bisect_right(article.blocks, span.start, key=_start) - 1, 0)
        last = bisect_right(article.blocks, span.end, key=_start)
        around = article.blocks[max(place - _PARAGRAPHS_BEFORE, 0) : last + 1]
        _, paragraphs = self._cut(replace(article, blocks=around))
        kind = article.blocks[place].kind if article.blocks else BlockKind.PARAGRAPH
        sentence = span.of(text)
        words = sentence.split()
        bits = self.reader.bits(words)
        bits, figures = self.reader.read(sentence, words, bits, span.start, _day(article.date))
        attributions = self._attributions.find(text, paragraphs)
        said = self._speech.lay_over(text, [(span.start, span.end, kind)], attributions)
        return self._claim(article.id, span, kind, bits, figures, said.get(0, NOBODY))

    def _cut(self, article: Article) -> tuple[list[Sentence], list[Span]]:
        """Return the sentences of the blocks that may hold claims, and the blocks to look for speakers in."""
        cut, text = self.splitter.cut, article.text
        sentences: list[Sentence] = []
        paragraphs = []
        for block in article.blocks:
            kind = block.kind
            if kind in _WITH_CLAIMS:
                places = cut(text, block.span.start, block.span.end)
                sentences += [(start, end, kind) for start, end in places]
                if max([end - start for start, end in places], default=0) <= _LONGEST_SENTENCE:
                    paragraphs.append(block.span)
        return sentences, paragraphs

    def _claim(
        self, article: str, span: Span, kind: BlockKind, bits: int, figures: Figures, said: Attributed
    ) -> Claim:
        if kind in self._fact_of_kind:
            bits |= self._fact_of_kind[kind]
        if said is not NOBODY:
            bits |= self._facts_of(said)
        return Claim(
            f"{article}:{span.start}-{span.end}",
            article,
            span,
            kind,
            self._types.of(bits),
            self._worth.score(bits),
            self._worth.reasons(bits),
            said.speaker,
            figures.quantities,
            figures.dates,
        )

    def _facts_of(self, said: Attributed) -> int:
        facts = self._fact_of_speaker[said.speaker.kind] if said.speaker else 0
        if said.is_quoted:
            facts |= self._fact["quotation"]
        if said.is_attributed:
            facts |= self._fact["attributed"]
        return facts


def _start(block: Block) -> int:
    return block.span.start


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
