"""A figure of a claim with what it is about: who did what to whom, how many, where and when."""

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from workbench.model.article import Span

MONEY: Final = "money"
"""The dimension of all currencies."""
NOWHERE: Final[frozenset[str]] = frozenset()


class Bound(StrEnum):
    """How a number is meant."""

    EXACT = "exact"
    MORE = "more"
    """More than."""
    LEAST = "least"
    """At least."""
    MOST = "most"
    """At most, fewer than, up to."""
    ABOUT = "about"
    """About, nearly, some; also a range."""
    VAGUE = "vague"
    """No digits at all: dozens, several, hundreds."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as a claim states it."""

    low: float
    """The lower bound in SI; minus infinity for none."""
    high: float
    """The upper bound in SI; infinity for none."""
    stated: float
    """The number in the unit of the text: 500 for "within 500 yards"."""
    unit: str
    """The unit of the text; empty for a plain count."""
    dimension: str
    """What is measured: "length", "usd", "count"."""
    bound: Bound
    """How the number is meant."""

    @property
    def is_nought(self) -> bool:
        """Whether the claim says that there were none."""
        return self.high == 0

    def overlaps(self, other: "Amount") -> bool:
        """Tell whether one number can be both."""
        slack = 1e-9 * max(
            1.0, *(abs(x) for x in (self.low, self.high, other.low, other.high) if math.isfinite(x))
        )
        return self.low <= other.high + slack and other.low <= self.high + slack


@dataclass(frozen=True, slots=True)
class Days:
    """The days that something can have happened on."""

    first: int
    """The first day as a proleptic ordinal; 1 to 7, Monday to Sunday, where only the weekday is known."""
    last: int
    """The last day."""
    stated: bool
    """Whether the claim itself gives it; else it is the day of the article's event."""

    @property
    def is_open(self) -> bool:
        """Whether it is only known to have been some time before the article."""
        return not self.stated and self.last - self.first > 1

    @property
    def is_weekday(self) -> bool:
        """Whether only the day of the week is known: 1 to 7 for Monday to Sunday."""
        return 1 <= self.last <= 7

    def gap(self, other: "Days") -> int:
        """Return how many days lie between, 0 when they can be one."""
        if self.is_weekday or other.is_weekday:
            apart = (self.first - other.first) % 7
            return min(apart, 7 - apart) if self.first == self.last and other.first == other.last else 0
        return max(0, self.first - other.last, other.first - self.last)


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """A figure of a claim, and what it is about."""

    span: Span
    """The words that state the number."""
    told: Span
    """The same with what is counted: "about 100 miners"."""
    amount: Amount
    """The number."""
    event: str = ""
    """What happened to those who are counted: "killed"; empty for any other figure."""
    group: str = ""
    """Who or what is counted: "child", "person" for anybody, else the concept of the noun; may be empty."""
    is_part: bool = False
    """Whether it counts a part of others: "including 11 children"."""
    is_more: bool = False
    """Whether it is added to another count: "six others"."""
    is_past: bool = False
    """Whether it sums up many events, or an earlier one: "since 2011"."""
    is_portion: bool = False
    """Whether it is, with another of its article, the sum of a third."""
    is_side: bool = False
    """Whether it counts one side of several: "we lost nine men", "29 of the guard" and 17 of others."""
    is_all: bool = False
    """Whether its article counts several sides by themselves, so that this is the sum of them."""
    party: frozenset[str] = NOWHERE
    """Whose side those who are counted are on, as concepts: {"us"}, {"pro", "government"}."""
    anti: frozenset[str] = NOWHERE
    """The side that did it: those who are counted are on another."""
    measure: str = ""
    """What is measured, as the word beside the number names it: "profit", "depth"; empty when none does."""
    near: frozenset[str] = NOWHERE
    """The concepts right by the number."""
    names: frozenset[str] = NOWHERE
    """The concepts of the names around it, without that of the speaker."""
    context: frozenset[str] = NOWHERE
    """The concepts around the number."""
    days: Days | None = None
    """When it happened; None when not known."""
    certainty: float = 1.0
    """How sure it is whom the figure is about, 0..1; less when a pronoun stands for them."""
