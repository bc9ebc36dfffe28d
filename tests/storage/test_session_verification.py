"""`verify` finds what is wrong with a stored session, and changes nothing."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.builders import the_ferry_session
from tests.storage.quick_disk import QuickDisk
from tests.storage.verdicts import a_verdict
from workbench.model.article import Span
from workbench.model.claim import claim_id
from workbench.model.decision import UNDECIDED
from workbench.model.event import Action, ClaimsChange, DecisionChange, Event
from workbench.model.evidence import Evidence, Stance
from workbench.model.view import View
from workbench.storage.event_ids import new_event_id
from workbench.storage.library import Library
from workbench.storage.verification import Finding

CLAIM = the_ferry_session().desk.claims[0].id


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = Library(tmp_path, QuickDisk())
    with library.create(the_ferry_session()) as store:
        store.append(a_verdict(CLAIM), View())
        store.compact()
    return library


def rewrite(library: Library, table: str, number: str, **fields: Any) -> None:
    """Change a document as another program would."""
    path = library.sessions / "ferry" / "session.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    content[table][number].update(fields)
    path.write_text(json.dumps(content), encoding="utf-8")


def errors(library: Library) -> list[str]:
    return [finding.message for finding in library.verify("ferry") if finding.severity == "error"]


def test_a_session_that_is_open_elsewhere_can_be_verified(library: Library) -> None:
    with library.open("ferry") as store:
        store.append(a_verdict(CLAIM), View())
        store.remember(View(search="x"))
        before = sorted((library.sessions / "ferry").iterdir())
        assert library.verify("ferry") == ()
        assert sorted((library.sessions / "ferry").iterdir()) == before


@pytest.mark.parametrize(
    ("table", "fields", "said"),
    [
        (
            "articles",
            {"text": "Another text altogether, and a long one. " * 20},
            "is not the one that was hashed",
        ),
        ("articles", {"text": "short"}, "is not within its article"),
        ("articles", {"id": "other.txt"}, "names the article 'ferry.txt', which is not there"),
        (
            "articles",
            {"blocks": [{"span": {"start": 0, "end": 9_999}, "kind": "title", "reason": ""}]},
            "a block",
        ),
        ("articles", {"text": 5}, "the table 'articles' cannot be read: Expected `str`, got `int`"),
        ("claims", {"span": {"start": 1, "end": 5}}, "is at another place than its id says"),
        ("claims", {"span": {"start": 50, "end": 9_999}}, "is not within its article"),
        ("claims", {"span": {"start": 9, "end": 3}}, "not a span: 9..3"),
        ("claims", {"id": "elsewhere"}, "which is not a claim"),
        ("claims", {"kind": "poem"}, "Invalid enum value 'poem'"),
        ("view", {"zoomed": "perhaps"}, "the table 'view' cannot be read"),
        ("session", {"analyser": None}, "the table 'session' cannot be read"),
    ],
)
def test_what_does_not_fit_is_named(library: Library, table: str, fields: dict[str, Any], said: str) -> None:
    rewrite(library, table, "1", **fields)
    assert any(said in message for message in errors(library)), errors(library)


def test_two_claims_of_one_id_are_named(library: Library) -> None:
    rewrite(library, "claims", "2", id=CLAIM)
    assert f"2 claims have the id {CLAIM!r}" in errors(library)


def test_a_newer_schema_is_a_warning(library: Library) -> None:
    rewrite(library, "session", "1", schema=7)
    messages = [finding.message for finding in library.verify("ferry") if finding.severity == "warning"]
    assert "written by a newer Workbench: schema 7, known here: 1" in messages


def test_a_damaged_journal_is_named_and_left_alone(library: Library) -> None:
    with library.open("ferry") as store:
        for _ in range(3):
            store.append(a_verdict(CLAIM), View())
    folder = library.sessions / "ferry"
    segment = max(folder.glob("session.json.j-*"))
    data = bytearray(segment.read_bytes())
    middle = data.index(b"\n", data.index(b"\n") + 1) + 40
    data[middle : middle + 3] = b"\xff\xff\xff"
    segment.write_bytes(data)
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    said = errors(library)
    assert "change 3 is missing from the journal" in said
    assert any("does not follow the event before" in message for message in said)
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


def test_a_session_beyond_repair_is_one_error(library: Library) -> None:
    for name in ("session.json", "session.json.prev"):
        (library.sessions / "ferry" / name).write_bytes(b"")
    (finding,) = library.verify("ferry")
    assert finding.severity == "error"
    assert "session.json and session.json.prev cannot be read" in finding.message


def test_findings_name_errors_before_warnings(library: Library) -> None:
    rewrite(library, "claims", "1", id="elsewhere")
    severities = [finding.severity for finding in library.verify("ferry")]
    assert severities == sorted(severities)
    assert Finding(
        "warning", "another program has changed the snapshot; its version is used"
    ) in library.verify("ferry")


def test_events_that_speak_of_words_and_claims_that_are_not_there_are_named(tmp_path: Path) -> None:
    session = the_ferry_session()
    claim, article = session.desk.claims[0], session.desk.articles[0]
    quoted = Evidence(Stance.SUPPORTS, quote="other words", article=article.id, span=Span(0, 5))
    event = a_verdict(claim.id)
    beyond = Span(0, 9_999)
    longer = replace(claim, id=claim_id(article.id, beyond), span=beyond)
    edit = ClaimsChange((claim,), (longer,), (DecisionChange("gone.txt:0-9", UNDECIDED, UNDECIDED),))
    library = Library(tmp_path, QuickDisk())
    with library.create(session) as store:
        store.append(replace(event, after=replace(event.after, evidence=(quoted,))), View())
        span = Event(new_event_id(), event.at, "Ana", Action.SPAN, longer.id, claims=edit)
        store.append(span, View())
    found = "\n".join(errors(library))
    assert "quotes words that are not in 'ferry.txt' where it says" in found
    assert "is not within its article" in found
    assert "decides about 'gone.txt:0-9', which is not a claim" in found
