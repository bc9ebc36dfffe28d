"""An amount: what the grammar of quantities hands on."""

from typing import NamedTuple


class Amount(NamedTuple):
    """A number with all that belongs to it, as offsets into the sentence."""

    low: float
    """The number, or the lower end of a range."""
    high: float
    """The number, or the upper end of a range."""
    start: int
    """Where it begins, modifier included."""
    end: int
    """Where it ends, unit included."""
    following: int
    """The token after it."""
    unit: str
    """The unit, "" for a plain count."""
    modifier: str = ""
    """How it is qualified."""
