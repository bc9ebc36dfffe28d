"""Measures the comparison on invented stories: measure_stories.py [development | held_out] [-v].

A story is three articles. Each of their sentences names the facts it states, as "name=value": two sentences
of different articles with a fact in common belong together; they say the same where the values are equal,
differ where "~" marks that only a bound or a rounding does, and are in conflict otherwise.
"""

import sys
import tempfile
import tomllib
from collections import Counter
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import TypeAlias, cast

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from workbench.analysis.analyser import Analyser
from workbench.analysis.comparison.comparer import Comparer
from workbench.model.article import Article
from workbench.model.claim import Claim
from workbench.reading.articles import read_article
from workbench.reading.sources import find_sources

STORIES = Path(__file__).parent / "stories"
Place: TypeAlias = tuple[int, int]
"""The number of an article and of a sentence in it."""


@dataclass(frozen=True, slots=True)
class Story:
    """A story with what its sentences state."""

    name: str
    """What it is about."""
    articles: tuple[Article, ...]
    """Its articles."""
    sentences: tuple[tuple[str, ...], ...]
    """The sentences of each."""
    facts: dict[Place, dict[str, str]]
    """What each sentence states."""

    def gold(self) -> dict[tuple[Place, Place], str]:
        """Return what pairs of sentences of different articles have to do with each other."""
        found: dict[tuple[Place, Place], str] = {}
        for a, b in combinations(sorted(self.facts), 2):
            shared = self.facts[a].keys() & self.facts[b].keys()
            if a[0] != b[0] and shared:
                agreements = {agreement(self.facts[a][name], self.facts[b][name]) for name in shared}
                found[a, b] = next(one for one in ("conflict", "differs", "same") if one in agreements)
        return found

    def place(self, claim: Claim) -> Place:
        """Return the sentence that a claim is, or lies in."""
        number = next(n for n, article in enumerate(self.articles) if article.id == claim.article)
        text = claim.span.of(self.articles[number].text)
        return number, next(n for n, sentence in enumerate(self.sentences[number]) if text in sentence)


def agreement(one: str, other: str) -> str:
    """Return what two values of a fact say to each other."""
    if one == other:
        return "same"
    return "differs" if one.lstrip("~") == other.lstrip("~") else "conflict"


def read_story(file: Path) -> Story:
    """Read a story.

    Args:
        file: A TOML file of this folder.
    """
    table = cast("list[dict[str, object]]", tomllib.loads(file.read_text("utf-8"))["article"])
    articles, texts, facts = [], [], {}
    for number, row in enumerate(table):
        sentences = cast("list[list[str]]", row["sentences"])
        texts.append(tuple(sentence[0] for sentence in sentences))
        articles.append(replace(_read("\n\n".join(texts[-1])), id=f"{number}", date=str(row["date"])))
        for place, (_, *stated) in enumerate(sentences):
            facts[number, place] = dict(fact.split("=", 1) for fact in stated)
    return Story(file.stem, tuple(articles), tuple(texts), facts)


def _read(text: str) -> Article:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "article.txt"
        path.write_text(text, "utf-8")
        return read_article(find_sources([str(path)])[0])


def compare(story: Story) -> dict[tuple[Place, Place], tuple[str, str]]:
    """Return what the program says of pairs of sentences of different articles, with the reason."""
    analyser = Analyser()
    claims = {claim.id: claim for article in story.articles for claim in analyser.claims(article)}
    found = {}
    for batch in Comparer().compare(story.articles, claims.values()):
        for relation in batch.relations:
            a, b = sorted((story.place(claims[relation.a]), story.place(claims[relation.b])))
            if a[0] != b[0]:
                found[a, b] = str(relation.agreement), relation.reason
    return found


def measure(folder: str, *, verbose: bool) -> None:
    """Print precision and recall of the stories of one folder."""
    total: Counter[str] = Counter()
    for file in sorted((STORIES / folder).glob("*.toml")):
        story = read_story(file)
        gold, found = story.gold(), compare(story)
        count = Counter(
            linked_gold=len(gold),
            linked_found=len(found),
            linked_right=len(gold.keys() & found.keys()),
            conflict_gold=sum(one == "conflict" for one in gold.values()),
            conflict_found=sum(one == "conflict" for one, _ in found.values()),
            conflict_right=sum(gold.get(pair) == one == "conflict" for pair, (one, _) in found.items()),
        )
        print(f"{story.name:12}{_figures(count)}")
        total.update(count)
        if verbose:
            _show(story, gold, found)
    print(f"{folder:12}{_figures(total)}")


def _figures(count: Counter[str]) -> str:
    parts = []
    for what in ("linked", "conflict"):
        right, found, gold = (count[f"{what}_{name}"] for name in ("right", "found", "gold"))
        precision, recall = right / max(1, found), right / max(1, gold)
        score = 2 * precision * recall / max(1e-9, precision + recall)
        parts.append(
            f"{what} P {precision:.2f} R {recall:.2f} F1 {score:.2f} ({right} of {gold}, {found} found)"
        )
    return "   ".join(parts)


def _show(
    story: Story, gold: dict[tuple[Place, Place], str], found: dict[tuple[Place, Place], tuple[str, str]]
) -> None:
    for pair in sorted(gold.keys() | found.keys()):
        wanted, (given, reason) = gold.get(pair, "none"), found.get(pair, ("none", ""))
        if wanted != given:
            (a, one), (b, two) = pair
            print(f"  {wanted} -> {given}  {reason}")
            print(f"      {story.sentences[a][one]}\n      {story.sentences[b][two]}")


if __name__ == "__main__":
    folders = [word for word in sys.argv[1:] if not word.startswith("-")] or ["development", "held_out"]
    for folder in folders:
        measure(folder, verbose="-v" in sys.argv)
