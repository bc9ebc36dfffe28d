"""Claims are judged when they share rare words or a fact's key, and few others are."""

import os
import subprocess
import sys
from pathlib import Path

from workbench.analysis.comparison.candidates import ClaimIndex, ClueFinder, Clues
from workbench.analysis.comparison.content import Contents
from workbench.analysis.comparison.rarity import Rarity
from workbench.analysis.comparison.words import Vocabulary
from workbench.model.article import Span

VOCABULARY = Vocabulary()
CONTENTS = Contents(VOCABULARY)
FINDER = ClueFinder(Rarity(CONTENTS))
CLAIMS = (
    "The ferry Osprey ran aground off Port Ellery.",
    "Parliament passed the reform by 211 votes.",
    "Nobody was hurt, the harbour master said.",
)


SMALL_WORDS = "None of them was there when it was on its way from here to the other side of it."


def clues(text: str, *keys: str) -> Clues:
    reading = VOCABULARY.read(text, Span(0, len(text)))
    return FINDER.clues(reading.signs, CONTENTS.of(reading), keys)


def like(text: str, *keys: str, end: int | None = None) -> list[int]:
    claims = [clues(CLAIMS[0]), clues(CLAIMS[1], "votes"), clues(CLAIMS[2], "injured")]
    return ClaimIndex(claims, FINDER.weights).like(clues(text, *keys), end)


def test_a_claim_leads_to_those_with_its_rare_words() -> None:
    assert like("Fishermen from Ellery pulled 52 people from the Osprey.") == [0]


def test_one_usual_word_leads_nowhere() -> None:
    assert like("The government wants another reform.") == []


def test_a_key_is_enough_where_no_word_is_shared() -> None:
    assert like("Six passengers went to hospital.", "injured") == [2]


def test_a_copy_is_found_however_usual_its_words_are() -> None:
    usual = "The people of this country know what the government will say."
    index = ClaimIndex([clues(usual)], FINDER.weights)
    assert index.like(clues(usual.replace("will", "would never"))) == [0]


def test_a_search_ends_where_it_is_told_to() -> None:
    assert like("The Osprey of Ellery lost by 211 votes.", "votes") == [0, 1]
    assert like("The Osprey of Ellery lost by 211 votes.", "votes", end=1) == [0]


def test_a_claim_repeated_a_thousand_times_leads_to_a_few() -> None:
    claims = [clues(f"The ferry Osprey ran aground {number} times.") for number in range(1000)]
    found = ClaimIndex(claims, FINDER.weights).like(clues("The ferry Osprey ran aground."))
    assert 10 <= len(found) <= 100
    assert found == sorted(found)


def test_the_clues_do_not_depend_on_the_hash_seed_of_the_process() -> None:
    folder = str(Path(__file__).parent)
    script = (
        f"import sys; sys.path.insert(0, {folder!r}); import test_candidates as tests; "
        "print(sorted(tests.clues(tests.SMALL_WORDS)))"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "7")
    }
    assert len(found) == 1
