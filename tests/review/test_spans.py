"""A person edits spans: decisions go only where a person took them, and undo restores all of it exactly."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.errors import SpanError
from workbench.model.article import Span
from workbench.model.claim import Claim, ClaimType
from workbench.model.decision import State, Verdict
from workbench.model.evidence import Evidence, Stance
from workbench.model.session import Session
from workbench.paths import find_paths
from workbench.review.annotating import add_evidence, write_tags
from workbench.review.blocks import toggled
from workbench.review.history import history
from workbench.review.opening import Sessions
from workbench.review.review import Review
from workbench.review.spans import SpanEditor, sentences_around

TEXT = """Fire in Orley

The mill in Orley burned down on Monday night. Two people were hurt, the mayor said.

“It went fast,” said the mayor. Nobody died in the fire on Monday, the police said.

Share this article
"""


def begin(folder: Path) -> Review:
    file = folder / "fire.txt"
    file.write_text(TEXT)
    return Sessions(find_paths(str(folder / "home"))).begin([str(file)], "Ana", "fire").review


def again(folder: Path, review: Review) -> Review:
    review.close()
    return Sessions(find_paths(str(folder / "home"))).resume("fire", "Ana").review


def claim_saying(review: Review, words: str) -> Claim:
    desk = review.session.desk
    return next(claim for claim in desk.claims if words in desk.quote(claim))


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def quotes(review: Review) -> list[str]:
    return [review.session.desk.quote(claim) for claim in review.session.desk.claims]


def test_a_new_claim_is_accepted_read_by_the_analysis_and_under_the_cursor(tmp_path: Path) -> None:
    review = begin(tmp_path)
    review.change_claims(SpanEditor(review, None).make("fire.txt", span_of(" Two people were hurt")))
    claim = review.claim
    assert claim is not None
    assert review.session.desk.quote(claim) == "Two people were hurt"
    assert (claim.by_hand, claim.id) == (True, f"fire.txt:{claim.span.start}-{claim.span.end}")
    assert [quantity.low for quantity in claim.quantities] == [2]
    assert ClaimType.QUANTITY in claim.types
    assert review.session.decision(claim.id).state is State.OPEN
    assert review.session.progress.total == len(review.session.desk.claims)
    review.close()


def test_a_claim_reads_who_says_it_from_the_paragraph_around(tmp_path: Path) -> None:
    review = begin(tmp_path)
    review.change_claims(SpanEditor(review, None).make("fire.txt", span_of("“It went fast,”")))
    assert review.claim is not None
    assert review.claim.speaker is not None
    assert review.claim.speaker.text == "the mayor"
    review.close()


def test_a_decision_goes_with_the_claim_that_a_person_resizes_and_leaves_nothing_behind(
    tmp_path: Path,
) -> None:
    review = begin(tmp_path)
    old = claim_saying(review, "Two people")
    review.mark(old.id, Verdict.CONFIRMED)
    review.write_note(old.id, "Seen it.")
    decided = review.session.decision(old.id)
    review.change_claims(SpanEditor(review, None).resize(old, span_of("Two people were hurt")))
    assert review.claim is not None
    assert review.session.decision(review.claim.id) == decided
    assert old.id not in review.session.desk.position
    assert review.session.progress.confirmed == 1
    review.change_claims(SpanEditor(review, None).make("fire.txt", old.span))
    assert review.session.decision(old.id).label == "unreviewed"
    review.close()


def test_merged_claims_keep_what_was_written_and_no_verdict(tmp_path: Path) -> None:
    review = begin(tmp_path)
    first, second = claim_saying(review, "The mill"), claim_saying(review, "Two people")
    review.mark(first.id, Verdict.CONFIRMED)
    review.write_note(first.id, "One.")
    review.write_note(second.id, "Two.")
    add_evidence(review, second.id, Evidence(Stance.SUPPORTS, "Log"))
    write_tags(review, first.id, "fire")
    review.change_claims(SpanEditor(review, None).merge([first, second]))
    assert review.claim is not None
    decision = review.session.decision(review.claim.id)
    assert review.session.desk.quote(review.claim) == TEXT[first.span.start : second.span.end]
    assert (decision.verdict, decision.state) == (None, State.OPEN)
    assert decision.note is not None
    assert decision.note.text == "One.\n\nTwo."
    assert ([one.title for one in decision.evidence], decision.tags) == (["Log"], ("fire",))
    review.close()


def test_claims_merge_across_paragraphs_but_not_across_text_set_aside(tmp_path: Path) -> None:
    review = begin(tmp_path)
    first, last = claim_saying(review, "The mill"), claim_saying(review, "Nobody died")
    article = review.session.desk.articles[0]
    block = next(one for one in article.blocks if one.span.contains(claim_saying(review, "fast").span))
    review.change_claims(SpanEditor(review, None).merge([first, last]))
    assert len([quote for quote in quotes(review) if quote.startswith("The mill")]) == 1
    review.undo()
    review.change_block(toggled(review.session, article.id, replace(block, span=block.span), "Ana", None))
    with pytest.raises(SpanError, match="set aside"):
        SpanEditor(review, None).make(article.id, Span(first.span.start, last.span.end))
    review.close()


def test_both_parts_of_a_split_claim_are_unreviewed_and_the_first_keeps_the_note(tmp_path: Path) -> None:
    review = begin(tmp_path)
    claim = claim_saying(review, "Two people")
    review.mark(claim.id, Verdict.DISPUTED)
    review.write_note(claim.id, "Which two?")
    review.change_claims(SpanEditor(review, None).split(claim, TEXT.index("the mayor said")))
    first, second = (claim_saying(review, words) for words in ("Two people were hurt,", "the mayor said."))
    decision = review.session.decision(first.id)
    assert (decision.label, decision.note and decision.note.text) == ("unreviewed", "Which two?")
    assert review.session.decision(second.id).note is None
    assert review.view.claim == first.id
    review.close()


def test_what_cannot_be_edited_is_refused_with_a_reason(tmp_path: Path) -> None:
    review = begin(tmp_path)
    editor, claim = SpanEditor(review, None), claim_saying(review, "Two people")
    with pytest.raises(SpanError, match="exactly these bounds"):
        editor.make("fire.txt", claim.span)
    with pytest.raises(SpanError, match="set aside"):
        editor.make("fire.txt", span_of("Share this"))
    with pytest.raises(SpanError, match="no words"):
        editor.resize(claim, span_of("\n\n"))
    with pytest.raises(SpanError, match="between two of its words"):
        editor.split(claim, claim.span.start)
    with pytest.raises(SpanError, match="one article"):
        editor.merge([claim])
    assert review.session.events == []
    review.close()


def test_undo_restores_desk_decisions_and_cursor_and_redo_edits_again(tmp_path: Path) -> None:
    review = begin(tmp_path)
    claim = claim_saying(review, "Two people")
    review.mark(claim.id, Verdict.CONFIRMED)
    before = review.session
    review.change_claims(SpanEditor(review, None).split(claim, TEXT.index("the mayor said")))
    after = review.session
    review.undo()
    assert review.session.desk == before.desk
    assert {one.id: review.session.decision(one.id) for one in before.desk.claims} == {
        one.id: before.decision(one.id) for one in before.desk.claims
    }
    assert (review.session.progress, review.view.claim) == (before.progress, claim.id)
    review.redo()
    assert (review.session.desk, review.session.decisions) == (after.desk, after.decisions)
    review.close()


def test_undoing_a_new_claim_leaves_the_cursor_at_the_one_before_it(tmp_path: Path) -> None:
    review = begin(tmp_path)
    around = claim_saying(review, "Two people")
    review.change_claims(SpanEditor(review, None).make("fire.txt", span_of("hurt, the mayor said")))
    review.undo()
    assert review.view.claim == around.id
    review.close()


def test_the_history_of_a_resized_claim_goes_back_to_its_first_bounds(tmp_path: Path) -> None:
    review = begin(tmp_path)
    claim = claim_saying(review, "Two people")
    review.mark(claim.id, Verdict.CONFIRMED)
    review.change_claims(SpanEditor(review, None).resize(claim, span_of("Two people were hurt")))
    lines = [entry.lines[0] for entry in history(review.session, review.view.claim)]
    start, end = claim.span.start, claim.span.end
    assert lines == [
        f"bounds: characters {start}–{end} → {start}–{start + 20}",
        "unreviewed → confirmed",
    ]
    review.close()


def test_claims_by_hand_survive_another_analysis_and_what_they_replaced_stays_away(tmp_path: Path) -> None:
    review = begin(tmp_path)
    resized, split = claim_saying(review, "Two people"), claim_saying(review, "The mill")
    review.mark(resized.id, Verdict.CONFIRMED)
    review.change_claims(SpanEditor(review, None).resize(resized, span_of("Two people were hurt")))
    review.change_claims(SpanEditor(review, None).split(split, TEXT.index("on Monday")))
    review.change_claims(SpanEditor(review, None).make("fire.txt", span_of("the police")))
    before = review.session
    review.close()
    sessions = Sessions(find_paths(str(tmp_path / "home")))
    opened = sessions.analyse_again(sessions.resume("fire", "Ana"))
    assert opened.review.session.desk == before.desk
    assert opened.review.session.decisions == before.decisions
    opened.review.close()
    review = sessions.resume("fire", "Ana").review
    assert review.session.desk == before.desk
    for _ in range(3):
        review.undo()
    assert split.id in review.session.desk.position
    assert "Two people were hurt" not in quotes(review)
    assert review.session.decision(resized.id).label == "confirmed"
    review.close()
    assert sessions.library.verify("fire") == ()


def test_claims_by_hand_come_back_with_a_block_that_was_set_aside(tmp_path: Path) -> None:
    review = begin(tmp_path)
    resized = claim_saying(review, "Two people")
    review.change_claims(SpanEditor(review, None).resize(resized, span_of("Two people were hurt")))
    before = quotes(review)
    for _ in range(2):
        article = review.session.desk.articles[0]
        block = next(one for one in article.blocks if one.span.contains(resized.span))
        review.change_block(toggled(review.session, article.id, block, "Ana", None))
    assert quotes(review) == before
    review.close()


def test_sentences_are_those_of_the_block_and_its_neighbours(tmp_path: Path) -> None:
    review = begin(tmp_path)
    article = review.session.desk.articles[0]
    found = [span.of(TEXT) for span in sentences_around(article, TEXT.index("mill"), None, set_aside=False)]
    assert found[0] == "Fire in Orley"
    assert found[2] == "Two people were hurt, the mayor said."
    assert "Share this article" not in found
    review.close()


STEPS = st.lists(
    st.tuples(st.sampled_from("nrmscdkpzzZR"), st.integers(0, 9), st.integers(0, 200), st.integers(1, 60)),
    max_size=20,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_any_sequence_of_edits_and_decisions_equals_the_fold_of_its_events(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int, int, int]]
) -> None:
    folder = tmp_path_factory.mktemp("spans")
    review = begin(folder)
    start = review.session
    for step in steps:
        review = taken(folder, review, *step)
        session = review.session
        assert all(
            claim.id == f"{claim.article}:{claim.span.start}-{claim.span.end}"
            and TEXT[claim.span.start : claim.span.end].strip() == session.desk.quote(claim)
            for claim in session.desk.claims
        )
        assert review.view.claim in session.desk.position
    session = review.session
    fresh = Session.start(start.name, start.created_at, start.analyser, start.desk)
    assert fresh.fold(session.events) == session
    review = again(folder, review)
    assert review.session == session
    while review.undo():
        pass
    assert review.session.desk == start.desk
    assert review.session.progress == start.progress
    while review.redo():
        pass
    if session.undone is None:
        assert (review.session.desk, review.session.progress) == (session.desk, session.progress)
    review.close()
    assert Sessions(find_paths(str(folder / "home"))).library.verify("fire") == ()


def taken(folder: Path, review: Review, key: str, number: int, start: int, length: int) -> Review:
    claims = review.session.desk.claims
    claim = claims[number % len(claims)]
    editor = SpanEditor(review, None)
    span = Span(start % len(TEXT), min(len(TEXT), start % len(TEXT) + length))
    some = claims[number % len(claims) :][:3]
    try:
        if key == "n":
            review.change_claims(editor.make("fire.txt", span))
        elif key == "r":
            review.change_claims(editor.resize(claim, span))
        elif key == "m":
            review.change_claims(editor.merge(some))
        elif key == "s":
            review.change_claims(editor.split(claim, claim.span.start + length))
    except SpanError:
        return review
    ids = [one.id for one in some]
    if key in "cd":
        review.mark_all(ids, Verdict.CONFIRMED if key == "c" else Verdict.DISPUTED)
    elif key == "p":
        review.put_all(ids, State.PARKED)
    elif key == "k":
        review.clear_all(ids)
    elif key == "z":
        review.undo()
    elif key == "Z":
        review.redo()
    elif key == "R":
        return again(folder, review)
    return review
