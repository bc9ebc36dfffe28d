"""The model that tells the text of a pasted web page from all that stands around it."""

import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from workbench.reading.looks import Look
from workbench.reading.surroundings import describe_surroundings, find_body
from workbench.reading.vocabulary import TABLES
from workbench.tables import read_table

Weights = Mapping[str, float]
_NOTICES: Final = frozenset(
    {
        "opens with a phrase of web pages",
        "holds a phrase of web pages",
        "names a picture",
        "ends in a credit",
        "speaks to the reader",
        "repeated, long",
    }
)
"""What no sentence of an article has, as a rule."""


@dataclass(frozen=True, slots=True)
class PageLine:
    """What the model says of one line."""

    is_text: bool
    """Whether it belongs to the article's text."""
    reason: str
    """Where it stands and what about it speaks most against it."""


def judge_page(looks: Sequence[Look]) -> list[PageLine]:
    """Tell the article's text from menus, links, captions and notices.

    Two linear models: the first scores each line by its own look, the second by that score, those of
    its neighbours, and its place (the features of Kohlschütter et al., Boilerplate Detection using
    Shallow Text Features, 2010, with the context of jusText).

    Args:
        looks: The looks of all lines of the page.

    Returns:
        One verdict a line.
    """
    weights = _weights()
    own = [score_look(look.features, weights["look"]) for look in looks]
    body = find_body(own)
    scores = [
        score_surroundings(values, weights["surroundings"]) for values in describe_surroundings(looks, own)
    ]
    kept = choose_text(looks, scores, **weights["threshold"])
    return [
        PageLine(is_text, f"{body.place(index)}: {_speaks_against(looks[index].features, weights['look'])}")
        for index, is_text in enumerate(kept)
    ]


def choose_text(looks: Sequence[Look], scores: Sequence[float], keep: float, beside: float) -> list[bool]:
    """Choose the lines that are text: those with a high score, and sentences that follow on them.

    Args:
        looks: The looks of all lines.
        scores: Their log-odds of being text.
        keep: Log-odds above which a line is text.
        beside: The same for a plain sentence right before or after a line that is text.

    Returns:
        Whether each line is text.
    """
    kept = [score > keep for score in scores]
    plain = [score > beside and _is_plain_sentence(look) for look, score in zip(looks, scores, strict=True)]
    for order in (range(1, len(kept)), range(len(kept) - 2, -1, -1)):
        step = -1 if order.step > 0 else 1
        for index in order:
            kept[index] = kept[index] or (plain[index] and kept[index + step])
    return kept


def _is_plain_sentence(look: Look) -> bool:
    sentence = look.size > 30 or (look.size > 8 and look.ending == "a full stop")
    return sentence and _NOTICES.isdisjoint(look.features)


def score_look(features: Iterable[str], weights: Weights) -> float:
    """Return the log-odds that a line is text, by its look alone."""
    return weights["always"] + sum(weights.get(feature, 0.0) for feature in features)


def score_surroundings(values: Mapping[str, float], weights: Weights) -> float:
    """Return the log-odds that a line is text, by all that is known of it."""
    return weights["always"] + sum(value * weights.get(name, 0.0) for name, value in values.items())


def _speaks_against(features: Sequence[str], weights: Weights) -> str:
    return min(features, key=lambda feature: weights.get(feature, 0.0))


@functools.cache
def _weights() -> dict[str, Weights]:
    table = read_table(TABLES, "page_weights")
    return {name: _numbers(table[name]) for name in ("look", "surroundings", "threshold")}


def _numbers(entries: object) -> Weights:
    if not isinstance(entries, dict):
        raise TypeError("page_weights.toml: every key is a table")
    return {str(name): float(weight) for name, weight in entries.items()}
