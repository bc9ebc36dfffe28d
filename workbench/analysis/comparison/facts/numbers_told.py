"""How telling it is that two claims have the same number."""

import math


def telling(number: float) -> float:
    """Return how telling it is to share a number, 0..1: little for 2 or 100, much for 1,347."""
    if number == 0 or not math.isfinite(number):
        return 0.0
    digits = f"{abs(number):.10g}".replace(".", "").rstrip("0")
    return min(1.0, 0.25 * len(digits) + (0.25 if abs(number) >= 20 else 0.0))
