"""A claim: a checkable statement at a span, with what the analysis read in it."""

from dataclasses import dataclass
from enum import StrEnum

from workbench.model.article import BlockKind, Span


class ClaimType(StrEnum):
    """What kind of statement a claim makes; one claim may be several."""

    QUANTITY = "quantity"
    QUOTE = "quote"
    ATTRIBUTION = "attribution"
    EVENT = "event"
    DATE = "date"
    DENIAL = "denial"
    COMPARISON = "comparison"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text, as the interval it states."""

    span: Span
    """The words that state it, modifier and unit included."""
    low: float | None
    """The lower bound; None when there is none."""
    high: float | None
    """The upper bound; None when there is none."""
    unit: str
    """The unit: "m", "usd", "percent"; empty for a plain count."""
    modifier: str
    """How the number is qualified: "more than", "about"; empty when it is plain."""
    counted: str = ""
    """What is counted: "pro-government forces"; empty when not found."""


class DatePrecision(StrEnum):
    """How much of a date is stated."""

    PART_OF_DAY = "part of day"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text, as the range of days that it can mean."""

    span: Span
    """The words that state it."""
    first: str
    """ISO date of the first day meant; empty where the date is open on that side, or not resolved."""
    last: str
    """ISO date of the last day meant, equal to `first` for a day; empty likewise."""
    precision: DatePrecision
    """How much is stated."""
    part: str = ""
    """The part of the day or a clock time: "night", "late", "20:30"; empty when not stated."""
    inferred: bool = False
    """Whether it was resolved against the article's date."""


class SpeakerKind(StrEnum):
    """Who stands behind a statement."""

    NAMED = "named"
    ANONYMOUS = "anonymous"
    OUTLET = "outlet"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it."""

    text: str
    """The name as the text gives it, or the one that a pronoun stands for."""
    span: Span
    """The words in the article that name the speaker."""
    kind: SpeakerKind
    """Who stands behind it; PRONOUN when nobody could be found for one."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A checkable statement: the span of a sentence, and what the analysis read in it."""

    id: str
    """Names the claim within a session: `article id:start-end`."""
    article: str
    """The id of its article."""
    span: Span
    """Where it lies in the article's canonical text."""
    kind: BlockKind
    """The kind of block that it stands in."""
    types: tuple[ClaimType, ...]
    """What it states, the most telling type first."""
    score: float
    """Check-worthiness, 0..1."""
    reasons: tuple[str, ...]
    """What made the score, for a person to read: "number", "named source"."""
    speaker: Speaker | None = None
    """Who says it; None for the article's own voice."""
    quantities: tuple[Quantity, ...] = ()
    """The numbers in it, in reading order."""
    dates: tuple[DateMention, ...] = ()
    """The dates in it, in reading order."""
    by_hand: bool = False
    """Whether a person made it or set its bounds; no analysis takes it away."""
    orphaned: bool = False
    """Whether a newer analysis no longer finds it; it stays, since somebody has decided about it."""


def claim_id(article: str, span: Span) -> str:
    """Name a claim by its place, so that the same span has the same name in every analysis."""
    return f"{article}:{span.start}-{span.end}"
