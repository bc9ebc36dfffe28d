"""No text, however odd, holds up the search for numbers and dates."""

import time
from collections.abc import Callable
from datetime import date

import pytest

from workbench.analysis.dates.dates import DateFinder
from workbench.analysis.numbers.quantities import QuantityFinder
from workbench.model.article import Span

QUANTITIES = QuantityFinder()
DATES = DateFinder()
LENGTH = 400_000
TRIES = 3


def seconds(action: Callable[[], object]) -> float:
    begun = time.process_time()
    action()
    return time.process_time() - begun


def is_quick(action: Callable[[], object], limit: float) -> bool:
    """Tell whether the action stays under the limit, at best of a few tries: other programs run beside."""
    return any(seconds(action) < limit for _ in range(TRIES))


@pytest.mark.parametrize("unit", ["A ", "1,", "1 ", "one hundred ", '("', "US-led ", "\n"])
def test_a_long_odd_text_is_read_in_under_a_second(unit: str) -> None:
    text = unit * (LENGTH // len(unit))
    whole = Span(0, len(text))
    assert is_quick(lambda: QUANTITIES.find(text, whole), 1.0)
    assert is_quick(lambda: DATES.find(text, whole, date(2018, 2, 12)), 1.0)


@pytest.mark.parametrize(
    "unit",
    ["Monday, ", "two weeks and ", "end of the first week of ", "1/", "May-", "2018-", "1 to ", "half a "],
)
def test_the_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    def read(length: int) -> Callable[[], object]:
        text = unit * (length // len(unit))
        return lambda: (
            QUANTITIES.find(text, Span(0, len(text))),
            DATES.find(text, Span(0, len(text)), date(2018, 2, 12)),
        )

    short = min(seconds(read(10_000)) for _ in range(TRIES))
    # eight times the text: linear takes 8 times as long, quadratic 64 times
    assert is_quick(read(80_000), 32 * short)
