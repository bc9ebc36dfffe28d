"""What the facts of two claims say to each other."""

from dataclasses import dataclass

from workbench.model.article import Span
from workbench.model.relation import Agreement, DifferenceKind


@dataclass(frozen=True, slots=True)
class Finding:
    """A fact of one claim held against one of the other."""

    agreement: Agreement
    """Whether both can be true."""
    kind: DifferenceKind | None
    """In what they differ; None when they are the same."""
    reason: str
    """The rule that decided, for a person to read."""
    confidence: float
    """How sure it is that they are about the same thing, 0..1."""
    a: Span
    """The words of the first claim."""
    b: Span
    """The words of the second."""
