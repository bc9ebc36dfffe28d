"""What a report says comes back into a session: nothing said here is lost, nothing goes to a look-alike."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import ReportError
from workbench.model.article import Span
from workbench.model.decision import Confidence, State, Verdict
from workbench.model.evidence import Evidence, Stance
from workbench.model.relation import Agreement, Provenance, Relation, Standing
from workbench.paths import find_paths
from workbench.reports.jsonl import jsonl_report
from workbench.reports.jsonl_reading import read_jsonl_report
from workbench.review.annotating import add_evidence, set_confidence, write_tags, write_wording
from workbench.review.history import history
from workbench.review.importing import Imported, bring_in
from workbench.review.opening import Sessions
from workbench.review.review import Review
from workbench.review.spans import SpanEditor

MILL = "The mill in Orley burned down on Monday night. Two people were hurt, the mayor said.\n"
PAPER = "Three people were hurt when the mill in Orley burned down, a doctor said.\n"
LOG = Evidence(Stance.SUPPORTS, "Log of the fire brigade", "logs/12.pdf", "Alarm at 23:10")
LETTER = Evidence(Stance.UNDERMINES, "A letter to the editor")


class Desk:
    """Two sessions of the same articles."""

    def __init__(self, folder: Path) -> None:
        (folder / "articles").mkdir()
        (folder / "articles" / "mill.txt").write_text(MILL)
        (folder / "articles" / "paper.txt").write_text(PAPER)
        self._sessions = Sessions(find_paths(str(folder / "home")))
        self._sources = [str(folder / "articles")]
        self.ana = self._sessions.begin(self._sources, "Ana", "ana").review
        self.ben = self._sessions.begin(self._sources, "Ben", "ben").review
        self.claims = [claim.id for claim in self.ana.session.desk.claims]

    def bring(self, *, overrule: bool = False) -> Imported:
        """Bring what Ana has decided into Ben's session."""
        return bring_in(self.ben, read_jsonl_report(reported(self.ana), "ana.jsonl"), None, overrule=overrule)


def reported(review: Review) -> list[bytes]:
    return [line.encode() for line in jsonl_report(review.session)]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    there = Desk(tmp_path)
    yield there
    there.ana.close()
    there.ben.close()


def test_all_that_was_decided_about_a_claim_comes_along_with_who_and_when(desk: Desk) -> None:
    first, second = desk.claims[:2]
    desk.ana.mark(first, Verdict.CONFIRMED, "the log says so")
    desk.ana.write_note(first, "see *the* log\nand page 2")
    add_evidence(desk.ana, first, LOG)
    write_tags(desk.ana, first, "fire orley")
    set_confidence(desk.ana, first, Confidence.HIGH)
    write_wording(desk.ana, first, "The mill of Orley burned down.")
    desk.ana.put(second, State.PARKED)
    assert desk.bring().changed == 2
    for claim in (first, second):
        assert desk.ben.session.decision(claim) == desk.ana.session.decision(claim)


def test_what_is_brought_in_twice_changes_nothing_the_second_time(desk: Desk) -> None:
    desk.ana.mark(desk.claims[0], Verdict.DISPUTED)
    desk.bring()
    events = len(desk.ben.session.events)
    assert desk.bring() == Imported(0, 0, 1, (), ())
    assert len(desk.ben.session.events) == events


def test_one_undo_takes_all_of_it_back_and_the_history_says_who_brought_it_in(desk: Desk) -> None:
    for claim in desk.claims:
        desk.ana.mark(claim, Verdict.UNVERIFIED)
    desk.bring()
    (entry,) = history(desk.ben.session, desk.claims[0])
    assert (entry.reviewer, entry.lines) == ("Ben", ("unreviewed → unverified",))
    assert desk.ben.session.decision(desk.claims[0]).reviewer == "Ana"
    event = desk.ben.undo()
    assert event is not None
    assert desk.ben.session.progress.reviewed == 0


def test_the_cursor_stays_where_the_reviewer_was(desk: Desk) -> None:
    before = desk.ben.view
    desk.ana.mark(desk.claims[-1], Verdict.UNVERIFIED)
    desk.bring()
    assert desk.ben.view == before


def test_what_is_decided_otherwise_here_stays_and_is_named(desk: Desk) -> None:
    claim = desk.claims[0]
    desk.ana.mark(claim, Verdict.CONFIRMED)
    desk.ana.write_note(claim, "hers")
    add_evidence(desk.ana, claim, LOG)
    desk.ben.mark(claim, Verdict.DISPUTED)
    add_evidence(desk.ben, claim, LETTER)
    became = desk.bring()
    decision = desk.ben.session.decision(claim)
    assert became.kept == ("line 1, claim 1.1: disputed here, confirmed in the report",)
    assert (decision.label, decision.reviewer) == ("disputed", "Ben")
    assert decision.note is not None and decision.note.text == "hers"
    assert [one.title for one in decision.evidence] == [LETTER.title, LOG.title]


def test_to_overrule_lets_the_report_count_and_keeps_the_evidence_of_both(desk: Desk) -> None:
    claim = desk.claims[0]
    desk.ana.mark(claim, Verdict.CONFIRMED)
    desk.ben.mark(claim, Verdict.DISPUTED)
    add_evidence(desk.ben, claim, LETTER)
    assert desk.bring(overrule=True).kept == ()
    decision = desk.ben.session.decision(claim)
    assert (decision.label, decision.reviewer) == ("confirmed", "Ana")
    assert decision.evidence != ()


def test_a_line_whose_words_stand_elsewhere_is_left_out_and_never_goes_to_a_look_alike(desk: Desk) -> None:
    desk.ana.mark(desk.claims[0], Verdict.CONFIRMED)
    line = json.loads(reported(desk.ana)[0])
    for change in ({"text": "Another mill."}, {"article": "gone.txt"}, {"start": 3, "text": MILL[3:46]}):
        altered = [json.dumps(line | change).encode()]
        became = bring_in(desk.ben, read_jsonl_report(altered, "x"), None)
        assert (became.changed, len(became.strays)) == (0, 1)
    assert desk.ben.session.trail is None


def test_a_claim_that_a_person_made_is_made_here_too_with_its_verdict(desk: Desk) -> None:
    made = desk.ana.change_claims(SpanEditor(desk.ana, None).make("mill.txt", Span(0, 8)))
    desk.ana.mark(made.claim, Verdict.UNVERIFIED)
    desk.bring()
    claim = desk.ben.session.desk.claim(made.claim)
    assert desk.ben.session.desk.quote(claim) == "The mill"
    assert desk.ben.session.decision(made.claim).label == "unverified"
    desk.ben.undo()
    assert made.claim not in desk.ben.session.desk.position


def test_a_link_by_hand_and_an_accepted_relation_come_along_and_a_suggested_one_does_not(desk: Desk) -> None:
    mill, hurt, paper = desk.claims[:3]
    for first, standing in ((mill, Standing.LINKED), (hurt, Standing.ACCEPTED)):
        relation = Relation(first, paper, Provenance.TOPIC, Agreement.SAME, "a fire", 0.5)
        desk.ana.relate(first, relation, standing)
    became = desk.bring()
    assert became.related == 2
    said = desk.ben.session.relations
    assert {key: one.after for key, one in said.items()} == {
        (mill, paper): Standing.LINKED,
        (hurt, paper): Standing.ACCEPTED,
    }
    assert desk.bring().related == 0


def test_what_steers_a_terminal_is_shown_and_not_obeyed(desk: Desk) -> None:
    desk.ana.mark(desk.claims[0], Verdict.CONFIRMED)
    line = json.loads(reported(desk.ana)[0])
    line |= {
        "note": "red \x1b[31m",
        "reviewer": "Eve\x1b]0;x\x07\nof the mill",
        "tags": ["\u202egat", "\x00"],
    }
    bring_in(desk.ben, read_jsonl_report([json.dumps(line).encode()], "x"), None)
    decision = desk.ben.session.decision(desk.claims[0])
    assert decision.note is not None
    written = (decision.note.text, decision.reviewer, *decision.tags)
    assert not any(mark in text for text in written for mark in "\x1b\x07\x00\n\u202e")


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"start": -1}, "start"),
        ({"start": 9, "end": 9}, "the span 9-9 is empty"),
        ({"state": "wrong"}, "state"),
        ({"verdict": None}, "verdict"),
        ({"decided_at": "yesterday"}, "isoformat"),
        ({"evidence": [{"stance": "so so"}]}, "evidence"),
        ({"tags": [1]}, "tags"),
    ],
)
def test_a_line_that_does_not_fit_is_named_and_nothing_changes(
    desk: Desk, change: dict[str, object], fault: str
) -> None:
    desk.ana.mark(desk.claims[0], Verdict.CONFIRMED)
    lines = reported(desk.ana)
    altered = [lines[0], b"", json.dumps(json.loads(lines[0]) | change).encode()]
    with pytest.raises(ReportError, match=r"ana.jsonl:3: ") as error:
        bring_in(desk.ben, read_jsonl_report(altered, "ana.jsonl"), None)
    assert fault in str(error.value)
    assert desk.ben.session.trail is None


@given(st.lists(st.one_of(st.binary(), st.text().map(str.encode))))
def test_no_file_is_read_with_another_error_than_one_that_names_its_line(lines: list[bytes]) -> None:
    try:
        list(read_jsonl_report(lines, "any"))
    except ReportError as error:
        assert error.message.startswith("any:")
