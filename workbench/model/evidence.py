"""Evidence: a source for or against a claim, or one that explains it."""

from dataclasses import dataclass
from enum import StrEnum

from workbench.model.article import Span


class Stance(StrEnum):
    """What a source does to a claim."""

    SUPPORTS = "supports"
    UNDERMINES = "undermines"
    CONTEXT = "context"
    """It says neither, and helps to judge."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One source, as the reviewer who added it described it."""

    stance: Stance
    """What it does to the claim."""
    title: str = ""
    """What the source is called."""
    location: str = ""
    """Where it is: a URL, a file, a shelf mark."""
    quote: str = ""
    """Its words that matter; where `span` is set, exactly those of the article."""
    date: str = ""
    """When it was published, as the reviewer wrote it."""
    is_primary: bool = False
    """Whether it is the origin of what it says: a record, a witness, a measurement."""
    article: str = ""
    """The id of the article on the desk that it was taken from; empty for any other source."""
    span: Span | None = None
    """Where the quote stands in that article; None for any other source."""
    reviewer: str = ""
    """Who added it, or changed it last."""
    at: str = ""
    """When, ISO 8601 in UTC."""

    @property
    def is_blank(self) -> bool:
        """Whether it names no source at all."""
        return not (self.title or self.location or self.quote)
