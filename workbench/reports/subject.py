"""What a Markdown report is about, and how it names claims, articles, people and places."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from workbench.model.article import Span
from workbench.model.counterparts import Counterparts
from workbench.model.decision import Decision
from workbench.model.session import Session
from workbench.reports.escape import inline

_SIGNS: Final = {"disputed": "✗", "unverified": "?", "confirmed": "✓", "unreviewed": "·"}


@dataclass(frozen=True, slots=True)
class Subject:
    """A session with what its articles say about each other; texts are in Markdown, ready for a line."""

    session: Session
    """The session."""
    between: Counterparts
    """What the articles say about each other's claims, after the reviewer's word."""
    articles: Mapping[str, str]
    """Article id to the words that name the article: `article 2 (Ferry aground)`."""

    @classmethod
    def of(cls, session: Session, between: Counterparts | None) -> "Subject":
        """Work out the names.

        Args:
            session: The session.
            between: What the articles say about each other; None where only what a reviewer has said
                about it is known.
        """
        known = between or Counterparts(session.desk, said=session.relations)
        return cls(session, known, article_names(session))

    def claim_named(self, claim: str) -> str:
        """Name a claim with how it stands: `claim 2.3 (✓ confirmed)`."""
        return f"claim {self.session.desk.number(claim)} ({self.standing(claim)})"

    def standing(self, claim: str) -> str:
        """Say how a claim stands: `✓ confirmed`."""
        return signed(self.session.decision(claim).label)


def article_names(session: Session) -> dict[str, str]:
    """Return how each article is named in a sentence, by its id: `article 2 (Ferry aground)`."""
    return {
        article.id: f"article {number} ({inline(article.title)})"
        for number, article in enumerate(session.desk.articles, start=1)
    }


def signed(label: str) -> str:
    """Return the word for how a claim stands, with its sign where it has one."""
    return f"{_SIGNS[label]} {label}" if label in _SIGNS else label


def by(decision: Decision) -> str:
    """Say who set the state and when."""
    return f"{named(decision.reviewer)}, {inline(decision.at)}"


def named(reviewer: str) -> str:
    """Name a reviewer."""
    return inline(reviewer) or "an unnamed reviewer"


def place(span: Span) -> str:
    """Say where a span lies in the text of its article."""
    return f"characters {span.start}–{span.end}"
