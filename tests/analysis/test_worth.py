"""Check-worthiness of single sentences, as the quality sets ask for it."""

import pytest

from workbench.analysis.analyser import Analyser

READER = Analyser().reader


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("The council spent $4 million on the bridge in 2019.", "I think we should talk about bridges."),
        ("Unemployment fell to 4 percent last year.", "Thank you very much for the question."),
        ("She voted against the bill three times.", "Let me tell you what I want to do."),
    ],
)
def test_statements_with_figures_and_deeds_are_worthier_than_talk(more: str, less: str) -> None:
    assert READER.worthy(more) >= 0.5 > READER.worthy(less)


@pytest.mark.parametrize(
    ("facts", "opinion"),
    [
        ("Officials said 14 people were arrested in March.", "It is an absurd and shameful failure."),
        (
            "The company announced the sale on Tuesday.",
            "They must finally understand how ridiculous this is.",
        ),
    ],
)
def test_reports_are_more_objective_than_judgements(facts: str, opinion: str) -> None:
    assert READER.objective(facts) >= 0.5 > READER.objective(opinion)


def test_an_empty_sentence_has_a_worth_too() -> None:
    assert 0 <= READER.worthy("") <= 1
    assert 0 <= READER.objective("") <= 1
