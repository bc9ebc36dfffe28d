from workbench.analysis.comparison.containment import containment
from workbench.analysis.comparison.words import Vocabulary

VOCABULARY = Vocabulary()
SOURCE = (
    "A lighthouse is a tower that sends out light so that ships can tell where the coast is at night. "
    "The oldest ones burnt wood or coal, and keepers had to carry the fuel up the stairs every evening. "
    "Electric lamps have replaced the fires, and most towers have had no keeper for decades."
)
REWORDED = (
    "At night a tower such as a lighthouse sends light, which lets ships tell where the coast lies. Keepers "
    "carried wood or coal for the oldest ones up the stairs. For decades most towers have lacked a "
    "keeper, electric lamps having replaced fires."
)
OF_ITS_OWN = (
    "Ships used to sink off this coast in great numbers. Then the county raised money for a lighthouse, "
    "hired an engineer from the city, and within two years the wrecks were a rarity that drew spectators."
)


def share(text: str, source: str = SOURCE) -> float:
    return containment(text, source, VOCABULARY)


def test_a_copy_is_contained_and_a_rewording_more_than_a_text_of_its_own() -> None:
    assert share(SOURCE) > 0.95
    assert share(SOURCE) > share(REWORDED) > 2 * share(OF_ITS_OWN) > 0


def test_a_part_of_a_text_is_contained_in_it_but_not_the_other_way_round() -> None:
    sentence = SOURCE.split(". ")[1]
    assert share(sentence) > 0.9
    assert share(SOURCE, sentence) < 0.6


def test_a_text_without_words_is_taken_from_nowhere() -> None:
    assert share("") == share("...") == share(SOURCE, "") == 0.0
