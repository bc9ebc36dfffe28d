from itertools import permutations

from tests.builders import an_article
from workbench.analysis.comparison.copies import CopyFinder
from workbench.analysis.comparison.lineages import Lineages
from workbench.analysis.comparison.words import Vocabulary


def test_a_copy_of_a_copy_is_of_the_same_lineage_whatever_comes_first() -> None:
    pairs = [("a", "b", 0.9), ("b", "c", 0.3), ("c", "d", 0.1), ("e", "f", 0.5)]
    for order in permutations(pairs):
        lineages = Lineages()
        for pair in order:
            lineages.add(*pair)
        assert lineages.groups("abcdef") == (frozenset("abc"), frozenset("ef"))


def test_an_article_that_shares_nothing_is_in_no_lineage() -> None:
    lineages = Lineages()
    lineages.add("a", "b", 0.0)
    assert lineages.groups(["a", "b"]) == ()


def test_one_copied_sentence_makes_no_lineage_and_a_copied_half_does() -> None:
    copied = "The ferry Osprey ran aground off Port Ellery on Tuesday night with forty people on board."
    others = [
        f"Chapter {number} of the harbour's chronicle tells of storms and wrecks that nobody living has seen."
        for number in range(7)
    ]
    finder = CopyFinder(Vocabulary())
    short = an_article(f"{copied} The pilot was asleep, his wife said in a letter to the mayor.", id="short")
    long = an_article("\n\n".join([copied, *others]), id="long")
    other = an_article("\n\n".join(["Of fish and men.", copied, "x" * 400]), id="other")
    lineages = Lineages()
    for one, two in ((short, long), (long, other)):
        lineages.add(one.id, two.id, finder.compare(one, two).share)
    assert lineages.groups(["short", "long", "other"]) == (frozenset({"short", "long"}),)
