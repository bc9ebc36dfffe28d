"""Weigh the features of pairs: python train_pairs.py DATA writes workbench/analysis/tables/pair_weights.toml.

DATA is the folder of the measuring data. Its sentences are read and forgotten: what is kept is a number for
each feature. The model is multinomial logistic regression with an L2 penalty. The weights of a style of pair
are the sum of shared ones and of its own (Daumé, "Frustratingly easy domain adaptation", 2007), so that a
style with few pairs leans on the others. Similarity is ridge regression. Needs scikit-learn and numpy.
"""

import json
import random
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.metrics import f1_score

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from workbench.analysis.comparison.pairs import (
    BIAS,
    HEADING,
    OUTCOMES,
    PLAIN,
    PROSE,
    SIMILARITY,
    PairJudge,
    style_of,
)
from workbench.analysis.comparison.statement import Statement
from workbench.analysis.comparison.words import Vocabulary
from workbench.analysis.figures import FigureFinder
from workbench.model.article import Span

TABLE = Path(__file__).parents[2] / "workbench" / "analysis" / "tables" / "pair_weights.toml"
SETS = {"revisions": 150.0, "headlines": 150.0, "sick": 750.0}
"""What each set weighs in all, however many pairs it has."""
STYLES = (PROSE, HEADING, PLAIN)
SHARED = 0.3
"""How much the shared weights count beside those of a style."""
STRENGTH = 0.02
"""What an error costs against a weight."""
BALANCE = 0.5
"""How far rare outcomes are weighed up: 0 not at all, 1 until all weigh the same."""
SMOOTHNESS = 30.0
GIVEN = {"opposites_alone": 4.0, "exclusive_alone": 3.0, "negation_most_shared": 3.0}
"""What a feature weighs for a conflict in a style where it is found fewer than `FEWEST` times."""
FEWEST = 5
FOLDS, REPEATS = 5, 4
HEAD = """\
# What each feature of a pair weighs for "same", "conflict" and "other", by style of pair; and for similarity.
# Written by tests/quality/train_pairs.py: do not edit. The features are those of comparison/pair_features.py.
"""


class Rows:
    """A set of pairs as the numbers of their features.

    Args:
        file: The set.
        find: Gives the features and the style of a pair.
    """

    def __init__(self, file: Path, find: Callable[[str, str], tuple[dict[str, float], str]]) -> None:
        self.rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        found = [find(row["a"], row["b"]) for row in self.rows]
        self.features = [features for features, _ in found]
        self.styles = np.array([STYLES.index(style) for _, style in found])
        self.labels = np.array([OUTCOMES.index(row["label"]) if "label" in row else -1 for row in self.rows])

    def matrix(self, names: list[str]) -> np.ndarray:
        return np.array([[features.get(name, 0.0) for name in names] for features in self.features])

    def folds(self, seed: int) -> np.ndarray:
        """Give each pair a fold; pairs with the same first sentence share one."""
        firsts = sorted({row["a"] for row in self.rows})
        random.Random(seed).shuffle(firsts)
        fold = {first: number % FOLDS for number, first in enumerate(firsts)}
        return np.array([fold[row["a"]] for row in self.rows])


class Finder:
    """Finds the features of two sentences that stand alone."""

    def __init__(self) -> None:
        self._vocabulary = Vocabulary()
        self._judge = PairJudge(self._vocabulary)
        self._figures = FigureFinder()

    def find(self, a: str, b: str) -> tuple[dict[str, float], str]:
        one, other = self._read(a), self._read(b)
        return self._judge.features.find(one, other).values, style_of(one, other)

    def _read(self, text: str) -> Statement:
        reading = self._vocabulary.read(text, Span(0, len(text)))
        return self._judge.reader.read(text, reading, self._figures.find(text, 0, None))


class Model:
    """Weights for one scaled matrix of features."""

    def __init__(self, values: np.ndarray, styles: np.ndarray, labels: np.ndarray, costs: np.ndarray) -> None:
        self._mean, self._scale = values.mean(0), values.std(0) + 1e-6
        fitted = LogisticRegression(C=STRENGTH, max_iter=1000, fit_intercept=False)
        fitted.fit(self._expanded(values, styles), labels, sample_weight=costs)
        self._weights = fitted.coef_

    def predict(self, values: np.ndarray, styles: np.ndarray) -> np.ndarray:
        found: np.ndarray = np.argmax(self._expanded(values, styles) @ self._weights.T, axis=1)
        return found

    def of_style(self, style: int) -> tuple[np.ndarray, np.ndarray]:
        """Return the weights of unscaled features for each outcome, and the biases."""
        size = len(self._mean) + 1
        own = self._weights[:, (style + 1) * size : (style + 2) * size]
        scaled = SHARED * self._weights[:, :size] + own
        weights = scaled[:, :-1] / self._scale
        return weights, scaled[:, -1] - weights @ self._mean

    def _expanded(self, values: np.ndarray, styles: np.ndarray) -> np.ndarray:
        scaled = (values - self._mean) / self._scale
        scaled = np.hstack([scaled, np.ones((len(scaled), 1))])
        return np.hstack(
            [SHARED * scaled, *(scaled * (styles == style)[:, None] for style in range(len(STYLES)))]
        )


def costs(labels: np.ndarray, total: float) -> np.ndarray:
    """Weigh the pairs of a set so that rare outcomes count more, and the set as much as it should."""
    counts = np.bincount(labels, minlength=len(OUTCOMES))
    found = (len(labels) / (len(OUTCOMES) * np.maximum(1, counts[labels]))) ** BALANCE
    scaled: np.ndarray = found * total / found.sum()
    return scaled


def fit(sets: dict[str, Rows], names: list[str], kept: dict[str, np.ndarray]) -> Model:
    values = np.vstack([rows.matrix(names)[kept[name]] for name, rows in sets.items()])
    styles = np.concatenate([rows.styles[kept[name]] for name, rows in sets.items()])
    labels = np.concatenate([rows.labels[kept[name]] for name, rows in sets.items()])
    weights = np.concatenate([costs(rows.labels[kept[name]], SETS[name]) for name, rows in sets.items()])
    return Model(values, styles, labels, weights)


def score(rows: Rows, guesses: np.ndarray) -> float:
    return float(f1_score(rows.labels, guesses, average="macro"))


def cross_validate(sets: dict[str, Rows], names: list[str]) -> None:
    figures: dict[str, list[float]] = {name: [] for name in sets}
    for seed in range(REPEATS):
        folds = {name: rows.folds(seed) for name, rows in sets.items()}
        guesses = {name: np.zeros_like(rows.labels) for name, rows in sets.items()}
        for fold in range(FOLDS):
            model = fit(sets, names, {name: folds[name] != fold for name in sets})
            for name, rows in sets.items():
                left_out = folds[name] == fold
                guesses[name][left_out] = model.predict(rows.matrix(names)[left_out], rows.styles[left_out])
        for name, rows in sets.items():
            figures[name].append(score(rows, guesses[name]))
    for name, found in figures.items():
        print(f"{name:10s} macro F1 cross-validated {np.mean(found):.3f} (± {np.std(found):.3f})")


def fit_similarity(values: np.ndarray, gold: np.ndarray) -> tuple[np.ndarray, float]:
    mean, scale = values.mean(0), values.std(0) + 1e-6
    fitted = Ridge(alpha=SMOOTHNESS).fit((values - mean) / scale, gold)
    weights = fitted.coef_ / scale
    return weights, float(fitted.intercept_ - weights @ mean)


def validate_similarity(values: np.ndarray, gold: np.ndarray, folds: np.ndarray) -> None:
    guesses = np.zeros(len(gold))
    for fold in range(FOLDS):
        weights, bias = fit_similarity(values[folds != fold], gold[folds != fold])
        guesses[folds == fold] = values[folds == fold] @ weights + bias
    print(f"sts_news   Pearson cross-validated {np.corrcoef(guesses, gold)[0, 1]:.3f}")


def count(sets: dict[str, Rows]) -> dict[str, Counter[str]]:
    """Count in how many pairs of each style a feature is found."""
    seen: dict[str, Counter[str]] = {style: Counter() for style in STYLES}
    for rows in sets.values():
        for style, features in zip(rows.styles, rows.features, strict=True):
            seen[STYLES[style]].update(features.keys())
    return seen


def lines(
    names: list[str], model: Model, similarity: tuple[np.ndarray, float], seen: dict[str, Counter[str]]
) -> list[str]:
    found = [HEAD]
    for number, style in enumerate(STYLES):
        weights, biases = model.of_style(number)
        for name, given in GIVEN.items():
            if seen[style][name] < FEWEST:
                weights[OUTCOMES.index("conflict"), names.index(name)] = given
        found.append(f"[{style}]\n{BIAS} = [{', '.join(f'{bias:.3f}' for bias in biases)}]")
        for place, name in enumerate(names):
            column = weights[:, place]
            if np.abs(column).max() >= 0.0005:
                found.append(f"{name} = [{', '.join(f'{weight:.3f}' for weight in column)}]")
        found.append("")
    found.append(f"[{SIMILARITY}]\n{BIAS} = {similarity[1]:.4f}")
    found += [f"{name} = {weight:.4f}" for name, weight in zip(names, similarity[0], strict=True)]
    return found


def main(data: Path) -> None:
    find = Finder().find
    sets = {name: Rows(data / "pairs" / f"{name}.jsonl", find) for name in SETS}
    news = Rows(data / "pairs" / "sts_news.jsonl", find)
    names = sorted(
        {name for rows in (*sets.values(), news) for features in rows.features for name in features}
    )
    cross_validate(sets, names)
    gold = np.array([row["similarity"] / 5 for row in news.rows])
    validate_similarity(news.matrix(names), gold, news.folds(0))
    model = fit(sets, names, {name: np.ones(len(rows.labels), bool) for name, rows in sets.items()})
    for name, rows in sets.items():
        print(
            f"{name:10s} macro F1 in sample {score(rows, model.predict(rows.matrix(names), rows.styles)):.3f}"
        )
    similarity = fit_similarity(news.matrix(names), gold)
    TABLE.write_text("\n".join(lines(names, model, similarity, count(sets))) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
