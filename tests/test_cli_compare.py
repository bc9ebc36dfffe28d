"""`workbench compare`: the relations between the claims of some sources, for people and for programs."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from workbench import cli_progress
from workbench.cli import main
from workbench.resources import seeds_folder

SEEDS = str(seeds_folder())
FERRY = (
    "The ferry Osprey ran aground off Port Ellery on Tuesday. Harbour master Tom Brandt said 40 people were "
    "aboard the Osprey. Nobody was hurt.\n",
    "The ferry Osprey ran aground off Port Ellery on Tuesday. Harbour master Tom Brandt said 52 people were "
    "aboard the Osprey. The county will pay for a new lighthouse.\n",
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path / "home"))


@pytest.fixture
def ferry(tmp_path: Path) -> str:
    folder = tmp_path / "ferry"
    folder.mkdir()
    for name, text in zip(("one.txt", "two.txt"), FERRY, strict=True):
        (folder / name).write_text(text)
    return str(folder)


def lines(*arguments: str, capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    assert main(["compare", *arguments, "--format", "jsonl"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_relations_as_jsonl_quote_the_files_exactly(capsys: pytest.CaptureFixture[str]) -> None:
    found = lines(SEEDS, capsys=capsys)
    assert len(found) > 50
    for relation in found:
        assert list(relation) == ["a", "b", "provenance", "agreement", "reason", "confidence", "differs"]
        for side in ("a", "b"):
            claim = relation[side]
            assert isinstance(claim, dict)
            assert list(claim) == ["claim", "article", "start", "end", "text"]
            text = (seeds_folder() / claim["article"]).read_text(encoding="utf-8")
            assert text[claim["start"] : claim["end"]] == claim["text"]
        assert relation["provenance"] in ("verbatim", "near", "paraphrase", "topic")
        assert relation["agreement"] in ("same", "differs", "conflict")
        assert isinstance(relation["confidence"], float) and 0 <= relation["confidence"] <= 1


def test_a_copied_sentence_with_another_number_is_verbatim_and_in_conflict(
    ferry: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (conflict,) = [one for one in lines(ferry, capsys=capsys) if one["agreement"] == "conflict"]
    assert conflict["provenance"] == "verbatim"
    texts = FERRY
    differing = [
        (texts[0][slice(*words["a"])], texts[1][slice(*words["b"])], words["kind"])
        for words in conflict["differs"]  # type: ignore[attr-defined]
    ]
    assert any("40" in a and "52" in b and kind == "number" for a, b, kind in differing)


def test_relations_come_in_the_order_of_the_desk(capsys: pytest.CaptureFixture[str]) -> None:
    places = [
        tuple((claim["article"], claim["start"]) for claim in (relation["a"], relation["b"]))  # type: ignore[index]
        for relation in lines(SEEDS, capsys=capsys)
    ]
    assert places == sorted(places)
    assert all(first < second for first, second in places)


def test_the_table_shows_both_quotes_the_relation_and_the_reason(
    ferry: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", ferry]) == 0
    shown = capsys.readouterr()
    assert shown.out.split()[:4] == ["quote", "quote", "relation", "reason"]
    assert "one.txt" in shown.out and "two.txt" in shown.out
    assert "conflict," in shown.out and "verbatim" in shown.out
    assert shown.err == ""


def test_brackets_in_an_article_are_no_markup(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(FERRY[0].replace("Brandt said", "Brandt [sic] said [/b]"))
    assert main(["compare", str(tmp_path)]) == 0
    assert "[sic]" in capsys.readouterr().out


def test_articles_that_have_nothing_in_common_are_answered_with_no(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "one.txt").write_text("The ferry Osprey ran aground off Port Ellery on Tuesday.\n")
    (tmp_path / "two.txt").write_text("Parliament in Tarsk passed the pension reform by 211 votes.\n")
    assert main(["compare", str(tmp_path)]) == 1
    assert capsys.readouterr().out == ""


def test_a_source_that_cannot_be_read_is_named_and_the_others_are_compared(
    ferry: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (Path(ferry) / "bad.txt").write_bytes(b"")
    assert main(["compare", ferry]) == 2
    shown = capsys.readouterr()
    assert "bad.txt" in shown.err
    assert "conflict" in shown.out


@pytest.mark.parametrize(
    "arguments", [["compare"], ["compare", "nowhere"], ["compare", SEEDS, "--format", "x"]]
)
def test_bad_usage_gets_one_line(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_comparing_never_loads_textual() -> None:
    code = (
        "import sys; from workbench.cli import main; "
        f"code = main(['compare', {SEEDS!r}]); "
        "sys.exit(9 if any(name.split('.')[0] == 'textual' for name in sys.modules) else code)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_data_goes_to_its_file_while_a_bar_is_on_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cli_progress, "_SECONDS_BEFORE_BAR", 0.0)
    monkeypatch.setenv("TERM", "xterm")
    terminal = Terminal()
    with (tmp_path / "out.jsonl").open("w") as out:
        monkeypatch.setattr(sys, "stderr", terminal)
        monkeypatch.setattr(sys, "stdout", out)
        assert main(["compare", SEEDS, "--format", "jsonl"]) == 0
    assert "comparing" in terminal.getvalue()
    found = (tmp_path / "out.jsonl").read_text().splitlines()
    assert len(found) > 50
    assert all(json.loads(line) for line in found)
