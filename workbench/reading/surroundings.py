"""What stands around a line: whether its neighbours look like text, and where the body of the page lies."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from workbench.reading.looks import Look

_WINDOWS: Final = (1, 2, 4, 8)
_CAP: Final = 4.0
"""No line's own score counts for more than this."""
_OUTSIDE: Final = -1.5
"""What counts as score beyond the first and the last line of a page."""
_BODY_CAP: Final = 3.0
_DISTANCES: Final = (
    (1, "1 line"),
    (2, "2 lines"),
    (3, "3 lines"),
    (5, "4 to 5 lines"),
    (10, "6 to 10 lines"),
)
_PASSED: Final = (
    (0.0, "none"),
    (0.3, "a third"),
    (0.8, "most"),
    (0.95, "nearly all"),
    (0.999, "all but a bit"),
)
_TITLE: Final = 12
"""Code points below which a line cannot be the page's title again."""


@dataclass(frozen=True, slots=True)
class Body:
    """The run of lines that looks most like an article."""

    first: int
    """Its first line."""
    end: int
    """The line after its last."""

    def place(self, line: int) -> str:
        """Say on which side of the body a line stands."""
        if line < self.first:
            return "above the text"
        return "below the text" if line >= self.end else "in the text"


def find_body(scores: Sequence[float]) -> Body:
    """Find the run of lines with the greatest sum of scores (Kadane's maximum subarray).

    Args:
        scores: How much each line looks like running text; below 0 it does not.

    Returns:
        The run; empty when no line looks like text.
    """
    best, current, start = 0.0, 0.0, 0
    body = Body(0, 0)
    for index, score in enumerate(scores):
        if current <= 0:
            current, start = 0.0, index
        current += min(max(score, -_BODY_CAP), _BODY_CAP)
        if current > best:
            best, body = current, Body(start, index + 1)
    return body


def describe_surroundings(looks: Sequence[Look], scores: Sequence[float]) -> list[dict[str, float]]:
    """Describe each line by its own look, its neighbours' scores and its place on the page.

    Args:
        looks: The lines' looks.
        scores: How much each looks like running text by itself.

    Returns:
        Named values, one mapping a line.
    """
    capped = [min(max(score, -_CAP), _CAP) for score in scores]
    body = find_body(capped)
    neighbours = _neighbours(capped)
    passed = _passed(looks, capped)
    lists = _lists_above(looks, capped)
    title = _title_line(looks, body)
    described = []
    for index, look in enumerate(looks):
        place = body.place(index)
        values = {"its own look": capped[index] / 2, "looks like text": max(capped[index], 0.0) / 2}
        values |= neighbours[index]
        values[_distance(place, body, index)] = 1.0
        values[f"text passed: {passed[index]}"] = 1.0
        if lists[index]:
            values[lists[index]] = 1.0
        values[_title_place(title, index)] = 1.0
        for feature in look.features:
            values[feature] = 1.0
            values[f"{feature}, {place}"] = 1.0
        described.append(values)
    return described


def _neighbours(scores: Sequence[float]) -> list[dict[str, float]]:
    """Average the scores of the lines before and after, over windows of several sizes."""
    count = len(scores)
    sums = [0.0, *accumulate(scores)]
    described = []
    for index in range(count):
        values = {}
        for window in _WINDOWS:
            low, high = max(0, index - window), min(count, index + 1 + window)
            before = sums[index] - sums[low] + (window - index + low) * _OUTSIDE
            after = sums[high] - sums[index + 1] + (window - high + index + 1) * _OUTSIDE
            before, after = before / window / 2, after / window / 2
            values[f"{window} before"], values[f"{window} after"] = before, after
            values[f"{window} on the poorer side"] = min(before, after)
            values[f"{window} on the richer side"] = max(before, after)
        described.append(values)
    return described


def _passed(looks: Sequence[Look], scores: Sequence[float]) -> list[str]:
    """Say for each line how much of the page's text stands above it."""
    weights = [max(score, 0.0) * min(look.size, 60) for look, score in zip(looks, scores, strict=True)]
    total = sum(weights) or 1.0
    above = [0.0, *accumulate(weights)]
    return [_named(above[index] / total, _PASSED, "all") for index in range(len(looks))]


def _lists_above(looks: Sequence[Look], scores: Sequence[float]) -> list[str]:
    """Say for each line how far above it a list of links was announced, unless text has resumed."""
    described, announced = [], -1
    for index, look in enumerate(looks):
        described.append(
            "" if announced < 0 else f"a list announced {_named(index - announced, _DISTANCES, 'far')} above"
        )
        if "announces a list" in look.features or "is a heading over links" in look.features:
            announced = index
        elif scores[index] > 1.5 and index + 1 < len(scores) and scores[index + 1] > 1.5:
            announced = -1
    return described


def _title_line(looks: Sequence[Look], body: Body) -> int:
    """Return the last line before the text that repeats the page's first line, or part of it, or -1."""
    page = looks[0].form
    for index in range(min(len(looks) - 1, body.first + 4), 0, -1):
        form = looks[index].form
        if len(form) >= _TITLE and (form in page or (len(page) >= _TITLE and form.startswith(page))):
            return index
    return -1


def _title_place(title: int, index: int) -> str:
    if title < 0:
        return "no title found"
    if index <= title:
        return "the title again" if index == title else "above the title"
    return f"{_named(index - title, _DISTANCES, 'far')} below the title"


def _distance(place: str, body: Body, index: int) -> str:
    if place == "in the text":
        edge = min(index - body.first, body.end - 1 - index)
        return "in the text, at its edge" if edge < 2 else "in the text"
    gap = body.first - index if index < body.first else index - body.end + 1
    return f"{_named(gap, _DISTANCES, 'far')} {place}"


def _named(value: float, steps: Sequence[tuple[float, str]], beyond: str) -> str:
    return next((name for limit, name in steps if value <= limit), beyond)
