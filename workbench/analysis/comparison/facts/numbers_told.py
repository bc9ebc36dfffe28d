"""What two numbers say about each other, whatever they are of."""

import math

from workbench.analysis.comparison.facts.frames import Amount


def telling(number: float) -> float:
    """Return how telling it is to share a number, 0..1: little for 2 or 100, much for 1,347."""
    if number == 0 or not math.isfinite(number):
        return 0.0
    digits = _digits(number)
    return min(1.0, 0.25 * len(digits) + (0.25 if abs(number) >= 20 else 0.0))


def ratio_of(a: Amount, b: Amount) -> float:
    """Return how many times more the greater of two numbers is; infinity against nought."""
    least, most = sorted((a.stated, b.stated))
    return most / least if least > 0 else math.inf


def are_of_the_same_digits(a: Amount, b: Amount) -> bool:
    """Tell whether one of two numbers may be a slip for the other: "3 million" and "3 billion"."""
    return _digits(a.stated) == _digits(b.stated) != ""


def _digits(number: float) -> str:
    return f"{abs(number):.10g}".replace(".", "").rstrip("0")
