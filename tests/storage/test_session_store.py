"""One open session: what is appended is there after reopening, whatever the text holds."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb import TinyDB

from tests.builders import (
    a_claim,
    a_session,
    an_article,
    marked,
    noted,
    put,
    redone,
    the_ferry_session,
    undone,
)
from tests.storage.failing_disk import FailingDisk, every, never
from tests.storage.quick_disk import QuickDisk
from tests.storage.verdicts import a_verdict
from workbench.errors import StoreError, StoreFullError
from workbench.model.decision import Note, State, Verdict
from workbench.model.session import Session
from workbench.model.view import View
from workbench.storage.library import Library
from workbench.storage.repository import SessionStore
from workbench.storage.tinydb_storage import JournalDatabase

FERRY = the_ferry_session()
CLAIMS = FERRY.desk.claims


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = Library(tmp_path, QuickDisk())
    library.create(FERRY).close()
    return library


def append_all(library: Library, session: Session, already: int = 0, view: View | None = None) -> None:
    with library.open(session.name) as store:
        for event in session.events[already:]:
            store.append(event, view or View(claim=event.claim))


def loaded(library: Library, name: str = "ferry") -> Session:
    with library.open(name, readonly=True) as store:
        return store.load().session


def test_a_session_comes_back_as_it_was(library: Library) -> None:
    session = marked(noted(FERRY, CLAIMS[0], "two logs agree"), CLAIMS[0], Verdict.CONFIRMED)
    session = undone(put(session, CLAIMS[1], State.PARKED))
    append_all(library, session)
    assert loaded(library) == session


def test_undo_goes_on_after_reopening(library: Library) -> None:
    session = marked(marked(FERRY, CLAIMS[0], Verdict.CONFIRMED), CLAIMS[1], Verdict.DISPUTED)
    append_all(library, session)
    back = undone(undone(loaded(library)))
    append_all(library, back, already=2)
    assert loaded(library).progress.decided == 0
    append_all(library, redone(loaded(library)), already=4)
    assert loaded(library).decision(CLAIMS[0].id).verdict is Verdict.CONFIRMED


Step = tuple[str, int]
steps = st.lists(
    st.tuples(
        st.sampled_from(["confirm", "dispute", "park", "note", "undo", "redo", "reopen", "compact"]),
        st.integers(0, len(CLAIMS) - 1),
    ),
    max_size=25,
)


def after(session: Session, step: Step) -> Session:
    what, index = step
    claim = CLAIMS[index]
    match what:
        case "confirm":
            return marked(session, claim, Verdict.CONFIRMED)
        case "dispute":
            return marked(session, claim, Verdict.DISPUTED)
        case "park":
            return put(session, claim, State.PARKED)
        case "note":
            return noted(session, claim, f"note {len(session.events)}")
        case "undo":
            return undone(session)
        case "redo":
            return redone(session)
    return session


@settings(max_examples=40, deadline=None)
@given(steps=steps)
def test_any_sequence_of_decisions_and_reopenings_equals_the_fold(
    tmp_path_factory: pytest.TempPathFactory, steps: list[Step]
) -> None:
    library = Library(tmp_path_factory.mktemp("fold"), QuickDisk())
    session = FERRY
    store = library.create(session)
    view = View()
    for what, index in steps:
        before, session = session, after(session, (what, index))
        view = View(claim=CLAIMS[index].id)
        if what == "reopen":
            store.close()
            store = library.open("ferry")
        elif what == "compact":
            store.compact()
        if session is not before and session.trail is not None:
            store.append(session.trail.event, view)
        else:
            store.remember(view)
        assert store.load().session == session
        assert store.load().view == view
    store.close()
    assert loaded(library) == session
    assert library.verify("ferry") == ()


def test_the_view_comes_back(library: Library) -> None:
    view = View(CLAIMS[1].id, "ferry.txt", "ferry.txt", True, True, False, "aground")
    with library.open("ferry") as store:
        store.remember(View(search="first"))
        store.remember(view)
        assert store.load().view == view
    with library.open("ferry") as store:
        assert store.load().view == view
        store.append(a_verdict(CLAIMS[0].id), View(claim=CLAIMS[0].id))
    with library.open("ferry") as store:
        assert store.load().view == View(claim=CLAIMS[0].id)


def test_the_later_of_two_lives_says_where_the_reviewer_was(library: Library) -> None:
    for life in range(12):
        with library.open("ferry") as store:
            assert store.load().view.search == (str(life - 1) if life else "")
            store.remember(View(search=str(life)))


def test_a_cursor_that_moves_all_day_does_not_make_the_session_longer(library: Library) -> None:
    with library.open("ferry") as store:
        for number in range(5_000):
            store.remember(View(claim=CLAIMS[number % 3].id, search=str(number)))
    size = sum(file.stat().st_size for file in (library.sessions / "ferry").glob("session.json.j-*"))
    assert size < 2_000


def test_a_full_disk_is_said_at_a_decision_and_not_at_a_step(tmp_path: Path) -> None:
    disk = FailingDisk()
    event = a_verdict(CLAIMS[0].id)
    with Library(tmp_path, disk).create(FERRY) as store:
        disk.fail(every("write_at", 28))
        store.remember(View(search="lost"))
        with pytest.raises(StoreFullError):
            store.append(event, View())
        assert store.load().session == FERRY
        disk.fail(never)
        store.append(event, View(search="kept"))
        assert store.load().session.events == [event]
    assert loaded(Library(tmp_path)).events == [event]


def test_the_same_event_twice_is_stored_once(library: Library) -> None:
    event = a_verdict(CLAIMS[0].id)
    with library.open("ferry") as store:
        store.append(event, View())
        store.append(event, View())
        assert store.load().session.events == [event]


def test_a_closed_session_takes_nothing_more(library: Library) -> None:
    store = library.open("ferry")
    store.close()
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.append(a_verdict(CLAIMS[0].id), View())


HOSTILE = (
    "nul \0 esc \x1b[31m emoji \U0001f469\u200d\U0001f680 e\u0301 \u05e9\u05dc\u05d5\u05dd 漢字 "
    '\u2028 \u202e [sic] [/b] \\ " \r\n\t \x7f'
)


def test_any_text_comes_back_as_it_was(library: Library) -> None:
    article = an_article(HOSTILE, id="odd \0 name.txt", title=HOSTILE)
    session = a_session(article, claims=(a_claim(article, HOSTILE[5:40]),), name="odd")
    library.create(session).close()
    session = noted(session, session.desk.claims[0], HOSTILE)
    append_all(library, session, view=View(search=HOSTILE))
    assert loaded(library, "odd") == session
    assert library.verify("odd") == ()


@settings(max_examples=60, deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_note_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    library = Library(tmp_path_factory.mktemp("note"), QuickDisk())
    session = noted(FERRY, CLAIMS[0], text)
    with library.create(FERRY) as store:
        store.append(session.events[0], View(draft=text))
    assert loaded(library) == session
    assert library.verify("ferry") == ()


def test_half_a_surrogate_pair_is_refused_and_nothing_changes(library: Library) -> None:
    event = a_verdict(CLAIMS[0].id)
    broken = replace(event, after=replace(event.after, note=Note("half \ud83d here", "Ana", event.at)))
    with library.open("ferry") as store:
        with pytest.raises(StoreError, match=r"half a surrogate pair, U\+D83D"):
            store.append(broken, View())
        store.append(event, View())
        assert store.load().session.events == [event]
    article = an_article("A boat \udcff sank.")
    with pytest.raises(StoreError, match="surrogate"):
        library.create(a_session(article, name="broken"))
    assert library.names() == ["ferry"]


def test_a_long_article_comes_back(library: Library) -> None:
    article = an_article("word " * 400_000, id="long.txt")
    library.create(a_session(article, name="long")).close()
    assert loaded(library, "long").desk.articles == (article,)


def test_any_tinydb_opens_a_session(library: Library) -> None:
    session = marked(FERRY, CLAIMS[0], Verdict.CONFIRMED)
    with library.open("ferry") as store:
        store.append(session.events[0], View())
        store.compact()
    with TinyDB(library.sessions / "ferry" / "session.json") as database:
        assert database.tables() == {"_meta", "session", "articles", "claims", "events", "chain", "view"}
        (event,) = database.table("events").all()
        assert event["after"]["verdict"] == "confirmed"
        assert event.doc_id == int(event["id"], 16)
        (article,) = database.table("articles").all()
        assert article["text"] == FERRY.desk.articles[0].text


def test_a_session_that_a_newer_workbench_has_written_is_open_for_reading_only(library: Library) -> None:
    snapshot = library.sessions / "ferry" / "session.json"
    with TinyDB(snapshot) as database:
        database.table("session").update({"schema": 2, "colour": "green"})
    before = snapshot.read_bytes()
    with library.open("ferry") as store:
        assert store.readonly
        assert store.load().session == FERRY
        assert any("a newer Workbench has written this session" in line for line in store.recovery)
        with pytest.raises(StoreError, match="reading only"):
            store.append(a_verdict(CLAIMS[0].id), View())
        library.open("ferry").close()
    assert snapshot.read_bytes() == before


def test_threads_that_share_a_session_lose_nothing(library: Library) -> None:
    def decide(store: SessionStore, claim: str) -> None:
        for number in range(40):
            store.append(a_verdict(claim), View(claim=claim))
            store.remember(View(claim=claim, search=str(number)))

    with library.open("ferry") as store, ThreadPoolExecutor() as pool:
        for done in [pool.submit(decide, store, claim.id) for claim in CLAIMS]:
            done.result()
    assert len(loaded(library).events) == 40 * len(CLAIMS)
    assert library.verify("ferry") == ()


def test_an_event_without_a_proper_id_is_refused(library: Library) -> None:
    with library.open("ferry") as store:
        for bad in ("", "7", "0x" + "0" * 30, "G" * 32):
            with pytest.raises(StoreError, match="32 hexadecimal digits"):
                store.append(replace(a_verdict(CLAIMS[0].id), id=bad), View())


def test_an_unreadable_view_costs_no_decision(library: Library) -> None:
    append_all(library, marked(FERRY, CLAIMS[0], Verdict.CONFIRMED))
    with JournalDatabase(library.sessions / "ferry" / "session.json", files=QuickDisk()) as database:
        database.table("view").update({"zoomed": "perhaps"})
    with library.open("ferry") as store:
        assert store.load().view == View()
        assert store.load().session.progress.confirmed == 1


def test_closing_compacts_a_long_journal(library: Library) -> None:
    session = FERRY
    for number in range(400):
        session = marked(session, CLAIMS[number % 3], Verdict.CONFIRMED)
    append_all(library, session)
    with library.open("ferry") as store:
        assert store.load().session == session
        assert store.recovery == ()
    with TinyDB(library.sessions / "ferry" / "session.json") as database:
        assert len(database.table("events")) == 400


@pytest.mark.parametrize("sentences", [3, 3_000])
def test_a_decision_is_one_write_and_one_sync_at_every_size(tmp_path: Path, sentences: int) -> None:
    article = an_article("".join(f"Boat {number} sank.\n\n" for number in range(sentences)))
    claims = tuple(a_claim(article, f"Boat {number} sank.") for number in range(sentences))
    disk = FailingDisk()
    with Library(tmp_path, disk).create(a_session(article, claims=claims, name="boats")) as store:
        store.append(a_verdict(claims[0].id), View())
        disk.fail(never)
        store.append(a_verdict(claims[1].id), View())
        assert disk.log == ["write_at", "sync_data"]
        store.remember(View(search="boat"))
        assert disk.log == ["write_at", "sync_data", "write_at"]
