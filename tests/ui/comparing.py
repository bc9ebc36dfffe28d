"""Four articles about a ferry, and a comparison that finds what a test says is there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.ui.driving import article_file
from workbench.model.article import Article, Span
from workbench.model.claim import Claim
from workbench.model.relation import (
    Agreement,
    Comparison,
    Difference,
    DifferenceKind,
    Provenance,
    Relation,
)
from workbench.review.intake import Report

GROUNDED = "The ferry Osprey ran aground off Port Ellery on Tuesday night."
FORTY = "Forty people were aboard the Osprey, harbour master Tom Brandt said."
UNHURT = "Nobody was hurt in the accident, Brandt said on Wednesday."
FIFTY = "Fifty people were aboard the Osprey, harbour master Tom Brandt said."
PILOT = "The pilot had left the bridge at 21:40, a crew member said."
COPY = "Forty people were aboard the Osprey, harbour master Tom Brandt said to reporters."
HURT = "Two passengers were hurt when the ferry hit the rocks, a doctor said."
TIDE = "The tide was the lowest of the year on Tuesday."

ARTICLES = {
    "a.txt": ("Ferry runs aground", GROUNDED, FORTY, UNHURT),
    "b.txt": ("Fifty rescued from ferry", PILOT, FIFTY),
    "c.txt": ("Osprey stranded", COPY),
    "d.txt": ("Two hurt on rocks", TIDE, HURT),
}


@dataclass(frozen=True)
class Pair:
    """A relation to be found, by the words of its claims."""

    a: str
    b: str
    agreement: Agreement = Agreement.SAME
    provenance: Provenance = Provenance.PARAPHRASE
    differs: tuple[str, str] | None = None
    kind: DifferenceKind = DifferenceKind.NUMBER
    reason: str = "same thing"


TOLD = (
    Pair(
        FORTY,
        FIFTY,
        Agreement.CONFLICT,
        Provenance.VERBATIM,
        ("Forty", "Fifty"),
        reason="forty / fifty: other number",
    ),
    Pair(FORTY, COPY, Agreement.SAME, Provenance.NEAR, reason="the same words"),
    Pair(FIFTY, COPY, Agreement.CONFLICT, Provenance.NEAR, ("Fifty", "Forty"), reason="other number"),
    Pair(UNHURT, HURT, Agreement.CONFLICT, differs=("Nobody", "Two passengers"), reason="none / two"),
)


@dataclass
class Finding:
    """Finds the pairs of a test, a batch each; tells what it was asked."""

    pairs: tuple[Pair, ...] = TOLD
    asked: int = 0
    near: str = ""

    def __call__(
        self, articles: Sequence[Article], claims: Sequence[Claim], near: str, report: Report
    ) -> Iterator[Comparison]:
        self.asked, self.near = self.asked + 1, near
        texts = {article.id: article.text for article in articles}
        by_quote = {claim.span.of(texts[claim.article]): claim for claim in claims}
        for pair in self.pairs:
            if pair.a in by_quote and pair.b in by_quote:
                yield Comparison((_relation(pair, by_quote[pair.a], by_quote[pair.b]),))
        yield Comparison(lineages=(frozenset({"a.txt", "c.txt"}),))


def _relation(pair: Pair, a: Claim, b: Claim) -> Relation:
    differences: tuple[Difference, ...] = ()
    if pair.differs is not None:
        ours, theirs = _span_in(a, pair.a, pair.differs[0]), _span_in(b, pair.b, pair.differs[1])
        differences = (Difference(ours, theirs, pair.kind),)
    return Relation(a.id, b.id, pair.provenance, pair.agreement, pair.reason, 0.9, differences)


def _span_in(claim: Claim, quote: str, words: str) -> Span:
    start = claim.span.start + quote.index(words)
    return Span(start, start + len(words))


def ferry_desk(folder: Path) -> list[str]:
    """Write the four articles, and return what to open."""
    desk = folder / "articles"
    desk.mkdir()
    for name, paragraphs in ARTICLES.items():
        article_file(desk, "\n\n".join(paragraphs) + "\n", name)
    return [str(desk)]
