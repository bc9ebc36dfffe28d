"""Speed of the analysis, beside bare nupunkt segmentation of the same text in the same run.

    python tests/bench/bench_analysis.py [MEGABYTES ...]

The seeds are repeated with other names, numbers and days in every copy, so that no two articles are alike.
One core; the best of three runs counts, since other work on the machine only ever adds time.
"""

import gc
import itertools
import math
import random
import re
import sys
import time
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import nupunkt

from workbench.analysis.analyser import Analyser
from workbench.model.article import Article
from workbench.reading.blocks import find_blocks
from workbench.reading.pieces import split_lines
from workbench.reading.vocabulary import read_vocabulary
from workbench.resources import seeds_folder

MEGABYTE = 1_000_000
RUNS = 3
MOST_TIMES = 3.0
"""How many times bare segmentation the analysis may take."""
STEEPEST = 1.05
"""The highest exponent of growth."""
_NUMBER = re.compile(r"\b\d+(?:,\d{3})*\b")
_NAME = re.compile(r"\b(?:Veale|Khusham|Kaine|Zakharova|Reuters|SANA|Euphrates|Turkey)\b")
_DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SYLLABLES = ("ba", "den", "for", "gol", "ka", "lun", "mir", "nes", "or", "tal", "vik", "wen")


def varied(text: str, chance: random.Random) -> str:
    """Return a text with other numbers, names and days: no copy has the sentences of another."""
    name = "".join(chance.choices(_SYLLABLES, k=3)).capitalize()
    text = _NUMBER.sub(lambda _: f"{chance.randrange(2, 9999):,}", text)
    text = _DAY.sub(lambda _: chance.choice(_DAYS), text)
    text = _NAME.sub(name, text)
    return re.sub(r"\bthe ", f"the {name}-based ", text, count=40)


def articles(size: int) -> list[Article]:
    """Return articles of `size` code points together."""
    seeds = [file.read_text(encoding="utf-8") for file in sorted(seeds_folder().glob("*.txt"))]
    words, chance, total = read_vocabulary(), random.Random(7), 0
    made: list[Article] = []
    for number, seed in enumerate(itertools.cycle(seeds)):
        if total >= size:
            return made
        text = varied(seed, chance)
        blocks = find_blocks(split_lines(text), words).blocks
        made.append(Article(str(number), "", text, "", "", "", "", "2031-03-04", blocks))
        total += len(text)
    return made


def best_of(runs: int, prepare: Callable[[], Callable[[], object]]) -> float:
    """Return the shortest time of some runs, in seconds; what remembers is prepared anew for each."""
    times = []
    for _ in range(runs):
        work = prepare()
        gc.collect()
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times)


def measure(desk: Sequence[Article], runs: int) -> tuple[float, float]:
    """Return the seconds of the whole analysis, and of bare segmentation of the same blocks."""

    def analysis() -> Callable[[], object]:
        analyser = Analyser()
        # what is found is let go at once, as the command line does
        return lambda: deque(map(analyser.claims, desk), maxlen=0)

    def segmentation() -> Callable[[], object]:
        punkt = nupunkt.load_default_model()
        return lambda: [
            punkt.spans(block.span.of(article.text)) for article in desk for block in article.blocks
        ]

    return best_of(runs, analysis), best_of(runs, segmentation)


def main(sizes: Sequence[float]) -> int:
    """Print a line a size, and the exponent of growth; return 1 where a figure misses its mark."""
    points, failed = [], False
    for megabytes in sizes:
        desk = articles(int(megabytes * MEGABYTE))
        gc.freeze()
        size = sum(len(article.text) for article in desk)
        whole, bare = measure(desk, RUNS if megabytes <= 10 else 1)
        points.append((math.log(size), math.log(whole)))
        failed = failed or whole > MOST_TIMES * bare
        print(
            f"{size / MEGABYTE:6.1f} MB  analysis {whole:6.2f} s  {size / whole / MEGABYTE:5.1f} MB/s  "
            f"nupunkt {bare:6.2f} s  ratio {whole / bare:.2f}"
        )
    if len(points) > 1:
        (first_size, first_time), (last_size, last_time) = points[0], points[-1]
        exponent = (last_time - first_time) / (last_size - first_size)
        failed = failed or exponent > STEEPEST
        print(f"growth exponent {exponent:.3f}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main([float(word) for word in sys.argv[1:]] or [1, 10, 32]))
