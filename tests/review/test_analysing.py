from dataclasses import replace
from pathlib import Path

import pytest

from workbench.model.article import BlockKind, Span
from workbench.model.claim import Claim, claim_id
from workbench.model.decision import Verdict
from workbench.model.desk import Desk
from workbench.model.session import Session
from workbench.paths import find_paths
from workbench.review.blocks import toggled
from workbench.review.opening import Opened, Sessions
from workbench.review.review import Review

TEXT = """Fire in Orley

The mill in Orley burned down on Monday night. Two people were hurt, the mayor said.

Share this article

The mayor said 40 firemen came. Nobody died in the fire on Monday, the police said.
"""


def an_old_session(folder: Path) -> tuple[Sessions, Claim]:
    """Begin a session as an older analysis would have, with one odd claim that today's does not find."""
    file = folder / "fire.txt"
    file.write_text(TEXT)
    sessions = Sessions(find_paths(str(folder / "home")))
    sessions.begin([str(file)], "Ana", "new").review.close()
    today = sessions.session("new")
    article = today.desk.articles[0]
    start = TEXT.index("burned down on Monday")
    odd_span = Span(start, start + len("burned down on Monday"))
    odd = replace(today.desk.claims[0], id=claim_id(article.id, odd_span), span=odd_span)
    claims = [*today.desk.claims[1:], odd]
    old = Session.start("old", today.created_at, "0", Desk.of([article], claims))
    sessions.library.create(old).close()
    return sessions, odd


def test_an_older_analysis_opens_unchanged_and_says_how_to_analyse_again(tmp_path: Path) -> None:
    sessions, odd = an_old_session(tmp_path)
    opened = sessions.resume("old", "Ana")
    assert odd.id in opened.review.session.desk.position
    assert any("--analyse-again" in notice for notice in opened.notices)
    opened.review.close()


def test_analysing_again_keeps_every_decision_and_orphans_what_is_found_no_more(tmp_path: Path) -> None:
    sessions, odd = an_old_session(tmp_path)
    opened = sessions.resume("old", "Ana")
    kept = opened.review.session.desk.claims[-1].id
    opened.review.mark(odd.id, Verdict.DISPUTED)
    opened.review.mark(kept, Verdict.CONFIRMED)
    opened = sessions.analyse_again(opened)
    opened.review.close()
    session = sessions.session("old")
    assert session.analyser != "0"
    assert session.desk.claim(odd.id).orphaned
    assert session.desk.claim(odd.id).span == odd.span
    assert session.decision(odd.id).label == "disputed"
    assert session.decision(kept).label == "confirmed"
    assert not session.desk.claim(kept).orphaned
    assert session.progress.decided == 2
    assert len(session.desk.claims) == len(sessions.session("new").desk.claims) + 1
    assert not sessions.library.verify("old")


def test_an_undecided_claim_that_is_found_no_more_goes(tmp_path: Path) -> None:
    sessions, odd = an_old_session(tmp_path)
    opened = sessions.analyse_again(sessions.resume("old", "Ana"))
    assert odd.id not in opened.review.session.desk.position
    opened.review.close()


def test_undo_still_reaches_decisions_from_before_the_new_analysis(tmp_path: Path) -> None:
    sessions, odd = an_old_session(tmp_path)
    opened = sessions.resume("old", "Ana")
    opened.review.mark(odd.id, Verdict.DISPUTED)
    opened = sessions.analyse_again(opened)
    opened.review.undo()
    assert opened.review.session.decision(odd.id).label == "unreviewed"
    opened.review.close()


@pytest.mark.parametrize("restart", [False, True])
def test_a_persons_word_on_blocks_wins_over_a_new_analysis(tmp_path: Path, restart: bool) -> None:
    sessions, _ = an_old_session(tmp_path)
    opened = sessions.resume("old", "Ana")
    aside = bring_in(opened.review, "Share this article")
    out = bring_in(opened.review, "The mayor said 40 firemen")
    if restart:
        opened.review.close()
        opened = sessions.resume("old", "Ana")
    opened = sessions.analyse_again(opened)
    opened.review.close()
    session = sessions.session("old")
    blocks = {block.span: block.kind for block in session.desk.articles[0].blocks}
    assert blocks[aside] is BlockKind.PARAGRAPH
    assert blocks[out] is BlockKind.BOILERPLATE
    assert not [claim for claim in session.desk.claims if claim.span.overlaps(out)]


def bring_in(review: Review, words: str) -> Span:
    """Overrule the program about the block with these words; return its span."""
    article = review.session.desk.articles[0]
    block = next(block for block in article.blocks if block.span.of(article.text).startswith(words))
    review.change_block(toggled(review.session, article.id, block, "Ana", None))
    return block.span


def test_analysing_again_is_offered_on_the_command_line(tmp_path: Path) -> None:
    sessions, _ = an_old_session(tmp_path)
    opened = sessions.resume("old", "Ana")
    again: Opened = sessions.analyse_again(opened)
    assert any("claims" in notice for notice in again.notices)
    again.review.close()


def test_analysing_again_reads_publisher_and_date_that_an_older_version_did_not(tmp_path: Path) -> None:
    file = tmp_path / "fire.txt"
    file.write_text(TEXT.replace("Fire in Orley\n", "Fire in Orley\n\nOrley Gazette, 4 March 2021\n"))
    sessions = Sessions(find_paths(str(tmp_path / "home")))
    sessions.begin([str(file)], "Ana", "new").review.close()
    today = sessions.session("new")
    unread = replace(today.desk.articles[0], publisher="", date="")
    old = Session.start("old", today.created_at, "0", Desk.of([unread], today.desk.claims))
    sessions.library.create(old).close()
    sessions.analyse_again(sessions.resume("old", "Ana")).review.close()
    assert sessions.session("old").desk == today.desk
