"""A claim made ready for comparison: everything about it that does not depend on the other claim."""

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.analysis.comparison.facts.allies import Allies
from workbench.analysis.comparison.facts.frames import Frame
from workbench.analysis.comparison.facts.happenings import Happening
from workbench.analysis.comparison.facts.sentences import Layout
from workbench.analysis.comparison.words import Reading
from workbench.model.claim import Claim


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """A claim with its words and facts."""

    claim: Claim
    """The claim."""
    text: str
    """The canonical text of its article."""
    reading: Reading
    """Its words."""
    concepts: frozenset[str]
    """The concepts of its content words."""
    light: frozenset[str]
    """Those of them that name the speaker, and count less."""
    usual: Mapping[str, float]
    """What a concept counts less because its article keeps using it, 0..1; 1 for all others."""
    layout: Layout | None
    """Where its words stand; None for a claim without numbers and dates."""
    frames: tuple[Frame, ...]
    """Its numbers with what they are about."""
    happenings: tuple[Happening, ...]
    """What it says when it happened."""
    allies: Allies
    """What its article shows about sides."""
    keys: frozenset[str]
    """What other claims that state a fact of the same kind have too: "F:killed", "U:length:500"."""
    denied: frozenset[str]
    """The concepts that it denies: what stands behind "not"."""
    denied_verbs: frozenset[str]
    """The concepts of what it says was not done."""
    is_question: bool
    """Whether it asks, and so states nothing."""
