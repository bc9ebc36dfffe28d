"""What a session is about: articles and claims, and the ways to find them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from workbench.model.article import Article, Block
from workbench.model.claim import Claim
from workbench.model.event import BlockChange, ClaimsChange


@dataclass(frozen=True, slots=True)
class Desk:
    """What a session is about: articles and claims, with the ways to find them. It never changes."""

    articles: tuple[Article, ...]
    """In the order in which the panes show them."""
    claims: tuple[Claim, ...]
    """In reading order, article by article."""
    article_by_id: Mapping[str, Article]
    article_position: Mapping[str, int]
    """Article id to its index in `articles`."""
    claims_by_article: Mapping[str, tuple[Claim, ...]]
    position: Mapping[str, int]
    """Claim id to its index in `claims`."""

    @classmethod
    def of(cls, articles: Iterable[Article], claims: Iterable[Claim]) -> "Desk":
        """Lay out articles and their claims.

        Args:
            articles: In the order of the panes.
            claims: In any order; each must name one of the articles.

        Returns:
            The desk, with claims sorted into reading order.

        Raises:
            KeyError: A claim names an article that is not there.
        """
        in_order = tuple(articles)
        groups: dict[str, list[Claim]] = {article.id: [] for article in in_order}
        for claim in claims:
            groups[claim.article].append(claim)
        for group in groups.values():
            group.sort(key=_place)
        sorted_claims = tuple(claim for article in in_order for claim in groups[article.id])
        return cls(
            articles=in_order,
            claims=sorted_claims,
            article_by_id={article.id: article for article in in_order},
            article_position={article.id: index for index, article in enumerate(in_order)},
            claims_by_article={key: tuple(group) for key, group in groups.items()},
            position={claim.id: index for index, claim in enumerate(sorted_claims)},
        )

    def claim(self, claim_id: str) -> Claim:
        """Return the claim of that id.

        Raises:
            KeyError: There is none.
        """
        return self.claims[self.position[claim_id]]

    def number(self, claim_id: str) -> str:
        """Return how a claim is named everywhere: `19.3` is the third claim of article 19.

        Raises:
            KeyError: There is no such claim.
        """
        position = self.position[claim_id]
        article = self.claims[position].article
        first = self.position[self.claims_by_article[article][0].id]
        return f"{self.article_position[article] + 1}.{position - first + 1}"

    def quote(self, claim: Claim) -> str:
        """Return the text that the claim covers."""
        return claim.span.of(self.article_by_id[claim.article].text)

    def with_changes(self, changes: Iterable[BlockChange | ClaimsChange]) -> "Desk":
        """Return the desk after changes to blocks and claims; time grows with the claims.

        Args:
            changes: Which blocks were set aside or brought into review, and the claims that come and go, in
                their order; those of articles that are not on the desk change nothing.

        Returns:
            The new desk; the same one where nothing changes.
        """
        known = [change for change in changes if _articles_of(change) <= self.article_by_id.keys()]
        if not known:
            return self
        articles = dict(self.article_by_id)
        claims = {claim.id: claim for claim in self.claims}
        for change in known:
            if isinstance(change, BlockChange):
                article = articles[change.article]
                articles[article.id] = replace(article, blocks=_with_block(article, change.after))
            for claim in change.vanished:
                claims.pop(claim.id, None)
            for claim in change.appeared:
                claims.setdefault(claim.id, claim)
        return Desk.of(articles.values(), claims.values())

    def with_claims(self, change: ClaimsChange) -> "Desk":
        """Return the desk after a person put claims in the place of others; time grows with the claims.

        Args:
            change: The claims that go and come; those of other articles keep their place in memory.

        Returns:
            The new desk; claims of articles that are not on it are passed over.
        """
        groups = dict(self.claims_by_article)
        gone = {claim.id for claim in change.vanished}
        for article in {claim.article for claim in (*change.vanished, *change.appeared)} & groups.keys():
            kept = {claim.id: claim for claim in groups[article] if claim.id not in gone}
            come = {claim.id: claim for claim in change.appeared if claim.article == article}
            groups[article] = tuple(sorted({**come, **kept}.values(), key=_place))
        claims = tuple(claim for article in self.articles for claim in groups[article.id])
        position = {claim.id: index for index, claim in enumerate(claims)}
        return replace(self, claims=claims, claims_by_article=groups, position=position)


def _place(claim: Claim) -> tuple[int, int]:
    return claim.span.start, claim.span.end


def _articles_of(change: BlockChange | ClaimsChange) -> set[str]:
    if isinstance(change, BlockChange):
        return {change.article}
    return {claim.article for claim in (*change.vanished, *change.appeared)}


def _with_block(article: Article, block: Block) -> tuple[Block, ...]:
    """Return the article's blocks with another one in the place of those that it overlaps."""
    others = [other for other in article.blocks if not other.span.overlaps(block.span)]
    return tuple(sorted([*others, block], key=lambda one: one.span))
