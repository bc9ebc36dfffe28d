"""Weigh the features of attributions: train_attributions.py DATA writes tables/attribution_weights.toml.

DATA is the folder of the measuring data. Its articles are read and forgotten: what is kept is one weight for
each feature that a person can read (workbench/analysis/attributions_features.py). Two logistic regressions:
`cue` tells whether a candidate is an attribution, `end` whether its content ends at a place. A penalty on the
sum of the weights chooses few features, a penalty on their squares then weighs them. It needs scikit-learn,
which nothing else does, and takes a minute.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple, TypedDict

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from workbench.analysis.speech.boundaries import BOUNDARY_FAMILIES, boundaries, keys_of_boundary
from workbench.analysis.speech.candidates import Candidate, Side
from workbench.analysis.speech.cues import candidates
from workbench.analysis.speech.ends import WHOLE, with_end
from workbench.analysis.speech.features import (
    CONTENT_FAMILIES,
    CUE_FAMILIES,
    keys_of_content,
    keys_of_cue,
)
from workbench.analysis.speech.lexicon import Lexicon
from workbench.analysis.speech.paragraphs import laid_over
from workbench.analysis.speech.parses import reading_of
from workbench.analysis.speech.quotations import quoted_runs
from workbench.analysis.speech.tokens import Sentence, Tagged, Tokens, sentence_of
from workbench.analysis.speech.weights import BIAS, LinearModel, features_of
from workbench.model.article import Span

TABLE: Final = Path(__file__).parents[2] / "workbench" / "analysis" / "tables" / "attribution_weights.toml"
CHOICE, STRENGTH = 0.8, 0.3
"""What an error costs against a weight, while features are chosen and while they are weighed."""
FEWEST: Final = 3
"""A feature seen less often gets no weight."""
SMALLEST: Final = 0.02
"""A feature with a smaller weight is not chosen."""
NEAR: Final = 12
"""Content begins at a place if it does so within this many code points."""
HEAD = """\
# What the features of attributions weigh, in log-odds.
# Written by tests/quality/train_attributions.py: do not edit.
# The features are those of workbench/analysis/attributions_features.py.
"""

Labelled = tuple[list[str], bool]
"""The features of an example, and whether it is one."""


class Gold(TypedDict):
    """An attribution that a person marked."""

    content: list[list[int]]
    cue: list[list[int]]


class Document(TypedDict):
    """An article with its attributions."""

    text: str
    attributions: list[Gold]


class Lesson:
    """One article, with its candidates and what a person marked."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        text = document["text"]
        self._gold = document["attributions"]
        self._examples = [
            Example(paragraph.start, number == 0, tagged, run, sentence, candidate)
            for number, paragraph in enumerate(paragraphs_of(text))
            for written in (paragraph.of(text),)
            for tagged in (Tagged(written, quoted_runs(written), lexicon),)
            for run, ends_paragraph in tagged.sentences()
            for sentence in (sentence_of(tagged.tags[run[0] : run[1]], tagged.words(run), ends_paragraph),)
            for candidate in candidates(sentence, lexicon.cues)
        ]

    def ends(self) -> Iterator[Labelled]:
        """Give the places where marked content may end, up to the one where it does."""
        for example in self._examples:
            candidate, sentence, first = example.candidate, example.sentence, example.run[0]
            if candidate.side is not Side.RIGHT or not candidate.contents or candidate.frame.name in WHOLE:
                continue
            begin = candidate.contents[0][0]
            end = self._marked_end(example, begin)
            for at in boundaries(sentence, begin) if end else ():
                here = example.base + example.tagged.place((first, first + at))[1]
                if here > end + 1:
                    break
                yield (
                    features_of(keys_of_boundary(sentence, candidate, begin, at), BOUNDARY_FAMILIES),
                    here >= end - 1,
                )

    def cues(self, ends: LinearModel) -> Iterator[Labelled]:
        """Give the candidates, cut to size."""
        for example in self._examples:
            cut = with_end(example.sentence, example.candidate, ends)
            if not cut.contents:
                continue
            draft = laid_over(example.tagged, example.run, reading_of(example.sentence, cut, 0.0))
            said = [(example.base + start, example.base + end) for start, end in draft.contents]
            keys = (
                *keys_of_cue(example.sentence, cut, example.is_title),
                *keys_of_content(example.sentence, cut),
            )
            yield features_of(keys, (*CUE_FAMILIES, *CONTENT_FAMILIES)), self._is_marked(example, said)

    def _marked_end(self, example: "Example", begin: int) -> int:
        first = example.run[0]
        start = example.base + example.tagged.place((first + begin, first + begin + 1))[0]
        for gold in self._with_cue(example):
            for marked, end in gold["content"]:
                if abs(marked - start) <= NEAR:
                    return end
        return 0

    def _is_marked(self, example: "Example", contents: Sequence[tuple[int, int]]) -> bool:
        """Tell whether a candidate is right: the same content, or the same cue and nearly the same."""
        said = characters(contents)
        marked = [characters(gold["content"]) for gold in self._gold]
        if any(2 * len(said & gold) >= len(said | gold) for gold in marked):
            return True
        side = example.candidate.side
        for gold in self._with_cue(example):
            if side is Side.LEFT and len(said & characters(gold["content"])) > 0.9 * len(said):
                return True
            if side is Side.RIGHT and abs(contents[0][0] - gold["content"][0][0]) < NEAR:
                return True
        return False

    def _with_cue(self, example: "Example") -> Iterator[Gold]:
        token = example.run[0] + example.candidate.token
        at = example.base + example.tagged.place((token, token + 1))[0]
        for gold in self._gold:
            if any(start <= at < end for start, end in gold["cue"]):
                yield gold


class Example(NamedTuple):
    """A candidate where it stands."""

    base: int
    """Where its paragraph starts in the text."""
    is_title: bool
    """Whether its paragraph is the first."""
    tagged: Tagged
    """Its paragraph."""
    run: Tokens
    """The tokens of its sentence."""
    sentence: Sentence
    """Its sentence."""
    candidate: Candidate
    """The candidate."""


def paragraphs_of(text: str) -> list[Span]:
    """Return the lines that are not blank."""
    found, start = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            first = start + len(line) - len(line.lstrip())
            found.append(Span(first, start + len(line.rstrip())))
        start += len(line)
    return found


def characters(spans: Iterable[Sequence[int]]) -> set[int]:
    return {at for start, end in spans for at in range(start, end)}


def fit(examples: Sequence[Labelled]) -> dict[str, float]:
    """Choose features and return the weight of each."""
    counts = Counter(feature for features, _ in examples for feature in features)
    often = {feature for feature, count in counts.items() if count >= FEWEST and feature != BIAS}
    chosen = weigh(
        examples, often, LogisticRegression(C=CHOICE, penalty="l1", solver="liblinear", random_state=0)
    )
    kept = {feature for feature, weight in chosen.items() if abs(weight) > SMALLEST and feature != BIAS}
    return weigh(examples, kept, LogisticRegression(C=STRENGTH, max_iter=3000))


def weigh(examples: Sequence[Labelled], features: set[str], model: LogisticRegression) -> dict[str, float]:
    vectorizer = DictVectorizer()
    rows = vectorizer.fit_transform(
        [dict.fromkeys(features.intersection(found), 1.0) for found, _ in examples]
    )
    rows.indices, rows.indptr = rows.indices.astype("int32"), rows.indptr.astype("int32")
    model.fit(rows, [label for _, label in examples])
    weights = dict(zip(vectorizer.feature_names_, model.coef_[0].tolist(), strict=True))
    return {BIAS: float(model.intercept_[0]), **weights}


def learn(lessons: Sequence[Lesson]) -> dict[str, dict[str, float]]:
    """Return the weights of both models."""
    end = fit([example for lesson in lessons for example in lesson.ends()])
    ends = LinearModel(end, BOUNDARY_FAMILIES)
    cue = fit([example for lesson in lessons for example in lesson.cues(ends)])
    return {"cue": cue, "end": end}


def write(weights: Mapping[str, Mapping[str, float]], file: Path) -> None:
    lines = [HEAD]
    for name, features in weights.items():
        lines.append(f"[{name}]")
        lines += [
            f"{json.dumps(feature, ensure_ascii=False)} = {features[feature]:.2f}"
            for feature in sorted(features)
        ]
        lines.append("")
    file.write_text("\n".join(lines), encoding="utf-8")


def read_documents(folder: Path) -> list[Document]:
    with (folder / "quotes" / "docs.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def main(folder: Path) -> None:
    lexicon = Lexicon()
    weights = learn([Lesson(document, lexicon) for document in read_documents(folder)])
    write(weights, TABLE)
    print({name: len(features) for name, features in weights.items()})


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
