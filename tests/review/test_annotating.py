"""Evidence, tags, confidence and wording: kept when the verdict changes, undone exactly."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.builders import span_of
from workbench.model.decision import Confidence, Verdict
from workbench.model.event import Action
from workbench.model.evidence import Evidence, Stance
from workbench.paths import find_paths
from workbench.review.annotating import (
    add_evidence,
    change_evidence,
    evidence_from,
    next_confidence,
    remove_evidence,
    set_confidence,
    write_tags,
    write_wording,
)
from workbench.review.history import history
from workbench.review.opening import Sessions
from workbench.review.review import Review

TEXT = "The mill in Orley burned down on Monday night. Two people were hurt, the mayor said.\n"
LOG = Evidence(
    Stance.SUPPORTS, "Log of the fire brigade", "logs/12.pdf", "Alarm at 23:10", "2031-03-04", True
)
LETTER = Evidence(Stance.UNDERMINES, "A letter to the editor")


@pytest.fixture
def review(tmp_path: Path) -> Review:
    file = tmp_path / "fire.txt"
    file.write_text(TEXT)
    return Sessions(find_paths(str(tmp_path / "home"))).begin([str(file)], "Ana", "fire").review


def again(review: Review, tmp_path: Path) -> Review:
    review.close()
    return Sessions(find_paths(str(tmp_path / "home"))).resume("fire", "Ben").review


def test_evidence_says_who_added_it_when_and_survives_a_restart(review: Review, tmp_path: Path) -> None:
    claim = review.view.claim
    event = add_evidence(review, claim, LOG)
    assert event is not None
    assert event.action is Action.EVIDENCE
    review = again(review, tmp_path)
    (kept,) = review.session.decision(claim).evidence
    assert replace(kept, reviewer="", at="") == LOG
    assert (kept.reviewer, kept.at) == ("Ana", event.after.evidence[0].at)
    review.close()


def test_a_claim_takes_several_sources_and_the_same_one_once(review: Review) -> None:
    claim = review.view.claim
    add_evidence(review, claim, LOG)
    add_evidence(review, claim, LETTER)
    assert add_evidence(review, claim, LOG) is None
    assert [one.title for one in review.session.decision(claim).evidence] == [LOG.title, LETTER.title]
    review.close()


def test_a_source_without_title_place_and_quote_is_none(review: Review) -> None:
    assert add_evidence(review, review.view.claim, Evidence(Stance.CONTEXT, " \t", date="2031")) is None
    assert review.session.events == []
    review.close()


def test_a_source_is_described_anew_and_removed_in_its_place(review: Review) -> None:
    claim = review.view.claim
    add_evidence(review, claim, LOG)
    add_evidence(review, claim, LETTER)
    change_evidence(review, claim, 0, replace(LOG, stance=Stance.CONTEXT))
    first, second = review.session.decision(claim).evidence
    assert (first.stance, second.title) == (Stance.CONTEXT, LETTER.title)
    assert change_evidence(review, claim, 1, second) is None
    remove_evidence(review, claim, 0)
    assert review.session.decision(claim).evidence == (second,)
    change_evidence(review, claim, 0, replace(second, title="", location="", quote=""))
    assert review.session.decision(claim).evidence == ()
    review.close()


def test_a_passage_of_an_article_is_quoted_exactly_until_its_words_are_changed(review: Review) -> None:
    claim = review.view.claim
    article = review.session.desk.articles[0]
    passage = evidence_from(review.session.desk, article.id, span_of(article, "Two people were hurt"))
    add_evidence(review, claim, passage)
    (kept,) = review.session.decision(claim).evidence
    assert kept.span is not None
    assert kept.span.of(article.text) == kept.quote == "Two people were hurt"
    change_evidence(review, claim, 0, replace(kept, quote="Two were hurt"))
    (kept,) = review.session.decision(claim).evidence
    assert (kept.quote, kept.article, kept.span) == ("Two were hurt", "", None)
    review.close()


def test_nothing_that_a_terminal_would_obey_is_kept(review: Review) -> None:
    claim = review.view.claim
    add_evidence(review, claim, Evidence(Stance.SUPPORTS, "a\x1b[31m\nb", quote="c\x07"))
    (kept,) = review.session.decision(claim).evidence
    assert (kept.title, kept.quote) == ("a␛[31m b", "c␇")
    review.close()


def test_what_was_collected_stays_when_the_verdict_changes_and_its_confidence_goes(review: Review) -> None:
    claim = review.view.claim
    add_evidence(review, claim, LOG)
    write_tags(review, claim, "fire, #orley  fire")
    write_wording(review, claim, " The mill  burned. ")
    review.mark(claim, Verdict.CONFIRMED)
    set_confidence(review, claim, Confidence.HIGH)
    before = review.session.decision(claim)
    assert (before.tags, before.wording, before.confidence) == (
        ("fire", "orley"),
        "The mill burned.",
        Confidence.HIGH,
    )
    review.mark(claim, Verdict.DISPUTED)
    after = review.session.decision(claim)
    assert (after.evidence, after.tags, after.wording) == (before.evidence, before.tags, before.wording)
    assert after.confidence is None
    review.clear(claim)
    assert review.session.decision(claim).evidence == before.evidence
    review.undo()
    review.undo()
    assert review.session.decision(claim) == before
    review.close()


def test_the_quote_itself_is_no_wording(review: Review) -> None:
    claim = review.view.claim
    assert write_wording(review, claim, "The mill in Orley burned down on Monday night.") is None
    write_wording(review, claim, "A mill burned.")
    write_wording(review, claim, "")
    assert review.session.decision(claim).wording == ""
    review.close()


def test_confidence_goes_round() -> None:
    assert next_confidence(None) is Confidence.LOW
    assert next_confidence(Confidence.HIGH) is None


def test_the_history_tells_who_when_and_from_what_to_what_newest_first(
    review: Review, tmp_path: Path
) -> None:
    claim, other = (one.id for one in review.session.desk.claims)
    add_evidence(review, claim, LOG)
    review.mark(claim, Verdict.CONFIRMED)
    set_confidence(review, claim, Confidence.LOW)
    review.mark(other, Verdict.DISPUTED)
    review = again(review, tmp_path)
    review.write_note(claim, "Seen the log.")
    write_tags(review, claim, "fire")
    review.undo()
    entries = history(review.session, claim)
    assert [entry.lines[0] for entry in entries] == [
        "undo: tags: fire → none",
        "tags: none → fire",
        "note: none → Seen the log.",
        "confidence: not said → low",
        "unreviewed → confirmed",
        "evidence added: supports, primary: Log of the fire brigade, 2031-03-04",
    ]
    assert [entry.reviewer for entry in entries] == ["Ben"] * 3 + ["Ana"] * 3
    assert [entry.at for entry in entries] == sorted((entry.at for entry in entries), reverse=True)
    review.close()
