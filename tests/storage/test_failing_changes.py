"""A disk that fails during a change of blocks or of the whole analysis: it is there whole, or not at all."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.builders import the_ferry_session
from tests.storage.failing_disk import FailingDisk, never, the_nth
from tests.storage.killed_writer import a_block_change, claims_of_analysis
from tests.storage.verdicts import a_verdict
from workbench.errors import StoreError
from workbench.model.desk import Desk
from workbench.model.view import View
from workbench.storage.library import Library
from workbench.storage.repository import SessionStore

FERRY = the_ferry_session()


def analyse_again(store: SessionStore) -> None:
    session = store.load().session
    desk = Desk.of(session.desk.articles, claims_of_analysis(2))
    store.replace_analysis(session.analysed_again("2", desk))


def change_a_block(store: SessionStore) -> None:
    store.append(a_block_change(store), View())


CHANGES: list[Callable[[SessionStore], None]] = [analyse_again, change_a_block]


def prepared(folder: Path) -> tuple[SessionStore, FailingDisk]:
    disk = FailingDisk()
    store = Library(folder, disk).create(FERRY)
    store.append(a_verdict(FERRY.desk.claims[0].id), View())
    store.compact()
    disk.fail(never)
    return store, disk


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC, errno.EROFS])
def test_each_system_call_may_fail_and_the_change_is_whole_or_not_there(
    tmp_path: Path, change: Callable[[SessionStore], None], code: int
) -> None:
    store, disk = prepared(tmp_path / "rehearsal")
    before = store.load().session
    change(store)
    after, calls = store.load().session, disk.calls
    store.close()
    for position in range(calls):
        folder = tmp_path / str(position)
        store, disk = prepared(folder)
        disk.fail(the_nth(position, code))
        try:
            change(store)
            wanted = [shape(after)]
        except StoreError:
            assert shape(store.load().session) == shape(before)
            wanted = [shape(before), shape(after)]  # what could not be acknowledged may be there
        disk.fail(never)
        store.close()
        with Library(folder).open("ferry") as again:
            assert shape(again.load().session) in wanted
        assert not [finding for finding in Library(folder).verify("ferry") if finding.severity == "error"]


def shape(session: object) -> tuple[object, ...]:
    """Return what the two changes change, and what they must not."""
    assert isinstance(session, type(FERRY))
    kinds = tuple(block.kind for block in session.desk.articles[0].blocks)
    return session.analyser, session.desk.claims, kinds, len(session.decisions)
