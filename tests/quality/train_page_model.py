"""Train the model that tells an article's text from the page around it, and cross-validate it.

    python tests/quality/train_page_model.py PAGES.jsonl [MORE.jsonl ...] [--write FILE]

Each line of a file is a page: {"id", "lines": [[text, "content" | "boilerplate" | "optional"], ...]}.
Figures are for the first file's pages, each judged by a model that has not seen it; further files only
train, with a lower weight. The shipped weights come from 25 pages of the article extraction benchmark
and 77 test pages of Mozilla's Readability, taken apart into lines. Needs scikit-learn, which
the program itself does not.
"""

import argparse
import importlib
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from workbench.reading.looks import Look, look_at
from workbench.reading.page_model import choose_text, score_look, score_surroundings
from workbench.reading.surroundings import describe_surroundings
from workbench.reading.vocabulary import read_vocabulary

FOLDS = 5
LOOK_STRENGTH, SURROUNDINGS_STRENGTH = 0.1, 0.3
"""Inverse strength of the L2 penalty of the two models."""
OTHERS_WEIGHT = 0.3
"""What a page of a further file counts, beside one of the first."""
CROPPED_WEIGHT = 0.2
"""What a page counts once more without what stands around its text, so that clean articles stay whole."""
KEEP = 1.5
"""Log-odds above which a line is kept: nearly five to one, since a stray line is worse than a lost one."""

BESIDE = -1.0
"""The same for a sentence beside a line that is kept."""

Values = dict[str, float]
Weights = dict[str, float]


@dataclass(frozen=True)
class Page:
    """A page whose lines are labelled."""

    lines: tuple[str, ...]
    labels: tuple[str, ...]
    looks: tuple[Look, ...]
    weight: float


@dataclass(frozen=True)
class Model:
    """The weights of both steps."""

    look: Weights
    surroundings: Weights

    def scores(self, page: Page) -> list[float]:
        """Return each line's log-odds of being text."""
        first = [score_look(look.features, self.look) for look in page.looks]
        return [score_surroundings(v, self.surroundings) for v in describe_surroundings(page.looks, first)]


class Classifier(Protocol):
    """What is used of scikit-learn's linear models."""

    coef_: Sequence[Sequence[float]]
    intercept_: Sequence[float]


def read_pages(file: Path, weight: float) -> list[Page]:
    """Read the labelled pages of a file."""
    with file.open(encoding="utf-8") as rows:
        return [make_page(json.loads(row)["lines"], weight) for row in rows]


def make_page(rows: Iterable[Sequence[str]], weight: float) -> Page:
    """Look at the lines of a page; empty ones are left out."""
    kept = [(line.strip(), label) for line, label in rows if line.strip()]
    lines, labels = zip(*kept, strict=True)
    return Page(lines, labels, tuple(look_at(lines, read_vocabulary())), weight)


def cropped(page: Page) -> Iterator[Page]:
    """Yield the page's text with a few lines around it, and with none."""
    text = [index for index, label in enumerate(page.labels) if label == "content"]
    chance = random.Random(page.lines[text[0]])
    before, after = (chance.choice((0, 1, 3, 6)) for _ in range(2))
    rows = list(zip(page.lines, page.labels, strict=True))
    weight = page.weight * CROPPED_WEIGHT
    yield make_page(rows[max(0, text[0] - before) : text[-1] + 1 + after], weight)
    yield make_page([rows[index] for index in text], weight)


def train(pages: Sequence[Page]) -> Model:
    """Train both steps; the second on scores of pages that the first has not seen."""
    scores: dict[int, list[float]] = {}
    for fold in range(FOLDS):
        seen = [page for index, page in enumerate(pages) if index % FOLDS != fold]
        weights = fit(look_rows(seen), LOOK_STRENGTH)
        for index in range(fold, len(pages), FOLDS):
            scores[index] = [score_look(look.features, weights) for look in pages[index].looks]
    look = fit(look_rows(pages), LOOK_STRENGTH)
    described = [describe_surroundings(page.looks, scores[index]) for index, page in enumerate(pages)]
    rows = (row for page, values in zip(pages, described, strict=True) for row in labelled(page, values))
    return Model(look, fit(rows, SURROUNDINGS_STRENGTH))


def look_rows(pages: Iterable[Page]) -> Iterator[tuple[Values, bool, float]]:
    """Yield each line's look as values, with its label and weight."""
    for page in pages:
        yield from labelled(page, [dict.fromkeys(look.features, 1.0) for look in page.looks])


def labelled(page: Page, values: Sequence[Values]) -> Iterator[tuple[Values, bool, float]]:
    """Yield the lines that have a label; a line of text weighs by its words."""
    for value, label, look in zip(values, page.labels, page.looks, strict=True):
        if label != "optional":
            is_text = label == "content"
            yield value, is_text, page.weight * (1 + min(look.size, 40) / 20 if is_text else 1)


def fit(rows: Iterable[tuple[Values, bool, float]], strength: float) -> Weights:
    """Fit a logistic regression and return its weights by name."""
    linear = importlib.import_module("sklearn.linear_model")
    extraction = importlib.import_module("sklearn.feature_extraction")
    values, labels, weights = zip(*rows, strict=True)
    vectors = extraction.DictVectorizer()
    matrix = vectors.fit_transform(values)
    fitted: Classifier = linear.LogisticRegression(C=strength, max_iter=3000).fit(matrix, labels, weights)
    named = dict(zip(vectors.get_feature_names_out(), map(float, fitted.coef_[0]), strict=True))
    return {"always": float(fitted.intercept_[0]), **named}


def cross_validate(pages: Sequence[Page], others: Sequence[Page], seed: int) -> list[list[float]]:
    """Return the scores of each page's lines under a model that has not seen the page."""
    order = list(range(len(pages)))
    random.Random(seed).shuffle(order)
    scores: dict[int, list[float]] = {}
    for fold in range(FOLDS):
        held_out = order[fold::FOLDS]
        model = train([*with_cropped(pages[index] for index in order if index not in held_out), *others])
        scores |= {index: model.scores(pages[index]) for index in held_out}
    return [scores[index] for index in range(len(pages))]


def with_cropped(pages: Iterable[Page]) -> Iterator[Page]:
    """Yield pages, each followed by its cropped versions."""
    for page in pages:
        yield page
        yield from cropped(page)


def figures(pages: Sequence[Page], scores: Sequence[Sequence[float]], keep: float) -> str:
    """Measure the kept lines: precision, recall and F1 by words, and stray lines a page."""
    right = stray = lost = stray_lines = 0
    for page, line_scores in zip(pages, scores, strict=True):
        kept = choose_text(page.looks, line_scores, keep, BESIDE)
        for line, label, is_kept in zip(page.lines, page.labels, kept, strict=True):
            words = len(line.split())
            if label == "content":
                right, lost = (right + words, lost) if is_kept else (right, lost + words)
            elif label == "boilerplate" and is_kept:
                stray, stray_lines = stray + words, stray_lines + 1
    precision, recall = right / (right + stray), right / (right + lost)
    f1 = 2 * precision * recall / (precision + recall)
    stray_a_page = stray_lines / len(pages)
    return f"keep {keep}: word F1 {f1:.3f} (P {precision:.3f} R {recall:.3f}), stray {stray_a_page:.2f}"


def write_weights(model: Model, file: Path) -> None:
    """Write the weights that matter as a table."""
    parts = [
        "# Made by tests/quality/train_page_model.py. Above 0 speaks for text, below 0 against it; log-odds."
    ]
    for name, weights in (("look", model.look), ("surroundings", model.surroundings)):
        parts.append(f"\n[{name}]")
        for feature, weight in sorted(weights.items()):
            if abs(weight) >= 0.05 or feature == "always":
                parts.append(f"{json.dumps(feature, ensure_ascii=False)} = {weight:.2f}")
    parts.append(f"\n[threshold]\nkeep = {KEEP}\nbeside = {BESIDE}\n")
    file.write_text("\n".join(parts), encoding="utf-8")


def main() -> None:
    """Cross-validate, then train on everything and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("pages", type=Path, nargs="+")
    parser.add_argument("--write", type=Path)
    parser.add_argument("--seeds", type=int, default=2)
    options = parser.parse_args()
    pages = read_pages(options.pages[0], 1.0)
    further = (page for file in options.pages[1:] for page in read_pages(file, OTHERS_WEIGHT))
    others = list(with_cropped(further))
    for seed in range(options.seeds):
        scores = cross_validate(pages, others, seed)
        for keep in (KEEP - 0.5, KEEP, KEEP + 0.5):
            print(f"cross-validated, order {seed}, {figures(pages, scores, keep)}")
    if others:
        model = train(others)
        scores = [model.scores(page) for page in pages]
        print(f"trained on the other files only, {figures(pages, scores, KEEP)}")
    if options.write:
        write_weights(train([*with_cropped(pages), *others]), options.write)


if __name__ == "__main__":
    main()
