"""`workbench import` on the command line: what it says, and how it ends."""

from pathlib import Path

import pytest

from workbench.cli import main
from workbench.model.decision import Verdict
from workbench.paths import find_paths
from workbench.resources import seeds_folder
from workbench.review.opening import Sessions


@pytest.fixture
def sessions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sessions:
    """A session `hers` with two verdicts, and `his`, of the same articles, with another one."""
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path / "home"))
    there = Sessions(find_paths(None))
    for name, verdicts in (("hers", (Verdict.CONFIRMED, Verdict.DISPUTED)), ("his", (Verdict.DISPUTED,))):
        review = there.begin([str(seeds_folder())], name, name).review
        for claim, verdict in zip(review.session.desk.claims, verdicts, strict=False):
            review.mark(claim.id, verdict)
        review.close()
    return there


@pytest.fixture
def report(sessions: Sessions, tmp_path: Path) -> str:
    target = tmp_path / "hers.jsonl"
    assert main(["export", "hers", "--format", "jsonl", "--output", str(target)]) == 0
    return str(target)


def test_decisions_come_in_and_what_is_decided_otherwise_is_named(
    sessions: Sessions, report: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", "his", report]) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert (
        f"{report}: kept as it is here: line 1, claim 1.1: disputed here, confirmed in the report" in told.err
    )
    assert "his: claims: 1 changed, 0 unchanged, 1 kept, 0 left out; relations: 0 changed" in told.err
    progress = sessions.summary("his").progress
    assert (progress.confirmed, progress.disputed) == (0, 2)


def test_overrule_lets_the_file_count(sessions: Sessions, report: str) -> None:
    assert main(["import", "his", report, "--overrule"]) == 0
    progress = sessions.summary("his").progress
    assert (progress.confirmed, progress.disputed) == (1, 1)


def test_an_import_leaves_what_is_resumed_next_as_it_was(sessions: Sessions, report: str) -> None:
    sessions.resume("hers", "Ana").review.close()
    main(["import", "his", report])
    assert sessions.library.last() == "hers"


def test_a_file_without_any_decision_is_told_by_the_exit_code(sessions: Sessions, tmp_path: Path) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.touch()
    assert main(["import", "his", str(empty)]) == 1


def test_a_bad_file_and_an_unknown_session_are_named_in_one_line(
    sessions: Sessions, report: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for session, file, fault in (
        ("his", str(tmp_path / "none.jsonl"), "none.jsonl: cannot be read: No such file"),
        ("his", str(tmp_path), "cannot be read: "),
        ("his", __file__, "test_cli_import.py:1: not a line of a JSONL report"),
        ("theirs", report, "theirs"),
    ):
        assert main(["import", session, file]) == 2
        told = capsys.readouterr().err
        assert fault in told and told.count("\n") == 1
