"""One comparison, an article with all others at a time."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, TypeAlias

from workbench.analysis.comparison.candidates import ClaimIndex, ClueFinder, Clues
from workbench.analysis.comparison.content import Contents
from workbench.analysis.comparison.copies import CopyFinder
from workbench.analysis.comparison.judging import JudgeMaker
from workbench.analysis.comparison.lineages import Lineages
from workbench.analysis.comparison.rarity import Rarity
from workbench.analysis.comparison.repeats import Family, find_families
from workbench.analysis.comparison.spreading import moved, spread, spread_within
from workbench.analysis.comparison.stories import find_related
from workbench.analysis.comparison.words import Reading, Vocabulary
from workbench.model.article import Article
from workbench.model.claim import Claim
from workbench.model.desk import Desk
from workbench.model.relation import Agreement, Comparison, Passage, Provenance, Relation

_FEW: Final = 30
"""Articles up to which every two are searched for copied text, also those that tell different stories."""
_TELLING_WORDS: Final = 3
"""Words of content without which a repeated claim is a stock phrase."""

_Pair: TypeAlias = tuple[Claim, Claim]


class Batches:
    """Compares families of articles: each with itself, and with those that have not had their turn.

    Args:
        desk: The articles and claims.
        vocabulary: What reads words; it has learnt from all articles.
        make_judge: Makes what judges two claims.
        tables: The folder of the user's own tables, or None.

    Raises:
        ConfigError: A table of the user is broken.
    """

    def __init__(
        self, desk: Desk, vocabulary: Vocabulary, make_judge: JudgeMaker, tables: Path | None
    ) -> None:
        self.families: list[Family] = find_families(desk.articles, desk.claims_by_article)
        """The articles, those together that repeat each other."""
        self.lineages: Lineages = Lineages()
        """What depends on what, as far as the comparison has come."""
        self._desk = desk
        self._vocabulary = vocabulary
        self._readings: dict[str, Reading] = {}
        self._contents = Contents(vocabulary)
        rarity = Rarity(self._contents, tables)
        concepts = [self._read(family) for family in self.families]
        for own in concepts:
            rarity.count(own)
        self._related = find_related(concepts, rarity)
        self._clue_finder = ClueFinder(rarity)
        self._judge = make_judge(desk, self._contents, self._readings, tables)
        self._copies = CopyFinder(vocabulary, self._sentences)
        self._known_clues: dict[str, list[Clues]] = {}
        self._open = dict.fromkeys(range(len(self.families)))

    def order(self, near: str) -> list[int]:
        """Return the numbers of the families: that of a claim first, then in the order of the desk.

        Args:
            near: The id of the claim; any other text for none.
        """
        order = list(range(len(self.families)))
        if near in self._desk.position:
            article = self._desk.claim(near).article
            order.sort(key=lambda number: article not in self.families[number].articles)
        return order

    def batch(self, number: int) -> Comparison:
        """Compare a family with itself and with all that have not had their turn; this was its turn.

        Args:
            number: The family's number.

        Returns:
            Relations and passages in the order of the desk.
        """
        del self._open[number]
        family, related = self.families[number], self._related[number]
        clues = self._clues(family)
        index = ClaimIndex(clues, self._clue_finder.weights)
        relations = list(self._relations_within(family, clues, index))
        passages = list(self._passages(spread_within(family.articles)))
        few = len(self._desk.articles) <= _FEW
        for other in list(self._open) if few else sorted(related & self._open.keys()):
            copied = list(self._passages(spread(family.articles, self.families[other].articles)))
            passages += copied
            if copied or other in related:
                relations += self._relations_between(number, index, other)
        place, article = self._desk.position, self._desk.article_position
        relations.sort(key=lambda one: (place[one.a], place[one.b]))
        passages.sort(key=lambda one: (article[one.article], one.span, article[one.other_article]))
        return Comparison(tuple(relations), tuple(passages))

    def _read(self, family: Family) -> str:
        """Read the claims of a family, and return the concepts that they speak of, each once."""
        concepts: set[str] = set()
        for claim in family.firsts:
            text = self._desk.article_by_id[claim.article].text
            reading = self._readings[claim.id] = self._vocabulary.read(text, claim.span)
            concepts.update(self._contents.of(reading))
        return "".join(sorted(concepts))

    def _sentences(self, article: Article) -> list[Reading]:
        """Return those claims of an article that are read."""
        claims, readings = self._desk.claims_by_article[article.id], self._readings
        return [readings[claim.id] for claim in claims if claim.id in readings]

    def _clues(self, family: Family) -> list[Clues]:
        known = self._known_clues.get(family.articles[0])
        if known is None:
            content, keys = self._contents.of, self._judge.keys
            said = [(claim, self._readings[claim.id]) for claim in family.firsts]
            known = [
                self._clue_finder.clues(reading.signs, content(reading), keys(claim))
                for claim, reading in said
            ]
            self._known_clues[family.articles[0]] = known
        return known

    def _relations_within(self, family: Family, clues: list[Clues], index: ClaimIndex) -> Iterator[Relation]:
        """Yield the relations of a family's claims to each other."""
        for number, claim in enumerate(family.firsts):
            same = family.alike(claim)
            if len(same) > 1:
                pairs = [pair for pair in spread_within(same) if pair[0].article != pair[1].article]
                yield from self._repeated(claim, pairs)
            for earlier in index.like(clues[number], end=number):
                other = family.firsts[earlier]
                yield from self._judged((other, claim), spread(family.alike(other), same))

    def _relations_between(self, number: int, index: ClaimIndex, other: int) -> Iterator[Relation]:
        """Yield the relations of the claims of two families, found in the same way whose turn it ever is."""
        if other < number:
            number, other = other, number
            index = ClaimIndex(self._clues(self.families[number]), self._clue_finder.weights)
        one, two = self.families[number], self.families[other]
        for clues, claim in zip(self._clues(two), two.firsts, strict=True):
            for earlier in index.like(clues):
                own = one.firsts[earlier]
                meant = spread(one.alike(own), two.alike(claim))
                if self._are_alike(own, claim):
                    yield from self._repeated(claim, meant)
                else:
                    yield from self._judged((own, claim), meant)

    def _judged(self, judged: _Pair, meant: Iterable[_Pair]) -> Iterator[Relation]:
        """Judge two claims, and yield what that makes of the claims in the same words."""
        place = self._desk.position
        known: dict[bool, Relation | None] = {}
        for one, other in meant:
            turned = place[one.id] > place[other.id]
            pair = (judged[1], judged[0]) if turned else judged
            if turned not in known:
                known[turned] = self._judge.judge(*pair)
            relation = known[turned]
            if relation is not None:
                yield moved(relation, pair, (other, one) if turned else (one, other))

    def _are_alike(self, one: Claim, other: Claim) -> bool:
        """Tell whether two claims are in the very same words."""
        if one.span.end - one.span.start != other.span.end - other.span.start:
            return False
        return self._desk.quote(one) == self._desk.quote(other)

    def _repeated(self, claim: Claim, meant: Iterable[_Pair]) -> Iterator[Relation]:
        """Yield the relations of claims in the very same words, if these say enough."""
        if sum(word.is_content for word in self._readings[claim.id].words) < _TELLING_WORDS:
            return
        place = self._desk.position
        for pair in meant:
            first, second = sorted((one.id for one in pair), key=place.__getitem__)
            yield Relation(first, second, Provenance.VERBATIM, Agreement.SAME, "the same words", 1.0)

    def _passages(self, pairs: Iterable[tuple[str, str]]) -> Iterator[Passage]:
        """Yield what articles have copied, and note which of them depend on each other."""
        place, known = self._desk.article_position, self._desk.article_by_id
        for pair in pairs:
            first, second = sorted(pair, key=place.__getitem__)
            copies = self._copies.compare(known[first], known[second])
            self.lineages.add(first, second, copies.share)
            yield from copies.passages
