from pathlib import Path

import pytest

from tests.bench.store_sessions import a_large_session, verdicts_on
from tests.storage.quick_disk import QuickDisk
from tests.ui.driving import reviewing
from workbench.errors import StoreError
from workbench.model.view import View
from workbench.paths import find_paths
from workbench.storage import surroundings
from workbench.storage.library import Library
from workbench.storage.repository import SessionStore, StoredSession
from workbench.ui.app import WorkbenchApp


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Hold a session of forty articles that counts as very large, with the cursor in the thirtieth."""
    monkeypatch.setattr(surroundings, "LARGE", 1)
    session = a_large_session(2_000)
    with Library(find_paths(str(tmp_path)).sessions, QuickDisk()).create(session) as store:
        for event in verdicts_on(session, 200):
            store.append(event, View())
        claim = session.desk.claims[1_480]
        store.remember(View(claim=claim.id, article=claim.article))
    return tmp_path


@pytest.fixture
def when_loaded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect what the screen shows at each loading of a whole session."""
    seen: list[str] = []
    load = SessionStore.load

    def load_and_look(store: SessionStore) -> StoredSession:
        seen.append(shown_now())
        return load(store)

    monkeypatch.setattr(SessionStore, "load", load_and_look)
    return seen


def shown_now() -> str:
    from textual._context import active_app

    strips = active_app.get().screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


async def test_the_claim_under_the_cursor_is_shown_before_the_session_is_loaded(
    home: Path, when_loaded: list[str]
) -> None:
    async with reviewing(home, name="large") as ana:
        (before,) = when_loaded
        assert "Sentence 30 of report 29" in before
        assert "Claim 30.31 of 30.50" in before
        assert "Sentence 30 of report 29" in ana.text()
        assert "200/2000" in ana.text()


async def test_keys_that_come_before_the_session_is_loaded_find_all_of_it(
    home: Path, when_loaded: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.ui.screens.review.ReviewScreen.show_all", lambda screen: None)
    async with reviewing(home, name="large") as ana:
        assert not when_loaded
        await ana.press("g", "d")
        assert len(when_loaded) == 1
        assert ana.stored().events[-1].claim == ana.review.session.desk.claims[0].id
        await ana.press("z", "z")
        assert ana.review.session.progress.confirmed == 199


async def test_a_session_that_turns_out_to_be_unreadable_ends_with_one_line(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(store: SessionStore) -> StoredSession:
        raise StoreError("the table 'claims' cannot be read")

    monkeypatch.setattr(SessionStore, "load", fail)
    ended: list[tuple[int, str]] = []
    monkeypatch.setattr(
        WorkbenchApp, "exit", lambda app, return_code, message: ended.append((return_code, str(message)))
    )
    async with reviewing(home, name="large"):
        assert ended == [(2, "workbench: the table 'claims' cannot be read")]
