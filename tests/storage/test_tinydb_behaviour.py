"""Ordinary TinyDB calls do to our database what they do to TinyDB's own."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb import TinyDB, where
from tinydb.operations import add, decrement, delete, increment, subtract
from tinydb.operations import set as set_field
from tinydb.storages import MemoryStorage
from tinydb.table import Document

from tests.storage.quick_disk import QuickDisk
from workbench.storage.tinydb_storage import JournalDatabase, JournalStorage

Call: TypeAlias = Callable[[TinyDB], object]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "session.json"


def ours(path: Path) -> JournalDatabase:
    return JournalDatabase(path, files=QuickDisk())


def content(database: TinyDB) -> dict[str, dict[int, dict[str, Any]]]:
    return {
        name: {document.doc_id: dict(document) for document in database.table(name)}
        for name in database.tables()
    }


def result_of(call: Call, database: TinyDB) -> object:
    try:
        return call(database)
    except (ValueError, RuntimeError, KeyError, TypeError) as error:
        return type(error)


kinds = st.sampled_from(["a", "b", "c"])
numbers = st.integers(1, 6)
tables = st.sampled_from(["_default", "other"])


@st.composite
def calls(draw: st.DrawFn) -> Call:
    table, kind, number = draw(tables), draw(kinds), draw(numbers)
    every_call: list[Call] = [
        lambda d: d.table(table).insert({"kind": kind, "count": number, "deep": {"list": [kind]}}),
        lambda d: d.table(table).insert(Document({"kind": kind, "count": number}, number)),
        lambda d: d.table(table).insert_multiple([{"kind": kind, "count": i} for i in range(number)]),
        lambda d: d.table(table).insert_multiple(
            [Document({"kind": kind, "count": 1}, number), {"kind": "c"}]
        ),
        lambda d: d.table(table).update({"new": number}, where("kind") == kind),
        lambda d: d.table(table).update({"count": 0}, doc_ids=[number, number + 1]),
        lambda d: d.table(table).update({"all": kind}),
        lambda d: d.table(table).update(increment("count"), where("count") > number),
        lambda d: d.table(table).update(decrement("count"), where("count") > number),
        lambda d: d.table(table).update(add("count", number), where("count").exists()),
        lambda d: d.table(table).update(subtract("count", number), where("count").exists()),
        lambda d: d.table(table).update(delete("kind"), doc_ids=[number]),
        lambda d: d.table(table).update(set_field("kind", kind)),
        lambda d: d.table(table).update(lambda doc: doc.clear(), where("kind") == kind),
        lambda d: d.table(table).update_multiple(
            [({"kind": "z"}, where("kind") == kind), ({"seen": 1}, where("kind") == "z")]
        ),
        lambda d: d.table(table).upsert({"kind": kind, "count": number}, where("kind") == kind),
        lambda d: d.table(table).upsert(Document({"kind": kind}, number)),
        lambda d: d.table(table).upsert({"kind": kind}),
        lambda d: d.table(table).remove(where("kind") == kind),
        lambda d: d.table(table).remove(doc_ids=[number]),
        lambda d: d.table(table).remove(),
        lambda d: d.table(table).truncate(),
        lambda d: d.table(table).search(where("kind") == kind),
        lambda d: d.table(table).get(where("count") == number),
        lambda d: d.table(table).get(doc_id=number),
        lambda d: d.table(table).get(doc_ids=[number, number + 1]),
        lambda d: d.table(table).contains(where("kind") == kind),
        lambda d: d.table(table).count(where("kind") == kind),
        lambda d: len(d.table(table)),
        lambda d: [document.doc_id for document in d.table(table)],
        lambda d: d.drop_table(table),
        lambda d: d.drop_tables(),
        lambda d: d.tables(),
    ]
    return draw(st.sampled_from(every_call))


@settings(max_examples=150, deadline=None)
@given(script=st.lists(calls(), max_size=12), reopen_at=st.integers(0, 12))
def test_any_calls_do_what_tinydb_does(
    tmp_path_factory: pytest.TempPathFactory, script: list[Call], reopen_at: int
) -> None:
    path = tmp_path_factory.mktemp("tinydb") / "session.json"
    theirs, database = TinyDB(storage=MemoryStorage), ours(path)
    for position, call in enumerate(script):
        if position == reopen_at:
            database.close()
            database = ours(path)
            theirs._tables.clear()
        assert result_of(call, database) == result_of(call, theirs)
        assert content(database) == content(theirs)
    database.close()
    assert content(ours(path)) == content(theirs)


def test_the_storage_works_under_a_plain_tinydb(path: Path) -> None:
    with TinyDB(path, storage=JournalStorage, files=QuickDisk()) as database:
        database.insert_multiple([{"kind": "a"}, {"kind": "b"}])
        database.update({"kind": "c"}, where("kind") == "a")
        database.table("other").insert({"kind": "d"})
        expected = content(database)
    with ours(path) as database:
        assert content(database) == expected


def test_a_failed_update_changes_nothing(path: Path) -> None:
    def fail(document: Any) -> None:
        document["kind"] = "changed"
        raise ZeroDivisionError

    with ours(path) as database:
        database.insert({"kind": "a", "deep": {"list": [1]}})
        with pytest.raises(ZeroDivisionError):
            database.update(fail)
        with pytest.raises(TypeError):
            database.insert({"kind": object()})
        assert database.all() == [{"kind": "a", "deep": {"list": [1]}}]


def test_changing_what_was_read_changes_nothing(path: Path) -> None:
    with ours(path) as database:
        database.insert({"deep": {"list": [1]}})
        database.all()[0]["deep"]["list"].append(2)
        database.update({"other": 1})
        assert database.all() == [{"deep": {"list": [1]}, "other": 1}]


def test_writes_made_together_are_one_commit(path: Path) -> None:
    with ours(path) as database:
        storage = database.journal_storage
        database.insert({"kind": "before"})
        with storage.together():
            database.insert({"kind": "a"})
            database.table("other").insert({"kind": "b"})
            assert len(database) == 1
        assert storage.journal.sequence == 2
        assert len(database) == 2
        with pytest.raises(ZeroDivisionError), storage.together():
            database.insert({"kind": "lost"})
            raise ZeroDivisionError
        assert len(database) == 2
        assert storage.journal.sequence == 2
