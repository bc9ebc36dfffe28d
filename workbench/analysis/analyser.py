"""The analysis of an article: the claims it makes, each with its types, score and reasons."""

import re
from pathlib import Path
from typing import Final

from workbench.analysis.sentences import SentenceSplitter
from workbench.model.article import Article, BlockKind, Span
from workbench.model.claim import Claim, ClaimType, claim_id

VERSION: Final = "1"
"""The version of the analysis: it rises whenever the same article may give other claims."""

_TABLES = Path(__file__).parent / "tables"
_WITH_CLAIMS = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.CAPTION, BlockKind.PARAGRAPH})
_NUMBER = re.compile(r"\d")
_QUOTE = re.compile(r"[\"“”]")
_SPEECH = re.compile(r"\b(?:said|says|say|told|added|according to|reported|noted)\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_FEWEST_WORDS = 4


class Analyser:
    """Finds the claims of an article. Pure: the same article gives the same claims.

    Args:
        tables_folder: The user's own tables, or None.

    Raises:
        ConfigError: A table of the user is broken.
    """

    def __init__(self, tables_folder: Path | None = None) -> None:
        self._splitter = SentenceSplitter(_TABLES, tables_folder)

    def claims(self, article: Article) -> tuple[Claim, ...]:
        """Find the claims of one article.

        Args:
            article: The article with its blocks.

        Returns:
            The claims in reading order.
        """
        return tuple(
            self._claim(article, span, block.kind)
            for block in article.blocks
            if block.kind in _WITH_CLAIMS
            for span in self._splitter.split(article.text, block.span)
            if _is_statement(span.of(article.text))
        )

    def _claim(self, article: Article, span: Span, kind: BlockKind) -> Claim:
        sentence = span.of(article.text)
        score, types, reasons = 0.3, [], []
        for pattern, claim_type, weight, reason in (
            (_NUMBER, ClaimType.QUANTITY, 0.3, "number"),
            (_QUOTE, ClaimType.QUOTE, 0.1, "quotation"),
            (_SPEECH, ClaimType.ATTRIBUTION, 0.2, "attributed"),
        ):
            if pattern.search(sentence):
                score += weight
                types.append(claim_type)
                reasons.append(reason)
        if sentence.endswith("?"):
            score = 0.05
            reasons.append("question")
        elif kind is not BlockKind.PARAGRAPH:
            score *= 0.5
            reasons.append(kind.value)
        return Claim(
            id=claim_id(article.id, span),
            article=article.id,
            span=span,
            kind=kind,
            types=tuple(types) or (ClaimType.EVENT,),
            score=round(score, 3),
            reasons=tuple(reasons),
        )


def _is_statement(sentence: str) -> bool:
    return len(_WORD.findall(sentence)) >= _FEWEST_WORDS and not sentence.endswith(":")
