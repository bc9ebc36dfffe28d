"""A number as written: what the readers of numbers hand on."""

from typing import NamedTuple


class Numeral(NamedTuple):
    """A number as written, before unit and modifier."""

    low: float
    """The value, or the lower bound of a vague one."""
    high: float
    """The value, or the upper bound of a vague one."""
    start: int
    """Where it begins in the sentence."""
    end: int
    """Where it ends in the sentence."""
    following: int
    """The token after it."""
    is_share: bool = False
    """Whether it is a fraction: "two thirds"."""
    scale: float = 1.0
    """What a word after it multiplied it by: a million in "3.5 million"."""
