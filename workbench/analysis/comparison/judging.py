"""What the comparison asks of a judge of claims."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Protocol, TypeAlias

from workbench.analysis.comparison.content import Contents
from workbench.analysis.comparison.words import Reading
from workbench.model.claim import Claim
from workbench.model.desk import Desk
from workbench.model.relation import Relation


class ClaimJudge(Protocol):
    """What tells how two claims are related."""

    def keys(self, claim: Claim) -> Iterable[str]:
        """Return what the facts of a claim are about: claims that share a key are judged.

        Args:
            claim: A claim whose words are known.
        """
        ...

    def judge(self, a: Claim, b: Claim) -> Relation | None:
        """Tell how two claims are related.

        Args:
            a: A claim whose words are known.
            b: Another one, later on the desk.

        Returns:
            The relation, or None when they have nothing to do with each other.
        """
        ...


JudgeMaker: TypeAlias = Callable[[Desk, Contents, Mapping[str, Reading], Path | None], ClaimJudge]
"""Makes a judge from the desk, what gives concepts, the words of claims by their ids, and the user's tables.

Of claims in the very same words only the first of an article, or of articles that repeat each other, is read.
"""
