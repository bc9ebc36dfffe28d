"""Articles that tell one story are found by the rare words that they share, in a session of any size."""

from itertools import combinations

from workbench.analysis.comparison.content import Contents
from workbench.analysis.comparison.rarity import Rarity
from workbench.analysis.comparison.stories import find_related
from workbench.analysis.comparison.words import Vocabulary
from workbench.model.article import Span

VOCABULARY = Vocabulary()
CONTENTS = Contents(VOCABULARY)
STORIES = (
    (
        "The ferry Osprey ran aground off Port Ellery, and harbour master Brandt blamed the fog.",
        "Fishermen took the passengers of the ferry Osprey to Port Ellery before the fog lifted.",
    ),
    (
        "Parliament in Tarsk passed the pension reform, which minister Lindqvist had put off for years.",
        "Minister Lindqvist told unions in Tarsk that the pension reform would be fair to miners.",
    ),
    (
        "A wildfire jumped the river Orva near Celm, and a thousand hectares of cork oaks burnt.",
        "In Celm firemen dug a trench along the Orva to save the cork oaks from the wildfire.",
    ),
)


def related(*texts: str) -> set[tuple[int, int]]:
    rarity = Rarity(CONTENTS)
    concepts = []
    for text in texts:
        content = CONTENTS.of(VOCABULARY.read(text, Span(0, len(text))))
        concepts.append("".join(sorted(set(content))))
        rarity.count(concepts[-1])
    found = find_related(concepts, rarity)
    return {(number, other) for number, others in enumerate(found) for other in others if other > number}


def test_two_articles_are_enough_to_tell_whether_they_are_about_the_same() -> None:
    for story in STORIES:
        assert related(*story) == {(0, 1)}
    for one, other in combinations(STORIES, 2):
        assert related(one[0], other[0]) == related(one[1], other[1]) == set()


def test_each_story_of_a_session_is_related_to_itself_alone() -> None:
    assert related(*(text for story in STORIES for text in story)) == {(0, 1), (2, 3), (4, 5)}


def test_two_attacks_in_one_war_are_two_stories() -> None:
    war = "The Orva Monitor counts the dead of the war in Tarsk."
    at_the_mill = [
        f"A shell hit the flour mill of Belm, where bakers, drivers and their children slept. {war}",
        f"Bakers and drivers slept in the flour mill when a shell came down on Belm, children too. {war}",
        f"In Belm children of bakers died with drivers under the flour mill that a shell had hit. {war}",
    ]
    at_the_bridge = [
        f"Snipers fired from the Kolm bridge on monks who carried a painting across the ice. {war}",
        f"Monks with a painting on the ice came under the fire of snipers near the Kolm bridge. {war}",
        f"The painting fell on the ice as snipers at the Kolm bridge shot at the monks. {war}",
    ]
    # each also has much that no other has
    articles = [
        " ".join([text, *(f"{letter}a{vowel}lo{end}" for vowel in "aeiou" for end in "nk")])
        for letter, text in zip("BCDFGH", (*at_the_mill, *at_the_bridge), strict=True)
    ]
    assert related(*articles) == {(0, 1), (0, 2), (1, 2), (3, 4), (3, 5), (4, 5)}


def test_words_that_all_news_use_relate_nothing() -> None:
    usual = "Officials said on Monday that people want the government to make a plan this year."
    for one, other in combinations(STORIES, 2):
        assert related(f"{one[0]} {usual}", f"{other[0]} {usual}") == set()


def test_many_articles_of_one_story_are_all_related() -> None:
    names = [f"Witness{number}" for number in range(100)]
    story = [
        f"{name} saw the ferry Osprey off Port Ellery in the fog, and so did {names[number - 1]}."
        for number, name in enumerate(names)
    ]
    found = related(*story)
    assert all((number, number + 1) in found for number in range(99))


def test_a_rare_word_weighs_more_than_a_frequent_one() -> None:
    rarity = Rarity(CONTENTS)
    osprey, government = CONTENTS.of_word("osprey"), CONTENTS.of_word("governments")
    rarity.count(osprey)
    assert rarity.weight(osprey) > 3.7 > 2 > rarity.weight(government)
    assert rarity.users(osprey) == 1
