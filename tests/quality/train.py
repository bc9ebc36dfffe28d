"""Weigh the classes of words: python train.py DATA writes workbench/analysis/tables/weights.toml.

DATA is the folder of the measuring data. Its sentences are read and forgotten: what is kept is one weight for
each class of words (workbench/analysis/tables/wording.toml) and each fact that the analysis finds. The model
is logistic regression with an L2 penalty, fitted by Nesterov's accelerated gradient; it takes ten seconds
and needs no package.
"""

import json
import math
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from workbench.analysis.readings import SentenceReader

TABLES = Path(__file__).parents[2] / "workbench" / "analysis" / "tables"
SETS = {"worthy": "debates", "objective": "objectivity_news"}
STRENGTH = 0.07
"""What an error costs against a weight: little, since a few hundred sentences stand for all the rest."""
FEWEST = 4
"""A class seen in fewer sentences gets no weight."""
STEPS = 250
FOLDS, REPEATS = 5, 3
HEAD = """\
# What each class of words weighs, in two questions. Written by tests/quality/train.py: do not edit.
# The classes are those of wording.toml, with the signs, lengths and facts that the analysis finds.
"""


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence as the numbers of its classes, and what people said of it."""

    classes: tuple[int, ...]
    label: int


def read_rows(file: Path, reader: SentenceReader) -> list[Row]:
    rows = []
    for line in file.read_text(encoding="utf-8").splitlines():
        sentence = json.loads(line)
        found = reader.found(sentence["text"])
        places = range(len(reader.worth.names))
        rows.append(Row(tuple(place for place in places if found >> place & 1), sentence["label"]))
    return rows


def fit(rows: Sequence[Row], size: int) -> list[float]:
    """Return the weights, the bias last."""
    counts = [0] * size
    for row in rows:
        for place in row.classes:
            counts[place] += 1
    data = [((*(place for place in row.classes if counts[place] >= FEWEST), size), row.label) for row in rows]
    rate = 1.0 / (1.0 + STRENGTH / 4 * sum(len(classes) for classes, _ in data))
    weights, ahead = [0.0] * (size + 1), [0.0] * (size + 1)
    for step in range(STEPS):
        slope = [*ahead[:size], 0.0]
        for classes, label in data:
            total = sum([ahead[place] for place in classes])
            error = STRENGTH * (1.0 / (1.0 + math.exp(-total)) - label)
            for place in classes:
                slope[place] += error
        before, weights = weights, [at - rate * down for at, down in zip(ahead, slope, strict=True)]
        push = step / (step + 3)
        ahead = [now + push * (now - then) for now, then in zip(weights, before, strict=True)]
    return weights


def macro_f1(pairs: Sequence[tuple[int, int]]) -> float:
    total = 0.0
    for kind in (0, 1):
        right = sum(gold == guess == kind for gold, guess in pairs)
        total += 2 * right / max(1, sum((gold == kind) + (guess == kind) for gold, guess in pairs))
    return total / 2


def cross_validate(rows: Sequence[Row], size: int) -> list[float]:
    """Return the macro F1 of each fold, never measured on rows that the weights were fitted to."""
    scores = []
    for seed in range(REPEATS):
        order = random.Random(seed).sample(rows, len(rows))
        for fold in range(FOLDS):
            weights = fit([row for place, row in enumerate(order) if place % FOLDS != fold], size)
            held_out = order[fold::FOLDS]
            totals = [sum(weights[place] for place in row.classes) + weights[size] for row in held_out]
            guesses = [int(total >= 0) for total in totals]
            scores.append(
                macro_f1([(row.label, guess) for row, guess in zip(held_out, guesses, strict=True)])
            )
    return scores


def main(data: Path) -> None:
    reader = SentenceReader(TABLES)
    size = len(reader.worth.names)
    out = [HEAD]
    for question, name in SETS.items():
        rows = read_rows(data / "checkworthy" / f"{name}.jsonl", reader)
        scores = cross_validate(rows, size)
        print(
            f"{question}: cross-validated macro F1 {sum(scores) / len(scores):.3f} on {len(rows)} sentences"
        )
        weights = fit(rows, size)
        out += [f"[{question}]", f"bias = {weights[size]:.2f}"]
        out += [
            f"{json.dumps(key)} = {weight:.2f}"
            for key, weight in zip(reader.worth.names, weights, strict=False)
            if abs(weight) >= 0.005
        ]
        out.append("")
    (TABLES / "weights.toml").write_text("\n".join(out), encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
